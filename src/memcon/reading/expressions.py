"""What words can say of when, free of any language and not yet set against a calendar.

A language's own grammar (`english.dates`, `chinese.dates`) turns words into these; `dates.resolve` tells the days.
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["hour", "day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
Direction = Literal["past", "future", "either", "strictly past", "strictly future"]
Shift = Literal["last", "this", "next"]
Part = Literal["start", "early", "middle", "late", "end", "before", "after"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Any of year, month (1-12), day, weekday (Monday 0) that is named: "26 July 2022", "in April", "on the 10th".

    `year_offset` counts from the page's year ("in March last year" -1), `month_offset` from its month. `quarter`
    (1-4) and `half` (1-2) divide the year; `week` counts weeks of the month, -1 the last.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    part: Part | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    decade: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRange:
    """From one calendar date to another, both included: "December 19 to 22", "2024-26"."""

    first: CalendarDate
    last: CalendarDate


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday 0), or a run of days up to `until`: "Tuesday", "next Monday", "Friday last week"."""

    weekday: int
    until: int | None = None
    shift: Shift | None = None
    week_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """Days from the page's date: today 0, yesterday -1, tomorrow 1."""

    offset: int


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit counted from the page's own: "last week" -1, "earlier this month" 0 with part `before`."""

    unit: Unit
    offset: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A month with last, this or next before it: "last August"."""

    month: int
    shift: Shift
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """0 winter, 1 spring, 2 summer, 3 autumn, of a year or counted from the page: "last summer", "spring 2022"."""

    season: int
    year: int | None = None
    year_offset: int | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The seven days from a date (`ending`: up to it): "the week of July 8"."""

    date: CalendarDate
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Distance:
    """A count of units before (negative) or after the page's date: "two days ago", "in two weeks' time"."""

    count: float
    unit: Unit
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The units up to the page's date (negative) or after it: "the past two years", "in recent months" (count None)."""

    unit: Unit
    sign: Literal[-1, 1]
    count: float | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """Counted from another date of the text: "the following day" 1, "two weeks earlier", "the same day" 0."""

    count: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, not a date: "almost 18 months". `iso` is ISO 8601; `within` marks "in ten years"."""

    iso: str
    count: float
    unit: Unit
    qualifier: Literal["almost", "about", "over", "exactly"] = "exactly"
    within: bool = False


Expression = (
    CalendarDate
    | CalendarRange
    | Weekday
    | Day
    | Period
    | NamedMonth
    | Season
    | WeekOf
    | Distance
    | Stretch
    | Anchored
    | Duration
)
