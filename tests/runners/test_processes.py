"""Readings by worker processes: the same as in one, whatever dies on the way."""

import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from memcon.errors import DocumentError, MemconError
from memcon.model import Document
from memcon.runners import in_process, limit, pool
from tests.runners.reading_stub import dead_start, read, refused_start


def document(number: int, text: str = "") -> Document:
    return Document(id=f"d{number}", text=text or f"text {number}")


def as_json(found: object) -> bytes:
    return msgspec.json.encode((found.document, found.reason) if isinstance(found, DocumentError) else found)


def test_readings_are_those_of_one_process_in_the_same_order() -> None:
    batch: list[Document | DocumentError] = [document(i) for i in range(150)]
    batch[20] = DocumentError("x.txt", "is empty")
    batch[30] = document(30, "refuse")
    batch[40] = document(40, "fail")
    alone = [as_json(f) for f in in_process(batch, read)]
    together = [as_json(f) for f in pool(batch, read, workers=2)]
    assert together == alone
    assert b"x.txt" in alone[20]
    assert b"is refused" in alone[30]
    assert b"by a fault of memcon's: ValueError" in alone[40]


def test_workers_that_die_cost_nothing_but_the_document_that_kills_them(tmp_path: Path) -> None:
    batch = [document(i) for i in range(60)]
    batch[10] = document(10, f"die-once {tmp_path / 'died'}")
    batch[30] = document(30, "die")
    found = list(pool(batch, read, workers=2))
    assert [f.document if isinstance(f, DocumentError) else f.id for f in found] == [d.id for d in batch]
    errors = [f for f in found if isinstance(f, DocumentError)]
    assert [(e.document, e.reason) for e in errors] == [("d30", "the worker that read it died twice (signal 9)")]


def test_a_document_that_takes_too_long_is_given_up() -> None:
    batch = [document(i) for i in range(40)]
    batch[5] = document(5, "sleep 60")
    found = list(pool(batch, read, workers=2, seconds=1.0))
    errors = [f for f in found if isinstance(f, DocumentError)]
    assert [(e.document, e.reason) for e in errors] == [("d5", "took longer than 1 seconds to read")]
    assert len(found) == 40


def test_a_document_read_here_is_given_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = [document(0), document(1, "spin 60"), document(2)]
    for alarm in (False, True):  # the tests' own time limit holds the system's alarm
        with monkeypatch.context() as patched:
            if alarm:
                held = signal.setitimer(signal.ITIMER_REAL, 0)
                before = signal.signal(signal.SIGALRM, signal.SIG_DFL)
            else:
                patched.setattr(limit, "_alarm_is_free", lambda: False)
            found = list(in_process(batch, read, 0.2))
            if alarm:
                signal.signal(signal.SIGALRM, before)
                signal.setitimer(signal.ITIMER_REAL, *held)
        assert [f.reason if isinstance(f, DocumentError) else f.id for f in found] == [
            "d0", "took longer than 0.2 seconds to read", "d2",
        ]  # fmt: skip


@pytest.mark.parametrize(("length", "seconds"), [(10, 2.0), (100_000, 2.0), (250_000, 5.0)])
def test_a_long_document_may_take_longer(length: int, seconds: float) -> None:
    assert limit.allowed(document(0, "x" * length), 2.0) == seconds


def test_the_source_is_read_no_further_than_needed() -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield document(taken)

    readings = pool(endless(), read, workers=2)
    for _ in range(300):
        next(readings)
    assert taken <= 300 + 2 * 8 * 8
    readings.close()  # type: ignore[attr-defined]


def test_few_documents_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.runners.processes._Crew", None)
    assert len(list(pool([document(i) for i in range(24)], read, workers=2))) == 24
    assert len(list(pool([document(i) for i in range(100)], read, workers=1))) == 100


def test_large_readings_pass() -> None:
    found = list(pool([document(i, "grow 300000") for i in range(30)], read, workers=2))
    assert len(found) == 30
    assert all(not isinstance(f, DocumentError) and f.title and len(f.title) == 300_000 for f in found)


def test_workers_that_cannot_start_are_told() -> None:
    with pytest.raises(MemconError, match="workers do not start"):
        list(pool([document(i) for i in range(40)], read, workers=2, warm=dead_start))


def test_what_keeps_workers_from_starting_is_told() -> None:
    with pytest.raises(MemconError, match="no English parser is installed"):
        list(pool([document(i) for i in range(40)], read, workers=2, warm=refused_start))


def test_a_document_that_needs_too_much_memory_is_given_up() -> None:
    batch = [document(i) for i in range(40)]
    batch[5] = document(5, "fill 4000000000")
    found = list(pool(batch, read, workers=2, memory=2_000_000_000))
    errors = [f for f in found if isinstance(f, DocumentError)]
    assert [(e.document, e.reason) for e in errors] == [("d5", "needs more memory to be read than a worker has")]
    assert len(found) == 40
