"""Who held which office when: officials and their terms, looked up by name, by office and by date."""

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from memcon.knowledge.names import fold, short_forms, words
from memcon.knowledge.tables import rows, split
from memcon.model import Interval, interval

# Which office's holder a bare name means first: "Trump" is the president before he is a namesake.
OFFICE_RANK = {
    "head_of_state": 10,
    "head_of_government": 10,
    "foreign_minister": 9,
    "secretary_general": 8,
    "high_representative": 8,
    "defence_minister": 8,
    "national_security_adviser": 7,
    "finance_minister": 6,
    "chief_of_defence": 6,
    "deputy_foreign_minister": 5,
    "trade_minister": 5,
    "ambassador_to_un": 5,
    "interior_minister": 4,
    "other": 2,
}
HELD, UNKNOWN, ENDED, FUTURE = 3, 2, 1, 0
_RECENT = dt.timedelta(days=400)


class Official(NamedTuple):
    """A person: `id` is a Wikidata id or `name@party`; `party` is home (a monarch of several realms has one)."""

    id: str
    name: str
    party: str
    aliases: tuple[str, ...]


class Term(NamedTuple):
    """An official's time in an office. `until` empty: known to last up to `as_of`, later unknown. Dates are EDTF."""

    official: str
    party: str
    office: str
    title: str
    since: str
    until: str
    as_of: str
    source: str

    def days(self) -> Interval | None:
        """First to last possible day, an open end being `as_of`."""
        return _days(self.since, self.until or self.as_of)

    def state(self, when: Interval | None) -> int:
        """HELD, UNKNOWN (open and after `as_of`, or no date asked), ENDED or FUTURE at `when`."""
        days = self.days()
        if when is None or days is None:
            return UNKNOWN
        if days.overlaps(when):
            return HELD
        if days.first > when.last:
            return FUTURE
        return ENDED if self.until else UNKNOWN


class Candidate(NamedTuple):
    """An official a name may mean: `term` is the office held nearest to the date asked, `score` is for ranking only.

    `how`: `name` (the full name), `alias`, `words` (the same words, or some of them in another order), `short`
    (surname, or given name where the culture calls so).
    """

    official: Official
    term: Term
    score: int
    how: Literal["name", "alias", "words", "short"]


