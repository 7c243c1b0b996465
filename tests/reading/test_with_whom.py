"""Whom a meeting was with: names that no office marks, offices held in a city, places that are only spoken of."""

import pytest

from tests.reading.test_events import events, parties

INTRO = "U.S. Secretary of State Antony Blinken arrived in Beijing on Wednesday. "


def people(text: str) -> list[set[str]]:
    return [{p.name for p in e.participants if p.name} for e in events(text) if e.type == "meeting"]


@pytest.mark.parametrize(
    "text",
    [
        INTRO + "On Thursday, he met Bill Gates.",
        INTRO + "On Thursday, he met business leaders.",
        INTRO + "He met with student representatives on Thursday.",
    ],
)
def test_a_stranger_makes_no_meeting_with_those_told_of_before(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (INTRO + "On Thursday, he met Shanghai's party chief, Chen Jining.", {"Antony Blinken", "Chen Jining"}),
        (INTRO + "Foreign Minister Qin Gang received the envoy on Thursday.", {"Qin Gang"}),
    ],
)
def test_who_is_named_stays_named(text: str, who: set[str]) -> None:
    assert who in people(text)


def test_an_office_of_a_city_is_an_office_of_its_country() -> None:
    text = INTRO + "On Thursday, he met Shanghai's party secretary, Chen Jining."
    (meeting,) = [e for e in events(text) if e.type == "meeting"]
    assert parties(meeting) == {"USA", "CHN"}


def test_a_meeting_with_a_stranger_takes_nothing_from_the_next_one() -> None:
    text = INTRO + "On Wednesday, he met Bill Gates. President Xi Jinping received Blinken on Thursday."
    (meeting,) = [e for e in events(text) if e.type == "meeting"]
    assert meeting.date == "2023-05-18"


def test_a_country_that_talks_are_about_is_not_where_they_are() -> None:
    text = "Washington wants to press Moscow in the Ukraine peace talks. "
    text += "The next round of talks between the United States, Russia and Ukraine is planned for June."
    assert all(e.place is None for e in events(text))


def test_what_goes_viral_goes_nowhere() -> None:
    text = "French President Emmanuel Macron is in Paris. A clip of Macron went viral on Chinese sites last year."
    assert not [e for e in events(text) if e.type == "visit"]


def test_who_expels_is_not_expelled() -> None:
    (act,) = events("Russia expelled Britain's defence attaché on Tuesday and gave him a week to leave.")
    assert (act.type, act.initiator, act.target) == ("expulsion_or_recall", "RUS", "GBR")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Joe Biden will be unable to visit Australia next week.", ["cancelled"]),
        ("President Joe Biden was unable to visit Australia in his first year.", []),
    ],
)
def test_who_will_be_unable_to_come_does_not_come(text: str, expected: list[str]) -> None:
    assert [e.status for e in events(text)] == expected


def test_what_a_journey_called_off_was_for_is_not_told_again() -> None:
    text = "President Joe Biden said that he would be unable to go to Papua New Guinea to meet Prime Minister "
    (visit,) = events(text + "James Marape next week.")
    assert (visit.type, visit.status, visit.initiator, visit.target) == ("visit", "cancelled", "USA", "PNG")
    assert {p.name for p in visit.participants if p.party == "USA"} == {"Joe Biden"}


def test_an_adjective_leaves_its_verb_the_subject() -> None:
    (visit,) = events("Prime Minister Rishi Sunak is due to arrive in Tokyo on Friday.")
    assert [(p.name, p.party) for p in visit.participants] == [("Rishi Sunak", "GBR"), (None, "JPN")]


def test_a_house_that_sits_by_itself_meets_nobody() -> None:
    told = events(INTRO + "The Thai cabinet will meet on Saturday. Parliament is scheduled to meet on Friday.")
    assert [e.type for e in told] == ["visit"]


def test_talks_that_ended_in_failure_were_held() -> None:
    (talks,) = events("Talks between France and Russia ended in failure on Tuesday.")
    assert (talks.type, talks.date) == ("dialogue_round", "2023-05-16")


def test_what_both_held_was_held_by_each() -> None:
    text = "President Xi Jinping of China and President Joe Biden of the United States both held bilateral meetings "
    told = events(text + "with Indonesian President Joko Widodo on Monday.")
    assert sorted(sorted(parties(e)) for e in told) == [["CHN", "IDN"], ["IDN", "USA"]]
