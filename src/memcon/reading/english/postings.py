"""Missions and envoys: whose they are and where they stand ("Spain's embassy in Caracas", "the envoy to Berlin")."""

from memcon.reading.analysis import Actor, Analysis, Mention, PlaceMention, Token
from memcon.reading.english.casting import PARTICIPATING, parties
from memcon.reading.english.grammar import Clause, unique
from memcon.reading.english.trigger_words import Trigger

# What a party takes back from where it stood; all else that happens to an envoy is done by the one who receives it.
RECALLING = frozenset(
    {"recall", "withdraw", "pull", "call", "close", "shut", "shutter", "evacuate", "vacate", "reopen", "resume"}
    | {"recalling", "reopening", "withdrawal"}
)
WHERE = frozenset({"in", "to", "from", "at"})
REACH = 10  # words between the mission and the place it stands in


def owner(clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """Whose envoy or mission it is."""
    whose = [trigger.head, *(t.i for t in taken(clause, trigger.head) if trigger.rule.startswith("noun:"))]
    before = [c for i in whose for c in clause.children(i) if c.dep in ("poss", "amod", "compound", "nmod")]
    inside = clause.by_token.get(whose[-1])
    found = [m for c in before for m in clause.fillers(c.i)]
    if inside is not None and inside.kind in PARTICIPATING:
        found.append(inside)
    return unique(found)


def taken(clause: Clause, noun: int) -> tuple[Token, ...]:
    """What a noun was done to: the envoys of an "expulsion of envoys", the embassy of its "reopening"."""
    of = [c for c in clause.children(noun) if c.lower == "of"]
    return tuple(g for c in of for g in clause.children(c.i) if g.dep == "pobj")


def host(analysis: Analysis, clause: Clause, trigger: Trigger, without: set[str]) -> tuple[Mention, ...]:
    """The party that receives the envoy or mission: named behind "to", "in" or "from", or the country of a city."""
    tokens = clause.sentence.tokens
    last = min(trigger.head + REACH, len(tokens))
    for i in range(trigger.head + 1, last):
        if tokens[i].pos in ("VERB", "AUX") and trigger.carrier not in (i, tokens[i].head):
            return ()
        before = tokens[i - 1].lower if tokens[i - 1].lower != "the" else tokens[i - 2].lower
        if before not in WHERE:
            continue
        m = clause.by_token.get(i)
        if m is not None and m.kind in PARTICIPATING and parties((m,)) - without:
            return clause.chained.get(m.first, (m,))
        found = _row(analysis, clause, i, without)
        if found:
            return found
    return ()


def _row(analysis: Analysis, clause: Clause, i: int, without: set[str]) -> tuple[Mention, ...]:
    """The parties of the place at token `i` and of those listed with it: "ambassadors to Jordan and Egypt"."""
    tokens = clause.sentence.tokens
    row: list[Mention] = []
    for p in analysis.places_in(clause.sentence.index):
        if p.first == i and p.country and p.country not in without:
            row.append(mention(p))
            i = p.last
            while i < len(tokens) and tokens[i].lower in ("and", ",", "the"):
                i += 1
    return tuple(row)


def mention(place: PlaceMention) -> Mention:
    """The party that a place belongs to, as a mention of its own."""
    p, actor = place, Actor(party=place.country)
    return Mention(p.sentence, p.first, p.last, p.first, p.start, p.end, "metonym", (actor,), "place:posted")
