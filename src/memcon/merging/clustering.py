"""Reports into groups that each stand for one event.

Pairs that compare as one event are joined best first. Two groups are joined only where no report of the one contradicts
a report of the other or has too little in common with it, so that a chain of likenesses (the 10th, the 11th, the 12th)
never swallows different events.
Where a report fits two groups that contradict each other about equally well, it joins neither. Nothing depends on the
order of arrival: ties are broken by content. What analysts decided comes first and binds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from memcon.merging.blocking import looked_up, stored
from memcon.merging.comparing import ACTS, MOST_ALIKE, SAME, Comparison, compare, likeness
from memcon.merging.report import Report

MARGIN = 0.5  # a rival this close makes a report ambiguous
TELLS_APART = 3  # groups stay apart if one document in this many tells both
TOLD_TWICE = 7.5  # what two reports of one document must reach: the parties, a person on each side and the day
ACTED_TWICE = 4.5  # the same, of what one side does to another: the parties, the direction and a day or the next
_BOTH_TOLD = "one document tells both"
_QUOTES = 4  # quotes compared word by word between two groups

Place = tuple[str, int]  # document and number of a report


class Join(NamedTuple):
    """Why two reports are one event."""

    left: Place
    right: Place
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True)
class Bonds:
    """What analysts decided: reports that belong together, and reports that do not. Places are unordered pairs."""

    together: frozenset[tuple[Place, Place]] = frozenset()
    apart: frozenset[tuple[Place, Place]] = frozenset()


@dataclass
class _Group:
    """Reports that compare alike with all others; clusters are sets of groups."""

    reports: list[Report]

    @property
    def first(self) -> Report:
        return self.reports[0]

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(r.document for r in self.reports)


@dataclass
class Cluster:
    """Reports of one event and why they were joined."""

    reports: list[Report]
    joins: list[Join] = field(default_factory=list)


def place(report: Report) -> Place:
    """Document and number."""
    return (report.document, report.number)


def _grouped(reports: Iterable[Report], bonds: Bonds) -> list[_Group]:
    bound = {p for pair in (*bonds.together, *bonds.apart) for p in pair}
    groups: dict[str, _Group] = {}
    alike: dict[str, bool] = {}
    for report in sorted(reports, key=lambda r: (r.key, place(r))):
        if report.signature not in alike:
            alike[report.signature] = compare(report, report, words=False).same
        # Reports too vague to be told apart from their like stand alone, as do those an analyst spoke of.
        alone = place(report) in bound or not alike[report.signature]
        key = f"{report.signature} {place(report)}" if alone else report.signature
        groups.setdefault(key, _Group([])).reports.append(report)
    return list(groups.values())


def _score(a: _Group, b: _Group) -> Comparison:
    base = compare(a.first, b.first, words=False)
    if base.score is None:
        return base
    best = max((likeness(x, y) for x in a.reports[:_QUOTES] for y in b.reports[:_QUOTES]), default=0.0)
    told = ("nearly the same words",) if best == MOST_ALIKE else ("similar words",) if best else ()
    return Comparison(base.score + best, base.because + told)


class _Pairs:
    """Comparisons of groups, each made once."""

    def __init__(self, groups: list[_Group], bonds: Bonds) -> None:
        self.groups = groups
        self.bonds = bonds
        self._known: dict[tuple[int, int], Comparison] = {}

    def __call__(self, a: int, b: int) -> Comparison:
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            self._known[key] = self._compared(*key)
        return self._known[key]

    def _compared(self, a: int, b: int) -> Comparison:
        left, right = self.groups[a], self.groups[b]
        pair = tuple(sorted((place(left.first), place(right.first))))
        if pair in self.bonds.together:
            return Comparison(100.0, ("an analyst's decision",))
        if pair in self.bonds.apart:
            return Comparison(None, ("an analyst's decision",))
        both = len(left.documents & right.documents)
        if both * TELLS_APART >= min(len(left.documents), len(right.documents)) and not _twice(left.first, right.first):
            return Comparison(None, (_BOTH_TOLD,))
        return _score(left, right)

    def rivals(self, a: int, b: int) -> bool:
        """Whether two groups contradict each other, and not only because one document tells both, as twice."""
        found = self(a, b)
        if found.because == (_BOTH_TOLD,):
            return not _score(self.groups[a], self.groups[b]).same
        return found.different


def _twice(a: Report, b: Report) -> bool:
    """Whether one document tells the same event twice, as a page in two languages does.

    Both sides' people and the day agree, or who acted on whom and the day; or it is told once more without anybody's
    name. A round and the meeting that it was share the name of the dialogue.
    """
    if a.event.type != b.event.type and not a.mechanism & b.mechanism:
        return False
    told = compare(a, b, words=False)
    if told.score is None or a.days is None or b.days is None:
        return told.score is not None and told.score >= TOLD_TWICE
    once = a.event.type == b.event.type and a.days == b.days and a.days.days == 1
    if once and a.family in ("call", "gathering") and not (a.people and b.people):
        return told.same  # "the call was frank": nobody is named again
    acted = a.family in ACTS and a.event.type == b.event.type and a.ends == b.ends and None not in a.ends
    # "Recalled its envoy and sent the other home": what one sentence tells twice is two.
    left, right = a.event.evidence, b.event.evidence
    apart = left not in right and right not in left
    return told.score >= (ACTED_TWICE if acted and apart else TOLD_TWICE)


def _candidates(groups: list[_Group]) -> list[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in stored(group.first):
            index[key].append(number)
    found: set[tuple[int, int]] = set()
    for number, group in enumerate(groups):
        for key in looked_up(group.first):
            found.update((min(number, other), max(number, other)) for other in index.get(key, ()) if other != number)
    return sorted(found)


def _clear(edges: dict[tuple[int, int], float], pairs: _Pairs) -> list[tuple[int, int]]:
    """The edges whose ends fit no rival about as well."""
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)

    def rivalled(end: int, other: int, score: float) -> bool:
        return any(
            edges[min(end, rival), max(end, rival)] >= score - MARGIN and pairs.rivals(other, rival)
            for rival in near[end]
            if rival != other
        )

    return [
        (a, b) for (a, b), score in edges.items() if score >= 50 or not (rivalled(a, b, score) or rivalled(b, a, score))
    ]


def cluster(reports: Iterable[Report], bonds: Bonds | None = None) -> list[Cluster]:
    """Group the reports of one event. Every report is in exactly one cluster; the result is in order of content."""
    bonds = bonds or Bonds()
    groups = _grouped(reports, bonds)
    pairs = _Pairs(groups, bonds)
    candidates = set(_candidates(groups))
    if bonds.together:
        numbers = {place(g.first): n for n, g in enumerate(groups)}
        for left, right in bonds.together:
            if left in numbers and right in numbers:
                a, b = numbers[left], numbers[right]
                candidates.add((min(a, b), max(a, b)))
    edges: dict[tuple[int, int], float] = {}
    for a, b in sorted(candidates):
        score = pairs(a, b).score
        if score is not None and score >= SAME:
            edges[a, b] = score
    return _agglomerated(groups, pairs, sorted(_clear(edges, pairs), key=lambda e: (-edges[e], e)))


def _agglomerated(groups: list[_Group], pairs: _Pairs, order: list[tuple[int, int]]) -> list[Cluster]:
    home = list(range(len(groups)))
    members: dict[int, list[int]] = {n: [n] for n in home}
    joins: dict[int, list[Join]] = {n: [] for n in home}
    for a, b in order:
        left, right = home[a], home[b]
        if left == right:
            continue
        decided = (pairs(a, b).score or 0) >= 50
        if not decided and any(pairs(x, y).unlike for x in members[left] for y in members[right]):
            continue
        joined = pairs(a, b)
        reason = Join(place(groups[a].first), place(groups[b].first), joined.score or 0.0, joined.because)
        joins[left] += [*joins.pop(right), reason]
        for n in members[right]:
            home[n] = left
        members[left] += members.pop(right)
    clusters = []
    for root, inside in members.items():
        same_text = [j for n in inside for j in _alike(groups[n])]
        told = sorted((r for n in inside for r in groups[n].reports), key=lambda r: (r.key, place(r)))
        clusters.append(Cluster(told, sorted(same_text + joins[root])))
    return sorted(clusters, key=lambda c: (c.reports[0].key, place(c.reports[0])))


def _alike(group: _Group) -> list[Join]:
    if len(group.reports) < 2:
        return []
    known = compare(group.first, group.first, words=False)
    return [Join(place(group.first), place(r), known.score or 0.0, known.because) for r in group.reports[1:]]


def closure(
    seeds: Iterable[Report],
    lookup: Callable[[tuple[str, ...]], Iterable[Report]],
    bound: Callable[[Report], Iterable[Report]] = lambda _: (),
) -> list[Report]:
    """The reports that must be clustered anew when `seeds` are: everything joined to them by likeness, step by step.

    `lookup` gives the reports stored under any of some keys, `bound` those that an analyst joined to a report. What is
    outside the closure shares no likeness with what is inside, so that clustering it alone gives the same as clustering
    everything.
    """
    found: dict[Place, Report] = {}
    frontier = list(seeds)
    while frontier:
        found.update((place(report), report) for report in frontier)
        near: dict[tuple[str, ...], dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
        for report in frontier:
            near[looked_up(report)][report.signature].append(report)
        lookup(tuple({key: None for keys in near for key in keys}))  # all at once, then from memory
        step: dict[Place, Report] = {}
        for keys, alike in near.items():
            known = _Known(alike)
            for other in lookup(keys):
                if place(other) not in found and place(other) not in step and known.may_join(other):
                    step[place(other)] = other
        for report in frontier:
            step.update((place(other), other) for other in bound(report) if place(other) not in found)
        frontier = list(step.values())
    return list(found.values())


class _Known:
    """Reports by their signature, each signature compared once with every other: only the words are their own."""

    def __init__(self, alike: dict[str, list[Report]]) -> None:
        self._alike = alike
        self._scores: dict[tuple[str, str], float | None] = {}

    def may_join(self, other: Report) -> bool:
        """Whether any of the reports may be one event with another."""
        return any(self._joins(name, reports, other) for name, reports in self._alike.items())

    def _joins(self, name: str, reports: list[Report], other: Report) -> bool:
        if name == other.signature:
            return True
        pair = (name, other.signature)
        if pair not in self._scores:
            self._scores[pair] = compare(reports[0], other, words=False).score
        score = self._scores[pair]
        if score is None or score + MOST_ALIKE < SAME:
            return False
        return score >= SAME or any(score + likeness(report, other) >= SAME for report in reports)
