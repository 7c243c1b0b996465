import multiprocessing
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from memcon.errors import NotInRecord, RecordError
from memcon.model import Document
from memcon.record import Store, archive, finding, opening, placing, search
from tests.conftest import Places
from tests.merging.factory import event, reading
from tests.record import samples


def entries(store: Store, **asked: object) -> list[str]:
    return [e.id for e in store.ask(lambda c: finding.entries(c, **asked))]


def test_two_reports_of_one_call_are_one_entry(store: Store) -> None:
    added = store.add_all(samples.everything())
    assert (added.added, added.events, added.entries_added) == (4, 3, 2)
    (call,) = store.ask(lambda c: finding.entries(c, types=["phone_call"]))
    assert call.documents == ("beijing", "washington")
    assert store.ask(archive.counts) == {
        "documents": 4,
        "events": 2,
        "statements": 1,
        "commitments": 1,
        "mechanisms": 1,
        "tenures": 0,
        "claims": 1,
        "naming": 0,
        "translation_differences": 0,
    }


def test_adding_the_same_again_changes_nothing(store: Store) -> None:
    store.add_all(samples.everything())
    before, log = store.dump(), store.ask(archive.changes)
    again = store.add_all(samples.everything())
    assert (again.added, again.changed, again.unchanged) == (0, 0, 4)
    assert store.dump() == before
    assert store.ask(archive.changes) == log


def test_a_changed_text_replaces_its_reading(store: Store) -> None:
    store.add_all(samples.everything())
    document = Document(id="beijing", text="更正：通话未举行。")
    store.add(document, reading("beijing", date="2024-04-03"))
    (call,) = store.ask(lambda c: finding.entries(c, types=["phone_call"]))
    assert call.documents == ("washington",)
    assert store.ask(lambda c: archive.document(c, "beijing")).text == document.text


@pytest.mark.parametrize(
    "told", [{"url": "https://example.org/new"}, {"author": "A. Writer"}, {"outlet": "Reuters"}, {"date": "2024-04-04"}]
)
def test_what_a_source_tells_anew_of_the_same_text_is_taken_in(store: Store, told: dict[str, str]) -> None:
    document, read = samples.beijing()
    assert (store.add(document, read).added, store.has_read(document, read.reader)) == (1, True)
    newer = msgspec.structs.replace(document, **told)
    assert not store.has_read(newer, read.reader)
    before = store.ask(finding.entries)
    assert store.add(newer, read).changed == 1
    kept = store.ask(lambda c: archive.document(c, "beijing"))
    assert {name: getattr(kept, name) for name in told} == told
    assert store.has_read(newer, read.reader)
    assert [e.id for e in store.ask(finding.entries)] == [e.id for e in before]
    assert store.add(newer, read).unchanged == 1


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_record_byte_for_byte(places: Places, seed: int) -> None:
    told = [*samples.everything(), *_many(12)]
    with Store(places("whole")) as whole:
        whole.add_all(told)
        expected = whole.dump()
    random.Random(seed).shuffle(told)
    with Store(places("one")) as one:
        for document, read in told:
            one.add(document, read)
        assert one.dump() == expected
        for document, _ in told[:5]:
            one.remove(document.id)
        one.add_all(told[:5])
        assert one.dump() == expected


def _many(count: int) -> list[tuple[Document, object]]:
    told = []
    for n in range(count):
        day = f"2025-05-{10 + n % 4}"
        place = ("Rome, ITA", "Geneva, CHE")[n % 2]
        met = event("dialogue_round", "USA", ("Araghchi@IRN", "IRN")[n % 3 == 0], date=day, at=place)
        told.append((Document(id=f"d{n}", text=f"text {n}"), reading(f"d{n}", met, date=day)))
    return told  # type: ignore[return-value]


def test_rebuilding_gives_the_same(store: Store) -> None:
    store.add_all([*samples.everything(), *_many(8)])
    before = store.dump()
    store.rebuild()
    assert store.dump() == before


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"parties": ["CHN", "USA"]}, 2),
        ({"parties": ["CHN", "GBR"]}, 0),
        ({"types": ["meeting"]}, 1),
        ({"since": "2024-04-03"}, 1),
        ({"until": "2024-04-02"}, 1),
        ({"person": "blinken"}, 1),
        ({"person": "Wang Yi"}, 1),
        ({"person": "Wang Wen"}, 0),
        ({"document": "beijing"}, 1),
        ({"limit": 1}, 1),
    ],
)
def test_entries_are_found_by(store: Store, asked: dict[str, object], expected: int) -> None:
    store.add_all(samples.everything())
    assert len(entries(store, **asked)) == expected


