"""Undertakings in a parsed sentence, each form a rule of its own: by verb, noun, state, sum, order, will, provision."""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english import voice
from memcon.reading.english.attribution import Spoken
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import Cast, Speakers
from memcon.reading.english.terms import amount_in
from memcon.reading.english.undertaking_words import Status, Undertaking, lexicon

_WILL = {"will", "shall", "'ll", "’ll", "would"}


def hopeful(sentence: Sentence) -> bool:
    """Whether a sentence has a word that may tell an undertaking: most have none and need no tree."""
    words = lexicon()
    return any(
        t.lower in _WILL
        or t.lemma in words.undertaking
        or t.lemma in words.nouns
        or t.lower in words.states
        or (t.lemma in words.giving and t.pos in ("VERB", "NOUN"))
        or t.lemma in words.provision_verbs
        or t.lemma in words.ordering
        or (t.tag == "VBG" and t.lemma in words.progress)
        for t in sentence.tokens
    )


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with all that tells who speaks and acts in it; `recent` bound themselves just before."""

    tree: Tree
    cast: Cast
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
        found = self.at(subject) if subject is not None else None
        return found or self.cast.doer(self.tree, verb.i)

    def at(self, i: int) -> Speakers | None:
        """Who stands at a token."""
        token = self.tree.token(i)
        if token.lower in ("we", "i", "our", "my"):
            return self.speaker_at(token)
        found = self.cast.speakers(self.tree, i)
        if found is None and token.lower == "its":
            found = self._last_party(i)
        if found is None and token.lower in ("it", "they", "he", "she", "its"):
            return self.speaker_at(token) or (self.recent if token.lower in ("it", "they") else None)
        if found is None and any(c.lower in ("our", "my") for c in self.tree.children(i, "poss")):
            return self.speaker_at(token)
        return found

    def _last_party(self, i: int) -> Speakers | None:
        """The party named last before a possessive, for "the Emirates' role and its commitment"."""
        before = [m for m in self.cast.within(self.tree.sentence.index) if m.last <= i and m.kind != "pronoun"]
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
        others = frozenset(c.i for c in tree.children(token.i, "conj") if tree.children(c.i, "nsubj", "nsubjpass"))
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


def in_sentence(context: Context) -> Iterator[Undertaking]:
    """The undertakings of a sentence, surest forms first."""
    for form in (_by_verb, _by_noun, _by_state, _by_gift, _by_order, _by_will, _by_progress, _by_provision):
        for token in context.tree.sentence.tokens:
            undertaking = form(context, token)
            if undertaking is not None:
                yield undertaking


def _negated(tree: Tree, token: Token) -> bool:
    return any(a in ("not", "n't", "n’t", "never") for a in tree.auxiliaries(token.i))


def _by_verb(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    status = lexicon().undertaking.get(token.lemma)
    if status is None or token.pos not in ("VERB", "AUX") or _negated(tree, token) or _supposing(tree, token):
        return None
    content = [c for c in tree.children(token.i, "xcomp", "ccomp") if c.i > token.i] or [
        c for c in tree.children(token.i, "advcl") if c.i > token.i and tree.auxiliaries(c.i)[:1] == ("to",)
    ]
    clause = bool(content) and len(tree.subtree(content[0].i)) > 1
    preposition = [p for p in tree.children(token.i, "prep") if p.lower in ("to", "on") and tree.children(p.i, "pcomp")]
    to_object = token.lemma in ("commit", "pledge", "recommit", "promise", "embark", "agree", "consent") and any(
        p.lower == "to" or (p.lower == "on" and token.lemma == "embark") for p in tree.children(token.i, "prep")
    )
    if not (
        clause
        or preposition
        or to_object
        or (token.lemma != "agree" and tree.children(token.i, "dobj") and _sum(context, token))
    ):
        return None
    if clause and content[0].dep == "ccomp" and token.lemma != "decide" and not _binding(tree, content[0]):
        return None
    who = context.who(token)
    if (
        not who
        or who.party is None
        or any(a in ("could", "might", "should", "must") for a in tree.auxiliaries(token.i))
    ):
        return None
    first, last = context.span(token, tree.subject(token.i))
    return Undertaking(who.party, first, last, token.i + 1, status, f"commitment.verb.{token.lemma}")


def _sum(context: Context, token: Token) -> bool:
    inside = context.tree.subtree(token.i)
    tokens = context.tree.sentence.tokens
    return amount_in(context.cast.analysis, tokens[inside[0]].start, tokens[inside[-1]].end) is not None


def _binding(tree: Tree, clause: Token) -> bool:
    """Whether a clause tells an act to come ("that the border would reopen"), not a view."""
    passive = bool(tree.children(clause.i, "auxpass"))
    return (passive or clause.lemma not in lexicon().stative) and any(
        a in (*_WILL, "should", "to") for a in tree.auxiliaries(clause.i)
    )


def _supposing(tree: Tree, token: Token) -> bool:
    """Whether a verb stands in an "if" or "whether" clause."""
    return any(m.lower in ("if", "whether", "unless") for m in tree.children(token.i, "mark"))


def _by_noun(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    if token.lemma not in lexicon().nouns or token.pos != "NOUN":
        return None
    to_do = [c for c in tree.children(token.i, "acl", "prep", "relcl", "ccomp") if c.i > token.i]
    if not any(c.lower in ("to", "for") or tree.auxiliaries(c.i)[:1] == ("to",) or c.dep == "ccomp" for c in to_do):
        return None
    if token.lemma == "plan" and not any(tree.auxiliaries(c.i)[:1] == ("to",) for c in to_do):
        return None
    verb = next((tree.token(a) for a in tree.sentence.ancestors(token.i) if tree.token(a).pos in ("VERB", "AUX")), None)
    owner = next((c for c in tree.children(token.i, "poss")), None)
    if verb is None or verb.lemma not in lexicon().noun_verbs:
        return None
    who = (context.at(owner.i) if owner is not None else None) or context.who(verb)
    if not who or who.party is None:
        return None
    first, last = _noun_span(context, token, verb)
    return Undertaking(who.party, first, last, token.i, "promised", f"commitment.noun.{token.lemma}")


def _noun_span(context: Context, token: Token, verb: Token | None) -> tuple[int, int]:
    inside = context.tree.subtree(token.i)
    first = inside[0]
    if verb is not None and verb.i < first and first - verb.i <= 3:
        first = verb.i
    last = inside[-1]
    while last > token.i and context.tree.token(last).lower in (",", ".", "and"):
        last -= 1
    return first, last


def _by_state(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    if token.lower not in lexicon().states or _negated(tree, tree.token(token.head)) or _negated(tree, token):
        return None
    auxiliaries = {c.lemma for c in tree.children(token.i, "auxpass", "aux")}
    copula = tree.token(token.head) if token.dep in ("acomp", "xcomp", "oprd") else token
    if copula.lemma not in ("be", "remain", "stand") and not auxiliaries & {"be", "remain"}:
        return None
    towards = [p for p in tree.children(token.i, "prep") if p.lower == "to"]
    if not (towards or tree.children(token.i, "xcomp", "acl") or tree.children(copula.i, "xcomp")):
        return None
    # "We are determined" is parsed as a passive: its subject is who is determined all the same.
    passive = tree.children(copula.i, "nsubjpass")
    who = context.at(passive[0].i) if passive else context.who(copula)
    if not who or who.party is None or not context.own(token, who):
        return None
    first, last = context.span(copula, passive[0].i if passive else tree.subject(copula.i))
    return Undertaking(who.party, first, last, token.i, "promised", f"commitment.state.{token.lower}")


def _by_gift(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    if token.lemma not in lexicon().giving or token.pos != "VERB" or not _sum(context, token) or _negated(tree, token):
        return None
    who = context.who(token)
    if not who or who.party is None:
        return None
    first, last = context.span(token, tree.subject(token.i))
    auxiliaries = tree.auxiliaries(token.i)
    done = token.tag in ("VBD", "VBN") and not any(a in _WILL for a in auxiliaries)
    status: Status = (
        "delivered" if done and token.lemma in ("provide", "deliver", "send", "give", "supply") else "promised"
    )
    return Undertaking(who.party, first, last, token.i, status, f"commitment.sum.{token.lemma}")


def _by_will(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    auxiliaries = tree.auxiliaries(token.i)
    will = [a for a in auxiliaries if a in _WILL]
    if not will or token.pos not in ("VERB", "AUX") or token.lemma in lexicon().acts or token.lemma in ("be", "have"):
        return None
    subject = tree.subject(token.i)
    if tree.children(token.i, "nsubjpass") or (token.dep in ("advcl", "relcl") and not context.issuer):
        return None
    if any(c.lower in _QUESTIONS for c in tree.children(token.i, "advmod", "dobj", "mark", "attr")):
        return None
    who = context.who(token)
    if not who or who.party is None:
        return None
    told = token.dep in ("ccomp", "conj", "ROOT") and context.speaker_at(token) is not None
    if "would" in will and (not told or _supposed(tree, token)):
        return None
    if not context.own(token, who) and ("would" in will or token.lemma not in lexicon().deeds):
        return None
    first, last = context.span(token, subject)
    return Undertaking(who.party, first, last, token.i, "promised", "commitment.will")


_QUESTIONS = {"how", "whether", "what", "why", "when", "where", "if"}


def _supposed(tree: Tree, token: Token) -> bool:
    """Whether a "would" only supposes: "would fail if ..."."""
    return any(
        any(m.lower in ("if", "unless") for m in tree.children(c.i, "mark")) for c in tree.children(token.i, "advcl")
    )


def _by_order(context: Context, token: Token) -> Undertaking | None:
    """Leaders who have their own people act."""
    tree = context.tree
    if token.lemma not in lexicon().ordering or token.pos != "VERB" or _negated(tree, token):
        return None
    ordered = [o for o in tree.children(token.i, "dobj", "nsubj") if o.lemma in lexicon().ordered and o.i > token.i]
    below = [s for c in tree.children(token.i, "ccomp", "xcomp") for s in tree.children(c.i, "nsubj")]
    if not (ordered or any(s.lemma in lexicon().ordered for s in below)):
        return None
    if token.lemma == "ask" and not tree.children(token.i, "xcomp", "ccomp"):
        return None
    who = context.who(token)
    if not who or who.party is None:
        return None
    first, last = context.span(token, tree.subject(token.i))
    return Undertaking(who.party, first, last, token.i, "agreed", f"commitment.order.{token.lemma}")


def _by_progress(context: Context, token: Token) -> Undertaking | None:
    """What an issuer's text says the parties are doing: an undertaking under way."""
    tree = context.tree
    if context.issuer is None or context.issuer.narrated or token.tag != "VBG" or token.lemma not in lexicon().progress:
        return None
    if not any(a in ("are", "is", "am", "’re", "'re") for a in tree.auxiliaries(token.i)):
        return None
    who = context.who(token)
    if not who or who.party is None or not context.own(token, who):
        return None
    first, last = context.span(token, tree.subject(token.i))
    return Undertaking(who.party, first, last, token.i, "under_way", f"commitment.progress.{token.lemma}")


def _by_provision(context: Context, token: Token) -> Undertaking | None:
    """What an agreement provides, in a text issued by those who made it, or about it: all who made it are bound."""
    tree = context.tree
    if context.issuer is None or not context.issuer.bound or token.pos not in ("VERB", "AUX"):
        return None
    subject = tree.subject(token.i)
    provides = (
        subject is not None
        and token.lemma in lexicon().provision_verbs
        and (tree.token(subject).lemma in lexicon().provision_texts or tree.token(subject).lower == "it")
    )
    things = [c for c in tree.children(token.i, "nsubj", "nsubjpass") if c.pos in ("NOUN", "PROPN", "VERB")]
    will = any(a in _WILL for a in tree.auxiliaries(token.i)) and bool(things)
    if not provides and (not will or "would" in tree.auxiliaries(token.i) or token.dep in ("relcl", "advcl")):
        return None
    first, last = context.span(token, things[0].i if will else subject)
    rule = "provides" if provides else "will"
    return Undertaking("|".join(context.issuer.bound), first, last, token.i, "agreed", f"commitment.provision.{rule}")
