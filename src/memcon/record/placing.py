"""Putting readings into a record: rows for what was read, then the entries of all reports that are touched.

Adding a document compares its reports with their neighbours alone, and makes anew the entries of whatever these are
joined to; the outcome is the same as merging everything.
"""

from collections import defaultdict

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Bonds, Entry, Link, Report, cluster, entry_of, link
from memcon.merging import closure as joined_to
from memcon.merging import reports as reports_of
from memcon.merging.blocking import stored
from memcon.merging.linking import link_keys
from memcon.merging.people import person
from memcon.merging.report import parties
from memcon.model import Document, Reading, interval
from memcon.record import decisions, schema, search
from memcon.record.rows import Told, chunks, load_reports

KINDS = ("statements", "commitments", "mechanisms", "tenures", "claims", "naming", "translation_differences")
WHOLE = 1500  # reports; a batch this large is merged with everything in memory rather than through the tables

Place = tuple[str, int]


def put_document(connection: Connection, document: Document, reading: Reading) -> list[Report]:
    """Rows for a document and all its reading says; its entries come later. Returns its reports."""
    days = interval(reading.document_date)
    connection.execute(
        schema.document.insert().values(
            id=document.id,
            sha256=document.sha256,
            text=document.text,
            url=document.url,
            also="\n".join(document.also),
            title=document.title or reading.title,
            outlet=document.outlet or reading.outlet,
            author=document.author,
            stated_date=document.date,
            date=reading.document_date,
            first=days.first.isoformat() if days else None,
            last=days.last.isoformat() if days else None,
            languages=" ".join(reading.languages),
        )
    )
    connection.execute(
        schema.reading.insert().values(document=document.id, reader=reading.reader, body=msgspec.json.encode(reading))
    )
    told = reports_of(reading)
    if told:
        connection.execute(schema.report.insert(), [_report_row(r) for r in told])
        keys = [{"key": k, "document": r.document, "number": r.number} for r in told for k in sorted(set(stored(r)))]
        if keys:
            connection.execute(schema.neighbourhood.insert(), keys)
    _put_findings(connection, reading, days.first.isoformat() if days else None)
    search.put(connection, document.id, document.title or reading.title or "", document.text)
    return list(told)


def _report_row(report: Report) -> dict[str, object]:
    body = msgspec.json.encode(Told(report.event, report.document_date, report.outlet))
    return {"document": report.document, "number": report.number, "entry": "", "body": body}


def _put_findings(connection: Connection, reading: Reading, first: str | None) -> None:
    rows, sides = [], []
    for kind in KINDS:
        for number, item in enumerate(getattr(reading, kind)):
            place = {"kind": kind, "document": reading.id, "number": number}
            rows.append({**place, "first": first, "body": msgspec.json.encode(item)})
            sides += [{**place, "party": code} for code in sorted(_sides(item))]
    if rows:
        connection.execute(schema.finding.insert(), rows)
    if sides:
        connection.execute(schema.finding_party.insert(), sides)


def _sides(item: object) -> frozenset[str]:
    codes = [getattr(item, name, None) for name in ("party", "by", "to")]
    codes += list(getattr(item, "parties", ()))
    codes += [p.party for p in getattr(item, "participants", ())]
    return parties(codes)


def remove_document(connection: Connection, name: str) -> set[str]:
    """Take a document and all that was read from it out; returns the entries that lose a source."""
    lost = set(connection.scalars(sa.select(schema.report.c.entry).where(schema.report.c.document == name)))
    for table, column in (
        (schema.neighbourhood, schema.neighbourhood.c.document),
        (schema.report, schema.report.c.document),
        (schema.finding_party, schema.finding_party.c.document),
        (schema.finding, schema.finding.c.document),
        (schema.reading, schema.reading.c.document),
        (schema.document, schema.document.c.id),
    ):
        connection.execute(table.delete().where(column == name))
    search.take_out(connection, name)
    return lost - {""}


