"""An entry in a few words, and the names (URNs) by which other systems can tell entries and documents apart."""

from collections.abc import Mapping
from urllib.parse import quote

from memcon.merging import Entry
from memcon.model import interval
from memcon.questions import parties, wording


def title(entry: Entry) -> str:
    """What and who: `video call: Lloyd Austin (USA) – Dong Jun (CHN)`."""
    return f"{wording.kind(entry)}: {wording.who(entry, parties.name)}"


def summary(entry: Entry) -> str:
    """When, where, under which mechanism, how well sourced, and the sentence it rests on."""
    place = wording.place(entry.place)
    told = [wording.date(entry.date), place, entry.mechanism or "", wording.sources(entry)]
    return f"{', '.join(t for t in told if t)}. “{' '.join(entry.evidence.split())}”"


def urn(kind: str, name: str) -> str:
    """`urn:memcon:entry:NAME`; not registered, but the same wherever the record is."""
    return f"urn:memcon:{kind}:{quote(name, safe='')}"


def first_day(edtf: str | None) -> str | None:
    """The first day an EDTF date may mean, ISO 8601."""
    days = interval(edtf)
    return days.first.isoformat() if days else None


def known_on(entry: Entry) -> str | None:
    """The first day a source told of the entry; where no source is dated, the first day the event may have been."""
    told = [day for s in entry.sources if (day := first_day(s.document_date))]
    return min(told, default=first_day(entry.date))


def address(entry: Entry, addresses: Mapping[str, str]) -> str | None:
    """The address of the first of its documents that has one."""
    return next((addresses[d] for d in entry.documents if d in addresses), None)
