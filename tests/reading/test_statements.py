"""Statements: who said what, in which words, with which stance."""

import pytest

from memcon import knowledge
from memcon.model import Statement
from memcon.reading.english import statements
from memcon.reading.topics import topics
from tests.reading.pages import analysed

KNOWN = knowledge.load()


def read(text: str, **pronouns: str) -> list[Statement]:
    analysis = analysed(text, **pronouns)
    return list(statements.find(analysis, statements.spoken(analysis, KNOWN)))


# text, who, party, words the evidence must hold, stance, direct
LAMMY, BLINKEN, KULEBA = ("David Lammy", "GBR"), ("Antony Blinken", "USA"), ("Dmytro Kuleba", "UKR")
WANG, KAMIKAWA = ("Wang Yi", "CHN"), ("Yoko Kamikawa", "JPN")
CASES = [
    ("Lammy said the talks in Oslo had been frank.", LAMMY, "the talks in Oslo had been frank", "neutral", False),
    ("Blinken warned that the raid would isolate Moscow.", BLINKEN, "would isolate Moscow", "warns", False),
    ("Kuleba called on Beijing to use its influence.", KULEBA, "to use its influence", "urges", False),
    ("Japan condemned the launch.", (None, "JPN"), "condemned the launch", "opposes", False),
    ("Wang expressed concern over the new tariffs.", WANG, "concern over the new tariffs", "warns", False),
    ("Kamikawa welcomed the return of the envoys.", KAMIKAWA, "the return of the envoys", "supports", False),
    ("“We will not leave our friends,” Lammy said.", LAMMY, "We will not leave our friends", "neutral", True),
    ("According to Kuleba, the corridor is safe for ships.", KULEBA, "the corridor is safe", "neutral", False),
    (
        "The Chinese foreign ministry said the two sides should meet halfway.",
        ("Chinese foreign ministry", "CHN"),
        "the two sides should meet halfway",
        "neutral",
        False,
    ),
    (
        "Blinken and Wang reaffirmed the importance of open military channels.",
        (None, "USA|CHN"),
        "the importance of open military channels",
        "supports",
        False,
    ),
    ("The talks have been useful to both, Lammy noted.", LAMMY, "The talks have been useful", "neutral", False),
    ("The statement “underlines the need for calm,” Wang said.", WANG, "the need for calm", "neutral", False),
    ("Lammy also “underlined the need for calm at sea.”", LAMMY, "the need for calm at sea", "urges", False),
    ("“The grain must flow,” said Kuleba.", KULEBA, "The grain must flow", "neutral", True),
    ("Lammy regretted the delay of the vote.", LAMMY, "regretted the delay of the vote", "regrets", False),
]


@pytest.mark.parametrize(("text", "who", "words", "stance", "direct"), CASES)
def test_one_statement(text: str, who: tuple[str | None, str], words: str, stance: str, direct: bool) -> None:
    found = read(text)
    assert [((s.speaker, s.party), s.stance, s.direct) for s in found] == [(who, stance, direct)]
    assert words in found[0].evidence


