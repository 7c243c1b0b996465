"""A sentence with all that tells who undertakes: who speaks where, who acts, which words belong to an act."""

import functools
from dataclasses import dataclass

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english import voice
from memcon.reading.english.attribution import Spoken
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import OURS, Speakers, Voices
from memcon.reading.english.terms import amount_in
from memcon.reading.english.undertaking_words import lexicon

# Who acts for themselves, whatever country they are of: "Indian companies would play a role".
PRIVATE = {
    *("company", "firm", "business", "investor", "citizen", "people", "student", "worker", "analyst", "expert"),
}
# What a party's own people call it: "the government", "the alliance".
BODIES = {"government", "administration", "alliance", "bloc", "union", "organization", "organisation"}
WILL = frozenset({"will", "shall", "'ll", "’ll", "would"})


@functools.cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas and the forms that `hopeful` asks for, all lists of it: without any of them nothing needs asking."""
    words = lexicon()
    funds = words.funds | words.official_funds
    acts = words.giving | words.provision_verbs | words.ordering | words.progress
    return funds | acts | words.nouns | frozenset(words.undertaking), words.states | WILL


def hopeful(sentence: Sentence) -> bool:
    """Whether a sentence has a word that may tell an undertaking: most have none and need no tree."""
    lemmas, lowers = _telling()
    if lemmas.isdisjoint(sentence.lemmas) and lowers.isdisjoint(sentence.lowers):
        return False
    words = lexicon()
    return any(
        t.lower in WILL
        or t.lemma in words.undertaking
        or t.lemma in words.nouns
        or t.lower in words.states
        or (t.lemma in words.giving and t.pos in ("VERB", "NOUN"))
        or t.lemma in words.provision_verbs
        or t.lemma in words.ordering
        or t.lemma in words.funds
        or t.lemma in words.official_funds
        or (t.tag == "VBG" and t.lemma in words.progress)
        for t in sentence.tokens
    )


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with all that tells who speaks and acts in it; `recent` bound themselves just before."""

    tree: Tree
    voices: Voices
    issuer: voice.Issuer | None
    speaking: list[Spoken]
    recent: Speakers | None = None

    def speaker_at(self, token: Token) -> Speakers | None:
        """Who speaks the words at a token; the issuer outside every statement."""
        for spoken in self.speaking:
            if spoken.start <= token.start < spoken.end:
                return spoken.speakers
        return self.issuer.speakers if self.issuer else None

    def who(self, verb: Token) -> Speakers | None:
        """The party that does what a verb says; a speaker's "we" is the speaker's own party."""
        subject = self.tree.subject(verb.i)
        if subject is not None and self.tree.token(subject).lemma in PRIVATE:
            return None
        found = self.at(subject) if subject is not None else None
        return found or self.voices.doer(self.tree, verb.i)

    def at(self, i: int) -> Speakers | None:
        """Who stands at a token."""
        token = self.tree.token(i)
        if token.lower in ("we", "i", "our", "my"):
            return self.speaker_at(token)
        found = self.voices.speakers(self.tree, i)
        if found is None and token.lower == "its":
            found = self._last_party(i)
        if found is None and token.lower in ("it", "they", "he", "she", "its"):
            return self._meant(token)
        owners = [c.i for c in self.tree.children(i, "poss") if c.lower in ("his", "her", "its", "their")]
        if found is None and owners and token.lemma in OURS:  # "his government would not allow it"
            return self.at(owners[0]) or self.speaker_at(token)
        if found is None and token.lemma in BODIES and any(c.lower == "the" for c in self.tree.children(i, "det")):
            return self._meant(token)  # "the alliance will defend them", its head said
        if found is None and any(c.lower in ("our", "my") for c in self.tree.children(i, "poss")):
            return None if token.lemma in lexicon().deeds_named else self.speaker_at(token)
        return found

    def _meant(self, token: Token) -> Speakers | None:
        """Who an unresolved "it" or "they" is: who is reported, never who is quoted, else who was bound last."""
        if any(s.direct and s.start <= token.start < s.end for s in self.speaking):
            return None
        told = any(s.start <= token.start < s.end for s in self.speaking)
        return (self.speaker_at(token) if told else None) or (
            self.recent if token.lower in ("it", "they") or token.lemma in BODIES else None
        )

    def _last_party(self, i: int) -> Speakers | None:
        """The party named last before a possessive, for "the Emirates' role and its commitment"."""
        before = [m for m in self.voices.within(self.tree.sentence.index) if m.last <= i and m.kind != "pronoun"]
        last = before[-1] if before else None
        return Speakers(last.actors, None, last.kind) if last and last.kind in ("party", "metonym") else None

    def own(self, token: Token, who: Speakers) -> bool:
        """Whether those who act are among those who speak, or nobody else is heard here."""
        speaker = self.speaker_at(token)
        if speaker is None or speaker.party is None:
            return True
        return bool(set((who.party or "").split("|")) & set(speaker.party.split("|")))

    def span(self, token: Token, subject: int | None) -> tuple[int, int]:
        """The words of a verb with its subject, without a coordinated verb that has its own subject."""
        tree = self.tree
        words = lexicon()
        others = frozenset(
            c.i
            for c in tree.children(token.i, "conj")
            if tree.children(c.i, "nsubj", "nsubjpass") or c.lemma in words.undertaking or c.lemma in words.giving
        )
        inside = tree.subtree(token.i, without=others)
        first = inside[0] if token.dep not in ("conj", "ROOT") else min(i for i in inside if i >= 0)
        if subject is not None and subject < token.i and token.dep != "conj":
            first = min(tree.subtree(subject))
        last = inside[-1]
        while last > token.i and tree.token(last).lower in (",", ".", ";", "and", "but", ":", "”", '"', "’", "'"):
            last -= 1
        while first < token.i and tree.token(first).lower in (",", "and", "but", ";", "“", '"', "that", ":", "‘", "'"):
            first += 1
        return first, last


def negated(tree: Tree, token: Token) -> bool:
    """Whether a verb is denied."""
    return any(a in ("not", "n't", "n’t", "never") for a in tree.auxiliaries(token.i))


def has_sum(context: Context, token: Token) -> bool:
    """Whether a sum of money stands among what depends on a token."""
    inside = context.tree.subtree(token.i)
    tokens = context.tree.sentence.tokens
    return amount_in(context.voices.analysis, tokens[inside[0]].start, tokens[inside[-1]].end) is not None
