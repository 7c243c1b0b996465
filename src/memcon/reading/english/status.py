"""Whether a clause says that something happened, is planned, was called off, or is only wished for."""

import functools
import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files

from memcon.reading.analysis import Sentence, Token
from memcon.reading.candidate import ACTS, CONTACT
from memcon.reading.english.grammar import Clause
from memcon.reading.english.trigger_words import Trigger


@dataclass(frozen=True, slots=True)
class Reality:
    """`status` of an event, or None where the clause gives no event at all (a wish, a condition, a denial); `cue` is
    the token that says so, if any; `refused` where the clause says that the contact was turned down; `sure` where a
    verb or a modifier settles it, not the bare mention of a noun.
    """

    status: str | None
    cue: int | None = None
    refused: bool = False
    sure: bool = False


@functools.cache
def words() -> dict[str, frozenset[str]]:
    """The lists of `status.toml`, read once."""
    raw = tomllib.loads((files(__package__) / "status.toml").read_text(encoding="utf-8"))
    return {name: frozenset(lemmas) for name, lemmas in raw.items()}


def assess(clause: Clause, trigger: Trigger) -> Reality:
    """The reality of what a trigger speaks of."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    token = clause.sentence.tokens[verb]
    if trigger.carrier is None and not trigger.rule.startswith("verb:"):
        return _of_noun(clause, trigger)
    if clause.attributive(verb):
        return Reality("occurred")
    reality = _of_verb(clause, token)
    if trigger.type == "contact_unanswered" and (reality.status is None or _yet(clause, reality)):
        return Reality("occurred", reality.cue, sure=True)  # "failed to get a reply" tells just that
    if reality.status == "occurred" and trigger.carrier is not None and token.lemma in words()["arranged"]:
        return Reality("planned", verb, sure=True)
    if (
        reality.status == "occurred"
        and reality.cue is None
        and trigger.frame == "journey"
        and _on_the_way(clause, token)
    ):
        return Reality("planned", verb, sure=True)
    if reality.status in ("planned", "occurred") and (off := _plans_off(clause, token)) is not None:
        return Reality("cancelled", off, sure=True)
    if reality.status == "planned" and trigger.type in ACTS and _decided(clause, reality):
        return replace(reality, status="occurred")
    if reality.status == "cancelled" and trigger.type in CONCLUDED:  # "would be unable to reach a deal"
        return Reality(None, reality.cue)
    if reality.status == "occurred" and trigger.type in CONCLUDED and _purpose(clause, token):
        return Reality(None, verb)
    if reality.status in ("occurred", "planned") and trigger.carrier is not None:
        marked = _marked(clause, trigger.head)
        if marked.status != "occurred" and (reality.status == "occurred" or marked.status is None):
            return marked
    return reality


def _decided(clause: Clause, reality: Reality) -> bool:
    """Whether the plan is a decision that was made: "Sofia decided to expel ten diplomats" expels them."""
    cue = clause.sentence.tokens[reality.cue] if reality.cue is not None else None
    return cue is not None and cue.lemma == "decide" and cue.tag in ("VBD", "VBN")


def _yet(clause: Clause, reality: Reality) -> bool:
    """Whether what is planned is "yet to" come."""
    return reality.cue is not None and any(c.lower == "yet" for c in clause.children(reality.cue))


# Acts that an infinitive of purpose ("to reach a deal") only aims at.
CONCLUDED = frozenset({"agreement_signed", "sanction", "contact_resumed", "contact_suspended", "joint_statement"})


def _on_the_way(clause: Clause, verb: Token) -> bool:
    """Whether a journey is told in the present progressive ("is coming to London"): it is still to come."""
    present = any(c.dep == "aux" and c.lemma == "be" and c.tag in ("VBZ", "VBP") for c in clause.children(verb.i))
    return verb.lemma in words()["moving"] and verb.tag == "VBG" and present


def _plans_off(clause: Clause, verb: Token) -> int | None:
    """The verb that called off the plans for what `verb` tells ("plans to visit Cuba have been cancelled")."""
    tokens = clause.sentence.tokens
    noun = tokens[verb.head]
    above = tokens[noun.head]
    if noun.lemma not in words()["plans"] or above.lemma not in words()["called_off"]:
        return None
    return above.i if noun.dep in ("nsubjpass", "dobj", "obj", "nsubj") else None


def _headline_off(clause: Clause, noun: Token, verb: Token) -> bool:
    objects = any(c.dep in ("dobj", "obj", "ccomp", "xcomp") for c in clause.children(verb.i))
    return (
        clause.sentence.kind == "title" and verb.lemma in words()["called_off"] and noun.dep == "nsubj" and not objects
    )


def _purpose(clause: Clause, verb: Token) -> bool:
    """Whether the verb is an infinitive that says what for: "to reach a deal", "efforts to resume talks"."""
    if not any(c.dep == "aux" and c.lower == "to" for c in clause.children(verb.i)):
        return False
    above = clause.sentence.tokens[verb.head]
    taken = [above, *(c for c in clause.children(above.i) if c.dep == "dobj")] if above.lemma == "take" else [above]
    if verb.dep in ("acl", "xcomp", "advcl") and any(t.lemma in words()["steps"] for t in taken):
        return False  # "took steps to impose"
    return verb.dep != "xcomp" or above.lemma not in words()["planned"] | words()["refused"] | words()["brought_about"]


def _of_verb(clause: Clause, verb: Token) -> Reality:
    lists = words()
    tokens = clause.sentence.tokens
    refused = False
    status: str | None = None
    cue: int | None = None
    t = verb
    for _ in range(8):
        children = clause.children(t.i)
        if t.lemma != "rule" and (any(c.dep == "neg" for c in children) or _nobody(clause, children)):
            ahead = any(c.dep == "aux" and c.lower in (*lists["future"], "would") for c in children)
            if t.i == verb.i and ahead:  # "will not attend": contact turned down
                return Reality("occurred", t.i, refused=True, sure=True)
            return Reality(None, t.i)
        if any(c.dep == "mark" and c.lower in ("if", "unless", "whether") for c in children) or any(
            c.dep == "advmod" and c.lower == "if" for c in children
        ):
            return Reality(None, t.i)
        for c in children:
            if c.dep in ("aux", "auxpass"):
                if c.lower in lists["future"]:
                    status, cue = status or "planned", c.i
                elif c.lower in lists["conditional"] and not any(h.lower == "have" for h in children if h.dep == "aux"):
                    reported = _reported(clause, t) and c.lower == "would"
                    if not reported and c.lower not in ("may", "might"):
                        return Reality(None, c.i)
                    status, cue = status or "planned", c.i
        head = tokens[t.head]
        if t.head == t.i:
            break
        if status is None and t.dep == "advcl" and t.tag in ("VBP", "VBZ", "VB", "VBG") and _coming(clause, head):
            status, cue = "planned", head.i  # "will raise it when they meet"
        infinitive = any(c.dep == "aux" and c.lower == "to" for c in children) and t.dep != "relcl"
        if t.dep in ("xcomp", "ccomp", "acl", "pcomp", "advcl") and (infinitive or t.tag == "VBG" or t.dep == "xcomp"):
            if t.dep == "pcomp" and head.pos == "ADP":
                outer = tokens[head.head]
                if head.lower == "from" and outer.lemma in lists["keeping"]:
                    return Reality(None, outer.i)
                if _unwilling(clause, outer):
                    return Reality("occurred", outer.i, refused=True, sure=True)
                if outer.lemma in lists["wished"] or outer.lemma in lists["wish_nouns"]:
                    return Reality(None, outer.i)
                if outer.lemma in lists["planned"] and head.lower not in ("after", "before", "by"):
                    status, cue = "planned", outer.i
                t = outer
                continue
            if head.lemma in lists["refused"]:
                refused = True
            elif infinitive and head.lemma == "unable":  # "would be unable to travel": what was to be is called off
                above = clause.children(tokens[head.head].i)
                ahead = any(c.dep == "aux" and c.lower in (*lists["future"], "would") for c in above)
                return Reality("cancelled" if ahead else None, head.i, sure=ahead)
            elif (infinitive and head.lemma in lists["wished"] and not _rang(clause, head)) or (
                infinitive and head.lemma in lists["wish_nouns"]
            ):
                return Reality(None, head.i)
            elif (infinitive and head.lemma in lists["planned"]) or (infinitive and head.lemma == "be"):
                status, cue = status or "planned", head.i
            elif infinitive and t.dep in ("advcl", "acl"):
                # purpose ("arrived to hold talks") shares the fate of the verb above it, one step further off
                future = _of_verb(clause, head) if head.pos == "VERB" else Reality("occurred")
                return Reality(status or future.status, cue or future.cue, refused)
            t = head
            continue
        if t.dep == "conj" and head.pos in ("VERB", "AUX"):
            own = t.tag in ("VBD", "VBZ", "VBP") and head.tag in (
                "VB",
                "VBG",
                "VBN",
            )  # finite: not coordinated with that verb
            if status is None and not own and not any(c.dep in ("nsubj", "nsubjpass", "aux") for c in children):
                t = head
                continue
            break
        if t.dep == "ROOT" or t.dep in ("relcl", "ccomp", "advcl", "parataxis"):
            break
        break
    headline = clause.sentence.kind == "title"
    bare = tokens[0].tag in ("NNP", "NNPS") or headline
    if (
        status is None
        and (verb.dep == "ROOT" or (headline and verb.dep in ("relcl", "acl") and tokens[verb.head].dep == "ROOT"))
        and bare
        and any(c.dep == "aux" and c.lower == "to" for c in clause.children(verb.i))
    ):
        status, cue = "planned", verb.i
    helpers = {c.lemma for c in clause.children(verb.i) if c.dep in ("aux", "auxpass")}
    past = verb.tag in ("VBD", "VBN") or bool(helpers & {"have", "be", "do"})
    return Reality(status or "occurred", cue, refused, sure=status is not None or past or refused)


def _rang(clause: Clause, verb: Token) -> bool:
    """Whether "called" tells of a telephone: "called the minister up to postpone", not "called on them to postpone"."""
    below = clause.children(verb.i)
    return verb.lemma == "call" and any(c.lower == "up" for c in below)


def _nobody(clause: Clause, below: tuple[Token, ...]) -> bool:
    """Whether the subject is nobody: "No Iranian official will meet the envoy"."""
    subjects = [c for c in below if c.dep in ("nsubj", "nsubjpass")]
    return any(g.lower == "no" and g.dep == "det" for s in subjects for g in clause.children(s.i))


def _unwilling(clause: Clause, noun: Token) -> bool:
    """Whether somebody has "no intention of" what follows."""
    return noun.lemma in ("intention", "interest", "desire") and any(c.lower == "no" for c in clause.children(noun.i))


def _coming(clause: Clause, verb: Token) -> bool:
    """Whether the verb is told of the future."""
    return any(c.dep == "aux" and c.lower in words()["future"] for c in clause.children(verb.i))


def _reported(clause: Clause, verb: Token) -> bool:
    """Whether the verb stands in reported speech ("he said he would meet")."""
    tokens = clause.sentence.tokens
    if verb.dep == "ccomp" and tokens[verb.head].lemma in words()["reporting"]:
        return True
    return any(c.dep in ("parataxis", "ccomp") and c.lemma in ("say", "announce") for c in clause.children(verb.i))


def _marked(clause: Clause, noun: int) -> Reality:
    """What the modifiers of an event noun say."""
    lists = words()
    for c in clause.children(noun):
        if c.i < noun and c.dep in ("amod", "det", "advmod", "compound", "neg"):
            if c.lower in lists["modifier_cancelled"] or (c.lemma in words()["called_off"] and c.tag in ("VBZ", "VBD")):
                return Reality("cancelled", c.i, sure=True)  # the latter where a headline's verb is taken for a noun
            if c.lower in lists["modifier_planned"]:
                return Reality("planned", c.i, sure=True)
            if c.lower in ("no", "any", "possible", "potential", "hypothetical"):
                return Reality(None, c.i)
            event = clause.sentence.tokens[noun]
            if (
                c.lower in words()["recurring"]
                and event.tag in ("NNS", "NNPS")
                and event.lower not in words()["plural"]
            ):
                return Reality(None, c.i)  # "annual summits": a habit, not one of them
    return Reality("occurred")


def _of_noun(clause: Clause, trigger: Trigger) -> Reality:
    lists = words()
    tokens = clause.sentence.tokens
    marked = _marked(clause, trigger.head)
    if marked.status != "occurred":
        return marked
    done = next((c for c in clause.children(trigger.head) if c.dep == "relcl" and c.lemma in words()["carried"]), None)
    if done is not None and done.tag in ("VBD", "VBN") and not _coming(clause, done):
        return Reality("occurred", sure=True)
    t = tokens[trigger.head]
    for _ in range(4):  # out of "a round of talks", "talks and meetings"
        head = tokens[t.head]
        if t.dep in ("conj", "appos") and head.pos in ("NOUN", "PROPN") and head.i != t.i:
            t = head
        elif t.dep == "pobj" and head.lower in ("of", "in") and tokens[head.head].lemma in lists["off"]:
            return Reality("cancelled", tokens[head.head].i, sure=True)
        elif t.dep == "pobj" and head.lower in ("of", "for", "on", "to") and tokens[head.head].pos == "NOUN":
            outer = tokens[head.head]
            if outer.lemma in lists["wish_nouns"] or outer.lower in lists["wish_nouns"]:
                return Reality(None, outer.i)
            if outer.lemma in lists["calling_off"] and trigger.type in CONTACT:
                return Reality("cancelled", outer.i, sure=True)
            if head.lower != "of":
                break
            t = outer
        else:
            break
    head = tokens[t.head]
    if t.dep == "pobj" and head.i != t.i:
        if head.lower in lists["wish_prepositions"]:
            return Reality(None, head.i)
        verb = tokens[head.head]
        if head.lower in ("for", "to", "into") and (verb.lemma in lists["wished"] or verb.lemma in lists["wish_nouns"]):
            return Reality(None, verb.i)
        if head.lower == "to" and verb.lemma == "agree" and _of_verb(clause, verb).status == "occurred":
            return Reality("planned", verb.i, sure=True)  # "agreed to talks"
        if head.lower in ("before", "ahead") and verb.pos in ("VERB", "AUX", "ADV", "ADP"):
            return Reality("occurred", head.i)
        if verb.pos in ("VERB", "AUX"):
            outer_reality = _of_verb(clause, verb)
            if head.lower in ("for", "to", "at", "in", "during", "on") or outer_reality.status is None:
                if head.lower in ("after", "following", "since", "during"):
                    return Reality("occurred")
                return outer_reality
        return Reality("occurred")
    if t.dep in ("dobj", "obj", "nsubjpass", "nsubj", "attr") and head.pos in ("VERB", "AUX"):
        if _headline_off(clause, t, head):
            return Reality("cancelled", head.i, sure=True)
        outer_reality = _of_verb(clause, head)
        due = [
            c for c in clause.children(head.i) if c.dep in ("acomp", "attr") and c.lower in ("due", "set", "scheduled")
        ]
        if head.lemma == "be" and outer_reality.status == "occurred" and due:
            return Reality("planned", due[0].i, sure=True)  # "talks are due to begin"
        if outer_reality.refused:
            return outer_reality
        if head.lemma in lists["noun_wished"]:
            return Reality(None, head.i)
        if outer_reality.status == "occurred" and head.lemma in lists["noun_planned"] and t.dep != "nsubj":
            return Reality("planned", head.i)
        return outer_reality
    return Reality("occurred")


def in_speech(sentence: Sentence, i: int) -> bool:
    """Whether token `i` stands between quotation marks."""
    opened = False
    for t in sentence.tokens[:i]:
        if t.text in ("“", "„", "``"):
            opened = True
        elif t.text in ("”", "''"):
            opened = False
        elif t.text == '"':
            opened = not opened
    return opened
