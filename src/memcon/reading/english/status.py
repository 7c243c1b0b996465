"""Whether a clause says that something happened, is planned, was called off, or is only wished for."""

from dataclasses import replace

from memcon.reading.analysis import Token
from memcon.reading.candidate import ACTS, CONTACT
from memcon.reading.english.grammar import Clause
from memcon.reading.english.noun_status import not_held, of_modifiers, of_noun
from memcon.reading.english.reality import Reality, on_the_way, words
from memcon.reading.english.trigger_words import Trigger
from memcon.reading.english.verb_status import of_verb

# Acts that an infinitive of purpose ("to reach a deal") only aims at.
CONCLUDED = frozenset({"agreement_signed", "sanction", "contact_resumed", "contact_suspended", "joint_statement"})

FIRST = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest"})


def assess(clause: Clause, trigger: Trigger) -> Reality:
    """The reality of what a trigger speaks of."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    token = clause.sentence.tokens[verb]
    if trigger.carrier is None and not trigger.rule.startswith("verb:"):
        return of_noun(clause, trigger)
    if clause.attributive(verb):
        return Reality("occurred")
    reality = of_verb(clause, token)
    if trigger.type in CONTACT and not_held(clause, clause.sentence.tokens[trigger.head], token):
        return Reality("cancelled", verb, sure=True)
    if trigger.type == "contact_unanswered" and (reality.status is None or _yet(clause, reality)):
        return Reality("occurred", reality.cue, sure=True)  # "failed to get a reply" tells just that
    if reality.status == "occurred" and trigger.carrier is not None and token.lemma in words()["arranged"]:
        return Reality("planned", verb, sure=True)
    if (
        reality.status == "occurred"
        and reality.cue is None
        and trigger.frame == "journey"
        and on_the_way(clause, token)
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
    if trigger.type in REFUSALS:
        return _turned_down(clause, trigger, reality)
    if reality.status in ("occurred", "planned") and trigger.carrier is not None:
        marked = of_modifiers(clause, trigger.head)
        if marked.status != "occurred" and (reality.status == "occurred" or marked.status is None):
            return marked
    return reality


# "Turned down any contact", "broke off planned talks": what was refused or broken off may be what it will.
REFUSALS = frozenset({"contact_refused", "contact_unanswered", "contact_suspended"})


def _turned_down(clause: Clause, trigger: Trigger, reality: Reality) -> Reality:
    """Who says that contact will be refused refuses it; who "may" refuse it has not."""
    if reality.status != "planned" or trigger.type != "contact_refused" or reality.cue is None:
        return reality
    open_yet = clause.sentence.tokens[reality.cue].lower in ("may", "might")
    return Reality(None, reality.cue) if open_yet else replace(reality, status="occurred")


def _decided(clause: Clause, reality: Reality) -> bool:
    """Whether the plan is a decision that was made: "Sofia decided to expel ten diplomats" expels them."""
    cue = clause.sentence.tokens[reality.cue] if reality.cue is not None else None
    return cue is not None and cue.lemma == "decide" and cue.tag in ("VBD", "VBN")


def _yet(clause: Clause, reality: Reality) -> bool:
    """Whether what is planned is "yet to" come."""
    return reality.cue is not None and any(c.lower == "yet" for c in clause.children(reality.cue))


def _plans_off(clause: Clause, verb: Token) -> int | None:
    """The verb that called off the plans for what `verb` tells ("plans to visit Cuba have been cancelled")."""
    tokens = clause.sentence.tokens
    noun = tokens[verb.head]
    above = tokens[noun.head]
    if noun.lemma not in words()["plans"] or above.lemma not in words()["called_off"]:
        return None
    return above.i if noun.dep in ("nsubjpass", "dobj", "obj", "nsubj") else None


def _purpose(clause: Clause, verb: Token) -> bool:
    """Whether the verb is an infinitive that says what for: "to reach a deal", "efforts to resume talks"."""
    if not any(c.dep == "aux" and c.lower == "to" for c in clause.children(verb.i)):
        return False
    above = clause.sentence.tokens[verb.head]
    taken = [above, *(c for c in clause.children(above.i) if c.dep == "dobj")] if above.lemma == "take" else [above]
    if verb.dep in ("acl", "xcomp", "advcl") and any(t.lemma in words()["steps"] for t in taken):
        return False  # "took steps to impose"
    if above.lower in FIRST and verb.dep in ("relcl", "acl", "xcomp"):
        return False  # "was the first to sign"
    return verb.dep != "xcomp" or above.lemma not in words()["planned"] | words()["refused"] | words()["brought_about"]
