import pytest

from memcon.merging import merge
from memcon.merging.comparing import compare
from memcon.merging.report import Report
from memcon.model import Event
from tests.merging.factory import event, reading


def both(a: Event, b: Event, told: str | None = "2025-05-21", later: str | None = "2025-05-22") -> bool:
    return compare(Report("a", 0, a, told), Report("b", 0, b, later)).same


ONE = [
    (
        "the same call, one side's date a day later",
        event("phone_call", "Trump@USA", "Putin@RUS", date="2025-05-19"),
        event("phone_call", "Donald Trump@USA", "Vladimir Putin@RUS", date="2025-05-20"),
    ),
    (
        "a meeting told as a round of talks",
        event("meeting", "Araghchi@IRN", "Witkoff@USA", date="2025-05-23", at="Rome, ITA"),
        event("dialogue_round", "IRN", "USA", date="2025-05-23", at="Rome, ITA", mechanism="Iran-US nuclear talks"),
    ),
    (
        "announced, then held",
        event("visit", "Modi@IND", "UKR", date="2024-08-23", at="UKR", status="planned"),
        event("visit", "Narendra Modi@IND", "UKR", date="2024-08-23", at="Kyiv, UKR"),
    ),
    (
        "spelt two ways, family name first or last",
        event("meeting", "Kishida Fumio@JPN", "Zelenskyy@UKR", date="2023-03-21", at="Kyiv, UKR"),
        event("meeting", "Fumio Kishida@JPN", "Volodymyr Zelensky@UKR", date="2023-03-21", at="Kyiv, UKR"),
    ),
    (
        "a month, and a day in it, with both people",
        event("meeting", "Blinken@USA", "Wang Yi@CHN", date="2024-07"),
        event("meeting", "Antony Blinken@USA", "Wang Yi@CHN", date="2024-07-27", at="Vientiane, LAO"),
    ),
    (
        "two scripts, one official",
        event("video_call", "Q15031:习近平@CHN", "Q6279:拜登@USA", date="2021-11-15"),
        event("video_call", "Q15031:Xi Jinping@CHN", "Q6279:Joe Biden@USA", date="2021-11-15"),
    ),
    (
        "one city in two scripts",
        event("dialogue_round", "USA", "UKR", at="日内瓦, CHE"),
        event(
            "meeting", "Rubio@USA", "UKR", date="2025-05-20", at="Geneva, CHE", evidence="USA UKR dialogue_round None"
        ),
    ),
    (
        "undated in both, told in the same week, same people and city",
        event("meeting", "Michel Barnier@EU", "David Frost@GBR", at="London, GBR"),
        event("meeting", "Barnier@EU", "Frost@GBR", at="London, GBR"),
    ),
    (
        "undated, on ground that is neither's",
        event("meeting", "IRN", "USA", at="Muscat, OMN"),
        event("dialogue_round", "IRN", "USA", date="2025-05-20", at="Muscat, OMN"),
    ),
    (
        "a joint visit, told of one of the visitors",
        event("visit", "Lammy@GBR", "Blinken@USA", "UKR", date="2025-05-20", at="Kyiv, UKR", initiator="GBR|USA"),
        event("visit", "Blinken@USA", "UKR", date="2025-05-20", at="Kyiv, UKR", initiator="USA"),
    ),
    (
        "the next round, due in a month, told in the same days",
        event("dialogue_round", "USA", "RUS", date="2025-06", status="planned", evidence="a round is due in June"),
        event("dialogue_round", "USA", "RUS", date="2025-06", status="planned", evidence="they gather again in June"),
    ),
    (
        "an agreement made known by a joint statement",
        event("joint_statement", "USA", "IND", date="2025-05-20"),
        event("agreement_signed", "USA", "IND", date="2025-05-20", evidence="in a joint statement they told of a deal"),
    ),
    (
        "a break without a day, told in the same days",
        event("contact_suspended", "UGA", "DEU", initiator="UGA", target="DEU", evidence="Kampala ended army ties"),
        event("contact_suspended", "UGA", "DEU", initiator="UGA", target="DEU", date="2025-05-20", evidence="cut off"),
    ),
    (
        "a call told without saying that it was one",
        event("meeting", "Rubio@USA", "Wang Yi@CHN", date="2025-05-20", evidence="Rubio spoke with Wang Yi"),
        event("phone_call", "Marco Rubio@USA", "Wang Yi@CHN", date="2025-05-20", evidence="the two telephoned"),
    ),
    (
        "called off: the day it was to be, and the day it was told",
        event("visit", "Trump@USA", "DNK", date="2025-05-20", status="cancelled", initiator="USA", target="DNK"),
        event("visit", "Donald Trump@USA", "DNK", date="2025-06-02", status="cancelled", initiator="USA", target="DNK"),
    ),
    (
        "a round of talks, by its first day and by its last",
        event("dialogue_round", "TUR", "EGY", date="2025-05-20", at="Cairo, EGY", evidence="two days were opened"),
        event("dialogue_round", "TUR", "EGY", date="2025-05-21", at="Cairo, EGY", evidence="it was brought to an end"),
    ),
    (
        "the seventh round, by the day of arrival and the day of the talks",
        event(
            "dialogue_round", "CHN", "DEU", date="2025-05-18", at="Berlin, DEU", evidence="arrived for the 7th round"
        ),
        event("dialogue_round", "CHN", "DEU", date="2025-05-20", at="Berlin, DEU", evidence="opened the seventh round"),
    ),
    (
        "an agreement, with and without who brokered it",
        event("agreement_signed", "ISR", "LBN", "USA", date="2025-05-20", at="Beirut, LBN", evidence="a sea border"),
        event(
            "agreement_signed", "ISR", "LBN", date="2025-05-20", at="Naqoura, LBN", evidence="letters were handed over"
        ),
    ),
    (
        "a meeting of two, and the host of whom nobody came",
        event("meeting", "Ali@GUY", "Maduro@VEN", "VCT", date="2025-05-20", evidence="under the eyes of the islands"),
        event("meeting", "Irfaan Ali@GUY", "Nicolas Maduro@VEN", date="2025-05-20", evidence="they shook hands"),
    ),
    (
        "a joint statement without a day",
        event("joint_statement", "CHN", "HND", at="Beijing, CHN", evidence="their ministers put out a communique"),
        event("joint_statement", "CHN", "HND", date="2025-05-20", at="Beijing, CHN", evidence="a text was made known"),
    ),
]

