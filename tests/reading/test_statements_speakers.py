"""Who says what in whole pages: who goes on speaking, what hangs on another report, whom a post speaks for."""

import pytest

from memcon import knowledge
from memcon.model import Document, Statement
from memcon.reading import english, passages

KNOWN = knowledge.load()


def said(text: str) -> list[Statement]:
    page = passages.cut(Document(id="test", text=text))
    return list(english.read(page, tuple(range(len(page.passages))), KNOWN, None).statements)


MET = "German Foreign Minister Annalena Baerbock met Chinese Foreign Minister Wang Yi in Beijing in December 2024.\n\n"
TALK = "French Foreign Minister Jean-Noël Barrot said Polish Foreign Minister Radosław Sikorski would come.\n\n"

# a page, words of a statement on it, who says them, for which party
SPOKEN = [
    # the verb
    (MET + "Wang hoped that the flights would resume.", "the flights would resume", "Wang Yi", "CHN"),
    (MET + "Wang warned of a long winter for trade.", "a long winter for trade", "Wang Yi", "CHN"),
    (MET + "Wang spoke highly of the car makers of Bavaria.", "spoke highly of", "Wang Yi", "CHN"),
    (MET + "Wang explained the new rules on rare earths.", "the new rules", "Wang Yi", "CHN"),
    (MET + "Wang attributed the delay to the weather.", "the delay", "Wang Yi", "CHN"),
    (MET + "Baerbock showed her appreciation for the release.", "her appreciation", "Annalena Baerbock", "DEU"),
    ("Turkey attaches great importance to the straits, and Greece denied the charge.", "denied", None, "GRC"),
    # what hangs on another report
    (MET + "Baerbock condemned the raid, urging the fleet to leave.", "urging the fleet", "Annalena Baerbock", "DEU"),
    (MET + "Wang stressed that the port is open and thanked Hamburg for its patience.", "thanked", "Wang Yi", "CHN"),
    # who goes on speaking
    (TALK + "“We have much to say to one another,” he said.", "We have much to say", "Jean-Noël Barrot", "FRA"),
    (
        "France, Italy and Spain welcomed the vote in Chisinau.\n\n“We hope that it will be respected,” they said.",
        "it will be respected",
        None,
        "FRA|ITA|ESP",
    ),
    (
        "Egypt and Jordan called for a truce. In a telephone call, the foreign ministers stressed the need for aid.",
        "the need for aid",
        None,
        "EGY|JOR",
    ),
    # a post told after the name
    (
        "Mr Staffan de Mistura of Sweden, the special UN envoy for Syria, said the talks had been useful.",
        "the talks had been useful",
        "Staffan de Mistura",
        "UN",
    ),
    (
        "Josefa Errázuriz, an adviser to Chilean President Gabriel Boric, told reporters the treaty was ready to sign.",
        "the treaty was ready",
        "Josefa Errázuriz",
        "CHL",
    ),
    (
        "India’s Ministry of External Affairs said the bridge would open in May.",
        "the bridge would open",
        "India’s Ministry of External Affairs",
        "IND",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker", "party"), SPOKEN)
def test_who_said_the_words(text: str, words: str, speaker: str | None, party: str) -> None:
    found = [(s.speaker, s.party) for s in said(text) if words in s.evidence]
    assert found == [(speaker, party)]


def test_a_participle_is_a_statement_of_its_own() -> None:
    found = [s.evidence for s in said(MET + "Baerbock condemned the raid, urging the fleet to leave.")]
    assert found == ["Baerbock condemned the raid", "urging the fleet to leave"]


def test_she_is_not_the_man_who_spoke_before() -> None:
    text = (
        "Russian Foreign Minister Sergei Lavrov said German Foreign Minister Annalena Baerbock had called him.\n\n"
        "“I wanted to hear it myself,” she said."
    )
    assert [s.speaker for s in said(text) if s.direct] == ["Annalena Baerbock"]


def test_what_another_does_after_a_quotation_is_not_its_report() -> None:
    text = (
        "A senior Turkish official told reporters that “the text was ready to be signed by both,” "
        "but Greek Prime Minister Kyriakos Mitsotakis rejected the offer."
    )
    assert {s.party for s in said(text) if "the text was ready" in s.evidence} == {"TUR"}
