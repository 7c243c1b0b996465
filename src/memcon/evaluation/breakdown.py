"""The same figures by outlet, by language or by event type."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from memcon.evaluation.answers import Answer
from memcon.evaluation.figures import figures, share
from memcon.evaluation.index import About, about
from memcon.evaluation.tally import Comparison, Tally, tally

By = Literal["outlet", "language", "type"]


def _group(answer: Answer, by: By, index: Mapping[str, About]) -> str:
    known = about(answer, index)
    if by == "language":
        return known.language or "unknown"
    # Without an index the letters an id starts with tell where a text is from.
    prefix = re.match(r"[^\W\d]*", answer.id)
    return known.outlet or (prefix[0] if prefix else "") or "unknown"


def breakdown(comparisons: Iterable[Comparison], by: By, index: Mapping[str, About]) -> dict[str, dict[str, Any]]:
    """Figures by group, the group with most wanted events first."""
    if by == "type":
        return _by_type(comparisons)
    tallies: dict[str, Tally] = {}
    for comparison in comparisons:
        group = _group(comparison.wanted, by, index)
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