TWO = [
    (
        "another person on one side",
        event("meeting", "Lavrov@RUS", "Pashinyan@ARM", date="2025-05-21", at="Yerevan, ARM"),
        event("meeting", "Lavrov@RUS", "Khachaturyan@ARM", date="2025-05-21", at="Yerevan, ARM"),
    ),
    (
        "two officials of the tables with like names",
        event("meeting", "Q1:Kim@KOR", "Lavrov@RUS", date="2025-05-21"),
        event("meeting", "Q2:Kim@KOR", "Lavrov@RUS", date="2025-05-21"),
    ),
    (
        "another day",
        event("phone_call", "Trump@USA", "Putin@RUS", date="2025-05-19"),
        event("phone_call", "Trump@USA", "Putin@RUS", date="2025-05-21"),
    ),
    (
        "the same two people again the next day, somewhere",
        event("meeting", "Xi Jinping@CHN", "Macron@FRA", date="2025-12-04"),
        event(
            "meeting",
            "Xi Jinping@CHN",
            "Emmanuel Macron@FRA",
            date="2025-12-05",
            at="Chengdu, CHN",
            evidence="in Dujiangyan",
        ),
    ),
    (
        "two months that touch",
        event("contact_refused", "CHN", "USA", date="2023-05", initiator="CHN", target="USA"),
        event("contact_refused", "CHN", "USA", date="2023-06", initiator="CHN", target="USA"),
    ),
    (
        "the visit and the meeting within it",
        event("visit", "Sharif@PAK", "IRN", date="2025-05-26", at="Tehran, IRN"),
        event("meeting", "Sharif@PAK", "Pezeshkian@IRN", date="2025-05-26", at="Tehran, IRN"),
    ),
    (
        "who refused whom, turned round",
        event("contact_refused", "CHN", "USA", date="2023-05-20", initiator="CHN", target="USA"),
        event("contact_refused", "CHN", "USA", date="2023-05-20", initiator="USA", target="CHN"),
    ),
    (
        "a bilateral beside a summit of many",
        event("meeting", "Biden@USA", "Meloni@ITA", date="2024-06-14", at="ITA"),
        event("summit", "USA", "ITA", "FRA", "DEU", "JPN", "GBR", "CAN", date="2024-06-14", at="ITA", mechanism="G7"),
    ),
    (
        "sanctions without a date",
        event("sanction", "USA", "RUS", initiator="USA", target="RUS", evidence="Washington added banks to its list"),
        event("sanction", "USA", "RUS", initiator="USA", target="RUS", evidence="two shipping firms were designated"),
    ),
    (
        "in other countries",
        event("meeting", "Lammy@GBR", "Rubio@USA", date="2025-05-15", at="Antalya, TUR"),
        event("meeting", "Lammy@GBR", "Rubio@USA", date="2025-05-15", at="Rome, ITA"),
    ),
    (
        "a year is too wide to tell two meetings apart",
        event("meeting", "Macron@FRA", "Scholz@DEU", date="2023"),
        event("meeting", "FRA", "Scholz@DEU", date="2023-10-09", at="Hamburg, DEU"),
    ),
]


