"""Whose official received an envoy: that of the party to which the envoy is sent, where nothing else tells it."""

import re
from dataclasses import replace

import msgspec

from memcon.knowledge import Knowledge
from memcon.reading.candidate import CONTACT, Candidate

_SENT_TO = re.compile(
    r"\b(?:ambassador|high commissioner|envoy|chargé d.affaires)\b.*?\bto (?P<post>[^,;]+)", re.IGNORECASE
)


def hosted(c: Candidate, knowledge: Knowledge) -> Candidate:
    """A contact with an envoy, in which the one official without a party has the one that the envoy is sent to:
    "the minister of state received the Ambassador of Mali to Rwanda".
    """
    strangers = [p for p in c.participants if p.name and p.party is None and p.role]
    if c.type not in CONTACT - {"visit"} or len(c.parties) != 1 or len(strangers) != 1:
        return c
    posts = [m["post"] for p in c.participants if p.party and (m := _SENT_TO.search(p.role or "")) is not None]
    codes = {found.code for post in posts for found in knowledge.parties.find(post)} - c.parties
    if len(codes) != 1:
        return c
    known = msgspec.structs.replace(strangers[0], party=next(iter(codes)))
    return replace(c, participants=tuple(known if p is strangers[0] else p for p in c.participants))
