"""Tenures under the first two letters of each word of the name, so that spellings meet; the last day of entries.

Revision ID: 0004
Revises: 0003
"""

import json

import sqlalchemy as sa
from alembic import op

from memcon.merging.people import person

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of people anew."""
    op.create_index("entry_by_end", "entry", ["last"])
    op.drop_table("finding_person")
    op.create_table(
        "finding_person",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("beginning", sa.Text(), primary_key=True),
        sa.Column("document", sa.Text(), sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
    )
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT document, number, body FROM finding WHERE kind = 'tenures'"))
    people = [
        {"beginning": beginning, "document": row.document, "number": row.number}
        for row in rows
        for beginning in sorted({word[:2] for word in person(json.loads(bytes(row.body))["person"]).words})
    ]
    if people:
        connection.execute(
            sa.text(
                "INSERT INTO finding_person (kind, beginning, document, number)"
                " VALUES ('tenures', :beginning, :document, :number)"
            ),
            people,
        )
    op.create_index("finding_person_by_document", "finding_person", ["document"])


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
