"""Why an entry says what it says: every field with each value, its sources, quotes and the rules that saw them."""

from typing import Any

import msgspec
from sqlalchemy.engine import Connection

from memcon.merging import Entry, Link, Source
from memcon.record import Decision, Kept, archive, decisions, finding

FIELDS = ("type", "status", "date", "place", "participants", "initiator", "target", "mechanism", "first_since")


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What one document gives for a value: the exact quote, its position in the text, the rule that saw it."""

    document: str
    quote: str
    start: int | None = None
    end: int | None = None
    rule: str | None = None


class Backed(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a field, whether it is the one shown, and what it rests on."""

    field: str
    value: Any
    shown: bool
    grounds: tuple[Ground, ...]


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that belongs with this one: how (`part_of`, `has_part`, ...), and what it is."""

    how: str
    entry: Entry


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with all it rests on."""

    entry: Entry
    rejected: bool
    fields: tuple[Backed, ...]
    documents: tuple[Kept, ...]
    neighbours: tuple[Neighbour, ...]
    decisions: tuple[Decision, ...]


_SEEN_FROM_THE_OTHER_SIDE = {"part_of": "has_part", "beside": "has_beside", "outcome_of": "led_to"}


def why(connection: Connection, name: str) -> Why:
    """All about the entry of that name (or the one whose name alone begins so). Raises NotInRecord."""
    entry = finding.entry(connection, name)
    made = {d.number: d for d in decisions.listed(connection)}
    return Why(
        entry=entry,
        rejected=finding.is_rejected(connection, entry.id),
        fields=tuple(_backed(entry)),
        documents=tuple(archive.kept(connection, entry.documents)),
        neighbours=tuple(_neighbour(connection, entry, link) for link in finding.links(connection, entry.id)),
        decisions=tuple(made[n] for n in entry.decisions if n in made),
    )


def _neighbour(connection: Connection, entry: Entry, link: Link) -> Neighbour:
    if link.source == entry.id:
        return Neighbour(how=link.kind, entry=finding.entry(connection, link.target))
    return Neighbour(how=_SEEN_FROM_THE_OTHER_SIDE[link.kind], entry=finding.entry(connection, link.source))


def _backed(entry: Entry) -> list[Backed]:
    sources: dict[str, list[Source]] = {}
    for source in entry.sources:
        sources.setdefault(source.document, []).append(source)
    backed = []
    for field in FIELDS:
        for value in entry.values.get(field, ()):
            grounds = [g for d in value.documents for s in sources.get(d, ()) for g in _grounds(s, field, value.value)]
            backed.append(Backed(field=field, value=value.value, shown=value.shown, grounds=tuple(grounds)))
    return backed


def _grounds(source: Source, field: str, value: Any) -> list[Ground]:
    """The quotes for a field; where the reading gives none of its own, the quote of the event."""
    own = [q for q in source.quotes if q.field == field or q.field.startswith(f"{field}.")]
    if field == "participants" and isinstance(value, dict):
        known = [word for word in (value.get("name"), value.get("role")) if word]
        own = [q for q in own if any(word in q.quote or q.quote in word for word in known)] or own
    if not own:
        own = [q for q in source.quotes if q.field == "event"][:1]
    if own:
        return [Ground(document=source.document, quote=q.quote, start=q.start, end=q.end, rule=q.rule) for q in own]
    return [Ground(document=source.document, quote=source.evidence)]
