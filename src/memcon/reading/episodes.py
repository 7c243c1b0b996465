"""One entry an interaction: the mentions of an event in a document, joined.

A headline, a lead and a background paragraph may all speak of one meeting. Candidates are joined where their kinds,
parties, people, dates and places agree; what one mention leaves open another may fill; every quote is kept."""

import re
from collections.abc import Iterable
from dataclasses import replace

from memcon.model import Event, Interval, Participant, interval
from memcon.reading.candidate import (
    ACTS,
    ANEW,
    CONTACT,
    DISCUSSED,
    ISSUED,
    NEXT,
    OF_HIS,
    RANKED,
    STRANGER,
    Candidate,
    alike,
    one,
)
from memcon.reading.joining import join
from memcon.reading.lending import inherit
from memcon.reading.sameness import (
    called_off_alone,
    dates_agree,
    done_by_others,
    elsewhere,
    people_agree,
    same,
    same_days,
    sitting_apart,
    to_come,
    told_apart,
)


def gather(candidates: Iterable[Candidate], today: Interval | None = None) -> list[Candidate]:
    """The events of a document: mentions joined, in the order of their first full mention.

    Full mentions (two parties and more) come first; a mention that leaves a side open ("the meeting lasted an hour")
    joins the nearest event before it that it may be of, and is dropped where there is none.
    """
    ranked = sorted(candidates, key=lambda c: (c.kind == "title", c.sentence, c.head))
    events: list[Candidate] = []
    loose: list[Candidate] = []
    for c in ranked:
        if _sums_up(c, events):
            continue
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
        if STRANGER in c.marks:
            continue
        at = _told_in(events, c)
        if at is not None:
            kind = events[at].type if c.type == "summit" else c.type  # "on the sidelines of the summit" makes no summit
            events[at] = join(events[at], replace(c, type=kind, participants=_joined(events[at], c)))
        elif (own := _of_its_own(events, c)) is not None:
            events.append(own)
    ordered = sorted(events, key=lambda e: (e.sentence, e.head))
    return [_timed(_rows(inherit(e, events, today), events), today) for e in ordered]


def _sums_up(c: Candidate, events: list[Candidate]) -> bool:
    """Whether a mention only takes together acts told one by one before: "its decision to cut ties with both"."""
    if c.type not in ACTS:
        return False
    parts = [e for e in events if e.type == c.type and e.parties < c.parties and e.initiator == c.initiator]
    return len(parts) > 1 and frozenset(code for e in parts for code in e.parties) == c.parties


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


def _rows(event: Candidate, events: list[Candidate]) -> Candidate:
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
    """Whether what was discussed belongs to a contact already told; people of two sides who discussed something on a
    visit met.
    """
    if event.type == "visit" and len({p.party for p in c.participants if p.name}) > 1:
        return False
    return event.type in CONTACT and c.parties <= event.parties and people_agree(event, c) and dates_agree(event, c)


def _told_in(events: list[Candidate], c: Candidate) -> int | None:
    """The number of the event, told shortly before it, to which a mention that leaves a side open belongs."""
    for at, e in enumerate(events):  # the same days told elsewhere, however far
        again = c.type in AGAIN and alike(e.type, c.type) and c.parties <= e.parties and not to_come(c, e)
        if again and same_days(e, c):
            return at
    fitting = [
        (not same_days(e, c), not (e.people and e.type == c.type), abs(c.sentence - e.sentence), i)
        for i, e in _kin(events, c)
        if dates_agree(e, c)
        and not (e.place and c.place and elsewhere(e.place, c.place))
        and e.sentence + 3 >= c.sentence
        and not _told_ahead(c, e)
        and not done_by_others(c, e)
        and not told_apart(c, e)
        and not to_come(c, e)
        and not sitting_apart(c, e)
        and not called_off_alone(c, e)
    ]
    return min(fitting)[-1] if fitting else None


def _kin(events: list[Candidate], c: Candidate) -> list[tuple[int, Candidate]]:
    """The events, with their numbers, near a mention that are of its kind and have all parties it names."""
    return [
        (i, e)
        for i, e in enumerate(events)
        if (alike(e.type, c.type) or (DISCUSSED in c.marks and e.type in CONTACT))
        and c.parties <= e.parties
        and e.sentence - (LEAD if c.number is not None else 3) <= c.sentence <= e.sentence + 4
    ]


