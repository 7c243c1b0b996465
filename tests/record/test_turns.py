"""Writers of one record take turns: each waits as long as the others write, and gives up where one of them hangs."""

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from memcon.errors import RecordError
from memcon.record import Store, archive, opening
from tests.record import samples

PATIENCE = 1.0


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record in which one writer may keep the turn for a second."""
    monkeypatch.setattr(opening, "PATIENCE", PATIENCE)
    monkeypatch.setattr(opening, "LOOK", 0.05)
    with Store(tmp_path / "memcon.db") as store:
        store.add_all(samples.everything()[:1])
    return tmp_path / "memcon.db"


def writer(record: Path) -> sqlite3.Connection:
    """Another program that writes."""
    return sqlite3.connect(record, isolation_level=None, timeout=60, check_same_thread=False)


def test_a_writer_that_keeps_the_turn_is_told_of_with_what_to_do(record: Path) -> None:
    other = writer(record)
    other.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    with Store(record) as store, pytest.raises(RecordError) as told:
        store.add_all(samples.everything())
    assert PATIENCE < time.monotonic() - start < 30 * PATIENCE
    assert "end it where it hangs" in str(told.value)
    assert "locked" not in str(told.value)
    other.execute("ROLLBACK")
    other.close()
    with Store(record) as store:
        assert store.add_all(samples.everything()).unchanged == 1
        assert store.ask(archive.counts)["documents"] == 4


def test_writers_that_go_on_writing_are_waited_for_beyond_patience(record: Path) -> None:
    ended = threading.Event()

    def crowd() -> None:
        """Two programs between which the turn passes, for three times as long as one may keep it."""
        first, second = writer(record), writer(record)
        for number in range(9):
            now = (first, second)[number % 2]
            now.execute("BEGIN IMMEDIATE")
            now.execute("INSERT INTO change (at, kind, note) VALUES ('2026-01-01T00:00:00Z', 'added', 'by another')")
            time.sleep(PATIENCE / 3)
            now.execute("COMMIT")
        ended.set()
        first.close()
        second.close()

    with Store(record) as store:
        thread = threading.Thread(target=crowd)
        thread.start()
        while not turn_is_taken(record):
            time.sleep(0.01)
        store.add_all(samples.everything())
        thread.join()
        assert store.ask(archive.counts)["documents"] == 4
    assert ended.is_set()


def turn_is_taken(record: Path) -> bool:
    """Whether someone is writing."""
    with closing(sqlite3.connect(record, isolation_level=None, timeout=0)) as plain:
        try:
            plain.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        plain.execute("ROLLBACK")
    return False


def test_a_new_record_that_two_programs_open_at_once_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    other = writer(path)
    other.execute("BEGIN EXCLUSIVE")
    later = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    later.start()
    # Without a time to wait of its own: SQLite does not keep it where both want to change the file's mode.
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as plain:
        opening._ahead(plain)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    later.join()
    other.close()
