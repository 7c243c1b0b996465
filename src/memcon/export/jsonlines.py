"""JSON Lines that lose nothing: every document with its reading, and the entries they make together.

A line is an object whose `kind` says what it holds. Documents suffice to make the record anew (`restored`); entries are
there for whoever reads the file and are made again from the readings.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from memcon.errors import DocumentError
from memcon.export.format import Format
from memcon.export.selection import Selection
from memcon.merging import Entry
from memcon.model import Document, Reading

SCHEMA = "https://json-schema.org/draft/2020-12/schema"


class DocumentLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="document"):
    """A document as it came, and all that was read from it."""

    document: Document
    reading: Reading


class EntryLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="entry"):
    """An entry of the record: one event from all reports of it."""

    entry: Entry


Line = DocumentLine | EntryLine


def lines(read: Iterable[tuple[Document, Reading]], entries: Iterable[Entry]) -> Iterator[str]:
    """Documents with their readings first, then entries, one JSON object a line."""
    for document, reading in read:
        yield msgspec.json.encode(DocumentLine(document=document, reading=reading)).decode() + "\n"
    for entry in entries:
        yield msgspec.json.encode(EntryLine(entry=entry)).decode() + "\n"


def restored(text: Iterable[str | bytes]) -> Iterator[tuple[Document, Reading]]:
    """Documents with their readings from lines, for `Record.add_all`. DocumentError names the line that is none."""
    decoder: msgspec.json.Decoder[Line] = msgspec.json.Decoder(Line)
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            found = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise DocumentError(f"line {number}", f"is no line of an export: {error}") from error
        if isinstance(found, DocumentLine):
            yield found.document, found.reading


def schema() -> dict[str, Any]:
    """The JSON Schema of a line, from the types themselves."""
    made = msgspec.json.schema(Line)
    return {"$schema": SCHEMA, "title": "A line of memcon's JSON Lines", **made}


def described() -> str:
    """The JSON Schema as text."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=1).decode() + "\n"


def _write(selection: Selection) -> Iterator[str]:
    return lines(selection.read, selection.entries)


FORMAT = Format(
    "jsonl", "documents, readings and entries, without loss, with a JSON Schema", _write, describe=described
)
