"""Undertakings of leaders and official texts: orders to one's people, acts under way, what an agreement provides."""

from memcon.reading.analysis import Token
from memcon.reading.english.undertaking_context import WILL, Context, negated
from memcon.reading.english.undertaking_words import Undertaking, lexicon


def by_order(context: Context, token: Token) -> Undertaking | None:
    """Leaders who have their own people act."""
    tree = context.tree
    if token.lemma not in lexicon().ordering or token.pos != "VERB" or negated(tree, token):
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


def by_progress(context: Context, token: Token) -> Undertaking | None:
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


def by_provision(context: Context, token: Token) -> Undertaking | None:
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
    will = any(a in WILL for a in tree.auxiliaries(token.i)) and bool(things) and token.lemma not in lexicon().effects
    if not provides and (not will or "would" in tree.auxiliaries(token.i) or token.dep in ("relcl", "advcl")):
        return None
    first, last = context.span(token, things[0].i if will else subject)
    rule = "provides" if provides else "will"
    return Undertaking("|".join(context.issuer.bound), first, last, token.i, "agreed", f"commitment.provision.{rule}")
