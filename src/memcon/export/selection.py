"""What is exported: entries of a record under filters, and the documents and readings they rest on."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec

from memcon.merging import Entry
from memcon.model import Document, Reading
from memcon.questions.record import Record, bounded, day
from memcon.record import Kept, Standing, archive, copies

Unit = Literal["month", "year"]
PIECE = 200  # documents held in memory at a time


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The filters, as for a timeline: parties by code or name, dates in EDTF, types of event.

    `as_of` is the day to which silences and due dates count, and the date that files bear which need one.
    `unit` and `directed` shape tables of dyads.
    """

    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    as_of: str
    unit: Unit = "month"
    directed: bool = False


class Selection:
    """Entries of a record under filters; each part is asked for once, when it is first needed."""

    def __init__(self, record: Record, asked: Asked):
        self.record = record
        self.asked = asked
        self.day: dt.date = day(asked.as_of)

    @functools.cached_property
    def bounds(self) -> tuple[str | None, str | None]:
        """First and last day asked for, ISO 8601."""
        days = bounded(self.asked.since, self.asked.until)
        return days["since"], days["until"]

    @functools.cached_property
    def entries(self) -> list[Entry]:
        """Entries in order of date, undated ones last."""
        a = self.asked
        return self.record.timeline(*a.parties, since=a.since, until=a.until, types=a.types)

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set: without one, documents that hold no event belong to the selection too."""
        a = self.asked
        return bool(a.parties or a.since or a.until or a.types)

    @functools.cached_property
    def names(self) -> list[str]:
        """Ids of the documents: those the entries rest on, or all where nothing was filtered."""
        if self.narrowed:
            return sorted({name for e in self.entries for name in e.documents})
        found: list[Kept] = self.record.store.ask(archive.kept)
        return sorted(k.id for k in found)

    @functools.cached_property
    def kept(self) -> list[Kept]:
        """The documents without their texts, in order of id."""
        found: list[Kept] = self.record.store.ask(lambda c: archive.kept(c, self.names))
        return sorted(found, key=lambda k: k.id)

    def read(self) -> Iterator[tuple[Document, Reading]]:
        """The documents with their readings, in order of id; so many at a time, however large the record."""
        for at in range(0, len(self.names), PIECE):
            piece = self.names[at : at + PIECE]
            found: list[tuple[Document, Reading]] = self.record.store.ask(functools.partial(_both, names=piece))
            yield from found

    def whole(self) -> Iterator[Standing]:
        """The documents with their readings, copies and originals, in order of id; so many at a time."""
        for at in range(0, len(self.names), PIECE):
            piece = self.names[at : at + PIECE]
            found: list[Standing] = self.record.store.ask(functools.partial(copies.whole, names=piece))
            yield from found

    @functools.cached_property
    def addresses(self) -> dict[str, str]:
        """The address of each document that has one."""
        return {k.id: k.url for k in self.kept if k.url}


def _both(connection: Any, names: Iterable[str]) -> list[tuple[Document, Reading]]:
    return [(archive.document(connection, n), archive.reading(connection, n)) for n in names]
