"""Dates that may be uncertain: the part of EDTF (ISO 8601-2) levels 0 and 1 that memcon writes.

A date is a string: `2024-09-10`, `2024-09`, `2024`, an interval `2024-09-10/2024-09-11`, approximate `2024-09~`,
uncertain `2024-09?`, open `2024-09-10/..`. Seasons and masked digits (`202X`, `2024-XX`) are read as intervals.
"""

import calendar
import datetime as dt
import functools
import re
from typing import NamedTuple


class Interval(NamedTuple):
    """First and last possible day, both included."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: "Interval") -> bool:
        """Whether one day at least belongs to both."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: "Interval") -> int:
        """Days between the two; 0 where they overlap."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)

    def intersection(self, other: "Interval") -> "Interval | None":
        """The days that belong to both, or None."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Interval(first, last) if first <= last else None

    def edtf(self, approximate: bool = False) -> str:
        """The shortest EDTF string for exactly these days; `approximate` adds `~`."""
        first, last = self.first, self.last
        mark = "~" if approximate else ""
        if first == last:
            return first.isoformat() + mark
        if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
            if first.year == last.year:
                return f"{first.year:04d}{mark}"
            return f"{first.year:04d}{mark}/{last.year:04d}{mark}"
        if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
            if (first.year, first.month) == (last.year, last.month):
                return f"{first:%Y-%m}{mark}"
            return f"{first:%Y-%m}{mark}/{last:%Y-%m}{mark}"
        return f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"


_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_SEASONS = ("21", "22", "23", "24")


def _edge(part: str, last: bool) -> dt.date:
    match = _PART.fullmatch(re.sub(r"[?~%]", "", part))
    if match is None:
        raise ValueError(part)
    year = int(match[1].replace("X", "9" if last else "0"))
    if match[2] in (None, "XX", *_SEASONS):  # the whole year
        return dt.date(year, 12, 31) if last else dt.date(year, 1, 1)
    month = int(match[2])
    if match[3] in (None, "XX"):
        return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    return dt.date(year, month, int(match[3]))  # 30 February is no date: ValueError


@functools.lru_cache(maxsize=65536)
def interval(edtf: str | None) -> Interval | None:
    """The first and last day of an EDTF string; None where there is none or it does not parse.

    An open end (`..` or empty) is read as the other end's own length: `2024-09-10/..` is that day.
    """
    if not edtf:
        return None
    try:
        left, right = edtf.split("/") if "/" in edtf else (edtf, edtf)
        left = right if left in ("", "..") else left
        right = left if right in ("", "..") else right
        first, last = _edge(left, False), _edge(right, True)
    except ValueError:
        return None
    return Interval(first, last) if first <= last else None
