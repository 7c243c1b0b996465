"""Event candidates of hosts and their guests: who received whom, and whether the guest was on a visit."""

from memcon.reading.analysis import Analysis, Mention
from memcon.reading.candidate import Candidate
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.casting import PEOPLE, build, joint, participants, parties
from memcon.reading.english.grammar import Clause
from memcon.reading.english.reality import Reality
from memcon.reading.english.trigger_words import Trigger

# Whom an unnamed guest may be: "received the delegation" may go on with a visit told before, "received a request" not.
_GUESTS = frozenset(
    {"delegation", "team", "guest", "visitor", "leader", "official", "president", "premier", "minister", "secretary"}
    | {
        "ambassador",
        "envoy",
        "diplomat",
        "dignitary",
        "counterpart",
        "representative",
        "king",
        "queen",
        "head",
        "chief",
    }
    | {"arrival", "attendance", "participation", "presence", "visit"}  # of whom is told with them
)
_ARRIVAL = frozenset({"airport", "arrival", "airfield", "tarmac"})


def host(analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, a: Arguments) -> list[Candidate]:
    """ "Hosted", "received": people received people; where a country is the host, or guests are met at the airport,
    the guests were on a visit."""
    host, guests = a.host, a.other
    if _of_things(clause, trigger.head, guests):
        return []
    people = any(m.kind in ("person", "pronoun", "office", "group") for m in host)
    if (not people or _arriving(clause, trigger)) and parties(host) and not (parties(host) & parties(guests)):
        who = participants((*guests, *host))
        return [build(clause, trigger, reality, who, "visit", joint(parties(guests)), joint(parties(host)))]
    return [build(clause, trigger, reality, participants((*host, *guests)))]


def _of_things(clause: Clause, verb: int, guests: tuple[Mention, ...]) -> bool:
    """Whether what was received or welcomed is no guest: "welcomed the signing of", "received Iran's request"."""
    objects = [c for c in clause.children(verb) if c.dep in ("dobj", "obj")]
    if any(m.first <= o.i < m.last for m in guests for o in objects):
        return False
    behind = {m.first: clause.sentence.tokens[m.last].tag for m in guests if m.last < len(clause.sentence.tokens)}
    named = any(m.kind in PEOPLE - {"body"} and behind.get(m.first) != "POS" for m in guests)
    return bool(objects) and not named and all(o.pos == "NOUN" and o.lemma not in _GUESTS for o in objects)


def _arriving(clause: Clause, trigger: Trigger) -> bool:
    """Whether guests are met where they land ("welcomed at the airport"), or hosted "during a visit"."""
    under = [clause.sentence.tokens[i] for i in clause.sentence.subtree(trigger.head)]
    if any(t.lower in _ARRIVAL for t in under):
        return True
    hosted = clause.sentence.tokens[trigger.head].lemma == "host"
    return hosted and any(t.lemma in ("visit", "trip") and t.dep == "pobj" for t in under)
