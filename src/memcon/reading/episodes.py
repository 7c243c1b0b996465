"""One entry an interaction: the mentions of an event in a document, joined.

A headline, a lead and a background paragraph may all speak of one meeting. Candidates are joined where their kinds,
parties, people, dates and places agree; what one mention leaves open another may fill; every quote is kept."""

import re
from collections.abc import Iterable
from dataclasses import replace

from memcon.model import Event, Interval, Participant, interval
from memcon.reading.candidate import (
    ALSO,
    ANEW,
    CALLS,
    CONTACT,
    DISCUSSED,
    ISSUED,
    NEXT,
    RANKED,
    SPOKE,
    STRANGER,
    Candidate,
    alike,
    one,
)
from memcon.reading.lending import inherit
from memcon.reading.sameness import (
    called_off_alone,
    dates_agree,
    elsewhere,
    people_agree,
    same,
    same_days,
    sitting_apart,
    to_come,
    told_apart,
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


def gather(candidates: Iterable[Candidate], today: Interval | None = None) -> list[Candidate]:
    """The events of a document: mentions joined, in the order of their first full mention.

    Full mentions (two parties and more) come first; a mention that leaves a side open ("the meeting lasted an hour")
    joins the nearest event before it that it may be of, and is dropped where there is none.
    """
    ranked = sorted(candidates, key=lambda c: (c.kind == "title", c.sentence, c.head))
    events: list[Candidate] = []
    loose: list[Candidate] = []
    for c in ranked:
        if not _full(c) or (DISCUSSED in c.marks and any(_hosts(e, c) for e in events)):
            loose.append(c)
            continue
        if RANKED in c.marks and any(
            e.sentence == c.sentence and e.parties == c.parties and alike(e.type, c.type) for e in events
        ):
            continue
        for i, e in enumerate(events):
            if same(e, c):
                events[i] = join(e, c)
                break
        else:
            events.append(c)
    for c in loose:
        settled = _settle(events, c)
        if settled is None:
            continue
        at, joined = settled
        if at is None:
            events.append(joined)
        else:
            events[at] = joined
    ordered = sorted(events, key=lambda e: (e.sentence, e.head))
    return [_timed(_settled(inherit(e, events), events), today) for e in ordered]


def _timed(event: Candidate, today: Interval | None) -> Candidate:
    """The status that the page's date leaves: what lies behind it is not planned, what lies ahead not done."""
    when = interval(event.date)
    if when is None or today is None:
        return event
    if event.status == "occurred" and when.first > today.last:
        away = (when.first - today.last).days  # a page filed west of the event may bear the day before
        return event if event.sure and away <= 1 else replace(event, status="planned")
    if event.status == "planned" and when.last < today.first:
        return replace(event, status="occurred")
    return event


OFFICE = re.compile(
    r"\b(minister|secretary|president|leader|chief|premier|chancellor|ambassador|envoy|king)s?\b", re.IGNORECASE
)


def _settled(event: Candidate, events: list[Candidate]) -> Candidate:
    """The type once all is known: talks of delegations without a name are a round of dialogue, and so is what comes
    next in a row of rounds.
    """
    if event.type != "meeting":
        return event
    people = any(p.name or OFFICE.search(p.role or "") for p in event.participants)
    if event.word in ("talk", "talks", "negotiation", "negotiations") and not people:
        return replace(event, type="dialogue_round")
    row = any(e.type == "dialogue_round" and e.parties >= event.parties for e in events)
    return replace(event, type="dialogue_round") if ANEW in event.marks and not event.people and row else event


def _hosts(event: Candidate, c: Candidate) -> bool:
    """Whether what was discussed belongs to a contact already told."""
    return event.type in CONTACT and c.parties <= event.parties and people_agree(event, c) and dates_agree(event, c)


def _settle(events: list[Candidate], c: Candidate) -> tuple[int | None, Candidate] | None:
    """Where a mention that leaves a side open belongs: to an event told shortly before it, or, where it has a date or
    place of its own that none of them shares ("a third round, in Geneva on 4 May"), to a new one of the same
    parties.
    """
    if STRANGER in c.marks:
        return None
    for at, e in enumerate(events):  # the same days told elsewhere, however far
        again = c.type in AGAIN and alike(e.type, c.type) and c.parties <= e.parties and not to_come(c, e)
        if again and same_days(e, c):
            return at, join(e, replace(c, participants=_joined(e, c)))
    kin = [
        (i, e)
        for i, e in enumerate(events)
        if (alike(e.type, c.type) or (DISCUSSED in c.marks and e.type in CONTACT))
        and c.parties <= e.parties
        and e.sentence - (LEAD if c.number is not None else 3) <= c.sentence <= e.sentence + 4
    ]
    fitting = [
        (not same_days(e, c), not (e.people and e.type == c.type), abs(c.sentence - e.sentence), i)
        for i, e in kin
        if dates_agree(e, c)
        and not (e.place and c.place and elsewhere(e.place, c.place))
        and e.sentence + 3 >= c.sentence
        and not _told_ahead(c, e)
        and not told_apart(c, e)
        and not to_come(c, e)
        and not sitting_apart(c, e)
        and not called_off_alone(c, e)
    ]
    if fitting:
        i = min(fitting)[-1]
        kind = events[i].type if c.type == "summit" else c.type  # "on the sidelines of the summit" makes no summit
        return i, join(events[i], replace(c, type=kind, participants=_joined(events[i], c)))
    rounds = [e for _, e in kin if e.type == "dialogue_round"]
    if rounds and NEXT in c.marks and c.type in ("meeting", "dialogue_round") and to_come(c, rounds[-1]):
        sides = tuple(Participant(party=code) for code in sorted(rounds[-1].parties))
        return None, replace(c, type="dialogue_round", participants=sides)
    apart = bool(kin) and any(sitting_apart(c, e) for _, e in kin)
    if kin and (c.date or apart) and c.type == "dialogue_round":
        sides = tuple(Participant(party=code) for code in sorted(kin[-1][1].parties))
        return None, replace(c, participants=sides)
    if c.type in ISSUED and c.sure and not c.parties and (issuers := _sides_before(events, c)) is not None:
        return None, replace(c, participants=issuers)
    if len({p.party for p in (*c.participants, *c.spare) if p.party}) > 1 and DISCUSSED not in c.marks:
        return None, borrowed(c)
    counted = c.type == "dialogue_round" and (c.word == "round" or c.status == "planned")
    if (c.date or counted) and c.type in AGAIN and c.parties <= _sides(events) and DISCUSSED not in c.marks:
        own = tuple(p for p in c.participants if p.name) if c.rule.startswith("verb:") else ()
        others = _last_contact(events, c) - {p.party for p in own}
        if others:
            sides = tuple(Participant(party=code) for code in sorted(others))
            return None, replace(c, participants=(*own, *sides), marks=(*c.marks, "told before"))
    if DISCUSSED in c.marks or (c.type == "joint_statement" and len(c.parties) == 1 and c.collective):
        return None
    if c.type in ISSUED and (c.sure or c.kind == "title") and (issuers := _sides_before(events, c)) is not None:
        return None, replace(c, participants=issuers)
    return None


LEAD = 6  # sentences before its sides are told in which a numbered round may stand


def _told_ahead(c: Candidate, e: Candidate) -> bool:
    """Whether a mention with days ahead of it stands before an event that is told as done: they are two."""
    return c.sentence < e.sentence and c.status == "planned" and c.date is not None and e.status == "occurred"


# Verbs under which more people of the same sides come to a contact told before: "The ambassador joined the meeting".
JOINING = frozenset({"join", "attend", "lead", "accompany", "chair", "co-chair", "host", "head"})


def _joined(event: Candidate, c: Candidate) -> tuple[Participant, ...]:
    if not JOINING & {m.removeprefix("carrier:") for m in c.marks}:
        return ()
    return tuple(p for p in c.participants if p.name and p.party in event.parties)


# Contacts of parties told before that a date of their own sets apart ("The last meeting was held in March").
AGAIN = frozenset({"meeting", "dialogue_round", "phone_call", "video_call"})


def _sides(events: list[Candidate]) -> frozenset[str]:
    return frozenset(code for e in events for code in e.parties)


def _last_contact(events: list[Candidate], c: Candidate) -> frozenset[str]:
    """The parties of the last contact told before, where two and no more took part in it."""
    before = [e for e in events if e.type in CONTACT and e.sentence <= c.sentence and c.parties <= e.parties]
    pairs = [e for e in before if 2 <= len(e.parties) <= 3]
    return max(pairs, key=lambda e: (e.sentence, e.head)).parties if pairs else frozenset()


def borrowed(c: Candidate) -> Candidate:
    """The candidate with the side that its own clause leaves open taken from the words before it."""
    people = [p for p in c.spare if p.name and not any(one(p, q) for q in c.participants)]
    known = {p.party for p in (*c.participants, *people)}
    alone = [p for p in c.spare if not p.name and p.party not in known]
    codes = {p.party for p in (*people, *alone) if p.party}
    initiator = c.initiator or ("|".join(sorted(codes)) if c.type == "visit" and c.target else None)
    ordered = (*people, *alone, *c.participants) if c.type == "visit" else (*c.participants, *people, *alone)
    return replace(c, participants=ordered, initiator=initiator, marks=(*c.marks, "borrowed"), spare=())


def _sides_before(events: list[Candidate], c: Candidate) -> tuple[Participant, ...] | None:
    """The parties of the contact that a statement or agreement without parties came out of: the last one told before
    it.
    """
    told = [e for e in events if e.type in CONTACT and e.status == "occurred" and c.parties <= e.parties]
    before = [e for e in told if c.sentence - 4 <= e.sentence <= c.sentence] or (told[:1] if c.kind == "title" else [])
    if not before or len(before[-1].parties) < 2:
        return None
    return tuple(Participant(party=code) for code in sorted(before[-1].parties))


def _full(c: Candidate) -> bool:
    """Two parties, or one that is a body of several ("NATO leaders met")."""
    return len(c.parties) >= 2 or bool(
        c.parties and c.collective and c.type in ("summit", "meeting", "agreement_signed")
    )


def event(c: Candidate, confidence: float) -> Event:
    """The candidate as an entry of the reading."""
    return Event(
        type=c.type,
        status=c.status,  # type: ignore[arg-type]
        participants=c.participants,
        initiator=c.initiator,
        target=c.target,
        date=c.date,
        place=c.place,
        mechanism=c.mechanism,
        first_since=c.first_since,
        evidence=c.evidence[0].quote,
        confidence=confidence,
        quotes=c.evidence,
    )
