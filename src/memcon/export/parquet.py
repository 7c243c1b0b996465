"""Parquet: the events as typed columns; lists stay lists, days are dates."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from memcon.export.eventtable import COLUMNS, Column
from memcon.export.format import Format
from memcon.merging import Entry
from memcon.sources.needs import package


def table(entries: Iterable[Entry]) -> bytes:
    """A Parquet file; each column's meaning stands in its field's metadata. Raises MissingExtra without pyarrow."""
    pyarrow = package("pyarrow", "Parquet files")
    parquet = package("pyarrow.parquet", "Parquet files")
    kinds = {
        "text": pyarrow.string(),
        "date": pyarrow.date32(),
        "number": pyarrow.float64(),
        "count": pyarrow.int64(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    held = list(entries)
    schema = pyarrow.schema([pyarrow.field(c.name, kinds[c.kind], metadata={"description": c.says}) for c in COLUMNS])
    columns = {c.name: [_value(c, e) for e in held] for c in COLUMNS}
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.table(columns, schema=schema), sink)
    made: bytes = sink.getvalue().to_pybytes()
    return made


def _value(column: Column, entry: Entry) -> Any:
    value = column.value(entry)
    if column.kind == "list":
        return list(value)
    return dt.date.fromisoformat(value) if column.kind == "date" and value else value


FORMAT = Format("parquet", "events as typed columns (Parquet)", lambda s: table(s.entries), True)
