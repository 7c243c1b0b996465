"""Records of earlier shapes, kept as rows: `python -m tests.record.shapes` writes those of the shape at hand.

    tests/record/released/0001.json   {"document": [{"id": ..., ...}, ...], "entry": [...], ...}

Run it with the code of a shape, before the next one takes its place.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa

FOLDER = Path(__file__).parent / "released"
Rows = dict[str, list[dict[str, Any]]]


def versions() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def rows(target: str) -> Rows:
    """All rows of a record, bodies as the JSON they are."""
    from memcon.record import opening

    engine = opening.engine_for(target, False)
    held: Rows = {}
    with opening.reading(engine) as connection:
        for name in sorted(sa.inspect(connection).get_table_names()):
            if name.startswith(("words_", "sqlite_")) or name == "alembic_version":
                continue
            key = "rowid AS rowid, " if name == "words" and engine.dialect.name == "sqlite" else ""
            told = connection.execute(sa.text(f"SELECT {key}* FROM {name}")).mappings()
            held[name] = [
                {k: {"bytes": v.decode()} if isinstance(v, bytes) else v for k, v in row.items()} for row in told
            ]
    engine.dispose()
    return held


def make(target: str, version: str) -> Rows:
    """A record of an earlier shape, made by the migrations up to it and filled with the rows that were kept."""
    from memcon.record import opening

    held: Rows = json.loads((FOLDER / f"{version}.json").read_text("utf-8"))
    engine = opening.engine_for(target, True)
    opening.bring_up_to_date(engine, version)
    with opening.writing(engine) as connection:
        tables = sa.MetaData()
        tables.reflect(connection, only=[name for name in held if name != "words"])
        for table in tables.sorted_tables:  # what is referred to before what refers to it
            if told := held[table.name]:
                connection.execute(table.insert(), [{k: _value(v) for k, v in row.items()} for row in told])
                _count_on(connection, table)
        _index(connection, held)
    engine.dispose()
    return held


def _value(kept: Any) -> Any:
    return kept["bytes"].encode() if isinstance(kept, dict) else kept


def _count_on(connection: sa.Connection, table: sa.Table) -> None:
    """Let a server number the next row after those that were put in with their numbers."""
    if connection.dialect.name != "sqlite" and table.name in ("decision", "change"):
        last = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), max(number)) FROM {table.name}"
        connection.execute(sa.text(last))


def _index(connection: sa.Connection, held: Rows) -> None:
    """The index of words as the database at hand has had it since the first shape."""
    from memcon.record import search

    if connection.dialect.name == "sqlite":
        statement = sa.text("INSERT INTO words (rowid, title, body) VALUES (:rowid, :title, :body)")
        connection.execute(statement, held["words"])
        return
    for document in held["document"]:
        search.put(connection, document["number"], document["id"], document["title"] or "", document["text"])


def main() -> None:
    """Write the rows of the sample documents, with a decision of each kind that two entries allow."""
    from memcon.record import Store, finding, opening
    from tests.record import samples

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memcon.db"
        with Store(path, clock=lambda: "2025-01-01T00:00:00Z") as store:
            store.add_all(samples.everything())
            names = [e.id for e in store.ask(finding.entries)]
            store.decide("confirm", names[:1], reason="both sides tell it", author="Ana")
            store.decide("amend", names[1:2], reason="the hall is named", author="Ana", values={"mechanism": "Talks"})
        target = FOLDER / f"{opening.LATEST}.json"
        target.write_text(json.dumps(rows(str(path)), indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(target, file=sys.stderr)


if __name__ == "__main__":
    main()
