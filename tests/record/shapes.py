"""Records of earlier shapes, kept as rows: `python -m tests.record.shapes` writes those of the shape at hand.

    tests/record/released/0001.json   {"document": [{"id": ..., ...}, ...], "entry": [...], ...}

Run it with the code of a shape, before the next one takes its place.
"""

import json
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "released"
Rows = dict[str, list[dict[str, Any]]]


def versions() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def rows(path: Path) -> Rows:
    """All rows of a record, bodies as the JSON they are."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    names = [r["name"] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    held: Rows = {}
    for name in names:
        if name.startswith(("words_", "sqlite_")) or name == "alembic_version":
            continue
        key = "rowid AS rowid, " if name == "words" else ""
        told = [dict(row) for row in connection.execute(f"SELECT {key}* FROM {name}")]
        held[name] = [{k: {"bytes": v.decode()} if isinstance(v, bytes) else v for k, v in r.items()} for r in told]
    connection.close()
    return held


def make(path: Path, version: str) -> Rows:
    """A record of an earlier shape, made by the migrations up to it and filled with the rows that were kept."""
    from alembic import command
    from alembic.config import Config

    import memcon.record.migrations as migrations
    from memcon.record import opening

    held: Rows = json.loads((FOLDER / f"{version}.json").read_text("utf-8"))
    engine = opening.engine_for(path, True)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    with opening.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()
    with sqlite3.connect(path) as plain:
        for table, told in held.items():
            for row in told:
                values = [v["bytes"].encode() if isinstance(v, dict) else v for v in row.values()]
                marks = ", ".join("?" for _ in values)
                plain.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", values)
    plain.close()
    return held


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
        target.write_text(json.dumps(rows(path), indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(target, file=sys.stderr)


if __name__ == "__main__":
    main()
