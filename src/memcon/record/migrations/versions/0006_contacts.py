"""Contacts of pairs by level and channel, so that silences are counted without opening an entry.

Revision ID: 0006
Revises: 0005
"""

import msgspec
import sqlalchemy as sa
from alembic import op

from memcon.merging import Entry
from memcon.record.entries import contacts

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_PIECE = 500  # rows read at once
_PAGE = "SELECT id, rejected, body FROM entry WHERE id > :last ORDER BY id LIMIT :limit"
_PUT = (
    "INSERT INTO contact (a, b, level, channel, last, entry, first, days)"
    " VALUES (:a, :b, :level, :channel, :last, :entry, :first, :days)"
)


def upgrade() -> None:
    """Make the table and fill it from the entries."""
    op.create_table(
        "contact",
        *(sa.Column(name, sa.Text(), primary_key=True) for name in ("a", "b", "level", "channel", "last")),
        sa.Column("entry", sa.Text(), sa.ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    last = ""
    while rows := connection.execute(sa.text(_PAGE), {"last": last, "limit": _PIECE}).all():
        last = rows[-1].id
        held = (msgspec.json.decode(bytes(row.body), type=Entry) for row in rows if not row.rejected)
        if met := [meeting for entry in held for meeting in contacts(entry)]:
            connection.execute(sa.text(_PUT), met)
    op.create_index("contact_by_entry", "contact", ["entry"])


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
