"""Links found through the tables are those that looking at every pair of entries gives."""

import itertools
import random

import pytest
import sqlalchemy as sa

from memcon.merging import Link, link, links
from memcon.model import Document
from memcon.record import Store, finding, schema
from tests.merging.factory import event, reading

TYPES = ("visit", "meeting", "summit", "joint_statement", "agreement_signed", "phone_call", "sanction")
PARTIES = ("FRA", "DEU", "POL", "ITA")
# One of each kind, so that none is missed.
SUMMIT = [
    event("summit", "FRA", "DEU", "POL", date="2025-03-10", at="Paris, FRA"),
    event("meeting", "FRA", "POL", date="2025-03-10", at="Paris, FRA"),
]
DATES = ("2025-01-30", "2025-02-01", "2025-02-04", "2025-02-10/2025-02-20", "2025-02", None)


@pytest.mark.parametrize("seed", range(3))
def test_links_found_through_the_tables_are_all_there_are(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    for n in range(200):
        sides = chance.sample(PARTIES, chance.choice((2, 2, 3)))
        told = event(chance.choice(TYPES), *sides, date=chance.choice(DATES), at=chance.choice((None, "FRA", "DEU")))
        store.add(Document(id=f"d{n}", text=f"text {n}"), reading(f"d{n}", told, date="2025-02-21"))
    for n, told in enumerate(SUMMIT):
        store.add(Document(id=f"s{n}", text=f"summit {n}"), reading(f"s{n}", told, date="2025-03-10"))
    entries = store.ask(finding.entries)
    found = [
        Link(source=row.source, target=row.target, kind=row.kind)
        for row in store.ask(lambda c: c.execute(sa.select(schema.link)).all())
    ]
    every = {made for a, b in itertools.permutations(entries, 2) if (made := link(a, b))}
    assert {made.kind for made in every} == {"part_of", "outcome_of", "beside"}
    assert sorted(found) == sorted(every)
    assert sorted(links(entries)) == sorted(every)
