"""The tables of a record, as SQLAlchemy Core sees them. `migrations/` makes them; a test holds the two together.

What was read (`document`, `copy`, `original`, `reading`, `report`, `finding`) and what analysts decided (`decision`) is
kept; everything else can be made anew from it at any time. Dates are ISO 8601 days as text, so that they sort and
compare alike everywhere; `first` and `last` bound an EDTF date. Bodies are the canonical JSON of the model's records.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text

metadata = MetaData()

# Few entries name a mechanism: indexes of these alone lead to them past all others.
_NAMED = text("mechanism IS NOT NULL")
# As queries write it. On a server the migrations give the same indexes their conditions: to name those here would load
# the server's drivers at every start.
_IN_FILE = text("mechanism = 1")

document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("sha256", Text, nullable=False),
    Column("same", Text, nullable=False, default=""),
    Column("text", Text, nullable=False),
    Column("url", Text),
    Column("also", Text, nullable=False, default=""),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("stated_date", Text),
    Column("date", Text),
    Column("first", Text),
    Column("last", Text),
    Column("languages", Text, nullable=False, default=""),
    Index("document_by_text", "sha256"),
    Index("document_by_same", "same"),
    Index("document_by_date", "first"),
    Index("document_by_end", "last"),
    Index("document_briefly", "id", "first", "last", "outlet"),
)

# Every copy of a text that came more than once, as it came; `text` where it differs from the document's.
copy = Table(
    "copy",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("text", Text),
    Column("url", Text),
    Column("also", Text, nullable=False, default=""),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("stated_date", Text),
    Column("reader", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Index("copy_by_document", "document"),
)

# The page or item that a text was taken from, by the id under which it came; `body` is deflated, `size` is not.
original = Table(
    "original",
    metadata,
    Column("id", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("entry", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("report_by_entry", "entry", "document"),
)

# Where a report is found by others like it: a pair of parties, a family of types, a time.
neighbourhood = Table(
    "neighbourhood",
    metadata,
    Column("key", Text, primary_key=True),
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Index("neighbourhood_by_document", "document"),
)

entry = Table(
    "entry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("mechanism", Text),
    Column("state", Text, nullable=False),
    Column("rejected", Boolean, nullable=False, default=False),
    Column("confidence", Float, nullable=False, default=0.0),
    Column("body", LargeBinary, nullable=False),
    Index("entry_by_date", "first"),
    Index("entry_by_end", "last"),
    Index("entry_by_day", "first", "last", "type", "status", "rejected"),
    Index("entry_by_confidence", "state", "rejected", "confidence", "id"),
    Index("entry_by_type", "type", "first"),
    Index("entry_by_mechanism", "mechanism"),
    Index("entry_of_mechanism", "type", "first", sqlite_where=_NAMED),
)

entry_party = Table(
    "entry_party",
    metadata,
    Column("party", Text, primary_key=True),
    Column("entry", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("first", Text),
    Column("mechanism", Boolean, nullable=False, default=False),
    Index("entry_party_by_date", "party", "first"),
    Index(
        "entry_party_of_mechanism",
        "mechanism",
        "party",
        "first",
        "entry",
        sqlite_where=_IN_FILE,
    ),
    Index("entry_party_by_entry", "entry"),
)

# Every two parties of an entry that is not rejected, the earlier code first: what a pair did, without a join.
# `mechanism` tells, here and of single parties, whether the entry names one.
entry_pair = Table(
    "entry_pair",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("entry", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("first", Text),
    Column("last", Text),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("mechanism", Boolean, nullable=False, default=False),
    Index("entry_pair_by_date", "a", "b", "first", "last", "entry"),
    Index("entry_pair_by_day", "first", "type", "status", "a", "b"),
    Index("entry_pair_by_entry", "entry"),
    Index(
        "entry_pair_of_mechanism",
        "mechanism",
        "a",
        "b",
        "first",
        "last",
        "entry",
        sqlite_where=_IN_FILE,
    ),
)

# Every dated contact that came about, for every two parties of a table that was not too large (`entries.MANY`): how
# often, how long and at which level a pair has met is read off in order. `days` tells how wide the date is, less one.
contact = Table(
    "contact",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("level", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("last", Text, primary_key=True),
    Column("entry", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("first", Text, nullable=False),
    Column("days", Integer, nullable=False),
    Index("contact_by_entry", "entry"),
    Index("contact_by_end", "last", "first", "a", "b", "level", "channel", "days"),
    Index("contact_by_other", "b", "a", "level", "channel", "last", "first", "days"),
    sqlite_with_rowid=False,
)

# People under each word of their names (without marks) and under their official's identity.
entry_person = Table(
    "entry_person",
    metadata,
    Column("word", Text, primary_key=True),
    Column("entry", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Index("entry_person_by_entry", "entry"),
)

link = Table(
    "link",
    metadata,
    Column("source", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("target", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Index("link_by_target", "target"),
)

# Statements, commitments, mechanisms, tenures, claims, naming and translation differences, one row each.
finding = Table(
    "finding",
    metadata,
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("first", Text),
    Column("body", LargeBinary, nullable=False),
    Index("finding_by_kind", "kind", "first"),
)

finding_party = Table(
    "finding_party",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("party", Text, primary_key=True),
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Index("finding_party_by_document", "document"),
)

# Whom a tenure is of, under the first two letters of each word of the name (without marks).
finding_person = Table(
    "finding_person",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("beginning", Text, primary_key=True),
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Index("finding_person_by_document", "document"),
)

# Which parties, and which two together, a document speaks of, in what is read from it; a party alone is twice itself.
# Outlet and year are in the key, so that how much was read about someone is counted in one stretch of the table.
bearing = Table(
    "bearing",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("outlet", Text, primary_key=True),
    Column("year", Text, primary_key=True),
    Column("document", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("first", Text),
    Column("last", Text),
    Index("bearing_by_document", "document"),
    sqlite_with_rowid=False,
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("undone_at", Text),
    Column("undone_by", Text),
)

# What each addition or decision did: `kind` is added, changed, removed, merged, decided.
change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entry", Text),
    Column("document", Text),
    Column("note", Text, nullable=False),
    Index("change_by_time", "at"),
)

# Names entries had before more reports joined them: an old link still leads somewhere.
former_name = Table(
    "former_name",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, nullable=False),
)

# How many there are of what: see `tally`.
tally = Table(
    "tally",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("number", Integer, nullable=False),
)

MADE_ANEW = (
    link, entry_person, contact, entry_pair, entry_party, entry, neighbourhood, report, finding_person, finding_party,
    finding, bearing,
)  # fmt: skip
