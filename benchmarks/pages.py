"""How long pages take on a large record: 100,000 generated events in SQLite, each page asked for many times.

    python -m benchmarks.pages [--events 100000] [--record FILE] [--rounds 20] [--only WORDS]

Each request asks for other parties, events, documents and people, drawn as often as they occur; "anew" is the first
request after a change of the record, when nothing is kept. Times are those of the processor: what else runs on the
machine does not count, and on an idle one they are those of the clock. The last column tells how many times as long a
page takes as one that holds nothing but words. A record already there is used again. Ends with 1 where the 95th
percentile of a page is over the limit.
"""

import argparse
import datetime as dt
import math
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks.large import PARTIES, WEIGHTS, fill
from memcon.questions import Record

LIMIT = 0.2  # seconds: what the 95th percentile of every page is held to
TODAY = dt.date(2025, 1, 15)
TRIVIAL = "/no-such-page"
# What stands in braces is drawn anew for each request.
PAGES = (
    "/",
    "/timeline",
    "/timeline?party={a}&party={b}",
    "/timeline?party={a}&since=2010&until=2012",
    "/timeline?party={a}&type=visit",
    "/timeline.csv",
    "/timeline.atom?party={a}",
    "/pairs",
    "/pairs?party={a}",
    "/pair/CHN/USA",
    "/pair/{a}/{b}",
    "/event/{event}",
    "/compare/{event}",
    "/document/{document}",
    "/official/{person}",
    "/mechanisms",
    "/mechanisms?party={a}",
    "/mechanisms.atom",
    "/mechanisms.ics",
    "/commitments",
    "/commitments?party={a}",
    "/commitments.csv",
    "/commitments.ics",
    "/silences",
    "/silences?party={a}",
    "/claims",
    "/claims?party={a}",
    "/calendar",
    "/calendar?party={a}",
    "/network",
    "/network?party={a}",
    "/map",
    "/map?party={a}",
    "/search?q=matter+{number}",
    "/search?q={given}",
    "/documents",
    "/documents?party={a}&party={b}",
    "/review",
    "/review?party={a}",
    "/corrections",
    "/codebook",
    "/about",
    "/api/events?party={a}",
    "/api/dossier/{a}/{b}",
    "/api/dossier/{a}/{b}?since=2022",
    "/api/counts",
)
TOKEN = "a-token-for-the-benchmark"


class Asked:
    """Addresses of pages, with what stands in braces drawn from the record."""

    def __init__(self, entries: list[dict[str, Any]], seed: int = 11):
        self._chance = random.Random(seed)
        self._entries = entries

    def __call__(self, page: str) -> str:
        """An address of the page."""
        entry = self._chance.choice(self._entries)
        a = b = self._chance.choices(PARTIES, WEIGHTS)[0]
        while b == a:
            b = self._chance.choices(PARTIES, WEIGHTS)[0]
        name = entry["participants"][0]["name"]
        return page.format(
            a=a,
            b=b,
            event=quote(entry["id"]),
            document=quote(entry["documents"][0]),
            person=quote(name),
            given=name.split()[0],
            number=self._chance.randrange(50_000),
        )


def measured(path: Path, rounds: int, only: str = "") -> Iterator[tuple[str, list[float]]]:
    """Each page with the seconds of each request, in order; the first is asked for when nothing is kept."""
    from fastapi.testclient import TestClient

    from memcon.web.app import create, warm

    with Record(path) as record:
        application = create(record, TOKEN, today=lambda: TODAY)
        warm(application)
        client = TestClient(application, base_url="http://127.0.0.1", follow_redirects=False)
        client.post("/sign-in", data={"token": TOKEN})
        entries: list[dict[str, Any]] = []
        for year in range(2005, 2025):
            entries += client.get(f"/api/events?until={year}-06&size=50").json()["entries"]
        asked = Asked(entries)
        for page in (TRIVIAL, *(p for p in PAGES if only in p)):
            times = []
            application.state.pages.forget()
            for _ in range(rounds):
                address = asked(page)
                begun = time.process_time()
                answer = client.get(address)
                times.append(time.process_time() - begun)
                assert answer.status_code == (404 if page == TRIVIAL else 200), (address, answer.text[:200])
            yield page, times


def p95(times: list[float]) -> float:
    """The 95th percentile: the least time that 95 of 100 requests do not exceed."""
    return sorted(times)[math.ceil(len(times) * 0.95) - 1]


def main() -> None:
    """Generate the record where it is not there, measure, print, and end with 1 where a page is over the limit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--only", default="", help="pages whose address holds this")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "large.db"
        if not path.exists():
            begun = time.perf_counter()
            fill(path, asked.events)
            print(f"{asked.events} events written in {time.perf_counter() - begun:.0f} s\n")
        over, trivial = 0, 1.0
        print(
            "| page | median, ms | 95th percentile, ms | anew, ms | times a page of words |\n|---|---:|---:|---:|---:|"
        )
        for page, times in measured(path, asked.rounds, asked.only):
            middle, high = statistics.median(times), p95(times)
            trivial = middle if page == TRIVIAL else trivial
            over += high > LIMIT
            mark = " **over the limit**" if high > LIMIT else ""
            anew = times[0] * 1000
            print(f"| `{page}` | {middle * 1000:.0f} | {high * 1000:.0f}{mark} | {anew:.0f} | {middle / trivial:.1f} |")
    raise SystemExit(1 if over else 0)


if __name__ == "__main__":
    main()
