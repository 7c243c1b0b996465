"""Which two parties an entry joins."""

from memcon.merging import Entry
from memcon.merging.entry import pairs


def entry(type: str, parties: str, initiator: str | None = None, target: str | None = None) -> Entry:
    return Entry(
        id="e",
        type=type,
        status="occurred",
        evidence="",
        confidence=1.0,
        documents=(),
        sources=(),
        parties=tuple(parties.split()),
        initiator=initiator,
        target=target,
    )


def test_two_countries_of_one_journey_did_not_meet() -> None:
    assert pairs(entry("visit", "ISR SAU USA", "USA", "ISR|SAU")) == [("ISR", "USA"), ("SAU", "USA")]


def test_who_travels_together_is_in_touch() -> None:
    assert pairs(entry("visit", "GBR UKR USA", "GBR|USA", "UKR")) == [("GBR", "UKR"), ("GBR", "USA"), ("UKR", "USA")]


def test_all_who_meet() -> None:
    assert pairs(entry("meeting", "JPN KOR USA")) == [("JPN", "KOR"), ("JPN", "USA"), ("KOR", "USA")]
