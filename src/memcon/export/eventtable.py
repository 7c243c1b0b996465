"""Events as a table, one row an entry: the columns, what each means, and how it is got, for CSV, Excel and Parquet."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from memcon.merging import Entry
from memcon.model import Participant, interval
from memcon.questions import wording


class Column(NamedTuple):
    """A column: `kind` is text, date, number, count or list; `value` its cell of an entry, None if not known."""

    name: str
    kind: str
    says: str
    value: Callable[[Entry], Any]


def _first(e: Entry) -> str | None:
    days = interval(e.date)
    return days.first.isoformat() if days else None


def _last(e: Entry) -> str | None:
    days = interval(e.date)
    return days.last.isoformat() if days else None


def _people(e: Entry, told: Callable[[Participant], str | None]) -> list[str]:
    return [word for p in e.participants if (word := told(p))]


COLUMNS = (
    Column("id", "text", "Name of the entry; `memcon why ID` tells what it rests on.", lambda e: e.id),
    Column("date", "text", "When, as EDTF (ISO 8601-2): a day, month, year or interval; ~ approximate.",
           lambda e: e.date),
    Column("first", "date", "First day it may have been (ISO 8601).", _first),
    Column("last", "date", "Last day it may have been; equal to `first` where the day is known.", _last),
    Column("type", "text", "Type of event; see the codebook.", lambda e: e.type),
    Column("status", "text", "occurred, planned, cancelled or denied.", lambda e: e.status),
    Column("parties", "list", "Codes of the parties: ISO 3166-1 alpha-3, or an organisation's acronym.",
           lambda e: e.parties),
    Column("participants", "list", "Who took part, with the party's code.", lambda e: _people(e, wording.person)),
    Column("officials", "list", "Identities of people the tables know: Wikidata id or name@party.",
           lambda e: _people(e, lambda p: p.official)),
    Column("initiator", "text", "Party that acted, asked or refused; | joins several.", lambda e: e.initiator),
    Column("target", "text", "Party acted upon, asked or refused.", lambda e: e.target),
    Column("place", "text", "City or venue, as written.", lambda e: e.place.name if e.place else None),
    Column("country", "text", "Country of the place, ISO 3166-1 alpha-3.",
           lambda e: e.place.country if e.place else None),
    Column("mechanism", "text", "The dialogue or agreement it belongs to.", lambda e: e.mechanism),
    Column("topics", "list", "What it was about; see the codebook.", lambda e: e.topics),
    Column("first_since", "text", "Where a source calls it the first in some time: that time, ISO 8601 duration.",
           lambda e: e.first_since),
    Column("confidence", "number", "How sure the reading is, from 0 to 1.", lambda e: e.confidence),
    Column("state", "text", "machine, or confirmed or amended by an analyst.", lambda e: e.state),
    Column("disagreements", "list", "Fields on which sources exclude each other.", lambda e: e.disagreements),
    Column("sources", "count", "Number of documents that report it.", lambda e: len(e.documents)),
    Column("documents", "list", "Ids of these documents.", lambda e: e.documents),
    Column("evidence", "text", "The sentence it rests on, word for word.", lambda e: e.evidence),
)  # fmt: skip


def rows(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """One row an entry under the names of `COLUMNS`."""
    for e in entries:
        yield {c.name: c.value(e) for c in COLUMNS}


def dictionary() -> list[dict[str, str]]:
    """The data dictionary: name, kind and meaning of each column."""
    return [{"column": c.name, "kind": c.kind, "meaning": c.says} for c in COLUMNS]