TWO += [
    (
        "two rounds of one dialogue",
        event("dialogue_round", "IRN", "USA", date="2025-05", evidence="their fourth round of talks"),
        event("dialogue_round", "IRN", "USA", date="2025-05-23", evidence="a 5th nuclear round with Washington"),
    ),
    (
        "two rounds, counted in Chinese",
        event("dialogue_round", "CHN", "USA", date="2025-05", evidence="中美第三轮经贸磋商"),
        event("dialogue_round", "CHN", "USA", date="2025-05", evidence="中美第十二輪磋商"),
    ),
    (
        "told as done before the other begins",
        event("dialogue_round", "USA", "RUS", "UKR", date="2025-05-01~/2025-05-21~", at="Geneva, CHE"),
        event("dialogue_round", "USA", "RUS", "UKR", date="2025-05-24/2025-05-31", at="Geneva, CHE", status="planned"),
    ),
    (
        "told as done, without a day, before the call of the other",
        event("phone_call", "Trump@USA", "Putin@RUS", evidence="he has spoken with Putin"),
        event(
            "phone_call", "Trump@USA", "Putin@RUS", date="2025-05-24", evidence="they had a conversation on the 24th"
        ),
    ),
    (
        "spoke with each other and telephoned, on two days",
        event("meeting", "Rubio@USA", "Wang Yi@CHN", date="2025-05-19", evidence="Rubio spoke with Wang Yi"),
        event("phone_call", "Marco Rubio@USA", "Wang Yi@CHN", date="2025-05-21", evidence="the two telephoned"),
    ),
    (
        "met in a city and telephoned the same day",
        event("meeting", "Rubio@USA", "Lavrov@RUS", date="2025-05-20", at="Riyadh, SAU"),
        event("phone_call", "Rubio@USA", "Lavrov@RUS", date="2025-05-20"),
    ),
    (
        "spoke on one day and telephoned on a day unknown",
        event("meeting", "Rubio@USA", "Lavrov@RUS", date="2025-05-20", evidence="the ministers spoke"),
        event("phone_call", "Rubio@USA", "Lavrov@RUS", evidence="a telephone conversation"),
    ),
    (
        "two of three, by themselves, on the day of all three",
        event("meeting", "Biden@USA", "Yoon@KOR", date="2025-05-20"),
        event("meeting", "Biden@USA", "Yoon@KOR", "Kishida@JPN", date="2025-05-20", evidence="all three sat down"),
    ),
    (
        "two agreements of one day, signed in two countries",
        event("agreement_signed", "USA", "AUS", "GBR", date="2025-05-20", at="USA"),
        event("agreement_signed", "USA", "AUS", date="2025-05-20", at="AUS", evidence="minerals"),
    ),
    (
        "an agreement and a joint statement that does not tell of it",
        event("joint_statement", "USA", "IND", date="2025-05-20"),
        event("agreement_signed", "USA", "IND", date="2025-05-20", evidence="they signed a pact on tariffs"),
    ),
]


