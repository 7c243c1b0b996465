"""What days an expression of time names: calendar arithmetic, free of any language.

`resolve` takes an expression (`expressions`) and the page's date and gives an EDTF string, `~` where the words are
vague. Where the page's own date is an interval, the answer is as wide as that makes it, or None where it would say
nothing.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from memcon.model import Interval
from memcon.reading.expressions import (
    Anchored,
    CalendarDate,
    CalendarRange,
    Day,
    Direction,
    Distance,
    Duration,
    Expression,
    NamedMonth,
    Part,
    Period,
    Season,
    Shift,
    Stretch,
    Unit,
    Weekday,
    WeekOf,
)

__all__ = [
    "Anchored",
    "CalendarDate",
    "CalendarRange",
    "Day",
    "Direction",
    "Distance",
    "Duration",
    "Expression",
    "NamedMonth",
    "Part",
    "Period",
    "Season",
    "Shift",
    "Stretch",
    "Unit",
    "WeekOf",
    "Weekday",
    "days",
    "needs_today",
    "resolve",
]

# Units that "recent" and "coming" stretch over when no number is named: a few, as newspapers use them.
FEW: dict[Unit, int] = {"hour": 24, "day": 7, "week": 5, "month": 6, "quarter": 3, "year": 5, "decade": 3}
# A bare day or month further away than this would carry its year or a "last": the nearer one is meant.
FAR = 240
# A date just beyond the page's own is still past: the page may be stamped in another time zone.
ZONE = 1


def resolve(
    expression: Expression,
    today: Interval | None,
    direction: Direction = "past",
    anchor: Interval | None = None,
) -> str | None:
    """The days an expression names, as EDTF; None where it names none or the page's date is needed and too wide.

    `direction` says on which side of the page's date to look for what has no year: `past` for what happened, `future`
    for what is planned. A day or month that lies far behind on that side and near on the other is taken for the near
    one, unless the direction is strict. `anchor` is the date that "the following day" counts from.
    """
    found = days(expression, today, direction, anchor)
    return found[0].edtf(approximate=found[1]) if found else None


def days(
    expression: Expression,
    today: Interval | None,
    direction: Direction = "past",
    anchor: Interval | None = None,
) -> tuple[Interval, bool] | None:
    """As `resolve`: the interval, and whether its edges are approximate."""
    if isinstance(expression, Anchored):
        return _anchored(expression, anchor)
    if isinstance(expression, CalendarDate | CalendarRange | WeekOf | Season) and not _needs_today(expression):
        return _on(expression, dt.date(2000, 1, 1), direction)
    if today is None:
        return None
    left = _on(expression, today.first, direction)
    right = left if today.days == 1 else _on(expression, today.last, direction)
    if left is None or right is None:
        return None
    hull = Interval(min(left[0].first, right[0].first), max(left[0].last, right[0].last))
    if hull.days - left[0].days > max(92, left[0].days):
        return None
    return hull, left[1]


def needs_today(expression: Expression) -> bool:
    """Whether the page's date is needed to tell the days: not so for "26 July 2022"."""
    if isinstance(expression, CalendarDate | CalendarRange | WeekOf | Season):
        return _needs_today(expression)
    return True


def _needs_today(expression: CalendarDate | CalendarRange | WeekOf | Season) -> bool:
    if isinstance(expression, CalendarRange):
        return _needs_today(expression.first) and _needs_today(expression.last)
    if isinstance(expression, WeekOf):
        return _needs_today(expression.date)
    return expression.year is None


