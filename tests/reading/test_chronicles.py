"""Pages that tell day by day: each paragraph is of the day that heads it."""

import pytest

from memcon.knowledge import load
from memcon.model import Document
from memcon.reading import chronicles, passages, read
from memcon.reading.dates import resolve

DASHED = """Talks on the Iranian nuclear programme, a chronology

2013
August 3 -- Hassan Rouhani takes office as president of Iran.

September 26 -- US Secretary of State John Kerry and Iranian Foreign Minister Mohammad Javad Zarif meet in New York.

September 27 -- US President Barack Obama and Rouhani speak by telephone.

November 20-24 -- Zarif meets Kerry and EU High Representative Catherine Ashton in Geneva.
"""
WITH_YEARS = """Key dates

26 July 2012: Kofi Annan meets Syrian President Bashar al-Assad in Damascus.

Aug. 17, 2012: Lakhdar Brahimi takes over from Annan.

15 September 2012: Brahimi holds talks with Assad in Damascus.
"""
LINES = """How the thaw came about

January 9, 2018
The two Koreas hold talks at Panmunjom for the first time in two years.

March 5, 2018
Chung Eui-yong, an envoy of South Korea, meets North Korean leader Kim Jong Un in Pyongyang.

April 27, 2018
South Korean President Moon Jae-in and Kim Jong Un hold a summit at Panmunjom.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DASHED, ["2013-08-03", "2013-09-26", "2013-09-27", "2013-11-20/2013-11-24"]),
        (WITH_YEARS, ["2012-07-26", "2012-08-17", "2012-09-15"]),
        (LINES, ["2018-01-09", "2018-03-05", "2018-04-27"]),
        ("May 3, 2010 - Lisbon - The ministers met.\n\nMay 4, 2010 - They met again.", []),  # too few to be a chronicle
        ("The ministers met on May 3.\n\nOn May 4: nothing.\n\nThe accord of May 5 holds.", []),
    ],
)
def test_dates_that_head_paragraphs(text: str, expected: list[str]) -> None:
    page = passages.cut(Document(id="t", text=text))
    assert [resolve(head.expression, None) for head in chronicles.heads(page).values()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            DASHED,
            [
                ("meeting", "2013-09-26", {"John Kerry", "Mohammad Javad Zarif"}),
                ("phone_call", "2013-09-27", {"Barack Obama", "Hassan Rouhani"}),
                ("meeting", "2013-11-20/2013-11-24", {"Mohammad Javad Zarif", "John Kerry", "Catherine Ashton"}),
            ],
        ),
        (
            LINES,
            [
                ("meeting", "2018-03-05", {"Chung Eui-yong", "Kim Jong Un"}),
                ("summit", "2018-04-27", {"Moon Jae-in", "Kim Jong Un"}),
            ],
        ),
    ],
)
def test_what_stands_under_a_date_is_of_that_day(text: str, expected: list[tuple[str, str, set[str]]]) -> None:
    reading = read(Document(id="t", text=text), load())
    found = [(e.type, e.date, {p.name for p in e.participants if p.name}) for e in reading.events]
    assert [entry for entry in expected if entry not in found] == []
    told = [q for e in reading.events for q in e.quotes if q.field == "date"]
    assert told
    assert all(text[q.start : q.end] == q.quote for q in told)


def test_a_heading_dates_no_page() -> None:
    assert read(Document(id="t", text=WITH_YEARS), load()).document_date != "2012-07-26"
