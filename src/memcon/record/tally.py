"""Numbers of things in the record, kept up to date by whoever writes, so that no page counts them one by one.

Kinds: `documents` by year (`undated` where there is none), `outlet`, `events` by party, `all events`, and `findings` by
kind. Rejected entries do not count.
"""

from collections import Counter
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.record import schema

Counts = Counter[tuple[str, str]]
UNDATED = "undated"
OF_ENTRIES = ("events", "all events")
OF_FINDINGS = ("findings",)
_ADD = sa.text(
    "INSERT INTO tally (kind, name, number) VALUES (:kind, :name, :number)"
    " ON CONFLICT (kind, name) DO UPDATE SET number = tally.number + excluded.number"
)


def add(connection: Connection, counts: Counts) -> None:
    """Add to what is there; numbers below zero take away."""
    rows = [{"kind": k, "name": n, "number": number} for (k, n), number in sorted(counts.items()) if number]
    if rows:
        connection.execute(_ADD, rows)
    if any(row["number"] < 0 for row in rows):  # type: ignore[operator]
        connection.execute(schema.tally.delete().where(schema.tally.c.number == 0))


def forget(connection: Connection, kinds: Iterable[str]) -> None:
    """Begin some kinds anew."""
    connection.execute(schema.tally.delete().where(schema.tally.c.kind.in_(tuple(kinds))))


def of(connection: Connection, kind: str) -> dict[str, int]:
    """All numbers of a kind, by name."""
    t = schema.tally.c
    rows = connection.execute(sa.select(t.name, t.number).where(t.kind == kind).order_by(t.name))
    return {row.name: row.number for row in rows}


def number(connection: Connection, kind: str, name: str) -> int:
    """One number; 0 where there is none."""
    t = schema.tally.c
    return int(connection.scalar(sa.select(t.number).where(t.kind == kind, t.name == name)) or 0)


def of_entries(entries: Iterable[tuple[Iterable[str], bool]], sign: int = 1) -> Counts:
    """What some entries, each by its parties and whether it is rejected, add to the numbers."""
    counts: Counts = Counter()
    for parties, rejected in entries:
        if not rejected:
            counts["all events", ""] += sign
            for party in parties:
                counts["events", party] += sign
    return counts


def of_documents(documents: Iterable[tuple[str | None, str | None]], sign: int = 1) -> Counts:
    """What some documents, each by its outlet and first day, add to the numbers."""
    counts: Counts = Counter()
    for outlet, first in documents:
        counts["documents", first[:4] if first else UNDATED] += sign
        counts["outlet", outlet or ""] += sign
    return counts
