"""Looking up what was read: documents, their readings and what they say. Entries are looked up in `finding`."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import NotInRecord
from memcon.merging import Entry
from memcon.model import (
    Claim,
    Commitment,
    Document,
    Mechanism,
    Naming,
    Original,
    Reading,
    Statement,
    Tenure,
    TranslationDifference,
)
from memcon.record import bearing, originals, schema, tally
from memcon.record.documents import document_of
from memcon.record.finding import near
from memcon.record.rows import beginnings, chunks

T = TypeVar("T")
_KINDS: dict[type, str] = {
    Statement: "statements",
    Commitment: "commitments",
    Mechanism: "mechanisms",
    Tenure: "tenures",
    Claim: "claims",
    Naming: "naming",
    TranslationDifference: "translation_differences",
}


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A document's row without its text. `first` and `last` bound its date; `length` counts characters of text."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    date: str | None
    first: str | None
    last: str | None
    languages: tuple[str, ...]
    length: int


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Something one document says (`item`: a statement, commitment, mechanism, tenure, claim, ...)."""

    document: str
    number: int
    date: str | None
    outlet: str | None
    item: Any


def document(connection: Connection, name: str) -> Document:
    """A document with its text, by its id, a copy's id or the only beginning of an id; else NotInRecord."""
    table = schema.document
    row = connection.execute(sa.select(table).where(table.c.id == name)).first()
    if row is None:
        home = connection.scalar(sa.select(schema.copy.c.document).where(schema.copy.c.id == name))
        if home is not None:
            return document(connection, home)
        rows = connection.execute(
            sa.select(table).where(table.c.id >= name, table.c.id < name + "\uffff").limit(2)
        ).all()
        row = rows[0] if len(rows) == 1 and name else None
    if row is None:
        if connection.scalar(sa.select(schema.entry.c.id).where(schema.entry.c.id == name)):
            raise NotInRecord(f"{name} is an entry, not a document; what it rests on: memcon why {name}")
        raise NotInRecord(f"there is no document {name} in the record" + near(connection, table.c.id, name))
    return document_of(row)


def original(connection: Connection, name: str) -> Original:
    """The page or item that a document's text was taken from, also of a copy by its own id; else NotInRecord."""
    kept = originals.get(connection, [name])
    home = name if name in kept else document(connection, name).id
    kept = kept or originals.get(connection, [home])
    if home not in kept:
        raise NotInRecord(f"{home} has no original beside its text: it came as text, or its original was not kept")
    return kept[home]


def reading(connection: Connection, name: str) -> Reading:
    """The reading of a document."""
    body = connection.scalar(sa.select(schema.reading.c.body).where(schema.reading.c.document == name))
    if body is None:
        raise NotInRecord(f"there is no document {name} in the record")
    return msgspec.json.decode(bytes(body), type=Reading)


def kept(connection: Connection, names: Iterable[str] | None = None) -> list[Kept]:
    """Documents without their texts, in order of date; all of them without `names`."""
    d = schema.document.c
    columns = sa.select(d.id, d.url, d.title, d.outlet, d.date, d.first, d.last, d.languages, sa.func.length(d.text))
    order = (d.first.is_(None), d.first, d.id)
    rows: list[Any] = []
    if names is None:
        rows += connection.execute(columns.order_by(*order)).all()
    else:
        for piece in chunks(names):
            rows += connection.execute(columns.where(d.id.in_(piece)).order_by(*order)).all()
        rows.sort(key=lambda r: (r[5] is None, r[5] or "", r[0]))
    return [
        Kept(id=r[0], url=r[1], title=r[2], outlet=r[3], date=r[4], first=r[5], last=r[6],
             languages=tuple(r[7].split()), length=r[8])
        for r in rows
    ]  # fmt: skip


def about(connection: Connection, parties: Iterable[str] = ()) -> list[Kept]:
    """Documents in which an event or a finding has all of some parties; all documents without any."""
    wanted = list(dict.fromkeys(parties))
    return kept(connection, connection.scalars(bearing.documents(wanted)) if wanted else None)


def said(
    connection: Connection,
    kind: type[T],
    *,
    parties: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    document: str | None = None,
    among: Iterable[str] = (),
) -> list[Said]:
    """What documents say of one kind, with all of `parties`; `since` and `until` bound the documents' dates.

    `document` is one to ask, `among` some, as many as fit in a query.
    """
    table, held, codes = schema.finding.c, schema.document.c, list(dict.fromkeys(parties))
    statement = (
        sa.select(table.first, table.document, table.number, held.date, held.outlet, table.body)
        .join(schema.document, held.id == table.document)
        .where(table.kind == _KINDS[kind])
    )
    if document is not None:
        statement = statement.where(table.document == document)
    if names := list(among):
        statement = statement.where(table.document.in_(names))
    if since is not None:
        statement = statement.where(held.last >= since)
    if until is not None:
        statement = statement.where(held.first <= until)
    if len(codes) > 1 and document is None and not names:
        # Few are of both: these are found first, from an index, and only they are opened.
        places = _of_both(connection, _KINDS[kind], codes)
        pieces = chunks(name for name, _ in places)
        rows = [r for piece in pieces for r in connection.execute(statement.where(table.document.in_(piece)))]
        rows = [r for r in rows if (r.document, r.number) in places]
    else:
        for code in codes:
            side = schema.finding_party.alias()
            of_it = (side.c.document == table.document) & (side.c.number == table.number) & (side.c.party == code)
            statement = statement.join(side, (side.c.kind == table.kind) & of_it)
        rows = list(connection.execute(statement))
    rows.sort(key=lambda r: (r.first is None, r.first or "", r.document, r.number))
    return [
        Said(
            document=r.document,
            number=r.number,
            date=r.date,
            outlet=r.outlet,
            item=msgspec.json.decode(r.body, type=kind),
        )
        for r in rows
    ]


