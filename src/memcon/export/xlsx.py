"""Excel: one sheet of events, one with the data dictionary."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from memcon.errors import RecordError
from memcon.export.eventtable import COLUMNS, dictionary, rows
from memcon.export.format import Format
from memcon.export.xmltext import held
from memcon.merging import Entry
from memcon.sources.needs import package

MOST_ROWS = 1_048_575  # of a sheet, beneath the header
MOST_CHARACTERS = 32_767  # of a cell
_FIRST_YEAR = 1900  # Excel knows no earlier dates


def workbook(entries: Iterable[Entry], day: dt.date) -> bytes:
    """A workbook that bears `day` as its date. Days are dates, lists joined by `; `; no cell is a formula.

    Raises MissingExtra without openpyxl, RecordError where a sheet cannot hold so many.
    """
    openpyxl = package("openpyxl", "Excel files")
    book = openpyxl.Workbook()
    _sheet(book.active, "events", [c.name for c in COLUMNS], ([_cell(v) for v in r.values()] for r in rows(entries)))
    described = [list(d.values()) for d in dictionary()]
    _sheet(book.create_sheet(), "dictionary", ["column", "kind", "meaning"], described)
    made = io.BytesIO()
    book.save(made)
    return _dated(made.getvalue(), day)


def _sheet(sheet: Any, title: str, names: list[str], told: Iterable[list[Any]]) -> None:
    sheet.title = title
    sheet.append(names)
    sheet.freeze_panes = "A2"
    for number, row in enumerate(told, 2):
        if number > MOST_ROWS + 1:
            raise RecordError(f"a sheet holds at most {MOST_ROWS:,} events; narrow them, or export csv or parquet")
        sheet.append(row)
        for cell in sheet[number]:
            if cell.data_type == "f":  # words that begin with =
                cell.data_type = "s"


def _cell(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        value = "; ".join(value)
    if isinstance(value, str):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value) and int(value[:4]) >= _FIRST_YEAR:
            return dt.date.fromisoformat(value)
        return held(value)[:MOST_CHARACTERS]
    return value


def _dated(made: bytes, day: dt.date) -> bytes:
    """The same file with one date everywhere, so that the same events give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", f"{day}T00:00:00Z".encode(), content)
            info = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()


FORMAT = Format(
    "xlsx", "events as an Excel workbook, with its data dictionary", lambda s: workbook(s.entries, s.day), True
)
