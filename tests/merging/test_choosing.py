from memcon.merging import Entry, links, merge
from memcon.model import Place, Reading
from tests.merging.factory import event, reading


def one(*readings: Reading) -> Entry:
    (entry,) = merge(readings)
    return entry


def test_planned_then_occurred_is_one_entry_with_its_history() -> None:
    plan = event("visit", "Modi@IND", "UKR", date="2024-08-23", at="UKR", status="planned")
    held = event("visit", "Narendra Modi@IND", "UKR", date="2024-08-23", at="Kyiv, UKR")
    entry = one(reading("plan", plan, date="2024-08-20"), reading("held", held, date="2024-08-24"))
    assert entry.status == "occurred"
    assert {(v.value, v.documents, v.shown) for v in entry.values["status"]} == {
        ("occurred", ("held",), True),
        ("planned", ("plan",), False),
    }
    assert entry.disagreements == ()
    assert entry.place == Place(name="Kyiv", country="UKR")
    assert [p.name for p in entry.participants] == ["Narendra Modi", None]


def test_cancelled_after_being_planned_is_cancelled() -> None:
    plan = event("visit", "Biden@USA", "AUS", date="2023-05-24", at="AUS", status="planned")
    off = event("visit", "Biden@USA", "AUS", date="2023-05-24", at="AUS", status="cancelled")
    assert one(reading("a", plan, date="2023-05-10"), reading("b", off, date="2023-05-16")).status == "cancelled"


def test_both_sides_dates_are_kept() -> None:
    washington = event("phone_call", "Biden@USA", "Xi@CHN", date="2021-09-09")
    beijing = event("phone_call", "Biden@USA", "Xi Jinping@CHN", date="2021-09-10")
    entry = one(
        reading("usa", washington, date="2021-09-09"),
        reading("press", washington, date="2021-09-10"),
        reading("chn", beijing, date="2021-09-10"),
    )
    assert entry.date == "2021-09-09"
    assert "date" in entry.disagreements
    assert [(v.value, v.documents) for v in entry.values["date"]] == [
        ("2021-09-09", ("usa", "press")),
        ("2021-09-10", ("chn",)),
    ]


def test_the_more_precise_date_is_shown_and_does_not_disagree() -> None:
    month = event("meeting", "Blinken@USA", "Wang Yi@CHN", date="2023-06")
    day = event("meeting", "Blinken@USA", "Wang Yi@CHN", date="2023-06-19", at="Beijing, CHN")
    entry = one(reading("a", month), reading("b", day))
    assert (entry.date, entry.disagreements) == ("2023-06-19", ())


def test_an_entry_keeps_its_name_when_later_reports_join() -> None:
    first = reading(
        "a", event("meeting", "Lammy@GBR", "Wang Yi@CHN", date="2024-10-18", at="Beijing, CHN"), date="2024-10-18"
    )
    later = reading("b", event("meeting", "David Lammy@GBR", "Wang Yi@CHN", date="2024-10-18"), date="2024-10-19")
    assert one(first).id == one(first, later).id
    assert one(first).id.startswith("2024-10-18-chn-gbr-meeting-")


def test_a_visit_has_its_meetings_as_parts() -> None:
    visit = event("visit", "Sharif@PAK", "IRN", date="2025-05-26/2025-05-27", at="Tehran, IRN")
    talks = event("meeting", "Sharif@PAK", "Pezeshkian@IRN", date="2025-05-26", at="Tehran, IRN")
    text = event("joint_statement", "PAK", "IRN", date="2025-05-27")
    entries = merge([reading("a", visit, talks, text)])
    by_type = {e.type: e.id for e in entries}
    assert {(m.source, m.target, m.kind) for m in links(entries)} == {
        (by_type["meeting"], by_type["visit"], "part_of"),
        (by_type["joint_statement"], by_type["visit"], "part_of"),
        (by_type["joint_statement"], by_type["meeting"], "outcome_of"),
    }


def test_a_bilateral_stands_beside_the_summit() -> None:
    summit = event(
        "summit", "USA", "JPN", "KOR", "AUS", date="2022-11-13", at="Phnom Penh, KHM", mechanism="East Asia Summit"
    )
    talks = event("meeting", "Biden@USA", "Kishida@JPN", date="2022-11-13", at="Phnom Penh, KHM")
    (found,) = links(merge([reading("a", summit), reading("b", talks)]))
    assert found.kind == "beside"


def test_many_vague_reports_do_not_blur_a_date() -> None:
    month = event("phone_call", "Trump@USA", "Putin@RUS", date="2025-05")
    day = event("phone_call", "Trump@USA", "Putin@RUS", date="2025-05-19")
    next_day = event("phone_call", "Trump@USA", "Putin@RUS", date="2025-05-20")
    told = [reading(f"m{n}", month) for n in range(5)] + [reading(f"d{n}", day) for n in range(2)]
    assert one(*told, reading("z", next_day)).date == "2025-05-19"


def test_what_lasts_keeps_its_days() -> None:
    both = event("dialogue_round", "Lammy@GBR", "Blinken@USA", date="2024-09-10/2024-09-11", at="London, GBR")
    first = event("meeting", "Lammy@GBR", "Blinken@USA", date="2024-09-10", at="London, GBR")
    entry = one(reading("a", both, date="2024-09-11"), reading("b", first, date="2024-09-11"))
    assert (entry.date, entry.disagreements) == ("2024-09-10/2024-09-11", ())
