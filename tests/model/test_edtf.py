import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Interval, interval

day = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
span = st.tuples(day, day).map(lambda pair: Interval(min(pair), max(pair)))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-09-10", "2024-09-10", "2024-09-10"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-09-10/2024-09-11", "2024-09-10", "2024-09-11"),
        ("2024-09~", "2024-09-01", "2024-09-30"),
        ("2024-09-10/..", "2024-09-10", "2024-09-10"),
        ("../2024-09", "2024-09-01", "2024-09-30"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-09-XX", "2024-09-01", "2024-09-30"),
        ("2001-12/2002~", "2001-12-01", "2002-12-31"),
    ],
)
def test_an_edtf_string_is_its_first_and_last_day(written: str, first: str, last: str) -> None:
    assert interval(written) == Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "written", [None, "", "soon", "2024-9-1", "2024-09-11/2024-09-10", "24", "../..", "2024-13", "2024-02-30"]
)
def test_what_is_no_date_is_none(written: str | None) -> None:
    assert interval(written) is None


@given(span, st.booleans())
def test_writing_and_reading_give_the_same_days(days: Interval, approximate: bool) -> None:
    assert interval(days.edtf(approximate)) == days


@given(span)
def test_only_approximate_dates_carry_a_mark(days: Interval) -> None:
    assert "~" in days.edtf(approximate=True)
    assert "~" not in days.edtf()


@given(span, span)
def test_intersection_gap_and_overlap_agree(a: Interval, b: Interval) -> None:
    common = a.intersection(b)
    assert (common is not None) == a.overlaps(b) == b.overlaps(a)
    assert a.gap(b) == b.gap(a)
    assert (a.gap(b) == 0) == a.overlaps(b)
    if common is not None:
        assert common.days <= min(a.days, b.days)
