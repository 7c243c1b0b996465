from typing import Any

import msgspec
import pytest

from memcon.errors import MemconError, NotInRecord, RecordError
from memcon.model import Document, Reading
from memcon.questions import Record, amending
from memcon.questions.nearby import nearby
from tests.merging.factory import event, reading
from tests.questions.record_samples import document

WHY = {"reason": "read both", "author": "desk"}


def apart() -> list[tuple[Document, Reading]]:
    """Two reports that the machine keeps apart (another day, another city) and that are one event."""
    one = event("meeting", "Lavrov@RUS", "Fidan@TUR", date="2025-05-26", at="Moscow, RUS")
    two = event("meeting", "Lavrov@RUS", "Fidan@TUR", date="2025-05-29", at="Moscow, RUS")
    return [document("a", reading("a", one, date="2025-05-27")), document("b", reading("b", two, date="2025-05-30"))]


def together() -> list[tuple[Document, Reading]]:
    told = event("phone_call", "Macron@FRA", "Putin@RUS", date="2025-07-01")
    return [document(name, reading(name, told, date="2025-07-02")) for name in ("x", "y", "z")]


def shapes(record: Record) -> list[tuple[str, ...]]:
    return sorted(e.documents for e in record.timeline())


def test_merge_joins_and_undo_parts(empty: Record) -> None:
    empty.add_all(apart())
    before = empty.store.dump()
    one, two = (e.id for e in empty.timeline())
    made = empty.decide("merge", one, two, **WHY)
    (entry,) = empty.timeline()
    assert entry.documents == ("a", "b")
    assert entry.decisions == (made.number,)
    assert "date" in entry.disagreements
    empty.undo(made.number, author="desk")
    assert empty.store.dump() == before
    assert empty.decisions()[0].undone_by == "desk"


def test_split_keeps_documents_apart(empty: Record) -> None:
    empty.add_all(together())
    (entry,) = empty.timeline()
    empty.decide("split", entry.id, documents=["z"], **WHY)
    assert shapes(empty) == [("x", "y"), ("z",)]


def test_amend_outranks_what_was_read(empty: Record) -> None:
    empty.add_all(together())
    (entry,) = empty.timeline()
    empty.decide("amend", entry.id, values={"date": "2025-06-30", "place": {"name": None, "country": "FRA"}}, **WHY)
    (entry,) = empty.timeline()
    assert (entry.date, entry.place and entry.place.country, entry.state) == ("2025-06-30", "FRA", "amended")
    assert [(v.value, v.documents, v.shown) for v in entry.values["date"]] == [
        ("2025-06-30", ("decision 1",), True),
        ("2025-07-01", ("x", "y", "z"), False),
    ]
    assert [e.date for e in empty.timeline("FRA", until="2025-06")] == ["2025-06-30"]


def test_reject_hides_and_confirm_marks(empty: Record) -> None:
    empty.add_all([*apart(), *together()])
    first, second, call = (e.id for e in empty.timeline())
    empty.decide("reject", first, **WHY)
    empty.decide("confirm", call, **WHY)
    assert {e.id: e.state for e in empty.timeline()} == {second: "machine", call: "confirmed"}
    assert empty.why(first).rejected
    assert empty.counts()["events"] == 2


@pytest.mark.parametrize("kind", ["merge", "split", "amend", "reject", "confirm"])
def test_decisions_survive_rebuilding_and_reading_again(empty: Record, kind: str) -> None:
    told = [*apart(), *together()]
    empty.add_all(told)
    first, second, call = (e.id for e in empty.timeline())
    subject = {"merge": (first, second)}.get(kind, (call,))
    more = {"split": {"documents": ["z"]}, "amend": {"values": {"date": "2025-06-30"}}}.get(kind, {})
    empty.decide(kind, *subject, **more, **WHY)  # type: ignore[arg-type]
    decided = empty.store.dump()
    empty.rebuild()
    assert empty.store.dump() == decided
    for d, _ in told:
        empty.store.remove(d.id)
    empty.add_all(told)
    assert empty.store.dump() == decided


def test_a_decision_stands_when_a_newer_reader_reads_otherwise(empty: Record) -> None:
    empty.add_all(together())
    (entry,) = empty.timeline()
    empty.decide("amend", entry.id, values={"date": "2025-06-30"}, **WHY)
    better = event(
        "phone_call",
        "Emmanuel Macron@FRA",
        "Vladimir Putin@RUS",
        date="2025-07-01",
        topics=("Iran nuclear",),
        evidence="phone_call Macron@FRA Putin@RUS 2025-07-01",
    )
    new = event("meeting", "Macron@FRA", "Merz@DEU", date="2025-07-01")
    empty.add_all((d, reading(d.id, new, better, date="2025-07-02", reader="newer")) for d, _ in together())
    call = next(e for e in empty.timeline() if e.type == "phone_call")
    assert (call.date, call.state, call.topics) == ("2025-06-30", "amended", ("Iran nuclear",))


