"""The calendar: days, months, parts of months, and the year that a writer leaves out."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from memcon.model import Interval
from memcon.reading.expressions import CalendarDate, CalendarRange, Direction, Part

# A bare day or month further away than this would carry its year or a "last": the nearer one is meant.
FAR = 240
# A date just beyond the page's own is still past: the page may be stamped in another time zone.
ZONE = 1


def loosely(direction: Direction) -> Direction:
    """The direction without its strictness."""
    return {"strictly past": "past", "strictly future": "future"}.get(direction, direction)  # type: ignore[return-value]


def month(year: int, number: int) -> Interval:
    """All days of a month; numbers below 1 and above 12 run into the neighbouring years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Interval(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]))


def year(number: int) -> Interval:
    """All days of a year."""
    return Interval(dt.date(number, 1, 1), dt.date(number, 12, 31))


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day of another month, or that month's last where it is shorter."""
    whole = month(day.year, day.month + count)
    return whole.first.replace(day=min(day.day, whole.last.day))


def part_of(whole: Interval, part: Part | None) -> tuple[Interval, bool]:
    """The early, middle, late, starting or ending part of a stretch of days; without a part all of it."""
    if part is None or part in ("before", "after"):
        return whole, False
    n = whole.days
    if part in ("start", "end"):
        n = {365: 31, 366: 31}.get(n, max(1, n // 4))
        edge = dt.timedelta(n - 1)
        return (
            Interval(whole.first, whole.first + edge) if part == "start" else Interval(whole.last - edge, whole.last)
        ), True
    third = n // 3
    if not third:
        return whole, True
    if n >= 365:  # thirds of a year are whole months
        start = {"early": 1, "middle": 5, "late": 9}[part]
        y = whole.first.year
        return Interval(month(y, start).first, month(y, start + 3).last), True
    if part == "early":
        return Interval(whole.first, whole.first + dt.timedelta(third - 1)), True
    if part == "middle":
        return Interval(whole.first + dt.timedelta(third), whole.first + dt.timedelta(2 * third - 1)), True
    return Interval(whole.first + dt.timedelta(2 * third), whole.last), True


def nearest(candidates: Iterator[Interval], today: dt.date, direction: Direction) -> Interval | None:
    """Of the same day or month in many years, the one a writer means who leaves the year out."""
    found = sorted(candidates)
    before = [c for c in found if c.first <= today + dt.timedelta(ZONE)]
    after = [c for c in found if c.last >= today - dt.timedelta(ZONE)]
    back, ahead = (before[-1] if before else None), (after[0] if after else None)
    if back is None or ahead is None:
        return back or ahead
    if direction.startswith("strictly"):
        return back if direction == "strictly past" else ahead
    behind, beyond = max(0, (today - back.last).days), max(0, (ahead.first - today).days)
    if direction == "past":
        return ahead if behind > FAR and beyond < FAR else back
    if direction == "future":
        return back if beyond > FAR and behind < FAR else ahead
    return back if behind <= beyond else ahead


def calendar_days(date: CalendarDate, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
    """The days of a calendar date on a page of one known day, and whether its edges are approximate."""
    if date.year_offset is not None:
        date = replace(date, year=today.year + date.year_offset, year_offset=None)
    if date.month_offset is not None:
        whole = month(today.year, today.month + date.month_offset)
        date = replace(date, year=whole.first.year, month=whole.first.month, month_offset=None)
    if date.year is not None:  # a weekday that does not fit a full date is a slip of the writer
        whole_or_none = _absolute(replace(date, weekday=None), date.year)
        return part_of(whole_or_none, date.part) if whole_or_none else None
    if date.month is None and date.day is not None and not date.quarter:
        return _bare_day(date, today, loosely(direction))
    reach = 7 if date.weekday is not None else 5 if (date.month, date.day) == (2, 29) else 1
    candidates = (_absolute(date, y) for y in range(today.year - reach, today.year + reach + 1))
    chosen = nearest((c for c in candidates if c), today, direction)
    return part_of(chosen, date.part) if chosen else None


def _absolute(date: CalendarDate, y: int) -> Interval | None:
    """The named days in one year; None where it has no such day or the weekday does not fit."""
    if not 1 <= y <= 9990:
        return None
    if date.decade:
        return Interval(dt.date(y, 1, 1), dt.date(y + 9, 12, 31))
    if date.quarter:
        return Interval(month(y, 3 * date.quarter - 2).first, month(y, 3 * date.quarter).last)
    if date.half:
        return Interval(month(y, 6 * date.half - 5).first, month(y, 6 * date.half).last)
    if date.month is None:
        return year(y)
    whole = month(y, date.month)
    if date.week is not None:
        first = whole.last - dt.timedelta(6) if date.week < 0 else whole.first + dt.timedelta(7 * (date.week - 1))
        return Interval(first, min(first + dt.timedelta(6), whole.last)) if first <= whole.last else None
    if date.day is None:
        return whole
    if not 1 <= date.day <= whole.days:
        return None
    day = whole.first.replace(day=date.day)
    if date.weekday is not None and day.weekday() != date.weekday:
        return None
    return Interval(day, day)


def _bare_day(date: CalendarDate, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
    """ "On the 10th": in the page's own month or the neighbouring one on the side asked for."""
    around = (month(today.year, today.month + shift).first for shift in range(-12, 13))
    named = (_absolute(replace(date, month=first.month), first.year) for first in around)
    found = sorted(c for c in named if c)
    before = [c for c in found if c.first <= today + dt.timedelta(ZONE)]
    after = [c for c in found if c.first >= today]
    if direction == "past":
        return (before[-1], False) if before else None
    if direction == "future":
        return (after[0], False) if after else None
    nearest = min(found, key=lambda c: (abs((c.first - today).days), c.first), default=None)
    return (nearest, False) if nearest else None


def range_days(span: CalendarRange, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
    """Missing years and months of one end are those of the other; a range never runs backwards."""
    first, last = span.first, span.last
    if last.month is None and last.day is not None:
        last = replace(last, month=first.month, year=last.year or first.year)
    if first.month is None and first.day is not None:
        first = replace(first, month=last.month, year=first.year or last.year)
    if last.year is None and first.year is not None:
        last = replace(last, year=first.year)
    for date in (first, last):
        if date.year is None and date.year_offset is not None:
            last = replace(last, year_offset=date.year_offset)
    right = calendar_days(last, today, direction)
    if right is None:
        return None
    end = right[0]
    if first.year is None:
        first = replace(first, year=end.last.year, year_offset=None)
    if first.month is None and first.day is not None:
        first = replace(first, month=end.last.month)
    left = calendar_days(first, today, direction)
    if left is not None and left[0].first > end.last and span.first.year is None:
        left = calendar_days(replace(first, year=end.last.year - 1), today, direction)
    if left is None or left[0].first > end.last:
        return None
    return Interval(left[0].first, end.last), left[1] or right[1]
