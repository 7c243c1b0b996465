"""Offices without a name and counterparts: who holds them by what the page and the tables say, sentence by sentence."""

import re
from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.knowledge.tenures import ENDED
from memcon.model import Interval
from memcon.reading.actors import Cast, Person
from memcon.reading.analysis import Actor, Mention
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.actor_unmarked import PersonWords
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line, MentionKind, mention
from memcon.reading.office_holders import EXCLUSIVE

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_HEADS = ("head_of_state", "head_of_government")
# Plurals that are some people of a party, not the holders of an office.
_MANY = frozenset(
    [
        "officials",
        "diplomats",
        "lawmakers",
        "legislators",
        "representatives",
        "delegates",
        "senators",
        "aides",
        "leaders",
    ]
)
_LATELY = 60  # days after a term in which a page may still be speaking of its holder
REACH = 3  # sentences back that a group or pronoun may point


class Offices:
    """What a document has spoken of so far, sentence by sentence, and who holds the offices it names."""

    def __init__(self, knowledge: Knowledge, cast: Cast, words: ActorWords, when: Interval | None) -> None:
        self.knowledge = knowledge
        self.cast = cast
        self.words = words
        self.when = when
        self._here: list[tuple[int, Person]] = []
        self._persons: list[tuple[int, Actor]] = []  # (sentence, actor), in order of mention
        self._pairs: list[tuple[int, tuple[Actor, ...]]] = []  # persons of one sentence, of several parties
        self._parties: list[tuple[int, str]] = []
        self._party_pairs: list[tuple[int, tuple[str, ...]]] = []
        self._subject: tuple[int, Actor] | None = None
        self._passage = -1
        self._bodies: dict[str, tuple[Actor, ...]] = {}  # the last body of each noun
        self._quoted: set[int] = set()
        self._in_quote = False
        self.author: Actor | None = None

    def enter(self, line: Line, people: list[tuple[PersonWords, Person]]) -> None:
        """Begin a sentence."""
        self._here = [(p.first, person) for p, person in people]
        if line.sentence.kind == "title":
            self._subject = None
        if line.sentence.passage != self._passage:
            self._in_quote = False
        self._quoted, self._in_quote = quoted(line, self._in_quote)

    # --- offices without a name

    def offices(
        self, line: Line, titles: list[Title], people: list[tuple[PersonWords, Person]], taken: set[int]
    ) -> list[Mention]:
        """Titles without a name: who holds the office if the page or the tables say so, else the office alone."""
        found = []
        for title in titles:
            if title.honour or title.head in taken or any(i in taken for i in range(title.first, title.last)):
                continue
            actors, rule = self._office(line, title)
            if actors:
                found.append(
                    mention(
                        line,
                        title.start,
                        title.last,
                        _kind(title, actors),
                        actors,
                        rule,
                        (title.first, title.last),
                    )
                )
        return found

    def _office(self, line: Line, title: Title) -> tuple[tuple[Actor, ...], str]:
        if title.counterpart:
            return self._counterpart(line, title), "counterpart"
        parties = title.parties
        if not parties and title.owner is not None and title.determiner == "their" and title.plural:
            parties = self._several(line, title)
        if not parties and title.owner is not None and title.determiner in ("its", "their"):
            parties = self._owners(line, title)
        if not parties and title.patron is not None:
            lord = self.cast.lord(line.quote(*title.patron), line.tokens[title.first].start)
            parties = (lord,) if lord is not None else ()
        if title.plural:
            if parties:
                return tuple(self._holder(line, title, c, plural=len(parties) == 1) for c in parties), "offices"
            return (), ""
        if parties:
            return (self._holder(line, title, parties[0]),), "office"
        if title.determiner in ("the", "") and (title.strong or title.determiner == "the"):
            person = self._by_role(title)
            if person is not None:
                return (person.actor(),), "office_named_before"
        return (), ""

    def _several(self, line: Line, title: Title) -> tuple[str, ...]:
        """Whose "their ministers" are: of those named before in the sentence, or of the two told of last."""
        here = tuple(dict.fromkeys(p.party for first, p in self._here if first < title.start and p.party))
        if len(here) > 1:
            return here
        for sentence, actors in reversed(self._pairs[-1:]):
            if line.sentence.index - sentence <= 2 * REACH:
                return tuple(dict.fromkeys(a.party for a in actors if a.party))
        return ()

    def _owners(self, line: Line, title: Title) -> tuple[str, ...]:
        """Whose "its ambassador", "their foreign ministers" are: of a party named before in the sentence, else of the
        two whose people were named together last ("their ministers"), else of the party named last.
        """
        here = party_before(line, title.start)
        if here is not None:
            return (here,)
        if title.determiner == "their" and title.plural and self._pairs:
            index, pair = self._pairs[-1]
            sides = tuple(dict.fromkeys(a.party for a in pair if a.party))
            if line.sentence.index - index <= REACH and len(sides) == 2:
                return sides
        return tuple(c for _, c in self._parties[-1:])

    def _holder(self, line: Line, title: Title, party: str, plural: bool = False) -> Actor:
        office = self.knowledge.offices.classify(title.text, party)
        actor = Actor(role=title.text, party=party, office=office)
        if plural or title.former or office is None or title.determiner in ("a", "an"):
            return actor
        if title.determiner == "the" and title.word in self.words.generic:
            highest = title.word == "diplomat" and any(
                t.lower in ("top", "chief") for t in line.tokens[title.start : title.last]
            )
            offices = frozenset({"foreign_minister"}) if highest else self.words.generic_offices(title.word)
            spoken = self._spoken_of(line, party, offices)
            if spoken is not None:
                return spoken
        named = [p for p in self.cast.people if p.party == party and self._is(p, office, title)]
        if len(named) == 1 or (named and office in EXCLUSIVE):
            return max(named, key=lambda p: p.seen_before(line.sentence.start)).actor()
        if office in EXCLUSIVE and self.when is not None:
            holders = [t for t in self.knowledge.tenures.holders(party, office, self.when) if t.state(self.when) == 3]
            if len({t.official for t in holders}) == 1:
                return replace(actor, official=holders[0].official)
        return actor

    def _spoken_of(self, line: Line, party: str, offices: frozenset[str]) -> Actor | None:
        """ "the Vietnamese diplomat": the person of that party named last, if not too far back."""
        for sentence, actor in reversed(self._persons):
            if line.sentence.index - sentence > 2 * REACH:
                return None
            if actor.party == party and actor.name and (not offices or actor.office in offices):
                return actor
        return None

    def _is(self, person: Person, office: str, title: Title) -> bool:
        if self._past(person):
            return False
        if office in EXCLUSIVE:
            return person.office == office or (
                office in _HEADS and person.office in _HEADS and self._role_says(person, title)
            )
        return self._role_says(person, title)

    def _past(self, person: Person) -> bool:
        """Whether a person is out of office: the text says former or late, or the tables know since when."""
        if person.role is not None and self.words.former.intersection(person.role.lower().split()):
            return True
        if person.role is not None or person.known is None or self.when is None:
            return False
        days = person.known.term.days()
        return days is not None and person.known.term.state(self.when) == ENDED and days.gap(self.when) > _LATELY

    def _role_says(self, person: Person, title: Title) -> bool:
        return person.role is not None and title.word in _heads_of(person.role)

    def _by_role(self, title: Title) -> Person | None:
        """ "the president", "the minister": the person of that title who was named last before this."""
        asked = set(_role_words(title.text))
        office = self.knowledge.offices.classify(title.text)
        fitting = [
            p
            for p in self.cast.people
            if p.role
            and title.word in _heads_of(p.role)
            and (asked <= set(_role_words(p.role)) or (office in EXCLUSIVE - set(_HEADS) and p.office == office))
        ]
        seen = {(a.name, a.party): n for n, (_, a) in enumerate(self._persons)}
        seen |= {(p.name, p.party): len(seen) + first for first, p in self._here if first < title.start}
        fitting = [p for p in fitting if (p.name, p.party) in seen]
        return max(fitting, key=lambda p: seen[p.name, p.party]) if fitting else None

    def _counterpart(self, line: Line, title: Title) -> tuple[Actor, ...]:
        owner = self._owner(line, title)
        office = owner.office if owner is not None else None
        role = owner.role if owner is not None else None
        actors = []
        for party in title.parties:
            actor = Actor(role=role, party=party, office=office)
            if office in EXCLUSIVE and not title.former:
                named = [p for p in self.cast.people if p.party == party and p.office == office]
                if len(named) == 1:
                    actor = named[0].actor()
                elif not named and self.when is not None:
                    held = [
                        t for t in self.knowledge.tenures.holders(party, office, self.when) if t.state(self.when) == 3
                    ]
                    if len({t.official for t in held}) == 1:
                        actor = replace(actor, official=held[0].official)
            actors.append(actor)
        return tuple(actors)

    def _owner(self, line: Line, title: Title) -> Actor | None:
        before = [person for first, person in self._here if first < title.start]
        if before:
            return before[0].actor()
        if self._subject is not None:
            return self._subject[1]
        return self._persons[-1][1] if self._persons else None

    def leave(self, line: Line, found: list[Mention]) -> None:
        """End a sentence: remember who was in it."""
        index = line.sentence.index
        persons: list[Actor] = []
        codes: list[str] = []
        subject: Actor | None = None
        for m in found:
            if m.kind in ("person", "office") or (m.kind in ("group", "pronoun") and m.actors and m.actors[0].name):
                persons.extend(m.actors)
            if m.rule != "party_place":
                codes.extend(a.party for a in m.actors if a.party and "|" not in a.party)
            if m.kind == "body" or (m.kind == "party" and line.tokens[m.last - 1].lower in self.words.body_nouns):
                self._bodies[_noun(line, m)] = m.actors
            if (
                subject is None
                and len(m.actors) == 1
                and m.kind in ("person", "office", "pronoun")
                and line.tokens[m.head].dep in ("nsubj", "nsubjpass")
            ):
                subject = m.actors[0]
        self._persons.extend((index, a) for a in persons)
        everyone = distinct(persons)
        if len(everyone) > 1 and len({a.party for a in everyone}) > 1:
            self._pairs.append((index, everyone))
        self._parties.extend((index, c) for c in codes)
        if len(set(codes)) > 1:
            self._party_pairs.append((index, tuple(dict.fromkeys(codes))))
        if subject is not None:
            self._subject = (index, subject)
        elif len(everyone) == 1:
            self._subject = (index, everyone[0])
        elif everyone:
            self._subject = None
        self._passage = line.sentence.passage


