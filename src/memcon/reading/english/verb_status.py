"""Whether a verb tells what happened, is planned, was turned down or only wished for, by the words over it."""

from dataclasses import dataclass

from memcon.reading.analysis import Token
from memcon.reading.english.grammar import Clause
from memcon.reading.english.reality import Reality, coming, words

STEPS = 8  # up the parse, from the verb to what governs it
# Clauses that are a part of what the verb above them says, where they are no finite ones.
_GOVERNED = ("xcomp", "ccomp", "acl", "pcomp", "advcl")


@dataclass(slots=True)
class _SoFar:
    """What the words passed on the way up say: `planned` is the one that puts it ahead, `refused` whether one turned it
    down.
    """

    planned: int | None = None
    refused: bool = False

    @property
    def status(self) -> str | None:
        return None if self.planned is None else "planned"


def of_verb(clause: Clause, verb: Token) -> Reality:
    """The reality of what a verb tells."""
    tokens = clause.sentence.tokens
    if _habit(clause, verb):
        return Reality(None, verb.i)
    so_far = _SoFar()
    t = verb
    for _ in range(STEPS):
        settled = _no_longer(clause, t, verb) or _negated(clause, t, verb) or _conditional(clause, t)
        settled = settled or _by_auxiliary(clause, t, so_far)
        if settled is not None:
            return settled
        head = tokens[t.head]
        if head.i == t.i:
            break
        if t.dep == "csubj" and any(c.lower in words()["conditional"] for c in clause.children(head.i)):
            return Reality(None, head.i)  # "cutting ties would be a mistake"
        if t.dep == "ccomp" and (head.lemma in words()["hoped"] or _demanded(clause, t, head)):
            return Reality(None, head.i)
        if (
            so_far.planned is None
            and t.dep == "advcl"
            and t.tag in ("VBP", "VBZ", "VB", "VBG")
            and coming(clause, head)
        ):
            so_far.planned = head.i  # "will raise it when they meet"
        if t.dep in _GOVERNED and (_infinitive(clause, t) or t.tag == "VBG" or t.dep == "xcomp"):
            above = _governed(clause, t, head, so_far)
            if isinstance(above, Reality):
                return above
            t = above
        elif t.dep == "conj" and so_far.planned is None and _shares(clause, t, head):
            t = head
        else:
            break
    if so_far.planned is None and _headline_infinitive(clause, verb):
        so_far.planned = verb.i
    helpers = {c.lemma for c in clause.children(verb.i) if c.dep in ("aux", "auxpass")}
    past = verb.tag in ("VBD", "VBN") or bool(helpers & {"have", "be", "do"})
    sure = so_far.planned is not None or past or so_far.refused
    return Reality(so_far.status or "occurred", so_far.planned, so_far.refused, sure=sure)


def _negated(clause: Clause, t: Token, verb: Token) -> Reality | None:
    """No event where a word is negated; "will not attend" turns it down."""
    children = clause.children(t.i)
    if t.lemma == "rule" or not (any(c.dep == "neg" for c in children) or _nobody(clause, children)):
        return None  # "did not rule out a meeting" denies none
    if t.i == verb.i and _ahead(children):
        return Reality("occurred", t.i, refused=True, sure=True)
    return Reality(None, t.i)


def _no_longer(clause: Clause, t: Token, verb: Token) -> Reality | None:
    """What was to be and "will no longer" is called off."""
    for c in clause.children(t.i):
        if c.lower == "longer" and any(g.lower == "no" for g in clause.children(c.i)):
            ahead = t.i == verb.i and _ahead(clause.children(t.i))
            off = ahead or (t.i != verb.i and t.lemma in words()["planned"])  # "is no longer planning to visit"
            return Reality("cancelled" if off else None, c.i, sure=off)
    return None


def _nobody(clause: Clause, below: tuple[Token, ...]) -> bool:
    """Whether the subject is nobody: "No Iranian official will meet the envoy"."""
    subjects = [c for c in below if c.dep in ("nsubj", "nsubjpass")]
    return any(g.lower == "no" and g.dep == "det" for s in subjects for g in clause.children(s.i))


def _ahead(children: tuple[Token, ...]) -> bool:
    """Whether "will" or "would" stands with a verb of these children."""
    return any(c.dep == "aux" and c.lower in (*words()["future"], "would") for c in children)