NONE = [
    "Lammy met Kuleba in Kyiv on Tuesday.",
    "Blinken declined to say when the envoys would return.",
    "Wang did not say whether the offer stands.",
    "The ministers' photograph was taken outside.",
    "Lammy agreed to open a consulate.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_statement(text: str) -> None:
    assert read(text) == []


def test_coordinated_verbs_are_statements_of_their_own() -> None:
    found = read("Lammy condemned the attack on the port and urged both armies to hold their fire.")
    assert [s.stance for s in found] == ["opposes", "urges"]
    assert "urged" not in found[0].evidence


def test_a_pronoun_speaks_for_its_person() -> None:
    found = read("He added that the embassy would reopen.", he="Blinken")
    assert [(s.speaker, s.party) for s in found] == [("Antony Blinken", "USA")]


FOLLOWED = [
    ("The Chinese foreign ministry said the road is closed. It said the cars must wait.", None, "CHN"),
    ("Wang said the road is closed. The minister added that the cars must wait.", "Wang Yi", "CHN"),
    ("One envoy of Japan said the road is closed. “They must wait for the snow to melt,” he said.", None, "JPN"),
]


@pytest.mark.parametrize(("text", "speaker", "party"), FOLLOWED)
def test_who_spoke_right_before(text: str, speaker: str | None, party: str) -> None:
    first, second = read(text)
    assert second.party == first.party == party
    assert speaker is None or second.speaker == speaker


def test_a_quoted_readout_speaks_for_whom_it_tells_of() -> None:
    text = "The Chinese foreign ministry said. “Wang stressed that the strait must remain open to all ships.”"
    assert [(s.speaker, s.direct) for s in read(text)] == [("Wang Yi", True)]


def test_a_spokesperson_speaks_for_the_party() -> None:
    text = (
        "Statement by Spokesperson Blinken on the Ceasefire\n\nMay 1, 2024\n\n"
        "We condemn the attack on the convoy near the border. I thank the drivers for their courage."
    )
    assert [(s.speaker, s.party) for s in read(text)] == [(None, "USA"), ("Antony Blinken", "USA")]


def test_both_sides_share_a_position() -> None:
    found = read("Both sides stressed that the strait must stay open.", both_sides="Lammy Kamikawa")
    assert [(s.speaker, s.party) for s in found] == [(None, "GBR|JPN")]


def test_a_second_quotation_belongs_to_the_speaker_of_the_first() -> None:
    found = read("“The door stays open,” Wang said. “We have never closed it to anybody.”")
    assert [s.speaker for s in found] == ["Wang Yi", "Wang Yi"]


def test_quotation_of_a_second_paragraph() -> None:
    found = read("“We worked all night on the text.\n\n“It is now ready to be signed by everybody,” Kuleba said.")
    assert [s.speaker for s in found] == ["Dmytro Kuleba", "Dmytro Kuleba"]


def test_the_speaker_between_two_quotations_of_two_people() -> None:
    found = read(
        "“The road to peace is long and it is hard,” Lammy said. Kuleba answered: “We have walked it for two years.”"
    )
    assert [(s.speaker, s.evidence[:8]) for s in found] == [("David Lammy", "The road"), ("Dmytro Kuleba", "We have ")]


def test_a_joint_statement_speaks_in_its_issuers_name() -> None:
    text = (
        "Joint Statement by the United States and Japan\n\nApril 10, 2024\n\n"
        "Our alliance has become a cornerstone of peace in the region. We oppose any change of borders by force."
    )
    found = read(text)
    assert {s.party for s in found} == {"USA|JPN"}
    assert len(found) == 2


def test_evidence_is_cut_from_the_text() -> None:
    text = "Lammy said:  “It is   time\u200b to talk,”  and left."
    analysis = analysed(text)
    found = statements.find(analysis, statements.spoken(analysis, KNOWN))
    assert [s.evidence in text for s in found] == [True]
    assert all(text[q.start : q.end] == q.quote for s in found for q in s.quotes)


TOPICS = [
    ("peace across the Taiwan Strait", ("Taiwan",)),
    ("new tariffs on steel", ("trade",)),
    ("the war in Ukraine and sanctions on oil", ("Ukraine war", "sanctions", "energy")),
    ("who said it", ()),
    ("the WHO said it", ("health",)),
    ("a cup of tea", ()),
]


@pytest.mark.parametrize(("text", "expected"), TOPICS)
def test_topics(text: str, expected: tuple[str, ...]) -> None:
    assert topics(text) == expected


REPORTS = [
    "Britain and Japan Issue Joint Statement on Trade\n\nMay 1, 2024\n\nThe text is an important step for both sides.",
    "Tokyo welcomes statement by Blinken on tariffs\n\nMay 1, 2024\n\nThe offer is a vital step for the whole region.",
]


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_about_a_statement_has_no_voice(text: str) -> None:
    assert read(text) == []
