"""What days an expression of time names: calendar arithmetic, free of any language.

`resolve` takes an expression (`expressions`) and the page's date and gives an EDTF string, `~` where the words are
vague. Where the page's own date is an interval, the answer is as wide as that makes it, or None where it would say
nothing.
"""

import datetime as dt

from memcon.model import Interval
from memcon.reading.calendar_days import add_months, calendar_days, loosely, month, nearest, part_of, range_days, year
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

# So many units are counted from the page's date; more are no date.
MOST = 5000


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
            return calendar_days(expression, today, direction)
        case CalendarRange():
            return range_days(expression, today, direction)
    direction = loosely(direction)
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
            inner = calendar_days(expression.date, today, direction)
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
    chosen = nearest(iter(around), today, direction)
    return (chosen, True) if chosen else None


def _distance(count: float, unit: Unit, today: dt.date, vague: bool) -> tuple[Interval, bool] | None:
    """ "Two days ago" is a day; "three months ago" is known to half a month, "two years ago" to its year."""
    if abs(count) > MOST:
        return None
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
    if count > MOST:
        return None
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
