"""The cast of a document: every official it names, under the fullest name it gives, whatever the language.

A mention is set against those known so far: "Blinken" is Antony Blinken once a text has named him so, and the tables
of tenures tell the party and office of a name that a text gives without them.
"""

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from memcon.knowledge import Candidate, Knowledge, fold, short_forms
from memcon.knowledge.names import words as name_words
from memcon.model import Interval
from memcon.reading.analysis import Actor

# Offices of which a state has one: a "President Li" is not the "Foreign Minister Li" of the same text.
EXCLUSIVE = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "finance_minister",
        "interior_minister",
        "trade_minister",
        "national_security_adviser",
        "chief_of_defence",
        "high_representative",
        "secretary_general",
    }
)
_HEADS = frozenset(("head_of_state", "head_of_government"))
_SAME_SPELLING = 86  # of 100: "Araghchi" and "Araqchi", "Zelensky" and "Zelenskyy", but not "Wang" and "Yang"
_SHORTEST_FUZZY = 6  # letters


@dataclass(slots=True)
class Person:
    """An official as a document speaks of them; `name` is the fullest form seen so far."""

    name: str
    party: str | None = None
    role: str | None = None
    office: str | None = None
    official: str | None = None
    female: bool | None = None
    words: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    last_seen: int = 0
    known: Candidate | None = field(default=None)

    def actor(self) -> Actor:
        """The person as the other rooms of a reading see them."""
        return Actor(name=self.name, role=self.role, party=self.party, office=self.office, official=self.official)


class Cast:
    """The officials of one document, in the order in which they were named."""

    def __init__(self, knowledge: Knowledge, when: Interval | None) -> None:
        self.knowledge = knowledge
        self.when = when
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self.parties: set[str] = set()  # every party the document names
        self.memory: dict[tuple[str, str], Candidate | None] = {}  # names looked up for it once

    def link(self, name: str, party: str | None, office: str | None, at: int = 0) -> Person | None:
        """The person already in the cast that a name means, or None; the one seen last where several fit."""
        asked = name_words(name)
        if not asked:
            return None
        near = {id(p): p for w in asked for p in self._by_word.get(w, ())}
        fitting = [p for p in near.values() if self._fits(p, asked, party, office)]
        if not fitting:
            return None
        return max(fitting, key=lambda p: (len(asked) == 1 and asked[0] in p.forms, p.party == party, p.last_seen))

    def _fits(self, person: Person, asked: tuple[str, ...], party: str | None, office: str | None) -> bool:
        words = frozenset(asked)
        if not (words <= person.words or person.words <= words or _initials(asked, person.words)):
            return False
        if party and person.party and party != person.party:
            return False
        if office in EXCLUSIVE and person.office in EXCLUSIVE and office != person.office and len(asked) == 1:
            return {office, person.office} <= _HEADS or self._held(person, office)
        return True

    def _held(self, person: Person, office: str | None) -> bool:
        return person.official is not None and any(
            t.office == office for t in self.knowledge.tenures.offices_of(person.official)
        )

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
        return frozenset(
            short_forms(n, official.party)[0] for n in (official.name, *official.aliases) if n[0] < "\u0370" and fold(n)
        )

    def add(
        self, name: str, party: str | None, role: str | None, office: str | None, known: Candidate | None, at: int
    ) -> Person:
        """A person named for the first time."""
        person = Person(name=name, party=party, role=role, office=office, known=known, last_seen=at)
        if known is not None:
            person.official = known.official.id
            person.party = party or known.term.party
            person.office = office or known.term.office
        self.people.append(person)
        self._index(person, name)
        return person

    def learn(
        self, person: Person, name: str, party: str | None, role: str | None, office: str | None, at: int
    ) -> None:
        """What another mention adds: a fuller name, a first title, a party."""
        person.last_seen = max(person.last_seen, at)
        if len(name_words(name)) > len(name_words(person.name)):
            person.name = name
        if person.role is None:
            person.role = role
        if person.office is None or (person.office == "other" and office in EXCLUSIVE and person.known is None):
            person.office = office or person.office
        if person.party is None:
            person.party = party
        self._index(person, name)
        if person.official is None:
            known = self.resolve(person.name, person.party, person.office)
            if known is not None:
                person.known, person.official = known, known.official.id
                person.party = person.party or known.term.party

    def _index(self, person: Person, name: str) -> None:
        names = [name]
        words = set(name_words(name))
        if person.known is not None:
            # The tables' spelling helps to know other mentions; only the document's own is ever shown.
            names.append(person.known.official.name)
        person.words = person.words | words
        forms = {f for n in names for f in short_forms(n, person.party)}
        if person.known is not None and len(name_words(name)) == 1:
            person.words = person.words | set(name_words(person.known.official.name))
        person.forms = person.forms | forms | {fold(name)}
        for word in person.words | {w for f in forms for w in f.split()}:
            listed = self._by_word.setdefault(word, [])
            if not any(p is person for p in listed):
                listed.append(person)

    def resolve(self, name: str, party: str | None, office: str | None) -> Candidate | None:
        """The official of the tables that a name means here, or None where that is not safe.

        A full name is enough; a short one must agree in party and office with what the text says.
        """
        if not name:
            return None
        candidates = self.knowledge.tenures.named(name, self.when, party)
        if not candidates:
            return None
        single = len(name_words(name)) == 1
        if office in EXCLUSIVE:
            wanted = {office} if office not in _HEADS else set(_HEADS)
            agreeing = [c for c in candidates if c.term.office in wanted or self._ever(c, wanted)]
            if agreeing:
                return agreeing[0]
            return None if single else candidates[0] if candidates[0].how in ("name", "alias") and party else None
        best = candidates[0]
        if not single and best.how in ("name", "alias", "words"):
            return best
        if single and party and office is None and best.term.office in EXCLUSIVE and best.how != "words":
            return best
        return None

    def _ever(self, candidate: Candidate, offices: set[str]) -> bool:
        return any(
            t.office in offices and t.party == candidate.term.party
            for t in self.knowledge.tenures.offices_of(candidate.official.id)
        )


def _initials(asked: tuple[str, ...], words: frozenset[str]) -> bool:
    """Whether two forms differ by initials only: "S Jaishankar" and "Subrahmanyam Jaishankar"."""
    long_asked = {w for w in asked if len(w) > 1}
    long_words = {w for w in words if len(w) > 1}
    return (
        bool(long_asked and long_words)
        and (len(long_asked) < len(asked) or len(long_words) < len(words))
        and (long_asked <= long_words or long_words <= long_asked)
    )
