"""Days narrowed down by evidence: constraints on when a page was written, drawn together.

Each constraint names the spans of days on which the page may have been written by one piece of evidence, and how much
that evidence is trusted. Pure and independent of the order in which constraints come.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from memcon.model import Evidence, Interval
from memcon.reading.dates import Direction, Expression, days

# Bounds of an open side: no page that is read was written before or after.
EARLIEST, LATEST = dt.date(1945, 1, 1), dt.date(2099, 12, 31)
# A year with many constraints against it is no date: the rest must weigh so many times what contradicts it.
_MAJORITY = 2.0


@dataclass(frozen=True, slots=True)
class Constraint:
    """The page was written within one of `spans`, by this evidence; `weight` is the rule's trust.

    `soft` marks evidence that says only what is likely: an answer that rests on it is approximate.
    """

    spans: tuple[Interval, ...]
    evidence: Evidence
    weight: float = 1.0
    soft: bool = False

    @classmethod
    def of(
        cls,
        evidence: Evidence,
        first: dt.date | None = None,
        last: dt.date | None = None,
        weight: float = 1.0,
        soft: bool = False,
    ) -> "Constraint":
        """A single span, None being open."""
        return cls((Interval(first or EARLIEST, last or LATEST),), evidence, weight, soft)

    def allows(self, first: dt.date, last: dt.date) -> bool:
        """Whether all days from first to last lie in one of the spans."""
        return any(span.first <= first and last <= span.last for span in self.spans)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The days that remain, the evidence that bounds them, and what contradicts them."""

    days: Interval
    approximate: bool
    bounding: tuple[Constraint, ...]
    against: tuple[Constraint, ...]

    def edtf(self) -> str:
        """The days as EDTF, `~` where they rest on what is only likely."""
        return self.days.edtf(self.approximate)

    def evidence(self) -> tuple[Evidence, ...]:
        """What the days rest on, then what contradicts them (rule `against-...`)."""
        told = [c.evidence for c in self.bounding]
        told += [replace_rule(c.evidence, f"against-{c.evidence.rule}") for c in self.against]
        return tuple(dict.fromkeys(told))


def replace_rule(evidence: Evidence, rule: str) -> Evidence:
    """The same quote under another rule name."""
    return Evidence(field=evidence.field, quote=evidence.quote, start=evidence.start, end=evidence.end, rule=rule)


def narrow(constraints: Iterable[Constraint]) -> Narrowed | None:
    """The days on which most of the evidence agrees; None where they stay open on a side, or evidence is divided.

    The days that the greatest sum of weights allows are kept. Where several separate spans have the same sum, all are
    covered: the answer runs from the first to the last.
    """
    known = sorted(set(constraints), key=lambda c: (c.evidence.start, c.evidence.end, c.evidence.rule, c.spans))
    edges = sorted(
        {EARLIEST, LATEST + dt.timedelta(1)}
        | {s.first for c in known for s in c.spans}
        | {s.last + dt.timedelta(1) for c in known for s in c.spans}
    )
    pieces = [Interval(a, b - dt.timedelta(1)) for a, b in pairwise(edges) if EARLIEST <= a <= LATEST]
    weighed = [(round(sum(c.weight for c in known if c.allows(*piece)), 6), piece) for piece in pieces]
    most = max((weight for weight, _ in weighed), default=0.0)
    best = [piece for weight, piece in weighed if weight == most]
    if not known or not most:
        return None
    found = Interval(best[0].first, best[-1].last)
    if found.first <= EARLIEST or found.last >= LATEST:
        return None
    against = tuple(c for c in known if not all(c.allows(*piece) for piece in best))
    if sum(c.weight for c in known if c not in against) < _MAJORITY * sum(c.weight for c in against):
        return None
    bounding = tuple(
        c for c in known if c not in against and any(s.first == found.first or s.last == found.last for s in c.spans)
    )
    return Narrowed(found, any(c.soft for c in bounding), bounding, against)


def writing_days(
    expression: Expression, event: Interval, direction: Direction = "past", reach: tuple[int, int] = (-400, 800)
) -> tuple[Interval, ...]:
    """On which days a page can have been written that tells of `event` by these words.

    "Last year" of an event of December 2023 was written in 2024. `reach`: days before and after the event to try.
    """

    def tells(day: dt.date) -> bool:
        named = days(expression, Interval(day, day), direction)
        return named is not None and named[0].overlaps(event)

    first, last = event.first + dt.timedelta(reach[0]), event.last + dt.timedelta(reach[1])
    return runs(tells, first, last)


def runs(holds: Callable[[dt.date], bool], first: dt.date, last: dt.date) -> tuple[Interval, ...]:
    """The unbroken spans of days from first to last on which something holds."""
    found: list[Interval] = []
    start: dt.date | None = None
    day = first
    while day <= last:
        if holds(day):
            start = start or day
        elif start:
            found.append(Interval(start, day - dt.timedelta(1)))
            start = None
        day += dt.timedelta(1)
    if start:
        found.append(Interval(start, last))
    return tuple(found)
