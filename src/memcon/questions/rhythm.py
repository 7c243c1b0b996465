"""How often pairs met, from the record's table of contacts: no entry is opened but the last before each silence."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.model import Interval
from memcon.questions.gaps import Gap, gap_between, may_be_unusual
from memcon.record import schema
from memcon.record.levels import Channel, Level

Pair = tuple[str, str]
PASSING: Channel = "in passing"


class Span(NamedTuple):
    """The time asked about: `as_of` ends it, `since` and `until` (ISO 8601 days) narrow it."""

    as_of: dt.date
    since: str | None = None
    until: str | None = None


class Met(NamedTuple):
    """Contacts of a pair at one level through one channel, in sums."""

    level: Level
    channel: Channel
    contacts: int
    first: dt.date
    last: dt.date
    wide: int


class Silence(NamedTuple):
    """A pair, as a whole or at one level through one channel, whose silence is out of its habit."""

    pair: Pair
    level: Level | None
    channel: Channel | None
    gap: Gap
    since: dt.date


def pairs(connection: Connection, parties: tuple[str, ...], span: Span) -> dict[Pair, list[Met]]:
    """What every pair did, or those of one party, or of two."""
    c = schema.contact.c
    columns = (c.a, c.b, c.level, c.channel)
    sums = (sa.func.count(), sa.func.min(c.first), sa.func.max(c.last), sa.func.sum(c.days))
    statement = sa.select(*columns, *sums).where(*_within(parties, span)).group_by(*columns).order_by(*columns)
    found: dict[Pair, list[Met]] = defaultdict(list)
    for a, b, level, channel, count, first, last, wide in connection.execute(statement):
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        found[a, b].append(Met(level, channel, count, *days, int(wide)))
    return found


def _within(parties: tuple[str, ...], span: Span) -> list[Any]:
    c = schema.contact.c
    wanted: list[Any] = [c.first <= min(span.as_of.isoformat(), span.until or "9999")]
    if span.since is not None:
        wanted.append(c.last >= span.since)
    if len(parties) == 1:
        wanted.append(sa.or_(c.a == parties[0], c.b == parties[0]))
    elif parties:
        a, b = sorted(parties[:2])
        wanted += [c.a == a, c.b == b]
    return wanted


def silences(connection: Connection, met: dict[Pair, list[Met]], span: Span) -> Iterator[Silence]:
    """The silences that are out of habit, in order of pair: a pair's own before those of its levels and channels."""
    for pair, groups in sorted(met.items()):
        apart = [m for m in groups if m.level != "not told" and len(groups) > 1]
        if any(_may(m, span) for m in (_together(groups), *apart)):
            yield from _of(connection, pair, span)


def _together(groups: list[Met]) -> Met:
    return Met(
        "not told",
        PASSING,
        sum(m.contacts for m in groups),
        min(m.first for m in groups),
        max(m.last for m in groups),
        sum(m.wide for m in groups),
    )


def _may(met: Met, span: Span) -> bool:
    return may_be_unusual(met.contacts, met.first, met.last, met.wide, span.as_of)


def _of(connection: Connection, pair: Pair, span: Span) -> Iterator[Silence]:
    c = schema.contact.c
    statement = (
        sa.select(c.level, c.channel, c.first, c.last, c.entry).where(*_within(pair, span)).order_by(c.last, c.entry)
    )
    groups: dict[tuple[Level | None, Channel | None], list[tuple[Interval, str]]] = defaultdict(list)
    for level, channel, first, last, entry in connection.execute(statement):
        days = Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        groups[None, None].append((days, entry))
        groups[level, channel].append((days, entry))
    whole = len(groups[None, None])
    for (level, channel), contacts in sorted(groups.items(), key=lambda g: (g[0][0] or "", g[0][1] or "")):
        if level == "not told" or (level is not None and len(contacts) == whole):
            continue
        silence = gap_between((days for days, _ in contacts), contacts[-1][1], span.as_of)
        if silence.unusual:
            yield Silence(pair, level, channel, silence, contacts[-1][0].last)


def read_since(connection: Connection, pair: Pair, day: dt.date, span: Span) -> int:
    """How many events of either side that began after a day were read: those of both count for each."""
    side = schema.entry_party.c
    out = sa.select(schema.entry.c.id).where(schema.entry.c.rejected.is_(True))
    statement = sa.select(sa.func.count()).where(
        side.party.in_(pair),
        side.first > day.isoformat(),
        side.first <= span.as_of.isoformat(),
        side.entry.not_in(out),
    )
    if span.since is not None:
        statement = statement.where(side.first >= span.since)
    return int(connection.scalar(statement) or 0)


def contacts_after(connection: Connection, pair: Pair, day: str, span: Span) -> Iterator[str]:
    """The entries in which a pair met after a day, in order, but for handshakes."""
    c = schema.contact.c
    statement = (
        sa.select(c.entry)
        .where(*_within(pair, span), c.last > day, c.channel != PASSING)
        .order_by(c.last, c.entry)
        .execution_options(yield_per=PIECE)
    )
    yield from connection.scalars(statement)


PIECE = 50  # rows fetched at once: most refusals are answered by one of the next contacts
