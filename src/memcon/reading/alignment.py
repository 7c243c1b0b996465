"""A page in two languages: passages that translate each other, one entry for what both tell, and where they differ.

Passages are aligned in order by what survives translation (`anchors`). Only where most of the shorter version finds its
counterpart is the page taken for a translation at all; then its versions are compared (`translations`).
"""

import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from memcon.knowledge import Knowledge
from memcon.model import Commitment, Event, Evidence, Participant, Statement, TranslationDifference, interval
from memcon.reading.analysis import Page
from memcon.reading.anchors import Block, block
from memcon.reading.findings import Findings

_ALIKE = 0.25  # similarity from which two passages can be translations of each other
_MOST_COMPARED = 40_000  # pairs of passages: 200 of each language, more than any page in two languages has
_FEW = 7  # days that one event may last
_COVERED = 0.5  # share of the shorter version that must find its counterpart
_GROUPS = (
    frozenset({"meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter"}),
    frozenset({"contact_refused", "contact_unanswered", "contact_suspended"}),
)
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?|[^.!?\n]+(?:[.!?](?=\s|$))?")


class Version(NamedTuple):
    """The passages of one language: `language` as in the page (`en`, `zh-Hant`)."""

    language: str
    blocks: tuple[Block, ...]


class Pair(NamedTuple):
    """Passages that translate each other: of the first and of the second version, one or two each."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


class Joined(NamedTuple):
    """What a page in several languages says, each thing once, and where two versions of one text differ."""

    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]
    differences: tuple[TranslationDifference, ...] = ()


def join(findings: Mapping[str, Findings], page: Page, knowledge: Knowledge) -> Joined:
    """Entries of all languages, those told in two only once, and the differences of two versions of one text.

    `findings` maps a language tag (`en`, `zh-Hant`) to what its passages say. A joined entry keeps the values of the
    language that comes first in the page and the quotes of both.
    """
    everything = Joined(
        tuple(e for f in findings.values() for e in f.events),
        tuple(s for f in findings.values() for s in f.statements),
        tuple(c for f in findings.values() for c in f.commitments),
    )
    versions = versions_of(page, knowledge)
    if len(versions) != 2 or len(findings) < 2:
        return everything
    pairs = align(*versions)
    if not translated(pairs, *versions):
        return everything
    from memcon.reading import translations

    one, other = (_of(findings, v.language) for v in versions)
    return Joined(
        _joined(page, one.events, other.events, pairs, knowledge),
        _sayings(one.statements, other.statements, pairs, _same_speaker),
        _sayings(one.commitments, other.commitments, pairs, _same_parties),
        translations.differences(page, versions, pairs, one.events, other.events, knowledge),
    )


def versions_of(page: Page, knowledge: Knowledge) -> list[Version]:
    """The page's languages in order of appearance, each with its story passages; the two scripts of Chinese are one."""
    by_language: dict[str, list[int]] = {}
    tags: dict[str, str] = {}
    for i, passage in enumerate(page.passages):
        if passage.kind in ("title", "body") and passage.language != "und":
            primary = passage.language.split("-")[0]
            tags.setdefault(primary, passage.language)
            by_language.setdefault(primary, []).append(i)
    return [
        Version(tags[primary], tuple(block(page, i, knowledge) for i in indices))
        for primary, indices in by_language.items()
    ]


def align(left: Version, right: Version) -> list[Pair]:
    """The best pairing of two versions that keeps the order of both; a passage may be two in the other version."""
    weights = _weights([*left.blocks, *right.blocks])
    n, m = len(left.blocks), len(right.blocks)
    if n * m > _MOST_COMPARED:
        return []
    best: dict[tuple[int, int], tuple[float, tuple[int, int], bool]] = {(0, 0): (0.0, (0, 0), False)}
    for i, j in itertools.product(range(n + 1), range(m + 1)):
        options = []
        if i:
            options.append((best[i - 1, j][0], (i - 1, j), False))
        if j:
            options.append((best[i, j - 1][0], (i, j - 1), False))
        for di, dj in ((1, 1), (2, 1), (1, 2)):
            if i >= di and j >= dj:
                score = similarity(left.blocks[i - di : i], right.blocks[j - dj : j], weights) - _ALIKE
                # Joined passages must earn it: two for one counts less than each for itself.
                options.append((best[i - di, j - dj][0] + score - 0.1 * (di + dj - 2), (i - di, j - dj), True))
        if options:
            best[i, j] = max(options, key=lambda option: option[0])
    pairs = []
    at = (n, m)
    while at != (0, 0):
        _, before, paired = best[at]
        if paired:
            pairs.append(Pair(left.blocks[before[0] : at[0]], right.blocks[before[1] : at[1]]))
        at = before
    return pairs[::-1]


