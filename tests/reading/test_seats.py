"""Where an event was whose text tells no place: the state that its kind tells, and none where there is a choice."""

import pytest

from tests.reading.test_events import events


@pytest.mark.parametrize(
    ("text", "kind", "name", "country"),
    [
        ("French President Emmanuel Macron paid a state visit to India on Monday.", "visit", None, "IND"),
        ("Sweden on Monday summoned the Russian ambassador over the statement.", "protest", None, "SWE"),
        ("Bulgaria on Monday expelled ten Russian diplomats.", "expulsion_or_recall", None, "BGR"),
        ("Colombia on Monday recalled its ambassador to Nicaragua.", "expulsion_or_recall", None, "NIC"),
        (
            "Indian Prime Minister Manmohan Singh met Pakistani President Pervez Musharraf "
            "in the Cuban capital of Havana.",
            "meeting",
            "Havana",
            "CUB",
        ),
        # the region they spoke of is not where they spoke
        (
            "Jordan's King Abdullah II met Egyptian President Abdel Fattah el-Sisi "
            "and spoke of peace in the Middle East.",
            "meeting",
            None,
            None,
        ),
        # a note may be handed over in either capital
        ("Vietnam on Monday lodged a formal protest with China over the drilling.", "protest", None, None),
    ],
)
def test_place(text, kind, name, country):
    found = [e for e in events(text) if e.type == kind]
    assert found, events(text)
    place = found[0].place
    assert (place and place.name, place and place.country) == (name, country)
