"""Office titles, places, mechanisms and the cost of loading them."""

import subprocess
import sys

import pytest

from memcon.knowledge import fold, load, same_name, short_forms

KNOWLEDGE = load()


@pytest.mark.parametrize(
    ("title", "party", "office"),
    [
        ("Secretary of State", "USA", "foreign_minister"),
        ("Secretary of State for Foreign, Commonwealth and Development Affairs", "GBR", "foreign_minister"),
        ("Foreign Secretary", "GBR", "foreign_minister"),
        ("Foreign Secretary", "IND", "other"),
        ("External Affairs Minister", "IND", "foreign_minister"),
        ("Deputy Prime Minister and Minister of Foreign Affairs", "VNM", "foreign_minister"),
        ("Assistant Secretary of Defense for Indo-Pacific Security Affairs", "USA", "other"),
        ("Deputy Secretary of State", "USA", "deputy_foreign_minister"),
        ("Chairman of the Joint Chiefs of Staff, General", "USA", "chief_of_defence"),
        ("Defense Secretary", "USA", "defence_minister"),
        ("Vice President", "USA", "other"),
        ("President", "FRA", "head_of_state"),
        ("prime minister", None, "head_of_government"),
        ("ambassador to Oman", "USA", "other"),
        ("national security adviser", "USA", "national_security_adviser"),
        ("goalkeeper", "ARG", None),
    ],
)
def test_titles(title, party, office):
    assert KNOWLEDGE.offices.classify(title, party) == office


def test_every_office_has_a_description_and_its_example_is_of_its_kind():
    for rule in KNOWLEDGE.offices.rules:
        party = sorted(rule.parties)[-1] if rule.parties else None
        assert rule.description
        assert KNOWLEDGE.offices.classify(rule.example.split(";")[0], party) == rule.kind, rule.example


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Geneva", "CHE", "city"),
        ("Kananaskis", "CAN", "city"),
        ("Camp David", "USA", "venue"),
        ("the Kremlin", "RUS", "venue"),
        ("South China Sea", None, "water"),
        ("Hanoi", "VNM", "city"),
        ("北京", "CHN", "city"),
        ("Vietnam", "VNM", "country"),
        ("Atlantis", None, None),
    ],
)
def test_places(name, country, kind):
    place = KNOWLEDGE.places.lookup(name)
    assert (place.country, place.kind) == (country, kind) if place else (country, kind) == (None, None)


def test_places_in_text_are_whole_words():
    text = "Talks in Ho Chi Minh City, then in Doha; reading a nice report on Romeo."
    assert [text[f.start : f.end] for f in KNOWLEDGE.places.find(text)] == ["Ho Chi Minh City", "Doha"]


def test_a_mechanism_has_parties():
    assert all(m.name for m in KNOWLEDGE.mechanisms)
    assert {"GBR", "USA"} in [set(m.parties) for m in KNOWLEDGE.mechanisms]


@pytest.mark.parametrize(
    ("name", "party", "short"),
    [
        ("Li Shangfu", "CHN", "li"),
        ("Bùi Thanh Sơn", "VNM", "son"),
        ("Yoon Suk Yeol", "KOR", "yoon"),
        ("Antony Blinken", "USA", "blinken"),
        ("Abdel Fattah al-Sisi", "EGY", "sisi"),
    ],
)
def test_short_forms_by_culture(name, party, short):
    assert short_forms(name, party)[0] == short


def test_names_compare_without_marks():
    assert fold("Bùi Thanh Sơn") == "bui thanh son"
    assert same_name("Son", "Bùi Thanh Sơn")
    assert not same_name("Wang Yi", "Wang Wenbin")


def test_importing_knowledge_loads_no_parser():
    code = "import sys, memcon.knowledge; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