def test_a_decision_on_what_is_gone_rests(empty: Record) -> None:
    empty.add_all(together())
    (entry,) = empty.timeline()
    empty.decide("reject", entry.id, **WHY)
    empty.add_all(
        (d, reading(d.id, event("sanction", "USA", "IRN", date="2024-01-01"), date="2025-07-02")) for d, _ in together()
    )
    assert [e.type for e in empty.timeline()] == ["sanction"]
    empty.add_all(together())
    assert empty.timeline() == []


def test_the_later_word_wins(empty: Record) -> None:
    empty.add_all(together())
    (entry,) = empty.timeline()
    empty.decide("split", entry.id, documents=["z"], **WHY)
    one, two = (e.id for e in empty.timeline())
    empty.decide("merge", one, two, **WHY)
    assert shapes(empty) == [("x", "y", "z")]


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("merge", {}, "two different entries"),
        ("split", {"documents": ["x", "y", "z"]}, "some but not all"),
        ("split", {"documents": ["none"]}, "some but not all"),
        ("amend", {}, "needs a field"),
        ("amend", {"values": {"colour": "red"}}, "cannot be amended"),
        ("amend", {"values": {"date": "yesterday"}}, "not an EDTF date"),
        ("amend", {"values": {"status": "maybe"}}, "status"),
        ("confirm", {"reason": " "}, "reason"),
    ],
)
def test_what_cannot_be_decided_is_told_and_changes_nothing(
    empty: Record, kind: str, more: dict[str, object], words: str
) -> None:
    empty.add_all(together())
    before = empty.store.dump()
    (entry,) = empty.timeline()
    with pytest.raises(RecordError, match=words):
        empty.decide(kind, entry.id, **{**WHY, **more})  # type: ignore[arg-type]
    assert (empty.store.dump(), empty.decisions()) == (before, [])


def test_an_unknown_decision_cannot_be_undone(empty: Record) -> None:
    with pytest.raises(NotInRecord):
        empty.undo(7, author="desk")


def test_a_decision_undone_twice_is_told(empty: Record) -> None:
    empty.add_all(together())
    empty.decide("confirm", "2025-07-01", **WHY)
    empty.undo(1, author="desk")
    with pytest.raises(RecordError, match="was undone"):
        empty.undo(1, author="desk")


def test_decisions_come_back_as_json(empty: Record) -> None:
    empty.add_all(together())
    made = empty.decide("confirm", "2025-07-01", **WHY)
    assert msgspec.json.decode(msgspec.json.encode(made), type=type(made)) == made
    assert made.documents == ("x", "y", "z")


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"type": "Phone call"}, {"type": "phone_call"}),
        ({"initiator": "China", "target": "USA|gbr"}, {"initiator": "CHN", "target": "USA|GBR"}),
        ({"place": "Geneva, Switzerland"}, {"place": {"name": "Geneva", "country": "CHE"}}),
        ({"place": "Geneva,"}, {"place": {"name": "Geneva", "country": None}}),
        ({"date": "2024", "initiator": None}, {"date": "2024", "initiator": None}),
    ],
)
def test_values_are_taken_as_an_analyst_writes_them(values: dict[str, Any], kept: dict[str, Any]) -> None:
    assert amending.values(values) == kept


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"type": "handshake"}, "there is no type handshake; the types are meeting"),
        ({"type": "phone calls"}, "did you mean phone_call"),
        ({"place": "Geneva"}, "give city and country"),
        ({"participants": "Wang Yi"}, "give a JSON list"),
        ({"target": "Atlantis"}, "no party is called Atlantis; give a name"),
    ],
)
def test_a_value_that_is_none_of_its_field_is_refused(values: dict[str, Any], told: str) -> None:
    with pytest.raises(MemconError, match=told):
        amending.values(values)


def test_entries_near_one_are_told_nearest_first(empty: Record) -> None:
    far = event("meeting", "Lavrov@RUS", "Fidan@TUR", date="2024-01-10", at="Moscow, RUS")
    call = event("phone_call", "Lavrov@RUS", "Fidan@TUR", date="2025-05-27")
    others = [document("c", reading("c", far)), document("d", reading("d", call))]
    empty.add_all([*apart(), *others])
    one, other = empty.timeline("RUS", since="2025", types=["meeting"])
    near = empty.store.ask(lambda connection: nearby(connection, one))
    assert [e.type for e in near] == ["meeting", "phone_call"]
    assert near[0].id == other.id