def _of_both(connection: Connection, kind: str, codes: list[str]) -> set[tuple[str, int]]:
    """Where a kind of finding has all of some parties: the documents and numbers of the one told of least, looked up
    among those of the others."""
    rarest, *others = sorted(codes, key=lambda code: tally.number(connection, "events", code))
    one = schema.finding_party.c
    statement = sa.select(one.document, one.number).where(one.kind == kind, one.party == rarest)
    for code in others:
        side = schema.finding_party.alias().c
        same = (side.kind == kind) & (side.document == one.document) & (side.number == one.number)
        statement = statement.where(sa.exists().where(same, side.party == code))
    return {(document, number) for document, number in connection.execute(statement)}


def speakers(connection: Connection, documents: Iterable[str]) -> dict[str, set[str]]:
    """The parties to whom some documents attribute statements, by document."""
    side = schema.finding_party.c
    found: dict[str, set[str]] = {}
    for piece in chunks(documents):
        # The kind is looked at here: asked for it, SQLite goes through all statements of the record.
        rows = connection.execute(sa.select(side.document, side.kind, side.party).where(side.document.in_(piece)))
        for document, kind, party in rows:
            if kind == "statements":
                found.setdefault(document, set()).add(party)
    return found


def days_read(connection: Connection) -> tuple[str | None, str | None]:
    """The first and the last day that any document may be of."""
    d = schema.document.c
    first, last = (connection.scalar(sa.select(edge)) for edge in (sa.func.min(d.first), sa.func.max(d.last)))
    return first, last


def tenures(connection: Connection, name: str, parties: Iterable[str] = ()) -> list[Said]:
    """What documents say of the offices of people of whom a word of the name begins as one of this name does."""
    who = schema.finding_person.c
    called = sa.select(who.document, who.number).where(
        who.kind == "tenures", who.beginning.in_(sorted(beginnings(name)))
    )
    places = {(document, number) for document, number in connection.execute(called)}
    told = [s for piece in chunks(d for d, _ in places) for s in said(connection, Tenure, parties=parties, among=piece)]
    found = [s for s in told if (s.document, s.number) in places]
    return sorted(found, key=lambda s: (s.date is None, s.date or "", s.document, s.number))


def is_party(connection: Connection, code: str) -> bool:
    """Whether any entry or finding of the record names a party."""
    side = schema.entry_party.c
    named = (sa.select(side.party).where(side.party == code), bearing.documents([code]))
    return any(connection.execute(statement.limit(1)).first() is not None for statement in named)


def counts(connection: Connection) -> dict[str, int]:
    """How many documents, entries and findings of each kind the record holds; rejected entries do not count."""
    found = tally.of(connection, "findings")
    return {
        "documents": sum(tally.of(connection, "documents").values()),
        "events": tally.number(connection, "all events", ""),
        **{kind: found.get(kind, 0) for kind in _KINDS.values()},
    }


def documents_with_readings(connection: Connection) -> list[tuple[Document, Reading]]:
    """Every document with its reading, in order of id."""
    rows = connection.execute(
        sa.select(schema.document, schema.reading.c.body)
        .join(schema.reading, schema.reading.c.document == schema.document.c.id)
        .order_by(schema.document.c.id)
    )
    return [(document_of(row), msgspec.json.decode(row.body, type=Reading)) for row in rows]


def changes(connection: Connection, since: str | None = None, until: str | None = None) -> list[dict[str, Any]]:
    """The log from one time to another (ISO 8601; a day stands for its beginning or end), oldest first."""
    table = schema.change
    statement = sa.select(table).order_by(table.c.number)
    if since is not None:
        statement = statement.where(table.c.at >= since)
    if until is not None:
        statement = statement.where(table.c.at <= until + "~")
    return [dict(row._mapping) for row in connection.execute(statement)]


def everything(connection: Connection) -> dict[str, Any]:
    """All that was read and made, in order: what two records with the same contents have alike."""
    body = schema.entry.c
    return {
        "documents": [[d, r] for d, r in documents_with_readings(connection)],
        "copies": [list(row) for row in connection.execute(sa.select(schema.copy).order_by(schema.copy.c.id))],
        "originals": sorted(originals.get(connection, connection.scalars(sa.select(schema.original.c.id))).items()),
        "entries": [
            [msgspec.json.decode(b, type=Entry), bool(out)]
            for b, out in connection.execute(sa.select(body.body, body.rejected).order_by(body.id))
        ],
        "links": [list(row) for row in connection.execute(sa.select(schema.link).order_by(*schema.link.c))],
        "homes": [
            [r.document, r.number, r.entry]
            for r in connection.execute(sa.select(schema.report).order_by(*schema.report.primary_key))
        ],
    }
