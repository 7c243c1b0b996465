"""Whether confidence means what it says: of the events read with confidence 0.8, eight in ten should be there.

A reliability table in the sense of DeGroot and Fienberg (1983): events in bins of confidence, and in each bin the share
that the reference answers hold. The calibration error is the mean distance of the two, weighed by the events in a bin.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.evaluation.matching import fully_right
from memcon.evaluation.tally import Comparison

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Events whose confidence lies from `low` to below `high` (1 belongs to the last bin); shares are 0 to 1."""

    low: float
    high: float
    events: int
    confidence: float
    found: float
    fully_right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that hold events, and the expected calibration error (0 is perfect)."""

    bins: tuple[Bin, ...]
    error: float | None


def calibration(comparisons: Iterable[Comparison]) -> Calibration:
    """Compare the confidence of every event that counts with whether it is in the answers."""
    seen: list[tuple[float, bool, bool]] = []
    for comparison in comparisons:
        wanted_by_given = {j: i for i, j in comparison.pairs}
        for j, event in enumerate(comparison.given_events):
            i = wanted_by_given.get(j)
            if event.confidence is None or (i is not None and comparison.optional(i)):
                continue
            right = i is not None and fully_right(comparison.wanted_events[i], event)
            seen.append((event.confidence, i is not None, right))
    bins: list[Bin] = []
    for number in range(BINS):
        inside = [s for s in seen if min(int(s[0] * BINS), BINS - 1) == number]
        if inside:
            n = len(inside)
            mean = [round(sum(s[k] for s in inside) / n, 4) for k in range(3)]
            bins.append(Bin(number / BINS, (number + 1) / BINS, n, *mean))
    total = sum(b.events for b in bins)
    error = sum(b.events * abs(b.confidence - b.found) for b in bins) / total if total else None
    return Calibration(tuple(bins), None if error is None else round(error, 4))
