"""What points back: offices without a name, counterparts, "the two ministers", "both sides", "he" and "they"."""

from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.knowledge.names import FEMALE_NAMES
from memcon.knowledge.names import words as name_words
from memcon.knowledge.tenures import ENDED
from memcon.model import Interval
from memcon.reading.actors import EXCLUSIVE, Cast, Person
from memcon.reading.analysis import Actor, Mention
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.actor_unmarked import PersonWords
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line, MentionKind, mention

_SPEAKER = frozenset(("i", "me", "my", "myself"))
_MALE, _FEMALE = frozenset(("he", "him", "his")), frozenset(("she", "her"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
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
_REACH = 3  # sentences back that a group or pronoun may point


class References:
    """What a document has spoken of so far, sentence by sentence, and what its back-references mean."""

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
        if not parties and title.owner is not None and title.determiner in ("its", "their"):
            parties = tuple(c for _, c in self._parties[-1:])
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

    def _holder(self, line: Line, title: Title, party: str, plural: bool = False) -> Actor:
        office = self.knowledge.offices.classify(title.text, party)
        actor = Actor(role=title.text, party=party, office=office)
        if plural or title.former or office is None or title.determiner in ("a", "an"):
            return actor
        if title.determiner == "the" and title.word in self.words.generic:
            spoken = self._spoken_of(line, party, self.words.generic_offices(title.word))
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
            if line.sentence.index - sentence > 2 * _REACH:
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
        return person.role is not None and title.word in person.role.lower().replace("-", " ").split()

    def _by_role(self, title: Title) -> Person | None:
        """ "the president", "the minister": the person of that title who was named last before this."""
        fitting = [p for p in self.cast.people if p.role and title.word in p.role.lower().replace("-", " ").split()]
        seen = {(a.name, a.party): n for n, (_, a) in enumerate(self._persons)}
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

    # --- groups and pronouns

    def groups_and_pronouns(self, line: Line, found: list[Mention], taken: set[int]) -> list[Mention]:
        """ "the two ministers", "both sides", "he": what they mean after all that was said before."""
        more: list[Mention] = []
        for token in line.tokens:
            if token.i in taken:
                continue
            if token.lower in self.words.group_people or token.lower in self.words.group_parties:
                group = self._group(line, token.i, found)
                if group is not None:
                    more.append(group)
            elif token.lower == "both" or token.lower == "two":
                group = self._bare_number(line, token.i, found)
                if group is not None:
                    more.append(group)
            elif token.lower in self._bodies and token.i and line.tokens[token.i - 1].lower == "the":
                again = self._bodies[token.lower]
                more.append(mention(line, token.i - 1, token.i + 1, "body", again, "body_again"))
            elif token.pos == "PRON" and token.dep not in ("expl",):
                pronoun = self._pronoun(line, token.i, [*found, *more])
                if pronoun is not None:
                    more.append(pronoun)
        return more

    def _group(self, line: Line, i: int, found: list[Mention]) -> Mention | None:
        tokens = line.tokens
        noun = tokens[i].lower
        number, first = 0, i
        k = i - 1
        while k >= 0 and i - k <= 4:
            lower = tokens[k].lower
            if lower in self.words.numbers:
                number, first = self.words.numbers[lower], k
            elif lower in ("the", "these", "their", "of", "all"):
                first = k if lower != "of" else first
            elif not (lower in self.words.modifiers or tokens[k].pos == "ADJ"):
                break
            k -= 1
        if first == i:
            return None
        if noun in self.words.group_people:
            offices = self.words.generic_offices(noun)
            actors = self._latest_persons(line, found, i, number, offices, noun.removesuffix("s"))
            if actors:
                return mention(line, first, i + 1, "group", actors, "group_persons")
            if not number or noun not in ("leaders", "officials", "ministers", "diplomats", "presidents"):
                return None
        elif not number and noun not in ("sides", "parties", "countries"):
            return None
        codes = self._latest_parties(line, found, i, number or 2)
        if codes:
            return mention(line, first, i + 1, "group", tuple(Actor(party=c) for c in codes), "group_parties")
        return None

    def _bare_number(self, line: Line, i: int, found: list[Mention]) -> Mention | None:
        """ "the two met", "both spoke"."""
        tokens = line.tokens
        if tokens[i].dep not in ("nsubj", "nsubjpass", "pobj") or tokens[i].head == i:
            return None
        if (i + 1 < len(tokens) and tokens[i + 1].pos in ("NOUN", "PROPN", "ADJ", "NUM")) or any(
            t.head == i and t.dep == "prep" for t in tokens
        ):
            return None
        actors = self._latest_persons(line, found, i, 2, frozenset())
        first = i - 1 if i and tokens[i - 1].lower == "the" else i
        return mention(line, first, i + 1, "group", actors, "group_persons") if actors else None

    def _latest_persons(
        self, line: Line, found: list[Mention], i: int, number: int, offices: frozenset[str], noun: str = " "
    ) -> tuple[Actor, ...]:
        """The persons named together last, of the offices asked if any; `number` 0 stands for two and more."""

        def fitting(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
            if offices:
                held = tuple(a for a in actors if a.office in offices or noun in (a.role or "").lower())
                actors = held if held else actors if number else ()
            enough = len(actors) == number or (not number and len(actors) > 1)
            return actors if enough and len({a.party for a in actors}) > 1 else ()

        here = fitting(
            _distinct([a for m in found if m.last <= i and m.kind in ("person", "office") for a in m.actors])
        )
        if here:
            return here
        now = line.sentence.index
        for sentence, actors in reversed(self._pairs):
            if now - sentence > 2 * _REACH:
                break
            if fitting(actors):
                return fitting(actors)
        return fitting(_distinct([a for s, a in self._persons if now - s <= _REACH]))

    def _latest_parties(self, line: Line, found: list[Mention], i: int, number: int) -> tuple[str, ...]:
        now = line.sentence.index
        here = tuple(dict.fromkeys(a.party for m in found if m.last <= i for a in m.actors if a.party))
        if len(here) == number:
            return here
        for sentence, codes in reversed(self._party_pairs):
            if now - sentence > 2 * _REACH:
                break
            if len(codes) == number:
                return codes
        recent = tuple(dict.fromkeys(c for s, c in self._parties if now - s <= _REACH))
        return recent if len(recent) == number else ()

    def _pronoun(self, line: Line, i: int, found: list[Mention]) -> Mention | None:
        token = line.tokens[i]
        if token.text == "HE":
            return None  # His Excellency
        if token.lower in _SPEAKER:
            if self.author is None or i in self._quoted:
                return None
            return mention(line, i, i + 1, "pronoun", (self.author,), "pronoun_author")
        if token.lower in _MALE | _FEMALE:
            actor = self._he(line, i, found)
            return mention(line, i, i + 1, "pronoun", (actor,), "pronoun_person") if actor is not None else None
        if token.lower == "their" and line.tokens[token.head].lower not in self.words.meets:
            return None
        if token.lower in ("they", "them", "their"):
            before = [m for m in found if m.last <= i]
            here = _distinct([a for m in before if m.kind in ("person", "office") for a in m.actors])
            actors = here if len(here) == 2 else () if before else self._latest_persons(line, [], i, 2, frozenset())
            return mention(line, i, i + 1, "pronoun", actors, "pronoun_group") if actors else None
        return None

    def _he(self, line: Line, i: int, found: list[Mention]) -> Actor | None:
        """The subject of this sentence named before the pronoun, else the one person or the subject of the last one.

        An object pronoun is never the subject of its own verb ("Blinken would represent him").
        """
        token = line.tokens[i]
        female = token.lower in _FEMALE
        governors = (
            _governors(line, i) if token.lower == "him" or (token.lower == "her" and token.dep != "poss") else ()
        )
        excluded = {
            m.actors[0]
            for m in found
            if len(m.actors) == 1 and line.tokens[m.head].head in governors and line.tokens[m.head].dep in _SUBJECTS
        }

        def possible(m: Mention) -> bool:
            if m.last > i or len(m.actors) != 1 or m.kind not in ("person", "office"):
                return False
            return m.actors[0] not in excluded and self._may_be_called(m.actors[0], female)

        before = [m for m in found if possible(m) and m.actors[0].name]
        before = before or [m for m in found if possible(m)]
        subjects = [m for m in before if line.tokens[m.head].dep in _SUBJECTS]
        if subjects:
            return subjects[-1].actors[0] if len({m.actors for m in subjects}) == 1 else subjects[0].actors[0]
        if before:
            return before[-1].actors[0] if len({m.actors for m in before}) == 1 else None
        if excluded:
            return self._other(line, excluded, female)
        if self._subject is not None and line.sentence.index - self._subject[0] <= _REACH:
            return self._subject[1] if self._may_be_called(self._subject[1], female) else None
        return None

    def _other(self, line: Line, excluded: set[Actor], female: bool) -> Actor | None:
        """The one other person of the last sentence: whom "Clinton urged him" does not mean is Clinton."""
        recent = _distinct([a for s, a in self._persons if line.sentence.index - s <= 1])
        others = [a for a in recent if a not in excluded and self._may_be_called(a, female)]
        return others[0] if len(others) == 1 else None

    def _may_be_called(self, actor: Actor, female: bool) -> bool:
        """Whether "she" (or "he") may mean an actor, by the given names that only women have."""
        if actor.name is None:
            return True
        woman = bool(FEMALE_NAMES.intersection(name_words(actor.name)))
        known = self.knowledge.tenures.officials.get(actor.official or "")
        woman = woman or (known is not None and bool(FEMALE_NAMES.intersection(name_words(known.name))))
        return woman == female or (female and not woman and len(name_words(actor.name)) > 1 and known is None)

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
        distinct = _distinct(persons)
        if len(distinct) > 1 and len({a.party for a in distinct}) > 1:
            self._pairs.append((index, distinct))
        self._parties.extend((index, c) for c in codes)
        if len(set(codes)) > 1:
            self._party_pairs.append((index, tuple(dict.fromkeys(codes))))
        if subject is not None:
            self._subject = (index, subject)
        elif len(distinct) == 1:
            self._subject = (index, distinct[0])
        elif distinct:
            self._subject = None
        self._passage = line.sentence.passage


def _governors(line: Line, i: int) -> tuple[int, ...]:
    """The verbs above an object pronoun: its own, and the one that its clause hangs on."""
    verbs: list[int] = []
    for k in line.sentence.ancestors(i):
        if line.tokens[k].pos in ("VERB", "AUX"):
            verbs.append(k)
            if line.tokens[k].dep not in ("xcomp", "ccomp") or len(verbs) > 1:
                break
    return tuple(verbs)


def quoted(line: Line, inside: bool) -> tuple[set[int], bool]:
    """The tokens of a line that stand in quotation marks, and whether a quotation goes on behind it."""
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


def _distinct(actors: list[Actor]) -> tuple[Actor, ...]:
    seen: dict[tuple[str | None, str | None, str | None], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.name, actor.party, actor.role if actor.name is None else None), actor)
    return tuple(seen.values())
