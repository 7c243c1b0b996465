"""Where an event was that tells no place but can have been in one state only: a visit in the state it went to, a
summons and an expulsion in the state that called in or expelled, a recall in the state that it calls home from.
"""

from dataclasses import replace

import msgspec

from memcon.knowledge import Knowledge
from memcon.model import Place
from memcon.reading.candidate import Candidate

EXPELLING = frozenset(
    {"expel", "expulsion", "expelling", "oust", "eject", "kick out", "throw out", "order out", "boot out", "declare"}
)
RECALLING = frozenset({"recall", "recalling", "withdraw", "withdrawal", "pull", "pull out", "call home"})
LODGING = frozenset({"lodge", "file", "deliver", "make", "hand", "send", "submit", "issue", "register", "protest"})
SEATED = frozenset({"state", "territory"})


def seated(event: Candidate, knowledge: Knowledge) -> Candidate:
    """The event with the country that its kind tells where it has no place; a region that others than a visit have
    for one was what they talked of.
    """
    if event.place is not None and event.place.country is None and event.type != "visit":
        known = knowledge.places.lookup(event.place.name or "")
        if known is not None and known.kind in ("region", "water"):
            event = replace(event, place=None, evidence=tuple(q for q in event.evidence if q.field != "place"))
    party = _seat(event)
    if event.place is not None or not party or party not in knowledge.parties:
        return event
    if knowledge.parties[party].kind not in SEATED or not event.evidence:
        return event
    quote = msgspec.structs.replace(event.evidence[0], field="place", rule=f"place:seat-{event.type}")
    return replace(event, place=Place(name=None, country=party), evidence=(*event.evidence, quote))


def _seat(event: Candidate) -> str | None:
    """The party in whose state such an event is."""
    done = event.rule.rsplit(":", 1)[-1].split("+")[0]
    if event.type == "visit":
        return event.target
    if event.type == "protest":
        return event.initiator if done not in LODGING else None
    if event.type == "expulsion_or_recall":
        return event.initiator if done in EXPELLING else event.target if done in RECALLING else None
    return None
