"""An entry of the record: one event, from all reports of it, with every value any of them gives."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any, Literal

import msgspec

from memcon.model import Evidence, Participant, Place
from memcon.model.reading import Status

State = Literal["machine", "confirmed", "amended"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One report of the event: which document, which of its events, and what it quotes."""

    document: str
    number: int
    document_date: str | None = None
    outlet: str | None = None
    type: str
    status: Status
    evidence: str
    confidence: float
    quotes: tuple[Evidence, ...] = ()


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """What some documents say a field is. `shown` marks the value that the entry shows."""

    value: Any
    documents: tuple[str, ...]
    shown: bool = False


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why two reports were taken for one event: documents with event numbers, a score and the grounds in words."""

    left: tuple[str, int]
    right: tuple[str, int]
    score: float
    because: tuple[str, ...]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One event of the record. Its own fields are those of an event of a reading, as `choosing` shows them.

    `values` keeps, for each field on which a report says anything, every value with its documents; `disagreements`
    names the fields on which values exclude each other. `state` tells whether an analyst confirmed or amended it;
    `decisions` lists the numbers of the decisions that bear on it.
    """

    id: str
    type: str
    status: Status
    participants: tuple[Participant, ...] = ()
    initiator: str | None = None
    target: str | None = None
    date: str | None = None
    place: Place | None = None
    topics: tuple[str, ...] = ()
    mechanism: str | None = None
    first_since: str | None = None
    evidence: str
    confidence: float
    documents: tuple[str, ...]
    parties: tuple[str, ...]
    sources: tuple[Source, ...]
    values: dict[str, tuple[Value, ...]] = {}
    disagreements: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    state: State = "machine"
    decisions: tuple[int, ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """How two entries belong together: `source` is a part of, took place beside, or came out of `target`."""

    source: str
    target: str
    kind: Literal["part_of", "beside", "outcome_of"]


# The fields of an entry that make the published shape of an event.
EVENT_FIELDS = (
    "type",
    "status",
    "participants",
    "initiator",
    "target",
    "date",
    "place",
    "topics",
    "mechanism",
    "first_since",
    "evidence",
    "confidence",
)


def as_event(entry: Entry) -> dict[str, Any]:
    """The entry as an event of a reading, with its `id` and the `documents` it rests on."""
    shape: dict[str, Any] = {"id": entry.id}
    shape.update((name, msgspec.to_builtins(getattr(entry, name))) for name in EVENT_FIELDS)
    shape["documents"] = list(entry.documents)
    shape["state"] = entry.state
    shape["disagreements"] = list(entry.disagreements)
    return shape


def pairs(entry: Entry) -> list[tuple[str, str]]:
    """Every two parties that an entry joins, in alphabetic order."""
    return joined(entry.type, entry.target, entry.parties)


def joined(kind: str, target: str | None, parties: Iterable[str]) -> list[tuple[str, str]]:
    """Every two parties that an event joins, in alphabetic order: of a journey to several countries not these two."""
    hosts = set((target or "").split("|")) if kind == "visit" else set()
    return [(a, b) for a, b in combinations(sorted(set(parties)), 2) if not {a, b} <= hosts]
