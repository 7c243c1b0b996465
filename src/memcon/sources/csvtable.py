"""Tables as CSV and TSV: one document a row, under a line of column names."""

import csv
import io
from collections.abc import Iterator

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import rows
from memcon.sources.decoding import Undecodable, encoding
from memcon.sources.origin import Origin, megabytes

_SAMPLE = 200_000
_SEPARATORS = (",", "\t", ";", "|")


def read(origin: Origin) -> Iterator[Document | DocumentError]:
    """The rows as documents; the separator is the one that the first line has most of."""
    sample = origin.first(_SAMPLE)
    try:
        charset = encoding(sample)
    except Undecodable as error:
        raise DocumentError(origin.name, str(error)) from error
    csv.field_size_limit(max(csv.field_size_limit(), origin.limits.document))
    with origin.stream() as stream:
        table = io.TextIOWrapper(stream, encoding=charset, errors="replace", newline="")
        yield from _rows(table, _separator(sample.decode(charset, "replace")), origin)


def _separator(sample: str) -> str:
    first = sample.lstrip("\ufeff").splitlines()[0] if sample.strip() else ""
    return max(_SEPARATORS, key=first.count)


def _lines(table: io.TextIOWrapper, longest: int) -> Iterator[str]:
    """The lines as they come; csv.Error for one that is too long to be held."""
    while line := table.readline(longest):
        if len(line) == longest and not line.endswith(("\n", "\r")):
            raise csv.Error(f"a line is longer than {megabytes(longest)}")
        yield line


def _rows(table: io.TextIOWrapper, separator: str, origin: Origin) -> Iterator[Document | DocumentError]:
    reader = csv.reader(_lines(table, origin.limits.file), delimiter=separator)
    number = 0
    try:
        names = [n.strip() for n in next(reader, [])]
        columns = rows.choose(names, origin)
        for number, row in enumerate(reader, 1):
            if not any(row):
                continue
            where = f"{origin.name}, row {number}"
            try:
                yield rows.document(dict(zip(names, row, strict=False)), columns, origin, where, number)
            except DocumentError as error:
                yield error
    except csv.Error as error:
        hint = "" if "longer than" in str(error) else " (a quotation mark that is never closed?)"
        reason = f"cannot be read from here on: {error}{hint}"
        raise DocumentError(f"{origin.name}, row {number + 1}", reason) from error
