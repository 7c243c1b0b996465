"""Dates that depend on their clause or on another date."""

import dataclasses

import pytest

from memcon.model import Document
from memcon.reading.analysis import Analysis, Page, Passage
from memcon.reading.english import dates, parsing
from memcon.reading.english.when import day


def analysed(text: str) -> Analysis:
    page = Page(Document(id="t", text=text), (Passage(0, len(text), "body", "en"),))
    sentences = tuple(parsing.sentences(page, [0]))
    return Analysis(page=page, sentences=sentences, dates=dates.find(sentences), today="2024-09-18")


@pytest.mark.parametrize(
    ("text", "date", "planned", "expected"),
    [
        ("Abbas cancelled a trip to Cairo that had been scheduled for Sunday.", 0, False, "2024-09-22"),
        ("They cancelled a meeting on Tuesday.", 0, True, "2024-09-17"),
        ("He was scheduled to meet them on September 10.", 0, False, "2024-09-10"),
        ("He was scheduled to meet them on September 28.", 0, False, "2024-09-28"),
        ("The summit is slated for October 10.", 0, True, "2024-10-10"),
        ("They will not attend the talks due to begin on Friday.", 0, False, "2024-09-20"),
        ("Talks on Friday.", 0, True, "2024-09-20"),
        ("Talks on Friday.", 0, False, "2024-09-13"),
        ("Xi arrived in Paris on 5 May 2024. He flew to Belgrade two days later.", 1, False, "2024-05-07"),
        ("Xi arrived in Paris on 5 May 2024. The following day he met Macron.", 1, False, "2024-05-06"),
        ("The following day he met Macron.", 0, False, None),
        ("The visit of the Sudanese minister has been postponed to October 6-7.", 0, False, "2024-10-06/2024-10-07"),
        ("Russia told the United States on Tuesday it would expel two diplomats.", 0, True, "2024-09-17"),
        ("The war has gone on since October 7.", 0, False, "2023-10-07"),
        ("They met on October 7.", 0, False, "2023-10-07"),
        ("They announced a meeting on October 7 in Cairo.", 0, False, "2024-10-07"),
    ],
)
def test_a_date_lies_where_its_clause_puts_it(text: str, date: int, planned: bool, expected: str | None) -> None:
    analysis = analysed(text)
    assert day(analysis, analysis.dates[date], planned) == expected


def test_a_year_after_the_summit_dates_the_summit() -> None:
    analysis = analysed("The meeting today comes a year after a summit at Camp David.")
    (sentence,) = analysis.sentences
    mention = next(d for d in analysis.dates if d.rule == "beside")
    summit = next(t.i for t in sentence.tokens if t.text == "summit")
    assert day(analysis, mention, False, summit) == "2023-08-19~/2023-10-18~"
    meeting = next(t.i for t in sentence.tokens if t.text == "meeting")
    alone = dataclasses.replace(analysis, dates=(mention,))
    assert day(alone, mention, False, meeting) is None
