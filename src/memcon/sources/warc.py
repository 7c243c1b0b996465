"""Web archives (WARC, also compressed): the pages that were answered with text, one document a record."""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import html, needs, text
from memcon.sources.origin import Origin, megabytes

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
            for record in warcio.ArchiveIterator(stream):
                if record.rec_type in ("response", "resource", "conversion") and _found(record):
                    yield _page(record, origin)
        except damage as error:
            raise DocumentError(origin.name, f"is not a web archive, or damaged from here on: {error}") from error


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
