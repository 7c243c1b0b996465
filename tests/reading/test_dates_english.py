"""English words into expressions, resolved for a page of Wednesday 18 September 2024."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Document, Interval, interval
from memcon.reading.analysis import DateMention, Page, Passage
from memcon.reading.dates import Duration, resolve
from memcon.reading.english import dates, parsing

TODAY = interval("2024-09-18")


def found(text: str) -> tuple[DateMention, ...]:
    page = Page(Document(id="t", text=text), (Passage(0, len(text), "body", "en"),))
    return dates.find(parsing.sentences(page, [0]))


DATES = [
    ("The dialogue was launched in London on the 10th.", "the 10th", "2024-09-10"),
    ("He paid a visit to India in July-August 2000.", "July-August 2000", "2000-07/2000-08"),
    ("The joint statement issued on 14th Sept. reaffirmed this.", "14th Sept", "2024-09-14"),
    ("The round took place on the 10-11th Sept., in Vienna.", "the 10-11th Sept", "2024-09-10/2024-09-11"),
    ("Li Qiang will tour the expo from July 19 to 22.", "July 19 to 22", "2024-07-19/2024-07-22"),
    ("The visit ran from 10 to 16 July.", "10 to 16 July", "2024-07-10/2024-07-16"),
    ("Ministers met on July 28-29, 2024 in Tokyo.", "July 28-29, 2024", "2024-07-28/2024-07-29"),
    ("They met on 27 July – 2 August 2024.", "27 July – 2 August 2024", "2024-07-27/2024-08-02"),
    ("The sides met on Feb. 3, 2026 in Muscat.", "Feb. 3, 2026", "2026-02-03"),
    ("They met on 15th of last month.", "15th of last month", "2024-08-15"),
    ("Talks fell in the latter half of 2023.", "the latter half of 2023", "2023-07/2023-12"),
    ("They met between 3 and 6 June, 2019.", "3 and 6 June, 2019", "2019-06-03/2019-06-06"),
    ("The visit on Sunday (21 July) was brief.", "Sunday (21 July", "2024-07-21"),
    ("They met in the second half of May.", "the second half of May", "2024-05-16/2024-05-31"),
    ("They met twice in the last two weeks of August.", "the last two weeks of August", "2024-08-16/2024-08-31"),
    ("In 2019 and 2020 it was suspended.", "2019 and 2020", "2019/2020"),
    ("They met the week before last.", "the week before last", "2024-09-02/2024-09-08"),
    ("July's summit in Kazan is over.", "July", "2024-07"),
    ("They prepared the upcoming July 24 summit.", "July 24", "2024-07-24"),
    ("He arrived on Saturday, July 27.", "Saturday, July 27", "2024-07-27"),
    ("He arrived on the 5th of August.", "the 5th of August", "2024-08-05"),
    ("Ties froze last August after the visit.", "last August", "2024-08"),
    ("Wang Yi hosted him earlier this month.", "earlier this month", "2024-09-01/2024-09-17"),
    ("Calls have gone unanswered in recent months.", "recent months", "2024-03-18~/2024-09-18~"),
    ("Blinken spoke with Wang on Tuesday.", "Tuesday", "2024-09-17"),
    ("Blinken met Lammy late on Monday night.", "late on Monday night", "2024-09-16"),
    ("Talks were held on Monday and Tuesday.", "Monday and Tuesday", "2024-09-16/2024-09-17"),
    ("The minister left last Friday for Kyiv.", "last Friday", "2024-09-13"),
    ("Putin will host him the week of July 8.", "the week of July 8", "2024-07-08/2024-07-14"),
    ("The Action Plan for 2024-26 was signed.", "2024-26", "2024/2026"),
    ("The leaders spoke last weekend.", "last weekend", "2024-09-14/2024-09-15"),
    ("The leaders spoke over the weekend.", "over the weekend", "2024-09-14/2024-09-15"),
    ("The camp was visited on 2012-08-05.", "2012-08-05", "2012-08-05"),
    ("The treaty of 5 August 2012 stands.", "5 August 2012", "2012-08-05"),
    ("It was dated 26/07/2022 in Cairo.", "26/07/2022", "2022-07-26"),
    ("It was dated 26-07-2022 in Cairo.", "26-07-2022", "2022-07-26"),
    ("It was dated 06.07.2022 in Bonn.", "06.07.2022", "2022-07-06"),
    ("Austin met Wei in November 2022 in Cambodia.", "November 2022", "2022-11"),
    ("They met in March this year in Bali.", "March this year", "2024-03"),
    ("They met in July of last year.", "July of last year", "2023-07"),
    ("Sherman visited Tianjin last year.", "last year", "2023"),
    ("Two days ago he met Erdogan.", "Two days ago", "2024-09-16"),
    ("He met Erdogan a year and a half ago.", "a year and a half ago", "2023-02-16~/2023-04-17~"),
    ("The summit took place in mid-July.", "mid-July", "2024-07-11~/2024-07-20~"),
    ("The ceasefire came into force in early 2024.", "early 2024", "2024-01~/2024-04~"),
    ("Exports rose in the first half of 2024.", "the first half of 2024", "2024-01/2024-06"),
    ("The 2015 nuclear deal was signed in Vienna.", "2015", "2015"),
    ("Ties were restored in the 1990s.", "the 1990s", "1990/1999"),
    ("The ministers met in New York last night.", "last night", "2024-09-17"),
    ("The ambassador was summoned the day before yesterday.", "the day before yesterday", "2024-09-16"),
    ("Over the last 72 hours envoys shuttled to Cairo.", "the last 72 hours", "2024-09-15~/2024-09-18~"),
    ("The meeting last fall of the two leaders helped.", "last fall", "2023-09~/2023-11~"),
    ("His recent visits to Cairo were noted.", "recent", "2024-08-18~/2024-09-18~"),
    ("The accord was reached last summer.", "last summer", "2024-06~/2024-08~"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), DATES)
def test_dates(text: str, words: str, edtf: str) -> None:
    mentions = found(text)
    assert [text[m.start : m.end] for m in mentions] == [words]
    assert resolve(mentions[0].expression, TODAY) == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They will meet again next Monday.", "next Monday", "2024-09-23"),
        ("Starmer is to visit Washington on Friday.", "Friday", "2024-09-20"),
        ("The round will be held on the 10th.", "the 10th", "2024-10-10"),
        ("The summit will take place later this year.", "later this year", "2024-09-19/2024-12-31"),
        ("Talks will resume in two weeks' time.", "in two weeks' time", "2024-09-29~/2024-10-05~"),
        ("The envoy is due in the coming weeks.", "the coming weeks", "2024-09-18~/2024-10-23~"),
        ("He will travel to Hanoi in December.", "December", "2024-12"),
        ("The aid is to arrive by the end of the year.", "the end of the year", "2024-12~"),
    ],
)
def test_what_is_planned_lies_ahead(text: str, words: str, edtf: str) -> None:
    mentions = found(text)
    assert [text[m.start : m.end] for m in mentions] == [words]
    assert resolve(mentions[0].expression, TODAY, "future") == edtf


@pytest.mark.parametrize(
    ("text", "words", "iso", "qualifier"),
    [
        ("It was the first call in almost 18 months.", "almost 18 months", "P18M", "almost"),
        ("It is the first joint visit in ten years.", "ten years", "P10Y", "exactly"),
        ("Relations grew over nearly 15 years.", "nearly 15 years", "P15Y", "almost"),
        ("Lavrov began a three-day visit to Cairo.", "three-day", "P3D", "exactly"),
        ("The channel was closed for two years.", "two years", "P2Y", "exactly"),
        ("Wang ended a week-long trip.", "week-long", "P1W", "exactly"),
        ("They had not met for more than a decade.", "more than a decade", "P10Y", "over"),
        ("They had not spoken for a year and a half.", "a year and a half", "P18M", "exactly"),
        ("They spoke for two and a half hours.", "two and a half hours", "PT2.5H", "exactly"),
    ],
)
def test_lengths_of_time_are_no_dates(text: str, words: str, iso: str, qualifier: str) -> None:
    (mention,) = found(text)
    assert text[mention.start : mention.end] == words
    assert isinstance(mention.expression, Duration)
    assert (mention.expression.iso, mention.expression.qualifier) == (iso, qualifier)
    assert resolve(mention.expression, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Austin spoke with Defence Minister Dong Jun.",
        "Theresa May hosted the talks.",
        "The two sides may hold talks.",
        "Protesters march on the embassy.",
        "Resolution 2254 was adopted by the Council.",
        "It was the most recent of the two.",
        "June's adviser and May's envoy spoke.",
        "See www.un.org/press/2024/07/10/talks for the text.",
        "The two sides held the 10th round of talks.",
        "The 75th anniversary was marked with the 20th summit.",
        "The 47-year-old minister arrived.",
        "The dialogue is held every two years.",
        "Ministers marked Good Friday together.",
        "On 05/06/2022 nothing is certain.",
        "About 2000 troops were sent.",
        "The fall of the government was swift.",
        "They met on 31 February.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("No talks have been held since last August.", "since"),
        ("The aid will be delivered by Friday.", "by"),
        ("They met ahead of Tuesday.", "before"),
        ("The ceasefire holds until October 2024.", "until"),
        ("They met from 10 to 16 July.", "on"),
        ("They met on Friday.", "on"),
    ],
)
def test_how_a_date_stands_to_what_is_told(text: str, relation: str) -> None:
    assert [m.relation for m in found(text)] == [relation]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("July 20, 2024", ["2024-07-20"]),
        ("3 March 2014", ["2014-03-03"]),
        ("date 2024-12-20 HANOI", ["2024-12-20"]),
        ("Published :`2024-07-28 04:16:59`", ["2024-07-28"]),
        ("Tue, 17 Jun 2025 08:12:06 GMT", ["2025-06-17"]),
        ("Feb 26, 2026 | 9:05 AM", ["2026-02-26"]),
        ("2026-02-26T09:05:00Z", ["2026-02-26"]),
        ("no date at all", []),
    ],
)
def test_date_lines_need_no_parse(text: str, edtf: list[str]) -> None:
    assert [resolve(m.expression, None) for m in dates.find_in_text(text)] == edtf


WORDS = (
    "the a an last next this previous past recent coming two 3 10 10th 31 2024 1999 26 999999999 1,500 2.5 0 "
    "several few half and to - – , . / ( ) of in on by since from between day days week weeks weekend month "
    "months year years decade century hours quarter fortnight January May Feb. Sept Dec Monday Tue yesterday "
    "today tomorrow tonight morning night early late earlier later mid end start beginning first second ago "
    "before after following same that every old long time now spring fall winter recently 1990s 2012-08-05 "
    "26/07/2022 00 ' ’ s \xa0 \u200b ٢٠٢٤ 1٢ 二 "
)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=14), st.dates(dt.date(1950, 1, 1), dt.date(2080, 1, 1)))
def test_any_words_give_dates_or_none(words: list[str], page_day: dt.date) -> None:
    text = " ".join(words)
    for mention in dates.find_in_text(text):
        assert 0 <= mention.start < mention.end <= len(text)
        for direction in ("past", "future", "either", "strictly past", "strictly future"):
            answer = resolve(mention.expression, Interval(page_day, page_day), direction)
            assert answer is None or interval(answer)


def test_a_day_told_by_two_calendars_is_one_day() -> None:
    for text, edtf in (
        ("They sat on Saturday, corresponding to 11 March 2023, in Muscat.", "2023-03-11"),
        ("They sat on Saturday and Sunday corresponding to 11 and 12 March 2023.", "2023-03-11/2023-03-12"),
    ):
        assert {resolve(m.expression, TODAY) for m in found(text)} == {edtf}