@pytest.mark.parametrize(
    ("told", "later", "expected"),
    [
        (None, None, True),
        ("2019-07/2021-05", None, True),
        ("2019-07/2021-05", "2020-08-27", True),
        ("2019-07/2021-05", "2023-08-27", False),
        (None, "2020-08-27", False),
    ],
)
def test_pages_without_a_date(told: str | None, later: str | None, expected: bool) -> None:
    a = event("meeting", "Michel Barnier@EU", "David Frost@GBR", evidence="talks at short notice")
    b = event("meeting", "Barnier@EU", "Frost@GBR", evidence="the two were in a room again")
    assert both(a, b, told, later) is expected
    assert both(b, a, later, told) is expected
    assert not both(event("meeting", "EU", "GBR"), event("meeting", "Barnier@EU", "GBR"), told, later)


@pytest.mark.parametrize(
    ("quote", "other", "expected"),
    [
        ("they met on 23 May", "talks on May 23 in the capital", True),
        ("they met on 23 May", "talks on May 26 in the capital", False),
        ("they met on Thursday", "talks on Sunday in the capital", False),
        ("they met on Thursday", "talks on Friday in the capital", True),
    ],
)
def test_a_day_without_a_year(quote: str, other: str, expected: bool) -> None:
    a = event("meeting", "Michel Barnier@EU", "David Frost@GBR", evidence=quote)
    b = event("meeting", "Barnier@EU", "Frost@GBR", evidence=other)
    assert both(a, b, None, None) is expected
    dated = event("meeting", "Barnier@EU", "Frost@GBR", date="2025-05-23")
    if "May" in quote:
        assert both(a, dated, None, "2025-05-24")
        assert not both(a, dated, "2019/2021", "2025-05-24")  # its page is older
        assert len(merge([reading("a", a, date=None), reading("b", dated)])) == 1


@pytest.mark.parametrize(("later", "expected"), [("2025-05-21", True), ("2025-05-22", True), ("2025-05-24", False)])
def test_two_calls_of_one_week_are_told_on_their_days(later: str, expected: bool) -> None:
    a = event("phone_call", "Amirabdollahian@IRN", "Faisal bin Farhan@SAU", evidence="to agree when to see each other")
    b = event("phone_call", "Amirabdollahian@IRN", "Faisal bin Farhan@SAU", evidence="embassies were spoken of")
    assert both(a, b, "2025-05-21", later) is expected


def test_two_reports_of_one_document_are_no_rivals_where_they_are_alike() -> None:
    once = event("expulsion_or_recall", "IND", "CAN", initiator="IND", target="CAN", evidence="Delhi sent a man home")
    twice = event("expulsion_or_recall", "IND", "CAN", initiator="IND", target="CAN", date="2025-05-20", evidence="out")
    told = [reading("a", once, twice), reading("b", twice)]
    assert any(len(e.documents) == 2 for e in merge(told))


@pytest.mark.parametrize(
    ("first", "second", "entries"),
    [
        ("Delhi expelled a man on Tuesday", "he was told to leave within five days", 1),
        ("Delhi expelled a man", "Delhi expelled a man and called its own envoy home", 2),  # one sentence, two acts
    ],
)
def test_one_document_tells_an_act_twice(first: str, second: str, entries: int) -> None:
    def sent(quote: str, day: str) -> Event:
        return event("expulsion_or_recall", "IND", "CAN", initiator="IND", target="CAN", date=day, evidence=quote)

    assert len(merge([reading("a", sent(first, "2025-05-20"), sent(second, "2025-05-21"))])) == entries


def test_a_week_that_is_not_over_tells_of_nothing_after_its_page() -> None:
    done = event("dialogue_round", "IRN", "USA", date="2025-05-19/2025-05-25", evidence="a round was held this week")
    ahead = event("dialogue_round", "IRN", "USA", date="2025-05-23", status="planned", evidence="a round in Rome")
    assert not both(done, ahead)
    assert both(done, ahead, told="2025-05-24")


