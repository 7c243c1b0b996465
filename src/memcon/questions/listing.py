"""Entries a page at a time, and counts by week and by pair: answered from indexes, however large the record.

A page is asked for by the place the one before it ended, so that page 2,000 costs what page 1 costs.
"""

import base64
import binascii
import functools
from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import RecordError
from memcon.merging import Entry as Entry
from memcon.questions.changes import Change
from memcon.record import Kept, finding, schema

SIZE = 50
MOST = 200  # entries on a page, however many are asked for
UNCERTAIN = 14  # days beyond which an entry belongs to no week
COUNTED = 1000  # a total beyond this is told as "more than"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some entries, newest first, undated ones last. `next` asks for more; `total` is None beyond `COUNTED`."""

    entries: tuple[Entry, ...]
    next: str | None
    total: int | None


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """A week by its Monday (ISO 8601): contacts, breaks and other acts dated within it, and documents of it."""

    monday: str
    contacts: int
    breaks: int
    acts: int
    documents: int


class Met(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties, and in how many entries of a time both took part."""

    parties: tuple[str, str]
    entries: int


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
    codes = _rarest_first(connection, list(dict.fromkeys(parties)))
    wanted = _wanted(codes, since, until, sorted(set(types)), status)
    # A party's own index is in the order of days: the newest are found without sorting the rest.
    first, name = _places(wanted, codes)
    statement = wanted.with_only_columns(e.id, e.first, e.body)
    if after is not None:
        last_day, last_id = _mark(after)
        if last_day:
            statement = statement.where(
                sa.or_(first < last_day, sa.and_(first == last_day, name < last_id), first.is_(None))
            )
        else:
            statement = statement.where(first.is_(None), name < last_id)
    rows = connection.execute(statement.order_by(*_newest_first(connection, first, name)).limit(size + 1)).all()
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


def _newest_first(
    connection: Connection, first: Any = schema.entry.c.first, name: Any = schema.entry.c.id
) -> list[Any]:
    """SQLite sorts NULL below everything, so that its index serves as it is; PostgreSQL is told to."""
    order: list[Any] = [first.desc(), name.desc()]
    return order if connection.dialect.name == "sqlite" else [first.is_(None), *order]


def _places(wanted: sa.Select[Any], codes: list[str]) -> tuple[Any, Any]:
    """The columns of day and name to sort by: those of the first party's rows, where there is one."""
    if not codes:
        return schema.entry.c.first, schema.entry.c.id
    side = _side(codes[0])
    return side.c.first, side.c.entry


@functools.lru_cache(maxsize=512)
def _side(code: str) -> sa.FromClause:
    """The rows of a party; of one name, so that it can be spoken of again."""
    return schema.entry_party.alias("party_" + "".join(f"{ord(c):x}" for c in code))


def _rarest_first(connection: Connection, codes: list[str]) -> list[str]:
    """Parties in the order of how few entries they are in, so that a pair is looked for from its rarer side."""
    if len(codes) < 2:
        return codes
    p = schema.entry_party.c
    count = {c: connection.scalar(sa.select(sa.func.count()).where(p.party == c)) or 0 for c in codes}
    return sorted(codes, key=lambda c: (count[c], c))


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


def _wanted(
    parties: list[str], since: str | None, until: str | None, types: list[str], status: str | None
) -> sa.Select[tuple[str]]:
    e = schema.entry.c
    statement = sa.select(e.id).where(e.rejected.is_(False))
    for code in parties:
        side = _side(code)
        statement = statement.join(side, (side.c.entry == e.id) & (side.c.party == code))
    if since is not None:
        statement = statement.where(e.last >= since)
    if until is not None:
        statement = statement.where((_side(parties[0]).c.first if parties else e.first) <= until)
    if types:
        statement = statement.where(e.type.in_(types))
    if status is not None:
        statement = statement.where(e.status == status)
    return statement


def _made(day: str | None, name: str) -> str:
    return base64.urlsafe_b64encode(f"{day or ''} {name}".encode()).decode().rstrip("=")


def _mark(after: str) -> tuple[str, str]:
    try:
        plain = base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise RecordError("there is no such page") from error
    day, _, name = plain.partition(" ")
    if not name or "\0" in plain:
        raise RecordError("there is no such page")
    return day, name


def weeks(connection: Connection, parties: Iterable[str] = (), *, since: str, until: str) -> tuple[Week, ...]:
    """What happened week by week from one day to another: entries by the first day they may have been.

    Those whose day is not known to within two weeks are left out: they belong to no week.
    """
    import datetime as dt

    from memcon.questions.words import BREAKS, CONTACTS

    e = schema.entry.c
    statement = _wanted(list(dict.fromkeys(parties)), None, until, [], None).where(e.first >= since)
    columns = (e.first, e.last, e.type, e.status)
    counted = statement.with_only_columns(*columns, sa.func.count()).group_by(*columns)
    first = dt.date.fromisoformat(since)
    monday = first - dt.timedelta(days=first.weekday())
    last = dt.date.fromisoformat(until)
    held: dict[str, list[int]] = {}
    while monday <= last:
        held[monday.isoformat()] = [0, 0, 0, 0]
        monday += dt.timedelta(days=7)

    def slot(day: str) -> list[int]:
        at = dt.date.fromisoformat(day)
        return held[(at - dt.timedelta(days=at.weekday())).isoformat()]

    for day, end, kind, status, n in connection.execute(counted):
        if (dt.date.fromisoformat(end) - dt.date.fromisoformat(day)).days > UNCERTAIN:
            continue
        broken = kind in BREAKS or status in ("cancelled", "denied")
        slot(day)[1 if broken else 0 if kind in CONTACTS and status == "occurred" else 2] += n
    d = schema.document.c
    read = sa.select(d.first, sa.func.count()).where(d.first >= since, d.first <= until).group_by(d.first)
    for day, n in connection.execute(read):
        slot(day)[3] += n
    return tuple(Week(monday=m, contacts=c, breaks=b, acts=a, documents=n) for m, (c, b, a, n) in held.items())


def met(
    connection: Connection, party: str | None = None, *, since: str, until: str, types: Iterable[str], limit: int = 60
) -> tuple[Met, ...]:
    """The pairs that met most from one day to another, all of them or those of one party."""
    e = schema.entry.c
    one, other = schema.entry_party.alias(), schema.entry_party.alias()
    statement = (
        sa.select(one.c.party, other.c.party, sa.func.count())
        .select_from(schema.entry)
        .join(one, one.c.entry == e.id)
        .join(other, (other.c.entry == e.id) & (other.c.party > one.c.party))
        .where(e.rejected.is_(False), e.status == "occurred", e.first >= since, e.first <= until)
        .where(e.type.in_(sorted(set(types))))
        .group_by(one.c.party, other.c.party)
        .order_by(sa.func.count().desc(), one.c.party, other.c.party)
        .limit(limit)
    )
    if party is not None:
        statement = statement.where(sa.or_(one.c.party == party, other.c.party == party))
    return tuple(Met(parties=(a, b), entries=n) for a, b, n in connection.execute(statement))


def documents(
    connection: Connection, parties: Iterable[str] = (), *, size: int = SIZE, after: str | None = None
) -> Read:
    """Documents that speak of all of some parties, newest first, undated ones last; all documents without any."""
    size = max(1, min(size, MOST))
    wanted = list(dict.fromkeys(parties))
    day, name = _mark(after) if after is not None else ("9999", "")
    if wanted:
        held = [d for d in finding.about(connection, wanted) if after is None or (d.first or "", d.id) < (day, name)]
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
        kept = {k.id: k for k in finding.kept(connection, names)}
        some = [kept[n] for n in names]
    more = some[size - 1] if len(some) > size else None
    return Read(documents=tuple(some[:size]), next=_made(more.first, more.id) if more else None)


def visits(
    connection: Connection, parties: Iterable[str] = (), *, since: str, until: str, limit: int = 1000
) -> tuple[Entry, ...]:
    """Visits that came about from one day to another, newest first."""
    e = schema.entry.c
    statement = _wanted(list(dict.fromkeys(parties)), since, until, ["visit"], "occurred").with_only_columns(e.body)
    rows = connection.scalars(statement.order_by(e.first.desc(), e.id).limit(limit))
    return tuple(msgspec.json.decode(bytes(body), type=Entry) for body in rows)


def unsure(connection: Connection, parties: Iterable[str] = (), *, looked_at: int = 1000) -> tuple[Entry, ...]:
    """Entries no analyst has looked at, the least sure first, among the newest so many."""
    e = schema.entry.c
    statement = _wanted(list(dict.fromkeys(parties)), None, None, [], None).where(e.state == "machine")
    rows = connection.scalars(statement.with_only_columns(e.body).order_by(*_newest_first(connection)).limit(looked_at))
    found = [msgspec.json.decode(bytes(body), type=Entry) for body in rows]
    return tuple(sorted(found, key=lambda entry: (entry.confidence, entry.id)))


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
    p = schema.entry_party.c
    statement = (
        sa.select(p.party, sa.func.count()).group_by(p.party).order_by(sa.func.count().desc(), p.party).limit(limit)
    )
    return tuple(Told(party=party, entries=n) for party, n in connection.execute(statement))


def newest(connection: Connection, parties: Iterable[str] = (), *, count: int, until: str) -> str | None:
    """The first day of the newest `count` dated entries with all of some parties up to a day; None where fewer are."""
    e = schema.entry.c
    wanted = list(dict.fromkeys(parties))
    if not wanted:
        statement = sa.select(e.first).where(e.first <= until).order_by(e.first.desc())
    else:
        side = schema.entry_party.alias()
        statement = sa.select(side.c.first).where(side.c.party == wanted[0], side.c.first <= until)
        for code in wanted[1:]:
            other = schema.entry_party.alias()
            statement = statement.join(other, (other.c.entry == side.c.entry) & (other.c.party == code))
        statement = statement.order_by(side.c.first.desc())
    found: str | None = connection.scalar(statement.offset(count - 1).limit(1))
    return found


def span(connection: Connection) -> tuple[str, str] | None:
    """The first and the last day any dated entry may have been."""
    e = schema.entry.c
    first, last = connection.execute(sa.select(sa.func.min(e.first), sa.func.max(e.first))).one()
    return (first, last) if first else None