def _on(expression: Expression, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
    """The days meant on a page of one known day."""
    match expression:
        case CalendarDate():
            return _calendar(expression, today, direction)
        case CalendarRange():
            return _range(expression, today, direction)
    direction = _loosely(direction)
    match expression:
        case Weekday():
            return _weekday(expression, today, direction), False
        case Day():
            day = today + dt.timedelta(expression.offset)
            return Interval(day, day), False
        case Period():
            return _period(expression, today, direction)
        case NamedMonth():
            return _named_month(expression, today)
        case Season():
            return _season(expression, today, direction)
        case WeekOf():
            inner = _calendar(expression.date, today, direction)
            if inner is None:
                return None
            first = inner[0].first - dt.timedelta(6 if expression.ending else 0)
            return Interval(first, first + dt.timedelta(6)), False
        case Distance():
            return _distance(expression.count, expression.unit, today, expression.vague)
        case Stretch():
            return _stretch(expression, today)
        case Duration():
            if expression.within and direction == "future":
                return _distance(expression.count, expression.unit, today, expression.qualifier != "exactly")
            return None
        case _:
            return None


def _loosely(direction: Direction) -> Direction:
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
    if n >= 365:  # thirds of a year are whole months
        start = {"early": 1, "middle": 5, "late": 9}[part]
        y = whole.first.year
        return Interval(month(y, start).first, month(y, start + 3).last), True
    if part == "early":
        return Interval(whole.first, whole.first + dt.timedelta(third - 1)), True
    if part == "middle":
        return Interval(whole.first + dt.timedelta(third), whole.first + dt.timedelta(2 * third - 1)), True
    return Interval(whole.first + dt.timedelta(2 * third), whole.last), True


def _nearest(candidates: Iterator[Interval], today: dt.date, direction: Direction) -> Interval | None:
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


def _calendar(date: CalendarDate, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
    if date.year_offset is not None:
        date = replace(date, year=today.year + date.year_offset, year_offset=None)
    if date.month_offset is not None:
        whole = month(today.year, today.month + date.month_offset)
        date = replace(date, year=whole.first.year, month=whole.first.month, month_offset=None)
    if date.year is not None:  # a weekday that does not fit a full date is a slip of the writer
        whole_or_none = _absolute(replace(date, weekday=None), date.year)
        return part_of(whole_or_none, date.part) if whole_or_none else None
    if date.month is None and date.day is not None and not date.quarter:
        return _bare_day(date, today, _loosely(direction))
    reach = 7 if date.weekday is not None else 5 if (date.month, date.day) == (2, 29) else 1
    candidates = (_absolute(date, y) for y in range(today.year - reach, today.year + reach + 1))
    chosen = _nearest((c for c in candidates if c), today, direction)
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


def _range(span: CalendarRange, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
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
    right = _calendar(last, today, direction)
    if right is None:
        return None
    end = right[0]
    if first.year is None:
        first = replace(first, year=end.last.year, year_offset=None)
    if first.month is None and first.day is not None:
        first = replace(first, month=end.last.month)
    left = _calendar(first, today, direction)
    if left is not None and left[0].first > end.last and span.first.year is None:
        left = _calendar(replace(first, year=end.last.year - 1), today, direction)
    if left is None or left[0].first > end.last:
        return None
    return Interval(left[0].first, end.last), left[1] or right[1]


def _weekday(named: Weekday, today: dt.date, direction: Direction) -> Interval:
    """0 to 6 days back, or ahead when planned; "last" is before today, "next" after it."""
    monday = today - dt.timedelta(today.weekday())
    if named.week_offset is not None:
        first = monday + dt.timedelta(7 * named.week_offset + named.weekday)
    elif named.shift == "last":
        first = today - dt.timedelta((today.weekday() - named.weekday - 1) % 7 + 1)
    elif named.shift == "next":
        first = today + dt.timedelta((named.weekday - today.weekday() - 1) % 7 + 1)
    elif direction == "future":
        first = today + dt.timedelta((named.weekday - today.weekday()) % 7)
    elif named.shift == "this" and direction == "either":
        first = monday + dt.timedelta(named.weekday)
    else:
        first = today - dt.timedelta((today.weekday() - named.weekday) % 7)
    run = 0 if named.until is None else (named.until - named.weekday) % 7
    if run and direction == "past" and named.shift is None and named.week_offset is None:
        # The last day of a run that is over lies in the past, the first with it.
        end = today - dt.timedelta((today.weekday() - (named.until or 0)) % 7)
        first = end - dt.timedelta(run)
    return Interval(first, first + dt.timedelta(run))


def _period(period: Period, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
    whole = _unit(period.unit, period.offset, today, direction)
    if whole is None:
        return None
    if period.part == "before" and period.offset == 0:
        return Interval(whole.first, max(whole.first, today - dt.timedelta(1))), False
    if period.part == "after" and period.offset == 0:
        return Interval(min(whole.last, today + dt.timedelta(1)), whole.last), False
    return part_of(whole, period.part)


def _unit(unit: Unit, offset: int, today: dt.date, direction: Direction) -> Interval | None:
    """The calendar unit `offset` units from the page's own."""
    monday = today - dt.timedelta(today.weekday())
    match unit:
        case "day":
            day = today + dt.timedelta(offset)
            return Interval(day, day)
        case "week":
            first = monday + dt.timedelta(7 * offset)
            last = first + dt.timedelta(6)
            if today.weekday() == 6:  # on a Sunday half the world has begun a new week
                if offset < 0:
                    last += dt.timedelta(6)
                elif offset > 0 or direction == "future":
                    first, last = (first if offset else today), last + dt.timedelta(6 if not offset else 0)
            return Interval(first, last)
        case "weekend":
            saturday = monday + dt.timedelta(5)
            if offset == 0 and direction != "future" and today.weekday() < 5:
                saturday -= dt.timedelta(7)
            saturday += dt.timedelta(7 * offset)
            return Interval(saturday, saturday + dt.timedelta(1))
        case "month":
            return month(today.year, today.month + offset)
        case "quarter":
            start = 3 * ((today.month - 1) // 3 + offset) + 1
            return Interval(month(today.year, start).first, month(today.year, start + 2).last)
        case "half":
            start = 6 * ((today.month - 1) // 6 + offset) + 1
            return Interval(month(today.year, start).first, month(today.year, start + 5).last)
        case "year":
            return year(today.year + offset)
        case "decade":
            start = today.year // 10 * 10 + 10 * offset
            return Interval(dt.date(start, 1, 1), dt.date(start + 9, 12, 31))
        case _:
            return None


def _named_month(named: NamedMonth, today: dt.date) -> tuple[Interval, bool]:
    y = today.year
    if named.shift == "last" and named.month >= today.month:
        y -= 1
    elif named.shift == "next" and named.month <= today.month:
        y += 1
    return part_of(month(y, named.month), named.part)


def _season(season: Season, today: dt.date, direction: Direction) -> tuple[Interval, bool] | None:
    """Northern seasons by whole months: winter is December to February and belongs to the year it ends in."""

    def of(y: int) -> Interval:
        start = 3 * season.season
        return Interval(month(y, start).first, month(y, start + 2).last)

    if season.year is not None:
        return of(season.year), True
    if season.year_offset is not None:
        return of(today.year + season.year_offset), True
    around = [of(y) for y in range(today.year - 2, today.year + 3)]
    if season.shift == "last":
        return [s for s in around if s.last < today][-1], True
    if season.shift == "next":
        return next(s for s in around if s.first > today), True
    chosen = _nearest(iter(around), today, direction)
    return (chosen, True) if chosen else None


def _distance(count: float, unit: Unit, today: dt.date, vague: bool) -> tuple[Interval, bool] | None:
    """ "Two days ago" is a day; "three months ago" is known to half a month, "two years ago" to its year."""
    if unit in ("hour", "day", "weekend"):
        shift = round(count / 24 if unit == "hour" else count * (7 if unit == "weekend" else 1))
        day = today + dt.timedelta(shift)
        room = dt.timedelta(max(1, abs(shift) // 4) if vague else 0)
        return Interval(day - room, day + room), vague
    if unit == "week":
        day = today + dt.timedelta(round(7 * count))
        room = dt.timedelta(3 if not vague else 3 + round(abs(count)))
        return Interval(day - room, day + room), True
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit] * count
    middle = today.year + (today.month - 1 + round(months)) // 12
    if not 1 < middle < 9000:
        return None
    if unit == "month" or abs(months) < 24:
        day = add_months(today, round(months))
        room = dt.timedelta(15 if unit == "month" else 30)
        return Interval(day - room, day + room), True
    return year(middle), True


def _stretch(stretch: Stretch, today: dt.date) -> tuple[Interval, bool] | None:
    count = stretch.count if stretch.count is not None else FEW.get(stretch.unit, 1)
    if stretch.unit in ("hour", "day", "week", "weekend"):
        length = round(count * {"hour": 1 / 24, "day": 1, "week": 7, "weekend": 7}[stretch.unit])
        far = today + dt.timedelta(stretch.sign * length)
    else:
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[stretch.unit]
        if not 1 < today.year + stretch.sign * months * count / 12 < 9000:
            return None
        far = add_months(today, stretch.sign * round(months * count))
    return Interval(min(far, today), max(far, today)), True


def _anchored(expression: Anchored, anchor: Interval | None) -> tuple[Interval, bool] | None:
    if anchor is None:
        return None
    if expression.count == 0:
        return anchor, False
    left = _distance(expression.count, expression.unit, anchor.first, False)
    right = _distance(expression.count, expression.unit, anchor.last, False)
    if left is None or right is None:
        return None
    return Interval(left[0].first, right[0].last), left[1]