def _conditional(clause: Clause, t: Token) -> Reality | None:
    """No event under "if", "unless", "whether"."""
    for c in clause.children(t.i):
        if (c.dep == "mark" and c.lower in ("if", "unless", "whether")) or (c.dep == "advmod" and c.lower == "if"):
            return Reality(None, t.i)
    return None


def _by_auxiliary(clause: Clause, t: Token, so_far: _SoFar) -> Reality | None:
    """What "will" puts ahead, and "would" in reported speech; other conditionals make no event."""
    children = clause.children(t.i)
    perfect = any(c.dep == "aux" and c.lower == "have" for c in children)
    for c in children:
        if c.dep not in ("aux", "auxpass"):
            continue
        if c.lower in words()["future"]:
            so_far.planned = c.i
        elif c.lower in words()["conditional"] and not perfect:
            if c.lower in ("may", "might") and any(_conditional(clause, g) for g in children if g.dep == "advcl"):
                return Reality(None, c.i)  # "may impose sanctions if"
            told = c.lower == "would" and (_reported(clause, t) or any(a.lower == "also" for a in children))
            if any(_conditional(clause, d) for d in children if d.dep == "advcl"):
                return Reality(None, c.i)  # "may normalise ties if"
            if c.lower not in ("may", "might") and not told:
                return Reality(None, c.i)
            so_far.planned = c.i
    return None


def _reported(clause: Clause, verb: Token) -> bool:
    """Whether the verb stands in reported speech ("he said he would meet")."""
    tokens = clause.sentence.tokens
    if verb.dep == "ccomp" and tokens[verb.head].lemma in words()["reporting"]:
        return True
    return any(c.dep in ("parataxis", "ccomp") and c.lemma in ("say", "announce") for c in clause.children(verb.i))


def _infinitive(clause: Clause, t: Token) -> bool:
    return t.dep != "relcl" and any(c.dep == "aux" and c.lower == "to" for c in clause.children(t.i))


def _governed(clause: Clause, t: Token, head: Token, so_far: _SoFar) -> Reality | Token:
    """What the word above an infinitive, a gerund or another complement says of it, or that word, to go on from."""
    if t.dep == "pcomp" and head.pos == "ADP":
        return _behind_preposition(clause, head, so_far)
    lists, infinitive = words(), _infinitive(clause, t)
    if head.lemma in lists["refused"]:
        so_far.refused = True
    elif t.tag == "VBG" and head.lemma == "rule" and any(c.lower == "out" for c in clause.children(head.i)):
        if any(c.dep == "neg" for c in clause.children(head.i)):
            return Reality(None, head.i)  # "did not rule out meeting"
        so_far.refused = True
    elif infinitive and head.pos == "NOUN" and any(c.lower == "no" for c in clause.children(head.i)):
        return _with_no(clause, head)
    elif infinitive and head.lemma == "invitation" and accepted(clause, head):
        so_far.planned = head.head
    elif infinitive and head.lemma == "unable":  # "would be unable to travel": what was to be is called off
        ahead = _ahead(clause.children(clause.sentence.tokens[head.head].i))
        return Reality("cancelled" if ahead else None, head.i, sure=ahead)
    elif infinitive and (
        head.lemma in lists["wish_nouns"] or (head.lemma in lists["wished"] and not _rang(clause, head))
    ):
        return Reality(None, head.i)
    elif infinitive and (head.lemma in lists["planned"] or head.lemma == "be"):
        so_far.planned = head.i
    elif infinitive and head.pos != "VERB" and _headline_infinitive(clause, t):
        return Reality("planned", t.i, sure=True)
    elif infinitive and t.dep in ("advcl", "acl"):
        # purpose ("arrived to hold talks") shares the fate of the verb above it, one step further off
        future = of_verb(clause, head) if head.pos == "VERB" else Reality("occurred")
        return Reality(so_far.status or future.status, so_far.planned or future.cue, so_far.refused)
    return head


