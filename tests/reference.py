"""Larger sets of reference answers, where they lie beside the repository."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from memcon.model import Document, Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"
needed = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the larger reference sets are not at hand")


def readings(folder: str) -> Iterator[Reading]:
    """The reference answers of a set, as readings."""
    for path in sorted((SHARED / "gold" / folder).glob("*.json")):
        answer = json.loads(path.read_text("utf-8"))
        answer["translation_differences"] = []
        for kind in ("events", "commitments", "mechanisms", "naming"):
            for item in answer.get(kind, ()):
                item.setdefault("evidence", item.get("written", ""))
                if "|" in (item.get("status") or ""):
                    item["status"] = item["status"].split("|")[0]
        yield msgspec.convert(answer, Reading)


def documents(folder: str) -> Iterator[tuple[Document, Reading]]:
    """The same with an empty document each: what is merged and asked does not look at the text."""
    for reading in readings(folder):
        yield Document(id=reading.id, text=reading.id, outlet=reading.outlet), reading


def clusters() -> dict[str, str]:
    """Documents known to report one event, by the name of the event."""
    rows = (SHARED / "gold" / "index.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row["cluster"] for row in map(json.loads, rows) if row.get("cluster")}
