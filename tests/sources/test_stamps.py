"""Dates as formats write them."""

import datetime as dt

import pytest

from memcon.sources.stamps import edtf_date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-09-10", "2024-09-10"),
        ("2024-09", "2024-09"),
        ("2024", "2024"),
        ("2024-09-10T23:30:00-05:00", "2024-09-10"),
        ("2024-09-10 23:30", "2024-09-10"),
        ("20240910", "2024-09-10"),
        ("20240910T233000Z", "2024-09-10"),
        ("Tue, 10 Sep 2024 09:05:00 GMT", "2024-09-10"),
        (1725926400, "2024-09-10"),
        ("1725926400", "2024-09-10"),
        (1725926400000, "2024-09-10"),
        (dt.date(2024, 9, 10), "2024-09-10"),
        (dt.datetime(2024, 9, 10, 23, tzinfo=dt.UTC), "2024-09-10"),
        ("9999-02-31", None),
        ("2024-13-01", None),
        ("last week", None),
        ("", None),
        (None, None),
        (True, None),
        ("12", None),
    ],
)
def test_edtf(value: object, date: str | None) -> None:
    assert edtf_date(value) == date
