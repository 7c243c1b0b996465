"""Looking entries up in a record. Every function takes an open transaction; none scans what an index can find.

Documents and what they say are looked up in `archive`.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import NotInRecord, either
from memcon.merging import Entry, Link
from memcon.merging.people import plain
from memcon.model import (
    Place,
)
from memcon.record import schema
from memcon.record.rows import chunks

E = TypeVar("E", Entry, "Brief")
_FEW, _MANY = 24, 400  # entries fetched at once by who may need few


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry is, without its sources and values: read in a fifth of the time."""

    id: str
    type: str
    status: str
    date: str | None = None
    place: Place | None = None
    mechanism: str | None = None
    documents: tuple[str, ...]
    parties: tuple[str, ...]


def entries(
    connection: Connection,
    *,
    parties: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    types: Iterable[str] = (),
    person: str | None = None,
    mechanism: str | None = None,
    document: str | None = None,
    rejected: bool = False,
    limit: int | None = None,
    shape: type[E] = Entry,  # type: ignore[assignment]
) -> list[E]:
    """Entries with all of `parties`, in order of date (undated last), whole or in brief.

    `since` and `until` are days (`2024-09-10`): entries whose dates may fall within are found, undated ones are not.
    `person` is a name or an official's identity; `mechanism` some of its words; empty, any.
    """
    table, codes = schema.entry, sorted(set(parties))
    first, last = table.c.first, table.c.last
    statement = sa.select(table.c.body)
    if mechanism is not None:
        statement = statement.where(table.c.mechanism > "")  # so that the indexes of these entries serve
    if len(codes) > 1 and not rejected:
        # Kept by pair and in order: the first few are found without a look at the others.
        pair = schema.entry_pair.alias()
        first, last = pair.c.first, pair.c.last
        statement = statement.join(pair, (pair.c.entry == table.c.id) & (pair.c.a == codes[0]) & (pair.c.b == codes[1]))
        statement = statement.where(pair.c.mechanism) if mechanism is not None else statement
        codes = codes[2:]
    for code in codes:
        side = schema.entry_party.alias()
        statement = statement.join(side, (side.c.entry == table.c.id) & (side.c.party == code))
        statement = statement.where(side.c.mechanism) if mechanism is not None else statement
        first = side.c.first if codes == [code] and first is table.c.first else first
    for word in dict.fromkeys([person] if person and re.fullmatch(r"Q\d+|.+@.+", person) else _words(person)):
        name = schema.entry_person.alias()
        statement = statement.join(name, (name.c.entry == table.c.id) & (name.c.word == word))
    if document is not None:
        told = sa.select(schema.report.c.entry).where(schema.report.c.document == document)
        statement = statement.where(table.c.id.in_(told))
    if since is not None:
        statement = statement.where(last >= since)
    if until is not None:
        statement = statement.where(first <= until)
    if listed := sorted(set(types)):
        statement = statement.where(table.c.type.in_(listed))
    if not rejected:
        statement = statement.where(table.c.rejected.is_(False))
    # Dated and undated ones are asked for apart, so that an index gives their order.
    dated = statement.where(first.is_not(None)).order_by(first, last, table.c.id)
    bodies = list(connection.scalars(dated.limit(limit)))
    if since is None and until is None and (limit is None or len(bodies) < limit):
        undated = statement.where(first.is_(None)).order_by(table.c.id)
        bodies += connection.scalars(undated.limit(None if limit is None else limit - len(bodies)))
    found = [msgspec.json.decode(body, type=shape) for body in bodies]
    if mechanism is not None:
        wanted = set(plain(mechanism).split())
        found = [e for e in found if e.mechanism and wanted <= set(plain(e.mechanism).split())]
    return found


def of_all(
    statement: sa.Select[Any], entry: sa.ColumnElement[str], parties: Iterable[str], *, rejected: bool = False
) -> sa.Select[Any]:
    """The statement joined so that its entries have all of some parties; `rejected` allows for rejected ones."""
    codes = sorted(set(parties))
    if len(codes) > 1 and not rejected:
        pair = schema.entry_pair.c
        both = (pair.entry == entry) & (pair.a == codes[0]) & (pair.b == codes[1])
        statement, codes = statement.join(schema.entry_pair, both), codes[2:]
    for code in codes:
        side = schema.entry_party.alias()
        statement = statement.join(side, (side.c.entry == entry) & (side.c.party == code))
    return statement