class _Neighbours:
    """Reports at hand, and the tables asked for those that are not, each key and each row once."""

    def __init__(self, connection: Connection, bonds: Bonds) -> None:
        self._connection = connection
        self._reports: dict[Place, Report] = {}
        self._keys: dict[str, tuple[Place, ...]] = {}
        self._bound: dict[Place, set[Place]] = defaultdict(set)
        for left, right in bonds.together:
            self._bound[left].add(right)
            self._bound[right].add(left)

    def bound(self, report: Report) -> list[Report]:
        """The reports an analyst joined to this one."""
        return self._at(sorted(self._bound.get((report.document, report.number), ())))

    def lookup(self, keys: tuple[str, ...]) -> list[Report]:
        """The reports stored under any of some keys."""
        new = [k for k in keys if k not in self._keys]
        if new:
            found: dict[str, list[Place]] = {k: [] for k in new}
            near = schema.neighbourhood.c
            for chunk in chunks(new):
                rows = self._connection.execute(
                    sa.select(near.key, near.document, near.number).where(near.key.in_(chunk))
                )
                for key, document, number in rows:
                    found[key].append((document, number))
            self._keys.update((k, tuple(v)) for k, v in found.items())
        return self._at(sorted({p for k in keys for p in self._keys[k]}))

    def _at(self, places: list[Place]) -> list[Report]:
        missing = {document for document, number in places if (document, number) not in self._reports}
        for chunk in chunks(missing):
            for r in load_reports(self._connection, schema.report.c.document.in_(chunk)):
                self._reports.setdefault((r.document, r.number), r)
        return [self._reports[p] for p in places if p in self._reports]


def settle(connection: Connection, seeds: list[Report], lost: set[str]) -> list[tuple[str, str, str]]:
    """Make anew the entries of some reports and of whatever they are joined to.

    `lost` are entries that lost a source. Returns what changed: kind (`added`, `changed`, `removed`), entry, words.
    """
    rulings = decisions.rulings(connection)
    survivors = [r for chunk in chunks(lost) for r in load_reports(connection, schema.report.c.entry.in_(chunk))]
    starting = {(r.document, r.number): r for r in [*seeds, *survivors]}
    if len(starting) >= WHOLE:
        touched = load_reports(connection)
    else:
        near = _Neighbours(connection, rulings.bonds)
        touched = joined_to(starting.values(), near.lookup, near.bound)
    entries = [rulings.applied(entry_of(c)) for c in cluster(touched, rulings.bonds)]
    return _write(connection, touched, entries, lost, rulings.rejected)


def _write(
    connection: Connection, touched: list[Report], entries: list[Entry], lost: set[str], rejected: frozenset[Place]
) -> list[tuple[str, str, str]]:
    homes = _homes(connection, touched)
    before = _bodies(connection, lost | {home for home in homes.values() if home})
    after = {e.id: e for e in entries}
    hidden = {e.id for e in entries if any((s.document, s.number) in rejected for s in e.sources)}
    gone = sorted(set(before) - set(after))
    news = sorted(i for i, e in after.items() if before.get(i) != (msgspec.json.encode(e), i in hidden))
    changes = []
    forebears: dict[str, list[str]] = defaultdict(list)
    for name in gone:
        heir = _heir(before[name][0], after)
        _remember(connection, name, heir)
        if heir:
            forebears[heir].append(name)
        else:
            changes.append(("removed", name, "no source is left"))
    for name in [*gone, *(n for n in news if n in before)]:
        _take_out(connection, name)
    for name in news:
        _put_entry(connection, after[name], name in hidden)
        changes.append(_told_of(name, before, after[name], forebears[name]))
    moved = [
        {"of": s.document, "at": s.number, "entry": e.id}
        for e in entries
        for s in e.sources
        if homes.get((s.document, s.number)) != e.id
    ]
    if moved:
        report = schema.report
        here = (report.c.document == sa.bindparam("of")) & (report.c.number == sa.bindparam("at"))
        connection.execute(report.update().where(here), moved)
    _put_links(connection, [after[n] for n in news])
    return changes


def _homes(connection: Connection, touched: list[Report]) -> dict[Place, str]:
    """The entry each report is in now; empty for new ones."""
    report = schema.report.c
    places = {(r.document, r.number) for r in touched}
    homes: dict[Place, str] = {}
    for chunk in chunks(r.document for r in touched):
        rows = connection.execute(
            sa.select(report.document, report.number, report.entry).where(report.document.in_(chunk))
        )
        homes.update(((d, n), entry) for d, n, entry in rows if (d, n) in places)
    return homes


def _bodies(connection: Connection, names: set[str]) -> dict[str, tuple[bytes, bool]]:
    held: dict[str, tuple[bytes, bool]] = {}
    entry = schema.entry.c
    for chunk in chunks(names):
        found = connection.execute(sa.select(entry.id, entry.body, entry.rejected).where(entry.id.in_(chunk)))
        held.update((name, (bytes(body), bool(out))) for name, body, out in found)
    return held


