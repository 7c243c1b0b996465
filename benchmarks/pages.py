"""How long pages take on a large record: 100,000 generated events in SQLite, each page asked for many times.

    python -m benchmarks.pages [--events 100000] [--record FILE] [--rounds 20]

The same seed gives the same record; what is said to have happened is made up. A record already there is used again.
"""

import argparse
import datetime as dt
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from memcon.model import Claim, Commitment, Document, Event, Mechanism, Participant, Place, Reading, Statement
from memcon.questions import Record
from memcon.questions.words import CONTACTS, TYPES

LIMIT = 0.2  # seconds: what the 95th percentile of every page is held to
FIRST = dt.date(2005, 1, 1)
DAYS = 20 * 365
TODAY = dt.date(2025, 1, 15)
# Codes in the order of how often they occur; the share of the n-th falls as 1/n, as in news.
PARTIES = re.findall(
    r"\w+",
    """
    USA CHN RUS GBR FRA DEU JPN IND EU UKR ISR IRN TUR KOR SAU EGY BRA AUS CAN PAK ITA ESP POL VNM PHL IDN MYS THA SGP
    ARE QAT JOR IRQ SYR LBN PSE MEX ARG CHL COL CUB VEN ZAF NGA KEN ETH SDN DZA MAR TUN GRC CYP ROU BGR HUN CZE SVK SRB
    XKX ALB GEO ARM AZE KAZ UZB MNG PRK TWN NZL FJI NLD BEL DNK SWE NOR FIN EST LVA LTU PRT IRL CHE AUT
    """,
)
GIVEN = ("An", "Bo", "Cy", "Di", "Ed", "Fay", "Gil", "Hal", "Ida", "Jo")
FAMILY = ("Reed", "Stone", "Wood", "Hill", "Lake", "Field")
WEIGHTS = [1 / (n + 1) for n in range(len(PARTIES))]


