"""Synthetic corpora for measurements: pages like those of news sites, some with diplomacy and most without.

The same seed and tables give the same corpus. Office-holders, titles, capitals and names of parties come from memcon's
own fact tables, sentences from `templates.toml`; what is said to have happened is made up, and every id says so.
"""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.knowledge import Party, Tenures, load
from memcon.model import Document, Interval

TEMPLATES = tomllib.loads((Path(__file__).parent / "templates.toml").read_text(encoding="utf-8"))
OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
FIRST_DAY, LAST_DAY = dt.date(2019, 1, 1), dt.date(2024, 12, 31)
MONTHS = ("January", "March", "May", "July", "September", "November")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class Side:
    """An official with the words for his or her party."""

    name: str
    title: str
    country: str
    adjective: str
    capital: str
    party: str


class Corpus:
    """Documents without end. `diplomatic` is the share (0 to 1) that speaks of diplomacy."""

    def __init__(self, seed: int, diplomatic: float) -> None:
        self.chance = random.Random(seed)
        self.diplomatic = diplomatic
        self.seed = seed
        knowledge = load()
        states = [p for p in knowledge.parties.by_code.values() if p.kind == "state" and p.demonyms and p.capitals]
        sides = {party.code: self._holders(knowledge.tenures, party) for party in states}
        self.sides = {code: holders for code, holders in sorted(sides.items()) if holders}

    def _holders(self, tenures: Tenures, party: Party) -> list[tuple[Interval, Side]]:
        holders: list[tuple[Interval, Side]] = []
        for office in OFFICES:
            for term in tenures.holders(party.code, office, Interval(FIRST_DAY, LAST_DAY)):
                days = term.days()
                if days is None:
                    continue
                name, country = tenures.official(term.official).name, party.names[0]
                title = f"{country}'s {term.title.split(' of ')[0]}"
                holders.append((days, Side(name, title, country, party.demonyms[0], party.capitals[0], party.code)))
        return holders

    def documents(self, count: int) -> Iterator[Document]:
        """The first `count` documents from here on."""
        for number in range(count):
            if self.chance.random() < self.diplomatic:
                yield self._diplomatic(number)
            else:
                yield self._other(number)

    def _side(self, day: dt.date, other_than: str = "") -> Side:
        while True:
            code = self.chance.choice(list(self.sides))
            holding = [side for days, side in self.sides[code] if days.first <= day <= days.last]
            if holding and code != other_than:
                return self.chance.choice(holding)

    def _words(self, day: dt.date) -> dict[str, str]:
        a = self._side(day)
        b = self._side(day, other_than=a.party)
        words = {f"a_{k}": getattr(a, k) for k in Side.__slots__}
        words |= {f"b_{k}": getattr(b, k) for k in Side.__slots__}
        return words | {"place": self.chance.choice((a.capital, b.capital, "Geneva", "New York"))}

    def _paragraph(self, pool: list[str], words: dict[str, str], most: int) -> str:
        """Up to `most` different sentences of a pool."""
        chosen = self.chance.sample(pool, min(self.chance.randint(1, most), len(pool)))
        return " ".join(sentence.format(**words, **self._chances()) for sentence in chosen)

    def _chances(self) -> dict[str, Any]:
        return {
            "topic": self.chance.choice(TEMPLATES["fill"]["topics"]),
            "weekday": self.chance.choice(WEEKDAYS),
            "month": self.chance.choice(MONTHS),
            "year": self.chance.randint(2008, 2018),
            "few": self.chance.randint(2, 9),
            "two_digits": self.chance.randint(50, 98),
            "amount": self.chance.randint(11, 970),
        }

    def _day(self) -> dt.date:
        return FIRST_DAY + dt.timedelta(days=self.chance.randrange((LAST_DAY - FIRST_DAY).days))

    def _diplomatic(self, number: int) -> Document:
        day = self._day()
        pools, words = TEMPLATES["diplomatic"], self._words(day)
        parts = [self._paragraph(pools["headlines"], words, 1), f"{day:%d %B %Y}"]
        parts.append(self._paragraph(pools["openers"], words, 1))
        for pool in ("statements", "background", "statements", "commitments", "background", "statements"):
            parts.append(self._paragraph(pools[pool], words, 3))
        parts.append(self._filler(words))
        return self._page("made-up-diplomatic", number, parts)

    def _other(self, number: int) -> Document:
        day = self._day()
        words = self._words(day)
        parts = [f"{day:%d %B %Y}", *(self._filler(words) for _ in range(self.chance.randint(6, 10)))]
        if self.chance.random() < 0.5:
            parts.append(self._paragraph(TEMPLATES["other"]["with_countries"], words, 2))
        return self._page("made-up-other", number, parts)

    def _filler(self, words: dict[str, str]) -> str:
        kind = self.chance.choice([kind for kind in TEMPLATES["other"] if kind != "with_countries"])
        return self._paragraph(TEMPLATES["other"][kind], words, 4)

    def _page(self, kind: str, number: int, parts: list[str]) -> Document:
        furniture = self.chance.sample(TEMPLATES["fill"]["furniture"], 4)
        text = "\n\n".join((furniture[0], *parts, *furniture[1:]))
        return Document(id=f"{kind}-{self.seed}-{number}", text=text)
