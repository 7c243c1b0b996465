"""What pictures of the whole are drawn from: contacts by week, pairs by number of contacts, visits."""

import datetime as dt
from collections.abc import Iterable

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Entry
from memcon.questions.listing import day_and_name, narrowed, newest_first
from memcon.questions.words import BREAKS, CONTACTS
from memcon.record import schema

UNCERTAIN = 14  # days beyond which an entry belongs to no week


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


def weeks(connection: Connection, parties: Iterable[str] = (), *, since: str, until: str) -> tuple[Week, ...]:
    """What happened week by week from one day to another: entries by the first day they may have been.

    Those whose day is not known to within two weeks are left out: they belong to no week.
    """
    e = schema.entry.c
    statement = narrowed(sorted(set(parties)), None, until, [], None).where(e.first >= since)
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
    p = schema.entry_pair.c
    statement = (
        sa.select(p.a, p.b, sa.func.count())
        .where(p.first >= since, p.first <= until, p.status == "occurred", p.type.in_(sorted(set(types))))
        .group_by(p.a, p.b)
        .order_by(sa.func.count().desc(), p.a, p.b)
        .limit(limit)
    )
    if party is not None:
        statement = statement.where(sa.or_(p.a == party, p.b == party))
    return tuple(Met(parties=(a, b), entries=n) for a, b, n in connection.execute(statement))


def visits(
    connection: Connection, parties: Iterable[str] = (), *, since: str, until: str, limit: int = 1000
) -> tuple[Entry, ...]:
    """Visits that came about from one day to another, newest first."""
    codes = sorted(set(parties))
    first, name = day_and_name(codes)
    statement = narrowed(codes, since, until, ["visit"], "occurred").with_only_columns(schema.entry.c.body)
    # No visit lasts longer than a year: what began before that has ended.
    statement = statement.where(first >= f"{int(since[:4]) - 1:04d}{since[4:]}")
    rows = connection.scalars(statement.order_by(*newest_first(connection, first, name)).limit(limit))
    return tuple(msgspec.json.decode(bytes(body), type=Entry) for body in rows)
