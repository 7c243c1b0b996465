"""Parquet tables: one document a row."""

import os
from collections.abc import Iterator

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import needs, rows
from memcon.sources.origin import Columns, Origin, megabytes

_ROWS_AT_ONCE = 256


def read(origin: Origin) -> Iterator[Document | DocumentError]:
    """The rows as documents, a few hundred in memory at a time; only the columns of the column map are read."""
    arrow = needs.package("pyarrow", "Parquet files")
    parquet = needs.package("pyarrow.parquet", "Parquet files")
    source = origin.name if os.path.isfile(origin.name) else origin.stream()
    try:
        with parquet.ParquetFile(source) as table:
            largest = max((table.metadata.row_group(i).total_byte_size for i in range(table.num_row_groups)), default=0)
            if largest > origin.limits.unpacked:
                raise DocumentError(origin.name, f"unpacks to more than {megabytes(origin.limits.unpacked)} at once")
            columns = rows.choose(table.schema_arrow.names, origin)
            wanted = [c for f in Columns.__struct_fields__ if (c := getattr(columns, f)) is not None]
            number = 0
            for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    try:
                        yield rows.document(row, columns, origin, f"{origin.name}, row {number}", number)
                    except DocumentError as error:
                        yield error
    except (arrow.ArrowException, ValueError) as error:
        raise DocumentError(origin.name, f"is not a Parquet table that can be read: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0]
