"""What new documents and decisions changed in the record since a time."""

import datetime as dt

import msgspec
from sqlalchemy.engine import Connection

from memcon.errors import RecordError
from memcon.record import archive


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change: `kind` is added, changed, merged, removed, decided or rebuilt; `at` is UTC, ISO 8601."""

    number: int
    at: str
    kind: str
    entry: str | None
    document: str | None
    note: str


def changes(connection: Connection, since: str | None = None, until: str | None = None) -> list[Change]:
    """Changes from one time to another, oldest first; RecordError where a time is none."""
    for asked in (since, until):
        if asked is not None and not _is_time(asked):
            raise RecordError(f"{asked} is not a time such as 2024-09-10 or 2024-09-10T08:00:00Z")
    return [Change(**row) for row in archive.changes(connection, since, until)]


def _is_time(asked: str) -> bool:
    try:
        dt.datetime.fromisoformat(asked if len(asked) > 7 else f"{asked}-01-01"[:10])
    except ValueError:
        return False
    return True
