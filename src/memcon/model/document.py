"""A document: a text and where it came from."""

import hashlib

import msgspec


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """A document before its text was taken out of it: its bytes, and what they are (`text/html; charset=gb2312`)."""

    media_type: str
    body: bytes


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it came, with what its source says about it.

    `id` names it in the record (for files: the name without its ending). `date` is what the source states
    outside the text (a feed's or an archive's date), as EDTF; a date inside the text is found by the reading. `also`
    are further addresses of the same text. `original` is the page or item that the text was taken from, where that is
    more than the text.
    """

    id: str
    text: str
    url: str | None = None
    date: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    also: tuple[str, ...] = ()
    original: Original | None = None

    @property
    def sha256(self) -> str:
        """Hash of the text: two documents with one hash are the same text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
