"""Names that take a side, and names that do not exist."""

import pytest

from memcon import knowledge
from memcon.reading.english import naming
from tests.reading.pages import analysed

KNOWN = knowledge.load()

CASES = [
    ("The speaker flew to Chinese Taipei in August.", [("Chinese Taipei", "TWN")]),
    ("They named Judea and Samaria in the law.", [("Judea and Samaria", "PSE")]),
    ("Candidates are Albania, Purple Macedonia, Serbia and Moldova.", [("Purple Macedonia", None)]),
    ("Candidates are Albania, North Macedonia, Serbia and Moldova.", []),
    ("Guests came from Papua New Guinea, South Sudan, Timor-Leste and New Zealand.", []),
    ("Fans of Purple Portugal sang.", []),
    ("Taiwan held an election.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_naming(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = naming.find(analysed(text), KNOWN)
    assert [(n.written, n.party) for n in found] == expected
    assert all(n.note and n.evidence in text for n in found)
