"""What is kept in sum is what counting gives, whatever was written; and older records gain it when they are opened."""

import random
import sqlite3
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from memcon.model import Document, Tenure
from memcon.record import Store, archive, finding, schema, tally
from tests.merging.factory import event, reading
from tests.record import samples


def counted(store: Store) -> dict[str, dict[str, int]]:
    """The numbers, counted one by one."""
    held = store.ask(archive.everything)
    standing = [e for e, rejected in held["entries"] if not rejected]
    found = [r for _, r in held["documents"]]
    days = store.ask(lambda c: [d.first for d in archive.kept(c)])
    kinds = Counter({k: sum(len(getattr(r, k)) for r in found) for k in ("tenures", "claims", "commitments")})
    return {
        "all events": {"": len(standing)} if standing else {},
        "events": dict(Counter(p for e in standing for p in e.parties)),
        "documents": dict(Counter(d[:4] if d else "undated" for d in days)),
        "outlet": dict(Counter(d.outlet or "" for d, _ in held["documents"])),
        "findings": {k: n for k, n in kinds.items() if n},
    }


def kept(store: Store) -> dict[str, dict[str, int]]:
    found = {kind: store.ask(lambda c, k=kind: tally.of(c, k)) for kind in counted(store)}
    wanted = ("tenures", "claims", "commitments")
    return found | {"findings": {k: n for k, n in found["findings"].items() if k in wanted}}


def pairs(store: Store) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """The rows of pairs, and what they should be."""
    table = schema.entry_pair.c
    rows = store.ask(
        lambda c: c.execute(
            sa.select(table.a, table.b, table.entry, table.type, table.status, table.first, table.mechanism)
        ).all()
    )
    standing = [e for e, rejected in store.ask(archive.everything)["entries"] if not rejected]
    wanted = {
        (a, b, e.id, e.type, e.status, (e.date or "")[:10] or None, bool(e.mechanism))
        for e in standing
        for a, b in combinations(e.parties, 2)
    }
    return {tuple(r) for r in rows}, wanted


def people(store: Store) -> set[tuple[object, ...]]:
    return {tuple(r) for r in store.ask(lambda c: c.execute(sa.select(schema.finding_person)).all())}


def bears(store: Store) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """Which documents bear on whom by the table, and by what is told of events and findings."""
    b = schema.bearing.c
    rows = store.ask(lambda c: c.execute(sa.select(b.a, b.b, b.outlet, b.year, b.document, b.first)).all())
    wanted = set()
    for document, read in store.ask(archive.everything)["documents"]:
        told = [{p.party for p in e.participants if p.party} for e in read.events]
        told += [{t.party for t in read.tenures if t.party}, *({c.by, c.to} - {None} for c in read.commitments)]
        told += [{s.party} - {None} for s in read.statements] + [set(m.parties) for m in read.mechanisms]
        first = next(d.first for d in store.ask(lambda c, n=document.id: archive.kept(c, [n])))
        place = (document.outlet or "", (first or "")[:4], document.id, first)
        apart = [[p for code in codes for p in code.split("|")] for codes in told]
        wanted |= {(a, b, *place) for codes in apart for a in codes for b in codes if a <= b}
    return {tuple(r) for r in rows}, wanted


def many(chance: random.Random, count: int) -> list[tuple[Document, object]]:
    told = []
    for n in range(count):
        sides = chance.sample(("FRA", "DEU", "POL", "ITA", "ESP"), chance.choice((1, 2, 3)))
        date = chance.choice((f"2024-0{1 + n % 9}-1{n % 9}", None))
        met = event(
            chance.choice(("meeting", "visit", "phone_call")),
            *sides,
            date=date,
            mechanism=chance.choice((None, "Weimar Triangle")),
            evidence=f"they met {n % 7}",
        )
        held = (Tenure(person=f"Anna Weber {n}", party="DEU", office="foreign_minister", evidence="minister"),) * (
            n % 2
        )
        outlet = chance.choice((None, "One", "Other"))
        told.append(
            (Document(id=f"d{n}", text=f"text {n}", outlet=outlet), reading(f"d{n}", met, date=date, tenures=held))
        )
    return told


@pytest.mark.parametrize("seed", range(3))
def test_numbers_and_pairs_follow_whatever_is_written(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    told = [*samples.everything(), *many(chance, 30)]
    store.add_all(told)
    for document, _ in chance.sample(told, 8):
        store.remove(document.id)
    store.add_all(chance.sample(told, 12))
    names = [e.id for e in store.ask(finding.entries)]
    store.decide("reject", [names[0]], reason="r", author="a")
    undone = store.decide("reject", [names[1]], reason="r", author="a")
    store.decide("merge", names[2:4], reason="r", author="a")
    store.undo(undone.number, author="a")
    assert kept(store) == counted(store)
    assert pairs(store)[0] == pairs(store)[1]
    assert bears(store)[0] == bears(store)[1]
    store.rebuild()
    assert kept(store) == counted(store)
    assert pairs(store)[0] == pairs(store)[1]
    assert bears(store)[0] == bears(store)[1]


def test_the_tables_are_those_that_the_steps_make(store: Store) -> None:
    def differences(connection: sa.Connection) -> list[object]:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda n, *_: not str(n).startswith("words")}
        )
        return [d for d in compare_metadata(context, schema.metadata) if "alembic" not in str(d)]

    assert store.ask(differences) == []


def test_an_older_record_gains_its_summaries_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    told = [*samples.everything(), *many(random.Random(9), 20)]
    with Store(path) as store:
        store.add_all(told)
        store.decide("reject", [store.ask(finding.entries)[0].id], reason="r", author="a")
        before = store.dump(), kept(store), pairs(store)[0], people(store), bears(store)[0]
    with sqlite3.connect(path) as old:
        newer = ("entry_by_day", "entry_by_confidence", "document_by_end", "document_briefly", "entry_by_end")
        for index in (*newer, "document_by_same", "entry_of_mechanism", "entry_party_of_mechanism"):
            old.execute(f"DROP INDEX {index}")
        for table in ("bearing", "contact", "entry_pair", "finding_person", "tally", "copy", "original"):
            old.execute(f"DROP TABLE {table}")
        old.execute("ALTER TABLE entry DROP COLUMN confidence")
        old.execute("ALTER TABLE document DROP COLUMN same")
        old.execute("ALTER TABLE entry_party DROP COLUMN mechanism")
        old.execute("UPDATE alembic_version SET version_num = '0001'")
    with Store(path) as store:
        assert (store.dump(), kept(store), pairs(store)[0], people(store), bears(store)[0]) == before
        assert people(store)
        table = schema.entry.c
        rows = store.ask(lambda c: c.execute(sa.select(table.id, table.confidence)).all())
        assert {row.id: row.confidence for row in rows} == {
            e.id: e.confidence for e, _ in store.ask(archive.everything)["entries"]
        }