class Tenures:
    """Officials and terms with their look-ups; all indexes are built on first use."""

    def __init__(self, officials: Iterable[Official], terms: Iterable[Term]) -> None:
        self.officials = {o.id: o for o in officials}
        self.terms = tuple(terms)

    @functools.cached_property
    def _by_official(self) -> dict[str, list[Term]]:
        index: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            index[term.official].append(term)
        return index

    @functools.cached_property
    def _by_office(self) -> dict[tuple[str, str], list[Term]]:
        index: dict[tuple[str, str], list[Term]] = defaultdict(list)
        for term in self.terms:
            index[term.party, term.office].append(term)
        return index

    @functools.cached_property
    def _full(self) -> dict[str, list[tuple[str, bool]]]:
        """Folded full names and aliases to (official, whether it is the name itself)."""
        index: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for official in self.officials.values():
            index[fold(official.name)].append((official.id, True))
            for alias in official.aliases:
                index[fold(alias)].append((official.id, False))
        return index

    @functools.cached_property
    def _short(self) -> dict[str, list[tuple[str, int]]]:
        """Folded short forms to (official, its place among the short forms)."""
        index: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for official in self.officials.values():
            names = (official.name, *(a for a in official.aliases if a.isascii() and " " in a))
            seen: set[str] = set()
            for name in names:
                for place, form in enumerate(short_forms(name, official.party)):
                    if form not in seen and len(form) > 1:
                        seen.add(form)
                        index[form].append((official.id, place))
            first = words(official.name)[:1]
            if first and first[0] not in seen and self.reigns(official.id):  # "King Salman", "Pope Francis"
                index[first[0]].append((official.id, 2))
        return index

    def reigns(self, official: str) -> bool:
        """Whether an official is or was a monarch, prince or pope: called by the given name, always with the title."""
        titles = " ".join(t.title.lower() for t in self._by_official.get(official, ()))
        return any(
            w in titles.split() for w in ("king", "queen", "emir", "amir", "sultan", "pope", "monarch", "prince")
        )

    @functools.cached_property
    def _word(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = defaultdict(list)
        for official in self.officials.values():
            for word in dict.fromkeys(
                w
                for name in (official.name, *official.aliases)
                if name.isascii() or name[0] < "\u0400"
                for w in words(name)
            ):
                index[word].append(official.id)
        return index

    @functools.cached_property
    def chinese(self) -> dict[str, tuple[str, ...]]:
        """Chinese names (both scripts) to official ids."""
        index: dict[str, list[str]] = defaultdict(list)
        for official in self.officials.values():
            for alias in official.aliases:
                if "\u4e00" <= alias[0] <= "\u9fff":
                    index[alias].append(official.id)
        return {name: tuple(ids) for name, ids in index.items()}

    def official(self, official: str) -> Official:
        """The official of an id; KeyError where none has it."""
        return self.officials[official]

    def offices_of(self, official: str) -> tuple[Term, ...]:
        """All terms of an official, earliest first."""
        return tuple(sorted(self._by_official.get(official, ()), key=lambda t: (t.since, t.office)))

    @functools.cached_property
    def _title_parties(self) -> dict[str, frozenset[str]]:
        index: dict[str, set[str]] = defaultdict(set)
        for term in self.terms:
            index[fold(term.title)].add(self.officials[term.official].party)
        return {title: frozenset(parties) for title, parties in index.items()}

    def parties_with_title(self, title: str) -> frozenset[str]:
        """The parties in which anybody held an office of exactly this title ("Secretary of State for Defence": GBR)."""
        return self._title_parties.get(fold(title), frozenset())

    def term_at(self, official: str, when: Interval | None, party: str | None = None) -> Term | None:
        """The term that best tells who an official was at `when`: held, unknown, ended; then the highest office."""
        terms = [t for t in self._by_official.get(official, ()) if party is None or t.party == party]
        if not terms:
            return None
        home = self.officials[official].party
        return max(terms, key=lambda t: (t.state(when), t.party == home, OFFICE_RANK.get(t.office, 0), t.since))

    def holders(self, party: str, office: str, when: Interval | None) -> tuple[Term, ...]:
        """Who held an office of a party at `when`, surest first: known holders, then those whose end is not known.

        Of the terms that only may have lasted, the latest to begin comes first; without a date, the same order.
        """
        terms = [(t, t.state(when)) for t in self._by_office.get((party, office), ())]
        held = [t for t, s in terms if s == HELD]
        unknown = [t for t, s in terms if s == UNKNOWN]
        held.sort(key=lambda t: (_overlap(t, when), t.since), reverse=True)
        unknown.sort(key=lambda t: (t.since, not t.until), reverse=True)
        seen: dict[str, Term] = {}
        for term in (*held, *unknown):
            seen.setdefault(term.official, term)
        return tuple(seen.values())

    def named(self, name: str, when: Interval | None = None, party: str | None = None) -> tuple[Candidate, ...]:
        """Officials that a name may mean, likeliest first; empty where none is known.

        `name` is a full name, an alias (also in Chinese), some words of a name in any order, or the short form its
        culture uses; diacritics do not count. Who held an office at `when` comes before who did not, and the higher
        office first; `party` keeps only its officials.
        """
        folded = fold(name)
        matched: dict[str, tuple[int, Literal["name", "alias", "words", "short"]]] = {}
        for official, itself in self._full.get(folded, ()):
            matched.setdefault(official, (40, "name") if itself else (38, "alias"))
        asked = words(name)
        if not matched and len(asked) > 1:
            for official in self._with_words(asked):
                matched.setdefault(official, (30, "words"))
        for form in dict.fromkeys((folded, " ".join(asked))):
            for official, place in self._short.get(form, ()):
                matched.setdefault(official, (20 - 4 * place, "short"))
        found = []
        for official, (score, how) in matched.items():
            term = self.term_at(official, when, party)
            if term is not None:
                score += {HELD: 15, UNKNOWN: 6, ENDED: 3, FUTURE: 0}[term.state(when)] + _recent(term, when)
                found.append(Candidate(self.officials[official], term, score + OFFICE_RANK.get(term.office, 0), how))
        return tuple(sorted(found, key=lambda c: (-c.score, _distance(c.term, when), c.official.id)))

    def _with_words(self, asked: tuple[str, ...]) -> list[str]:
        """Officials whose names hold all the words asked, or all of whose words are asked."""
        shared = [set(self._word.get(w, ())) for w in asked]
        every = set.intersection(*shared)
        part = {
            o
            for ids in shared
            for o in ids
            if set(words(self.officials[o].name)) < set(asked) and len(words(self.officials[o].name)) > 1
        }
        return sorted(every | part)


@functools.lru_cache(maxsize=20_000)
def _days(since: str, until: str) -> Interval | None:
    first, last = interval(since), interval(until)
    if first is None:
        return last
    return Interval(first.first, max(last.last, first.last) if last else first.last)


def _overlap(term: Term, when: Interval | None) -> int:
    days = term.days()
    shared = days.intersection(when) if days and when else None
    return shared.days if shared else 0


def _distance(term: Term, when: Interval | None) -> int:
    """Days between a term and a date; without a date, how long ago it began."""
    days = term.days()
    if days is None:
        return 1_000_000
    return days.gap(when) if when else (dt.date.max - days.first).days


def _recent(term: Term, when: Interval | None) -> int:
    """A former office-holder is still named soon after: 4 within about a year, less the longer it is ago."""
    if when is None or term.state(when) not in (ENDED, FUTURE):
        return 0
    gap = _distance(term, when)
    return 4 if gap <= _RECENT.days else 2 if gap <= 4 * _RECENT.days else 0


def load() -> Tenures:
    """The officials and terms of the shipped tables."""
    officials = [Official(i, name, party, split(aliases)) for i, name, party, aliases in rows("officials")]
    return Tenures(officials, map(Term._make, rows("tenures")))
