"""JSON Lines (one object a line) and JSON files (an object, or a list of them)."""

from collections.abc import Iterator
from typing import Any

import msgspec

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import govuk, rows
from memcon.sources.origin import Columns, Origin, lines, megabytes


def read(origin: Origin) -> Iterator[Document | DocumentError]:
    """One document a line, its fields by the column map; errors carry the line's number."""
    longest = origin.limits.document * 6  # a character may be written as \\uXXXX
    decoder = msgspec.json.Decoder()
    with origin.stream() as stream:
        for number, line in lines(stream, longest):
            where = f"{origin.name}, line {number}"
            if line is None:
                yield DocumentError(where, f"is longer than {megabytes(longest)}")
                continue
            line = line.removeprefix(b"\xef\xbb\xbf").strip()
            if line:
                yield _one(line, decoder, origin, where, number)


def read_file(origin: Origin) -> Iterator[Document | DocumentError]:
    """A whole JSON file: a GOV.UK content item, an object with the fields of a document, or a list of objects."""
    try:
        found = msgspec.json.decode(origin.whole().removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DocumentError(origin.name, f"is not JSON: {_reason(error)}") from error
    if isinstance(found, dict):
        yield _document(found, origin, origin.name, 1, alone=True)
    elif isinstance(found, list):
        for number, item in enumerate(found, 1):
            where = f"{origin.name}, item {number}"
            try:
                yield _document(item, origin, where, number)
            except DocumentError as error:
                yield error
    else:
        raise DocumentError(origin.name, "holds neither an object nor a list of objects")


def _one(line: bytes, decoder: Any, origin: Origin, where: str, number: int) -> Document | DocumentError:
    try:
        item = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return DocumentError(where, f"is not JSON: {_reason(error)}")
    try:
        return _document(item, origin, where, number)
    except DocumentError as error:
        return error


def _reason(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _document(item: Any, origin: Origin, where: str, number: int, alone: bool = False) -> Document:
    if not isinstance(item, dict):
        raise DocumentError(where, "is not an object with fields")
    if origin.columns == Columns() and govuk.is_content(item):
        return govuk.document(item, origin, where)
    found = rows.document(item, _columns(item, origin, where), origin, where, number)
    named = alone and rows.field(item, "id") is None
    return msgspec.structs.replace(found, id=origin.id) if named else found


def _columns(item: dict[str, Any], origin: Origin, where: str) -> Columns:
    """The column map of one object: fields named with a dot lead inside, so a name not there is no error by itself."""
    dotted = {f: getattr(origin.columns, f) for f in Columns.__struct_fields__}
    there = [*item, *(name for name in dotted.values() if name is not None)]
    return rows.choose(there, msgspec.structs.replace(origin, name=where))
