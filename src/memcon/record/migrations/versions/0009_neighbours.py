"""Where reports are found by others like them, made anew: days without a year, and what was called off, have keys too.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

from memcon.merging.blocking import stored
from memcon.record.rows import reports_of

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_PIECE = 500  # documents whose reports are in memory
_PAGE = "SELECT DISTINCT document FROM report WHERE document > :last ORDER BY document LIMIT :limit"
_PUT = "INSERT INTO neighbourhood (key, document, number) VALUES (:key, :document, :number)"


def upgrade() -> None:
    """Take the keys out, and put in those of the reports as they are told today."""
    connection = op.get_bind()
    connection.execute(sa.text("DELETE FROM neighbourhood"))
    last = ""
    while told := connection.execute(sa.text(_PAGE), {"last": last, "limit": _PIECE}).scalars().all():
        last = told[-1]
        keys = [
            {"key": key, "document": report.document, "number": report.number}
            for reports in reports_of(connection, told).values()
            for report in reports
            for key in sorted(set(stored(report)))
        ]
        if keys:
            connection.execute(sa.text(_PUT), keys)


def downgrade() -> None:
    """A record is not taken back."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
