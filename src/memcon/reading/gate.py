"""The first pass: keeps documents without diplomacy from the parser, and tells which passages of the others to parse.

A sentence earns points for words of diplomacy, of contact and of office that stand beside the names of parties and
officials (`gate.toml` holds the words, the fact tables the names). Nothing is read here: a page passes where something
might be.
"""

import functools
import re
import tomllib
from bisect import bisect
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from memcon.reading.analysis import Page

if TYPE_CHECKING:
    from memcon.knowledge import Knowledge

_CLASSES = ("diplomacy", "contact", "officials", "reporting")
_DIPLOMACY, _CONTACT, _OFFICIALS, _REPORTING = range(4)
# A sentence ends at a stop after two small letters or a closing mark, so that "U.S." and "Mr." do not end one; nor do
# the longer titles before a name.
_TITLES = "".join(
    f"(?<!{t}[.!?])" for t in ("Gen", "Sen", "Col", "Gov", "Rep", "Maj", "Adm", "Hon", "Rev", "Mrs", "Prof", "Capt")
)
_SENTENCE_END = re.compile(  # the stop first, so that nothing is looked at but stops
    rf"[.!?。！？](?:(?<=[。！？])|(?<=[a-z0-9”\"’'%)]{{2}}[.!?]){_TITLES}[\"”’']?\s+(?=[A-Z“\"‘'(]))"
)
_HAN = re.compile("[\u3400-\u9fff]")

_ENOUGH = 3  # points of a page of two parties: one sentence that holds a contact, or two that hint at one
_ENOUGH_ALONE = 4  # of a page that names one party only: an official page seldom names its own
# Characters: a sentence or two leave no room for hints and cost next to nothing to read.
_SHORT = 250
_TOO_SHORT = 5  # letters: shorter French words stand inside English ones
_HINT = 2  # points of a sentence that need not be about diplomacy at all: a tour of two countries, a match
_MOST_FROM_HINTS = 2  # hints add up over a long story on sport or business: they count up to here


class _Words:
    """The gate's words in one automaton."""

    def __init__(self) -> None:
        table = tomllib.loads(files("memcon.reading").joinpath("gate.toml").read_text("utf-8"))
        found: dict[str, tuple[int, bool, bool]] = {}
        self.foreign: set[str] = set()
        for number, name in enumerate(_CLASSES):
            for word in table[name]["english"]:
                found.setdefault(word.rstrip("*"), (number, word.endswith("*"), False))
            for word in table[name].get("french", ()):
                if found.setdefault(word.rstrip("*"), (number, word.endswith("*"), False))[0] == number:
                    self.foreign.add(word.rstrip("*"))
            for word in table[name]["chinese"]:
                found.setdefault(word, (number, True, True))
        self.kinds = list(found.values())
        self.foreign -= {w.rstrip("*") for name in _CLASSES for w in table[name]["english"]}
        self.finder = AhoCorasick(list(found), matchkind=MatchKind.LeftmostLongest)
        self.short_names: dict[str, str] = table["short_names"]["codes"]
        self.short_pair = re.compile(f"[{''.join(self.short_names)}]{{2}}")
        self.foreign_finder = AhoCorasick(sorted(w for w in self.foreign if len(w) > _TOO_SHORT))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The start and class of each of the gate's words in a text in lower case."""
        length = len(text)
        for index, start, end in self.finder.find_matches_as_indexes(text):
            number, any_ending, anywhere = self.kinds[index]
            if not anywhere:
                if start and text[start - 1].isalnum() and text[start].isalnum():
                    continue
                if not any_ending and end < length and text[end].isalnum() and text[end - 1].isalnum():
                    continue
            yield start, number


@functools.cache
def _words() -> _Words:
    return _Words()


@functools.lru_cache(maxsize=4)
def _chinese_parties(knowledge: "Knowledge") -> tuple[AhoCorasick, list[str]]:
    names = {
        name: party.code for party in knowledge.parties.by_code.values() for name in party.chinese if len(name) > 1
    }
    finder = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return finder, list(names.values())


@functools.lru_cache(maxsize=4)
def _listed_parties(knowledge: "Knowledge") -> tuple[AhoCorasick, list[str]]:
    """Parties as the languages that are read by word lists alone call them."""
    from memcon.reading import french

    names = french.parties(knowledge)
    finder = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return finder, list(names.values())


@functools.lru_cache(maxsize=4)
def _officials(knowledge: "Knowledge") -> tuple[AhoCorasick, list[str]]:
    """Full names of officials, who stand for their party without naming it ("Emmanuel Macron")."""
    names: dict[str, str] = {}
    for official in knowledge.tenures.officials.values():
        for name in (official.name, *official.aliases):
            if " " in name or (len(name) > 2 and _HAN.match(name)):
                names.setdefault(name, official.party)
    finder = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return finder, list(names.values())


