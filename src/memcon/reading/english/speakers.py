"""Who a subject stands for: from the words before a verb to the actors found by the actors' room."""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.reading.analysis import Actor, Analysis, Mention
from memcon.reading.english.clauses import Tree

# A mention of these kinds, without a person's name, speaks as the institution it names.
INSTITUTIONS = ("body",)
_LEADING = {"the", "a", "an", "its", "their", "his", "her", "our", "this", "that"}


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks: one actor, or several together. `written` is an institution's name as the text has it."""

    actors: tuple[Actor, ...]
    written: str | None = None
    kind: str = "person"

    @property
    def party(self) -> str | None:
        """Codes of all their parties, each once, in order, joined by `|`."""
        return join(a.party for a in self.actors)

    @property
    def speaker(self) -> str | None:
        """The name of the one person or institution that speaks; None for several and for a party as such."""
        people = [a.name for a in self.actors if a.name]
        if len(self.actors) == 1 and people:
            return people[0]
        if len(self.actors) > 1:
            return None
        return self.written

    @property
    def role(self) -> str | None:
        """The title of the one person that speaks."""
        return self.actors[0].role if len(self.actors) == 1 else None

    @property
    def official(self) -> str | None:
        """The identity of the one person that speaks."""
        return self.actors[0].official if len(self.actors) == 1 else None

    def __bool__(self) -> bool:
        return any(a.party or a.name for a in self.actors) or self.written is not None


def join(parties: Iterable[str | None]) -> str | None:
    """Party codes, each once, in order, joined by `|`; None if there is none."""
    codes: dict[str, None] = {}
    for party in parties:
        codes.update(dict.fromkeys((party or "").split("|")))
    return "|".join(c for c in codes if c) or None


class Cast:
    """The mentions of an analysis by sentence and token, to look up who a token stands for."""

    def __init__(self, analysis: Analysis, issuer: Speakers | None = None) -> None:
        self.analysis = analysis
        self.issuer = issuer
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in analysis.mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

    def within(self, sentence: int) -> list[Mention]:
        """Mentions of one sentence, in order."""
        return self._by_sentence.get(sentence, [])

    def mention_at(self, sentence: int, i: int) -> Mention | None:
        """The mention whose head is token `i`, else the shortest one that covers it."""
        here = self.within(sentence)
        for mention in here:
            if mention.head == i:
                return mention
        covering = [m for m in here if m.first <= i < m.last]
        return min(covering, key=lambda m: m.last - m.first, default=None)

    def speakers(self, tree: Tree, subject: int) -> Speakers | None:
        """Who the noun phrase headed by token `subject` stands for, with all that is coordinated with it."""
        mentions: list[Mention] = []
        own: tuple[Actor, ...] = ()
        for i in tree.joined(subject):
            mention = self.mention_at(tree.sentence.index, i)
            if tree.token(i).lower in ("i", "we") and self.issuer is not None:
                if i == subject == tree.joined(subject)[-1]:
                    return self.issuer
                own = self.issuer.actors
            elif mention is not None and mention not in mentions:
                mentions.append(mention)
            elif mention is None and i == subject:
                return None
        if not mentions:
            return None
        actors = tuple(dict.fromkeys(a for m in mentions for a in m.actors if a.party or a.name)) + own
        if not actors:
            return None
        kind = mentions[0].kind
        written = None
        if len(mentions) == 1 and len(actors) == 1 and actors[0].name is None and kind in INSTITUTIONS:
            written = self.written(mentions[0])
        return Speakers(actors, written, kind)

    def written(self, mention: Mention) -> str:
        """A mention's words without their article."""
        words = self.analysis.page.text[mention.start : mention.end].split()
        while len(words) > 1 and words[0].lower() in _LEADING:
            words = words[1:]
        return " ".join(words)
