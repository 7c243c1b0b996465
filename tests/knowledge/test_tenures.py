"""Who a name means and who held an office, by date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.knowledge import load
from memcon.model import interval

TENURES = load().tenures


@pytest.mark.parametrize(
    ("name", "when", "official", "party", "office"),
    [
        ("Antony Blinken", "2023-06", "Antony Blinken", "USA", "foreign_minister"),
        ("Blinken", "2016", "Antony Blinken", "USA", "deputy_foreign_minister"),
        ("Li", "2023-05", "Li Qiang", "CHN", "head_of_government"),
        ("Li Shangfu", "2023-05", "Li Shangfu", "CHN", "defence_minister"),
        ("Sơn", "2023", "Bùi Thanh Sơn", "VNM", "foreign_minister"),
        ("Bui Thanh Son", "2023", "Bùi Thanh Sơn", "VNM", "foreign_minister"),
        ("al-Sisi", "2021", "Abdel Fattah el-Sisi", "EGY", "head_of_state"),
        ("Erdoğan", "2021", "Recep Tayyip Erdoğan", "TUR", "head_of_state"),
        ("习近平", None, "Xi Jinping", "CHN", "head_of_state"),
        ("Xi", "2019", "Xi Jinping", "CHN", "head_of_state"),
        ("Charles III", "2023", "Charles III", "GBR", "head_of_state"),
    ],
)
def test_a_name_means_the_holder_of_the_day(name, when, official, party, office):
    best = TENURES.named(name, interval(when))[0]
    assert (best.official.name, best.term.party) == (official, party)
    offices = {t.office for t in TENURES.offices_of(best.official.id) if t.party == party}
    assert office in offices
    assert best.term.office == office or office == "head_of_state"


@pytest.mark.parametrize("name", ["Zzyzx", "", "the", "Lionel Messi", "Taylor Swift"])
def test_an_unknown_name_means_nobody(name):
    assert TENURES.named(name) == ()


@pytest.mark.parametrize(
    ("party", "office", "when", "official"),
    [
        ("CHN", "defence_minister", "2023-05-20", "Li Shangfu"),
        ("CHN", "defence_minister", "2022-11", "Wei Fenghe"),
        ("CHN", "defence_minister", "2024-04-16", "Dong Jun"),
        ("GBR", "foreign_minister", "2024-09-10", "David Lammy"),
        ("VNM", "foreign_minister", "2024-12-20", "Bùi Thanh Sơn"),
        ("USA", "head_of_state", "2009-06", "Barack Obama"),
    ],
)
def test_the_holder_of_an_office(party, office, when, official):
    term = TENURES.holders(party, office, interval(when))[0]
    assert TENURES.official(term.official).name == official


def test_an_open_end_is_unknown_after_it_was_last_asserted_but_still_a_candidate():
    open_terms = [t for t in TENURES.terms if not t.until and t.as_of]
    term = next(t for t in open_terms if t.office == "foreign_minister")
    later = interval("2099")
    assert term.state(later) == 2
    assert term.official in {t.official for t in TENURES.holders(term.party, term.office, later)}


@given(st.sampled_from(sorted(TENURES.officials.values())))
def test_everyone_is_found_by_their_full_name(official):
    assert official.id in {c.official.id for c in TENURES.named(official.name)}
    assert {t.official for t in TENURES.offices_of(official.id)} == {official.id}