def test_an_entry_is_found_by_the_beginning_of_its_name(store: Store) -> None:
    store.add_all(samples.everything())
    call = store.ask(lambda c: finding.entry(c, "2024-04-02"))
    assert call.type == "phone_call"
    with pytest.raises(NotInRecord, match="begins several"):
        store.ask(lambda c: finding.entry(c, "2024-04"))
    with pytest.raises(NotInRecord, match="did you mean"):
        store.ask(lambda c: finding.entry(c, call.id[:-1] + "x"))


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_questions_use_indexes_and_never_scan_the_events(store: Store) -> None:
    store.add_all(samples.everything())
    asked = [
        "SELECT entry.body FROM entry JOIN entry_party ON entry_party.entry = entry.id AND entry_party.party = 'CHN'",
        "SELECT body FROM entry WHERE first >= '2024-01-01' AND type IN ('meeting')",
        "SELECT body FROM finding JOIN finding_party p ON p.kind = finding.kind AND p.document = finding.document"
        " AND p.number = finding.number AND p.party = 'CHN' WHERE finding.kind = 'commitments'",
        "SELECT document, number FROM neighbourhood WHERE key IN ('a', 'b')",
        "SELECT body FROM report WHERE entry = 'x'",
        "SELECT * FROM link WHERE source = 'x' OR target = 'x'",
    ]
    for statement in asked:
        plan = store.ask(lambda c, s=statement: c.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}").all())
        assert not [step[3] for step in plan if step[3].startswith("SCAN")], statement


def _write(path: str, name: str) -> None:
    with Store(path) as store:
        for n in range(5):
            met = event("meeting", "FRA", "DEU", date=f"2025-03-{n + 1:02d}")
            store.add(Document(id=f"{name}{n}", text=f"{name} {n}"), reading(f"{name}{n}", met, date="2025-03-10"))


def test_several_writers_wait_for_one_another(places: Places) -> None:
    path = places("shared")
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(path, name)) for name in "abc"]
    for w in writers:
        w.start()
    for w in writers:
        w.join(60)
    assert [w.exitcode for w in writers] == [0, 0, 0]
    with Store(path) as store:
        assert store.ask(archive.counts)["documents"] == 15
        before = store.dump()
        store.rebuild()
        assert store.dump() == before


KILLED = """
import os, sys
from tests.record import samples
from memcon.record import Store, placing
real = placing.settle
def dies(*args):
    real(*args)
    os._exit(9)
placing.settle = dies
Store(sys.argv[1]).add_all(samples.everything())
"""


def test_a_crash_while_writing_leaves_the_record_as_it_was(places: Places) -> None:
    path = places("memcon")
    with Store(path) as store:
        store.add(*samples.washington())
        before = store.dump()
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", KILLED, path], cwd=root, env={"PYTHONPATH": f"{root}:{root}/src"})
    assert done.returncode == 9
    with Store(path) as store:
        assert store.dump() == before
        store.look_through()


def test_what_is_no_record_is_told_in_words(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Not a record, only notes.")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE songs (title)")
    cases = [
        (text, True, "not a SQLite file"),
        (other, True, "another program"),
        (tmp_path, True, "is a folder"),
        (tmp_path / "none.db", False, "memcon read"),
        (tmp_path / "no" / "where.db", True, "does not exist"),
    ]
    for path, create, words in cases:
        with pytest.raises(RecordError, match=words):
            Store(path, create=create)


def test_a_damaged_record_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    with Store(path) as store:
        store.add_all(samples.everything())
    held = bytearray(path.read_bytes())
    held[4096:] = b"\x5a" * (len(held) - 4096)
    path.write_bytes(held)
    with pytest.raises(RecordError, match=r"damaged|not a record"):
        Store(path).ask(archive.everything)


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="newer memcon"):
        Store(path)


