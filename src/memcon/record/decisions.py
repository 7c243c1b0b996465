"""What analysts decide, kept apart from what was read, and how it bears on entries made anew.

A decision does not point at an entry, whose name and content may change, but at the reports the entry had: each by its
document, what it told and the words it quoted. When a newer reader reads the document otherwise, the report most like
the one decided upon takes its place; where none is like it, the decision rests until one is again.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import RecordError
from memcon.merging import Bonds, Entry, Report, Value
from memcon.merging.entry import EVENT_FIELDS
from memcon.merging.people import plain
from memcon.model import Event, interval
from memcon.record import copies, schema
from memcon.record.rows import reports_of

Kind = Literal["merge", "split", "amend", "reject", "confirm"]
Place = tuple[str, int]
ALIKE = 3.0  # what a report must reach to stand for the one decided upon


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it stood when it was decided upon. `side` is 1 for reports split off or merged in, else 0."""

    document: str
    number: int
    family: str
    parties: tuple[str, ...]
    date: str | None
    quote: str
    side: int = 0


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """The body of a decision: which entries it was made on, by name and by their reports, and the new values."""

    entries: tuple[str, ...]
    anchors: tuple[Anchor, ...]
    values: dict[str, Any] = {}


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """An analyst's correction: who, when (ISO 8601, UTC), why and what. `undone_at` is set once it is taken back."""

    number: int
    at: str
    author: str
    reason: str
    kind: Kind
    entries: tuple[str, ...]
    values: dict[str, Any] = {}
    documents: tuple[str, ...] = ()
    undone_at: str | None = None
    undone_by: str | None = None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A decision whole, as it is kept: enough to make it stand in another record of the same documents."""

    at: str
    author: str
    reason: str
    kind: Kind
    ruling: Ruling
    undone_at: str | None = None
    undone_by: str | None = None


class Rulings:
    """All standing decisions, with the reports they bear on today."""

    def __init__(self, bonds: Bonds, rejected: frozenset[Place], upon: dict[Place, list[tuple[int, Kind, Ruling]]]):
        self.bonds = bonds
        self.rejected = rejected
        self._upon = upon

    def applied(self, entry: Entry) -> Entry:
        """The entry as the decisions on it leave it."""
        made = [m for s in entry.sources for m in self._upon.get((s.document, s.number), ())]
        made = sorted({number: (number, kind, ruling) for number, kind, ruling in made}.values(), key=lambda m: m[0])
        for number, kind, ruling in made:
            state = "amended" if kind == "amend" else "confirmed" if kind == "confirm" else entry.state
            entry = msgspec.structs.replace(entry, state=state, decisions=(*entry.decisions, number))
            if kind == "amend":
                entry = _amended(entry, ruling.values, number)
        return entry


def _amended(entry: Entry, values: dict[str, Any], number: int) -> Entry:
    changed: dict[str, Any] = {}
    kept = dict(entry.values)
    kinds = {f.name: f.type for f in msgspec.structs.fields(Event)}
    for name, value in values.items():
        changed[name] = msgspec.convert(value, kinds[name])
        others = tuple(msgspec.structs.replace(v, shown=False) for v in kept.get(name, ()))
        kept[name] = (Value(value=value, documents=(f"decision {number}",), shown=True), *others)
    if "participants" in changed:
        codes = {p.party for p in changed["participants"] if p.party}
        changed["parties"] = tuple(sorted(codes | {c for c in (entry.initiator, entry.target) if c}))
    return msgspec.structs.replace(entry, values=kept, **changed)


def checked(values: dict[str, Any]) -> dict[str, Any]:
    """The values of an amendment, or a RecordError that names the field and what it must be."""
    kinds = {f.name: f.type for f in msgspec.structs.fields(Event)}
    for name, value in values.items():
        if name not in EVENT_FIELDS or name in ("evidence", "confidence"):
            fields = ", ".join(f for f in EVENT_FIELDS if f not in ("evidence", "confidence"))
            raise RecordError(f"{name} cannot be amended; the fields are {fields}")
        try:
            msgspec.convert(value, kinds[name])
        except msgspec.ValidationError as error:
            raise RecordError(f"{name}: {error}") from error
        if name == "date" and value is not None and interval(value) is None:
            raise RecordError(f"date: {value} is not an EDTF date such as 2024-09-10 or 2024-09-10/2024-09-11")
    return values


def anchors(reports: Iterable[Report], side: int = 0) -> tuple[Anchor, ...]:
    """What a decision keeps of some reports."""
    return tuple(
        Anchor(
            document=r.document,
            number=r.number,
            family=r.family,
            parties=tuple(sorted(r.parties)),
            date=r.event.date,
            quote=r.event.evidence,
            side=side,
        )
        for r in sorted(reports, key=lambda r: (r.document, r.number))
    )


def likeness(anchor: Anchor, report: Report) -> float:
    """How much a report of the same document is the one decided upon; at least `ALIKE` to be taken for it."""
    score = 2.0 if anchor.family == report.family else 0.0
    union = set(anchor.parties) | report.parties
    score += 2.0 * len(set(anchor.parties) & report.parties) / len(union) if union else 0.0
    score += 1.0 if anchor.date == report.event.date else 0.0
    left, right = set(plain(anchor.quote).split()), set(plain(report.event.evidence).split())
    return score + (2.0 * len(left & right) / len(left | right) if left | right else 0.0)


def resolved(made: Iterable[Anchor], reports: dict[str, list[Report]]) -> dict[Anchor, Place]:
    """Today's reports for the anchors of one decision, best likeness first, each report once."""
    pairs = [
        (-likeness(a, r), a.document, a.number, r.number, a)
        for a in made
        for r in reports.get(a.document, ())
        if likeness(a, r) >= ALIKE
    ]
    found: dict[Anchor, Place] = {}
    taken: set[Place] = set()
    for _, document, _, number, anchor in sorted(pairs, key=lambda p: p[:4]):
        if anchor not in found and (document, number) not in taken:
            found[anchor] = (document, number)
            taken.add((document, number))
    return found