def _heir(body: bytes, after: dict[str, Entry]) -> str | None:
    old = {(s.document, s.number) for s in msgspec.json.decode(body, type=Entry).sources}
    shares = {name: len(old & {(s.document, s.number) for s in e.sources}) for name, e in after.items()}
    best = min(shares, key=lambda n: (-shares[n], n), default=None)
    return best if best is not None and shares[best] else None


def _remember(connection: Connection, old: str, heir: str | None) -> None:
    names = schema.former_name
    connection.execute(names.delete().where(names.c.old == old))
    if heir:
        connection.execute(names.update().where(names.c.new == old).values(new=heir))
        connection.execute(names.delete().where(names.c.old == heir))
        connection.execute(names.insert().values(old=old, new=heir))


def _told_of(
    name: str, before: dict[str, tuple[bytes, bool]], entry: Entry, forebears: list[str]
) -> tuple[str, str, str]:
    """What became of an entry: added, changed (perhaps under a new name), or merged from several."""
    olds = [*([name] if name in before else []), *forebears]
    if not olds:
        return "added", name, f"{entry.type}, {entry.status}, from {', '.join(entry.documents[:3])}"
    if len(olds) > 1:
        return "merged", name, f"one event: {', '.join(olds)}"
    return "changed", name, _what(msgspec.json.decode(before[olds[0]][0], type=Entry), entry)


def _what(old: Entry, entry: Entry) -> str:
    told = [f"was {old.id}"] if old.id != entry.id else []
    more = [d for d in entry.documents if d not in old.documents]
    if more:
        told.append(f"also told by {', '.join(more[:3])}")
    told += [
        f"{name}: {_brief(getattr(old, name))} → {_brief(getattr(entry, name))}"
        for name in ("type", "status", "date", "place", "mechanism", "state")
        if getattr(old, name) != getattr(entry, name)
    ]
    return "; ".join(told) or "its sources changed"


def _brief(value: object) -> str:
    name, country = getattr(value, "name", None), getattr(value, "country", None)
    return str(value or "not known") if name is None and country is None else ", ".join(v for v in (name, country) if v)


def _take_out(connection: Connection, name: str) -> None:
    connection.execute(schema.link.delete().where((schema.link.c.source == name) | (schema.link.c.target == name)))
    connection.execute(schema.entry_person.delete().where(schema.entry_person.c.entry == name))
    connection.execute(schema.entry_party.delete().where(schema.entry_party.c.entry == name))
    connection.execute(schema.entry.delete().where(schema.entry.c.id == name))


def _put_entry(connection: Connection, entry: Entry, rejected: bool) -> None:
    days = interval(entry.date)
    first = days.first.isoformat() if days else None
    connection.execute(schema.former_name.delete().where(schema.former_name.c.old == entry.id))
    connection.execute(
        schema.entry.insert().values(
            id=entry.id,
            type=entry.type,
            status=entry.status,
            first=first,
            last=days.last.isoformat() if days else None,
            mechanism=entry.mechanism,
            state=entry.state,
            rejected=rejected,
            body=msgspec.json.encode(entry),
        )
    )
    if entry.parties:
        rows = [{"party": p, "entry": entry.id, "first": first} for p in entry.parties]
        connection.execute(schema.entry_party.insert(), rows)
    words = {w for p in entry.participants if p.name for w in person(p.name, p.official).words}
    words |= {p.official for p in entry.participants if p.official}
    if words:
        connection.execute(schema.entry_person.insert(), [{"word": w, "entry": entry.id} for w in sorted(words)])


def _put_links(connection: Connection, entries: list[Entry]) -> None:
    made: set[Link] = set()
    near: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        for key in link_keys(entry):
            if key not in near:
                near[key] = _around(connection, *key)
            for other in near[key]:
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


def _around(connection: Connection, party: str, month: str) -> list[Entry]:
    """Entries of a party that may touch a month."""
    statement = (
        sa.select(schema.entry.c.body)
        .join(schema.entry_party, schema.entry_party.c.entry == schema.entry.c.id)
        .where(
            schema.entry_party.c.party == party,
            schema.entry_party.c.first >= f"{month}-00",
            schema.entry_party.c.first <= f"{month}-99",
        )
    )
    return [msgspec.json.decode(body, type=Entry) for body in connection.scalars(statement)]
