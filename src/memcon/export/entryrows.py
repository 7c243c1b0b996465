"""Entries as flat rows, for CSV and tables."""

from typing import Any

from memcon.merging import Entry, as_event
from memcon.questions import wording

COLUMNS = (
    "id", "date", "type", "status", "parties", "participants", "initiator", "target", "place", "country",
    "mechanism", "topics", "state", "disagreements", "documents", "evidence",
)  # fmt: skip


def row(entry: Entry) -> dict[str, Any]:
    """One entry as a flat row under `COLUMNS`."""
    flat = as_event(entry)
    flat["parties"] = entry.parties
    flat["participants"] = [wording.person(p) for p in entry.participants]
    flat["place"] = entry.place.name if entry.place else None
    flat["country"] = entry.place.country if entry.place else None
    return flat
