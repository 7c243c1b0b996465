"""Undertakings told by a sum of money: a verb of giving with one, a noun of giving with one."""

from memcon.reading.analysis import Token
from memcon.reading.english.terms import amount_in
from memcon.reading.english.undertaking_context import WILL, Context, has_sum, negated
from memcon.reading.english.undertaking_words import Status, Undertaking, lexicon


def by_gift(context: Context, token: Token) -> Undertaking | None:
    """A verb of giving with a sum: what was given, or is promised to be."""
    tree = context.tree
    if (
        token.lemma not in lexicon().giving
        or token.pos != "VERB"
        or not has_sum(context, token)
        or negated(tree, token)
    ):
        return None
    who = context.who(token)
    if not who or who.party is None:
        return None
    first, last = context.span(token, tree.subject(token.i))
    auxiliaries = tree.auxiliaries(token.i)
    done = token.tag in ("VBD", "VBN") and not any(a in WILL for a in auxiliaries)
    status: Status = (
        "delivered" if done and token.lemma in ("provide", "deliver", "send", "give", "supply") else "promised"
    )
    return Undertaking(who.party, first, last, token.i, status, f"commitment.sum.{token.lemma}")


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
    if amount_in(context.cast.analysis, tokens[inside[0]].start, tokens[inside[-1]].end) is None:
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
