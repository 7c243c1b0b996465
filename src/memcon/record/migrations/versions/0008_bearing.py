"""Which documents bear on which parties, so that how much was read is counted without looking at any of them.

Revision ID: 0008
Revises: 0007
"""

import msgspec
import sqlalchemy as sa
from alembic import op

from memcon.merging import reports
from memcon.model import Reading
from memcon.record import bearing

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_PIECE = 500  # readings in memory
_PAGE = "SELECT document, body FROM reading WHERE document > :last ORDER BY document LIMIT :limit"


def upgrade() -> None:
    """Make the table and fill it from the readings."""
    op.create_table(
        "bearing",
        *(sa.Column(name, sa.Text(), primary_key=True) for name in ("a", "b", "outlet", "year")),
        sa.Column("document", sa.Text(), sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("first", sa.Text()),
        sa.Column("last", sa.Text()),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    last = ""
    while rows := connection.execute(sa.text(_PAGE), {"last": last, "limit": _PIECE}).all():
        last = rows[-1].document
        read = {row.document: msgspec.json.decode(bytes(row.body), type=Reading) for row in rows}
        bearing.put(connection, {name: bearing.pairs(r, reports(r)) for name, r in read.items()})
    op.create_index("bearing_by_document", "bearing", ["document"])


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