def _weights(blocks: Sequence[Block]) -> dict[tuple[str, str | float], float]:
    """Rare anchors tell more than those in every passage."""
    counts = Counter(f for b in blocks for f in b.features)
    return {f: math.log(1 + len(blocks) / c) for f, c in counts.items()}


def similarity(
    left: Iterable[Block], right: Iterable[Block], weights: Mapping[tuple[str, str | float], float]
) -> float:
    """Share of the anchors' weight that both have, 0 to 1; Latin words of a Chinese passage count as anchors."""
    left, right = list(left), list(right)
    a = {f for b in left for f in b.features if f[0] != "number" or f[1] not in (1.0, 2.0)}
    b = {f for b in right for f in b.features if f[0] != "number" or f[1] not in (1.0, 2.0)}
    latin = (
        [w for block_ in right for w in block_.latin] if len(_latin(right)) <= len(_latin(left)) else list(_latin(left))
    )
    other = _latin(left) if len(_latin(right)) <= len(_latin(left)) else _latin(right)
    shared_words = sum(w in other for w in latin)
    shared = sum(weights.get(f, 0.0) for f in a & b) + shared_words
    smaller = min(sum(weights.get(f, 0.0) for f in side) for side in (a, b)) + len(latin)
    return min(1.0, shared / smaller) if smaller else 0.0


def _latin(blocks: Iterable[Block]) -> frozenset[str]:
    return frozenset(w for b in blocks for w in b.latin)


def translated(pairs: Sequence[Pair], left: Version, right: Version) -> bool:
    """Whether the two are versions of one text: most of the shorter one has found its counterpart."""
    if not pairs:
        return False
    covered = [sum(len(b.text) for p in pairs for b in p[side]) for side in (0, 1)]
    whole = [sum(len(b.text) for b in v.blocks) for v in (left, right)]
    return max(c / w for c, w in zip(covered, whole, strict=True) if w) >= _COVERED


def _of(findings: Mapping[str, Findings], language: str) -> Findings:
    exact = findings.get(language)
    if exact is None:
        primary = language.split("-")[0]
        exact = next((f for tag, f in findings.items() if tag.split("-")[0] == primary), None)
    return exact or Findings()


def _sayings(
    first: Sequence[Any], second: Sequence[Any], pairs: Sequence[Pair], same: Callable[[Any, Any], bool]
) -> tuple[Any, ...]:
    """Statements or undertakings of both versions: a speaker's n-th in a passage is the n-th in its translation."""
    left = list(second)
    done: list[Any] = []
    for one in first:
        there = _translation_of(one.quotes[0].start, pairs) if one.quotes else ()
        match = next((o for o in left if o.quotes and _inside(o.quotes[0].start, there) and same(one, o)), None)
        if match is not None:
            left.remove(match)
            one = msgspec.structs.replace(one, quotes=(*one.quotes, *match.quotes))
        done.append(one)
    return (*done, *left)


def _translation_of(position: int, pairs: Sequence[Pair]) -> tuple[Block, ...]:
    """The passages of the second version that translate the one of the first at a position."""
    return next((p.right for p in pairs if _inside(position, p.left)), ())


def _inside(position: int, blocks: Iterable[Block]) -> bool:
    return any(b.start <= position < b.end for b in blocks)


def _same_speaker(a: Statement, b: Statement) -> bool:
    if a.official and b.official:
        return a.official == b.official
    return a.party == b.party


def _same_parties(a: Commitment, b: Commitment) -> bool:
    return set((a.by or "").split("|")) == set((b.by or "").split("|"))


def _joined(
    page: Page, first: Sequence[Event], second: Sequence[Event], pairs: Sequence[Pair], knowledge: Knowledge
) -> tuple[Event, ...]:
    matches = _matched(first, second)
    both: list[Event] = []
    alone: list[tuple[int, Event]] = []
    order: dict[int, int] = {}
    for n, event in enumerate(first):
        if n in matches:
            order[len(both)] = n
            both.append(_renamed(_merged(event, second[matches[n]]), pairs, knowledge))
        else:
            alone.append((n, _with_counterpart(page, event, pairs, 0)))
    left = [e for m, e in enumerate(second) if m not in matches.values()]
    alone += [(len(first), _renamed(_with_counterpart(page, e, pairs, 1), pairs, knowledge)) for e in left]
    kept = []
    for n, event in alone:
        again = next((k for k, told in enumerate(both) if _told_again(event, told)), None)
        if again is None:
            kept.append((n, event))
        else:
            both[again] = msgspec.structs.replace(both[again], quotes=(*both[again].quotes, *event.quotes))
    ranked = [*((order[k], event) for k, event in enumerate(both)), *kept]
    return tuple(event for _, event in sorted(ranked, key=lambda pair: pair[0]))


def _matched(first: Sequence[Event], second: Sequence[Event]) -> dict[int, int]:
    """Which entry of the first version is which of the second, the likest pairs first."""
    found: dict[int, int] = {}
    alike = [(likeness(a, b), n, m) for n, a in enumerate(first) for m, b in enumerate(second)]
    for score, n, m in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score > 0 and n not in found and m not in found.values():
            found[n] = m
    return found


