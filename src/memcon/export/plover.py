"""PLOVER (Open Event Data Alliance): one row an event that occurred, with its root and mode from the codebook."""

from collections.abc import Iterable, Mapping
from typing import Any

from memcon.export import entrytext
from memcon.export.coded import sides, tsv
from memcon.export.format import Format
from memcon.merging import Entry
from memcon.model import interval
from memcon.questions.codebook import event_types

COLUMNS = (
    "event_id", "date", "date_last", "event", "mode", "actor_country", "actor_name", "recipient_country",
    "recipient_name", "place", "country", "documents", "url", "text",
)  # fmt: skip


def table(entries: Iterable[Entry], addresses: Mapping[str, str]) -> str:
    """Tab-separated. In a contact nobody is said to have begun, all parties are actors, as PLOVER asks of CONSULT."""
    codes = {t.name: t.plover for t in event_types()}
    return tsv(COLUMNS, (_row(e, codes[e.type], addresses) for e in entries if e.status == "occurred"))


def _row(e: Entry, code: str, addresses: Mapping[str, str]) -> dict[str, Any]:
    root, _, mode = code.partition("/")
    days = interval(e.date)
    acting, upon = sides(e)
    return {
        "event_id": e.id,
        "date": days.first if days else None,
        "date_last": days.last if days else None,
        "event": root,
        "mode": mode,
        "actor_country": acting,
        "actor_name": [p.name for p in e.participants if p.name and p.party in acting],
        "recipient_country": upon,
        "recipient_name": [p.name for p in e.participants if p.name and p.party in upon],
        "place": e.place.name if e.place else None,
        "country": e.place.country if e.place else None,
        "documents": e.documents,
        "url": entrytext.address(e, addresses),
        "text": e.evidence,
    }


FORMAT = Format("plover", "events that occurred, coded in PLOVER, as TSV", lambda s: table(s.entries, s.addresses))
