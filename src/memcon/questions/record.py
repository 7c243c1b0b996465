"""A record and the questions it answers: what Python users, the command line and the web all ask through."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from memcon.merging import Entry
from memcon.model import Document, Reading
from memcon.questions import parties as naming
from memcon.questions.show import Shown, show
from memcon.questions.timeline import timeline
from memcon.questions.why import Why, why
from memcon.record import Added, Store, finding
from memcon.record.opening import DEFAULT


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

    def counts(self) -> dict[str, int]:
        """How many documents, events and other findings the record holds."""
        return dict(self.store.ask(finding.counts))

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
        codes = [naming.code(p) for p in parties]
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


def bounded(since: str | None, until: str | None) -> dict[str, Any]:
    """First and last day of a time asked for, as ISO 8601; RecordError where it is no EDTF date."""
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
    return bounds
