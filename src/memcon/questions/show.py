"""A document with what was read from it marked in its text."""

from typing import Any, Literal

import msgspec
from sqlalchemy.engine import Connection

from memcon.model import Document, Reading
from memcon.questions import parties as naming
from memcon.questions import wording
from memcon.record import archive, finding

Kind = Literal["event", "statement", "commitment", "mechanism", "tenure", "claim", "naming", "date"]
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("events", "event"),
    ("statements", "statement"),
    ("commitments", "commitment"),
    ("mechanisms", "mechanism"),
    ("tenures", "tenure"),
    ("claims", "claim"),
    ("naming", "naming"),
)


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that something was read from. `number` counts marks in the order of the text, from 1."""

    number: int
    kind: Kind
    start: int
    end: int
    says: str
    entry: str | None = None


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A document, its reading and the marks in its text."""

    document: Document
    reading: Reading
    marks: tuple[Mark, ...]


def show(connection: Connection, name: str) -> Shown:
    """The document of that id (or whose id alone begins so). Raises NotInRecord."""
    document = archive.document(connection, name)
    reading = archive.reading(connection, document.id)
    homes = {
        s.number: e.id
        for e in finding.entries(connection, document=document.id, rejected=True)
        for s in e.sources
        if s.document == document.id
    }
    found: list[tuple[int, int, Kind, str, str | None]] = []
    for plural, kind in _KINDS:
        for number, item in enumerate(getattr(reading, plural)):
            span = _span(document.text, item)
            if span is not None:
                found.append((*span, kind, _says(kind, item), homes.get(number) if kind == "event" else None))
    found += [(q.start, q.end, "date", f"page of {wording.date(reading.document_date)}", None) for q in reading.dating]
    found.sort(key=lambda f: (f[0], -f[1], f[2]))
    marks = tuple(
        Mark(number=n, kind=kind, start=start, end=end, says=says, entry=entry)
        for n, (start, end, kind, says, entry) in enumerate(found, 1)
    )
    return Shown(document=document, reading=reading, marks=marks)


def _span(text: str, item: Any) -> tuple[int, int] | None:
    whole = [q for q in item.quotes if q.quote == item.evidence]
    if whole:
        return whole[0].start, whole[0].end
    start = text.find(item.evidence) if item.evidence else -1
    return (start, start + len(item.evidence)) if start >= 0 else None


def _says(kind: Kind, item: Any) -> str:
    if kind == "event":
        who = ", ".join(p.name or _parties(p.party) for p in item.participants)
        came = "" if item.status == "occurred" else f"{item.status} "
        return f"{came}{_words(item.type)}: {who}" + (f", {wording.date(item.date)}" if item.date else "")
    if kind == "statement":
        about = item.about or ", ".join(item.topics)
        return (item.speaker or _parties(item.party)) + (f" on {about}" if about else "")
    if kind == "commitment":
        return f"{_parties(item.by)}{f' to {_parties(item.to)}' if item.to else ''}: {item.what}"
    if kind == "mechanism":
        return f"{item.name} ({item.state})"
    if kind == "tenure":
        return f"{item.person}, {_words(item.office)}" + (", former" if item.former else "")
    if kind == "claim":
        if item.kind != "first_since":
            return _words(item.kind)
        if item.interval:
            return f"first in {wording.duration(item.interval)}"
        return f"first since {wording.date(item.since)}" if item.since else "first of its kind"
    return f"{item.written}: {item.note}"


def _parties(codes: str | None) -> str:
    return ", ".join(naming.name(code) for code in codes.split("|")) if codes else "?"


def _words(code: str | None) -> str:
    return code.replace("_", " ") if code else "?"
