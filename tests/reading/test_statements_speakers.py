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
    (
        "Chinese Foreign Minister Wang Yi underlined the part that Malta has been playing at sea and hailed its ports.",
        "hailed its ports",
        "Wang Yi",
        "CHN",
    ),
    (
        "EU spokesperson Peter Stano denied it. A US State Department spokesperson urged both to talk.\n\n"
        "“The road must be open to all who live there,” the spokesperson said.",
        "The road must be open",
        None,
        "USA",
    ),
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
    (
        "The plan was welcomed by ministers of Norway, Finland and Denmark on Monday.",
        "The plan was welcomed",
        None,
        "NOR|FIN|DNK",
    ),
    (
        "Indian External Affairs Minister Subrahmanyam Jaishankar said, “It is time. We have waited for a year.”\n\n"
        "While commenting on Vladimir Putin’s letter, he said, “the letter is a beginning.”",
        "the letter is a beginning",
        "Subrahmanyam Jaishankar",
        "IND",
    ),
    (
        "A senior Japanese Foreign Ministry official said the talks were short.\n\nThe official said the tea was cold.",
        "the tea was cold",
        None,
        "JPN",
    ),
    (
        "The Polish foreign ministry summoned the envoy. A ministry spokesman said the note had been read.",
        "the note had been read",
        "ministry spokesman",
        "POL",
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


def test_a_participle_that_tells_something_before_its_main_verb() -> None:
    found = [s.evidence for s in said(MET + "Stating that the port is open, Wang stressed that the ships were safe.")]
    assert found == ["Stating that the port is open", "Wang stressed that the ships were safe"]
    assert [s.evidence for s in said(MET + "Welcoming his guest, Wang stressed that the ships were safe.")] == [
        "Welcoming his guest, Wang stressed that the ships were safe"
    ]


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


def test_a_quotation_that_is_its_paragraph_is_who_spoke_before() -> None:
    text = (
        "Japanese Foreign Minister Takeshi Iwaya said on Monday that the ferry to Busan would sail again.\n\n"
        "“The port has been rebuilt with care, and the pier is longer than it was.”"
    )
    assert [s.speaker for s in said(text)] == ["Takeshi Iwaya", "Takeshi Iwaya"]


def test_he_is_nobody_whom_his_own_words_name() -> None:
    text = (
        "Polish Foreign Minister Radosław Sikorski said on Monday that the bridge is open.\n\n"
        "“We told Foreign Minister Sergei Lavrov so a year ago,” he told reporters in Warsaw."
    )
    assert [s.speaker for s in said(text) if s.direct] == ["Radosław Sikorski"]


def test_authorities_speak_for_the_country_they_are_in() -> None:
    found = said("Authorities in Georgia say they have not had a reply from Moscow.")
    assert [(s.speaker, s.party) for s in found] == [("Authorities", "GEO")]


def test_the_person_between_a_comma_and_the_verb_speaks() -> None:
    text = (
        "Conveying the wishes of King Felipe of Spain, Spanish Foreign Minister José Manuel Albares reaffirmed "
        "the ties between the two kingdoms."
    )
    assert {s.speaker for s in said(text)} == {"José Manuel Albares"}


ISSUED = (
    "Statement by High Representative Kaja Kallas\n\n2 May 2025\n\n"
    "The High Representative of the European Union issued the following statement today:\n\n"
    '"The road through the valley has been closed for a month. The villages there have had no flour since.\n\n'
    "The trucks are loaded and the drivers are waiting at the crossing.\n\n"
    'Nobody gains from a winter without bread in the mountains."'
)


def test_a_statement_quoted_over_several_paragraphs() -> None:
    found = said(ISSUED)
    words = ("The road through", "The trucks are", "Nobody gains from")
    assert all(any(w in s.evidence for s in found) for w in words)
    assert {s.party for s in found} == {"EU"}


GIST = (
    "Japanese Foreign Minister Yoko Kamikawa met Chinese Foreign Minister Wang Yi in Beijing.\n\n"
    "Kamikawa: The buoys near the islands have to be taken away soon.\n\n"
    "Wang: The two neighbours have to look at what they share.\n\n"
    "The two ministers left for dinner at seven in the evening."
)
TRANSCRIPT = (
    "Press Briefing\n\nSecretary of State Antony Blinken met the press.\n\n"
    "SECRETARY BLINKEN: Good morning. The convoy is on its way to the northern crossing.\n\n"
    "The drivers have been told to wait for the mine clearers there.\n\n"
    "QUESTION: Will the drivers be paid for the days they have lost?"
)


def test_speech_under_its_speakers_name() -> None:
    assert [(s.speaker, s.evidence[:9]) for s in said(GIST)] == [
        ("Yoko Kamikawa", "The buoys"),
        ("Wang Yi", "The two n"),
    ]


def test_a_transcript_goes_on_to_the_next_label() -> None:
    found = [(s.speaker, s.evidence[:11]) for s in said(TRANSCRIPT) if s.direct]
    assert found == [("Antony Blinken", "The convoy "), ("Antony Blinken", "The drivers")]


def test_what_was_agreed_to_be_done_is_no_statement() -> None:
    assert said(MET + "The two ministers agreed that the consulate in Wuhan will open in May.") == []


def test_what_somebody_is_asked_to_do_is_not_said_by_them() -> None:
    found = said("The African Union called on ECOWAS to endorse the truce in Niger.")
    assert [s.party for s in found] == ["AU"]


PHRASES = [
    MET + "Wang praised an “open and inclusive Gulf of Finland”, and left.",
    MET + "Talks backed by China went on.",
]


@pytest.mark.parametrize("text", PHRASES)
def test_a_phrase_is_no_speech(text: str) -> None:
    assert not [s for s in said(text) if s.direct or "backed" in s.evidence]


def test_what_is_left_of_a_report_beside_its_quotation_says_nothing() -> None:
    text = MET + "“The port is open to every ship,” Wang told a news conference in the city of Tianjin after dinner."
    assert [s.evidence for s in said(text)] == ["The port is open to every ship,"]


def test_a_headline_with_a_colon_is_no_label() -> None:
    assert said("Blinken: Road to peace is long\n\nThe diplomat Antony Blinken left for Cairo on Monday.") == []
