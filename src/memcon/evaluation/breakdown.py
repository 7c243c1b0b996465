"""The same figures by outlet, by language or by event type."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from memcon.evaluation.figures import figures, share
from memcon.evaluation.tally import Comparison, Tally, tally

By = Literal["outlet", "language", "type"]


def outlets(folder: Path) -> dict[str, str]:
    """Outlet by document id, from `index.jsonl` in the folder of answers or beside it; empty without one."""
    for path in (folder / "index.jsonl", folder.parent / "index.jsonl"):
        if path.is_file():
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            return {row["id"]: row["outlet"] for row in rows if row.get("outlet")}
    return {}


def _group(comparison: Comparison, by: By, known: Mapping[str, str]) -> str:
    answer = comparison.wanted
    if by == "language":
        return "+".join(answer.languages or ()) or "unknown"
    # Without an index the letters an id starts with tell where a text is from.
    prefix = re.match(r"[^\W\d]*", answer.id)
    return answer.outlet or known.get(answer.id) or (prefix[0] if prefix else "") or "unknown"


def breakdown(comparisons: Iterable[Comparison], by: By, known: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Figures by group, the group with most wanted events first."""
    if by == "type":
        return _by_type(comparisons)
    tallies: dict[str, Tally] = {}
    for comparison in comparisons:
        group = _group(comparison, by, known)
        tallies[group] = tallies.get(group, Tally()) + tally(comparison)
    ordered = sorted(tallies.items(), key=lambda entry: (-entry[1].events.wanted, entry[0]))
    return {group: figures(counts) for group, counts in ordered}


def _by_type(comparisons: Iterable[Comparison]) -> dict[str, dict[str, Any]]:
    total = sum((tally(comparison) for comparison in comparisons), Tally())
    types = sorted(set(total.wanted_by_type) | set(total.given_by_type), key=lambda t: (-total.wanted_by_type[t], t))
    return {
        t: {
            "wanted": total.wanted_by_type[t],
            "recall": share(total.found_by_type[t], total.wanted_by_type[t]),
            "read": total.given_by_type[t],
            "read_with_right_type": share(total.type_right_by_type[t], total.given_by_type[t]),
        }
        for t in types
    }
