"""Who takes part in what a trigger speaks of, by the word that tells it: a verb, or a noun and the verb over it."""

from dataclasses import replace

from memcon.reading.analysis import Mention
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.noun_arguments import of_noun
from memcon.reading.english.trigger_words import Trigger
from memcon.reading.english.verb_arguments import of_verb


def collect(clause: Clause, trigger: Trigger) -> Arguments:
    """The arguments of a trigger by its frame."""
    token = clause.sentence.tokens[trigger.head]
    by_verb = trigger.carrier is None and token.pos == "VERB" and trigger.rule.startswith("verb:")
    found = of_verb(clause, trigger) if by_verb else of_noun(clause, trigger)
    if trigger.frame == "mutual" and not (found.other or found.between or found.host):
        return replace(found, other=_asking(clause, trigger))
    return found


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
