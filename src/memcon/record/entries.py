"""Rows for entries and the links among them."""

from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Entry, Link, link
from memcon.merging.entry import pairs
from memcon.merging.linking import partners
from memcon.merging.people import person
from memcon.model import interval
from memcon.record import schema, tally
from memcon.record.levels import channel, level_between
from memcon.record.rows import chunks

MANY = 6  # parties at one table above which it does not count as contact between each two


def take_out(connection: Connection, names: list[str]) -> None:
    """Remove entries and all that points at them."""
    for piece in chunks(names):
        tally.add(connection, tally.of_entries(_counted(connection, piece), -1))
        for table, column in (
            (schema.link, schema.link.c.source),
            (schema.link, schema.link.c.target),
            (schema.entry_person, schema.entry_person.c.entry),
            (schema.contact, schema.contact.c.entry),
            (schema.entry_pair, schema.entry_pair.c.entry),
            (schema.entry_party, schema.entry_party.c.entry),
            (schema.entry, schema.entry.c.id),
        ):
            connection.execute(table.delete().where(column.in_(piece)))


def _counted(connection: Connection, names: list[str]) -> list[tuple[list[str], bool]]:
    """The parties of some entries, and whether each is rejected."""
    held, side = schema.entry.c, schema.entry_party.c
    out = {name: bool(r) for name, r in connection.execute(sa.select(held.id, held.rejected).where(held.id.in_(names)))}
    found: dict[str, list[str]] = {name: [] for name in out}
    for name, party in connection.execute(sa.select(side.entry, side.party).where(side.entry.in_(names))):
        found[name].append(party)
    return [(found[name], out[name]) for name in out]


def put(connection: Connection, entries: list[Entry], rejected: set[str]) -> None:
    """Rows for entries that are not in the record, and the links between them and others."""
    if entries:
        put_rows(connection, entries, rejected)
        _put_links(connection, entries)


def put_rows(connection: Connection, entries: list[Entry], rejected: set[str]) -> None:
    """Rows for entries that are not in the record, without links."""
    for piece in chunks(e.id for e in entries):
        connection.execute(schema.former_name.delete().where(schema.former_name.c.old.in_(piece)))
    connection.execute(schema.entry.insert(), [_entry(e, e.id in rejected) for e in entries])
    sides = [
        {"party": p, "entry": e.id, "first": _first(e), "mechanism": bool(e.mechanism)}
        for e in entries
        for p in e.parties
    ]
    if sides:
        connection.execute(schema.entry_party.insert(), sides)
    pairs = [pair for e in entries if e.id not in rejected for pair in _pairs(e)]
    if pairs:
        connection.execute(schema.entry_pair.insert(), pairs)
    met = [meeting for e in entries if e.id not in rejected for meeting in contacts(e)]
    if met:
        connection.execute(schema.contact.insert(), met)
    tally.add(connection, tally.of_entries((e.parties, e.id in rejected) for e in entries))
    words = [{"word": w, "entry": e.id} for e in entries for w in sorted(_people(e))]
    if words:
        connection.execute(schema.entry_person.insert(), words)


def _entry(entry: Entry, rejected: bool) -> dict[str, Any]:
    return {
        "id": entry.id,
        "type": entry.type,
        "status": entry.status,
        "first": _first(entry),
        "last": _last(entry),
        "mechanism": entry.mechanism,
        "state": entry.state,
        "rejected": rejected,
        "confidence": entry.confidence,
        "body": msgspec.json.encode(entry),
    }


def _first(entry: Entry) -> str | None:
    days = interval(entry.date)
    return days.first.isoformat() if days else None


def _last(entry: Entry) -> str | None:
    days = interval(entry.date)
    return days.last.isoformat() if days else None


def _pairs(entry: Entry) -> list[dict[str, Any]]:
    told = {"entry": entry.id, "first": _first(entry), "last": _last(entry), "type": entry.type, "status": entry.status}
    return [{"a": a, "b": b, "mechanism": bool(entry.mechanism), **told} for a, b in pairs(entry)]


def contacts(entry: Entry) -> list[dict[str, Any]]:
    """Rows of a contact that came about, one for every two of its parties; none where it is undated or of too many."""
    days, through = interval(entry.date), channel(entry)
    if days is None or through is None or entry.status != "occurred" or len(entry.parties) > MANY:
        return []
    told = {"entry": entry.id, "first": _first(entry), "last": _last(entry), "days": days.days - 1, "channel": through}
    return [{"a": a, "b": b, "level": level_between(entry, a, b), **told} for a, b in pairs(entry)]


def _people(entry: Entry) -> set[str]:
    """The words of everyone's names, and the officials they were resolved to."""
    words = {w for p in entry.participants if p.name for w in person(p.name, p.official).words}
    return words | {p.official for p in entry.participants if p.official}


def _put_links(connection: Connection, entries: list[Entry]) -> None:
    made: set[Link] = set()
    known = {e.id: e for e in entries}
    for entry in entries:
        for other in _around(connection, entry, known):
            made.update(found for found in (link(entry, other), link(other, entry)) if found)
    if made:
        rows = [{"source": m.source, "target": m.target, "kind": m.kind} for m in sorted(made)]
        old = {(r.source, r.target, r.kind) for r in _links_among(connection, {r["source"] for r in rows})}
        rows = [r for r in rows if (r["source"], r["target"], r["kind"]) not in old]
        if rows:
            connection.execute(schema.link.insert(), rows)


def _links_among(connection: Connection, sources: set[str]) -> list[sa.Row[tuple[str, str, str]]]:
    found: list[sa.Row[tuple[str, str, str]]] = []
    for chunk in chunks(sources):
        found += connection.execute(sa.select(schema.link).where(schema.link.c.source.in_(chunk))).all()
    return found


# Entries that begin within some days and have two or more of some parties.
_SHARING = (
    sa.select(schema.entry_party.c.entry)
    .where(
        schema.entry_party.c.party.in_(sa.bindparam("parties", expanding=True)),
        schema.entry_party.c.first >= sa.bindparam("since"),
        schema.entry_party.c.first <= sa.bindparam("until"),
    )
    .group_by(schema.entry_party.c.entry)
    .having(sa.func.count() > 1)
)
# The types are looked at here: asked for them, SQLite goes through all entries of a type instead.
_NEAR = sa.select(schema.entry.c.id, schema.entry.c.type, schema.entry.c.body).where(schema.entry.c.id.in_(_SHARING))


def _around(connection: Connection, entry: Entry, known: dict[str, Entry]) -> list[Entry]:
    """Entries that may be linked to one; `known` keeps those that were decoded."""
    near = partners(entry)
    if near is None:
        return []
    days, types = near
    asked = {"parties": entry.parties, "since": days.first.isoformat(), "until": days.last.isoformat()}
    found = []
    for name, kind, body in connection.execute(_NEAR, asked):
        if kind not in types:
            continue
        if name not in known:
            known[name] = msgspec.json.decode(body, type=Entry)
        found.append(known[name])
    return found
