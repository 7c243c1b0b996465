"""Who a subject stands for: from the words before a verb to the actors found by the actors' room."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from memcon.reading.analysis import Actor, Analysis, Mention, Token
from memcon.reading.english.clauses import Tree

# "MOSCOW, Feb 10 (Reuters) - ", "HANOI — ": where and by whom it was reported, before the sentence begins.
DATELINE = re.compile(
    r"[A-Z][\w.’' ]{2,30}(?:[,/][\w.’' ]{2,30})*(?:\s*\([^)]{2,40}\))?\s*(?:\s[-–]{1,2}|—)\s*(?=[A-Z“\"])"
)
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


# Several people or sides of whom a joint text speaks without naming them.
TOGETHER = {
    *("minister", "leader", "counterpart", "official", "side", "country", "president", "government", "they", "we"),
    *("nation", "delegation", "principal", "both", "two", "three", "secretary", "representative", "adviser", "advisor"),
    *("chief", "participant", "partner", "head", "party"),
}


# How many sentences back two parties named together may be "the ministers".
PAIRED = 3

# "Our government" is who says so.
OURS = {"administration", "government", "country", "nation", "side", "party", "ministry", "delegation", "people"}


def _beside_verb(token: Token) -> bool:
    """Whether a word before a verb is an adverb or an auxiliary."""
    return token.pos in ("ADV", "AUX") or token.dep in ("aux", "auxpass", "neg")


_SELVES = ("person", "pronoun")  # mentions that are of people, not of the parties they are from


class Voices:
    """The mentions of an analysis by sentence and token, to look up who a token stands for.

    `issuer` is who the page's "we" is outside quotations, `author` its "I"; `joint`: the text is several parties'
    own, so that "the ministers" who are not named are theirs.
    """

    def __init__(
        self, analysis: Analysis, issuer: Speakers | None = None, joint: bool = False, author: Speakers | None = None
    ) -> None:
        self.analysis = analysis
        self.issuer = issuer
        self.joint = joint
        self.author = author or issuer
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
        ours = any(c.lower in ("our", "my") for c in tree.children(subject, "poss"))
        if ours and self.issuer is not None and tree.token(subject).lemma in OURS:
            return self.issuer
        mentions: list[Mention] = []
        own: tuple[Actor, ...] = ()
        for i in tree.joined(subject):
            mention = self.mention_at(tree.sentence.index, i)
            if tree.token(i).lower in ("i", "we") and self.issuer is not None:
                if i == subject == tree.joined(subject)[-1]:
                    return self._first_person(tree, i)
                own = self.issuer.actors
            elif mention is not None and mention not in mentions:
                mentions.append(mention)
            elif mention is None and i == subject:
                return self._together(tree, i)
        if not mentions:
            return None
        actors = tuple(dict.fromkeys(a for m in mentions for a in m.actors if a.party or a.name)) + own
        if not actors:
            return None
        kind = mentions[0].kind
        written = None
        if len(mentions) == 1 and len(actors) == 1 and actors[0].name is None and kind in INSTITUTIONS:
            written = self.written(mentions[0]) + self._of(tree, mentions[0])
        if kind == "person" and len(actors) == 1 and (post := self.post(tree, subject)):
            actors = (replace(actors[0], party=post.party, role=actors[0].role or post.role),)
        return Speakers(actors, written, kind)

    def post(self, tree: Tree, name: int) -> Actor | None:
        """The post of a party told after a name: "Staffan de Mistura of Sweden, the UN envoy for Syria"."""
        for apposed in tree.children(name, "appos"):
            mention = self.mention_at(tree.sentence.index, apposed.i)
            if mention is None or mention.kind != "office" or len(mention.actors) != 1:
                continue
            if mention.actors[0].name is None and mention.actors[0].party:
                return mention.actors[0]
        return None

    def _of(self, tree: Tree, mention: Mention) -> str:
        """What an institution is in charge of, where its mention stops short of it: "Ministry of External Affairs"."""
        seated = tree.token(mention.head).lemma in ("embassy", "mission", "consulate", "delegation")
        joining = ("of", "in", "to", "at") if seated else ("of",)
        field = next(
            (p for p in tree.children(mention.head, "prep") if p.lower in joining and p.i == mention.last), None
        )
        if field is None or not any(o.pos == "PROPN" for o in tree.children(field.i, "pobj")):
            return ""
        end = field.i
        while end + 1 < len(tree.sentence.tokens) and tree.token(end + 1).pos in ("PROPN", "CCONJ", "DET", "ADP"):
            end += 1
        while tree.token(end).pos != "PROPN":
            end -= 1
        return " " + " ".join(self.analysis.page.text[field.start : tree.token(end).end].split())

    def doer(self, tree: Tree, verb: int) -> Speakers | None:
        """Who does what a verb says: its subject, or where the parser lost it the mention right before the verb."""
        subject = tree.subject(verb)
        found = self.speakers(tree, subject) if subject is not None else None
        if found is not None and (found.kind != "metonym" or len(found.actors) > 1):
            return self._apposed(tree, verb, found) or found
        if subject is not None and (tree.token(subject).pos != "PROPN" or tree.children(subject, "appos")):
            return found
        # A dateline parsed as the subject: "TEHRAN, May 26 - Prime Minister Sharif said".
        token = tree.token(verb)
        if subject is None and token.dep == "advcl" and token.tag == "VBG" and token.head < verb:
            return self.doer(tree, token.head)
        near = self._before(tree, self._chain(tree, verb)) or self._crowd_before(tree, self._chain(tree, verb))
        return near if near is not None and (found is None or near.speaker is not None) else found

    def _apposed(self, tree: Tree, verb: int, found: Speakers) -> Speakers | None:
        """The person named between a comma and the verb: "greeting King Felipe, Prime Minister Orbán said"."""
        last = next((m for m in self.within(tree.sentence.index) if m.last == verb and m.kind == "person"), None)
        if last is None or not last.first or set(last.actors) & set(found.actors):
            return None
        own = tree.token(last.head).dep in ("appos", "conj") and tree.token(last.first - 1).lower == ","
        return Speakers(last.actors) if own else None

    def _chain(self, tree: Tree, verb: int) -> int:
        """The first of the coordinated verbs that a verb belongs to."""
        at = verb
        while (
            tree.token(at).dep == "conj" and tree.token(at).head < at and tree.token(tree.token(at).head).pos == "VERB"
        ):
            at = tree.token(at).head
        return at

    def _before(self, tree: Tree, verb: int) -> Speakers | None:
        """Who is named right before a verb, but for adverbs and auxiliaries: "... and Japan also stressed"."""
        here = [m for m in self.within(tree.sentence.index) if m.kind != "pronoun"]
        ends = {m.last - 1 for m in here}  # a surname that the parser does not know may be an adverb to it
        at = verb - 1
        while at >= 0 and at not in ends and _beside_verb(tree.token(at)):
            at -= 1
        last = next((m for m in here if m.last == at + 1), None)
        if last is None:
            return None
        mentions = [last]
        first = last.first
        while True:
            at = first - 1
            while at >= 0 and tree.token(at).lower in ("the", "and", ","):
                at -= 1
            before = next((m for m in here if m.last == at + 1), None)
            if before is None or not any(t.lower in ("and", ",") for t in tree.sentence.tokens[at + 1 : first]):
                break
            mentions.insert(0, before)
            first = before.first
        actors = tuple(dict.fromkeys(a for m in mentions for a in m.actors if a.party or a.name))
        return Speakers(actors, None, last.kind) if actors else None

    def _crowd_before(self, tree: Tree, verb: int) -> Speakers | None:
        """ "At the meeting Ministers expressed ...": the crowd right before a verb, whatever the parser made of it."""
        at = verb - 1
        while at > 0 and tree.token(at).dep in ("advmod", "aux"):
            at -= 1
        return self._together(tree, at) if at >= 0 and tree.token(at).tag in ("NNS", "NNPS") else None

    def _first_person(self, tree: Tree, i: int) -> Speakers | None:
        """Who "I" and "we" are: the issuer, and in "we agreed" also whom the issuer met."""
        assert self.issuer is not None
        verb = tree.token(tree.token(i).head)
        if tree.token(i).lower == "i":
            return self.author
        if self.joint or verb.lemma not in ("agree", "discuss", "exchange", "decide"):
            return self.issuer
        own = set((self.issuer.party or "").split("|"))
        for mention in reversed([m for m in self.analysis.mentions if m.end <= verb.start]):
            for actor in mention.actors:
                if actor.name and actor.party and actor.party not in own:
                    return Speakers((*self.issuer.actors, actor), None, "group")
        return self.issuer

    def _together(self, tree: Tree, i: int) -> Speakers | None:
        token = tree.token(i)
        plural = token.tag in ("NNS", "NNPS", "PRP", "DT", "CD")
        if not plural or token.lemma.removesuffix("s") not in TOGETHER or (self.joint and self.issuer is None):
            return None
        if parties := self._parties_of(tree, i):
            return parties
        if tree.children(i, "poss", "prep", "relcl"):
            return None
        return self.issuer if self.joint else self._last_group(tree)

    def _parties_of(self, tree: Tree, i: int) -> Speakers | None:
        """The parties that a crowd is of: "the governments of Norway and Finland", "leaders in Oslo and Helsinki"."""
        below = [p for p in tree.children(i, "prep") if p.lower in ("of", "in", "from", "including")]
        owners = [o for p in below for o in tree.children(p.i, "pobj")]
        inside = {j for o in owners for j in (o.i, *tree.subtree(o.i))}
        found = [self.mention_at(tree.sentence.index, j) for j in sorted(inside)]
        mentions = [m for m in found if m is not None and m.kind not in _SELVES]
        actors = tuple(dict.fromkeys(Actor(party=a.party) for m in mentions for a in m.actors if a.party))
        return Speakers(actors, None, "group") if len(actors) > 1 else None

    def _last_group(self, tree: Tree) -> Speakers | None:
        """The several people of whom the page last spoke as one ("the two officials"), or "Norway and Finland"."""
        for mention in reversed(self.analysis.mentions):
            if mention.end <= tree.sentence.start and mention.kind == "group" and len(mention.actors) > 1:
                return Speakers(mention.actors, None, "group")
        for sentence in range(tree.sentence.index - 1, max(tree.sentence.index - 1 - PAIRED, -1), -1):
            if pair := self._pair(sentence):
                return pair
        return None

    def _pair(self, sentence: int) -> Speakers | None:
        """The two parties that a sentence opens with in one breath."""
        first, second, *_ = (*self.within(sentence), None, None)
        if first is None or second is None or len(first.actors) != 1 or len(second.actors) != 1:
            return None
        between = self.analysis.page.text[first.end : second.start].strip()
        actors = (first.actors[0], second.actors[0])
        if between != "and" or not all(a.party for a in actors) or actors[0].party == actors[1].party:
            return None
        return Speakers(actors, None, "group")

    def written(self, mention: Mention) -> str:
        """A mention's words without their article."""
        words = self.analysis.page.text[mention.start : mention.end].split()
        while len(words) > 1 and words[0].lower() in _LEADING:
            words = words[1:]
        return " ".join(words)
