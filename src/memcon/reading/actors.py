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
from memcon.knowledge.tenures import FUTURE, HELD, UNKNOWN
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
# Titles whose holders are called by the given name.
ROYAL = frozenset(("king", "queen", "emir", "amir", "sultan", "pope", "prince", "princess", "emperor"))
_HEADS = frozenset(("head_of_state", "head_of_government"))
# Titles of those who are sent to another party: unnamed in one sentence, named in the next.
ENVOYS = frozenset(("ambassador", "envoy", "commissioner", "chargé", "charge", "consul", "attaché", "attache"))
ENVOY_REACH = 500  # characters
_SAME_SPELLING = 86  # of 100: "Araghchi" and "Araqchi", "Zelensky" and "Zelenskyy", but not "Wang" and "Yang"
_SAME_HOLDER = 72  # of 100, where party and office agree already: "Faysal Mikdad" and "Faisal Mekdad"
_SHORTEST_FUZZY = 6  # letters
_HOME_SHARE = 0.6  # of the officials whom a text names without their party, to tell whose text it is
_STATE_SHARE = 0.5  # of all party words, for the party a text is about


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
            return {office, person.office} <= _HEADS or self._held(person, office)
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
        near = [p for p in same if fuzz.ratio(fold(name), name_words(p.name)[0]) >= _SAME_HOLDER]
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
        if known and known[0].term.office in _HEADS and known[0].term.state(self.when) >= UNKNOWN:
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
        self._identify(person, known)
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
            self._identify(person, self.resolve(person.name, person.party, person.office, person.role))

    def _identify(self, person: Person, known: Candidate | None) -> None:
        if known is None:
            return
        person.known, person.official = known, known.official.id
        later = self.when is not None and known.term.state(self.when) == FUTURE and not _soon(known, self.when)
        person.party = person.party or (known.official.party if later else known.term.party)
        if person.party == known.term.party:
            # "Secretary Rubio" has the office of the tables: his title says less than they do.
            vague = person.office == "other" and " " not in (person.role or " ")
            person.office = known.term.office if vague else person.office or known.term.office

    def settle(self) -> None:
        """Give those with a title but no party the party whose text this is, or that it is most about."""
        silent = [p for p in self.people if p.party is None and (p.role or p.like or p.across_from)]
        if not silent:
            return
        two = self._two()
        home, subject = self._home(), self._subject()
        for person in silent:
            listed = person.like.party if person.like is not None else None
            opposite = person.across_from.party if person.across_from is not None else None
            if opposite in two:
                listed = next(c for c in two if c != opposite)
            person.party = listed or self._by_title(person.role or "") or self._guess(person, home, subject)
            if person.party == opposite:
                person.party = None
            if person.party is not None and person.official is None:
                self._identify(person, self.resolve(person.name, person.party, person.office, person.role))

    def _guess(self, person: Person, home: str | None, subject: str | None) -> str | None:
        """Whose official someone is whose words do not say it.

        Who is met is of the one party named beside them ("in Oslo I will see Prime Minister Solberg"); whoever acts is
        of the text's home, or of the party it is most about unless their own sentence sets them against it ("the envoy
        will fly to Chad"). Nobody is of the party that met them there, where the text names one other ("the Indian
        envoy met the Foreign Secretary").
        """
        others = person.beside - person.across - ({home} if home else set())
        if person.met and len(others) == 1:
            return next(iter(others))
        if home is not None and home not in person.across:
            return home
        if self.dateline is not None and ENVOYS.intersection((person.role or "").lower().replace("’", "'").split()):
            sent = others - {self.dateline}  # an ambassador is not of the country that a report comes from
            if len(sent) == 1:
                return next(iter(sent))
        if self.dateline is not None and not (person.beside - {self.dateline} or self.dateline in person.across):
            return self.dateline
        if person.across:
            rest = self._states().keys() - person.across
            return next(iter(rest)) if len(rest) == 1 else None
        return subject if subject not in person.beside or len(self._states()) == 1 else None

    def _by_title(self, role: str) -> str | None:
        """The only party that has a title: "Assistant Secretary of State for Western Hemisphere Affairs".

        What the tables alone tell ("acting foreign secretary") holds for a party that the document names.
        """
        told = self.knowledge.offices.party_of(role, self.present)
        parties = self.knowledge.tenures.parties_with_title(role)
        if told is None and len(parties) == 1 and (not self.heard or parties & self.present):
            return next(iter(parties))
        return told

    def _home(self) -> str | None:
        """The party whose officials the text names without saying whose they are."""
        unsaid = Counter(p.party for p in self.people if p.party and not p.told and p.role and p.party not in p.beside)
        if unsaid:
            party, count = min(unsaid.items(), key=lambda item: (-item[1], item[0]))
            if count >= _HOME_SHARE * unsaid.total():
                return party
        return None

    def _states(self) -> Counter[str]:
        """The states that the text names, and how often."""
        table = self.knowledge.parties
        return Counter({c: n for c, n in self.heard.items() if n and table[c].kind in ("state", "territory")})

    def _two(self) -> tuple[str, ...]:
        """The two states that a text names more often than any third; none where there are no such two."""
        states = sorted(self._states().items(), key=lambda item: (-item[1], item[0]))
        if len(states) < 2 or (len(states) > 2 and states[1][1] == states[2][1]):
            return ()
        return states[0][0], states[1][0]

    def _subject(self) -> str | None:
        """The state that a text names most, if it names it more than all others together."""
        states = self._states()
        if states:
            party, count = min(states.items(), key=lambda item: (-item[1], item[0]))
            if count >= _STATE_SHARE * states.total():
                return party
        return None

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

    def resolve(self, name: str, party: str | None, office: str | None, role: str | None = None) -> Candidate | None:
        """The official of the tables that a name means here, or None where that is not safe.

        A full name is enough; a short or differently spelt one must agree in party and office with what the text says.
        """
        asked = name_words(name)
        if not asked:
            return None
        candidates = self.knowledge.tenures.named(name, self.when, party)
        single = len(asked) == 1
        if single and role is not None and ROYAL.intersection(role.lower().split()):
            candidates = tuple(c for c in candidates if name_words(c.official.name)[0] == asked[0])
        if office in EXCLUSIVE:
            wanted = _HEADS if office in _HEADS else frozenset((office,))
            agreeing = [c for c in candidates if c.term.office in wanted or self._ever(c, wanted)]
            if single and party is None:
                agreeing = [c for c in agreeing if self._timely(c)]
            if agreeing:
                return self._likeliest(agreeing)
            if not single and candidates and candidates[0].how in ("name", "alias"):
                return candidates[0]
            return self._spelt_otherwise(asked, party, wanted)
        if not candidates:
            return None
        if not single:
            best = candidates[0]
            # A namesake: an envoy of a party that the document never names.
            stranger = party is None and best.term.party not in self.heard and not self._ever(best, EXCLUSIVE)
            if best.how not in ("name", "alias", "words") or stranger:
                return None
            return best if party is not None else self._in_a_party_heard(best)
        if role is not None:
            # "Secretary Rubio": the office-holder of that surname one of whose titles has the word.
            word = role.lower().split()[-1]
            titled = [
                c for c in candidates if c.term.state(self.when) >= UNKNOWN and word in c.term.title.lower().split()
            ]
            return self._likeliest(titled) if titled else None
        best = candidates[0]
        return best if party and office is None and best.term.office in EXCLUSIVE else None

    def _in_a_party_heard(self, candidate: Candidate) -> Candidate:
        """The official in the term whose party the document names, if it does not name that of the likeliest term."""
        if candidate.term.party in self.heard:
            return candidate
        terms = [t for t in self.knowledge.tenures.offices_of(candidate.official.id) if t.party in self.heard]
        best = max(terms, key=lambda t: (t.state(self.when), t.since), default=candidate.term)
        return candidate._replace(term=best)

    def _timely(self, candidate: Candidate) -> bool:
        """Whether an office is of the document's time, give or take two years."""
        days = candidate.term.days()
        return self.when is None or days is None or days.gap(self.when) <= 730

    def _likeliest(self, candidates: list[Candidate]) -> Candidate:
        """The first candidate whose party the document names, of those that hold an office at its date as surely."""
        best = candidates[0].term.state(self.when)
        near = [c for c in candidates if c.term.party in self.heard and c.term.state(self.when) >= min(best, UNKNOWN)]
        return near[0] if near else candidates[0]

    def _spelt_otherwise(self, asked: tuple[str, ...], party: str | None, offices: frozenset[str]) -> Candidate | None:
        """The holder of a party's office whose name is spelt much like this one ("Joseph R. Biden" for Joe Biden)."""
        name = " ".join(asked)
        parties = [party] if party else [c for c, _ in self.heard.most_common(6)]
        for code in parties:
            for office in sorted(offices):
                for term in self.knowledge.tenures.holders(code, office, self.when):
                    if self.when is not None and term.state(self.when) < HELD:
                        continue
                    official = self.knowledge.tenures.official(term.official)
                    theirs = name_words(official.name)
                    nickname = len(asked) > 1 and asked[-1] == theirs[-1] and asked[0][0] == theirs[0][0]
                    if nickname or (party and fuzz.ratio(name, " ".join(theirs)) >= _SAME_HOLDER):
                        return Candidate(official, term, 0, "words")
        return None

    def _ever(self, candidate: Candidate, offices: frozenset[str]) -> bool:
        terms = self.knowledge.tenures.offices_of(candidate.official.id)
        return any(t.office in offices and t.party == candidate.term.party for t in terms)


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
