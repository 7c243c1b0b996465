"""JSON Lines that lose nothing: every document with its reading, and the entries they make together.

A line is an object whose `kind` says what it holds. Documents and decisions suffice to make the record anew
(`restore`); entries are there for whoever reads the file and are made again from the readings.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from memcon.errors import DocumentError
from memcon.export.format import Format
from memcon.export.selection import Selection
from memcon.merging import Entry
from memcon.model import Document, Reading
from memcon.questions.record import Record
from memcon.record import Added, Standing, decisions

SCHEMA = "https://json-schema.org/draft/2020-12/schema"


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """One of several documents with the same text, as it came; its original stands in the line's own document."""

    document: Document
    reading: Reading


class DocumentLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="document"):
    """A document, all that was read from it, and each of its copies where the text came more than once.

    The document's `original` is the page or item that the text was taken from (its bytes as base64).
    """

    document: Document
    reading: Reading
    copies: tuple[Copy, ...] = ()


class EntryLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="entry"):
    """An entry of the record: one event from all reports of it."""

    entry: Entry


class DecisionLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="decision"):
    """What an analyst decided, with the reports it was decided upon."""

    decision: decisions.Kept


Line = DocumentLine | DecisionLine | EntryLine


def lines(read: Iterable[Standing], entries: Iterable[Entry], made: Iterable[decisions.Kept] = ()) -> Iterator[str]:
    """Documents with their readings first, then decisions, then entries, one JSON object a line."""
    for stands in read:
        copies = tuple(Copy(document=_bare(d, stands.document), reading=r) for d, r in stands.copies)
        line = DocumentLine(document=stands.document, reading=stands.reading, copies=copies)
        yield msgspec.json.encode(line).decode() + "\n"
    for decision in made:
        yield msgspec.json.encode(DecisionLine(decision=decision)).decode() + "\n"
    for entry in entries:
        yield msgspec.json.encode(EntryLine(entry=entry)).decode() + "\n"


def _bare(copy: Document, home: Document) -> Document:
    """The copy without the original that the line's own document has already."""
    return msgspec.structs.replace(copy, original=None) if copy.id == home.id else copy


def restore(record: Record, text: Iterable[str | bytes]) -> Added:
    """Take documents, readings and decisions from lines into a record.

    DocumentError names the line that is none; RecordError where there are decisions in both.
    """
    made: list[decisions.Kept] = []

    def read() -> Iterator[tuple[Document, Reading]]:
        for line in parsed(text):
            if isinstance(line, DocumentLine):
                yield from _came(line)
            elif isinstance(line, DecisionLine):
                made.append(line.decision)

    added = record.add_all(read())
    record.store.restore(made)
    return added


def _came(line: DocumentLine) -> Iterator[tuple[Document, Reading]]:
    """The documents of a line as they came; the record makes one of copies again."""
    home = line.document
    if not line.copies:
        yield home, line.reading
    for copy in line.copies:
        document = copy.document
        if document.id == home.id:
            document = msgspec.structs.replace(document, original=home.original)
        yield document, copy.reading


def parsed(text: Iterable[str | bytes]) -> Iterator[Line]:
    """The lines of an export; DocumentError names the line that is none."""
    decoder: msgspec.json.Decoder[Line] = msgspec.json.Decoder(Line)
    for number, line in enumerate(text, 1):
        if line.strip():
            try:
                yield decoder.decode(line)
            except msgspec.DecodeError as error:
                raise DocumentError(f"line {number}", f"is no line of an export: {error}") from error


def schema() -> dict[str, Any]:
    """The JSON Schema of a line, from the types themselves."""
    made = msgspec.json.schema(Line)
    return {"$schema": SCHEMA, "title": "A line of memcon's JSON Lines", **made}


def described() -> str:
    """The JSON Schema as text."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=1).decode() + "\n"


def _write(selection: Selection) -> Iterator[str]:
    made: list[decisions.Kept] = [] if selection.narrowed else selection.record.store.ask(decisions.kept)
    return lines(selection.whole(), selection.entries, made)


FORMAT = Format(
    "jsonl", "documents, readings, decisions and entries, without loss, with a JSON Schema", _write, describe=described
)
