"""Damage to a record in a file, noticed when it is opened.

A small record is looked through at every opening, a large one for as long as `GLANCE` allows; what is missed then is
told by the query that meets it.
"""

import hashlib
import sqlite3
import time
from typing import Any

import msgspec
from sqlalchemy.engine import Engine

from memcon.errors import RecordDamaged
from memcon.record import opening

GLANCE = 0.03  # seconds of looking through at each opening
_BODIES = ("reading", "decision", "entry", "report", "finding")  # tables whose rows hold JSON
_STEPS = 5_000  # instructions of SQLite's machine between two looks at the clock


def look(engine: Engine, target: str, seconds: float | None = GLANCE) -> None:
    """Look through a record in a file, for so many seconds or to its end; RecordDamaged tells what was found."""
    if engine.dialect.name != "sqlite":
        return
    with opening.told_plainly(engine), engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        until = time.monotonic() + seconds if seconds is not None else None
        raw.set_progress_handler((lambda: time.monotonic() > until) if until is not None else None, _STEPS)
        try:
            found = _found(raw)
        except sqlite3.DatabaseError as error:
            if "interrupted" in str(error):
                return
            if "malformed" not in str(error) and "not a database" not in str(error) and "decode" not in str(error):
                raise
            found = str(error)
        finally:
            raw.set_progress_handler(None, 0)
    if found is not None:
        raise RecordDamaged(f"{target} is damaged ({found}); {opening.SAVE}")


def _found(connection: sqlite3.Connection) -> str | None:
    """What is wrong with the file, or with the first text that is not what its hash says."""
    told = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if told != "ok":
        return " ".join(told.replace("*** in database main ***", "").split())
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'document'").fetchone() is None:
        return None
    for name, text, sha256 in connection.execute("SELECT id, text, sha256 FROM document"):
        if hashlib.sha256(text.encode()).hexdigest() != sha256:
            return f"the text of {name} is not what was read"
    for table in _BODIES:
        for number, body in connection.execute(f"SELECT rowid, body FROM {table}"):
            try:
                msgspec.json.decode(body)
            except (msgspec.DecodeError, UnicodeDecodeError, TypeError):
                return f"row {number} of {table} is no record"
    return None
