"""Undertakings in a parsed sentence, each form a rule of its own: by verb, noun, state, will, sum, order, provision."""

import functools
from collections.abc import Callable, Iterator

from memcon.reading.analysis import Token
from memcon.reading.english.clauses import Tree
from memcon.reading.english.undertaking_acts import by_order, by_progress, by_provision
from memcon.reading.english.undertaking_context import WILL, Context, has_sum, hopeful, negated
from memcon.reading.english.undertaking_sums import by_fund, by_gift
from memcon.reading.english.undertaking_words import Undertaking, lexicon

__all__ = ["Context", "hopeful", "in_sentence"]


# Words that can bind: function words never do, and most words of a sentence are.
BINDING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV"})
Form = Callable[[Context, Token], Undertaking | None]


@functools.cache
def _forms() -> tuple[tuple[Form, frozenset[str]], ...]:
    """The forms, surest first, each with the words, as lemmas or as written, one of which its sentence must have."""
    words = lexicon()
    return (
        (_by_verb, frozenset(words.undertaking)),
        (_by_noun, words.nouns),
        (_by_state, words.states),
        (by_gift, words.giving | {"go"}),
        (by_fund, words.funds | words.official_funds),
        (by_order, words.ordering),
        (_by_will, WILL),
        (by_progress, words.progress),
        (by_provision, words.provision_verbs | WILL),
    )


def in_sentence(context: Context) -> Iterator[Undertaking]:
    """The undertakings of a sentence, surest forms first."""
    sentence = context.tree.sentence
    candidates = [t for t in sentence.tokens if t.pos in BINDING]
    for form, needed in _forms():
        if needed.isdisjoint(sentence.lemmas) and needed.isdisjoint(sentence.lowers):
            continue
        for token in candidates:
            undertaking = form(context, token)
            if undertaking is not None:
                yield undertaking


def _by_verb(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    status = lexicon().undertaking.get(token.lemma)
    if status is None:
        return None
    verb = token.pos in ("VERB", "AUX") or bool(tree.children(token.i, "nsubj"))
    if not verb or negated(tree, token) or _supposing(tree, token) or tree.asked(token.i):
        return None
    content = [c for c in tree.children(token.i, "xcomp", "ccomp") if c.i > token.i] or [
        c for c in tree.children(token.i, "advcl") if c.i > token.i and tree.auxiliaries(c.i)[:1] == ("to",)
    ]
    clause = bool(content) and len(tree.subtree(content[0].i)) > 1
    preposition = [p for p in tree.children(token.i, "prep") if p.lower in ("to", "on") and tree.children(p.i, "pcomp")]
    to_object = token.lemma in ("commit", "pledge", "recommit", "promise", "embark", "agree", "consent") and any(
        p.lower == "to" or (p.lower == "on" and token.lemma == "embark") for p in tree.children(token.i, "prep")
    )
    promised = (
        token.lemma in ("promise", "pledge", "guarantee")
        and token.tag != "VBG"
        and any(o.pos == "NOUN" and o.i > token.i for o in tree.children(token.i, "dobj"))
    )
    if not (
        clause
        or promised
        or preposition
        or to_object
        or (token.lemma != "agree" and tree.children(token.i, "dobj") and has_sum(context, token))
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


def _binding(tree: Tree, clause: Token) -> bool:
    """Whether a clause tells an act to come ("that the border would reopen"), not a view."""
    passive = bool(tree.children(clause.i, "auxpass"))
    return (passive or clause.lemma not in lexicon().stative) and any(
        a in (*WILL, "should", "to") for a in tree.auxiliaries(clause.i)
    )


def _supposing(tree: Tree, token: Token) -> bool:
    """Whether a verb stands in an "if" or "whether" clause."""
    return any(m.lower in ("if", "whether", "unless") for m in tree.children(token.i, "mark"))


def _by_noun(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    if token.lemma not in lexicon().nouns or token.pos != "NOUN":
        return None
    after = tree.token(token.i + 1) if token.i + 1 < len(tree.sentence.tokens) else token
    act = after.lower == "to" and (after.tag == "TO" or bool(tree.children(after.i, "pcomp")))
    if not act and (after.lower not in ("to", "for") or token.lemma == "plan") and not tree.children(token.i, "ccomp"):
        return None
    verb = next((tree.token(a) for a in tree.sentence.ancestors(token.i) if tree.token(a).pos in ("VERB", "AUX")), None)
    owner = next((c for c in tree.children(token.i, "poss")), None)
    told = verb is not None and verb.lemma in lexicon().noun_verbs
    if not told and not (act and owner is not None and owner.pos == "PROPN"):
        return None
    who = context.at(owner.i) if owner is not None else None
    if not who and verb is not None and told:
        who = context.who(verb)
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
    after = context.tree.token(token.i + 1) if token.i + 1 < len(context.tree.sentence.tokens) else token
    if after.tag == "TO" and after.head not in inside:  # the parser hung the act on the verb before
        last = max(last, context.tree.subtree(after.head)[-1])
    while last > token.i and context.tree.token(last).lower in (",", ".", "and"):
        last -= 1
    return first, last


def _by_state(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    if token.lower not in lexicon().states or negated(tree, tree.token(token.head)) or negated(tree, token):
        return None
    auxiliaries = {c.lemma for c in tree.children(token.i, "auxpass", "aux")}
    copula = tree.token(token.head) if token.dep in ("acomp", "xcomp", "oprd") else token
    if copula.lemma not in ("be", "remain", "stand") and not auxiliaries & {"be", "remain"}:
        return None
    towards = [p for p in tree.children(token.i, "prep") if p.lower == "to"]
    acts = (*tree.children(token.i, "xcomp", "acl", "advcl"), *tree.children(copula.i, "xcomp"))
    if not towards and not any("to" in tree.auxiliaries(c.i)[:1] for c in acts):
        return None
    # "We are determined" is parsed as a passive: its subject is who is determined all the same.
    passive = tree.children(copula.i, "nsubjpass")
    who = context.at(passive[0].i) if passive else context.who(copula)
    if not who or who.party is None or not context.own(token, who):
        return None
    first, last = context.span(copula, passive[0].i if passive else tree.subject(copula.i))
    return Undertaking(who.party, first, last, token.i, "promised", f"commitment.state.{token.lower}")


def _by_will(context: Context, token: Token) -> Undertaking | None:
    tree = context.tree
    if token.pos not in ("VERB", "AUX") or token.lemma in lexicon().acts or token.lemma in ("be", "have"):
        return None
    auxiliaries = tree.auxiliaries(token.i)
    will = [a for a in auxiliaries if a in WILL]
    if not will:
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
    content = next((c.i for c in tree.children(token.i, "neg") if c.i < token.i), token.i)  # "not send troops"
    return Undertaking(who.party, first, last, content, "promised", "commitment.will")


_QUESTIONS = {"how", "whether", "what", "why", "when", "where", "if"}


def _supposed(tree: Tree, token: Token) -> bool:
    """Whether a "would" only supposes: "would fail if ..."."""
    return any(
        any(m.lower in ("if", "unless") for m in tree.children(c.i, "mark")) for c in tree.children(token.i, "advcl")
    )
