"""The Chinese words that the rules know: from the fact tables and from this folder's lists, in one finder."""

import functools
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from memcon.knowledge import Knowledge
from memcon.reading.chinese.script import simplify

Category = Literal[
    "party", "metonym", "pair", "group", "place", "person", "head", "before", "field", "body", "outlet", "literal"
]

_HERE = Path(__file__).parent
# Of two readings of one word the first counts: 国务院 is an institution before it is a name for its party.
_ORDER: tuple[Category, ...] = (
    "literal",
    "outlet",
    "pair",
    "group",
    "body",
    "head",
    "before",
    "field",
    "metonym",
    "party",
    "place",
    "person",
)


class Word(NamedTuple):
    """A known word in a simplified text: `text[start:end]`; `value` is a party code, or for a person the name."""

    start: int
    end: int
    category: Category
    value: str


@functools.cache
def words() -> dict[str, Any]:
    """The lists of `words.toml`."""
    return tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))


@functools.cache
def places() -> dict[str, list[str]]:
    """The lists of `places.toml`: party code to cities and venues."""
    return tomllib.loads((_HERE / "places.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Lexicon:
    """All known words with their category and meaning, and the finder over them."""

    meanings: dict[str, tuple[Category, str]]
    officials: dict[str, tuple[str, ...]]
    party_names: dict[str, str]
    abbreviations: dict[str, str]

    @functools.cached_property
    def _finder(self) -> tuple[AhoCorasick, list[tuple[Category, str]]]:
        finder = AhoCorasick(
            list(self.meanings), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )
        return finder, list(self.meanings.values())

    def find(self, text: str) -> list[Word]:
        """Every known word of a simplified text in order; the leftmost, then the longest wins."""
        finder, meanings = self._finder
        return [Word(start, end, *meanings[i]) for i, start, end in finder.find_matches_as_indexes(text)]


# Names in the tables that are words of the language, or that mean another party in other mouths.
_NOT_NAMES = {
    "大陆",
    "青年运动",
    "外交部",
    "国务院",
    "星国",
    "沙国",
    "大马",
    "方",
    "四方",
    "中日韩",
    "中俄印",
    "美日韩",
    "印度巴西南非",
}


def build(knowledge: Knowledge) -> Lexicon:
    """The lexicon of a set of fact tables."""
    lists = words()
    meanings: dict[Category, dict[str, str]] = defaultdict(dict)
    party_names: dict[str, str] = {}
    for code, party in knowledge.parties.by_code.items():
        for name in party.chinese:
            party_names.setdefault(simplify(name), code)
    for code, names in lists["parties"].items():
        party_names |= dict.fromkeys(names, code)
    for name in [n for n in party_names if n in _NOT_NAMES or (n.endswith("方") and len(n) == 2) or len(n) < 2]:
        del party_names[name]
    meanings["party"] = dict(party_names)
    for code, names in lists["metonyms"].items():
        meanings["metonym"] |= dict.fromkeys(names, code)
        for name in names:
            meanings["party"].pop(name, None)
            party_names.pop(name, None)
    for code, names in places().items():
        for name in names:
            meanings["place"].setdefault(name, code)
    for name in [n for n in meanings["party"] if n in meanings["place"]]:  # a capital that the tables give as a name
        meanings["metonym"][name] = meanings["party"].pop(name)
        party_names.pop(name, None)
    meanings["pair"] = dict(lists["pairs"])
    for size, names in lists["groups"].items():
        meanings["group"] |= dict.fromkeys(names, {"two": "2", "three": "3"}.get(size, "0"))
    posts = lists["posts"]
    meanings["head"] = dict.fromkeys(posts["heads"], "")
    meanings["before"] = dict.fromkeys(posts["before"], "")
    meanings["field"] = dict.fromkeys(posts["fields"], "")
    meanings["body"] = dict.fromkeys(posts["bodies"], "")
    meanings["body"] |= dict.fromkeys(posts["chinese_bodies"], "CHN") | dict.fromkeys(posts["taiwanese_bodies"], "TWN")
    for code, names in posts["other_bodies"].items():
        meanings["body"] |= dict.fromkeys(names, code)
    meanings["head"] |= dict.fromkeys(posts["chinese_heads"], "CHN")
    meanings["outlet"] = dict.fromkeys(lists["outlets"]["names"], "")
    meanings["literal"] = dict.fromkeys(lists["outlets"]["literal"], "")
    officials: dict[str, list[str]] = defaultdict(list)
    for alias, ids in knowledge.tenures.chinese.items():
        officials[simplify(alias)].extend(i for i in ids if i not in officials[simplify(alias)])
    meanings["person"] = {name: name for name in officials if len(name) > 1}
    merged: dict[str, tuple[Category, str]] = {}
    for category in _ORDER:
        for name, value in meanings[category].items():
            merged.setdefault(name, (category, value))
    return Lexicon(
        meanings=merged,
        officials={name: tuple(ids) for name, ids in officials.items()},
        party_names=party_names,
        abbreviations=dict(lists["abbreviations"]),
    )


@functools.lru_cache(maxsize=4)
def of(knowledge: Knowledge) -> Lexicon:
    """The lexicon of these tables, built once."""
    return build(knowledge)
