"""The same text from two addresses: one document with two addresses."""

from collections.abc import Iterable

import msgspec

from memcon.model import Document


def joined(documents: Iterable[Document]) -> list[Document]:
    """One document for each text, in the order of first appearance, its further addresses in `also`.

    What the first left open (date, title, outlet, author) is taken from those that follow. White space at the ends of
    lines does not make a text another one. All are held in memory.
    """
    firsts: dict[str, Document] = {}
    for document in documents:
        key = "\n".join(line.strip() for line in document.text.split("\n")).strip()
        first = firsts.get(key)
        firsts[key] = document if first is None else _with(first, document)
    return list(firsts.values())


def _with(first: Document, other: Document) -> Document:
    addresses = [a for d in (first, other) for a in (d.url, *d.also) if a]
    url, *also = dict.fromkeys(addresses) or [None]
    return msgspec.structs.replace(
        first,
        url=url,
        also=tuple(a for a in also if a),
        date=first.date or other.date,
        title=first.title or other.title,
        outlet=first.outlet or other.outlet,
        author=first.author or other.author,
    )