def test_a_record_of_the_first_shape_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    engine = opening.engine_for(path, create=True)
    opening.bring_up_to_date(engine, "0001")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO document (id, number, sha256, text, also, languages) VALUES ('a', 1, ?, ' text 0 ', '', '')",
            (Document(id="a", text=" text 0 ").sha256,),
        )
        told = msgspec.json.encode(reading("a"))
        connection.exec_driver_sql("INSERT INTO reading VALUES ('a', 'x', ?)", (told,))
    engine.dispose()
    with Store(path) as store:
        assert store.add(*_many(1)[0]).copies == 1  # type: ignore[arg-type]
        assert store.ask(lambda c: archive.document(c, "d0")).id == "a"
        assert store.ask(archive.counts)["documents"] == 1


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "memcon.db") as store:
        store.add(*samples.washington())
        before = store.dump()
        with pytest.raises(RecordError, match="disk is full"):
            _fill(store)
        assert store.dump() == before


def _fill(store: Store) -> None:
    with opening.writing(store._engine) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.exec_driver_sql("INSERT INTO former_name SELECT hex(randomblob(40000)), 'x' FROM document, document")
        for n in range(50):
            connection.exec_driver_sql("INSERT INTO former_name VALUES (?, hex(randomblob(40000)))", (str(n),))


def test_a_record_that_may_only_be_read_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "memcon.db"
    with Store(path) as store:
        store.add_all(samples.everything())
    monkeypatch.setattr(opening, "_writable", lambda _: False)
    with Store(path, create=False) as store:
        assert store.ask(archive.counts)["documents"] == 4
        with pytest.raises(RecordError, match="may not be written"):
            store.remove("beijing")


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)  # `test_summaries` holds both together
def test_the_tables_are_those_of_the_schema(store: Store) -> None:
    import sqlalchemy as sa

    from memcon.record import schema

    found = sa.inspect(store._engine)
    for table in schema.metadata.tables.values():
        columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in found.get_columns(table.name)}
        assert columns == {c.name: (str(c.type), bool(c.nullable)) for c in table.columns}
        assert {i["name"] for i in found.get_indexes(table.name)} == {i.name for i in table.indexes}


def test_the_log_tells_what_new_documents_changed(store: Store) -> None:
    store.add(*samples.washington())
    store.add(*samples.beijing())
    told = [(c["kind"], c["note"]) for c in store.ask(archive.changes)]
    assert told[0] == ("added", "document added")
    assert told[-1][0] == "changed"
    assert "also told by beijing" in told[-1][1]


def test_an_old_name_still_leads_to_the_entry(store: Store) -> None:
    store.add(*samples.washington())
    (old,) = entries(store)
    store.add(*samples.beijing())
    (new,) = entries(store)
    assert store.ask(lambda c: finding.entry(c, old)).id == new


def test_entries_come_back_as_they_went_in(store: Store) -> None:
    store.add_all(samples.everything())
    (met,) = store.ask(lambda c: finding.entries(c, types=["meeting"]))
    assert msgspec.json.decode(msgspec.json.encode(met), type=type(met)) == met


@pytest.mark.parametrize("whole", [1, 10_000])
def test_merging_through_the_tables_and_in_memory_give_the_same(
    places: Places, monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    monkeypatch.setattr(placing, "WHOLE", whole)
    monkeypatch.setattr(placing, "SHARE", 0.0)
    told = [*samples.everything(), *_many(16)]
    with Store(places("a")) as store:
        store.add_all(told[:9])
        store.add_all(told[9:])
        found = [(e.id, e.documents) for e in store.ask(finding.entries)]
        store.rebuild()
        assert [(e.id, e.documents) for e in store.ask(finding.entries)] == found
    assert len(found) > 4


def test_reading_everything_anew_replaces_what_was_read(store: Store) -> None:
    store.add_all(samples.everything())
    met = event("meeting", "Blinken@USA", "Wang Yi@CHN", date="2024-04-26")
    count = store.rebuild(
        lambda d: reading(d.id, *([met] if d.id == "blinken" else []), date="2024-04-27", reader="newer")
    )
    assert count == 1
    assert [e.documents for e in store.ask(finding.entries)] == [("blinken",)]
    assert store.ask(lambda c: archive.document(c, "beijing")).text == samples.BEIJING
    assert [h.document for h in store.ask(lambda c: search.find(c, "拜登"))] == ["beijing"]
    assert store.has_read(samples.beijing()[0], "newer")
