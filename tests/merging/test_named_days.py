"""Which day of the year a quote names."""

import pytest

from memcon.merging.named_days import NamedDays, named_days, named_weekday


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("they met on March 18 in Anchorage", ((3, 18), (3, 18))),
        ("he was in Beijing from October 25 to 27", ((10, 25), (10, 27))),
        ("talks on 5-6 May", ((5, 5), (5, 6))),
        ("the 2nd of Sept. was the day", ((9, 2), (9, 2))),
        ("10月31日下午通电话", ((10, 31), (10, 31))),
        ("6 月 18 日至 20 日访问", ((6, 18), (6, 20))),
        ("on 29 February", ((2, 29), (2, 29))),
        ("on March 18, 2021", None),  # the year is known: then it was read, and is no day of this event
        ("2021年3月18日", None),
        ("on March 18 and again on April 2", None),
        ("on 31 June", None),
        ("they may meet 20 envoys", None),
        ("in March", None),
    ],
)
def test_days_without_a_year(quote: str, expected: tuple[tuple[int, int], tuple[int, int]] | None) -> None:
    assert named_days(quote) == (NamedDays(*expected) if expected else None)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("on Monday", 0),
        ("said Sunday", 6),
        ("周五通话", 4),
        ("星期天", 6),
        ("on Monday and Tuesday", None),
        ("sunny", None),
    ],
)
def test_days_of_the_week(quote: str, expected: int | None) -> None:
    assert named_weekday(quote) == expected


def test_days_around() -> None:
    assert NamedDays((3, 1), (3, 1)).around(1) == ("02-29", "03-01", "03-02")
    assert NamedDays((12, 31), (12, 31)).around(1) == ("01-01", "12-30", "12-31")
