"""How often pairs met, from the record's table of contacts: no entry is opened but the last before each silence."""

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple, get_args

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging.entry import State
from memcon.model import Interval
from memcon.questions.gaps import Gap, gap_between, may_be_unusual
from memcon.record import schema
from memcon.record.levels import Channel, Level
from memcon.record.rows import chunks

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
    if len(parties) == 1:  # asked for apart, each from its index
        sides = [c.a == parties[0]], [c.b == parties[0]]
        rows = [row for side in sides for row in _sums(connection, [*side, *_within(span)])]
    else:
        rows = _sums(connection, [*_of_pair(parties), *_within(span)])
    found: dict[Pair, list[Met]] = defaultdict(list)
    for a, b, level, channel, count, first, last, wide in rows:
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        found[a, b].append(Met(level, channel, count, *days, int(wide)))
    return found


def _sums(connection: Connection, wanted: list[Any]) -> list[Any]:
    c = schema.contact.c
    columns = (c.a, c.b, c.level, c.channel)
    sums = (sa.func.count(), sa.func.min(c.first), sa.func.max(c.last), sa.func.sum(c.days))
    return [*connection.execute(sa.select(*columns, *sums).where(*wanted).group_by(*columns).order_by(*columns))]


def _within(span: Span) -> list[Any]:
    c = schema.contact.c
    wanted: list[Any] = [c.first <= min(span.as_of.isoformat(), span.until or "9999")]
    return wanted if span.since is None else [*wanted, c.last >= span.since]


def _of_pair(parties: tuple[str, ...]) -> list[Any]:
    return [column == code for column, code in zip((schema.contact.c.a, schema.contact.c.b), sorted(parties[:2]))]  # noqa: B905


def silences(connection: Connection, met: dict[Pair, list[Met]], span: Span) -> Iterator[Silence]:
    """The silences that are out of habit, in order of pair: a pair's own before those of its levels and channels."""
    for pair, groups in sorted(met.items()):
        if _may(_together(groups), span):
            yield from _of(connection, pair, None, span)
        if len(groups) > 1:
            for m in groups:
                if m.level != "not told" and _may(m, span):
                    yield from _of(connection, pair, m, span)


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


def _of(connection: Connection, pair: Pair, met: Met | None, span: Span) -> Iterator[Silence]:
    """The silence of a pair, or of its contacts at one level through one channel, where it is out of habit."""
    c = schema.contact.c
    statement = sa.select(c.first, c.last, c.entry).where(*_of_pair(pair), *_within(span))
    if met is not None:
        statement = statement.where(c.level == met.level, c.channel == met.channel)
    rows = connection.execute(statement).all()
    contacts = [Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for first, last, _ in rows]
    _, last, entry = max(rows, key=lambda row: row[1:])
    silence = gap_between(contacts, entry, span.as_of)
    if silence.unusual:
        level, channel = (met.level, met.channel) if met is not None else (None, None)
        yield Silence(pair, level, channel, silence, dt.date.fromisoformat(last))


class Read:
    """How many events of a party that began after a day were read. Each party's days are counted once."""

    def __init__(self, connection: Connection, span: Span) -> None:
        self._connection, self._span = connection, span
        self._days: dict[str, tuple[list[str], list[int]]] = {}
        held, side = schema.entry.c, schema.entry_party.c
        # All states are named, so that an index finds the few that were rejected.
        out = sa.select(held.id).where(held.state.in_(get_args(State)), held.rejected.is_(True))
        rejected = list(connection.scalars(out))
        rows = (
            row
            for piece in chunks(rejected)
            for row in connection.execute(sa.select(side.party, side.first).where(side.entry.in_(piece)))
        )
        self._rejected = Counter((row.party, row.first) for row in rows)

    def after(self, party: str, day: str) -> int:
        """The number for a party and a day, ISO 8601."""
        if party not in self._days:
            self._days[party] = self._counted(party)
        days, until = self._days[party]
        return until[-1] - until[bisect_right(days, day)]

    def _counted(self, party: str) -> tuple[list[str], list[int]]:
        """The days on which something began, and how much had begun before each and in all."""
        side, span = schema.entry_party.c, self._span
        statement = sa.select(side.first, sa.func.count()).where(
            side.party == party, side.first <= span.as_of.isoformat(), side.first >= (span.since or "")
        )
        rows = self._connection.execute(statement.group_by(side.first).order_by(side.first)).all()
        counts = [int(n) - self._rejected[party, first] for first, n in rows]
        return [row[0] for row in rows], [0, *accumulate(counts)]


def contacts_after(connection: Connection, pair: Pair, day: str, span: Span) -> Iterator[str]:
    """The entries in which a pair met after a day, in no order, but for handshakes."""
    c = schema.contact.c
    statement = sa.select(c.entry).where(*_of_pair(pair), *_within(span), c.last > day, c.channel != PASSING)
    yield from connection.scalars(statement.execution_options(yield_per=PIECE))


PIECE = 50  # rows fetched at once: most refusals are answered by one of the next contacts
