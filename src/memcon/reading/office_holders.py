"""The officials of the tables whom a document's names mean, where that is safe to say."""

from collections import Counter

from rapidfuzz import fuzz

from memcon.knowledge import Candidate, Knowledge
from memcon.knowledge.names import words as name_words
from memcon.knowledge.tenures import HELD, UNKNOWN
from memcon.model import Interval

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
HEADS = frozenset(("head_of_state", "head_of_government"))
SAME_HOLDER = 72  # of 100, where party and office agree already: "Faysal Mikdad" and "Faisal Mekdad"
_NEAR_DAYS = 730  # an office named by one surname alone: two years before or after the document


class OfficeHolders:
    """The tables as one document asks them: at its date, and with the parties it names (and how often) in mind."""

    def __init__(self, knowledge: Knowledge, when: Interval | None, heard: Counter[str]) -> None:
        self._knowledge = knowledge
        self._when = when
        self._heard = heard

    def resolve(self, name: str, party: str | None, office: str | None, role: str | None = None) -> Candidate | None:
        """The official of the tables that a name means here, or None where that is not safe.

        A full name is enough; a short or differently spelt one must agree in party and office with what the text says.
        """
        asked = name_words(name)
        if not asked:
            return None
        candidates = self._knowledge.tenures.named(name, self._when, party)
        single = len(asked) == 1
        if single and role is not None and ROYAL.intersection(role.lower().split()):
            candidates = tuple(c for c in candidates if name_words(c.official.name)[0] == asked[0])
        if office in EXCLUSIVE:
            wanted = HEADS if office in HEADS else frozenset((office,))
            agreeing = [c for c in candidates if c.term.office in wanted or self._ever(c, wanted)]
            if single and party is None:
                agreeing = [c for c in agreeing if self._timely(c)]
            if agreeing:
                return self._likeliest(agreeing)
            if not single and (once := self._once(candidates, wanted, party)) is not None:
                return once
            if not single and candidates and candidates[0].how in ("name", "alias"):
                return candidates[0]
            return self._spelt_otherwise(asked, party, wanted)
        if not candidates:
            return None
        if not single:
            best = candidates[0]
            # A namesake: an envoy of a party that the document never names.
            stranger = party is None and best.term.party not in self._heard and not self._ever(best, EXCLUSIVE)
            if best.how not in ("name", "alias", "words") or stranger:
                return None
            return best if party is not None else self._in_a_party_heard(best)
        if role is not None:
            # "Secretary Rubio": the office-holder of that surname one of whose titles has the word.
            word = role.lower().split()[-1]
            titled = [
                c for c in candidates if c.term.state(self._when) >= UNKNOWN and word in c.term.title.lower().split()
            ]
            return self._likeliest(titled) if titled else None
        best = candidates[0]
        return best if party and office is None and best.term.office in EXCLUSIVE else None

    def _once(self, candidates: tuple[Candidate, ...], offices: frozenset[str], party: str | None) -> Candidate | None:
        """The official of that full name in the office that the text gives them, which they held elsewhere: "Prime
        Minister Mark Rutte" is no Secretary General of NATO.
        """
        if not candidates or candidates[0].how not in ("name", "alias"):
            return None
        terms = self._knowledge.tenures.offices_of(candidates[0].official.id)
        fitting = [t for t in terms if t.office in offices and party in (None, t.party)]
        best = max(fitting, key=lambda t: (t.state(self._when), t.since), default=None)
        return candidates[0]._replace(term=best) if best is not None else None

    def _in_a_party_heard(self, candidate: Candidate) -> Candidate:
        """The official in the term whose party the document names, if it does not name that of the likeliest term."""
        if candidate.term.party in self._heard:
            return candidate
        terms = [t for t in self._knowledge.tenures.offices_of(candidate.official.id) if t.party in self._heard]
        best = max(terms, key=lambda t: (t.state(self._when), t.since), default=candidate.term)
        return candidate._replace(term=best)

    def _timely(self, candidate: Candidate) -> bool:
        """Whether an office is of the document's time, give or take two years."""
        days = candidate.term.days()
        return self._when is None or days is None or days.gap(self._when) <= _NEAR_DAYS

    def _likeliest(self, candidates: list[Candidate]) -> Candidate:
        """The first candidate whose party the document names, of those that hold an office at its date as surely."""
        best = candidates[0].term.state(self._when)
        near = [c for c in candidates if c.term.party in self._heard and c.term.state(self._when) >= min(best, UNKNOWN)]
        return near[0] if near else candidates[0]

    def _spelt_otherwise(self, asked: tuple[str, ...], party: str | None, offices: frozenset[str]) -> Candidate | None:
        """The holder of a party's office whose name is spelt much like this one ("Joseph R. Biden" for Joe Biden)."""
        name = " ".join(asked)
        parties = [party] if party else [c for c, _ in self._heard.most_common(6)]
        for code in parties:
            for office in sorted(offices):
                for term in self._knowledge.tenures.holders(code, office, self._when):
                    if self._when is not None and term.state(self._when) < HELD:
                        continue
                    official = self._knowledge.tenures.official(term.official)
                    theirs = name_words(official.name)
                    nickname = len(asked) > 1 and asked[-1] == theirs[-1] and asked[0][0] == theirs[0][0]
                    if nickname or (party and fuzz.ratio(name, " ".join(theirs)) >= SAME_HOLDER):
                        return Candidate(official, term, 0, "words")
        return None

    def _ever(self, candidate: Candidate, offices: frozenset[str]) -> bool:
        terms = self._knowledge.tenures.offices_of(candidate.official.id)
        return any(t.office in offices and t.party == candidate.term.party for t in terms)
