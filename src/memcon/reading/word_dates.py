"""Dates of a language by its word lists: months, weekdays and the words for yesterday, last week, next year."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from memcon.reading.dates import CalendarDate, CalendarRange, Day, Expression, Period, Weekday


class Found(NamedTuple):
    """A date expression at `text[start:end]`."""

    start: int
    end: int
    expression: Expression


def _any(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def find_dates(lists: Mapping[str, Any], text: str, start: int, end: int) -> list[Found]:
    """Every date between two positions in order: "12 mars 2024", "du 4 au 6 mars", "mardi", "hier"."""
    months, weekdays = lists["months"], lists["weekdays"]
    day = rf"(?:\d{{1,2}}|{_any(lists['first'])})"
    found: list[Found] = []

    def add(pattern: str, build: Any) -> None:
        for m in re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE).finditer(text, start, end):
            if not any(f.start < m.end() and m.start() < f.end for f in found):
                found.append(Found(m.start(), m.end(), build(m)))

    def number(word: str) -> int:
        return int(word) if word.isdigit() else 1

    def date(m: re.Match[str], name: str = "d") -> CalendarDate:
        year = int(m["y"]) if m["y"] else None
        return CalendarDate(year=year, month=months.index(m["m"].lower()) + 1, day=number(m[name]) if m[name] else None)

    tail = rf"\s+(?P<m>{_any(months)})(?:\s+(?P<y>\d{{4}}))?"
    add(rf"(?P<a>{day})\s+(?:{_any(lists['to'])})\s+(?P<d>{day}){tail}", lambda m: CalendarRange(date(m, "a"), date(m)))
    add(rf"(?:(?:{_any(weekdays)})\s+)?(?P<d>{day}){tail}", date)
    add(rf"(?P<d>)(?P<m>{_any(months)})\s+(?P<y>\d{{4}})", date)
    for words, unit in ((lists["weeks"], "week"), (lists["months_off"], "month"), (lists["years"], "year")):
        for word, offset in words.items():
            add(re.escape(word), lambda m, unit=unit, offset=offset: Period(unit, offset))
    shift = rf"(?:\s+(?:(?P<l>{_any(lists['last'])})|(?P<n>{_any(lists['next'])})))?"

    def weekday(m: re.Match[str]) -> Weekday:
        moved = "last" if m["l"] else "next" if m["n"] else None
        return Weekday(weekdays.index(m["w"].lower()), shift=moved)  # type: ignore[arg-type]

    add(rf"(?P<w>{_any(weekdays)}){shift}", weekday)
    for word, offset in lists["days"].items():
        add(re.escape(word), lambda m, offset=offset: Day(offset))
    return sorted(found, key=lambda f: f.start)
