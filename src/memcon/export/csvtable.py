"""CSV: one row an event, with a data dictionary."""

from collections.abc import Iterable

from memcon.export.csvtext import csv_text
from memcon.export.eventtable import COLUMNS, dictionary, rows
from memcon.export.format import Format
from memcon.merging import Entry


def table(entries: Iterable[Entry]) -> str:
    """A header and one line an entry; lists are joined by `; `."""
    return csv_text([c.name for c in COLUMNS], rows(entries))


def described() -> str:
    """The data dictionary, itself as CSV."""
    return csv_text(["column", "kind", "meaning"], dictionary())


FORMAT = Format("csv", "events, one a row, with a data dictionary", lambda s: table(s.entries), describe=described)