def _told_again(event: Event, told: Event) -> bool:
    """Whether what one version alone tells is a contact that both tell: the same people within a few days."""
    mine, theirs = ({p.official for p in e.participants if p.official} for e in (event, told))
    x, y = interval(event.date), interval(told.date)
    near = x is None or y is None or x.gap(y) <= _FEW
    return {event.type, told.type} <= _GROUPS[0] - {"visit"} and len(mine) > 1 and mine == theirs and near


def likeness(a: Event, b: Event) -> float:
    """How surely two entries tell of one event; 0 where kind, parties or days do not agree."""
    kinds = a.type == b.type or any({a.type, b.type} <= group for group in _GROUPS)
    mine, theirs = parties(a), parties(b)
    x, y = interval(a.date), interval(b.date)
    apart = x is not None and y is not None and x.gap(y) > 1
    if not kinds or apart or not (mine <= theirs or theirs <= mine) or not mine & theirs:
        return 0.0
    people = {p.official for p in a.participants if p.official}, {p.official for p in b.participants if p.official}
    if people[0] and people[1] and not people[0] & people[1]:
        return 0.0
    return 1.0 + 3 * (a.type == b.type) + (mine == theirs) + (x is not None and x == y) + len(people[0] & people[1])


def parties(event: Event) -> frozenset[str]:
    """The codes of an entry's participants."""
    return frozenset(c for p in event.participants for c in (p.party or "").split("|") if c)


def _merged(a: Event, b: Event) -> Event:
    """The first version's entry with what only the second tells, and the quotes of both."""
    known = {p.official for p in a.participants if p.official}
    nameless = {p.party for p in a.participants if not p.name}
    extra = [p for p in b.participants if p.official and p.official not in known and p.party in nameless]
    kept = [p for p in a.participants if p.name or p.party not in {e.party for e in extra}]
    people: tuple[Participant, ...] = (*kept, *extra)
    return msgspec.structs.replace(
        a,
        participants=people,
        date=_narrower(a.date, b.date),
        place=a.place or b.place,
        mechanism=a.mechanism or b.mechanism,
        first_since=a.first_since or b.first_since,
        confidence=max(a.confidence, b.confidence, min(0.95, a.confidence + 0.1)),
        quotes=(*a.quotes, *b.quotes),
    )


def _narrower(a: str | None, b: str | None) -> str | None:
    """Of two dates that agree the more exact, and of a day and the few days that hold it, those; else the first."""
    x, y = interval(a), interval(b)
    if x is None or y is None:
        return a or b
    holds = y.first <= x.first and x.last <= y.last and x.days < y.days <= _FEW
    return b if holds or (x.overlaps(y) and _FEW * y.days < x.days) else a


def _with_counterpart(page: Page, event: Event, pairs: Sequence[Pair], side: int) -> Event:
    """An entry that only one version's rules saw, with the sentence of the other that tells of the same parties."""
    quote = next((q for q in event.quotes if q.field == "event"), None)
    if quote is None:
        return event
    for pair in pairs:
        if any(b.start <= quote.start < b.end for b in pair[side]):
            found = _counterpart(page, event, pair[1 - side])
            return msgspec.structs.replace(event, quotes=(*event.quotes, found)) if found is not None else event
    return event


def _renamed(event: Event, pairs: Sequence[Pair], knowledge: Knowledge) -> Event:
    """Persons of an entry that only the second version told, under the names that the first version writes."""
    text = " ".join(b.text for p in pairs for b in p.left)
    people = []
    for p in event.participants:
        names: list[str] = []
        if p.official is not None and p.official in knowledge.tenures.officials:
            official = knowledge.tenures.official(p.official)
            names = [n for n in (official.name, *official.aliases) if n in text]
        people.append(msgspec.structs.replace(p, name=max(names, key=len)) if names else p)
    return msgspec.structs.replace(event, participants=tuple(people))


def _counterpart(page: Page, event: Event, blocks: Iterable[Block]) -> Evidence | None:
    wanted = parties(event)
    days = interval(event.date)
    best: tuple[int, int, int] | None = None
    for b in blocks:
        told = {str(a.value) for a in b.parties} | {str(v) for kind, v in b.features if kind == "party"}
        if not wanted <= told:
            continue
        for m in _SENTENCE.finditer(b.text):
            start, end = b.start + m.start(), b.start + m.end()
            shared = len({a.value for a in b.parties if start <= a.start < end} & wanted)
            if days is not None and days.days == 1:
                shared += any(a.value == days.first.day for a in b.numbers if start <= a.start < end)
            if best is None or shared > best[0]:
                best = (shared, start, end)
    if best is None or best[0] == 0:
        return None
    return page.evidence(best[1], best[2], "event", "alignment.translated")
