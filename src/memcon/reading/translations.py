"""Where two language versions of one text differ: a name, number, date, list item or party of one that the other lacks.

A difference is told only where nothing in the other version may stand for what this one has: strict on what is asked
for, lenient on what answers.
"""

from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from memcon.knowledge import Knowledge
from memcon.knowledge.names import fold
from memcon.model import Event, Evidence, TranslationDifference, interval
from memcon.reading.alignment import Pair, Version, likeness
from memcon.reading.analysis import Page
from memcon.reading.anchors import Anchor, Block, Entry, lists
from memcon.reading.chinese import lexicon
from memcon.reading.chinese.script import simplify

_SAME_NAME = 80  # of 100: two spellings of one Latin name
_SMALL = 3.0  # numbers up to this are told in too many ways to be compared


def differences(
    page: Page,
    versions: Sequence[Version],
    pairs: Sequence[Pair],
    first: Sequence[Event],
    second: Sequence[Event],
    knowledge: Knowledge,
) -> tuple[TranslationDifference, ...]:
    """All differences of two aligned versions, in the order of the text."""
    languages = (versions[0].language, versions[1].language)
    compare = _Comparison(page, languages, versions, knowledge)
    found = [d for pair in pairs for d in compare.enumerations(pair)]
    spans = [(q.start, q.end) for d in found for q in d.quotes]
    found += compare.parties(spans)
    found += [d for pair in pairs for d in (*compare.numbers(pair), *compare.months(pair))]
    found += compare.glosses()
    found += compare.people(first, second)
    return tuple(sorted(found, key=lambda d: min(q.start for q in d.quotes)))


