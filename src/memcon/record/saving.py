"""A damaged record made anew: what was read and decided is copied row by row past the damaged places.

Each text is held against its hash and each reading is decoded; entries and all else are made from them again.
"""

import hashlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import RecordError
from memcon.model import Reading
from memcon.record import opening, schema, search, tally
from memcon.record.rows import chunks
from memcon.record.store import Store, now

_DERIVED = {table.name for table in schema.MADE_ANEW} | {"tally"}
_NEAR = 64  # numbers tried one by one past a damaged place, before the steps grow


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What came out of a damaged record: documents, entries made anew, documents lost by name, and the old file."""

    documents: int
    entries: int
    lost: tuple[str, ...]
    kept_as: str


def save(path: Path, *, clock: Callable[[], str] = now) -> Saved:
    """Make a damaged record anew from the documents, readings and decisions in it that are whole.

    The damaged file is kept beside it as `NAME.damaged`. RecordError where nothing can be read from it, and then
    nothing is changed.
    """
    part = path.with_name(f"{path.name}.part")
    _remove(part)
    try:
        with Store(part, clock=clock) as store:
            lost = _copied(path, store)
            entries = store.rebuild()
            documents = int(store.ask(lambda c: c.scalar(sa.select(sa.func.count()).select_from(schema.document))))
        kept_as = _aside(path)
        part.replace(path)
    finally:
        _remove(part)
    return Saved(documents=documents, entries=entries, lost=tuple(lost), kept_as=str(kept_as))


def _copied(path: Path, store: Store) -> list[str]:
    """Copy what was read and decided; returns the documents that are not whole."""
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        with opening.writing(store._engine) as connection:
            lost = _documents(source, connection)
            for table in schema.metadata.sorted_tables:
                if table.name not in (*_DERIVED, "document", "reading"):
                    for row in _rows(source, table):
                        _put(connection, table, row)
            _index(connection)
        return lost
    except sqlite3.DatabaseError as error:
        raise RecordError(f"nothing can be read from {path} ({error}); read its documents again") from error
    finally:
        source.close()


def _documents(source: sqlite3.Connection, connection: Connection) -> list[str]:
    """Copy the documents whose texts and readings are both whole; returns the names of the others."""
    found: dict[str, bool] = {}
    for row in _rows(source, schema.document):
        text, name = row["text"], str(row["id"])
        as_it_came = isinstance(text, str) and hashlib.sha256(text.encode()).hexdigest() == row["sha256"]
        if as_it_came and _put(connection, schema.document, row):
            found[name] = False
        else:
            found.setdefault(name, False)
    for row in _rows(source, schema.reading):
        name = str(row["document"])
        found[name] = _is_reading(row["body"]) and _put(connection, schema.reading, row)
    lost = sorted(name for name, whole in found.items() if not whole)
    for piece in chunks(lost):
        connection.execute(schema.document.delete().where(schema.document.c.id.in_(piece)))
    if lost and len(lost) == len(found):
        raise RecordError("none of its documents is whole; read them again")
    return lost


def _put(connection: Connection, table: sa.Table, row: dict[str, Any]) -> bool:
    """Write a row; False where it cannot be one, being damaged or of a document that is lost."""
    try:
        connection.execute(table.insert().values(**row))
    except sa.exc.IntegrityError:
        return False
    return True


def _is_reading(body: bytes) -> bool:
    try:
        msgspec.json.decode(body, type=Reading)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _index(connection: Connection) -> None:
    """What is kept of documents beside their rows: the words in them, and how many there are."""
    d = schema.document.c
    for row in connection.execute(sa.select(d.number, d.id, d.title, d.text, d.outlet, d.first).order_by(d.number)):
        search.put(connection, row.number, row.id, row.title or "", row.text)
        tally.add(connection, tally.of_documents([(row.outlet, row.first)]))


def _rows(source: sqlite3.Connection, table: sa.Table) -> Iterator[dict[str, Any]]:
    """The rows of a table that can be read, in order; damaged places are stepped over."""
    held = {row[1] for row in source.execute(f"PRAGMA table_info({table.name})")}
    columns = [c for c in table.c if c.name in held]
    if not columns:
        return
    listed = ", ".join(f'"{c.name}"' for c in columns)
    last = -1
    while True:
        try:
            for number, *values in source.execute(
                f"SELECT rowid, {listed} FROM {table.name} NOT INDEXED WHERE rowid > ? ORDER BY rowid", (last,)
            ):
                last = number
                yield {c.name: v for c, v in zip(columns, values, strict=True)}
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            after = _past(source, table.name, last)
            if after is None:
                return
            last = after
        else:
            return


def _past(source: sqlite3.Connection, table: str, last: int) -> int | None:
    """The number before the next row that can be found after a damaged place; None where there is none."""
    steps = itertools.chain(range(1, _NEAR), (_NEAR * 2**n for n in range(40)))
    for step in steps:
        try:
            found = source.execute(
                f"SELECT min(rowid) FROM {table} NOT INDEXED WHERE rowid > ?", (last + step,)
            ).fetchone()
        except sqlite3.DatabaseError:
            continue
        return None if found[0] is None else int(found[0]) - 1
    return None


def _aside(path: Path) -> Path:
    """Move a record with its companions out of the way; returns its new name."""
    names = (path.with_name(f"{path.name}.damaged{n or ''}") for n in itertools.count())
    free = next(name for name in names if not name.exists())
    for ending in ("-wal", "-shm", ""):
        one = path.with_name(path.name + ending)
        if one.exists():
            one.rename(free.with_name(free.name + ending))
    return free


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
