"""Events that the words around them deny: "denied that they had met", "dismissed reports of a meeting"."""

from collections.abc import Iterator
from dataclasses import replace

from memcon.reading.english.grammar import Clause
from memcon.reading.english.reality import Reality, words
from memcon.reading.english.trigger_words import Trigger

STEPS = 8  # up the parse, from what is told to the word that denies it


def settle(clause: Clause, trigger: Trigger, reality: Reality) -> Reality:
    """The reality, where what is told as done or to come is told only to be denied."""
    told = reality.status in ("occurred", "planned") and not reality.refused
    told = told or _any(clause, reality)
    cue = _denied(clause, trigger) if told else None
    return reality if cue is None else replace(reality, status="denied", cue=cue, sure=True)


def _any(clause: Clause, reality: Reality) -> bool:
    """Whether all that speaks against what is told is an "any", which is what is denied: "denied any talks"."""
    cue = reality.cue if reality.status is None else None
    return cue is not None and clause.sentence.tokens[cue].lower == "any"


def chain(clause: Clause, trigger: Trigger) -> Iterator[int]:
    """The words from what is told up to the one that denies it, without that one."""
    cue = _denied(clause, trigger)
    at = trigger.carrier if trigger.carrier is not None else trigger.head
    for _ in range(STEPS if cue is not None else 0):
        if at == cue:
            return
        yield at
        at = clause.sentence.tokens[at].head


def _denied(clause: Clause, trigger: Trigger) -> int | None:
    """The word that says that it is not so."""
    lists, tokens = words(), clause.sentence.tokens
    t = tokens[trigger.carrier if trigger.carrier is not None else trigger.head]
    for _ in range(STEPS):
        above = tokens[t.head]
        if above.i == t.i or t.dep in ("advcl", "parataxis"):
            return None
        if t.dep in ("ccomp", "xcomp", "pcomp") and above.lemma in lists["denying"]:
            return above.i
        report = t.lemma in lists["reports"]
        if report and t.dep in ("dobj", "nsubjpass") and above.lemma in lists["denying_reports"]:
            return above.i
        if report and t.dep == "pobj" and above.lower == "as":  # "dismissed as baseless reports that they met"
            return above.head if any(c.lower in lists["untrue"] for c in clause.children(t.i)) else None
        if t.dep == "nsubj":
            said = clause.children(above.i) if report and above.lemma == "be" else []
            return next((c.i for c in said if c.lemma in lists["untrue"]), None)
        t = above
    return None
