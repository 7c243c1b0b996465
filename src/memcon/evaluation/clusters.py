"""How well reports of one event end in one entry, against documents known to report the same event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from memcon.merging import Entry


class Scores(NamedTuple):
    """Pairwise precision and recall over pairs of documents, and B-cubed over documents.

    A pair of documents is predicted where they share an entry. `wrong` lists predicted pairs of documents that are
    known to report different events, with the entry they share: a background event both mention counts against the
    figure, though it may be right.
    """

    precision: float
    recall: float
    b_cubed: float
    pairs: int
    found: int
    wrong: tuple[tuple[str, str, str], ...]
    missed: tuple[tuple[str, str], ...]


def score(entries: Iterable[Entry], clusters: Mapping[str, str]) -> Scores:
    """Compare shared entries with known clusters (document to cluster)."""
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        known = sorted(d for d in entry.documents if d in clusters)
        for pair in combinations(known, 2):
            shared[pair].append(entry.id)
    together: dict[str, list[str]] = defaultdict(list)
    for document, name in sorted(clusters.items()):
        together[name].append(document)
    true = {pair for documents in together.values() for pair in combinations(documents, 2)}
    predicted = set(shared)
    right = predicted & true
    neighbours: dict[str, set[str]] = {d: {d} for d in clusters}
    for one, other in predicted:
        neighbours[one].add(other)
        neighbours[other].add(one)
    precision = [len(_same(n, d, clusters)) / len(n) for d, n in neighbours.items()]
    recall = [len(_same(n, d, clusters)) / len(together[clusters[d]]) for d, n in neighbours.items()]
    p, r = (sum(v) / len(v) if v else 1.0 for v in (precision, recall))
    return Scores(
        precision=len(right) / len(predicted) if predicted else 1.0,
        recall=len(right) / len(true) if true else 1.0,
        b_cubed=2 * p * r / (p + r) if p + r else 0.0,
        pairs=len(true),
        found=len(right),
        wrong=tuple((*pair, e) for pair in sorted(predicted - true) for e in shared[pair]),
        missed=tuple(sorted(true - predicted)),
    )


def _same(neighbours: set[str], document: str, clusters: Mapping[str, str]) -> set[str]:
    return {n for n in neighbours if clusters[n] == clusters[document]}
