"""The last day of what a pair did, so that a timeline from a day on is read off the index.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and fill it from the entries."""
    op.add_column("entry_pair", sa.Column("last", sa.Text()))
    op.execute("UPDATE entry_pair SET last = (SELECT entry.last FROM entry WHERE entry.id = entry_pair.entry)")
    op.drop_index("entry_pair_by_date", "entry_pair")
    op.create_index("entry_pair_by_date", "entry_pair", ["a", "b", "first", "last", "entry"])


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
