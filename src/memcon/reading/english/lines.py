"""A sentence as the finders of actors see it: its text with single spaces, its party words and known names by token."""

import functools
from bisect import bisect_right
from collections.abc import Iterable
from copy import copy
from itertools import accumulate
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from memcon.knowledge import FoundPlace, Knowledge, fold
from memcon.knowledge.names import ADDRESSES, FAMILY_NAME_LEADS
from memcon.reading.analysis import Actor, Mention, Sentence

# Tokens that make the words before them an owner's.
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_NO_SURNAMES = frozenset(("venue", "water", "region", "country"))


class PartyWord(NamedTuple):
    """A party's word in a sentence: tokens `first` to `last` (half-open)."""

    first: int
    last: int
    code: str
    kind: str


class Line:
    """A sentence with its words found in the tables, each at its tokens."""

    def __init__(self, sentence: Sentence, knowledge: Knowledge) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.text, self._starts = _spaced(sentence)
        self._knowledge = knowledge
        self.words = [PartyWord(*self._span(f.start, f.end), f.code, f.kind) for f in knowledge.parties.find(self.text)]
        self.word_at: dict[int, PartyWord] = {i: w for w in self.words for i in range(w.first, w.last)}

    @functools.cached_property
    def places(self) -> list[tuple[int, int, FoundPlace]]:
        """Places as (first, last, place)."""
        return [(*self._span(f.start, f.end), f) for f in self._knowledge.places.find(self.text)]

    @functools.cached_property
    def place_tokens(self) -> frozenset[int]:
        """Tokens inside a place's name."""
        return frozenset(i for first, last, _ in self.places for i in range(first, last))

    @functools.cached_property
    def shouted(self) -> bool:
        """Whether the whole sentence is in capitals."""
        return self.text.isupper()

    @functools.cached_property
    def venue_starts(self) -> frozenset[int]:
        """First tokens of places that no person is called by: venues, waters, regions."""
        return frozenset(first for first, last, found in self.places if found.place.kind in _NO_SURNAMES)

    @functools.cached_property
    def known_names(self) -> dict[int, int]:
        """First token to end of each full name that the tables know (two words or more, marks do not count)."""
        folded = [fold(token.text) for token in self.tokens]
        line = " ".join(filter(None, folded))
        matches = known_names(self._knowledge).find_matches_as_indexes(line)
        found: dict[int, int] = {}
        if not matches:
            return found
        owner = [i for i, word in enumerate(folded) if word]
        starts = list(accumulate((len(folded[i]) + 1 for i in owner[:-1]), initial=0))
        for _, start, end in matches:
            if (start == 0 or line[start - 1] == " ") and (end == len(line) or line[end] == " "):
                first, last = owner[bisect_right(starts, start) - 1], owner[bisect_right(starts, end - 1) - 1] + 1
                if self.tokens[first].text[:1].isupper():
                    found[first] = last
        return found

    @functools.cached_property
    def known_words(self) -> frozenset[str]:
        """The lower-case words of the known full names of the sentence."""
        return frozenset(self.tokens[i].lower for i in self.known_name_tokens)

    @functools.cached_property
    def known_name_tokens(self) -> frozenset[int]:
        """Tokens inside a known full name."""
        return frozenset(i for first, last in self.known_names.items() for i in range(first, last))

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)

    def worded(self, words: Iterable[PartyWord]) -> "Line":
        """The same line with other words for parties than the tables have; lines are shared, so this one stays."""
        line = copy(self)
        line.words = sorted(words)
        line.word_at = {i: w for w in line.words for i in range(w.first, w.last)}
        return line

    def quote(self, first: int, last: int) -> str:
        """The words of some tokens, single-spaced."""
        if first >= last:
            return ""
        words = self.text[self._starts[first] : self._starts[last - 1] + len(self.tokens[last - 1].text)]
        return " ".join(words.split())  # a no-break space may stand inside a token

    def glued(self, i: int) -> bool:
        """Whether token `i` stands right behind the one before, without a space."""
        return i > 0 and self.tokens[i - 1].end == self.tokens[i].start


@functools.lru_cache(maxsize=256)
def line_of(sentence: Sentence, knowledge: Knowledge) -> Line:
    """The line of a sentence: the finders of actors and of places ask for the same one after another."""
    return Line(sentence, knowledge)


def _spaced(sentence: Sentence) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    position, end = 0, None
    for token in sentence.tokens:
        if end is not None and token.start > end:
            parts.append(" ")
            position += 1
        starts.append(position)
        parts.append(token.text)
        position += len(token.text)
        end = token.end
    return "".join(parts), starts


@functools.cache
def known_names(knowledge: Knowledge) -> AhoCorasick:
    """A finder of the folded full names, of two words or more, of all officials but ambassadors."""
    tenures = knowledge.tenures
    names: dict[str, None] = {}
    for official in tenures.officials.values():
        if all("mbassador" in t.title for t in tenures.offices_of(official.id)):
            continue  # thousands of names, hardly ever written without their title
        for name in (official.name, *official.aliases):
            folded = fold(name)
            # "President Xi", "King Charles" are a title and a name, not a name.
            if " " in folded and name[0] < "\u0370" and folded.split()[0] not in ADDRESSES:
                names[folded] = None
                parts = folded.split()
                if official.party in FAMILY_NAME_LEADS and len(parts) == 2:
                    names[f"{parts[1]} {parts[0]}"] = None  # the home order, or the one that is not
    return AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)


MentionKind = Literal["person", "office", "party", "metonym", "body", "group", "pronoun"]


def mention(
    line: Line,
    first: int,
    last: int,
    kind: MentionKind,
    actors: tuple[Actor, ...],
    rule: str,
    core: tuple[int, int] | None = None,
) -> Mention:
    """A mention at some tokens; its head is the token of `core` (or of the whole) that hangs outside it."""
    tokens = line.tokens
    inner = core or (first, last)
    outside = [i for i in range(*inner) if not inner[0] <= tokens[i].head < inner[1] or tokens[i].head == i]
    head = outside[-1] if outside else inner[1] - 1
    if core is not None and first <= tokens[head].head < last and tokens[head].head != head:
        above = tokens[head].head  # the name hangs under its title: "the president, Joe Biden"
        head = above if not first <= tokens[above].head < last or tokens[above].head == above else head
    return Mention(
        sentence=line.sentence.index,
        first=first,
        last=last,
        head=head,
        start=tokens[first].start,
        end=tokens[last - 1].end,
        kind=kind,
        actors=actors,
        rule=rule,
    )