def at_home(made: Iterable[Anchor], homes: dict[str, str]) -> tuple[Anchor, ...]:
    """The anchors with the document that stands for a copy in its place."""
    return tuple(msgspec.structs.replace(a, document=homes.get(a.document, a.document)) for a in made)


def rulings(connection: Connection) -> Rulings:
    """The standing decisions and what they bear on."""
    table = schema.decision.c
    rows = connection.execute(
        sa.select(table.number, table.kind, table.body).where(table.undone_at.is_(None)).order_by(table.number)
    ).all()
    standing = [(number, kind, msgspec.json.decode(body, type=Ruling)) for number, kind, body in rows]
    where = copies.homes(connection, {a.document for _, _, ruling in standing for a in ruling.anchors})
    reports = reports_of(connection, {a.document for _, _, ruling in standing for a in at_home(ruling.anchors, where)})
    together: set[tuple[Place, Place]] = set()
    apart: set[tuple[Place, Place]] = set()
    rejected: set[Place] = set()
    upon: dict[Place, list[tuple[int, Kind, Ruling]]] = defaultdict(list)
    for number, kind, ruling in standing:
        found = resolved(at_home(ruling.anchors, where), reports)
        near = sorted(p for a, p in found.items() if a.side == 0)
        far = sorted(p for a, p in found.items() if a.side == 1)
        if kind == "merge":
            # The later word wins: what was split before is merged now.
            bonds = list(itertools.pairwise([*near, *far]))
            apart -= {_pair(x, y) for x in near + far for y in near + far if x != y}
            together |= {_pair(x, y) for x, y in bonds}
        elif kind == "split":
            separate = {_pair(x, y) for x in near for y in far}
            together -= separate
            apart |= separate
        elif kind == "reject":
            rejected.update(near)
        else:
            together |= {_pair(x, y) for x, y in itertools.pairwise(near)}
        for p in near[:1] if kind in ("amend", "confirm", "reject") else near + far:
            upon[p].append((number, kind, ruling))
    return Rulings(Bonds(frozenset(together), frozenset(apart)), frozenset(rejected), dict(upon))


def _pair(x: Place, y: Place) -> tuple[Place, Place]:
    return (x, y) if x < y else (y, x)


def listed(connection: Connection) -> list[Decision]:
    """All decisions, undone ones too, in the order they were made."""
    rows = connection.execute(sa.select(schema.decision).order_by(schema.decision.c.number)).all()
    return [_decision(row) for row in rows]


def _decision(row: sa.Row[Any]) -> Decision:
    ruling = msgspec.json.decode(row.body, type=Ruling)
    return Decision(
        number=row.number,
        at=row.at,
        author=row.author,
        reason=row.reason,
        kind=row.kind,
        entries=ruling.entries,
        values=ruling.values,
        documents=tuple(sorted({a.document for a in ruling.anchors})),
        undone_at=row.undone_at,
        undone_by=row.undone_by,
    )


def kept(connection: Connection) -> list[Kept]:
    """All decisions whole, in the order they were made."""
    rows = connection.execute(sa.select(schema.decision).order_by(schema.decision.c.number)).all()
    return [
        Kept(
            at=row.at,
            author=row.author,
            reason=row.reason,
            kind=row.kind,
            ruling=msgspec.json.decode(row.body, type=Ruling),
            undone_at=row.undone_at,
            undone_by=row.undone_by,
        )
        for row in rows
    ]
