"""A large record in a minute or two: generated entries, written in bulk by the record's own writers.

Nothing is read and nothing compared: every report is an entry of its own. The same seed gives the same record; what is
said to have happened is made up. Documents come in the order of their dates, so that what is linked is written
together.

    python -m benchmarks.large FILE [--events 100000]
"""

import argparse
import datetime as dt
import random
import re
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from memcon.merging import Cluster, entry_of, links, reports
from memcon.model import Claim, Commitment, Document, Event, Mechanism, Participant, Place, Reading, Statement
from memcon.questions.words import CONTACTS, TYPES
from memcon.record import Store, documents, entries, opening, placing, schema
from memcon.record.store import now

BATCH = 2000  # documents in one transaction
FIRST = dt.date(2005, 1, 1)
DAYS = 20 * 365
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
        day = FIRST + dt.timedelta(days=n * DAYS // (events // 2))
        sides = _pair(chance)
        # The second event is another pair's on another day: what is measured is questions, not merging.
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
                claims=_claims(told[0]) if more and told[0].type in CONTACTS else (),
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


def fill(path: Path | str, events: int = 100_000, seed: int = 7) -> None:
    """Write a generated record; `path` is a file that is not there yet, or the address of an empty database."""
    Store(path).close()
    engine = opening.engine_for(path, True)
    left = readings(events, seed)
    while batch := list(islice(left, BATCH)):
        with opening.writing(engine) as connection:
            documents.put(connection, batch)
            made = [entry_of(Cluster([report])) for _, reading in batch for report in reports(reading)]
            entries.put_rows(connection, made, set())
            found = [{"source": m.source, "target": m.target, "kind": m.kind} for m in links(made)]
            if found:
                connection.execute(schema.link.insert(), found)
            placing.house(connection, made, {})
            added = [{"at": now(), "kind": "added", "document": d.id, "note": "document added"} for d, _ in batch]
            connection.execute(schema.change.insert(), added)
    engine.dispose()


def main() -> None:
    """Write a record of so many events."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path")
    parser.add_argument("--events", type=int, default=100_000)
    asked = parser.parse_args()
    begun = time.perf_counter()
    fill(asked.path, asked.events)
    print(f"{asked.events} events in {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
