"""Web archives (WARC, also compressed): the pages that were answered with text, one document a record."""

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import html, needs, text
from memcon.sources.origin import Origin, megabytes

_BLOCK = 1 << 20  # bytes passed over at once
_MEDIA = ("text/html", "application/xhtml+xml", "text/plain")


def read(origin: Origin) -> Iterator[Document | DocumentError]:
    """The archived pages in order: responses and resources of HTML or plain text that were found (status 200).

    A page's id is the archive's with eight digits of the hash of its address and time. The page's own date is its
    publication's; the time of the crawl is never taken for it.
    """
    warcio = needs.package("warcio.archiveiterator", "web archives")
    damage = needs.package("warcio.exceptions", "web archives").ArchiveLoadFailed
    if not origin.first(5).startswith(b"WARC/"):
        raise DocumentError(origin.name, "is not a web archive: it does not begin with WARC/")
    with origin.stream() as stream:
        try:
            for record in warcio.ArchiveIterator(_Lined(stream, origin.limits.file)):
                if record.rec_type in ("response", "resource", "conversion") and _found(record):
                    yield _page(record, origin)
                while record.raw_stream.read(_BLOCK):  # the library passes over the rest by a few bytes at a time
                    pass
        # The library takes headers for granted: where one lacks, it falls over an empty value.
        except (damage, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise DocumentError(origin.name, f"is not a web archive, or damaged from here on: {error}") from error


class _Lined:
    """A stream without a line longer than a limit: the library looks for the end of a header however far it is."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most, self._since = stream, most, 0

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes; OSError where the line they belong to is too long."""
        data = self._stream.read(size)
        end = data.rfind(b"\n")
        self._since = len(data) - end - 1 if end >= 0 else self._since + len(data)
        if self._since > self._most:
            raise OSError(f"a line is longer than {megabytes(self._most)}")
        return data

    def tell(self) -> int:
        """Where the stream is."""
        return self._stream.tell()

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()


def _media(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _found(record: Any) -> bool:
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return False
    return _media(record).partition(";")[0].strip().lower() in _MEDIA


def _page(record: Any, origin: Origin) -> Document | DocumentError:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    when = record.rec_headers.get_header("WARC-Date") or ""
    where = f"{origin.name}, {url or 'a record without address'}"
    media = _media(record)
    key = hashlib.sha256(f"{url} {when}".encode("utf-8", "replace")).hexdigest()[:8]
    page = msgspec.structs.replace(origin, name=where, id=f"{origin.id}-{key}", url=url or None, content_type=media)
    data = record.content_stream().read(origin.limits.file + 1)
    if len(data) > origin.limits.file:
        return DocumentError(where, f"is larger than {megabytes(origin.limits.file)}")
    try:
        if media.partition(";")[0].strip().lower() == "text/plain":
            return text.document(page, data)
        return html.page(page, text.decoded(page, data), data)
    except DocumentError as error:
        return error