def _role_words(role: str) -> list[str]:
    return role.lower().replace("-", " ").replace(",", " ").split()


def party_before(line: Line, at: int, known: frozenset[str] = frozenset()) -> str | None:
    """The party that "its" at a token means by the words before it: one of those `known`, else the subject named last,
    else the one named last that is no place ("a summit in Singapore between its leader and ...").
    """
    named = [w for w in line.words if w.last <= at]
    theirs = [w for w in named if w.code in known]
    subjects = [w for w in named if any(line.tokens[i].dep in SUBJECTS for i in range(w.first, w.last))]
    acting = [w for w in named if w.first == 0 or line.tokens[w.first - 1].lower not in ("in", "at", "near")]
    return next((w.code for w in reversed(theirs or subjects or acting or named)), None)


_BELOW = re.compile(r"\s(?:to|of|for)\s")


def _heads_of(role: str) -> list[str]:
    """The words of a title before its "to", "of" or "for": an "assistant to the president" is no president."""
    return _BELOW.split(role.lower().replace("-", " "))[0].split()


_QUOTATION_MARKS = frozenset(("“", "„", "«", "”", "»", '"', "``", "''"))


def quoted(line: Line, inside: bool) -> tuple[set[int], bool]:
    """The tokens of a line that stand in quotation marks, and whether a quotation goes on behind it."""
    if _QUOTATION_MARKS.isdisjoint(line.sentence.lowers):
        return (set(range(len(line.tokens))) if inside else set()), inside
    tokens: set[int] = set()
    for token in line.tokens:
        if token.text in ("“", "„", "«"):
            inside = True
        elif token.text in ("”", "»"):
            inside = False
        elif token.text in ('"', "``", "''"):
            inside = not inside
        elif inside:
            tokens.add(token.i)
    return tokens, inside


def _noun(line: Line, body: Mention) -> str:
    return line.tokens[body.head if body.rule == "body_of_party" else body.last - 1].lower


def _kind(title: Title, actors: tuple[Actor, ...]) -> MentionKind:
    if title.plural and title.word in _MANY:
        return "body"
    return "office" if len(actors) == 1 else "group"


def distinct(actors: list[Actor]) -> tuple[Actor, ...]:
    """The actors once each, in order."""
    seen: dict[tuple[str | None, str | None, str | None], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.name, actor.party, actor.role if actor.name is None else None), actor)
    return tuple(seen.values())
