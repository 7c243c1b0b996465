"""When two answers say the same, case by case."""

import pytest

from memcon.evaluation.agreement import (
    date_verdict,
    names_in_common,
    overlap,
    parties_in,
    same_name,
    same_place,
    same_sentence,
)
from memcon.model import Place

DATES = [
    # wanted, given, verdict
    ("2024-09-10", "2024-09-10", "exact"),
    ("2024-09-10/2024-09-11", "2024-09-10/2024-09-11", "exact"),
    ("2024-09", "2024-09~", "exact"),
    ("2024-09-10", "2024-09-11", "compatible"),  # a day apart: another time zone
    ("2024-09-10", "2024-09-12", "wrong"),
    ("2024-09-10", "2024-09", "compatible"),  # the month of the day
    ("2024-09-10", "2024", "wrong"),  # the year says too little
    ("2024-09", "2024-10-01", "wrong"),  # a month has no grace
    ("2024-09-10", None, "missing"),
    ("2024-09-10", "not a date", "missing"),
    (None, "2024-09-10", None),
]


@pytest.mark.parametrize(("wanted", "given", "verdict"), DATES)
def test_dates(wanted: str | None, given: str | None, verdict: str | None) -> None:
    assert date_verdict(wanted, given) == verdict


NAMES = [
    ("David Lammy", "Lammy", True),
    ("Bùi Thanh Sơn", "Bui Thanh Son", True),
    ("Đỗ Mười", "Do Muoi", True),
    ("Xi Jinping", "Li Qiang", False),
    ("Li Qiang", "Li Hui", False),
    ("", "Lammy", False),
    (None, None, False),
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_a_given_name_serves_once() -> None:
    assert names_in_common(["Sergei Lavrov", "Lavrov"], ["Lavrov"]) == 1


def test_parties() -> None:
    assert parties_in("GBR|USA") == {"GBR", "USA"}
    assert parties_in("EUU") == {"EU"}
    assert parties_in(None) == set()


PLACES = [
    (Place(name="Beijing", country="CHN"), Place(name="Beijing", country=None), True),
    (Place(name="Beijing", country="CHN"), Place(country="CHN"), True),
    (Place(name="Beijing", country="CHN"), Place(name="Shanghai", country="CHN"), False),
    (Place(name="Beijing", country="CHN"), None, False),
    ("Geneva", Place(name="Geneva", country="CHE"), True),
]


@pytest.mark.parametrize(("wanted", "given", "same"), PLACES)
def test_places(wanted: Place | str, given: Place | None, same: bool) -> None:
    assert same_place(wanted, given) is same


TEXT = "Lammy met Wang in Beijing. He urged restraint, and Wang agreed."


def test_quotes_by_position() -> None:
    assert overlap(TEXT, "Lammy met Wang", "met Wang in Beijing") == pytest.approx(8 / 14)
    assert overlap(TEXT, "Lammy met Wang", "Wang agreed") == 0
    assert overlap(TEXT, "Lammy met Wang", "lammy MET someone else") == pytest.approx(2 / 3)  # by words: not verbatim


def test_sentences() -> None:
    assert same_sentence(TEXT, "He urged restraint", "Wang agreed")
    assert not same_sentence(TEXT, "Lammy met Wang", "Wang agreed")
    assert not same_sentence(TEXT, "Lammy met Wang", "words that are not there")
