"""Mechanisms by name and form, with their round, cadence, dates and life."""

import pytest

from memcon import knowledge
from memcon.model import Mechanism
from memcon.reading.english import mechanisms
from tests.reading.pages import analysed

KNOWN = knowledge.load()


def read(text: str, today: str | None = None) -> list[Mechanism]:
    return list(mechanisms.find(analysed(text, today), KNOWN))


NAMES = [
    ("They met for the fifth Australia-France Defence Policy Dialogue.", "Australia-France Defence Policy Dialogue", 5),
    ("The 12th round of the Canada-Norway Arctic Consultations was held.", "Canada-Norway Arctic Consultations", 12),
    ("Kenya and Ghana set up a Joint Economic Commission.", "Joint Economic Commission", None),
    ("The Peru-Chile Action Plan for 2024-26 was signed.", "Peru-Chile Action Plan for 2024-26", None),
    ("Officials of Japan and Norway held a migration dialogue.", "migration dialogue", None),
    ("The Readout of the Brazil-Chile Energy Partnership was short.", "Brazil-Chile Energy Partnership", None),
    ("A third round of Kenya-Somalia border talks opened.", "Kenya-Somalia border talks", 3),
    ("Japan and Norway met in the 2+2 format.", "2+2", None),
]


@pytest.mark.parametrize(("text", "name", "number"), NAMES)
def test_names_and_rounds(text: str, name: str, number: int | None) -> None:
    assert [(m.name, m.round) for m in read(text)] == [(name, number)]


def test_names_carry_their_parties() -> None:
    assert read("The fifth Australia-France Defence Policy Dialogue met.")[0].parties == ("AUS", "FRA")
    assert set(read("Officials of Japan and Norway held a migration dialogue.")[0].parties) == {"JPN", "NOR"}


def test_a_known_mechanism_takes_its_name_from_the_tables() -> None:
    found = read("The ministers praised AUKUS.")
    assert (found[0].name, found[0].parties) == ("AUKUS", ("AUS", "GBR", "USA"))


NOTHING = [
    "The Security Council met in New York.",
    "The National Security Council issued a note.",
    "The North Atlantic Treaty Organization expanded.",
    "The Agreement was long.",
    "The Australian High Commission is closed.",
    "They held talks on trade.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_mechanism(text: str) -> None:
    assert read(text) == []


LIFE = [
    ("Norway suspended the Norway-Kenya Trade Dialogue.", "suspended"),
    ("The two resumed the Norway-Kenya Trade Dialogue.", "resumed"),
    ("Norway launched the Norway-Kenya Trade Dialogue.", "launched"),
    ("Oslo hosted the Norway-Kenya Trade Dialogue.", "held"),
    ("Oslo will host the Norway-Kenya Trade Dialogue.", "planned"),
    ("The Norway-Kenya Trade Dialogue is useful.", "mentioned"),
]


@pytest.mark.parametrize(("text", "state"), LIFE)
def test_life(text: str, state: str) -> None:
    assert [m.state for m in read(text)] == [state]


def test_cadence_period_and_next_date() -> None:
    assert read("The Norway-Kenya Trade Dialogue is held every year.")[0].cadence == "annual"
    assert read("The Peru-Chile Action Plan for 2024-26 was signed.")[0].period == "2024/2026"
    later = read("Oslo will host the Norway-Kenya Trade Dialogue in June 2025.", today="2025-01-10")
    assert (later[0].state, later[0].next) == ("planned", "2025-06")


def test_one_entry_for_a_mechanism_named_twice() -> None:
    found = read("Oslo hosted the Norway-Kenya Trade Dialogue. The Norway-Kenya Trade Dialogue is held every year.")
    assert [(m.name, m.state, m.cadence) for m in found] == [("Norway-Kenya Trade Dialogue", "held", "annual")]


def test_named_gives_a_sentence_its_mechanisms() -> None:
    analysis = analysed("Oslo hosted the Norway-Kenya Trade Dialogue. Nothing else happened.")
    assert [n.name for n in mechanisms.named(analysis.sentences[0], analysis, KNOWN)] == ["Norway-Kenya Trade Dialogue"]
    assert mechanisms.named(analysis.sentences[1], analysis, KNOWN) == ()


def test_a_treaty_is_not_held_next() -> None:
    text = "Kenya and Ghana will sign the Kenya-Ghana Water Treaty in June 2025."
    assert [(m.state, m.next) for m in read(text, today="2025-01-10")] == [("planned", None)]