def backwards(
    connection: Connection, parties: Iterable[str], *, before: str, types: Iterable[str]
) -> Iterator[tuple[str, Entry]]:
    """Entries with all of two parties or more that came about and begin before a day, the newest first.

    Each comes with its first day; they are fetched as they are asked for.
    """
    codes = sorted(set(parties))
    pair, held = schema.entry_pair.c, schema.entry.c
    statement = (
        sa.select(pair.entry, pair.first, held.body)
        .join(schema.entry, held.id == pair.entry)
        .where(pair.a == codes[0], pair.b == codes[1], pair.status == "occurred", pair.type.in_(sorted(set(types))))
        .order_by(pair.first.desc(), pair.entry.desc())
    )
    for code in codes[2:]:
        side = schema.entry_party.alias()
        statement = statement.join(side, (side.c.entry == pair.entry) & (side.c.party == code))
    at = pair.first < before
    size = _FEW
    while rows := connection.execute(statement.where(at).limit(size)).all():
        for _, first, body in rows:
            yield first, msgspec.json.decode(bytes(body), type=Entry)
        last = rows[-1]
        at = (pair.first < last.first) | ((pair.first == last.first) & (pair.entry < last.entry))
        size = min(size * 2, _MANY)


def latest(
    connection: Connection,
    *,
    types: Iterable[str],
    parties: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    undated: bool = True,
    limit: int,
) -> list[Entry]:
    """What came about of some types with all of `parties`, the latest first, at most `limit`; then undated ones."""
    table = schema.entry
    statement = sa.select(table.c.body).where(
        table.c.type.in_(sorted(set(types))), table.c.status == "occurred", table.c.rejected.is_(False)
    )
    for code in sorted(set(parties)):
        side = schema.entry_party.alias()
        statement = statement.join(side, (side.c.entry == table.c.id) & (side.c.party == code))
    dated = statement.where(table.c.first.is_not(None)).order_by(table.c.first.desc(), table.c.id.desc())
    if since is not None:
        dated = dated.where(table.c.last >= since)
    if until is not None:
        dated = dated.where(table.c.first <= until)
    bodies = list(connection.scalars(dated.limit(limit)))
    if undated and len(bodies) < limit:
        rest = statement.where(table.c.first.is_(None)).order_by(table.c.id).limit(limit - len(bodies))
        bodies += connection.scalars(rest)
    return [msgspec.json.decode(bytes(body), type=Entry) for body in bodies]


def named(connection: Connection, names: Iterable[str]) -> dict[str, Entry]:
    """The entries of some names, by name."""
    table = schema.entry.c
    rows = (
        r
        for piece in chunks(names)
        for r in connection.execute(sa.select(table.id, table.body).where(table.id.in_(piece)))
    )
    return {name: msgspec.json.decode(bytes(body), type=Entry) for name, body in rows}


def _words(name: str | None) -> list[str]:
    return plain(name).split() if name else []


def entry(connection: Connection, name: str) -> Entry:
    """The entry of that name, of a name it had before, or whose name alone begins so; else NotInRecord."""
    table = schema.entry.c
    wanted = name.strip().lower()
    body = connection.scalar(sa.select(table.body).where(table.id == wanted))
    if body is None:
        names = schema.former_name.c
        now = connection.scalar(sa.select(names.new).where(names.old == wanted))
        if now is not None:
            return entry(connection, now)
        begins = sa.select(table.id, table.body).where(table.id >= wanted, table.id < wanted + "\uffff").limit(6)
        rows = connection.execute(begins).all() if wanted else []
        if len(rows) == 1:
            body = rows[0].body
        elif rows:
            raise NotInRecord(f"{name} begins several entries: {', '.join(r.id for r in rows)}")
    if body is None:
        if connection.scalar(sa.select(schema.document.c.id).where(schema.document.c.id == name.strip())):
            raise NotInRecord(f"{name} is a document, not an entry; what was read from it: memcon show {name}")
        raise NotInRecord(f"there is no entry {name} in the record" + near(connection, schema.entry.c.id, wanted))
    return msgspec.json.decode(bytes(body), type=Entry)


def near(connection: Connection, column: sa.Column[Any], wanted: str) -> str:
    """A hint at names like the one asked for; only names that share its beginning are looked at."""
    names = connection.scalars(sa.select(column).where(column >= wanted[:4], column < wanted[:4] + "\uffff").limit(500))
    close = difflib.get_close_matches(wanted, list(names), n=3, cutoff=0.6)
    return f"; did you mean {either(close)}?" if close else ""


def is_rejected(connection: Connection, name: str) -> bool:
    """Whether an analyst rejected the entry."""
    return bool(connection.scalar(sa.select(schema.entry.c.rejected).where(schema.entry.c.id == name)))


def links(connection: Connection, name: str) -> list[Link]:
    """Links from and to an entry, without those to rejected entries."""
    table = schema.link.c
    rows = connection.execute(sa.select(schema.link).where((table.source == name) | (table.target == name))).all()
    out = set(
        connection.scalars(
            sa.select(schema.entry.c.id).where(
                schema.entry.c.rejected.is_(True),
                schema.entry.c.id.in_({r.source for r in rows} | {r.target for r in rows}),
            )
        )
    )
    return sorted(
        Link(source=r.source, target=r.target, kind=r.kind) for r in rows if r.source not in out and r.target not in out
    )
