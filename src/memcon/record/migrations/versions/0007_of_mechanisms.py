"""The entries of mechanisms, the documents of an entry's reports, the contacts of a party or since a day: off indexes.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Both as queries write them.
_IN_FILE, _ON_SERVER = sa.text("mechanism = 1"), sa.text("mechanism")
_NAMED = sa.text("mechanism IS NOT NULL")


def upgrade() -> None:
    """Tell of each side and pair whether its entry names a mechanism, and make the indexes."""
    for table, sides in (("entry_party", ["party", "first"]), ("entry_pair", ["a", "b", "first", "last"])):
        op.add_column(table, sa.Column("mechanism", sa.Boolean(), nullable=False, server_default=sa.false()))
        op.execute(
            f"UPDATE {table} SET mechanism = true"
            " WHERE entry IN (SELECT id FROM entry WHERE mechanism IS NOT NULL AND mechanism <> '')"
        )
        columns = ["mechanism", *sides, "entry"]
        op.create_index(f"{table}_of_mechanism", table, columns, sqlite_where=_IN_FILE, postgresql_where=_ON_SERVER)
    op.create_index("entry_of_mechanism", "entry", ["type", "first"], sqlite_where=_NAMED, postgresql_where=_NAMED)
    op.create_index("contact_by_end", "contact", ["last", "first", "a", "b", "level", "channel", "days"])
    op.create_index("contact_by_other", "contact", ["b", "a", "level", "channel", "last", "first", "days"])
    op.drop_index("report_by_entry", "report")
    op.create_index("report_by_entry", "report", ["entry", "document"])


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
