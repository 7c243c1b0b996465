"""The first shape of a record.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _of(name: str, target: str = "document", primary: bool = True) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), sa.ForeignKey(f"{target}.id", ondelete="CASCADE"), primary_key=primary)


def upgrade() -> None:
    """Make all tables, and the full-text index of the database at hand."""
    op.create_table(
        "document",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False, unique=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("also", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("stated_date", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("first", sa.Text()),
        sa.Column("last", sa.Text()),
        sa.Column("languages", sa.Text(), nullable=False),
    )
    op.create_index("document_by_text", "document", ["sha256"])
    op.create_index("document_by_date", "document", ["first"])
    op.create_table(
        "reading",
        _of("document"),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "report",
        _of("document"),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_index("report_by_entry", "report", ["entry"])
    op.create_table(
        "neighbourhood",
        sa.Column("key", sa.Text(), primary_key=True),
        _of("document"),
        sa.Column("number", sa.Integer(), primary_key=True),
    )
    op.create_index("neighbourhood_by_document", "neighbourhood", ["document"])
    op.create_table(
        "entry",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("first", sa.Text()),
        sa.Column("last", sa.Text()),
        sa.Column("mechanism", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_index("entry_by_date", "entry", ["first"])
    op.create_index("entry_by_type", "entry", ["type", "first"])
    op.create_index("entry_by_mechanism", "entry", ["mechanism"])
    op.create_table(
        "entry_party",
        sa.Column("party", sa.Text(), primary_key=True),
        _of("entry", "entry"),
        sa.Column("first", sa.Text()),
    )
    op.create_index("entry_party_by_date", "entry_party", ["party", "first"])
    op.create_index("entry_party_by_entry", "entry_party", ["entry"])
    op.create_table("entry_person", sa.Column("word", sa.Text(), primary_key=True), _of("entry", "entry"))
    op.create_index("entry_person_by_entry", "entry_person", ["entry"])
    op.create_table(
        "link",
        _of("source", "entry"),
        _of("target", "entry"),
        sa.Column("kind", sa.Text(), primary_key=True),
    )
    op.create_index("link_by_target", "link", ["target"])
    op.create_table(
        "finding",
        _of("document"),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("first", sa.Text()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_index("finding_by_kind", "finding", ["kind", "first"])
    op.create_table(
        "finding_party",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("party", sa.Text(), primary_key=True),
        _of("document"),
        sa.Column("number", sa.Integer(), primary_key=True),
    )
    op.create_index("finding_party_by_document", "finding_party", ["document"])
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("undone_at", sa.Text()),
        sa.Column("undone_by", sa.Text()),
    )
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text()),
        sa.Column("document", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
    )
    op.create_index("change_by_time", "change", ["at"])
    op.create_table(
        "former_name",
        sa.Column("old", sa.Text(), primary_key=True),
        sa.Column("new", sa.Text(), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')")
    else:
        op.execute("CREATE TABLE words (document text PRIMARY KEY, title text, body text, vector tsvector)")
        op.execute("CREATE INDEX words_by_vector ON words USING gin (vector)")


def downgrade() -> None:
    """There is no earlier shape."""
    raise NotImplementedError("a record is made anew from its documents, not taken back")
