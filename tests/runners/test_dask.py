"""Readings on a real local Dask cluster, one worker killed midway."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from memcon.errors import DocumentError, MissingExtra
from memcon.model import Document
from memcon.runners import pool
from memcon.runners.dask import dask, on_client, read_packed
from tests.runners.reading_stub import read


def document(number: int, text: str = "") -> Document:
    return Document(id=f"d{number}", text=text or f"text {number}")


def as_json(found: object) -> bytes:
    return msgspec.json.encode((found.document, found.reason) if isinstance(found, DocumentError) else found)


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    distributed = pytest.importorskip("distributed")
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(root), str(root / "src")]))
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path), silence_logs=50
    )
    with cluster, distributed.Client(cluster) as client:
        yield client


@pytest.mark.slow
def test_a_worker_killed_midway_changes_nothing(client: Any) -> None:
    batch: list[Document | DocumentError] = [document(i, "sleep 0.01") for i in range(400)]
    batch[20] = DocumentError("x.txt", "is empty")
    batch[30] = document(30, "fail")
    batch[350] = document(350, "spin 60")
    pids = client.run(os.getpid)
    found = []
    for number, reading in enumerate(on_client(batch, read, client, seconds=5.0)):
        found.append(as_json(reading))
        if number == 100:
            os.kill(next(iter(pids.values())), signal.SIGKILL)
    assert found == [as_json(f) for f in pool(batch, read, workers=2, seconds=5.0)]
    assert b"took longer than 5 seconds" in found[350]


class Told:
    """A stand-in for a task of a cluster: read here, unless its batch holds a document that kills workers."""

    def __init__(self, batch: bytes, seconds: float) -> None:
        self.batch, self.seconds = batch, seconds

    def result(self, timeout: float) -> list[bytes]:
        if b"die" in self.batch:
            killed: BaseException = pytest.importorskip("distributed").KilledWorker("read", None, 3)
            raise killed
        return read_packed(self.batch, read, None, self.seconds)


class Cluster:
    """A stand-in for a cluster of two threads."""

    def nthreads(self) -> dict[str, int]:
        return {"one": 1, "two": 1}

    def submit(self, _: Any, batch: bytes, read: Any, warm: Any, seconds: float, *, pure: bool) -> Told:
        return Told(batch, seconds)


def test_a_document_that_kills_every_worker_is_named() -> None:
    batch = [document(i) for i in range(40)]
    batch[7] = document(7, "die")
    found = list(on_client(batch, read, Cluster()))
    errors = [f for f in found if isinstance(f, DocumentError)]
    assert [(e.document, e.reason) for e in errors] == [("d7", "the workers that read it died")]
    assert [f.document if isinstance(f, DocumentError) else f.id for f in found] == [d.id for d in batch]


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match=r"memcon\[dask\]"):
        next(dask([], read))
