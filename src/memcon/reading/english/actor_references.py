"""What points back to persons and parties: "the two ministers", "both sides", "he" and "they"."""

from memcon.knowledge.names import FEMALE_NAMES
from memcon.knowledge.names import words as name_words
from memcon.reading.analysis import Actor, Mention
from memcon.reading.english.actor_offices import REACH, SUBJECTS, Offices, distinct
from memcon.reading.english.lines import Line, mention

_SPEAKER = frozenset(("i", "me", "my", "myself"))
_MALE, _FEMALE = frozenset(("he", "him", "his")), frozenset(("she", "her"))


class References(Offices):
    """What the back-references of a document mean, after all that was said before."""

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
        codes = self._sides(line) if noun == "sides" and number == 2 else ()
        codes = codes or self._latest_parties(line, found, i, number or 2)
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

        here = fitting(distinct([a for m in found if m.last <= i and m.kind in ("person", "office") for a in m.actors]))
        if here:
            return here
        now = line.sentence.index
        for sentence, actors in reversed(self._pairs):
            if now - sentence > 2 * REACH:
                break
            if fitting(actors):
                return fitting(actors)
        return fitting(distinct([a for s, a in self._persons if now - s <= REACH]))

    def _sides(self, line: Line) -> tuple[str, ...]:
        """The parties of the two people named together last: sides are those who talk, not whom they talk about."""
        for sentence, actors in reversed(self._pairs):
            if line.sentence.index - sentence > 2 * REACH:
                break
            codes = tuple(dict.fromkeys(a.party for a in actors if a.party))
            if len(codes) == 2:
                return codes
        return ()

    def _latest_parties(self, line: Line, found: list[Mention], i: int, number: int) -> tuple[str, ...]:
        now = line.sentence.index
        here = tuple(dict.fromkeys(a.party for m in found if m.last <= i for a in m.actors if a.party))
        if len(here) == number:
            return here
        for sentence, codes in reversed(self._party_pairs):
            if now - sentence > 2 * REACH:
                break
            if len(codes) == number:
                return codes
        recent = tuple(dict.fromkeys(c for s, c in self._parties if now - s <= REACH))
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
            before = [m for m in found if m.last <= i and not (token.lower == "them" and _acts_on(line, m, i))]
            here = distinct([a for m in before if m.kind in ("person", "office") for a in m.actors])
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
            if len(m.actors) == 1
            and any(t.head in governors and t.dep in SUBJECTS for t in line.tokens[m.first : m.last])
        }

        def possible(m: Mention) -> bool:
            if m.last > i or len(m.actors) != 1 or m.kind not in ("person", "office"):
                return False
            return m.actors[0] not in excluded and self._may_be_called(m.actors[0], female)

        he = next((m for m in found if m.rule == "pronoun_person" and line.tokens[m.head].dep in SUBJECTS), None)
        if token.dep == "poss" and he is not None and he.first < i and self._may_be_called(he.actors[0], female):
            return he.actors[0]  # "He told the minister of his meetings"
        before = [m for m in found if possible(m) and m.actors[0].name]
        before = before or [m for m in found if possible(m)]
        subjects = [m for m in before if line.tokens[m.head].dep in SUBJECTS]
        if subjects:
            return subjects[-1].actors[0] if len({m.actors for m in subjects}) == 1 else subjects[0].actors[0]
        if before:
            return before[-1].actors[0] if len({m.actors for m in before}) == 1 else None
        if excluded:
            return self._other(line, excluded, female)
        if self._subject is not None and line.sentence.index - self._subject[0] <= REACH:
            return self._subject[1] if self._may_be_called(self._subject[1], female) else None
        return None

    def _other(self, line: Line, excluded: set[Actor], female: bool) -> Actor | None:
        """The one other person of the last sentence: whom "Clinton urged him" does not mean is Clinton."""
        recent = distinct([a for s, a in self._persons if line.sentence.index - s <= 1])
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


def _acts_on(line: Line, m: Mention, i: int) -> bool:
    """Whether a mention is, or is listed with, the subject of the verb over an object pronoun: "Borrell and Lajčák
    spoke with each of them"."""
    head = line.tokens[m.head]
    while head.dep == "conj" and head.head != head.i:
        head = line.tokens[head.head]
    return head.dep in SUBJECTS and head.head in _governors(line, i)


def _governors(line: Line, i: int) -> tuple[int, ...]:
    """The verbs above an object pronoun: its own, and the one that its clause hangs on."""
    verbs: list[int] = []
    for k in line.sentence.ancestors(i):
        if line.tokens[k].pos in ("VERB", "AUX"):
            verbs.append(k)
            purpose = line.tokens[k].dep == "advcl" and line.tokens[k].tag == "VB"  # "called the premier to thank him"
            if not (purpose or line.tokens[k].dep in ("xcomp", "ccomp")) or len(verbs) > 1:
                break
    return tuple(verbs)
