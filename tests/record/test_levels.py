"""At which level somebody speaks: by title and office, for the party that he or she stands for there."""

import pytest

from memcon.model import Participant
from memcon.record.levels import level, office

BARNIER, XI = "Q438465", "Q15031"


@pytest.mark.parametrize(
    ("person", "when", "held", "at"),
    [
        (Participant(name="Xi Jinping", party="CHN", official=XI), "2024-04-02", "head_of_state", "leaders"),
        # A later office for another party is none of this one's.
        (
            Participant(name="Michel Barnier", role="chief negotiator", party="EU", official=BARNIER),
            None,
            "other",
            "officials",
        ),
        (Participant(name="Michel Barnier", party="FRA", official=BARNIER), "2024-10", "head_of_government", "leaders"),
        (Participant(role="Foreign Minister", party="FRA"), None, "foreign_minister", "ministers"),
        (Participant(party="FRA"), None, None, "not told"),
    ],
)
def test_level(person: Participant, when: str | None, held: str | None, at: str) -> None:
    assert (office(person, when), level(person, when)) == (held, at)
