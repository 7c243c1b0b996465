"""Claims about the record, and tenures."""

import pytest

from memcon import knowledge
from memcon.reading.english import claims, tenures
from tests.reading.pages import analysed

KNOWN = knowledge.load()

CLAIMS = [
    ("It was the first such call in almost 18 months.", "first_since", 1, "P18M", None, "phone_call"),
    ("This is the first visit by a Norwegian king in ten years.", "first_since", 1, "P10Y", None, "visit"),
    ("Her trip is the first by a minister in over a decade.", "first_since", 1, "P10Y", None, "visit"),
    ("They met for the first time in half a century.", "first_since", 1, "P50Y", None, "meeting"),
    ("It was their first meeting since November 2022.", "first_since", 1, None, "2022-11", "meeting"),
    ("It was their third call this year.", "nth", 3, None, "2024", "phone_call"),
    ("It was the second visit in as many months.", "nth", 2, "P2M", None, "visit"),
    ("Oslo hosted the first-ever summit of the two.", "first_ever", 1, None, None, "summit"),
    ("In their second in-person meeting the two spoke of trade.", "nth", 2, None, None, "meeting"),
    ("She held her first face-to-face meeting with Blinken.", "first_ever", 1, None, None, "meeting"),
    ("It was the president's first foreign trip of the two this year.", "first_since", 1, None, "2024", "visit"),
    ("The two last met in March 2019.", "last", None, None, "2019-03", "meeting"),
]


@pytest.mark.parametrize(("text", "kind", "ordinal", "interval", "since", "contact"), CLAIMS)
def test_claims(
    text: str, kind: str, ordinal: int | None, interval: str | None, since: str | None, contact: str | None
) -> None:
    found = claims.find(analysed(text, "2024-05-01"))
    assert [(c.kind, c.ordinal, c.interval, c.since, c.type) for c in found] == [
        (kind, ordinal, interval, since, contact)
    ]
    assert found[0].evidence in text


NO_CLAIMS = [
    "The first lady opened the hall.",
    "He first studied law for three years.",
    "At first the door was shut.",
    "The second day brought rain.",
    "Last week the court sat.",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_no_claim(text: str) -> None:
    assert claims.find(analysed(text, "2024-05-01")) == ()


TENURES = [
    ("Former Foreign Secretary David Lammy spoke in Oslo.", "David Lammy", True, None, None),
    ("The then-Foreign Secretary David Lammy was in Oslo.", "David Lammy", True, None, None),
    ("Kuleba was replaced by Wang in March 2023.", "Wang Yi", False, "2023-03", "Dmytro Kuleba"),
    ("Lammy succeeded Kamikawa in 2021.", "David Lammy", False, "2021", "Yoko Kamikawa"),
    ("Blinken, appointed in May 2020 to replace Kuleba, spoke.", "Antony Blinken", False, "2020-05", "Dmytro Kuleba"),
    ("Kuleba’s successor, Wang, spoke in Oslo.", "Wang Yi", False, None, "Dmytro Kuleba"),
    ("He met Lammy’s successor, Blinken, in Oslo.", "Antony Blinken", False, None, "David Lammy"),
]


@pytest.mark.parametrize(("text", "person", "former", "since", "replaces"), TENURES)
def test_tenures(text: str, person: str, former: bool, since: str | None, replaces: str | None) -> None:
    found = tenures.find(analysed(text, "2024-05-01"), KNOWN)
    assert [(t.person, t.former, t.since, t.replaces) for t in found] == [(person, former, since, replaces)]


def test_no_tenure_in_a_meeting() -> None:
    assert tenures.find(analysed("Lammy met Blinken in the new embassy."), KNOWN) == ()
