"""Rows as CSV text that spreadsheets open without harm."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any


def csv_text(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A header and one line a row. Lists are joined by `; `; a cell that a spreadsheet would take for a formula is
    quoted with an apostrophe.
    """
    names = list(columns)
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(row.get(name)) for name in names])
    return held.getvalue()


def cell(value: Any) -> str:
    """One value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(v) for v in value)
    text = str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r" and not _number(text) else text


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