def _of_its_own(events: list[Candidate], c: Candidate) -> Candidate | None:
    """The event that a mention which leaves a side open makes by itself, with its sides taken from what was told: it
    has a date or place that no event before it shares ("a third round, in Geneva on 4 May"), or its own words around
    it name them; None where there is none.
    """
    kin = [e for _, e in _kin(events, c)]
    rounds = [e for e in kin if e.type == "dialogue_round"]
    if rounds and NEXT in c.marks and c.type in ("meeting", "dialogue_round") and to_come(c, rounds[-1]):
        return replace(c, type="dialogue_round", participants=_bare(rounds[-1].parties))
    apart = any(sitting_apart(c, e) for e in kin)
    if kin and (c.date or apart) and c.type == "dialogue_round":
        return replace(c, participants=_bare(kin[-1].parties))
    if c.type in ISSUED and c.sure and not c.parties and (issuers := _sides_before(events, c)) is not None:
        return replace(c, participants=issuers)
    if len({p.party for p in (*c.participants, *c.spare) if p.party}) > 1 and DISCUSSED not in c.marks:
        return borrowed(c)
    if c.type == "visit" and (host := _where_met(events, c)) is not None:
        return replace(c, participants=(*c.participants, *_bare((host,))), target=host, marks=(*c.marks, "told before"))
    counted = c.type == "dialogue_round" and (c.word == "round" or c.status == "planned")
    if (c.date or counted) and c.type in AGAIN and c.parties <= _sides(events) and DISCUSSED not in c.marks:
        own = tuple(p for p in c.participants if p.name) if c.rule.startswith("verb:") else ()
        others = _last_contact(events, c) - {p.party for p in own}
        if others:
            return replace(c, participants=(*own, *_bare(others)), marks=(*c.marks, "told before"))
    if DISCUSSED in c.marks:
        return None
    if c.type == "joint_statement" and len(c.parties) == 1 and c.collective:  # "the G7 foreign ministers' joint"
        return c if c.rule.startswith("act:") else None
    if c.type in ISSUED and (c.sure or c.kind == "title") and (issuers := _sides_before(events, c)) is not None:
        return replace(c, participants=issuers)
    return None


STAY = 4  # sentences around a meeting in which its guest is told to have arrived


def _where_met(events: list[Candidate], c: Candidate) -> str | None:
    """The state whose people a traveller met at their home, told near: "Sabry, who arrived on Monday, met Wang Yi in
    Beijing"; None where there is none, or more than one.
    """
    if not c.rule.startswith("verb:") or not c.people or c.target or c.place is not None or len(c.parties) != 1:
        return None
    met = [
        e
        for e in events
        if e.type == "meeting" and e.status == c.status and c.people & e.people and abs(e.sentence - c.sentence) <= STAY
    ]
    homes = {e.place.country for e in met if e.place is not None and e.place.country in e.parties - c.parties}
    return homes.pop() if len(homes) == 1 else None


def _bare(codes: Iterable[str]) -> tuple[Participant, ...]:
    """Parties without their people."""
    return tuple(Participant(party=code) for code in sorted(codes))


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
    guessed = () if OF_HIS in c.marks else ("borrowed",)
    return replace(c, participants=ordered, initiator=initiator, marks=(*c.marks, *guessed), spare=())


def _sides_before(events: list[Candidate], c: Candidate) -> tuple[Participant, ...] | None:
    """The parties of the contact that a statement or agreement without parties came out of: the last one told before
    it.
    """
    told = [e for e in events if e.type in CONTACT and e.status == "occurred" and c.parties <= e.parties]
    before = [e for e in told if c.sentence - 4 <= e.sentence <= c.sentence] or (told[:1] if c.kind == "title" else [])
    if not before or len(before[-1].parties) < 2:
        return None
    return _bare(before[-1].parties)


def _full(c: Candidate) -> bool:
    """Two parties, or one that is a body of several ("NATO leaders met")."""
    return len(c.parties) >= 2 or bool(
        c.parties and c.collective and c.type in ("summit", "meeting", "video_call", "agreement_signed")
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
