"""Settling reports into entries.

Adding a document compares its reports with their neighbours alone, and makes anew the entries of whatever these are
joined to; the outcome is the same as merging everything.
"""

from collections import defaultdict

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Bonds, Entry, Report, cluster, entry_of
from memcon.merging import closure as joined_to
from memcon.record import decisions, entries, schema
from memcon.record.rows import chunks, load_reports

# A batch of so many reports, if it is such a share of the record, is merged with everything in memory.
WHOLE = 1500
SHARE = 0.3

Place = tuple[str, int]


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
    if len(starting) >= WHOLE and len(starting) >= SHARE * _count(connection):
        touched = load_reports(connection)
    else:
        near = _Neighbours(connection, rulings.bonds)
        touched = joined_to(starting.values(), near.lookup, near.bound)
    made = [rulings.applied(entry_of(c)) for c in cluster(touched, rulings.bonds)]
    return _write(connection, touched, made, lost, rulings.rejected)


def _count(connection: Connection) -> int:
    return int(connection.scalar(sa.select(sa.func.count()).select_from(schema.report)) or 0)


def _write(
    connection: Connection, touched: list[Report], made: list[Entry], lost: set[str], rejected: frozenset[Place]
) -> list[tuple[str, str, str]]:
    homes = _homes(connection, touched)
    before = _bodies(connection, lost | {home for home in homes.values() if home})
    after = {e.id: e for e in made}
    hidden = {e.id for e in made if any((s.document, s.number) in rejected for s in e.sources)}
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
    changes += [_told_of(name, before, after[name], forebears[name], name in hidden) for name in news]
    entries.take_out(connection, [*gone, *(n for n in news if n in before)])
    house(connection, made, homes)
    entries.put(connection, [after[n] for n in news], hidden)
    return changes


def house(connection: Connection, made: list[Entry], homes: dict[Place, str]) -> None:
    """Tell each report which entry it is in; `homes` are those it is known to be in."""
    moved = [
        {"of": s.document, "at": s.number, "entry": e.id}
        for e in made
        for s in e.sources
        if homes.get((s.document, s.number)) != e.id
    ]
    if moved:
        report = schema.report
        here = (report.c.document == sa.bindparam("of")) & (report.c.number == sa.bindparam("at"))
        connection.execute(report.update().where(here), moved)


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
    name: str, before: dict[str, tuple[bytes, bool]], entry: Entry, forebears: list[str], hidden: bool
) -> tuple[str, str, str]:
    """What became of an entry: added, changed (perhaps under a new name), or merged from several. `hidden` tells that
    an analyst's rejection stands.
    """
    olds = [*([name] if name in before else []), *forebears]
    if not olds:
        return "added", name, f"{entry.type}, {entry.status}, from {', '.join(entry.documents[:3])}"
    if len(olds) > 1:
        return "merged", name, f"one event: {', '.join(olds)}"
    body, was_hidden = before[olds[0]]
    turned = [] if hidden == was_hidden else ["rejected" if hidden else "no longer rejected"]
    return "changed", name, _what(msgspec.json.decode(body, type=Entry), entry, turned)


def _what(old: Entry, entry: Entry, told: list[str]) -> str:
    """What is different, in words, after what is `told` already."""
    if old.id != entry.id:
        told.append(f"was {old.id}")
    more = [d for d in entry.documents if d not in old.documents]
    if more:
        told.append(f"also told by {', '.join(more[:3])}")
    told += [
        f"{name}: {_brief(getattr(old, name))} → {_brief(getattr(entry, name))}"
        for name in ("type", "status", "date", "place", "mechanism", "state")
        if getattr(old, name) != getattr(entry, name)
    ]
    if not told and old.decisions != entry.decisions:
        return "what analysts decided of it"
    return "; ".join(told) or "its sources changed"


def _brief(value: object) -> str:
    name, country = getattr(value, "name", None), getattr(value, "country", None)
    return str(value or "not known") if name is None and country is None else ", ".join(v for v in (name, country) if v)