def _behind_preposition(clause: Clause, preposition: Token, so_far: _SoFar) -> Reality | Token:
    """What the word before a preposition says of the gerund behind it: "banned from", "no intention of"."""
    lists = words()
    outer = clause.sentence.tokens[preposition.head]
    if preposition.lower == "from" and outer.lemma in lists["keeping"]:
        return Reality(None, outer.i)
    if outer.lemma == "short":  # "stopped short of imposing sanctions"
        return Reality(None, outer.i)
    if _unwilling(clause, outer):
        return Reality("occurred", outer.i, refused=True, sure=True)
    if outer.lemma in lists["wished"] or outer.lemma in lists["wish_nouns"]:
        return Reality(None, outer.i)
    if outer.lemma in lists["planned"] and preposition.lower not in ("after", "before", "by"):
        so_far.planned = outer.i
    return outer


def _demanded(clause: Clause, t: Token, head: Token) -> bool:
    """Whether a "that" tells what somebody wants done: "demanded that the envoy be summoned"."""
    below = [c for c in clause.children(t.i) if c.dep in ("aux", "auxpass")]
    bare = t.tag == "VB" and not below
    return head.lemma in words()["wished"] and (bare or any(c.tag == "VB" and c.lower == "be" for c in below))


def _with_no(clause: Clause, noun: Token) -> Reality:
    """What "no" before a noun says of its infinitive: "no intention to meet" refuses it, "no plan to" tells nothing."""
    if _unwilling(clause, noun):
        return Reality("occurred", noun.i, refused=True, sure=True)
    return Reality(None, noun.i)


def accepted(clause: Clause, invitation: Token) -> bool:
    """Whether somebody accepted an invitation: the visit is to come."""
    verb = clause.sentence.tokens[invitation.head]
    kept = any(c.dep == "neg" for c in clause.children(verb.i))
    return verb.lemma == "accept" and invitation.dep in ("dobj", "nsubjpass") and not kept


def _unwilling(clause: Clause, noun: Token) -> bool:
    """Whether somebody has "no intention of" what follows."""
    return noun.lemma in ("intention", "interest", "desire") and any(c.lower == "no" for c in clause.children(noun.i))


def _habit(clause: Clause, verb: Token) -> bool:
    """Whether the present tells what is done time and again: "talks are held alternately in the two capitals"."""
    below = clause.children(verb.i)
    helper = next((c.tag for c in below if c.dep in ("aux", "auxpass")), verb.tag)
    return helper in ("VBZ", "VBP") and any(c.dep == "advmod" and c.lower in words()["habitually"] for c in below)


def _rang(clause: Clause, verb: Token) -> bool:
    """Whether "called" tells of a telephone: "called the minister up to postpone", not "called on them to postpone"."""
    return verb.lemma == "call" and any(c.lower == "up" for c in clause.children(verb.i))


def _shares(clause: Clause, t: Token, head: Token) -> bool:
    """Whether a coordinated verb has its subject and auxiliary from the one before it: "will visit Oslo and meet"."""
    if head.pos not in ("VERB", "AUX"):
        return False
    finite = t.tag in ("VBD", "VBZ", "VBP") and head.tag in ("VB", "VBG", "VBN")  # not coordinated with that verb
    return not finite and not any(c.dep in ("nsubj", "nsubjpass", "aux") for c in clause.children(t.i))


def _headline_infinitive(clause: Clause, verb: Token) -> bool:
    """Whether a headline puts a verb ahead by an infinitive alone: "Macron to visit Rabat"."""
    tokens = clause.sentence.tokens
    headline = clause.sentence.kind == "title"
    under = headline and verb.dep in ("relcl", "acl", "advcl") and _opens(clause, tokens[verb.head])
    if not (verb.dep == "ROOT" or under) or not (headline or tokens[0].tag in ("NNP", "NNPS")):
        return False
    return any(c.dep == "aux" and c.lower == "to" for c in clause.children(verb.i))


_ONES = frozenset({"first", "last", "latest", "only", "second", "third"})
_NAMES = ("NOUN", "PROPN")


def _opens(clause: Clause, noun: Token) -> bool:
    """Whether a headline without a verb of its own opens with a noun: "Iran, US delegations to meet", not "the first
    to meet".
    """
    tokens = clause.sentence.tokens
    if _ONES & {t.lower for t in tokens[: noun.i + 2]}:
        return False
    while noun.dep in ("conj", "appos", "nmod", "compound") and noun.head != noun.i:
        noun = tokens[noun.head]
    return noun.dep == "ROOT" and noun.pos in _NAMES
