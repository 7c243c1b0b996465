"""Pairs of parties, people of findings, numbers of things and the confidence of entries: what pages ask for directly.

Revision ID: 0002
Revises: 0001
"""

import json
from collections import Counter
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from alembic import op

from memcon.merging.people import person

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_PIECE = 500  # rows read at once


def _of(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), sa.ForeignKey(f"{name}.id", ondelete="CASCADE"), primary_key=True)


def upgrade() -> None:
    """Make the tables and fill them from what is in the record."""
    op.add_column("entry", sa.Column("confidence", sa.Float(), nullable=False, server_default="0"))
    op.create_table(
        "entry_pair",
        sa.Column("a", sa.Text(), primary_key=True),
        sa.Column("b", sa.Text(), primary_key=True),
        _of("entry"),
        sa.Column("first", sa.Text()),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
    )
    op.create_table(
        "finding_person",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("word", sa.Text(), primary_key=True),
        _of("document"),
        sa.Column("number", sa.Integer(), primary_key=True),
    )
    op.create_table(
        "tally",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    connection = op.get_bind()
    counts = _entries(connection) + _tenures(connection) + _documents(connection)
    rows = [{"kind": kind, "name": name, "number": number} for (kind, name), number in sorted(counts.items())]
    _put(connection, "INSERT INTO tally (kind, name, number) VALUES (:kind, :name, :number)", rows)
    op.create_index("entry_pair_by_date", "entry_pair", ["a", "b", "first", "entry"])
    op.create_index("entry_pair_by_day", "entry_pair", ["first", "type", "status", "a", "b"])
    op.create_index("entry_pair_by_entry", "entry_pair", ["entry"])
    op.create_index("finding_person_by_document", "finding_person", ["document"])
    op.create_index("entry_by_day", "entry", ["first", "last", "type", "status", "rejected"])
    op.create_index("entry_by_confidence", "entry", ["state", "rejected", "confidence", "id"])
    op.create_index("document_by_end", "document", ["last"])
    op.create_index("document_briefly", "document", ["id", "first", "last", "outlet"])


def _entries(connection: sa.Connection) -> "Counter[tuple[str, str]]":
    counts: Counter[tuple[str, str]] = Counter()
    last = ""
    page = sa.text(
        "SELECT id, first, type, status, rejected, body FROM entry WHERE id > :last ORDER BY id LIMIT :limit"
    )
    while rows := connection.execute(page, {"last": last, "limit": _PIECE}).all():
        last = rows[-1].id
        sure: list[dict[str, Any]] = []
        pairs: list[dict[str, Any]] = []
        for row in rows:
            told = json.loads(bytes(row.body))
            sure.append({"id": row.id, "confidence": told["confidence"]})
            if row.rejected:
                continue
            counts["all events", ""] += 1
            counts.update(("events", party) for party in told["parties"])
            held = {"entry": row.id, "first": row.first, "type": row.type, "status": row.status}
            pairs += [{"a": a, "b": b, **held} for a, b in combinations(sorted(told["parties"]), 2)]
        _put(connection, "UPDATE entry SET confidence = :confidence WHERE id = :id", sure)
        _put(
            connection,
            "INSERT INTO entry_pair (a, b, entry, first, type, status) VALUES (:a, :b, :entry, :first, :type, :status)",
            pairs,
        )
    return counts


def _tenures(connection: sa.Connection) -> "Counter[tuple[str, str]]":
    kinds = connection.execute(sa.text("SELECT kind, count(*) FROM finding GROUP BY kind"))
    counts = Counter({("findings", kind): number for kind, number in kinds})
    rows = connection.execute(sa.text("SELECT document, number, body FROM finding WHERE kind = 'tenures'"))
    people = [
        {"word": word, "document": row.document, "number": row.number}
        for row in rows
        for word in sorted(set(person(json.loads(bytes(row.body))["person"]).words))
    ]
    _put(
        connection,
        "INSERT INTO finding_person (kind, word, document, number) VALUES ('tenures', :word, :document, :number)",
        people,
    )
    return counts


def _documents(connection: sa.Connection) -> "Counter[tuple[str, str]]":
    counts: Counter[tuple[str, str]] = Counter()
    for outlet, first in connection.execute(sa.text("SELECT outlet, first FROM document")):
        counts["documents", first[:4] if first else "undated"] += 1
        counts["outlet", outlet or ""] += 1
    return counts


def _put(connection: sa.Connection, statement: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sa.text(statement), rows)


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
