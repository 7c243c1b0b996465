import pytest

from memcon.merging import merge
from memcon.merging.comparing import compare
from memcon.merging.report import Report
from memcon.model import Event
from tests.merging.factory import event, reading


def both(a: Event, b: Event, told: str = "2025-05-21", later: str = "2025-05-22") -> bool:
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
