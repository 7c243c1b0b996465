"""A record of every earlier shape opens with what it held, and answers as if it had been made today."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from memcon.record import Store, archive, decisions, finding, opening, search
from tests.postgresql import Server
from tests.record import shapes

Bare = Callable[[str], str]

MADE_ANEW = (
    "bearing",
    "contact",
    "entry_pair",
    "entry_party",
    "entry_person",
    "link",
    "neighbourhood",
    "finding_party",
    "finding_person",
    "tally",
)
STEPS = Path(opening.__file__).parent / "migrations" / "versions"


def test_every_shape_is_kept_with_data() -> None:
    older = sorted(path.name[:4] for path in STEPS.glob("0*.py") if path.name[:4] < opening.LATEST)
    assert older == [version for version in shapes.versions() if version < opening.LATEST]
    assert max(path.name[:4] for path in STEPS.glob("0*.py")) == opening.LATEST


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bare]:
    """Addresses where nothing is yet, in a file and on a server."""
    if request.param == "sqlite":
        yield lambda name: str(tmp_path / f"{name}.db")
        return
    server: Server = request.getfixturevalue("postgresql_server")
    made: list[str] = []

    def place(name: str) -> str:
        made.append(server.make_bare())
        return made[-1]

    yield place
    for address in made:
        server.drop(address)


@pytest.mark.parametrize("version", shapes.versions())
def test_an_older_record_opens_with_all_it_held(bare: Bare, version: str) -> None:
    target = bare("memcon")
    held = shapes.make(target, version)
    with Store(target, create=False) as store:
        assert store.ask(archive.counts)["documents"] == len(held["document"])
        entries = store.ask(finding.entries)
        assert {e.id for e in entries} == {row["id"] for row in held["entry"]}
        made = store.ask(decisions.listed)
        assert [(d.number, d.kind, d.reason) for d in made] == [
            (1, "confirm", "both sides tell it"),
            (2, "amend", "the hall is named"),
        ]
        assert [
            e.documents for e in store.ask(lambda c: finding.entries(c, parties=["CHN", "USA"], since="2024-04-26"))
        ] == [("blinken",)]
        assert [h.document for h in store.ask(lambda c: search.find(c, "拜登"))] == ["beijing"]
        assert [c["note"] for c in store.ask(archive.changes)] == [row["note"] for row in held["change"]]
        before = store.dump()
        store.rebuild()
        assert store.dump() == before
        version_now = sa.text("SELECT version_num FROM alembic_version")
        assert store.ask(lambda c: c.execute(version_now).scalars().all()) == [opening.LATEST]
    if "://" in target:
        return
    with sqlite3.connect(target) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []


def test_tables_brought_up_to_date_hold_what_new_ones_do(bare: Bare) -> None:
    for version in shapes.versions():
        target = bare(version)
        shapes.make(target, version)
        with Store(target, create=False) as store:
            migrated = shapes.rows(target)
            store.rebuild()
        made_anew = shapes.rows(target)
        for table in MADE_ANEW:
            assert sorted(map(str, migrated[table])) == sorted(map(str, made_anew[table])), (version, table)
