"""Who else was there: those who led a side, came along, spoke in the meeting, or were called in."""

import pytest

from tests.reading.test_events import events


def people(text: str, type: str) -> list[set[str]]:
    return [{p.name for p in e.participants if p.name} for e in events(text) if e.type == type]


TALKS = "India and Nepal held talks on trade in Kathmandu on Monday. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            TALKS + "The Indian side was led by Foreign Secretary Vinay Mohan Kwatra.",
            {"Vinay Mohan Kwatra"},
        ),
        (
            TALKS + "Nepal's Foreign Secretary Bharat Raj Paudyal headed the Nepali delegation. "
            "The Indian side was led by Indian Foreign Secretary Vinay Mohan Kwatra.",
            {"Bharat Raj Paudyal", "Vinay Mohan Kwatra"},
        ),
        (
            TALKS + "Sewa Lamsal, Foreign Secretary of Nepal, was assisted by Nepal's Ambassador Shankar Sharma.",
            {"Sewa Lamsal", "Shankar Sharma"},
        ),
        (
            TALKS + "During the meeting, Nepal's Foreign Minister Arzu Rana Deuba asked for more power lines.",
            {"Arzu Rana Deuba"},
        ),
        (
            TALKS
            + "The Indian delegation included Foreign Secretary Vikram Misri and Energy Secretary Pankaj Agarwal.",
            {"Vikram Misri", "Pankaj Agarwal"},
        ),
        (TALKS + "Nepal's Foreign Minister Arzu Rana Deuba led the nation in prayer.", set()),
    ],
)
def test_who_led_a_side(text: str, who: set[str]) -> None:
    assert who in [*people(text, "dialogue_round"), *people(text, "meeting")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Bangladesh's foreign ministry summoned India's envoy on Tuesday. "
            "Indian High Commissioner Pranay Verma met Foreign Secretary Asad Alam Siam for five minutes.",
            {"Pranay Verma", "Asad Alam Siam"},
        ),
        (
            "Seoul summoned Japan's ambassador on Friday. Ambassador Koichi Aiboshi left without a word.",
            {"Koichi Aiboshi"},
        ),
        ("Seoul summoned Japan's ambassador on Friday. Foreign Minister Yoko Kamikawa regretted it.", set()),
    ],
)
def test_who_was_at_a_summons(text: str, who: set[str]) -> None:
    assert people(text, "protest") == [who]
    assert people(text, "meeting") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A Pakistani delegation comprising Foreign Secretary Asad Majeed Khan and Special Representative Mohammad "
            "Sadiq visited Kabul on Wednesday.",
            {"Asad Majeed Khan", "Mohammad Sadiq"},
        ),
        (
            "A Pakistani delegation led by Defence Minister Khawaja Asif visited Kabul on Wednesday.",
            {"Khawaja Asif"},
        ),
    ],
)
def test_who_is_in_a_delegation(text: str, who: set[str]) -> None:
    assert people(text, "visit") == [who]


def test_who_chaired_a_session_told_in_the_same_breath() -> None:
    text = (
        "The Saudi-Iraqi Coordination Council held a session in Riyadh on Sunday, chaired by Prince Faisal bin Farhan, "
        "Foreign Minister of Saudi Arabia, and Fuad Hussein, Foreign Minister of Iraq."
    )
    (who,) = [*people(text, "dialogue_round"), *people(text, "meeting")]
    assert who == {"Faisal bin Farhan", "Fuad Hussein"}


def test_a_country_before_talks_between_two_others_is_their_topic() -> None:
    text = "The United States held Iran talks with Germany in Geneva on Monday."
    (event,) = events(text)
    assert {p.party for p in event.participants} == {"USA", "DEU"}