def readings(events: int, seed: int = 7) -> Iterator[tuple[Document, Reading]]:
    """Documents of two events each, every twentieth with a mechanism, a commitment and a claim."""
    chance = random.Random(seed)
    for n in range(events // 2):
        day = FIRST + dt.timedelta(days=chance.randrange(DAYS))
        sides = _pair(chance)
        # The second event is another pair's on another day: this measures pages, not merging.
        told = (_event(chance, sides, day, n), _event(chance, _pair(chance), day - dt.timedelta(days=9), n))
        text = " ".join(e.evidence for e in told)
        more = n % 20 == 0
        name = f"generated-{n:06}"
        yield (
            Document(id=name, text=text, outlet=f"Outlet {n % 40}"),
            Reading(
                id=name,
                document_date=day.isoformat(),
                date_basis="stated",
                languages=("en",),
                title=f"Generated page {n}",
                events=told,
                statements=(Statement(party=sides[0], about="trade", topics=("trade",), evidence=told[0].evidence),),
                commitments=_promises(sides, day, n) if more else (),
                mechanisms=_dialogues(sides, day, n) if more else (),
                claims=_claims(told[0]) if more else (),
                reader="benchmark",
            ),
        )


def _pair(chance: random.Random) -> tuple[str, str]:
    a = b = chance.choices(PARTIES, WEIGHTS)[0]
    while b == a:
        b = chance.choices(PARTIES, WEIGHTS)[0]
    return a, b


def _name(chance: random.Random, code: str) -> str:
    """One of thirty names of a party, with words of their own, as names have."""
    n = chance.randrange(30)
    return f"{GIVEN[n % 10]}{code.lower()} {FAMILY[n % 6]}{PARTIES.index(code)}n{n}"


def _event(chance: random.Random, sides: tuple[str, str], day: dt.date, n: int) -> Event:
    kind = chance.choice(CONTACTS) if chance.random() < 0.75 else chance.choice(TYPES)
    people = tuple(Participant(name=_name(chance, code), role="Foreign Minister", party=code) for code in sides)
    return Event(
        type=kind,
        status="planned" if chance.random() < 0.05 else "occurred",
        participants=people,
        initiator=sides[0] if kind not in CONTACTS or kind == "visit" else None,
        target=sides[1] if kind not in CONTACTS or kind == "visit" else None,
        date=day.isoformat(),
        place=Place(country=sides[1]),
        mechanism=f"Dialogue {n % 30}" if kind == "dialogue_round" and n % 4 == 0 else None,
        evidence=f"{people[0].name} and {people[1].name} on {day.isoformat()} about matter {n}.",
        confidence=round(chance.uniform(0.3, 0.99), 2),
    )


def _promises(sides: tuple[str, str], day: dt.date, n: int) -> tuple[Commitment, ...]:
    due = (day + dt.timedelta(days=400)).isoformat()
    return (Commitment(by=sides[0], to=sides[1], what=f"deliver consignment {n}", due=due, evidence=f"matter {n}"),)


def _dialogues(sides: tuple[str, str], day: dt.date, n: int) -> tuple[Mechanism, ...]:
    name = f"Dialogue {n % 30}"
    last = day.isoformat()
    return (Mechanism(name=name, parties=sides, cadence="annual", last=last, state="held", evidence=f"matter {n}"),)


def _claims(event: Event) -> tuple[Claim, ...]:
    return (Claim(kind="first_since", interval="P6M", type=event.type, participants=event.participants,
                  evidence=event.evidence),)  # fmt: skip


PAGES = (
    "/",
    "/timeline",
    "/timeline?party=CHN&party=USA",
    "/timeline?party=USA&since=2010&until=2012",
    "/timeline?type=visit",
    "/timeline.csv",
    "/timeline.atom?party=CHN",
    "/pairs",
    "/pair/CHN/USA",
    "/pair/GEO/NZL",
    "/mechanisms",
    "/mechanisms?party=JPN",
    "/mechanisms.ics",
    "/commitments",
    "/commitments?party=IND",
    "/commitments.csv",
    "/silences",
    "/silences?party=EGY",
    "/claims",
    "/claims?party=KOR",
    "/calendar",
    "/calendar?party=FRA",
    "/network",
    "/network?party=VNM",
    "/map",
    "/map?party=GBR",
    "/search?q=matter+77",
    "/documents",
    "/documents?party=CHN&party=USA",
    "/corrections",
    "/codebook",
    "/about",
    "/api/events?party=DEU",
    "/api/counts",
)


def measured(path: Path, rounds: int) -> Iterator[tuple[str, float, float, float]]:
    """Each page with seconds: the first time it is asked for, the median and the 95th percentile of later times."""
    from fastapi.testclient import TestClient

    from memcon.web.app import create, warm

    with Record(path) as record:
        application = create(record, today=lambda: TODAY)
        warm(application)
        client = TestClient(application, base_url="http://127.0.0.1")
        entries = client.get("/api/events?party=CHN&party=USA&size=5").json()["entries"]
        name = entries[0]["id"]
        person = entries[0]["participants"][0]["name"]
        for page in (*PAGES, f"/event/{name}", f"/compare/{name}", f"/document/{entries[0]['documents'][0]}",
                     f"/official/{person}"):  # fmt: skip
            times = []
            for _ in range(rounds + 1):
                begun = time.perf_counter()
                answer = client.get(page)
                times.append(time.perf_counter() - begun)
                assert answer.status_code == 200, (page, answer.text[:200])
            later = sorted(times[1:])
            yield page, times[0], statistics.median(later), later[min(len(later) - 1, int(len(later) * 0.95))]


def main() -> None:
    """Generate the record where it is not there, measure, print, and end with 1 where a page is over the limit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--record", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "large.db"
        if not path.exists():
            begun = time.perf_counter()
            with Record(path) as record:
                record.add_all(readings(asked.events))
                print(f"{record.counts()} in {time.perf_counter() - begun:.0f} s")
        over = 0
        for page, first, middle, high in measured(path, asked.rounds):
            over += high > LIMIT
            mark = "  over the limit" if high > LIMIT else ""
            print(
                f"{high * 1000:7.0f} ms p95 {middle * 1000:7.0f} ms median {first * 1000:7.0f} ms first  {page}{mark}"
            )
    raise SystemExit(1 if over else 0)


if __name__ == "__main__":
    main()
