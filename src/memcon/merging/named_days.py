"""The day that a quote names where no page tells the year: "on March 18", "5-6 May", "10月31日下午", "on Sunday".

A reading gives no date where the year is not known. The day of the year still tells two events apart, and the same day
in two quotes speaks for one.
"""

import datetime as dt
import re
from typing import NamedTuple

from memcon.model import Interval

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAYS = r"(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(\d{1,2})(?:st|nd|rd|th)?)?"
_NO_YEAR = r"(?![\d:]|,?\s+(?:of\s+)?(?:19|20)\d\d)"
_DAY_FIRST = re.compile(rf"\b{_DAYS}\s+(?:of\s+)?{_MONTH}(?!\w){_NO_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+{_DAYS}(?!\w){_NO_YEAR}", re.IGNORECASE)
_CHINESE = re.compile(r"(?<![年\d])\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?(?:\s*[至到-]\s*(\d{1,2}))?\s*日")
_WEEKDAY = re.compile(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:星期|礼拜|禮拜|[周週])([一二三四五六日天])", re.IGNORECASE
)
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
    found = [(m[3], m[1], m[2]) for m in _DAY_FIRST.finditer(quote)]
    found += [(m[1], m[2], m[3]) for m in _MONTH_FIRST.finditer(quote)]
    told = {(_MONTHS.index(month[:3].lower()) + 1, int(day), int(last or day)) for month, day, last in found}
    told |= {(int(m[1]), int(m[2]), int(m[3] or m[2])) for m in _CHINESE.finditer(quote)}
    if len(told) != 1:
        return None
    month, day, last = told.pop()
    named = NamedDays((month, day), (month, last))
    return named if day <= last and named.within(LEAP_YEAR) else None


def named_weekday(quote: str) -> int | None:
    """The day of the week (Monday 0) that a quote names, if it names one alone."""
    told = {
        _WEEKDAYS.index(m[1][:3].lower()) if m[1] else min("一二三四五六日天".index(m[2]), 6)
        for m in _WEEKDAY.finditer(quote)
    }
    return told.pop() if len(told) == 1 else None
