"""A record on disk: what was read, what was decided, and the entries both make together."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import NotInRecord, RecordError
from memcon.merging import Entry, Report
from memcon.model import Document, Reading
from memcon.record import archive, copies, damage, decisions, documents, finding, opening, placing, schema, tally
from memcon.record.decisions import Anchor, Decision, Kind, Ruling
from memcon.record.rows import chunks, load_reports

BATCH = 200  # documents written in one transaction


def batched(names: list[str], size: int) -> Iterator[list[str]]:
    """The names in pieces of a size, in order."""
    for i in range(0, len(names), size):
        yield names[i : i + size]


def now() -> str:
    """The time of a change, UTC to the second. The only clock of the record: it stamps the log and nothing else."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What adding documents did: numbers of documents (`copies`: those with the text of another) and entries."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    copies: int = 0
    events: int = 0
    entries_added: int = 0
    entries_changed: int = 0

    def __add__(self, other: "Added") -> "Added":
        mine, theirs = msgspec.structs.asdict(self), msgspec.structs.asdict(other)
        return Added(**{name: mine[name] + theirs[name] for name in mine})


class Store:
    """An open record. `target` is the path of a SQLite file, or a database URL.

    Raises RecordError where the record cannot be opened, and where it is not there unless `create`.
    """

    def __init__(self, target: str | Path = opening.DEFAULT, *, create: bool = True, clock: Callable[[], str] = now):
        self.target = str(target)
        self._clock = clock
        self._engine = opening.engine_for(target, create)
        damage.look(self._engine, self.target)
        opening.bring_up_to_date(self._engine)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing

    def add(self, document: Document, reading: Reading) -> Added:
        """Add one document with its reading; the same text under the same id changes nothing."""
        return self.add_all([(document, reading)])

    def add_all(self, read: Iterable[tuple[Document, Reading]]) -> Added:
        """Add documents with their readings, in transactions of `BATCH` documents each."""
        total = Added()
        batch: list[tuple[Document, Reading]] = []
        for pair in read:
            batch.append(pair)
            if len(batch) >= BATCH:
                total += self._add(batch)
                batch = []
        return total + self._add(batch) if batch else total

    def _add(self, batch: list[tuple[Document, Reading]]) -> Added:
        latest = {document.id: (document, reading) for document, reading in batch}
        kinds: dict[str, str] = {}
        with opening.writing(self._engine) as connection:
            held = copies.held(connection, latest)
            for name, (document, reading) in latest.items():
                if held.get(name) != copies.kept_of(document, reading):
                    kinds[name] = "changed" if name in held else "added"
            if not kinds:
                return Added(unchanged=len(batch))
            done = copies.settle(connection, {name: latest[name] for name in kinds})
            moves = placing.settle(connection, done.told, done.lost) if done.told or done.lost else []
            same = {name: home for name in kinds if (home := done.homes[name]) != name}
            self._log(
                connection,
                [(kind, None, n, f"document {kind}{_same_as(same.get(n))}") for n, kind in kinds.items()]
                + _about_entries(moves),
            )
        return Added(
            added=sum(kind == "added" for name, kind in kinds.items() if name not in same),
            changed=sum(kind == "changed" for name, kind in kinds.items() if name not in same),
            unchanged=len(batch) - len(kinds),
            copies=len(same),
            events=len(done.told),
            entries_added=sum(kind == "added" for kind, _, _ in moves),
            entries_changed=sum(kind != "added" for kind, _, _ in moves),
        )

    def has_read(self, document: Document, reader: str) -> bool:
        """Whether this reader has read this text under this id, and nothing its source tells of it is new."""
        with opening.reading(self._engine) as connection:
            return copies.is_read(connection, document, reader)

    def remove(self, document: str) -> None:
        """Take a document and what only it told out of the record; other copies of its text stay."""
        with opening.writing(self._engine) as connection:
            if not copies.held(connection, [document]):
                raise NotInRecord(f"there is no document {document} in the record")
            done = copies.settle(connection, {}, [document])
            moves = placing.settle(connection, done.told, done.lost)
            self._log(connection, [("removed", None, document, "document removed"), *_about_entries(moves)])

    def look_through(self) -> None:
        """Look through the whole record for damage; RecordDamaged tells what was found. Takes seconds a gigabyte."""
        damage.look(self._engine, self.target, None)

    def rebuild(self, read: Callable[[Document], Reading] | None = None) -> int:
        """Make every entry anew from readings and decisions; with `read`, read every document anew first.

        Returns the number of entries. Decisions, documents and the log stay.
        """
        with opening.writing(self._engine) as connection:
            for table in schema.MADE_ANEW:
                connection.execute(table.delete())
            tally.forget(connection, (*tally.OF_ENTRIES, *tally.OF_FINDINGS))
            names = list(connection.scalars(sa.select(schema.document.c.id).order_by(schema.document.c.id)))
            told: list[Report] = []
            for piece in batched(names, BATCH):
                if read is None:
                    told += documents.put_told(connection, [archive.reading(connection, name) for name in piece])
                    continue
                told += copies.reread(connection, piece, read)
            placing.settle(connection, told, set())
            self._log(connection, [("rebuilt", None, None, f"made anew from {len(names)} documents")])
            count = connection.scalar(sa.select(sa.func.count()).select_from(schema.entry))
        return int(count or 0)

    def _log(self, connection: Connection, changes: list[tuple[str, str | None, str | None, str]]) -> None:
        """Note changes: kind, entry, document, words."""
        at = self._clock()
        if changes:
            rows = [{"at": at, "kind": k, "entry": e, "document": d, "note": note} for k, e, d, note in changes]
            connection.execute(schema.change.insert(), rows)

    # Decisions

    def decide(
        self,
        kind: Kind,
        entries: Iterable[str],
        *,
        reason: str,
        author: str,
        documents: Iterable[str] = (),
        values: dict[str, Any] | None = None,
    ) -> Decision:
        """Record an analyst's decision and make the entries it bears on anew.

        `merge` takes two entries or more; `split` one, and the `documents` whose reports are another event; `amend` one
        and the new `values` by field; `reject` and `confirm` one. Every decision needs a reason and an author.
        """
        if not reason.strip() or not author.strip():
            raise RecordError("a decision needs a reason and an author")
        with opening.writing(self._engine) as connection:
            found = [finding.entry(connection, name) for name in entries]
            made = self._anchored(connection, kind, found, set(documents))
            ruling = Ruling(entries=tuple(e.id for e in found), anchors=made, values=decisions.checked(values or {}))
            if kind == "amend" and not ruling.values:
                raise RecordError("an amendment needs a field and its value, such as date=2024-09-10")
            result = connection.execute(
                schema.decision.insert().values(
                    at=self._clock(), author=author, reason=reason, kind=kind, body=msgspec.json.encode(ruling)
                )
            )
            number = int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0
            self._apply(connection, made, f"{kind} by {author}: {reason}", ruling.entries)
            return next(d for d in decisions.listed(connection) if d.number == number)

    def restore(self, made: Iterable[decisions.Kept]) -> None:
        """Let decisions of another record of the same documents stand here, in their order, and make entries anew.

        RecordError where this record has decisions of its own: whose word is the later could not be told.
        """
        rows = [
            {"at": d.at, "author": d.author, "reason": d.reason, "kind": d.kind, "body": msgspec.json.encode(d.ruling),
             "undone_at": d.undone_at, "undone_by": d.undone_by}
            for d in made
        ]  # fmt: skip
        if not rows:
            return
        with opening.writing(self._engine) as connection:
            if connection.scalar(sa.select(sa.func.count()).select_from(schema.decision)):
                raise RecordError("the record has decisions of its own; take these into a record without any")
            for row in rows:  # one by one: their numbers keep their order on every database
                connection.execute(schema.decision.insert().values(**row))
        self.rebuild()

    def _anchored(
        self, connection: Connection, kind: Kind, found: list[Entry], documents: set[str]
    ) -> tuple[Anchor, ...]:
        if kind == "merge" and len({e.id for e in found}) < 2:
            raise RecordError("a merger needs two different entries")
        if kind != "merge" and len(found) != 1:
            raise RecordError(f"{kind} takes one entry")
        told = [self._reports(connection, e) for e in found]
        if kind == "split":
            away = [r for r in told[0] if r.document in documents]
            stay = [r for r in told[0] if r.document not in documents]
            if not away or not stay:
                listed = ", ".join(sorted({r.document for r in told[0]}))
                raise RecordError(f"name some but not all documents of the entry to split off; it has {listed}")
            return (*decisions.anchors(stay), *decisions.anchors(away, side=1))
        if kind == "merge":
            more = [a for reports in told[1:] for a in decisions.anchors(reports, side=1)]
            return (*decisions.anchors(told[0]), *more)
        return decisions.anchors(told[0])

    def _reports(self, connection: Connection, entry: Entry) -> list[Report]:
        return load_reports(connection, schema.report.c.entry == entry.id)

    def undo(self, number: int, *, author: str) -> Decision:
        """Take a decision back; what it bore on is made anew without it."""
        with opening.writing(self._engine) as connection:
            known = {d.number: d for d in decisions.listed(connection)}
            if number not in known:
                raise NotInRecord(f"there is no decision {number}")
            if known[number].undone_at:
                raise RecordError(f"decision {number} was undone on {known[number].undone_at}")
            row = connection.scalar(sa.select(schema.decision.c.body).where(schema.decision.c.number == number))
            ruling = msgspec.json.decode(bytes(row or b""), type=Ruling)
            connection.execute(
                schema.decision.update()
                .where(schema.decision.c.number == number)
                .values(undone_at=self._clock(), undone_by=author)
            )
            self._apply(connection, ruling.anchors, f"decision {number} undone by {author}", ruling.entries)
            return next(d for d in decisions.listed(connection) if d.number == number)

    def _apply(self, connection: Connection, made: tuple[Anchor, ...], note: str, entries: tuple[str, ...]) -> None:
        made = decisions.at_home(made, copies.homes(connection, {a.document for a in made}))
        documents = {a.document for a in made}
        reports = [r for c in chunks(documents) for r in load_reports(connection, schema.report.c.document.in_(c))]
        places = set(decisions.resolved(made, _by_document(reports)).values())
        homes = {
            home
            for chunk in chunks(documents)
            for d, n, home in connection.execute(
                sa.select(schema.report.c.document, schema.report.c.number, schema.report.c.entry).where(
                    schema.report.c.document.in_(chunk)
                )
            )
            if (d, n) in places and home
        }
        moves = placing.settle(connection, [], homes)
        self._log(connection, [("decided", entries[0] if entries else None, None, note), *_about_entries(moves)])

    # Asking: each question runs in one transaction, so that its parts agree

    def ask(self, question: Callable[[Connection], Any]) -> Any:
        """Run a question on one state of the record."""
        with opening.reading(self._engine) as connection:
            return question(connection)

    def dump(self) -> bytes:
        """Everything that was read and made, in canonical JSON: two records with the same contents give the same."""
        return msgspec.json.encode(self.ask(archive.everything), order="sorted")


def _same_as(home: str | None) -> str:
    return f", the same text as {home}" if home else ""


def _about_entries(moves: list[tuple[str, str, str]]) -> list[tuple[str, str | None, str | None, str]]:
    return [(kind, name, None, words) for kind, name, words in moves]


def _by_document(reports: list[Report]) -> dict[str, list[Report]]:
    held: dict[str, list[Report]] = {}
    for r in reports:
        held.setdefault(r.document, []).append(r)
    return held
