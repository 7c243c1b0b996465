"""What coded event data share: tab-separated rows, and who acts upon whom in an event."""

from collections.abc import Iterable, Mapping
from typing import Any

from memcon.merging import Entry


def tsv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A header and one line a row; tabs and line breaks within a cell become spaces, lists are joined by `;`."""
    names = list(columns)
    lines = ["\t".join(names)]
    lines += ["\t".join(_cell(row.get(name)) for name in names) for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ";".join(_cell(v) for v in value)
    return " ".join(str(value).split())


def sides(e: Entry) -> tuple[list[str], list[str]]:
    """Who acts and who is acted upon, as codes; all parties on the first side where the event does not tell."""
    acting = [p for p in (e.initiator or "").split("|") if p]
    upon = [p for p in (e.target or "").split("|") if p]
    if not acting:
        return [p for p in e.parties if p not in upon], upon
    return acting, upon or [p for p in e.parties if p not in acting]
