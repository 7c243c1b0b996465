"""The cast of a document: every official it names, under the fullest name it gives, whatever the language.

A mention is set against those known so far: "Blinken" is Antony Blinken once a text has named him so, and the tables
of tenures tell the party and office of a name that a text gives without them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from memcon.knowledge import Candidate, Knowledge, fold, short_forms
from memcon.knowledge.names import words as name_words
from memcon.knowledge.tenures import FUTURE, UNKNOWN
from memcon.model import Interval
from memcon.reading.analysis import Actor
from memcon.reading.office_holders import EXCLUSIVE, HEADS, ROYAL, SAME_HOLDER, OfficeHolders

# Titles of those who are sent to another party: unnamed in one sentence, named in the next.
ENVOYS = frozenset(("ambassador", "envoy", "commissioner", "chargé", "charge", "consul", "attaché", "attache"))
ENVOY_REACH = 500  # characters
_SAME_SPELLING = 86  # of 100: "Araghchi" and "Araqchi", "Zelensky" and "Zelenskyy", but not "Wang" and "Yang"
_SHORTEST_FUZZY = 6  # letters


@dataclass(slots=True)
class Person:
    """An official as a document speaks of them; `name` is the fullest form seen so far.

    `told` says whether the text itself gave the party; a party from the tables yields to one that the text gives.
    """

    name: str
    party: str | None = None
    role: str | None = None
    office: str | None = None
    official: str | None = None
    told: bool = False
    beside: frozenset[str] = frozenset()  # parties named in the sentence that first named the person
    across: frozenset[str] = frozenset()  # those of them who met or received the person there
    like: "Person | None" = None  # an official whom they are listed with
    across_from: "Person | None" = None  # an official of another party whom they sat with
    met: bool = False  # whether the first sentence has them as the one who is met, not as the one who acts
    words: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    seen: list[int] = field(default_factory=list)  # positions in the text
    known: Candidate | None = field(default=None)

    def seen_before(self, at: int) -> int:
        """The last position before another at which the person was named; below 0 where only later."""
        return max((s for s in self.seen if s <= at), default=-min(self.seen))

    def actor(self) -> Actor:
        """The person as the other rooms of a reading see them."""
        return Actor(name=self.name, role=self.role, party=self.party, office=self.office, official=self.official)


class Cast:
    """The officials of one document, in the order in which they were named."""

    def __init__(self, knowledge: Knowledge, when: Interval | None) -> None:
        self.knowledge = knowledge
        self.when = when
        self.people: list[Person] = []
        self.heard: Counter[str] = Counter()  # how often the document names each party
        self.holders = OfficeHolders(knowledge, when, self.heard)
        self.dateline: str | None = None  # the country it was written from
        self.called: list[tuple[int, str, str]] = []  # envoys of a party without a name: position, title's word, party
        self.memory: dict[str, Candidate | None] = {}  # short names looked up for this document
        self._by_word: dict[str, list[Person]] = {}

    def hear(self, codes: Iterable[str]) -> None:
        """Count the parties a sentence names."""
        self.heard.update(codes)

    @property
    def present(self) -> frozenset[str]:
        """The parties that the document names, or whose officials it does."""
        return frozenset(self.heard) | {p.party for p in self.people if p.party}

    def link(self, name: str, party: str | None, office: str | None, at: int, royal: bool = False) -> Person | None:
        """The person already in the cast that a name at a position means, or None.

        `royal` names are given names ("King Salman"). Where several fit, the one who is called so comes first, then
        the one seen last before that position.
        """
        asked = name_words(name)
        near = {id(p): p for w in asked for p in self._by_word.get(w, ())}
        fitting = [p for p in near.values() if self._fits(p, asked, party, office, royal)]
        if not fitting:
            return None
        return max(
            fitting, key=lambda p: (len(asked) == 1 and asked[0] in p.forms, p.party == party, p.seen_before(at))
        )

    def _fits(self, person: Person, asked: tuple[str, ...], party: str | None, office: str | None, royal: bool) -> bool:
        words = frozenset(asked)
        shorter = words <= person.words or (len(asked) > 1 and _initials(asked, person.words))
        longer = person.words <= words and len(words) - len(person.words) <= 3
        if not (shorter or longer):
            return False
        if party and person.party and party != person.party and (person.told or len(asked) == 1):
            return False
        if royal and len(asked) == 1 and name_words(person.name)[0] != asked[0]:
            return False  # "King Salman" is not Mohammed bin Salman
        if office in EXCLUSIVE and person.office in EXCLUSIVE and office != person.office and len(asked) == 1:
            return {office, person.office} <= HEADS or self._held(person, office)
        return True

    def _held(self, person: Person, office: str | None) -> bool:
        if person.official is None:
            return False
        return any(t.office == office for t in self.knowledge.tenures.offices_of(person.official))

    def crowned(self, name: str, party: str | None, role: str | None) -> Person | None:
        """The royal of the same title whose given name is spelt much like this one: "Crown Prince Mohamed" after
        Crown Prince Mohammad bin Salman. Another party's is another one."""
        if " " in name or role is None or not ROYAL.intersection(role.lower().split()):
            return None
        same = [p for p in self.people if p.role == role and (party is None or p.party in (None, party))]
        near = [p for p in same if fuzz.ratio(fold(name), name_words(p.name)[0]) >= SAME_HOLDER]
        return near[0] if len(near) == 1 else None

    def similar(self, word: str) -> Person | None:
        """The person whose surname or name is spelt much like a word ("Zelenskyy" for "Zelensky")."""
        folded = fold(word)
        if len(folded) < _SHORTEST_FUZZY or " " in folded:
            return None
        best: tuple[float, int] | None = None
        for n, person in enumerate(self.people):
            for form in sorted(person.forms):
                if " " not in form and len(form) >= _SHORTEST_FUZZY - 1 and form[0] == folded[0]:
                    score = fuzz.ratio(folded, form)
                    if score >= _SAME_SPELLING and (best is None or score > best[0]):
                        best = (score, n)
        return self.people[best[1]] if best else None

    def first_forms(self, candidate: Candidate) -> frozenset[str]:
        """The short forms by which an official is usually called."""
        official = candidate.official
        names = (n for n in (official.name, *official.aliases) if n[0] < "\u0370" and fold(n))
        return frozenset(short_forms(n, official.party)[0] for n in names)

    def envoy(self, word: str, at: int) -> str | None:
        """The party whose envoy of the same title was spoken of without a name shortly before a position."""
        near = [(party, w) for position, w, party in self.called if at - ENVOY_REACH <= position < at]
        return near[-1][0] if near and near[-1][1] == word else None

    def lord(self, name: str, at: int) -> str | None:
        """The party of someone in the cast, or of a leader in office, whose envoy or spokesman is spoken of."""
        person = self.link(name, None, None, at)
        if person is not None:
            return person.party
        known = self.knowledge.tenures.named(name, self.when)
        if known and known[0].term.office in HEADS and known[0].term.state(self.when) >= UNKNOWN:
            return known[0].term.party
        return None

    def holding(self, candidate: Candidate | None) -> Person | None:
        """The person of the cast who is this official."""
        if candidate is None:
            return None
        return next((p for p in self.people if p.official == candidate.official.id), None)

    def add(
        self, name: str, party: str | None, role: str | None, office: str | None, known: Candidate | None, at: int
    ) -> Person:
        """A person named for the first time, at position `at` of the text."""
        person = Person(name=name, party=party, role=role, office=office, told=party is not None, seen=[at])
        self.identify(person, known)
        self.people.append(person)
        self._index(person, name)
        return person

    def learn(
        self, person: Person, name: str, party: str | None, role: str | None, office: str | None, at: int
    ) -> None:
        """What another mention adds: a fuller name, a first title, a party."""
        person.seen.append(at)
        longer = len(name_words(name)) - len(name_words(person.name))
        if longer > 0 or (longer == 0 and person.name.isupper() and not name.isupper()):
            person.name = name
        person.role = person.role or role
        if person.office is None or (person.office == "other" and office in EXCLUSIVE and person.known is None):
            person.office = office or person.office
        if party is not None and not person.told:
            person.party, person.told = party, True
        self._index(person, name)
        if person.official is None:
            self.identify(person, self.holders.resolve(person.name, person.party, person.office, person.role))

    def identify(self, person: Person, known: Candidate | None) -> None:
        """What the tables add of an official: their party, and their office where the text leaves it open."""
        if known is None:
            return
        person.known, person.official = known, known.official.id
        later = self.when is not None and known.term.state(self.when) == FUTURE and not _soon(known, self.when)
        person.party = person.party or (known.official.party if later else known.term.party)
        if person.party == known.term.party:
            # "Secretary Rubio" has the office of the tables: his title says less than they do.
            vague = person.office == "other" and " " not in (person.role or " ")
            person.office = known.term.office if vague else person.office or known.term.office

    def _index(self, person: Person, name: str) -> None:
        names = [name]
        words = set(name_words(name))
        if person.known is not None:
            # The tables' spelling helps to know other mentions; only the document's own is ever shown.
            names.append(person.known.official.name)
        forms = {f for n in names for f in short_forms(n, person.party)}
        if person.known is not None and len(words) == 1:
            words |= set(name_words(person.known.official.name))
        person.words = person.words | words
        person.forms = person.forms | forms | {fold(name)}
        for word in person.words | {w for f in forms for w in f.split()}:
            listed = self._by_word.setdefault(word, [])
            if not any(p is person for p in listed):
                listed.append(person)


def _soon(candidate: Candidate, when: Interval) -> bool:
    """Whether an office begins within the year after a date: a president-elect, a minister designate."""
    days = candidate.term.days()
    return days is not None and days.gap(when) <= 365


def _initials(asked: tuple[str, ...], words: frozenset[str]) -> bool:
    """Whether two forms differ by initials only: "S Jaishankar" and "Subrahmanyam Jaishankar"."""
    long_asked = {w for w in asked if len(w) > 1}
    long_words = {w for w in words if len(w) > 1}
    if not long_asked or not long_words or (len(long_asked) == len(asked) and len(long_words) == len(words)):
        return False
    return long_asked <= long_words or long_words <= long_asked
