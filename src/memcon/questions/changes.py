"""What new documents and decisions changed in the record since a time."""

import msgspec
from sqlalchemy.engine import Connection

from memcon.record import finding


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change: `kind` is added, changed, merged, removed, decided or rebuilt; `at` is UTC, ISO 8601."""

    number: int
    at: str
    kind: str
    entry: str | None
    document: str | None
    note: str


def changes(connection: Connection, since: str | None = None, until: str | None = None) -> list[Change]:
    """Changes from one time to another, oldest first."""
    return [Change(**row) for row in finding.changes(connection, since, until)]
