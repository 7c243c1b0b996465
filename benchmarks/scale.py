"""What many documents cost: on two cores by the clock, and as the record grows."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import memcon
from benchmarks.corpus import Corpus
from benchmarks.timing import seconds
from memcon.questions.record import Record
from memcon.runners import pool

WORKERS = 2


@dataclass(frozen=True, slots=True)
class Pool:
    """Documents a second by the clock, with `workers` processes, once they have started."""

    documents: int
    diplomatic: float
    workers: int
    per_second: float


def by_workers(diplomatic: float, count: int, seed: int = 4) -> Pool:
    """Read through worker processes; the clock starts with the first reading that comes back."""
    readings = iter(pool(Corpus(seed, diplomatic).documents(count + 1), memcon.read, workers=WORKERS))
    next(readings)
    start = time.perf_counter()
    done = sum(1 for _ in readings)
    return Pool(done, diplomatic, WORKERS, done / (time.perf_counter() - start))


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds of one core to read and merge so many documents into a new record."""

    documents: int
    seconds: float


def growth(sizes: tuple[int, ...] = (1000, 2000, 4000), seed: int = 5, diplomatic: float = 0.05) -> list[Growth]:
    """Read and merge corpora that double in size."""
    grown: list[Growth] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "growing.db") as record:
            documents = Corpus(seed, diplomatic).documents(size)
            grown.append(Growth(size, seconds(lambda: record.add_all((d, memcon.read(d)) for d in documents))))  # noqa: B023
    return grown
