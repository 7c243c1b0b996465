"""The store: documents, readings, merged entries, decisions and the log of changes, in SQLite or PostgreSQL."""

from memcon.record.archive import Kept, Said
from memcon.record.copies import Standing
from memcon.record.decisions import Decision
from memcon.record.store import Added, Store

__all__ = ["Added", "Decision", "Kept", "Said", "Standing", "Store"]
