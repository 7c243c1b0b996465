"""Expressions against the calendar: no language here."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Interval, interval
from memcon.reading.dates import (
    Anchored,
    CalendarDate,
    CalendarRange,
    Day,
    Direction,
    Distance,
    Duration,
    Expression,
    NamedMonth,
    Period,
    Season,
    Stretch,
    Weekday,
    WeekOf,
    needs_today,
    resolve,
)

# A Wednesday.
TODAY = interval("2024-09-18")


@pytest.mark.parametrize(
    ("expression", "past", "future"),
    [
        (CalendarDate(2022, 7, 26), "2022-07-26", "2022-07-26"),
        (CalendarDate(2022, 11), "2022-11", "2022-11"),
        (CalendarDate(2022), "2022", "2022"),
        (CalendarDate(month=9, day=10), "2024-09-10", "2024-09-10"),  # a year ahead it would carry the year
        (CalendarDate(month=4, day=20), "2024-04-20", "2025-04-20"),
        (CalendarDate(month=4), "2024-04", "2025-04"),
        (CalendarDate(day=10), "2024-09-10", "2024-10-10"),
        (CalendarDate(day=30), "2024-08-30", "2024-09-30"),
        (CalendarDate(day=5, month_offset=-1), "2024-08-05", "2024-08-05"),
        (CalendarDate(month=3, year_offset=-1), "2023-03", "2023-03"),
        (CalendarDate(2024, 7, part="early"), "2024-07-01~/2024-07-10~", "2024-07-01~/2024-07-10~"),
        (CalendarDate(2024, part="late"), "2024-09~/2024-12~", "2024-09~/2024-12~"),
        (CalendarDate(2024, part="end"), "2024-12~", "2024-12~"),
        (CalendarDate(2024, quarter=3), "2024-07/2024-09", "2024-07/2024-09"),
        (CalendarDate(2024, 8, week=1), "2024-08-01/2024-08-07", "2024-08-01/2024-08-07"),
        (CalendarDate(1990, decade=True), "1990/1999", "1990/1999"),
        (CalendarDate(month=2, day=29), "2024-02-29", "2024-02-29"),
        (CalendarDate(month=7, day=26, weekday=1), "2022-07-26", "2022-07-26"),  # the year in which it was a Tuesday
        (
            CalendarRange(CalendarDate(month=12, day=19), CalendarDate(month=12, day=22)),
            "2024-12-19/2024-12-22",
            "2024-12-19/2024-12-22",
        ),
        (
            CalendarRange(CalendarDate(month=9, day=10), CalendarDate(month=9, day=11)),
            "2024-09-10/2024-09-11",
            "2024-09-10/2024-09-11",
        ),
        (
            CalendarRange(CalendarDate(month=12, day=30), CalendarDate(2025, 1, 2)),
            "2024-12-30/2025-01-02",
            "2024-12-30/2025-01-02",
        ),
        (CalendarRange(CalendarDate(2024), CalendarDate(2026)), "2024/2026", "2024/2026"),
        (CalendarRange(CalendarDate(day=10), CalendarDate(day=11)), "2024-09-10/2024-09-11", "2024-10-10/2024-10-11"),
        (Weekday(1), "2024-09-17", "2024-09-24"),
        (Weekday(2), "2024-09-18", "2024-09-18"),
        (Weekday(2, shift="last"), "2024-09-11", "2024-09-11"),
        (Weekday(0, shift="next"), "2024-09-23", "2024-09-23"),
        (Weekday(4, week_offset=-1), "2024-09-13", "2024-09-13"),
        (Weekday(0, until=1), "2024-09-16/2024-09-17", "2024-09-23/2024-09-24"),
        (Day(-1), "2024-09-17", "2024-09-17"),
        (Period("week", -1), "2024-09-09/2024-09-15", "2024-09-09/2024-09-15"),
        (Period("month", -1), "2024-08", "2024-08"),
        (Period("month", 0, "before"), "2024-09-01/2024-09-17", "2024-09-01/2024-09-17"),
        (Period("year", 0, "after"), "2024-09-19/2024-12-31", "2024-09-19/2024-12-31"),
        (Period("weekend", 0), "2024-09-14/2024-09-15", "2024-09-21/2024-09-22"),
        (Period("year", 0, "end"), "2024-12~", "2024-12~"),
        (NamedMonth(8, "last"), "2024-08", "2024-08"),
        (NamedMonth(9, "last"), "2023-09", "2023-09"),
        (NamedMonth(3, "next"), "2025-03", "2025-03"),
        (Season(2, shift="last"), "2024-06~/2024-08~", "2024-06~/2024-08~"),
        (WeekOf(CalendarDate(2024, 7, 8)), "2024-07-08/2024-07-14", "2024-07-08/2024-07-14"),
        (Distance(-2, "day"), "2024-09-16", "2024-09-16"),
        (Distance(-2, "year"), "2022~", "2022~"),
        (Stretch("month", -1), "2024-03-18~/2024-09-18~", "2024-03-18~/2024-09-18~"),
        (Stretch("hour", -1, 72), "2024-09-15~/2024-09-18~", "2024-09-15~/2024-09-18~"),
        (Duration("P2W", 2, "week", within=True), None, "2024-09-29~/2024-10-05~"),
        (Duration("P18M", 18, "month"), None, None),
    ],
)
def test_a_known_day_decides(expression: Expression, past: str | None, future: str | None) -> None:
    assert resolve(expression, TODAY, "past") == past
    assert resolve(expression, TODAY, "future") == future


@pytest.mark.parametrize(
    ("expression", "today", "expected"),
    [
        (CalendarDate(month=9, day=10), "2024-09", "2024-09-10"),
        (CalendarDate(day=10), "2024-09-14/2024-09-30", "2024-09-10"),
        (CalendarDate(day=20), "2024-09-14/2024-09-30", "2024-08-20/2024-09-20"),
        (Weekday(1), "2024-04-10/2024-04-20", "2024-04-09/2024-04-16"),
        (Period("year", -1), "2024-04/2024-05", "2023"),
        (Period("month", -1), "2024-04/2024-05", "2024-03/2024-04"),
        (Weekday(1), "2024", None),
        (Day(-1), "2024", None),
        (NamedMonth(8, "last"), "2023-05", "2022-08"),
        (CalendarDate(2022, 11), None, "2022-11"),
        (CalendarDate(month=11), None, None),
    ],
)
def test_an_uncertain_page_date_widens_the_answer_or_leaves_none(
    expression: Expression, today: str | None, expected: str | None
) -> None:
    assert resolve(expression, interval(today)) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [(Anchored(1, "day"), "2024-09-19"), (Anchored(0, "day"), "2024-09-18"), (Anchored(-3, "day"), "2024-09-15")],
)
def test_the_following_day_counts_from_its_anchor(expression: Expression, expected: str) -> None:
    assert resolve(expression, None) is None
    assert resolve(expression, None, anchor=TODAY) == expected


days = st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31))
directions = st.sampled_from(["past", "future", "either"])
relative = st.one_of(
    st.builds(Weekday, st.integers(0, 6), shift=st.sampled_from([None, "last", "this", "next"])),
    st.builds(CalendarDate, month=st.integers(1, 12), day=st.integers(1, 28)),
    st.builds(CalendarDate, month=st.integers(1, 12)),
    st.builds(CalendarDate, day=st.integers(1, 31)),
    st.builds(Period, st.sampled_from(["week", "weekend", "month", "quarter", "year"]), st.integers(-1, 1)),
    st.builds(NamedMonth, st.integers(1, 12), st.sampled_from(["last", "this", "next"])),
    st.builds(Stretch, st.sampled_from(["day", "week", "month", "year"]), st.sampled_from([-1, 1])),
    st.builds(Distance, st.integers(-9, 9), st.sampled_from(["day", "week", "month", "year"])),
)


@given(relative, days, directions)
def test_every_answer_is_a_date_that_can_be_read_back(
    expression: Expression, day: dt.date, direction: Direction
) -> None:
    answer = resolve(expression, Interval(day, day), direction)
    assert answer is not None
    assert interval(answer) is not None
    assert needs_today(expression)


@given(st.integers(0, 6), days)
def test_weekdays_lie_within_six_days(weekday: int, day: dt.date) -> None:
    today = Interval(day, day)
    back, ahead = interval(resolve(Weekday(weekday), today)), interval(resolve(Weekday(weekday), today, "future"))
    assert back
    assert ahead
    assert 0 <= (day - back.first).days <= 6
    assert 0 <= (ahead.first - day).days <= 6
    assert back.first.weekday() == ahead.first.weekday() == weekday


@given(relative, days, st.integers(0, 40), directions)
def test_a_wider_page_date_never_loses_an_answer(
    expression: Expression, day: dt.date, width: int, direction: Direction
) -> None:
    last = day + dt.timedelta(width)
    wide = interval(resolve(expression, Interval(day, last), direction))
    for edge in (day, last):
        exact = interval(resolve(expression, Interval(edge, edge), direction))
        assert wide is None or (exact and wide.first <= exact.first and exact.last <= wide.last)
