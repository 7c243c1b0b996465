"""Places: cities, capitals, countries, regions, waters and venues, looked up by name and found in running text."""

import functools
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from memcon.knowledge.parties import Parties, whole_word
from memcon.knowledge.tables import lists, rows, split


class KnownPlace(NamedTuple):
    """A place: `kind` is `city`, `country`, `region`, `venue` or `water`; `country` an alpha-3 code where one has it.

    `population` is 0 where it does not apply; of cities with one name the largest is known by it.
    """

    name: str
    country: str | None
    kind: str
    capital: bool = False
    population: int = 0


class FoundPlace(NamedTuple):
    """A place's name in a text: `text[start:end]`."""

    start: int
    end: int
    place: KnownPlace


class Places:
    """All places by name, with a finder over their English names; countries come from the parties."""

    def __init__(self, places: Iterable[tuple[KnownPlace, tuple[str, ...]]], words_first: Iterable[str] = ()) -> None:
        self._by_name: dict[str, KnownPlace] = {}
        self._words_first = frozenset(words_first)
        for place, aliases in places:
            for name in (place.name, *aliases):
                self._by_name.setdefault(name, place)

    def lookup(self, name: str) -> KnownPlace | None:
        """The place of a name (as written, also in Chinese), or None."""
        return self._by_name.get(name) or self._by_name.get(name.removeprefix("the ").removeprefix("The "))

    @functools.cached_property
    def _finder(self) -> tuple[AhoCorasick, list[KnownPlace]]:
        names = {
            n: p for n, p in self._by_name.items() if n not in self._words_first and len(n) > 2 and n[0] < "\u2e80"
        }
        for name, place in list(names.items()):
            if "'" in name:
                names.setdefault(name.replace("'", "’"), place)
            if place.population > 1_000_000 or place.capital or place.kind == "country":
                names.setdefault(name.upper(), place)
        return AhoCorasick(
            list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        ), list(names.values())

    def find(self, text: str) -> list[FoundPlace]:
        """Every place's name in `text`, in order; the longest where names overlap; whole words only."""
        finder, places = self._finder
        matches = finder.find_matches_as_indexes(text)
        return [FoundPlace(start, end, places[i]) for i, start, end in matches if whole_word(text, start, end)]


def load(parties: Parties) -> Places:
    """The places of the shipped tables: countries first, then the hand list, then cities by population."""
    found: list[tuple[KnownPlace, tuple[str, ...]]] = []
    for party in parties.by_code.values():
        if party.kind in ("state", "territory"):
            names = tuple(n for n in party.names if parties.code_of(n) == party.code)
            if names:
                found.append((KnownPlace(names[0], party.code, "country"), (*names[1:], *party.chinese[:1])))
    venues = lists("venues")
    for kind in ("venue", "water", "region", "city"):
        for country, names in venues[kind].items():
            found.extend((KnownPlace(name, country or None, kind), ()) for name in names)
    for name, country, population, kind, aliases in rows("places"):
        found.append((KnownPlace(name, country, "city", kind == "capital", int(population)), split(aliases)))
    for party in parties.by_code.values():
        if party.kind in ("state", "territory"):
            found.extend((KnownPlace(c, party.code, "city", True), ()) for c in party.capitals)
    return Places(found, venues["words_first"])
