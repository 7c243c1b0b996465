"""Records with named fields (a line of JSON, a row of a table) into documents, by a column map or the usual names."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources.markup import paragraphs
from memcon.sources.origin import Columns, Origin
from memcon.sources.stamps import edtf_date

# Looked for in this order, in any case, where no column is named.
USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "story"),
    "id": ("id", "doc_id", "document_id", "article_id", "uid", "guid", "_id"),
    "url": ("url", "link", "uri", "href", "source_url", "permalink"),
    "date": ("date", "published", "published_at", "date_published", "publication_date", "publish_date", "pubdate",
             "published_date", "datetime", "created_at", "timestamp"),
    "title": ("title", "headline", "heading"),
    "outlet": ("outlet", "source", "publisher", "sitename", "site_name", "newspaper", "publication", "domain"),
    "author": ("author", "byline", "authors", "creator"),
}  # fmt: skip
_MARKUP = re.compile(r"</(?:p|div|li|h[1-6])>|<br\s*/?>", re.I)


def choose(names: Iterable[str], origin: Origin) -> Columns:
    """The column map for a table of these columns; DocumentError where a named one, or the text's, is not there."""
    names = list(names)
    small: dict[str, str] = {}
    for name in names:
        small.setdefault(name.strip().lower(), name)
    chosen: dict[str, str | None] = {}
    for field, usual in USUAL.items():
        named = getattr(origin.columns, field)
        if named is not None and named not in names:
            raise DocumentError(origin.name, f"has no column {named!r}; it has {_listed(names)}")
        chosen[field] = named if named is not None else next((small[u] for u in usual if u in small), None)
    if chosen["text"] is None:
        raise DocumentError(
            origin.name, f"has no column of text that could be told (name it: text=COLUMN); it has {_listed(names)}"
        )
    return Columns(**chosen)


def document(row: Mapping[str, Any], columns: Columns, origin: Origin, where: str, number: int) -> Document:
    """The document of a row; DocumentError, naming the row by `where`, where it holds no text.

    A row without an id is called after its file and its number in it.
    """
    text = field(row, columns.text)
    if not isinstance(text, str) or not text.strip():
        raise DocumentError(where, f"holds no text under {columns.text!r}")
    if len(text) > origin.limits.document:
        raise DocumentError(where, f"holds a text of more than {origin.limits.document:,} characters")
    original = None
    if _MARKUP.search(text) is not None and (plain := paragraphs(text)):
        original, text = origin.original(text, "text/html"), plain
    return Document(
        id=words(field(row, columns.id)) or f"{origin.id}-{number}",
        text=text,
        url=words(field(row, columns.url)),
        date=edtf_date(field(row, columns.date)),
        title=words(field(row, columns.title)),
        outlet=words(field(row, columns.outlet)),
        author=words(field(row, columns.author)),
        original=original,
    )


def field(row: Mapping[str, Any], name: str | None) -> Any:
    """The value of a field; a dot leads into a field within (`source.name`)."""
    if name is None:
        return None
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def words(value: Any) -> str | None:
    """A value as one line of words: a list's parts with commas between, an object's name; None for nothing."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, list | tuple):
        return ", ".join(w for v in value if (w := words(v))) or None
    if value is None or isinstance(value, bool) or value != value:  # the last is a number that is none
        return None
    return " ".join(str(value).split()) or None


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(n[:40]) for n in names[:12])
    return shown + (f" and {len(names) - 12} more" if len(names) > 12 else "")
