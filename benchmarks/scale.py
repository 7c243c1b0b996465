"""What many documents cost: read and merged by the command itself, from a file into a new record, streamed throughout.

    nice python -m benchmarks.scale 1000 10000 100000 --into growth.json

Each size is written to the file as soon as it is done, and sizes that are there already are not measured again.
"""

import argparse
import json
import os
import resource
import subprocess
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from benchmarks.corpus import Corpus
from benchmarks.timing import idle, program
from memcon.questions import Record

WORKERS = 2
BEFORE = 200  # documents of a run that only tells what starting costs
SHORT, REPEATED = 2000, 5  # runs of so few documents are made so many times; the median counts
LOOKS = 0.5  # seconds between looks at memory


@dataclass(frozen=True, slots=True)
class Run:
    """A run of `memcon read`: seconds of processor time of all its processes and by the clock, and millions of bytes.

    `memory` is the most that one process held up to each tenth of the run, `peak` the most ever; `record` is the size
    of the record in millions of bytes, `idle` whether the machine had nothing else to do.
    """

    documents: int
    events: int
    seconds: float
    clock: float
    memory: tuple[float, ...]
    peak: float
    record: float
    idle: bool


def written(path: Path, documents: int, seed: int, diplomatic: float) -> None:
    """A corpus as JSON Lines."""
    with path.open("wb") as file:
        for document in Corpus(seed, diplomatic).documents(documents):
            file.write(msgspec.json.encode({"id": document.id, "text": document.text}) + b"\n")


def run(documents: int, seed: int = 5, diplomatic: float = 0.05) -> Run:
    """Read a corpus of so many documents into a new record with two workers."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, record = Path(folder) / "corpus.jsonl", Path(folder) / "memcon.db"
        written(corpus, documents, seed, diplomatic)
        command = [*program(), "read", str(corpus), "--record", str(record)]
        quiet, start = idle(), time.perf_counter()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen([*command, "--workers", str(WORKERS)], stdout=subprocess.DEVNULL)
        held: list[float] = []
        while process.poll() is None:
            held.append(max((resident(number) for number in family(process.pid)), default=0.0))
            time.sleep(LOOKS)
        clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        if process.returncode:
            raise SystemExit(f"memcon read ended with {process.returncode}")
        spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        with Record(record, create=False) as kept:
            counts = kept.counts()
        assert counts["documents"] == documents, counts
        size = sum(path.stat().st_size for path in Path(folder).glob("memcon.db*")) / 1e6
    tenths = tuple(max(held[: max(1, len(held) * n // 10)]) for n in range(1, 11))
    return Run(documents, counts["events"], spent, clock, tenths, max(held), size, quiet)


def family(process: int) -> list[int]:
    """A process and its children, as numbers (Linux)."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    except OSError:
        return []
    return [process, *(int(number) for number in told.split())]


def resident(process: int) -> float:
    """Memory of a process now, in millions of bytes; 0 once it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0


def over_linear(small: Run, large: Run, start: Run) -> float:
    """How many times as much a document costs in the larger run, once the workers have started: 1 is linear."""
    first = (small.seconds - start.seconds) / (small.documents - start.documents)
    return (large.seconds - start.seconds) / (large.documents - start.documents) / first


def measure(sizes: list[int], into: Path | None = None) -> list[Run]:
    """Runs of the sizes, the shortest first, after one that tells what starting costs."""
    held: dict[int, Run] = {}
    if into is not None and into.exists():
        held = {told["documents"]: Run(**told) for told in json.loads(into.read_text("utf-8"))}
    for size in sorted({BEFORE, *sizes}):
        if size in held:
            continue
        # What starting costs varies by more than a thousand pages take: short runs are repeated.
        runs = sorted((run(size) for _ in range(REPEATED if size <= SHORT else 1)), key=lambda r: r.seconds)
        held[size] = runs[len(runs) // 2]
        if into is not None:
            into.write_text(json.dumps([asdict(held[n]) for n in sorted(held)], indent=1) + "\n", "utf-8")
    return [held[size] for size in sorted(held)]


def main() -> None:
    """Measure the sizes asked for and print what each took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--into", type=Path)
    asked = parser.parse_args()
    start, *runs = measure(asked.sizes, asked.into)
    for told in runs:
        print(
            f"{told.documents:,} documents, {told.events:,} events: {told.seconds:.1f} s of processor time"
            f" ({over_linear(runs[0], told, start):.2f} times linear), {told.clock:.0f} s by the clock,"
            f" at most {told.peak:.0f} MB a process, record {told.record:.0f} MB"
        )


if __name__ == "__main__":
    main()
