"""Copies of a text under several addresses, and the pages that texts were taken from.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

from memcon.sources.same import key

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_AT_ONCE = 500  # documents whose texts are in memory


def upgrade() -> None:
    """Make both tables, and tell of every document which others would be the same."""
    op.create_table(
        "copy",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("document", sa.Text(), sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("also", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("stated_date", sa.Text()),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
    )
    op.create_index("copy_by_document", "copy", ["document"])
    op.create_table(
        "original",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.add_column("document", sa.Column("same", sa.Text(), nullable=False, server_default=""))
    op.create_index("document_by_same", "document", ["same"])
    _tell_same()


def _tell_same() -> None:
    """Documents that are in the record with the same text stay two until one of them comes anew."""
    connection = op.get_bind()
    table = sa.table("document", sa.column("id"), sa.column("number"), sa.column("text"), sa.column("same"))
    last = -1
    while rows := connection.execute(
        sa.select(table.c.number, table.c.text).where(table.c.number > last).order_by(table.c.number).limit(_AT_ONCE)
    ).all():
        for number, text in rows:
            connection.execute(table.update().where(table.c.number == number).values(same=key(text)))
        last = rows[-1].number


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