class _Comparison:
    """Two versions of one page, asked what one has and the other lacks."""

    def __init__(
        self, page: Page, languages: tuple[str, str], versions: Sequence[Version], knowledge: Knowledge
    ) -> None:
        self.page, self.languages, self.versions, self.knowledge = page, languages, versions, knowledge
        self._text = [" ".join(b.text for b in v.blocks) for v in versions]
        self._simple = [simplify(t) for t in self._text]
        self._features = [{f for b in v.blocks for f in b.features} for v in versions]

    def enumerations(self, pair: Pair) -> Iterator[TranslationDifference]:
        """Items of a list of parties that the other version's list lacks; matched by party, whatever their order."""
        left = [run for b in pair.left for run in lists(b)]
        right = [run for b in pair.right for run in lists(b)]
        for mine in left:
            theirs = max(right, key=lambda run: _shared(mine, run), default=None)
            if theirs is None or _shared(mine, theirs) < 2:
                continue
            right.remove(theirs)
            only_left = [e for e in mine if not self._answered(e, theirs, pair.right, 1)]
            only_right = [e for e in theirs if not self._answered(e, mine, pair.left, 0)]
            if only_left or only_right:
                yield self._difference(only_left, only_right, "an item of a list stands in one version only or differs")

    def _answered(self, entry: Entry, other: Sequence[Entry], blocks: Sequence[Block], side: int) -> bool:
        if entry.code is None:
            return False
        told = {e.code for e in other}
        return entry.code in told or any(
            ("party", entry.code) in b.features for b in blocks if _outside(b, other, entry)
        )

    def parties(self, listed: Sequence[tuple[int, int]]) -> Iterator[TranslationDifference]:
        """Parties that one version names in full and the other by no word at all, once each."""
        for side in (0, 1):
            seen: set[str | float] = set()
            for b in self.versions[side].blocks:
                for a in b.parties:
                    inside = any(start <= a.start < end for start, end in listed)
                    if a.value in seen or inside or self._told(str(a.value), 1 - side):
                        continue
                    seen.add(a.value)
                    yield self._one_sided(a, side, "a party stands in one version only")

    def _told(self, code: str, side: int) -> bool:
        """Whether a version names a party by any word, or by one that holds it or that it belongs to."""
        if ("party", code) in self._features[side] or code not in self.knowledge.parties:
            return True
        party = self.knowledge.parties[code]
        if party.kind == "grouping":  # told by its name or by its members
            return True
        own = lexicon.of(self.knowledge)
        names = {n for n, c in own.party_names.items() if c == code}
        names |= {*party.names, *party.demonyms, *party.capitals, *party.metonyms, *party.bodies, *party.other_names}
        return any(n in self._text[side] or n in self._simple[side] for n in names)

    def numbers(self, pair: Pair) -> Iterator[TranslationDifference]:
        """Numbers of one side that the other version tells nowhere, in digits or words."""
        missing = []
        for side in (0, 1):
            told = {v for kind, v in self._features[1 - side] if kind == "number"}
            own = [a for b in pair[side] for a in b.numbers if not a.month]
            missing.append([a for a in own if float(a.value) > _SMALL and not _near(float(a.value), told)])
        if len(missing[0]) == len(missing[1]) == 1:
            yield self._difference([_entry(missing[0][0])], [_entry(missing[1][0])], "a number or date differs")
            return
        for side in (0, 1):
            for a in missing[side]:
                yield self._one_sided(a, side, "a number or date stands in one version only")

    def months(self, pair: Pair) -> Iterator[TranslationDifference]:
        """Months that differ; one left out is no difference, since the days may tell it."""
        missing = []
        for side in (0, 1):
            told = {a.value for b in self.versions[1 - side].blocks for a in b.numbers if a.month}
            own = {a.value: a for b in pair[side] for a in b.numbers if a.month and a.value not in told}
            missing.append(list(own.values()))
        if len(missing[0]) == len(missing[1]) == 1:
            yield self._difference([_entry(missing[0][0])], [_entry(missing[1][0])], "a month differs")

    def glosses(self) -> Iterator[TranslationDifference]:
        """Latin names that a Chinese version gives in brackets and the other does not have in any spelling."""
        for side in (0, 1):
            words = fold(self._text[1 - side])
            for b in self.versions[side].blocks:
                for a in b.glosses:
                    if fuzz.partial_ratio(fold(str(a.value)), words) < _SAME_NAME and not _acronym(str(a.value), words):
                        yield self._one_sided(a, side, "a name stands in one version only")

    def people(self, first: Sequence[Event], second: Sequence[Event]) -> Iterator[TranslationDifference]:
        """Days of one event that the versions tell apart though its people are the same."""
        for a in first:
            for b in second:
                x, y = interval(a.date), interval(b.date)
                if x is None or y is None or x.gap(y) < 2 or x.gap(y) > 366:
                    continue
                same = {p.official for p in a.participants if p.official} & {
                    p.official for p in b.participants if p.official
                }
                apart = likeness(_undated(a), _undated(b)) > 0 and len(same) > 1
                alone = not any(likeness(a, other) for other in second) and not any(
                    likeness(other, b) for other in first
                )
                left, right = _date_quote(a), _date_quote(b)
                if apart and alone and left is not None and right is not None:
                    yield TranslationDifference(
                        languages=self.languages,
                        left=left.quote,
                        right=right.quote,
                        note="the date of an event differs",
                        quotes=(left, right),
                    )

    def _one_sided(self, anchor: Anchor, side: int, note: str) -> TranslationDifference:
        own = [_entry(anchor)]
        return self._difference(own if side == 0 else [], own if side == 1 else [], note)

    def _difference(self, left: Sequence[Entry], right: Sequence[Entry], note: str) -> TranslationDifference:
        quotes = [q for side in (left, right) for q in self._runs(side)]
        words = ["、".join(q.quote for q in self._runs(side)) or None for side in (left, right)]
        return TranslationDifference(
            languages=self.languages, left=words[0], right=words[1], note=note, quotes=tuple(quotes)
        )

    def _runs(self, entries: Sequence[Entry]) -> list[Evidence]:
        """Neighbouring items as one quote: "甲、乙"."""
        runs: list[list[int]] = []
        for e in sorted(entries, key=lambda e: e.start):
            if runs and e.start - runs[-1][1] <= 2:
                runs[-1][1] = e.end
            else:
                runs.append([e.start, e.end])
        return [self.page.evidence(a, b, "difference", "alignment.difference") for a, b in runs]


def _shared(a: Sequence[Entry], b: Sequence[Entry]) -> int:
    return len({e.code for e in a if e.code} & {e.code for e in b if e.code})


def _outside(b: Block, other: Sequence[Entry], entry: Entry) -> bool:
    """Whether the party stands in the block beside the list that lacks it."""
    inside = [(e.start, e.end) for e in other]
    return any(a.value == entry.code and not any(x <= a.start < y for x, y in inside) for a in b.parties)


def _entry(a: Anchor) -> Entry:
    return Entry(a.start, a.end, None)


def _near(value: float, told: set[str | float]) -> bool:
    return any(isinstance(v, float) and abs(v - value) <= 0.001 * value for v in told)


def _acronym(name: str, words: str) -> bool:
    return name.isupper() and len(name) <= 8 and fold(name) in words.split()


def _undated(event: Event) -> Event:
    return msgspec.structs.replace(event, date=None)


def _date_quote(event: Event) -> Evidence | None:
    return next((q for q in event.quotes if q.field == "date"), None)
