"""Event candidates of texts that sides agree on or issue together: statements, agreements, what they agreed to do."""

from dataclasses import replace

from memcon.model import Participant
from memcon.reading.analysis import Analysis
from memcon.reading.candidate import Candidate
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.casting import PEOPLE, build, participant, participants, parties
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.reality import Reality
from memcon.reading.english.setting import when
from memcon.reading.english.trigger_words import Trigger

# Words over an agreement that stands: "welcomed the truce between", "after the ceasefire between".
_GREETING = frozenset(
    {"welcome", "hail", "applaud", "praise", "commend", "laud", "announce", "violate", "breach", "monitor"}
)
_STANDING = frozenset(
    {"hold", "take", "come", "enter", "begin", "start", "expire", "end", "collapse", "last", "go", "broker"}
)
_SINCE = frozenset({"after", "since", "following", "under", "despite"})
# Those whose contracts and statements are none of states.
_FIRMS = frozenset(
    {
        *("company", "firm", "corporation", "startup", "airline", "bank", "manufacturer", "giant", "group"),
        *("mayor", "bishop", "church", "university", "club", "federation", "union", "family", "lawyer", "activist"),
    }
)


def titled_statement(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality) -> Candidate:
    """A page headed "Joint Statement ..." is that statement, issued on the page's date by all whom the headline names.

    A leader's statement is the leader's own; other officials in the headline are what it is about.
    """
    mentions = clause.mentions
    if not parties(tuple(mentions)):  # a bare heading ("Joint Communiqué"): the text tells whose
        after = range(clause.sentence.index + 1, min(clause.sentence.index + 3, len(analysis.sentences)))
        mentions = tuple(m for i in after for m in analysis.mentions_in(i) if m.kind in PEOPLE)
    actors = [a for m in mentions for a in m.actors]
    leaders = [a for a in actors if a.name and a.office in ("head_of_state", "head_of_government")]
    codes = dict.fromkeys(p for a in actors for p in (a.party or "").split("|") if p)
    taken = {a.party for a in leaders}
    who = (*(participant(a) for a in leaders), *(Participant(party=c) for c in codes if c not in taken))
    return replace(build(clause, trigger, reality, who), date=analysis.today, definite=False)


def between(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """An agreement named without the verb that made it: its parties must stand with it."""
    sides = unique((*a.agent, *a.between, *a.other, *(a.context if _within(clause, trigger, a) else ())))
    dated = when(analysis, clause, trigger) is not None
    standing = len(parties(unique((*a.between, *a.agent, *a.other)))) > 1 and _stands(clause, trigger.head)
    if len(parties(sides)) < 2 or not (dated or standing):
        return []
    return [build(clause, trigger, reality, participants(sides))]


def _within(clause: Clause, trigger: Trigger, a: Arguments) -> bool:
    """Whether somebody acts within an agreement with another: "freed two men in a swap with Russia"."""
    above = clause.sentence.tokens[clause.sentence.tokens[trigger.head].head]
    return bool(a.other) and not a.agent and above.lower in ("in", "under")


def _stands(clause: Clause, noun: int) -> bool:
    """Whether the words around an agreement tell that it was reached."""
    t = clause.sentence.tokens[noun]
    if any(c.dep == "relcl" and c.lemma in _STANDING and c.tag == "VBD" for c in clause.children(noun)):
        return True  # "the truce between A and B that took effect in May"
    above = clause.sentence.tokens[t.head]
    if t.dep == "pobj" and above.lemma == "of":  # "the announcement of a ceasefire", "violations of the ceasefire"
        outer = clause.sentence.tokens[above.head]
        return outer.lemma in ("announcement", "violation", "breach", "implementation", "signing", "extension")
    if t.dep == "pobj":
        return above.lower in _SINCE
    if t.dep in ("dobj", "nsubjpass"):
        return above.lemma in _GREETING
    return t.dep == "nsubj" and above.lemma in _STANDING and above.tag in ("VBD", "VBN", "VBZ")


def issued(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """ "A and B said in a statement": a text of two parties or more."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    who = clause.after(verb, ("by",)) if clause.passive(verb) else clause.subject(verb)
    return [build(clause, trigger, reality, participants(who))] if len(parties(who)) > 1 else []


def agreed(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """ "A and B agreed to exchange prisoners": the sides are the subject, or one with another."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    sides = unique((*clause.subject(verb), *clause.after(verb, ("with",))))
    if len(parties(sides)) < 2:
        return []
    return [build(clause, trigger, reality, participants(sides))]


def of_firms(clause: Clause, trigger: Trigger) -> bool:
    """Whether those who sign are businesses, whose contracts are none of states."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.head
    return any(c.dep == "nsubj" and c.pos == "NOUN" and c.lemma in _FIRMS for c in clause.children(verb))
