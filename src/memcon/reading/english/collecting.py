"""Who takes part in what a trigger speaks of, by the word that tells it: a verb, or a noun and the verb over it."""

from dataclasses import replace

from memcon.reading.analysis import Mention
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.casting import parties
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.noun_arguments import of_noun
from memcon.reading.english.trigger_words import Trigger
from memcon.reading.english.verb_arguments import of_verb


def collect(clause: Clause, trigger: Trigger) -> Arguments:
    """The arguments of a trigger by its frame."""
    token = clause.sentence.tokens[trigger.head]
    by_verb = trigger.carrier is None and token.pos == "VERB" and trigger.rule.startswith("verb:")
    found = of_verb(clause, trigger) if by_verb else of_noun(clause, trigger)
    if trigger.frame == "mutual" and not (found.between or found.host):
        own = parties(found.agent)
        if own and not parties(found.other) - own and (named := _among_them(clause, trigger)):
            return replace(found, other=named)
        return found if found.other else replace(found, other=_asking(clause, trigger))
    return found


AMONG = (["among", "them"], ["including", "with"], ["including"], ["namely"])


def _among_them(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """Who is named of many met: "held meetings with his counterparts, among them X; Y, minister of B; and Z"."""
    words = [t.lower for t in clause.sentence.tokens]
    starts = (i + len(w) for w in AMONG for i in range(trigger.head, len(words)) if words[i : i + len(w)] == w)
    row: list[Mention] = []
    at = min(starts, default=len(words))
    for m in sorted(clause.mentions, key=lambda m: m.first):
        if m.first < at or clause.by_token.get(m.first) is not m:
            continue
        if m.kind not in ("person", "office", "group") or not set(words[at : m.first]) <= {",", ";", "and", "the"}:
            break
        row.append(m)
        at = m.last
    return tuple(row)


ASKING = frozenset({"request", "initiative", "invitation"})


def _asking(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """Whose wish a contact followed: "held a telephone conversation at the request of the minister"."""
    for i in (trigger.carrier, trigger.head) if trigger.carrier is not None else (trigger.head,):
        for c in clause.children(i):
            for g in clause.children(c.i) if c.dep == "prep" and c.lower in ("at", "on", "upon") else ():
                if g.lemma in ASKING:
                    whose = (m for h in clause.children(g.i) if h.dep == "poss" for m in clause.fillers(h.i))
                    return unique((*clause.after(g.i, ("of", "from")), *whose))
    return ()