def test_a_call_told_once_more_without_names_is_one() -> None:
    named = event("phone_call", "Xi Jinping@CHN", "Biden@USA", date="2025-05-20", evidence="the presidents telephoned")
    bare = event("phone_call", "CHN", "USA", date="2025-05-20", evidence="it was a frank call")
    assert len(merge([reading("a", named, bare)])) == 1


def test_calls_of_pages_without_a_date_need_like_words_too() -> None:
    def call(quote: str) -> Event:
        return event("phone_call", "Trump@USA", "Mohammed bin Salman@SAU", evidence=quote)

    first = call("the crown prince telephoned the president about the dispute in the Gulf")
    assert not both(first, call("oil was on the line for an hour"), None, "2017-06/2018-01")
    assert both(first, call("the president and the crown prince telephoned about the Gulf"), None, "2017-06/2018-01")


def test_a_report_without_a_day_does_not_bring_two_days_together() -> None:
    first = event("meeting", "Trump@USA", "CHN", date="2017-11-08", evidence="he came to the Forbidden City")
    second = event("meeting", "Trump@USA", "Xi Jinping@CHN", date="2017-11-09", evidence="talks on trade were held")
    third = event("summit", "Trump@USA", "Xi Jinping@CHN", evidence="the leaders of both countries saw each other")
    told = [reading("a", first, date="2017-11-08"), reading("b", second, date="2017-11-09")]
    told.append(reading("c", third, date="2017-11-12"))
    assert not both(first, second)
    assert both(first, third, "2017-11-08", "2017-11-12")
    assert both(second, third, "2017-11-09", "2017-11-12")
    assert [len(e.documents) for e in merge(told)] != [3]
    assert all(len({s.document for s in e.sources} & {"a", "b"}) < 2 for e in merge(told))


@pytest.mark.parametrize(("case", "a", "b"), ONE, ids=[c[0] for c in ONE])
def test_one_event(case: str, a: Event, b: Event) -> None:
    assert both(a, b)
    assert both(b, a)


@pytest.mark.parametrize(("case", "a", "b"), TWO, ids=[c[0] for c in TWO])
def test_two_events(case: str, a: Event, b: Event) -> None:
    assert not both(a, b)
    assert not both(b, a)


def test_a_chain_of_days_does_not_swallow_three_calls() -> None:
    told = [
        reading(f"d{n}", event("phone_call", "Macron@FRA", "Merz@DEU", date=f"2025-03-{day}"))
        for n, day in enumerate((10, 11, 12))
    ]
    assert len(merge(told)) == 3  # the middle one fits both of its neighbours, so it joins neither
    assert len(merge(told[:2])) == 1


def test_what_fits_two_events_equally_joins_neither() -> None:
    told = [
        reading("a", event("meeting", "Lavrov@RUS", "Pashinyan@ARM", date="2025-05-21", at="Yerevan, ARM")),
        reading("b", event("meeting", "Lavrov@RUS", "Khachaturyan@ARM", date="2025-05-21", at="Yerevan, ARM")),
        reading("c", event("meeting", "Lavrov@RUS", "ARM", date="2025-05-21", at="Yerevan, ARM")),
    ]
    assert [len(e.documents) for e in merge(told)] == [1, 1, 1]


def test_the_reasons_are_in_words() -> None:
    a = event("phone_call", "Trump@USA", "Putin@RUS", date="2025-05-19")
    (entry,) = merge([reading("a", a), reading("b", a)])
    assert entry.documents == ("a", "b")
    assert "the same parties: RUS, USA" in entry.reasons[0].because
    assert "the same date, 2025-05-19" in entry.reasons[0].because


def test_a_page_in_two_languages_tells_one_event() -> None:
    english = event("meeting", "Q1:David Lammy@GBR", "Q2:Wang Yi@CHN", date="2024-10-18", at="Beijing, CHN")
    chinese = event("meeting", "Q1:拉米@GBR", "Q2:王毅@CHN", date="2024-10-18", at="北京, CHN")
    other = event("meeting", "Q1:David Lammy@GBR", "Q3:Ding Xuexiang@CHN", date="2024-10-18", at="Beijing, CHN")
    (first, second) = merge([reading("page", english, chinese, other)])
    assert sorted(len(e.sources) for e in (first, second)) == [1, 2]
