"""Web pages: the story by trafilatura, with the title, author, outlet and date that the page itself states."""

import re
from collections.abc import Iterator

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources.markup import paragraphs
from memcon.sources.origin import Origin
from memcon.sources.stamps import edtf_date
from memcon.sources.text import decoded, sized

# Deeper or denser pages are not written by people; building their tree takes minutes and much memory.
_MOST_TAGS = 50_000
_DEEPEST = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    ("br", "hr", "img", "input", "link", "meta", "source", "area", "base", "col", "embed", "track", "wbr")
)
_OWN_END = frozenset(("p", "li", "td", "tr", "th", "dt", "dd", "option", "tbody", "thead"))
# Dates from the page's metadata and markup only: a year in a copyright line is no publication date.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01", "outputformat": "%Y-%m-%d"}


def read(origin: Origin) -> Iterator[Document | DocumentError]:
    """The page's story, its headline in the first line. The address is the one the page gives as its own, if any."""
    data = origin.whole()
    yield page(origin, decoded(origin, data), data)


def page(origin: Origin, markup: str, data: bytes) -> Document:
    """A document of a page's markup, which is `data` decoded; DocumentError where it has no text or was not made to be
    read."""
    _refuse_monsters(origin.name, markup)
    import trafilatura
    from trafilatura.settings import Document as Found

    try:
        found = trafilatura.bare_extraction(
            markup,
            url=origin.url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            deduplicate=False,
            date_extraction_params=dict(_DATES),
        )
    except (ValueError, TypeError, RecursionError, AttributeError, AssertionError, MemoryError):
        found = None
    if not isinstance(found, Found):
        found = Found()
    text = (found.text or "").strip() or paragraphs(markup)
    if not text:
        raise DocumentError(origin.name, "holds no text (a page that a browser must build?): save the text itself")
    title = _clean(found.title)
    return Document(
        id=origin.id,
        text=sized(origin, _with_headline(title, text)),
        url=origin.url or found.url or None,
        date=edtf_date(found.date),
        title=title,
        outlet=_clean(found.sitename),
        author=_clean(found.author),
        original=origin.original(data, origin.content_type or "text/html"),
    )


def _refuse_monsters(name: str, markup: str) -> None:
    tags = markup.count("<")
    if tags > _MOST_TAGS:
        raise DocumentError(name, f"has {tags:,} tags, more than a page is read with ({_MOST_TAGS:,})")
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        tag = match[2].lower()
        if match[3] or tag in _VOID or tag in _OWN_END:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise DocumentError(
            name, f"nests {deepest:,} elements in one another, deeper than a page is read ({_DEEPEST:,})"
        )


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _with_headline(title: str | None, text: str) -> str:
    """The story with its headline in the first line, once."""
    if not title:
        return text
    opening = " ".join(text[: 2 * len(title) + 200].split()).casefold()
    return text if opening.startswith(title.casefold()) else f"{title}\n\n{text}"
