"""How long questions take on a record of a million generated events, for one who asks of any pair, event or word.

    nice python -m benchmarks.questions [--events 1000000] [--record FILE] [--rounds 60]

The record is written by `benchmarks.large`, which takes minutes; one that is there already is used again.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path

from benchmarks import large
from memcon.questions import Record, listing
from memcon.web.pages import GONE_THROUGH

TODAY = "2025-01-15"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question asked so many times: milliseconds of processor time at the median and at the 95th percentile."""

    question: str
    times: int
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Answers:
    """What a record holds, how large it is in millions of bytes, and how long questions on it take."""

    events: int
    documents: int
    size: float
    asked: tuple[Asked, ...]


def newest(record: Record, a: str, b: str) -> str | None:
    """The day from which on a pair has its newest entries; None where all are few enough."""
    day: str | None = record.store.ask(lambda c: listing.newest(c, [a, b], count=GONE_THROUGH, until=TODAY))
    return day


def dossier(record: Record, a: str, b: str) -> object:
    """A dossier as the page of a pair asks for it."""
    return record.dossier(a, b, as_of=TODAY, since=newest(record, a, b))


def questions(record: Record, seed: int = 3) -> dict[str, Callable[[], Callable[[], object]]]:
    """Makers of questions by name: what is asked of is chosen before the clock starts."""
    chance = random.Random(seed)
    pairs = list(combinations(large.PARTIES, 2))
    busiest = tuple(large.PARTIES[:2])
    held = [e.id for pair in chance.sample(pairs, 40) for e in record.timeline(*pair, limit=20)]

    def pair() -> tuple[str, str]:
        return chance.choice(pairs)

    def words() -> str:
        code = chance.choice(large.PARTIES)
        name = f"{chance.choice(large.FAMILY)}{large.PARTIES.index(code)}n{chance.randrange(30)}"
        return chance.choice((name, f'"matter {chance.randrange(100_000)}"', "about", f"{code.lower()} matter"))

    def of(ask: Callable[..., object], choose: Callable[[], object]) -> Callable[[], Callable[[], object]]:
        def asked() -> Callable[[], object]:
            chosen = choose()
            return lambda: ask(chosen)

        return asked

    return {
        "timeline of a pair, all of it": of(lambda p: record.timeline(*p), pair),
        "timeline of a pair, its first hundred": of(lambda p: record.timeline(*p, limit=100), pair),
        "dossier of a pair": of(lambda p: dossier(record, *p), pair),
        "compare": of(record.compare, lambda: chance.choice(held)),
        "search": of(record.search, words),
        "timeline of the busiest pair, its first hundred": of(
            lambda p: record.timeline(*p, limit=100), lambda: busiest
        ),
        "dossier of the busiest pair": of(lambda p: dossier(record, *p), lambda: busiest),
    }


def measured(path: Path, rounds: int = 60) -> Answers:
    """Ask each question so many times, each time of something else; the first time of each does not count."""
    with Record(path, create=False) as record:
        asked = []
        for name, made in questions(record).items():
            made()()
            times = []
            for _ in range(rounds):
                ask = made()
                begun = time.process_time()
                ask()
                times.append((time.process_time() - begun) * 1000)
            times.sort()
            asked.append(Asked(name, rounds, times[rounds // 2], times[min(rounds - 1, int(rounds * 0.95))]))
        counts = record.counts()
    size = sum(p.stat().st_size for p in path.parent.glob(f"{path.name}*")) / 1e6
    return Answers(counts["events"], counts["documents"], size, tuple(asked))


def on_a_record(events: int = 1_000_000, record: Path | None = None, rounds: int = 60) -> Answers:
    """Measure on a record of so many events, made first where it is not there."""
    with tempfile.TemporaryDirectory() as folder:
        path = record or Path(folder) / "large.db"
        if not path.exists():
            large.fill(path, events)
        return measured(path, rounds)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--into", type=Path)
    asked = parser.parse_args()
    answers = on_a_record(asked.events, asked.record, asked.rounds)
    if asked.into is not None:
        asked.into.write_text(json.dumps(asdict(answers), indent=1) + "\n", "utf-8")
    print(f"{answers.events:,} events of {answers.documents:,} documents, {answers.size:,.0f} MB")
    for told in answers.asked:
        print(f"{told.high:7.1f} ms p95 {told.median:7.1f} ms median  {told.question}")


if __name__ == "__main__":
    main()
