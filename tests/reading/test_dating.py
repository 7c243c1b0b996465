"""A page's own date, and days narrowed down by evidence."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Document, Evidence, Interval, interval
from memcon.reading import passages
from memcon.reading.dates import Day, Expression, NamedMonth, Period
from memcon.reading.dating import stated
from memcon.reading.english.money import find as find_money
from memcon.reading.narrowing import EARLIEST, LATEST, Constraint, narrow, writing_days

STORY = (
    "The foreign ministers of Egypt and Jordan met in Amman on Monday to discuss the situation in Gaza, the return of "
    "displaced people and the reconstruction of the strip, which they said on 3 March 2014 had begun and must go on.\n"
)
HAN_STORY = "约旦外长在安曼会见埃及外长，双方就加沙局势交换意见。" * 4


@pytest.mark.parametrize(
    ("text", "day", "quote", "rule"),
    [
        ("Ministers meet in Amman\n\nJuly 20, 2024\n\n" + STORY, "2024-07-20", "July 20, 2024", "date-line"),
        ("Ministers meet in Amman\n3 March 2015\n" + STORY, "2015-03-03", "3 March 2015", "date-line"),
        # a bare date is the day on which the page was called up, over one with a clock's time
        ("20 Apr 2024\nTuesday 6 June 2017 - 14:49\n" + STORY, "2017-06-06", "Tuesday 6 June 2017", "date-line"),
        ("Ministers meet in Amman\n2016-01-30\n\n" + STORY, "2016-01-30", "2016-01-30", "date-line"),
        ("Ministers meet in Amman\n27.02.2026. 06:20h\n" + STORY, "2026-02-27", "27.02.2026", "date-line"),
        (" date 2024-12-20 AMMAN — " + STORY, "2024-12-20", "2024-12-20", "date-line"),
        (
            "# Ministers meet\n\nPublished :`2024-07-28 04:16:59`\n\n---\n\n" + STORY,
            "2024-07-28",
            "2024-07-28",
            "date-line",
        ),
        ("2 September 201714:44\nMinisters meet in Amman\n" + STORY, "2017-09-02", "2 September 2017", "date-line"),
        ("News\nadmin1 – October 8, 2014 – 8:35am\n" + STORY, "2014-10-08", "October 8, 2014", "date-line"),
        ("Posted on August 12, 2013 by the editors\n" + STORY, "2013-08-12", "August 12, 2013", "date-line"),
        ("Source: Petra Monday, 12.08.2013. | 12:10\n\n" + STORY, "2013-08-12", "12.08.2013", "date-line"),
        ("Ministers meet\nMon, 26 May 2025 14:59:35 GMT\n\n" + STORY, "2025-05-26", "Mon, 26 May 2025", "date-line"),
        ("Ministers meet\n2025-05-26T15:34:00Z\n\n" + STORY, "2025-05-26", "2025-05-26", "date-line"),
        ("Ministers meet\nFeb 26, 2026 | 9:05 AM\n" + STORY, "2026-02-26", "Feb 26, 2026", "date-line"),
        (
            "Ministers meet\nUpdated May 3, 2024\nPublished May 1, 2024\n" + STORY,
            "2024-05-01",
            "May 1, 2024",
            "date-line",
        ),
        ("约旦外长会见埃及外长\n2024年9月14日\n" + HAN_STORY, "2024-09-14", "2024年9月14日", "dateline"),
        ("AMMAN – 26 July 2022: " + STORY, "2022-07-26", "26 July 2022", "dateline"),
        ("July 26, 2022 AMMAN, Jordan (AP) -- " + STORY, "2022-07-26", "July 26, 2022", "dateline"),
        ("Ministers meet in Amman\n\n06.03.2010 - Press release\n\n" + STORY, "2010-03-06", "06.03.2010", "date-line"),
        ("Ministers meet in Amman\n14 September 2022 438\n" + STORY, "2022-09-14", "14 September 2022", "date-line"),
        (
            "Ministers meet in Amman\nSkapad: 2008-02-15, Senast uppdaterad: 2009-03-11\n" + STORY,
            "2008-02-15",
            "2008-02-15",
            "date-line",
        ),
        (
            f"Talks\n{STORY}\n{STORY}\nPetra | Updated: 25-03-2022 09:15 IST | Created: 24-03-2022 18:05 IST\n{STORY}",
            "2022-03-24",
            "24-03-2022",
            "foot-date-line",
        ),
        ("Ministers meet in Amman\n25 July 2022 09:00 Moscow\n" + STORY, "2022-07-25", "25 July 2022", "date-line"),
        (
            "Ministers meet in Amman\nNo: 83, 25 July 2022, Press Release\n" + STORY,
            "2022-07-25",
            "25 July 2022",
            "date-line",
        ),
        (f"Ministers meet\n\n{STORY}\nBy Petra\n\n25 July 2022\n\n{STORY}", "2022-07-25", "25 July 2022", "date-line"),
        ("Ministers meet in Amman\n\n" + STORY + "\nPublished: June 2025\n", "2025-06", "June 2025", "foot-date-line"),
        (
            "Friday, May 3, 2024\n\nMinisters meet in Amman\n\nUpdate : 08 Feb 2016, 04:07 PM\n\n" + STORY,
            "2016-02-08",
            "08 Feb 2016",
            "date-line",
        ),
        (
            "Petra | Amman, 10 April 2017 - Updated on 23 October 2017\n\nMinisters meet in Amman\n\n" + STORY,
            "2017-04-10",
            "10 April 2017",
            "date-line",
        ),
        ("19.04.2012, Jordan\n\nMinisters meet in Amman\n\n" + STORY, "2012-04-19", "19.04.2012", "date-line"),
        ("Ministers meet in Amman\n2024. 10. 14. 11:00\n" + STORY, "2024-10-14", "2024. 10. 14.", "date-line"),
        (
            "12:11, 19 March 2014 | GMT +5\nMinisters meet in Amman\n" + STORY,
            "2014-03-19",
            "19 March 2014",
            "date-line",
        ),
        ("Submitted by web_2 on Wed, 12/28/2005 - 12:17\n\n" + STORY, "2005-12-28", "12/28/2005", "date-line"),
        ("admin – October 8, 2014 – 8:35am\n\n" + STORY, "2014-10-08", "October 8, 2014", "date-line"),
        (STORY + "\n(Petra News Agency October 31, 2005)\n|", "2005-10-31", "October 31, 2005", "foot-date-line"),
        (STORY + "\nSource: Petra, March 24, 2026", "2026-03-24", "March 24, 2026", "foot-date-line"),
        ("AMMAN, May 26, 2025 (Petra) -- " + STORY, "2025-05-26", "May 26, 2025", "dateline"),
        (
            "# petra.gov.jo\n\n## Metadata\n\n- **Scraped at**: 2026-02-28T02:34:36+00:00\n"
            "- **timestamp**: 2026-02-27T19:53:24\n\n## Content\n\n" + STORY,
            "2026-02-27",
            "2026-02-27",
            "metadata",
        ),
    ],
)
def test_a_page_states_its_date(text: str, day: str, quote: str, rule: str) -> None:
    found = stated(passages.cut(Document(id="t", text=text)))
    assert found is not None
    assert (found[0], found[1].quote, found[1].rule) == (day, quote, rule)
    assert text[found[1].start : found[1].end] == quote


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Ministers meet in Amman\n" + STORY,
        "On 3 March 2014 the ministers met: " + STORY,
        "Ministers meet in Amman\nTwo years after the accord of 12 March 2020\n" + STORY,
        "Ministers meet in Amman\n\n" + STORY + "\nTreaty signed\n\n12 March 2020\n",
        "# petra.gov.jo\n\n## Metadata\n\n- **Scraped at**: 2026-02-28T02:34:36+00:00\n\n## Content\n\n" + STORY,
        "Ministers meet in Amman\nUnder the Treaty\n" + STORY + "Photo taken on May 31, 2019\n",
    ],
)
def test_a_date_in_the_story_is_not_the_pages(text: str) -> None:
    assert stated(passages.cut(Document(id="t", text=text))) is None


@pytest.mark.parametrize(
    ("document", "day", "rule"),
    [
        (Document(id="t", text=STORY, date="2024-07-20"), "2024-07-20", "source-date"),
        (Document(id="t", text="Ministers meet\nJuly 20, 2024\n" + STORY, date="2024-07"), "2024-07-20", "source-date"),
        (Document(id="t", text=STORY, date="2024-07"), "2024-07", "source-date"),
        (Document(id="t", text=STORY, url="https://a.org/2024/07/27/talks"), "2024-07-27", "address"),
        (Document(id="t", text=STORY, url="https://a.org/talks-2025-02-10"), "2025-02-10", "address"),
        (Document(id="t", text=STORY, url="https://a.org/article/20250526/p2g"), "2025-05-26", "address"),
    ],
)
def test_a_source_states_the_date(document: Document, day: str, rule: str) -> None:
    found = stated(passages.cut(document))
    assert found is not None
    assert (found[0], found[1].rule) == (day, rule)


@pytest.mark.parametrize(
    "text",
    ["A" * 80 + "! July 3, 2024", "Aa " * 25 + "! July 3, 2024", "(" * 80 + "July 3, 2024", "$1" + " " * 50_000 + "x"],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    begun = time.monotonic()
    stated(passages.cut(Document(id="t", text=text + " " + STORY)))
    find_money(text)
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "url", ["https://a.org/article/1485059", "https://a.org/2024/talks", "https://a.org/2024/13/45/x"]
)
def test_an_address_without_a_date(url: str) -> None:
    assert stated(passages.cut(Document(id="t", text=STORY, url=url))) is None


def bound(first: str | None, last: str | None, rule: str, weight: float = 1.0) -> Constraint:
    evidence = Evidence(field="document_date", quote=rule, start=0, end=0, rule=rule)
    return Constraint.of(
        evidence,
        dt.date.fromisoformat(first) if first else None,
        dt.date.fromisoformat(last) if last else None,
        weight,
    )


def test_constraints_are_intersected_and_the_bounds_named() -> None:
    found = narrow(
        [
            bound("2022-11-01", None, "past"),
            bound("2024-07-05", "2029-01-01", "office"),
            bound("2021-01-26", "2025-01-20", "other-office"),
        ]
    )
    assert found is not None
    assert found.edtf() == "2024-07-05/2025-01-20"
    assert {e.rule for e in found.evidence()} == {"office", "other-office"}


def test_a_conflict_keeps_what_most_evidence_agrees_on_and_tells_the_rest() -> None:
    found = narrow(
        [
            bound("2024-07-05", "2024-12-31", "a"),
            bound("2024-01-01", "2024-10-01", "b"),
            bound("2001-01-01", "2001-12-31", "c"),
        ]
    )
    assert found is not None
    assert found.edtf() == "2024-07-05/2024-10-01"
    assert [e.rule for e in found.evidence()] == ["a", "b", "against-c"]


def test_divided_evidence_tells_nothing() -> None:
    assert narrow([bound("2024-01-01", "2024-12-31", "a"), bound("2001-01-01", "2001-12-31", "c")]) is None


def test_several_possible_spans_are_all_covered() -> None:
    days = [Interval(dt.date(y, 2, 10), dt.date(y, 2, 10)) for y in (2014, 2020, 2025)]
    evidence = Evidence(field="document_date", quote="Feb 10", start=0, end=0, rule="dateline")
    found = narrow([Constraint(tuple(days), evidence), bound("2017-01-20", None, "office")])
    assert found is not None
    assert found.edtf() == "2020-02-10/2025-02-10"


def test_what_is_only_likely_makes_the_answer_approximate() -> None:
    soft = Constraint.of(
        Evidence(field="document_date", quote="", start=0, end=0, rule="latest-day"),
        dt.date(2024, 7, 10),
        dt.date(2024, 8, 10),
        0.5,
        soft=True,
    )
    found = narrow([bound("2024-07-05", "2024-12-31", "a"), soft])
    assert found is not None
    assert found.edtf() == "2024-07-10~/2024-08-10~"


def test_without_both_ends_nothing_is_known() -> None:
    assert narrow([bound("2024-07-05", None, "a")]) is None
    assert narrow([bound(None, "2024-07-05", "a")]) is None
    assert narrow([]) is None


day = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))


def constraint(edges: tuple[dt.date, dt.date, bool, bool]) -> Constraint:
    one, other, low, high = edges
    evidence = Evidence(field="document_date", quote="", start=0, end=0, rule=str(edges))
    return Constraint.of(evidence, min(one, other) if low else None, max(one, other) if high else None)


constraints = st.lists(st.tuples(day, day, st.booleans(), st.booleans()).map(constraint), max_size=8)


@given(constraints)
def test_the_order_of_evidence_does_not_matter(given_constraints: list[Constraint]) -> None:
    assert narrow(given_constraints) == narrow(given_constraints[::-1])


@given(constraints)
def test_consistent_evidence_is_intersected(given_constraints: list[Constraint]) -> None:
    first = max((s.first for c in given_constraints for s in c.spans), default=EARLIEST)
    last = min((s.last for c in given_constraints for s in c.spans), default=LATEST)
    if EARLIEST < first <= last < LATEST:
        found = narrow(given_constraints)
        assert found is not None
        assert found.days == Interval(first, last)
        assert found.against == ()


@pytest.mark.parametrize(
    ("expression", "event", "first", "last"),
    [
        (Period("year", -1), "2023-12-29", "2024-01-01", "2024-12-31"),
        (Period("week", -1), "2024-09-02", "2024-09-08", "2024-09-15"),
        (NamedMonth(8, "last"), "2022-08-02", "2022-09-01", "2023-08-31"),
        (Day(-1), "2024-09-02", "2024-09-03", "2024-09-03"),
    ],
)
def test_when_an_event_can_have_been_told_so(expression: Expression, event: str, first: str, last: str) -> None:
    known = interval(event)
    assert known is not None
    assert writing_days(expression, known) == (Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last)),)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "中日將舉行磋商\n\n2025/11/15 05:30 駐日特派員／東京十四日報導\n\n" + "日本外務省宣布將舉行磋商。" * 12,
            "2025-11-15",
        ),
        ("編譯鍾某 2025-09-30 08:43\n\n" + "卡達外交部宣布將舉行磋商。" * 12, "2025-09-30"),
        ("2020-01-10 16:00\n" + "外交部发言人宣布双方将举行磋商。" * 12, "2020-01-10"),
        ("中美将举行对话\n\n2006年11月07日16:34 新华网\n\n" + "外交部发言人宣布双方将举行磋商。" * 12, "2006-11-07"),
    ],
)
def test_a_day_with_a_clock_s_time_opens_a_line(text: str, day: str) -> None:
    found = stated(passages.cut(Document(id="page", text=text)))
    assert found is not None
    assert found[0] == day
