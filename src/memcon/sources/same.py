"""The same text from two addresses: one document with two addresses.

What stands for a text is worked out from all its copies alone, so that their order does not matter.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable

import msgspec

from memcon.model import Document, interval

# A text that comes again later than this after the last time is a form letter or an error page, not a copy.
APART = dt.timedelta(days=7)


def key(text: str) -> str:
    """A hash of the text: the same where texts differ by white space at the ends of lines alone."""
    plain = "\n".join(line.strip() for line in text.split("\n")).strip()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def joined(documents: Iterable[Document]) -> list[Document]:
    """One document for each text, in the order of first appearance, its further addresses in `also`.

    What the one that stands for the others leaves open (title, outlet, author) is taken from these. All are held in
    memory; the record does the same as documents come.
    """
    texts: dict[str, list[Document]] = {}
    for document in documents:
        texts.setdefault(key(document.text), []).append(document)
    return [together(group) for copies in texts.values() for group in groups(copies)]


def groups(copies: Iterable[Document]) -> list[tuple[Document, ...]]:
    """Documents of one text parted where more than `APART` lies between their stated dates; see `rank` for the order.

    Those without a date go with the earliest.
    """
    dated: list[tuple[dt.date, dt.date, Document]] = []
    undated: list[Document] = []
    for copy in copies:
        days = interval(copy.date)
        if days is None:
            undated.append(copy)
        else:
            dated.append((days.first, days.last, copy))
    parts: list[list[Document]] = []
    latest = dt.date.min
    for first, last, copy in sorted(dated, key=lambda d: (d[0], d[1], d[2].id)):
        if not parts or first - latest > APART:
            parts.append([])
        parts[-1].append(copy)
        latest = max(latest, last) if len(parts[-1]) > 1 else last
    if undated:
        parts = parts or [[]]
        parts[0] += undated
    return [tuple(sorted(part, key=rank)) for part in parts]


def rank(copy: Document) -> tuple[object, ...]:
    """The order of copies of a text: the one that tells most stands for the others, then the earliest."""
    return copy.date is None, copy.outlet is None, copy.url is None, copy.date or "", copy.id


def together(group: Iterable[Document]) -> Document:
    """The document that some copies make, in their order: the first, with what the others add."""
    first, *others = group
    addresses = [a for d in (first, *others) for a in (d.url, *d.also) if a]
    url, *also = dict.fromkeys(addresses) or [None]
    told = {
        name: next((value for d in (first, *others) if (value := getattr(d, name))), None)
        for name in ("date", "title", "outlet", "author")
    }
    return msgspec.structs.replace(first, url=url, also=tuple(a for a in also if a), **told)
