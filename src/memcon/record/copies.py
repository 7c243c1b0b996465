"""One text from several addresses: a single document of the record, made from all copies of it that came.

The table `copy` keeps each of them as it came, wherever there is more than one. What stands for a text follows from its
copies alone (`sources.same`), so that neither their order nor one that is taken out again leaves a trace.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Report
from memcon.model import Document, Reading
from memcon.record import documents, originals, schema
from memcon.record.rows import chunks
from memcon.sources import same

Came = tuple[Document, Reading]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the record with its reading, and the copies it is made from (itself alone, for most)."""

    document: Document
    reading: Reading
    copies: tuple[Came, ...]


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What documents that came did: reports not yet in entries, entries that lost a source, and for each document the
    one that stands for its text."""

    told: list[Report]
    lost: set[str]
    homes: dict[str, str]


# What a source tells of a text besides the text.
_AROUND = ("url", "also", "title", "outlet", "author", "stated_date")


def held(connection: Connection, names: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    """What was kept of those documents that are in the record, also as a copy of another: see `kept_of`."""
    found: dict[str, tuple[Any, ...]] = {}
    document, reading, copy = schema.document.c, schema.reading.c, schema.copy.c
    for piece in chunks(names):
        alone = (
            sa.select(document.id, document.sha256, reading.body, *(document[name] for name in _AROUND))
            .join(schema.reading, reading.document == document.id)
            .where(document.id.in_(piece))
        )
        copies = sa.select(copy.id, copy.sha256, copy.reading, *(copy[name] for name in _AROUND))
        for statement in (alone, copies.where(copy.id.in_(piece))):
            for name, sha256, body, *around in connection.execute(statement):
                found[name] = (sha256, bytes(body), *around)
    return found


def kept_of(document: Document, reading: Reading) -> tuple[Any, ...]:
    """Hash of the text, reading, and what the source tells besides: what two documents that are the same share."""
    plain = _plain(document, reading)
    around = (plain.url, "\n".join(plain.also), plain.title, plain.outlet, plain.author, plain.date)
    return (document.sha256, msgspec.json.encode(reading), *around)


def is_read(connection: Connection, document: Document, reader: str) -> bool:
    """Whether a reader has read this text under this id, and nothing the source tells of it is new."""
    table, copy = schema.document.c, schema.copy.c
    row = connection.execute(
        sa.select(table.sha256, schema.reading.c.reader, *(table[name] for name in _AROUND))
        .join(schema.reading, schema.reading.c.document == table.id)
        .where(table.id == document.id)
    ).first()
    came = connection.execute(
        sa.select(copy.sha256, copy.reader, *(copy[name] for name in _AROUND)).where(copy.id == document.id)
    ).first()
    known = came or row  # a copy's own row tells what came; the document's, what all copies tell together
    if known is None or tuple(known[:2]) != (document.sha256, reader) or known.stated_date != document.date:
        return False
    news = {"url": document.url, "title": document.title, "outlet": document.outlet, "author": document.author}
    also = "\n".join(document.also)
    return all(value is None or getattr(known, name) == value for name, value in news.items()) and known.also == also


def homes(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """The document that stands for each of some that are copies of another."""
    found: dict[str, str] = {}
    copy = schema.copy.c
    for piece in chunks(names):
        found.update(
            (r.id, r.document)
            for r in connection.execute(sa.select(copy.id, copy.document).where(copy.id.in_(piece)))
            if r.id != r.document
        )
    return found


def standing(connection: Connection, where: sa.ColumnElement[bool]) -> dict[str, Standing]:
    """The documents whose rows meet a condition, with their copies, by id."""
    rows = connection.execute(
        sa.select(schema.document, schema.reading.c.body)
        .join(schema.reading, schema.reading.c.document == schema.document.c.id)
        .where(where)
    ).all()
    copies: dict[str, list[Any]] = defaultdict(list)
    for piece in chunks(r.id for r in rows):
        for copy in connection.execute(sa.select(schema.copy).where(schema.copy.c.document.in_(piece))):
            copies[copy.document].append(copy)
    found = {}
    for row in rows:
        document, reading = documents.document_of(row), msgspec.json.decode(row.body, type=Reading)
        came = sorted((_came(copy, document) for copy in copies[row.id]), key=lambda c: same.rank(c[0]))
        found[row.id] = Standing(document=document, reading=reading, copies=tuple(came) or ((document, reading),))
    return found


def _came(row: Any, home: Document) -> Came:
    text = home.text if row.text is None else row.text
    return documents.document_of(row, text), msgspec.json.decode(row.reading, type=Reading)


def settle(connection: Connection, news: Mapping[str, Came], gone: Iterable[str] = ()) -> Settled:
    """Put documents into the record by their ids, each with its reading, and take those of `gone` out.

    What was in the record under the ids of `news` is replaced.
    """
    leaving = set(gone) | set(news)
    before = _before(connection, {same.key(d.text) for d, _ in news.values()}, leaving)
    texts: dict[str, list[Came]] = defaultdict(list)
    for stood in before.values():
        texts[same.key(stood.document.text)] += [c for c in stood.copies if c[0].id not in leaving]
    for document, reading in news.values():
        texts[same.key(document.text)].append((_plain(document, reading), reading))
    after = dict(group for came in texts.values() for group in _grouped(came))
    lost: set[str] = set()
    for name in sorted(set(before) - set(after)):
        lost |= documents.remove(connection, name)
    fresh: list[Came] = []
    for name, stands in after.items():
        old = before.get(name)
        if old is not None and (old.document.text, old.reading) == (stands.document.text, stands.reading):
            if old.document != stands.document:
                documents.tell(connection, stands.document)
            continue
        if old is not None:
            lost |= documents.remove(connection, name)
        fresh.append((stands.document, stands.reading))
    told = documents.put(connection, fresh)
    _write(connection, before, after)
    originals.put(connection, (d for d, _ in news.values()), set(leaving) - set(news))
    return Settled(told=told, lost=lost, homes={c[0].id: name for name, s in after.items() for c in s.copies})


def whole(connection: Connection, names: Iterable[str]) -> list[Standing]:
    """Documents with their originals, in order of id; `copies` is empty where a document is its only one."""
    found = {name: s for piece in chunks(names) for name, s in standing(connection, _with_id(piece)).items()}
    kept = originals.get(connection, [d.id for s in found.values() for d, _ in s.copies])
    return [
        Standing(
            document=msgspec.structs.replace(s.document, original=kept.get(s.document.id)),
            reading=s.reading,
            copies=tuple((msgspec.structs.replace(d, original=kept.get(d.id)), r) for d, r in s.copies)
            if len(s.copies) > 1
            else (),
        )
        for _, s in sorted(found.items())
    ]


def _with_id(names: list[str]) -> sa.ColumnElement[bool]:
    return schema.document.c.id.in_(names)


def reread(connection: Connection, names: Iterable[str], read: Callable[[Document], Reading]) -> list[Report]:
    """Read documents and all their copies anew; returns their reports, in no entry yet."""
    came: dict[str, Came] = {}
    for piece in chunks(names):
        for name, stands in standing(connection, _with_id(piece)).items():
            came.update((d.id, (d, read(d))) for d, _ in stands.copies)
            documents.remove(connection, name)
    kept = originals.get(connection, came)
    news = {n: (msgspec.structs.replace(d, original=kept.get(n)), r) for n, (d, r) in came.items()}
    return settle(connection, news).told


def _before(connection: Connection, texts: set[str], names: set[str]) -> dict[str, Standing]:
    """The documents of some texts, and those under whose ids, or among whose copies, some names are."""
    found: dict[str, Standing] = {}
    for piece in chunks(texts):
        found |= standing(connection, schema.document.c.same.in_(piece))
    for piece in chunks((names | set(homes(connection, names).values())) - set(found)):
        found |= standing(connection, _with_id(piece))
    return found


def _plain(document: Document, reading: Reading) -> Document:
    """A document as its row tells it: what it leaves open is taken from its reading."""
    return msgspec.structs.replace(
        document,
        title=document.title or reading.title,
        outlet=document.outlet or reading.outlet,
        original=None,
    )


def _grouped(came: list[Came]) -> Iterable[tuple[str, Standing]]:
    readings = {d.id: r for d, r in came}
    for group in same.groups(d for d, _ in came):
        copies = tuple((d, readings[d.id]) for d in group)
        yield group[0].id, Standing(document=same.together(group), reading=copies[0][1], copies=copies)


def _write(connection: Connection, before: dict[str, Standing], after: dict[str, Standing]) -> None:
    """Rows for the copies of texts that came more than once, in the place of those that were there."""
    for piece in chunks({*before, *after}):
        connection.execute(schema.copy.delete().where(schema.copy.c.document.in_(piece)))
    rows = [
        documents.copy_row(document, reading, stands.document)
        for stands in after.values()
        if len(stands.copies) > 1
        for document, reading in stands.copies
    ]
    if rows:
        connection.execute(schema.copy.insert(), rows)
