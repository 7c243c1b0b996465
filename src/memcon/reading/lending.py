"""What the events of one page lend each other: days and places of a journey and of what was held on it."""

from dataclasses import replace

from memcon.model import Evidence
from memcon.reading.candidate import ALSO, CONTACT, ISSUED, Candidate
from memcon.reading.sameness import dates_agree, elsewhere


def inherit(event: Candidate, events: list[Candidate]) -> Candidate:
    """A visit and the meeting told in one breath with it share day and country, where one of them has none of its
    own.
    """
    if event.type in ISSUED:
        return _issued_at(event, events)
    if event.type not in CONTACT or (event.date and event.place):
        return event
    beside = [
        e
        for e in events
        if e is not event
        and e.type in CONTACT
        and e.status == event.status
        and len(e.parties & event.parties) > 1
        and (abs(e.sentence - event.sentence) <= 1 or _during(event, e) or _during(e, event))
        and (not e.people or not event.people or e.people & event.people)
    ]
    for e in sorted(beside, key=lambda e: abs(e.sentence - event.sentence)):
        apart = bool(event.place and e.place and _abroad(event, e))
        if event.date is None and e.date is not None and not apart:
            event = replace(event, date=e.date, evidence=(*event.evidence, *_of_field(e, "date")))
        if event.place is None and e.place is not None and dates_agree(event, e):
            event = replace(event, place=e.place, evidence=(*event.evidence, *_of_field(e, "place")))
    return _one_more(event, events) if ALSO in event.marks and event.date is None else event


ONE_MORE = 3  # sentences after a contact in which another of the same person is told as "also"


def _one_more(event: Candidate, events: list[Candidate]) -> Candidate:
    """What somebody "also" did has the days of the contact of the same person told just before."""
    told = [
        e
        for e in events
        if e is not event
        and e.type in CONTACT
        and e.status == event.status
        and e.date
        and e.people & event.people
        and 0 <= event.sentence - e.sentence <= ONE_MORE
    ]
    if not told:
        return event
    last = max(told, key=lambda e: (e.sentence, e.head))
    return replace(event, date=last.date, evidence=(*event.evidence, *_of_field(last, "date")))


def _issued_at(event: Candidate, events: list[Candidate]) -> Candidate:
    """What people of both sides issued or signed has the day of the contact told just before, in which they met."""
    sides = {p.party for p in event.participants if p.name}
    if event.date or event.status != "occurred" or len(sides) < 2:
        return event
    told = [
        e
        for e in events
        if e.type in CONTACT
        and e.type != "visit"
        and e.status == "occurred"
        and e.date
        and event.people <= e.people
        and 0 <= event.sentence - e.sentence <= OUTCOME
    ]
    if not told:
        return event
    return replace(event, date=told[-1].date, evidence=(*event.evidence, *_of_field(told[-1], "date")))


OUTCOME = 12  # sentences after a contact in which what came out of it is told


def _abroad(a: Candidate, b: Candidate) -> bool:
    """Whether the places of two events keep them apart: of a visit and what was held on it, the countries alone."""
    if a.place is None or b.place is None or ("visit" in (a.type, b.type) and a.type != b.type):
        return bool(a.place and b.place and a.place.country and b.place.country and a.place.country != b.place.country)
    return elsewhere(a.place, b.place)


def _during(visit: Candidate, meeting: Candidate) -> bool:
    """Whether a meeting was held in a country that one of its people is told to have visited."""
    if visit.type != "visit" or meeting.type == "visit" or visit.status != meeting.status or visit.target is None:
        return False
    targets = set(visit.target.split("|"))
    there = meeting.place is not None and meeting.place.country in targets
    if meeting.place is None and targets & meeting.parties:
        there = abs(meeting.sentence - visit.sentence) <= 6
    return there and bool(visit.people & meeting.people)


def _of_field(e: Candidate, field: str) -> tuple[Evidence, ...]:
    return tuple(q for q in e.evidence if q.field == field)
