"""A record and the questions it answers: what Python users, the command line and the web all ask through."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon.merging import Entry
from memcon.model import Document, Original, Reading
from memcon.questions import parties as naming
from memcon.questions.show import Shown, show
from memcon.questions.timeline import timeline
from memcon.questions.why import Why, why
from memcon.record import Added, Store, archive
from memcon.record.opening import DEFAULT

if TYPE_CHECKING:
    from memcon.questions.changes import Change
    from memcon.questions.claims import Checked
    from memcon.questions.commitments import Ledger
    from memcon.questions.compare import Comparison
    from memcon.questions.coverage import Coverage
    from memcon.questions.dossier import Dossier
    from memcon.questions.mechanisms import Life
    from memcon.questions.officials import Person, Term
    from memcon.questions.search import Found
    from memcon.questions.silences import Silences
    from memcon.record import Decision
    from memcon.record.decisions import Kind


class Record:
    """One sourced record of diplomacy.

        record = memcon.Record("memcon.db")
        record.add(memcon.Document(id="readout", text=text, url=url))
        record.timeline("China", "USA", since="2023")

    Parties go by code or name, in English or Chinese. Dates are EDTF strings: `since="2023"` begins on its first day,
    `until="2023"` ends on its last. `create=False` raises RecordError where there is no record yet.
    """

    def __init__(self, target: str | Path = DEFAULT, *, create: bool = True):
        self.store = Store(target, create=create)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, document: Document, reading: Reading | None = None) -> Added:
        """Add a document, read here unless its reading is given; the same text under the same id changes nothing."""
        if reading is None:
            from memcon import read

            reading = read(document)
        return self.store.add(document, reading)

    def add_all(self, read: Iterable[tuple[Document, Reading]]) -> Added:
        """Add many documents with their readings."""
        return self.store.add_all(read)

    def has_read(self, document: Document) -> bool:
        """Whether the reader at hand has read this text under this id before."""
        from memcon.reading import READER

        return self.store.has_read(document, READER)

    def code(self, party: str) -> str:
        """The code of a party by code or name; NotInRecord with near names where neither tables nor record know it."""
        code = naming.code(party)
        if not naming.in_tables(code) and not self.store.ask(lambda c: archive.is_party(c, code)):
            raise naming.unknown(party)
        return code

    def counts(self) -> dict[str, int]:
        """How many documents, events and other findings the record holds."""
        return dict(self.store.ask(archive.counts))

    def timeline(
        self,
        *parties: str,
        since: str | None = None,
        until: str | None = None,
        types: Iterable[str] = (),
        official: str | None = None,
        mechanism: str | None = None,
        limit: int | None = None,
    ) -> list[Entry]:
        """Entries with all of `parties`, in order of date; see `questions.timeline`."""
        codes = [self.code(p) for p in parties]
        bounds = bounded(since, until)
        found: list[Entry] = self.store.ask(
            lambda c: timeline(c, codes, **bounds, types=types, official=official, mechanism=mechanism, limit=limit)
        )
        return found

    def why(self, entry: str) -> Why:
        """Every field of an entry with its values, sources and quotes."""
        answer: Why = self.store.ask(lambda c: why(c, entry))
        return answer

    def show(self, document: str) -> Shown:
        """A document with what was read from it marked."""
        answer: Shown = self.store.ask(lambda c: show(c, document))
        return answer

    def original(self, document: str) -> Original:
        """The page or item that a document's text was taken from, as it came; NotInRecord where none was kept."""
        answer: Original = self.store.ask(lambda c: archive.original(c, document))
        return answer

    def _asked(self, parties: Iterable[str], since: str | None, until: str | None) -> dict[str, Any]:
        return {"parties": [self.code(p) for p in parties], **bounded(since, until)}

    def dossier(self, a: str, b: str, *, as_of: str, since: str | None = None, until: str | None = None) -> "Dossier":
        """All about two parties as of a day; see `questions.dossier`."""
        from memcon.questions.dossier import dossier

        sides, bounds = (self.code(a), self.code(b)), bounded(since, until)
        answer: Dossier = self.store.ask(lambda c: dossier(c, *sides, as_of=day(as_of), **bounds))
        return answer

    def silences(self, *parties: str, as_of: str, since: str | None = None, until: str | None = None) -> "Silences":
        """Who has fallen silent as of a day; see `questions.silences`."""
        from memcon.questions.silences import silences

        asked = self._asked(parties, since, until)
        answer: Silences = self.store.ask(lambda c: silences(c, as_of=day(as_of), **asked))
        return answer

    def compare(self, entry: str, left: str | None = None, right: str | None = None) -> "Comparison":
        """The two sides' accounts of an event; see `questions.compare`."""
        from memcon.questions.compare import compare

        sides = [self.code(s) if s else None for s in (left, right)]
        answer: Comparison = self.store.ask(lambda c: compare(c, entry, left=sides[0], right=sides[1]))
        return answer

    def commitments(
        self,
        *parties: str,
        as_of: str,
        by: str | None = None,
        to: str | None = None,
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> "Ledger":
        """The ledger of promises as of a day; see `questions.commitments`."""
        from memcon.questions.commitments import commitments

        asked = self._asked(parties, since, until)
        asked |= {"by": self.code(by) if by else None, "to": self.code(to) if to else None, "status": status}
        answer: Ledger = self.store.ask(lambda c: commitments(c, as_of=day(as_of), **asked))
        return answer

    def mechanisms(
        self,
        *parties: str,
        as_of: str,
        name: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> "list[Life]":
        """Mechanisms and where they stand as of a day; see `questions.mechanisms`."""
        from memcon.questions.mechanisms import mechanisms

        asked = self._asked(parties, since, until)
        answer: list[Life] = self.store.ask(lambda c: mechanisms(c, as_of=day(as_of), name=name, **asked))
        return answer

    def official(
        self, name: str, *, party: str | None = None, since: str | None = None, until: str | None = None
    ) -> "Person":
        """An official's offices and contacts; see `questions.officials`."""
        from memcon.questions.officials import official

        code, bounds = self.code(party) if party else None, bounded(since, until)
        answer: Person = self.store.ask(lambda c: official(c, name, party=code, **bounds))
        return answer

    def who(self, party: str, office: str, date: str) -> "list[Term]":
        """Who held an office of a party on a date; see `questions.officials`."""
        from memcon.questions.officials import who

        code = self.code(party)
        answer: list[Term] = self.store.ask(lambda c: who(c, code, office, date))
        return answer

    def claims(self, *parties: str, since: str | None = None, until: str | None = None) -> "list[Checked]":
        """Claims about the record, checked against it; see `questions.claims`."""
        from memcon.questions.claims import claims

        asked = self._asked(parties, since, until)
        answer: list[Checked] = self.store.ask(lambda c: claims(c, **asked))
        return answer

    def search(
        self, text: str, *, since: str | None = None, until: str | None = None, limit: int = 20
    ) -> "list[Found]":
        """Words in documents, ranked, with snippets; see `questions.search`."""
        from memcon.questions.search import search

        bounds = bounded(since, until)
        answer: list[Found] = self.store.ask(lambda c: search(c, text, limit=limit, **bounds))
        return answer

    def changes(self, since: str | None = None, until: str | None = None) -> "list[Change]":
        """What changed in the record since a time (ISO 8601, UTC); see `questions.changes`."""
        from memcon.questions.changes import changes

        answer: list[Change] = self.store.ask(lambda c: changes(c, since, until))
        return answer

    def coverage(self, *parties: str) -> "Coverage":
        """How many documents bear on some parties, from which outlets, over which time."""
        from memcon.questions.coverage import coverage

        codes = [self.code(p) for p in parties]
        answer: Coverage = self.store.ask(lambda c: coverage(c, codes))
        return answer

    def decide(
        self,
        kind: "Kind",
        *entries: str,
        reason: str,
        author: str,
        documents: Iterable[str] = (),
        values: dict[str, Any] | None = None,
    ) -> "Decision":
        """Decide as an analyst: `merge` entries, `split` documents off one, `amend` its values, `reject`, `confirm`.

        Values may be as a person writes them; see `questions.amending`.
        """
        from memcon.questions import amending

        told = amending.values(values) if values else values
        return self.store.decide(kind, entries, reason=reason, author=author, documents=documents, values=told)

    def decisions(self) -> "list[Decision]":
        """All decisions, undone ones too, in the order they were made."""
        from memcon.record import decisions

        answer: list[Decision] = self.store.ask(decisions.listed)
        return answer

    def undo(self, number: int, *, author: str) -> "Decision":
        """Take a decision back."""
        return self.store.undo(number, author=author)

    def rebuild(self, *, reread: bool = False) -> int:
        """Make every entry anew from readings and decisions; with `reread`, read every document anew first."""
        from memcon import read

        return self.store.rebuild(read if reread else None)


def day(edtf: str) -> dt.date:
    """The last day of a date asked for; RecordError where it is none."""
    last: str = bounded(None, edtf)["until"]
    return dt.date.fromisoformat(last)


def bounded(since: str | None, until: str | None) -> dict[str, Any]:
    """First and last day of a time asked for, as ISO 8601; RecordError where it is no EDTF date or ends before it
    begins.
    """
    from memcon.errors import RecordError
    from memcon.model import interval

    bounds: dict[str, Any] = {"since": None, "until": None}
    for name, value in (("since", since), ("until", until)):
        if value is None:
            continue
        days = interval(value)
        if days is None:
            raise RecordError(f"{value} is not a date such as 2024, 2024-09 or 2024-09-10")
        bounds[name] = (days.first if name == "since" else days.last).isoformat()
    if bounds["since"] and bounds["until"] and bounds["since"] > bounds["until"]:
        raise RecordError(f"nothing lies between {since} and {until}: the first is the later")
    return bounds
