"""RSS and Atom feeds: one document an entry, of what the feed itself carries; no address is fetched."""

import hashlib
import io
import time
from collections.abc import Iterator
from typing import Any

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import needs
from memcon.sources.markup import paragraphs
from memcon.sources.origin import Origin


def read(origin: Origin) -> Iterator[Document | DocumentError]:
    """The entries in the feed's order: title and content (or summary), the entry's link and date, the feed's title.

    An entry's id is the file's with eight digits of its link's hash: the same entry has the same id tomorrow.
    """
    feedparser = needs.package("feedparser", "feeds")
    parsed = feedparser.parse(io.BytesIO(origin.whole()), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        reason = parsed.get("bozo_exception") if parsed.get("bozo") else None
        raise DocumentError(origin.name, f"is not a feed: {reason}" if reason else "is a feed without entries")
    outlet = _line(parsed.feed.get("title"))
    for number, entry in enumerate(parsed.entries, 1):
        where = f"{origin.name}, entry {number}"
        try:
            yield _document(entry, outlet, origin, where)
        except DocumentError as error:
            yield error


def _document(entry: Any, outlet: str | None, origin: Origin, where: str) -> Document:
    title = _line(entry.get("title"))
    contents = [c.get("value") or "" for c in entry.get("content", [])] or [entry.get("summary") or ""]
    markup = max(contents, key=len)
    body = paragraphs(markup)
    if not body and not title:
        raise DocumentError(where, "has neither title nor text")
    link = entry.get("link") or entry.get("id") or ""
    key = hashlib.sha256((link or f"{title}{body}").encode("utf-8", "replace")).hexdigest()[:8]
    source = entry.get("source")
    return Document(
        id=f"{origin.id}-{key}",
        text="\n\n".join(t for t in (title, body) if t),
        url=link or None,
        date=_date(entry),
        title=title,
        outlet=(_line(source.get("title")) if source else None) or outlet,
        author=_line(entry.get("author")),
        original=origin.original(markup, "text/html") if markup and markup != body else None,
    )


def _line(value: str | None) -> str | None:
    return " ".join(paragraphs(value).split()) or None if value else None


def _date(entry: Any) -> str | None:
    when: time.struct_time | None = entry.get("published_parsed") or entry.get("updated_parsed")
    return time.strftime("%Y-%m-%d", when) if when and when.tm_year >= 1000 else None
