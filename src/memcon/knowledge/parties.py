"""What parties are called: names, demonyms, capitals, seats of power and institutions, found in running text."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from memcon.knowledge.tables import rows, split

Kind = Literal["name", "demonym", "capital", "metonym", "body"]
# Where one word is of two kinds ("Singapore" the state and its capital), the first kind is told.
_ORDER: tuple[Kind, ...] = ("name", "demonym", "body", "metonym", "capital")
_HYPHENS = ("-", "–", "‑")


@dataclass(frozen=True, slots=True)
class Party:
    """A state, territory, organisation or grouping; `names[0]` is its usual English name."""

    code: str
    kind: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    bodies: tuple[str, ...]
    chinese: tuple[str, ...]
    other_names: tuple[str, ...]
    members: tuple[str, ...]

    def words(self, kind: Kind) -> tuple[str, ...]:
        """The words of one kind."""
        by_kind = {
            "name": self.names,
            "demonym": self.demonyms,
            "capital": self.capitals,
            "metonym": self.metonyms,
            "body": self.bodies,
        }
        return by_kind[kind]


class Found(NamedTuple):
    """A party's word in a text: `text[start:end]`; `code` and what kind of word it is."""

    start: int
    end: int
    code: str
    kind: Kind


class Parties:
    """All parties by code, with a finder over their English words."""

    def __init__(self, parties: Iterable[Party], not_parties: Iterable[str]) -> None:
        self.by_code = {p.code: p for p in parties}
        self._not_parties = tuple(not_parties)

    def __getitem__(self, code: str) -> Party:
        """The party of a code; KeyError where none has it."""
        return self.by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    @functools.cached_property
    def _words(self) -> dict[str, tuple[str, Kind] | None]:
        words: dict[str, tuple[str, Kind] | None] = dict.fromkeys(self._not_parties)
        for kind in _ORDER:
            for code, party in self.by_code.items():
                for word in party.words(kind):
                    for form in _forms(word.strip("-"), kind):
                        words.setdefault(form, (code, kind))
        return words

    @functools.cached_property
    def _half_words(self) -> frozenset[str]:
        """Words that stand for a party only beside a hyphen, as the table marks them: "Sino-", "-Pak"."""
        return frozenset(w for p in self.by_code.values() for w in p.demonyms if w.strip("-") != w)

    @functools.cached_property
    def _halves(self) -> frozenset[str]:
        return frozenset(w.strip("-") for w in self._half_words)

    @functools.cached_property
    def _finder(self) -> tuple[AhoCorasick, list[tuple[str, Kind] | None]]:
        finder = AhoCorasick(
            list(self._words), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )
        return finder, list(self._words.values())

    def code_of(self, word: str) -> str | None:
        """The code that a name, demonym, capital, seat or institution stands for; None for other words."""
        found = self._words.get(word)
        return found[0] if found else None

    def find(self, text: str) -> list[Found]:
        """Every party word in `text`, in order, longest first where words overlap; case counts ("US", not "us").

        "Papua New Guinea" is one word, never "Guinea"; "New Mexico" and "South China Sea" are none. Whole words only;
        "Sino" is China beside its hyphen alone ("Sino-Japanese").
        """
        finder, values = self._finder
        found: list[Found] = []
        for index, start, end in finder.find_matches_as_indexes(text):
            value = values[index]
            if value is not None and whole_word(text, start, end) and self._hyphened(text, start, end):
                found.append(Found(start, end, *value))
        return found

    def _hyphened(self, text: str, start: int, end: int) -> bool:
        """Whether a word has the hyphen it needs, if it needs one."""
        word = text[start:end]
        if word not in self._halves:
            return True
        before, behind = f"{word}-" in self._half_words, f"-{word}" in self._half_words
        return (before and text[end : end + 1] in _HYPHENS) or (behind and start > 0 and text[start - 1] in _HYPHENS)


def _forms(word: str, kind: Kind) -> tuple[str, ...]:
    forms = [word]
    if "'" in word:
        forms.append(word.replace("'", "’"))
    if kind in ("name", "capital", "demonym") and len(word) > 4 and word.isascii():
        forms.append(word.upper())  # headlines in capitals
    return tuple(forms)


def whole_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is cut out of no longer word."""
    if start and _inside(text[start - 1]) and _inside(text[start]):
        return False
    return not (end < len(text) and _inside(text[end]) and _inside(text[end - 1]))


def _inside(character: str) -> bool:
    return character.isalnum() or character == "_"


def load() -> Parties:
    """The parties of the shipped table."""
    parties = []
    for row in rows("parties"):
        code, kind, names, demonyms, capitals, metonyms, bodies, hant, hans, vi, fr, es, members = row
        cells = (split(names), split(demonyms), split(capitals), split(metonyms), split(bodies))
        chinese = tuple(dict.fromkeys(split(hant) + split(hans)))
        parties.append(Party(code, kind, *cells, chinese, split(vi) + split(fr) + split(es), split(members)))
    return Parties(parties, [row[0] for row in rows("not_parties")])
