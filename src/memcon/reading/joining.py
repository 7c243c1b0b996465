"""One candidate of two mentions of an event: what of each the joined one keeps."""

from dataclasses import replace

from memcon.model import Participant, interval
from memcon.reading.candidate import (
    ALSO,
    ANEW,
    CALLS,
    DISCUSSED,
    NEXT,
    SPOKE,
    Candidate,
    one,
)

KEPT = frozenset({ANEW, ALSO, DISCUSSED, NEXT, "membership"})  # marks of the first mention that joining does not lose


def join(a: Candidate, b: Candidate) -> Candidate:
    """One candidate of two mentions: the words of the more telling one, the narrower date and the fuller list of people
    win.
    """
    x, y = interval(a.date), interval(b.date)
    date = a.date if y is None or (x is not None and x.days <= y.days) else b.date
    people: list[Participant] = []
    for p in (*a.participants, *_coming(a, b)):
        if p.name and not any(one(p, q) for q in people):
            people.append(p)
    taken = {p.party for p in people}
    alone: dict[str, Participant] = {}
    settled = (
        len({p.party for p in a.participants if p.name}) > 1
    )  # people on both sides: no party joins by a bare word
    for p in (*a.participants, *(() if settled else b.participants)):
        if not p.name and p.party and p.party not in taken:
            alone.setdefault(p.party, p)
    place = a.place if a.place and (a.place.name or not b.place) else b.place or a.place
    words = b if b.telling > a.telling and "by context" not in b.marks else a
    if place is not None and place.country is None and b.place is not None and b.place.country is not None:
        place = b.place  # "in Oman", not what was spoken of: "in the Middle East"
    return replace(
        a,
        rule=words.rule,
        word=words.word,
        marks=words.marks if words is a else (*words.marks, *(m for m in a.marks if m in KEPT)),
        type=_kind(a, b),
        status=_status(a, b),
        sure=a.sure or b.sure,
        participants=(*people, *alone.values()),
        initiator=a.initiator or b.initiator,
        target=a.target or b.target,
        date=date,
        timed=a.timed or b.timed,
        place=place,
        weak=a.weak and b.weak,
        in_speech=a.in_speech and b.in_speech,
        number=a.number if a.number is not None else b.number,
        mechanism=a.mechanism or b.mechanism,
        first_since=a.first_since or b.first_since,
        collective=a.collective or b.collective,
        in_title=a.in_title or b.in_title or "title" in (a.kind, b.kind),
        telling=max(a.telling, b.telling),
        evidence=(*b.evidence, *a.evidence) if b.telling > a.telling else (*a.evidence, *b.evidence),
        mentions=a.mentions + b.mentions,
    )


def _coming(a: Candidate, b: Candidate) -> tuple[Participant, ...]:
    """Who of a second mention took part: of "during the visit, she thanked the king" only the visitor."""
    if a.type != "visit" or b.target is not None or a.initiator is None:
        return b.participants
    return tuple(p for p in b.participants if p.party in a.initiator.split("|"))


CHANNELS = frozenset({"video_call", "phone_call", "brief_encounter"})


def _status(a: Candidate, b: Candidate) -> str:
    """What a verb says outweighs what a bare noun leaves open; of two verbs, the one that tells it done."""
    if a.status == b.status or a.sure != b.sure:
        return a.status if a.sure or not b.sure else b.status
    states = {a.status, b.status}
    if "denied" in states:
        return "denied"
    return "cancelled" if "cancelled" in states else "occurred" if "occurred" in states else a.status


def _kind(a: Candidate, b: Candidate) -> str:
    """The first mention's type, unless its word is vague ("conversation") or the second names the channel or a
    summit.
    """
    if a.type == b.type:
        return a.type
    rounds = [c for c in (a, b) if c.type == "dialogue_round" and c.number is not None]
    if rounds and {a.type, b.type} == {"meeting", "dialogue_round"}:
        return "dialogue_round"
    for said, held in ((a, b), (b, a)):
        met = (
            held.type not in CALLS
            and held.status == said.status
            and held.sure
            and not held.weak
            and DISCUSSED not in held.marks
        )
        if said.type == "phone_call" and SPOKE in said.marks and met:
            return held.type
    if a.weak != b.weak:
        return b.type if a.weak else a.type
    if a.type == "meeting" and (b.type in CHANNELS or b.word in ("round", "summit")):
        return b.type
    if a.type == "meeting" and b.type == "dialogue_round" and (b.number is not None or b.mechanism is not None):
        return b.type
    return a.type
