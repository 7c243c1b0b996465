"""Undated pages, dated from what they say."""

import pytest

from memcon.knowledge import load
from memcon.model import Document, interval
from memcon.reading import passages
from memcon.reading.analysis import Analysis
from memcon.reading.english import actors, dates, dating, parsing
from memcon.reading.english.tense import told


def analysed(text: str) -> Analysis:
    page = passages.cut(Document(id="t", text=text))
    wanted = [n for n, p in enumerate(page.passages) if p.kind in ("title", "body", "caption")]
    sentences = tuple(parsing.sentences(page, wanted))
    mentions = actors.find(sentences, load(), None)
    return Analysis(page=page, sentences=sentences, mentions=mentions, dates=dates.find(sentences))


@pytest.mark.parametrize(
    ("text", "edtf", "rules"),
    [
        (
            "British Foreign Secretary James Cleverly met US Secretary of State Antony Blinken in London.",
            "2022-09-03/2023-11-16",
            {"office-held"},
        ),
        (
            "US Defense Secretary Lloyd Austin met Japanese Defence Minister Minoru Kihara in Tokyo. They had last met "
            "in October 2023, when Kihara visited Washington.",
            "2023-10-01/2024-10-04",
            {"office-held", "told-as-past"},
        ),
        (
            "MOSCOW, Feb 10 (Reuters) - Russian officials said on Monday that talks with US President Donald Trump "
            "were not planned. US Secretary of State Marco Rubio had spoken of a meeting.",
            "2025-02-10",
            {"dateline", "dateline-weekday"},
        ),
        (
            "GENEVA, October 8. /TASS/. The co-chairs of the talks on the South Caucasus told reporters on Wednesday "
            "that they were content. They will sit again in Vienna on December 8-9, 2015.",
            "2015-10-08",
            {"dateline", "dateline-weekday", "against-dateline-weekday", "planned-day", "told-as-future"},
        ),
        (
            "WASHINGTON (July 6) -- US President Bill Clinton will meet Russian Prime Minister Sergei Kiriyenko, the "
            "White House said on Monday.",
            "1998-07-06",
            {"dateline", "dateline-weekday"},
        ),
        (
            "The Ukrainian capital will mark the third anniversary of the Russian invasion of Ukraine with guests. US "
            "Secretary of State Marco Rubio is not among them.",
            "2025-01-18/2025-04-25",
            {"anniversary"},
        ),
        (
            "It was the first visit by an Indian minister in almost two years. The last guest had come for the first "
            "round of the talks since May 2021.",
            "2022-09~/2023-05~",
            {"length-since"},
        ),
        (
            "Nikos Dendias will welcome his Kenyan colleague in Athens tomorrow, May 9, 2022. They met in June 2021.",
            "2022-05-08",
            {"day-beside"},
        ),
        (
            "BAKU, Azerbaijan, Jan. 29\n\nForeign Minister Elmar Mammadyarov met Zohrab Mnatsakanyan in Geneva on "
            "Wednesday. They had met on December 4, 2019 in Bratislava. It was the first meeting of the year.",
            "2020-01-29",
            {"dateline", "dateline-weekday", "told-as-past", "latest-day"},
        ),
        (
            "Foreign Secretary Jeremy Hunt landed in Addis Ababa on Thursday 2 May and went on to Nairobi.",
            "2019-05-02/2019-07-27",
            {"office-held", "weekday-and-day"},
        ),
        (
            "US President Barack Obama said that his country and Cuba had agreed to reopen embassies.\n\n"
            "US President Barack Obama speaks at the White House, July 1, 2015. (Photo: Pete Souza)",
            "2015-07-01~/2015-08-01~",
            {"caption-day", "named-date"},
        ),
        (
            "US President Barack Obama said that relations with Cuba would be restored.\n\n"
            "File photo: Raul Castro speaks in Panama City, April 11, 2015. (Photo: Estudios Revolucion)",
            "2015-04-11/2017-01-23",
            {"caption-day", "named-date", "office-held"},
        ),
        (
            "SAMARKAND, April 13 - On April 13, 2023 the foreign ministers of Uzbekistan and Iran met here.",
            "2023-04-13",
            {"dateline", "told-as-past"},
        ),
        (
            "Israeli officials left Cairo after the talks. Iran attacked the country two weeks after the killing of "
            "Ismail Haniyeh last month, which Hamas called a crime.",
            "2024-08",
            {"landmark-date"},
        ),
    ],
)
def test_a_page_is_dated_from_its_own_evidence(text: str, edtf: str, rules: set[str]) -> None:
    found = dating.infer(analysed(text), load())
    assert found is not None
    expected, got = interval(edtf), interval(found[0])
    assert expected
    assert got
    assert expected.intersection(got), found
    assert {e.rule for e in found[1]} <= rules | {"office-held", "landmark"}
    for evidence in found[1]:
        assert text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers met in Cairo and discussed the situation in the region.",
        "Russian President Vladimir Putin met Sergei Lavrov.",
        "The treaty was signed in 1972. The ministers met on Tuesday.",
        "They will meet again in 2030.",
    ],
)
def test_too_little_evidence_gives_no_date(text: str) -> None:
    assert dating.infer(analysed(text), load()) is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met in May.", "past"),
        ("They have met in May.", "past"),
        ("The talks were held in May.", "past"),
        ("They will meet in May.", "future"),
        ("He is to visit Paris in May.", "future"),
        ("They plan to meet in May.", "future"),
        ("The talks are due to begin in May.", "future"),
        ("He said the talks would be held in May.", "future"),
        ("He postponed a visit that had been scheduled for May.", "future"),
        ("They blocked a trip by the minister scheduled for May.", "future"),
        ("They cancelled a meeting on a visit in May.", "past"),
        ("The visit has been postponed to 6 May.", "future"),
        ("The visit was postponed on 6 May.", "past"),
        ("Moscow said on Monday it would expel two envoys.", "past"),
        ("Lavrov, who visited Cairo in May, said so.", "past"),
    ],
)
def test_tense(text: str, tense: str) -> None:
    analysis = analysed(text)
    (mention,) = analysis.dates
    assert told(analysis.sentences[0], mention.first) == tense
