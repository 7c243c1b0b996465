"""Plain text: one document a file."""

from collections.abc import Iterator

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources.decoding import Undecodable, decode
from memcon.sources.origin import Origin


def read(origin: Origin) -> Iterator[Document | DocumentError]:
    """The file's text as it came, character set found; nothing is changed but a byte order mark taken off."""
    yield document(origin, origin.whole())


def document(origin: Origin, data: bytes) -> Document:
    """The document of plain text; its bytes are kept beside it where they are not the text's own in UTF-8."""
    text = sized(origin, decoded(origin, data))
    same = text.encode("utf-8", "surrogatepass") == data
    original = None if same else origin.original(data, origin.content_type or "text/plain")
    return Document(id=origin.id, text=text, url=origin.url, original=original)


def sized(origin: Origin, text: str) -> str:
    """The text, if it is not too long for one document; DocumentError otherwise."""
    if len(text) > origin.limits.document:
        most = f"{origin.limits.document:,} characters"
        raise DocumentError(
            origin.name, f"holds a text of more than {most}: split it, or raise the limit for documents"
        )
    return text


def decoded(origin: Origin, data: bytes) -> str:
    """The text of an origin's bytes; DocumentError where they are no text."""
    try:
        return decode(data, _charset(origin.content_type))
    except Undecodable as error:
        raise DocumentError(origin.name, str(error)) from error


def _charset(content_type: str | None) -> str | None:
    for part in (content_type or "").split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip(" \"'") or None
    return None
