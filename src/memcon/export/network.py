"""Who dealt with whom as a network, for GEXF and GraphML: parties, and an edge for each two that share an event."""

from collections.abc import Iterable

import msgspec

from memcon.merging import Entry
from memcon.merging.entry import pairs
from memcon.model import interval
from memcon.questions.parties import name
from memcon.questions.words import BREAKS, CONTACTS


class Edge(msgspec.Struct, frozen=True):
    """Two parties and the numbers of events that occurred between them; `first` and `last` are days, ISO 8601."""

    a: str
    b: str
    contacts: int
    breaks: int
    acts: int
    first: str
    last: str

    @property
    def weight(self) -> int:
        """All events."""
        return self.contacts + self.breaks + self.acts


# The attributes of an edge beside its weight, with the name of their type in both formats.
ATTRIBUTES = (("contacts", "int"), ("breaks", "int"), ("acts", "int"), ("first", "string"), ("last", "string"))


def network(entries: Iterable[Entry]) -> tuple[list[tuple[str, str]], list[Edge]]:
    """Parties with their names, and edges, both in order of code. Events that did not occur make no edge."""
    shared: dict[tuple[str, str], list[Entry]] = {}
    for e in entries:
        if e.status == "occurred":
            for pair in pairs(e):
                shared.setdefault(pair, []).append(e)
    edges = [_edge(a, b, found) for (a, b), found in sorted(shared.items())]
    return [(code, name(code)) for code in sorted({p for pair in shared for p in pair})], edges


def _edge(a: str, b: str, entries: list[Entry]) -> Edge:
    days = [d for e in entries if (d := interval(e.date))]
    contacts = sum(e.type in CONTACTS for e in entries)
    breaks = sum(e.type in BREAKS for e in entries)
    return Edge(
        a,
        b,
        contacts,
        breaks,
        len(entries) - contacts - breaks,
        min((d.first.isoformat() for d in days), default=""),
        max((d.last.isoformat() for d in days), default=""),
    )