def _lower(text: str) -> str:
    low = text.lower()
    # A few capitals ("İ") grow when made small: positions must stay.
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _parties(text: str, knowledge: "Knowledge") -> Iterator[tuple[int, str, bool]]:
    """Start, code and whether it is a seat of power ("Moscow") of each party's name."""
    for found in knowledge.parties.find(text):
        yield found.start, found.code, found.kind in ("capital", "metonym")
    if not text.isascii() and _words().foreign_finder.find_matches_as_indexes(text.lower()):
        finder, codes = _listed_parties(knowledge)
        for index, start, _ in finder.find_matches_as_indexes(text):
            yield start, codes[index], False
    if not text.isascii() and _HAN.search(text) is not None:
        finder, codes = _chinese_parties(knowledge)
        for index, start, _ in finder.find_matches_as_indexes(text):
            yield start, codes[index], False
        for match in _words().short_pair.finditer(text):
            for character in match[0]:
                yield match.start(), _words().short_names[character], False


def _sentence_points(counts: list[int], parties: set[str], seat: bool) -> int:
    if not parties:
        return 0
    two = len(parties) > 1
    contact, officials = counts[_CONTACT], counts[_OFFICIALS]
    if counts[_DIPLOMACY]:  # an official page names one party only where the other is its own
        return 4 if contact and officials else 3 if two else 2
    if contact and officials:
        return 3 if two else 1
    if contact > 1 and two:
        return 3 if seat else 2
    return 1 if contact and two else 0


class _Tally:
    """Points and parties, added up over the passages of a page."""

    def __init__(self) -> None:
        self.points = self.hints = self.length = 0
        self.named = False  # an official by full name
        self.told = False  # a contact stands beside an official or between two parties
        self.parties: set[str] = set()

    def add(self, text: str, knowledge: "Knowledge") -> None:
        self.length += len(text)
        words = list(_words().find(_lower(text)))
        if not any(number in (_DIPLOMACY, _CONTACT) for _, number in words):
            return
        ends = [m.end() for m in _SENTENCE_END.finditer(text)]
        counts: dict[int, list[int]] = {}
        for start, number in words:
            counts.setdefault(bisect(ends, start), [0, 0, 0, 0])[number] += 1
        parties: dict[int, set[str]] = {}
        seats = set()
        for start, code, seat in _parties(text, knowledge):
            sentence = bisect(ends, start)
            parties.setdefault(sentence, set()).add(code)
            if seat:
                seats.add(sentence)
            self.parties.add(code)
        finder, codes = _officials(knowledge)
        for index, start, _ in finder.find_matches_as_indexes(text):
            sentence = bisect(ends, start)
            counts.setdefault(sentence, [0, 0, 0, 0])[_OFFICIALS] += 1
            parties.setdefault(sentence, set()).add(codes[index])
            self.parties.add(codes[index])
            self.named = True
        for sentence, names in parties.items():
            points = _sentence_points(counts.get(sentence, [0, 0, 0, 0]), names, sentence in seats)
            found = counts.get(sentence, [0, 0, 0, 0])
            self.told |= bool(found[_CONTACT] and (found[_OFFICIALS] or found[_DIPLOMACY] or len(names) > 1))
            if points > _HINT or found[_DIPLOMACY]:
                self.points += points
            else:
                self.hints += points

    @property
    def enough(self) -> bool:
        total = self.points + min(self.hints, _MOST_FROM_HINTS + self.named)
        return total >= (_ENOUGH if len(self.parties) > 1 else _ENOUGH_ALONE)

    @property
    def enough_for_short(self) -> bool:
        return self.length <= _SHORT and self.told


def worth_cutting(text: str, knowledge: "Knowledge") -> bool:
    """Whether a text as it came may hold diplomacy: asked before it is cut, since most documents end here.

    Looser than `diplomatic`: sentences end elsewhere in a page that is not cut, and a menu makes it longer.
    """
    tally = _Tally()
    tally.add(text, knowledge)
    return tally.points > 0 or tally.enough or (tally.told and tally.length <= 4 * _SHORT)


def diplomatic(page: Page, knowledge: "Knowledge") -> bool:
    """Whether a page may hold diplomacy: its story, without menus and other stories' headlines."""
    tally = _Tally()
    for passage in page.passages:
        if passage.kind in ("title", "body", "caption") and passage.language != "und":
            tally.add(page.text[passage.start : passage.end], knowledge)
            if tally.enough:
                return True
    return tally.enough_for_short


def relevant(page: Page, knowledge: "Knowledge") -> tuple[int, ...]:
    """Which passages of a page that passed are worth parsing (indices into `page.passages`).

    Story, headlines and captions in a language that is read, where one of the gate's words (also those by which a
    passage reports what is said or promised) or a party stands.
    """
    chosen = []
    for i, passage in enumerate(page.passages):
        if passage.kind not in ("title", "body", "caption") or passage.language == "und":
            continue
        text = page.text[passage.start : passage.end]
        listed = passage.language == "fr"  # read by word lists, which cost no parse
        if listed or next(_words().find(_lower(text)), None) or next(_parties(text, knowledge), None):
            chosen.append(i)
    return tuple(chosen)
