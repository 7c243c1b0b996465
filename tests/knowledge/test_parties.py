"""Party words in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.knowledge import load

PARTIES = load().parties


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Papua New Guinea thanked Guinea.", [("Papua New Guinea", "PNG", "name"), ("Guinea", "GIN", "name")]),
        ("South Korean officials", [("South Korean", "KOR", "demonym")]),
        ("The U.S. told us that the US agrees.", [("U.S.", "USA", "name"), ("US", "USA", "name")]),
        ("The governor of New Mexico sailed the South China Sea.", []),
        ("The Washington Post reported from Jordan.", [("Jordan", "JOR", "name")]),
        ("Beijing and the Kremlin", [("Beijing", "CHN", "capital"), ("Kremlin", "RUS", "metonym")]),
        ("the Pentagon said", [("Pentagon", "USA", "body")]),
        ("Türkiye, or Turkey", [("Türkiye", "TUR", "name"), ("Turkey", "TUR", "name")]),
        ("Chinatown, Indianapolis, Omaha", []),
        ("CHINA PROTESTS", [("CHINA", "CHN", "name")]),
        ("EU and ASEAN ministers", [("EU", "EU", "name"), ("ASEAN", "ASEAN", "name")]),
        ("Côte d’Ivoire", [("Côte d’Ivoire", "CIV", "name")]),
        ("Niger and Nigeria", [("Niger", "NER", "name"), ("Nigeria", "NGA", "name")]),
        ("Hà Nội", [("Hà Nội", "VNM", "capital")]),
        ("North Korea", [("North Korea", "PRK", "name")]),
    ],
)
def test_party_words(text, found):
    assert [(text[f.start : f.end], f.code, f.kind) for f in PARTIES.find(text)] == found


@given(st.text(max_size=80))
def test_positions_are_in_order_and_inside_the_text(text):
    last = 0
    for found in PARTIES.find(f"China {text} Iran"):
        assert last <= found.start < found.end
        last = found.end
        assert found.code in PARTIES


def test_every_state_is_found_by_its_first_name():
    for party in PARTIES.by_code.values():
        if party.kind == "state":
            assert [f.code for f in PARTIES.find(party.names[0])] == [party.code], party.names[0]
