"""The day that a quote names where no page tells the year: "on March 18", "5-6 May", "10月31日下午", "on Sunday".

A reading gives no date where the year is not known. The day of the year still tells two events apart, and the same day
in two quotes speaks for one.
"""

import datetime as dt
from typing import NamedTuple, cast

from memcon.model import Interval
from memcon.reading.expressions import CalendarDate, CalendarRange, Expression, Weekday

LEAP_YEAR = 2000  # a year that has every day


class NamedDays(NamedTuple):
    """First and last day, both included, each as month and day."""

    first: tuple[int, int]
    last: tuple[int, int]

    def within(self, year: int) -> Interval | None:
        """These days in one year; None where it has no 29 February."""
        try:
            return Interval(dt.date(year, *self.first), dt.date(year, *self.last))
        except ValueError:
            return None

    def around(self, days: int) -> tuple[str, ...]:
        """These days and so many before and after, as month and day: `03-17`, `03-18`, `03-19`."""
        span = self.within(LEAP_YEAR)
        if span is None:
            return ()
        steps = range(-days, span.days + days)
        return tuple(sorted({f"{span.first + dt.timedelta(step):%m-%d}" for step in steps}))


def named_days(quote: str) -> NamedDays | None:
    """The days that a quote names without a year, if it names one time alone."""
    told: set[tuple[int | None, int | None, int | None]] = set()
    for e in _expressions(quote):
        first, last = (e.first, e.last) if isinstance(e, CalendarRange) else (e, e)
        if isinstance(first, CalendarDate) and isinstance(last, CalendarDate) and first.day and last.day:
            month = first.month or last.month
            if first.year is None and last.year is None and month and (last.month or month) == month:
                told.add((month, first.day, last.day))
    if len(told) != 1:
        return None
    month, day, end = told.pop()
    if month is None or day is None or end is None or day > end:
        return None
    named = NamedDays((month, day), (month, end))
    return named if named.within(LEAP_YEAR) else None


def named_weekday(quote: str) -> int | None:
    """The day of the week (Monday 0) that a quote names, if it names one alone."""
    days = [e for e in _expressions(quote) if isinstance(e, Weekday)]
    told = {e.weekday for e in days}
    return told.pop() if len(told) == 1 and all(e.until is None for e in days) else None


def _expressions(quote: str) -> list[Expression]:
    """What the readers of both languages find of time in a quote."""
    # Here, since their word lists take a while to load and most records have no such quote.
    from memcon.reading.chinese.dates import find
    from memcon.reading.chinese.script import simplify
    from memcon.reading.english.dates import find_in_text

    spoken = [cast(Expression, m.expression) for m in find_in_text(quote)]
    return spoken + [f.expression for f in find(simplify("".join(quote.split())))]
