"""Who takes part in what a verb tells: its subject, its object and what stands behind its prepositions."""

from collections.abc import Iterable

from memcon.reading.analysis import Mention
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.trigger_words import Trigger

WITH = ("with", "between", "among", "amongst", "alongside", "and")
# Further prepositions of single verbs: "called on the emir", "ran into the president".
BEHIND = {"call": ("on",), "bump": ("into",), "run": ("into",)}
# Verbs that say with "for" where the journey goes.
STARTING = frozenset({"leave", "depart", "head", "embark", "set", "sail", "go", "fly"})
TO = ("to", "in", "into", "for", "on", "at", "through")


def of_verb(clause: Clause, trigger: Trigger) -> Arguments:
    """The arguments of a verb by its frame: "A met B", "A was received by B", "A flew to B"."""
    verb = trigger.head
    t = clause.sentence.tokens[verb]
    passive = clause.passive(verb)
    by = clause.after(verb, ("by",))
    strict = trigger.frame in ("host", "told", "journey")
    if passive:
        subject, direct = by, clause.fillers(t.head) if t.dep == "acl" else clause.subject(verb)
    else:
        subject, direct = clause.subject(verb), clause.direct(verb, strict)
    if clause.attributive(verb):  # "visiting Finnish Prime Minister"
        inside = clause.by_token.get(verb)
        return Arguments(agent=(inside,) if inside is not None else clause.fillers(t.head))
    if trigger.frame == "journey":
        towards = TO if t.lemma in STARTING else tuple(w for w in TO if w != "for")  # "flew to Rome for the G7 summit"
        return Arguments(agent=subject, destination=unique((*direct, *clause.after(verb, towards))), other=())
    if trigger.frame == "host":
        guests = unique((*direct, *clause.after(verb, ("with",))))
        return Arguments(host=subject, other=guests or _displaced(clause, verb))
    behind = (*WITH, "to", "against", "from", *BEHIND.get(t.lemma, ()))
    other = unique((*direct, *clause.after(verb, behind))) or clause.right_behind(verb) or _past_the_place(clause, verb)
    return Arguments(agent=subject, other=other, stranger=not other and stranger(clause, (verb,), verb))


FAR = 14  # words from "met" to its "with", past the day and the place
_ENDING = frozenset({"who", "which", "where", "when", "while", "after", "before", ";", "."})


def _past_the_place(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Whom somebody met, where the parse hangs the "with" on the place: "met today, at the palace, with Minister X"."""
    tokens = clause.sentence.tokens
    for t in tokens[verb + 1 : verb + 1 + FAR]:
        if t.pos in ("VERB", "AUX") or t.lower in _ENDING or (t.i in clause.by_token and t.pos != "PROPN"):
            return ()
        if t.lower == "with" and tokens[t.i - 1].text == ",":
            named = (m for m in clause.mentions if t.i < m.first <= t.i + 2 and clause.by_token[m.first] is m)
            m = next(named, None)
            return () if m is None or m.kind not in ("person", "office", "group") else clause.chained.get(m.first, (m,))
    return ()


def _displaced(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Whom a verb has for its object past its place and day: "will receive in Athens on Monday, May 9, Minister X"."""
    if any(c.dep in ("dobj", "obj") and c.pos == "NOUN" for c in clause.children(verb)):  # "welcomed the decision"
        return ()
    for t in clause.sentence.tokens[verb + 1 :]:
        m = clause.by_token.get(t.i)
        if m is not None and m.kind == "person" and clause.sentence.tokens[m.first - 1].pos != "ADP":
            return clause.chained.get(m.first, (m,))
        if t.pos in ("VERB", "AUX") or (m is not None and m.kind == "person") or t.text in (";", "."):
            return ()
    return ()


def stranger(clause: Clause, heads: Iterable[int], verb: int | None) -> bool:
    """Whether "with", "to" or "between", or the object of a verb of meeting, names somebody who is no actor."""
    for i in heads:
        for c in clause.children(i):
            if c.dep == "prep" and c.lower in ("with", "to", "between", "among"):
                behind = [g for g in clause.children(c.i) if g.dep == "pobj"]
            elif c.dep in ("dobj", "obj") and i == verb:
                behind = [c]
            else:
                continue
            for g in behind:
                if (g.pos != "PRON" or g.lower in ("it", "that", "this")) and not clause.fillers(g.i):
                    return True
    return False
