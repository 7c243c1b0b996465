"""Undertakings told by a sum of money: a verb of giving with one, a noun of giving with one."""

from memcon.reading.analysis import Token
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import Speakers
from memcon.reading.english.terms import amount_in
from memcon.reading.english.undertaking_context import WILL, Context, has_sum, negated
from memcon.reading.english.undertaking_words import Status, Undertaking, lexicon


def by_gift(context: Context, token: Token) -> Undertaking | None:
    """A verb of giving with a sum or with goods: what was given, or is promised to be."""
    tree = context.tree
    if token.pos != "VERB" or not (token.lemma == "go" or token.lemma in lexicon().giving):
        return None
    passed = token.lemma == "go" and any(a in WILL for a in tree.auxiliaries(token.i))  # "9 million will go to Kenya"
    if negated(tree, token) or not (passed or token.lemma in lexicon().giving):
        return None
    sums = has_sum(context, token)
    told = token.dep in ("ROOT", "conj", "ccomp", "relcl")  # "criticised sending arms" sends none
    if not sums and not (told and token.lemma in lexicon().goods_verbs and _goods(context, token)):
        return None
    who = _giver(context, token, passed)
    if not who or who.party is None:
        return None
    first, last = context.span(token, _told_of(context, token))
    auxiliaries = tree.auxiliaries(token.i)
    done = token.tag in ("VBD", "VBN") and not any(a in WILL for a in auxiliaries)
    status: Status = (
        "delivered" if done and token.lemma in ("provide", "deliver", "send", "give", "supply") else "promised"
    )
    return Undertaking(
        who.party, first, last, token.i, status, f"commitment.{'sum' if sums else 'goods'}.{token.lemma}"
    )


def _told_of(context: Context, token: Token) -> int | None:
    """The word that the verb's span begins with: its subject, also what "will be given"."""
    passive = context.tree.children(token.i, "nsubjpass")
    return passive[0].i if passive else context.tree.subject(token.i)


def _giver(context: Context, token: Token, passed: bool) -> Speakers | None:
    """Who gives: the subject, the agent of a passive, and where neither is told, the side whose words these are."""
    tree = context.tree
    taken = token.lemma == "receive"
    if taken:
        source = next(
            (o for p in tree.children(token.i, "prep") if p.lower == "from" for o in tree.children(p.i)), None
        )
        if source is not None:
            return context.at(source.i)
    if not (taken or passed or (tree.children(token.i, "nsubjpass") and not tree.children(token.i, "agent"))):
        return context.who(token)
    receiver = context.who(token) if taken else None
    giver = context.speaker_at(token) or (context.recent if passed else None)
    known = {c for s in (receiver, giver) if s is not None for c in (s.party or "").split("|")}
    return giver if giver is not None and (receiver is None or len(known) > 1) else None


def _goods(context: Context, token: Token) -> bool:
    """Whether what is given are goods, to somebody who is named."""
    tree = context.tree
    given = [*tree.children(token.i, "dobj", "nsubjpass")]
    given += [o for p in tree.children(token.i, "prep") if p.lower == "with" for o in tree.children(p.i, "pobj")]
    if not any(_is_goods(tree, tree.token(j)) for o in given for j in tree.joined(o.i)):
        return False
    inside = tree.subtree(token.i)
    giver = context.who(token) if token.lemma != "receive" else None
    takers = [m for m in context.voices.within(tree.sentence.index) if m.head in inside and m.kind in _TAKERS]
    return bool({a.party for m in takers for a in m.actors} - {None, giver.party if giver else None})


_TAKERS = ("party", "metonym", "body")  # kinds of mention that can be given goods


def _is_goods(tree: Tree, token: Token) -> bool:
    """Whether a noun is one of goods, or counts some: "a batch of vaccines"."""
    goods = lexicon().goods
    of = [o for p in tree.children(token.i, "prep") if p.lower == "of" for o in tree.children(p.i, "pobj")]
    return token.lemma in goods or any(o.lemma in goods for o in of)


def by_fund(context: Context, token: Token) -> Undertaking | None:
    """A sum with a noun of giving, of the party that the clause is about or that issued the text."""
    tree = context.tree
    words = lexicon()
    fund = token.lemma in words.funds or (context.issuer is not None and token.lemma in words.official_funds)
    if not fund or token.pos not in ("NOUN", "PROPN"):
        return None
    top = token
    while top.head != top.i and tree.token(top.head).pos in ("NOUN", "NUM", "SYM", "ADP", "PROPN"):
        top = tree.token(top.head)
    inside = tree.subtree(top.i)
    tokens = tree.sentence.tokens
    if any(tokens[i].lemma in _ASKED for i in inside):
        return None
    if amount_in(context.voices.analysis, tokens[inside[0]].start, tokens[inside[-1]].end) is None:
        return None
    verb = next((tree.token(a) for a in tree.sentence.ancestors(token.i) if tree.token(a).pos in ("VERB", "AUX")), None)
    if verb is not None and verb.lemma in _TAKEN:
        return None
    who = context.who(verb) if verb is not None else None
    if not who and context.issuer is not None:
        who = context.issuer.we
    who = who or context.recent
    if not who or who.party is None or ("|" in who.party and context.issuer is None):
        return None
    first, last = inside[0], inside[-1]
    while last > first and tree.token(last).lower in (",", ".", "and"):
        last -= 1
    return Undertaking(who.party, first, last, first, "promised", f"commitment.fund.{token.lemma}")


# Verbs of those who are given something: "thanked the government for 31 million dollars in aid".
_TAKEN = {"thank", "appreciate", "welcome", "acknowledge", "receive", "accept", "seek", "request"}
# "An appeal for 126 million dollars" asks, and gives nothing.
_ASKED = {"appeal", "request", "need", "demand", "plea", "trade", "export", "import", "call", "shortfall", "damage"}
