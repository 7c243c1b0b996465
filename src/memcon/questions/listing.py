"""Entries and documents a page at a time: answered from indexes, however large the record.

A page is asked for by the place the one before it ended, so that page 2,000 costs what page 1 costs.
"""

import base64
import binascii
from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import RecordError
from memcon.merging import Entry as Entry
from memcon.questions.changes import Change
from memcon.record import Kept, archive, finding, schema, tally

SIZE = 50
MOST = 200  # entries on a page, however many are asked for
COUNTED = 1000  # a total beyond this is told as "more than"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some entries, newest first, undated ones last. `next` asks for more; `total` is None beyond `COUNTED`."""

    entries: tuple[Entry, ...]
    next: str | None
    total: int | None


class Unsure(msgspec.Struct, frozen=True, kw_only=True):
    """Some entries no analyst has looked at, the least sure first. `next` asks for more."""

    entries: tuple[Entry, ...]
    next: str | None


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """Some documents, newest first, undated ones last. `next` asks for more."""

    documents: tuple[Kept, ...]
    next: str | None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A party and the number of entries it is in."""

    party: str
    entries: int


def page(
    connection: Connection,
    parties: Iterable[str] = (),
    *,
    since: str | None = None,
    until: str | None = None,
    types: Iterable[str] = (),
    status: str | None = None,
    size: int = SIZE,
    after: str | None = None,
    counted: bool = True,
) -> Page:
    """Entries with all of `parties` (codes), newest first. `since` and `until` are days; `after` is a page's `next`.

    Raises RecordError where `after` is no such mark.
    """
    size = max(1, min(size, MOST))
    e = schema.entry.c
    codes = sorted(set(parties))
    wanted = narrowed(codes, since, until, sorted(set(types)), status)
    # The index of a party, or of a pair, is in the order of days: the newest are found without sorting the rest.
    first, name = day_and_name(codes)
    statement = wanted.with_only_columns(e.id, e.first, e.body)
    if after is not None:
        last_day, last_id = _mark(after)
        if last_day:
            statement = statement.where(
                sa.or_(first < last_day, sa.and_(first == last_day, name < last_id), first.is_(None))
            )
        else:
            statement = statement.where(first.is_(None), name < last_id)
    rows = connection.execute(statement.order_by(*newest_first(connection, first, name)).limit(size + 1)).all()
    more = rows[size - 1] if len(rows) > size else None
    total = (
        connection.scalar(
            sa.select(sa.func.count()).select_from(wanted.with_only_columns(e.id).limit(COUNTED + 1).subquery())
        )
        if counted
        else None
    )
    return Page(
        entries=tuple(msgspec.json.decode(bytes(r.body), type=Entry) for r in rows[:size]),
        next=_made(more.first, more.id) if more is not None else None,
        total=total if total is not None and total <= COUNTED else None,
    )


def newest_first(connection: Connection, first: Any = schema.entry.c.first, name: Any = schema.entry.c.id) -> list[Any]:
    """SQLite sorts NULL below everything, so that its index serves as it is; PostgreSQL is told to."""
    order: list[Any] = [first.desc(), name.desc()]
    return order if connection.dialect.name == "sqlite" else [first.is_(None), *order]


def day_and_name(codes: list[str]) -> tuple[Any, Any]:
    """The columns of day and name to sort by: those of the party's or the pair's rows, where there is one."""
    if not codes:
        return schema.entry.c.first, schema.entry.c.id
    side = schema.entry_party.c if len(codes) == 1 else schema.entry_pair.c
    return side.first, side.entry


def named(connection: Connection, names: Iterable[str]) -> dict[str, Entry]:
    """The entries of some names, by name."""
    return finding.named(connection, names)


def planned(connection: Connection, day: str, limit: int) -> tuple[Entry, ...]:
    """What is planned from a day on, the soonest first."""
    e = schema.entry.c
    statement = (
        sa.select(e.body)
        .where(e.first >= day, e.status == "planned", e.rejected.is_(False))
        .order_by(e.first, e.id)
        .limit(limit)
    )
    return tuple(msgspec.json.decode(bytes(body), type=Entry) for body in connection.scalars(statement))


def narrowed(
    parties: list[str], since: str | None, until: str | None, types: list[str], status: str | None
) -> sa.Select[tuple[str]]:
    """The names of entries that are not rejected, with all of `parties`, of a time, of some types and a status."""
    e = schema.entry.c
    statement = sa.select(e.id).where(e.rejected.is_(False))
    if len(parties) == 1:
        side = schema.entry_party.c
        statement = statement.join(schema.entry_party, (side.entry == e.id) & (side.party == parties[0]))
    else:
        statement = finding.of_all(statement, e.id, parties)
    if since is not None:
        statement = statement.where(e.last >= since)
    if until is not None:
        statement = statement.where(day_and_name(parties)[0] <= until)
    if types:
        statement = statement.where(e.type.in_(types))
    if status is not None:
        statement = statement.where(e.status == status)
    return statement


def _made(day: str | None, name: str) -> str:
    return base64.urlsafe_b64encode(f"{day or ''} {name}".encode()).decode().rstrip("=")


UNDATED = _made(None, "~")  # the mark before the first entry without a date


def _mark(after: str) -> tuple[str, str]:
    try:
        plain = base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise RecordError("there is no such page") from error
    day, _, name = plain.partition(" ")
    if not name or "\0" in plain:
        raise RecordError("there is no such page")
    return day, name


def documents(
    connection: Connection, parties: Iterable[str] = (), *, size: int = SIZE, after: str | None = None
) -> Read:
    """Documents that speak of all of some parties, newest first, undated ones last; all documents without any."""
    size = max(1, min(size, MOST))
    wanted = list(dict.fromkeys(parties))
    day, name = _mark(after) if after is not None else ("9999", "")
    if wanted:
        held = [d for d in archive.about(connection, wanted) if after is None or (d.first or "", d.id) < (day, name)]
        held.sort(key=lambda d: (d.first or "", d.id), reverse=True)
        some = held[: size + 1]
    else:
        d = schema.document.c
        statement = sa.select(d.id)
        if after is not None and day:
            older = sa.or_(d.first < day, sa.and_(d.first == day, d.id < name), d.first.is_(None))
            statement = statement.where(older)
        elif after is not None:
            statement = statement.where(d.first.is_(None), d.id < name)
        order: list[Any] = [d.first.desc(), d.id.desc()]
        order = order if connection.dialect.name == "sqlite" else [d.first.is_(None), *order]
        names = list(connection.scalars(statement.order_by(*order).limit(size + 1)))
        kept = {k.id: k for k in archive.kept(connection, names)}
        some = [kept[n] for n in names]
    more = some[size - 1] if len(some) > size else None
    return Read(documents=tuple(some[:size]), next=_made(more.first, more.id) if more else None)


def unsure(
    connection: Connection, parties: Iterable[str] = (), *, size: int = SIZE, after: str | None = None
) -> Unsure:
    """Entries no analyst has looked at, the least sure first; `after` is the `next` of the page before.

    Raises RecordError where `after` is no such mark.
    """
    e = schema.entry.c
    statement = sa.select(e.id, e.confidence, e.body).where(e.state == "machine", e.rejected.is_(False))
    for code in dict.fromkeys(parties):
        side = schema.entry_party.c
        among = sa.select(side.entry).where(side.party == code, side.entry == e.id)
        statement = statement.where(among.exists())  # the order by confidence leads; each entry is looked up
    if after is not None:
        sure, name = _mark(after)
        try:
            least = float(sure)
        except ValueError as error:
            raise RecordError("there is no such page") from error
        statement = statement.where(sa.or_(e.confidence > least, sa.and_(e.confidence == least, e.id > name)))
    rows = connection.execute(statement.order_by(e.confidence, e.id).limit(size + 1)).all()
    more = rows[size - 1] if len(rows) > size else None
    return Unsure(
        entries=tuple(msgspec.json.decode(bytes(r.body), type=Entry) for r in rows[:size]),
        next=_made(repr(more.confidence), more.id) if more is not None else None,
    )


def latest(connection: Connection, *, limit: int = 50, before: int | None = None) -> tuple[Change, ...]:
    """The last changes of the record, newest first; `before` is the number of a change."""
    c = schema.change
    statement = sa.select(c).order_by(c.c.number.desc()).limit(limit)
    if before is not None:
        statement = statement.where(c.c.number < before)
    return tuple(
        Change(number=r.number, at=r.at, kind=r.kind, entry=r.entry, document=r.document, note=r.note)
        for r in connection.execute(statement)
    )


def state(connection: Connection) -> int:
    """The number of the last change: what was asked before holds as long as it stays."""
    return int(connection.scalar(sa.select(sa.func.max(schema.change.c.number))) or 0)


def busiest(connection: Connection, limit: int = 24) -> tuple[Told, ...]:
    """The parties in most entries."""
    counts = sorted(tally.of(connection, "events").items(), key=lambda c: (-c[1], c[0]))
    return tuple(Told(party=party, entries=n) for party, n in counts[:limit])


def newest(connection: Connection, parties: Iterable[str] = (), *, count: int, until: str) -> str | None:
    """The first day of the newest `count` dated entries with all of some parties up to a day; None where fewer are."""
    wanted = sorted(set(parties))
    if not wanted:
        first: Any = schema.entry.c.first
        statement = sa.select(first)
    elif len(wanted) == 1:
        first = schema.entry_party.c.first
        statement = sa.select(first).where(schema.entry_party.c.party == wanted[0])
    else:
        first = schema.entry_pair.c.first
        statement = sa.select(first).where(schema.entry_pair.c.a == wanted[0], schema.entry_pair.c.b == wanted[1])
    statement = statement.where(first <= until).order_by(first.desc()).offset(count - 1).limit(1)
    found: str | None = connection.scalar(statement)
    return found


def span(connection: Connection) -> tuple[str, str] | None:
    """The first and the last day any dated entry may have been."""
    e = schema.entry.c
    first, last = (connection.scalar(sa.select(edge)) for edge in (sa.func.min(e.first), sa.func.max(e.last)))
    return (first, last) if first and last else None
