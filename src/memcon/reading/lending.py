"""What the events of one page lend each other: days and places of a journey and of what was held on it."""

from dataclasses import replace

from msgspec import structs

from memcon.model import Evidence, Interval, Place, interval
from memcon.reading.candidate import ALSO, ANEW, CONTACT, ISSUED, NEXT, Candidate
from memcon.reading.sameness import dates_agree, elsewhere


def inherit(event: Candidate, events: list[Candidate], today: Interval | None = None) -> Candidate:
    """A visit and the meeting told in one breath with it share day and country, where one of them has none of its
    own. `today` is the page's day, where it has one.
    """
    event = _on_programme(event, events, today)
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
        and not _apart(e, event)
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
    event = _one_more(event, events) if ALSO in event.marks and event.date is None else event
    return _with_hosts(event, events)


_CALLS = frozenset({"phone_call", "video_call"})


def _apart(a: Candidate, b: Candidate) -> bool:
    """Whether one of two is a journey and the other a call, which is not held on it: "on the phone he recalled his
    visit in February"."""
    return "visit" in (a.type, b.type) and bool(_CALLS & {a.type, b.type})


def _on_programme(event: Candidate, events: list[Candidate], today: Interval | None) -> Candidate:
    """What is planned on a journey to come or under way, told without a day of its own, has the journey's days."""
    to_come = event.status == "planned" and event.type in CONTACT | ISSUED and event.type != "visit"
    if not to_come or event.date or event.timed or {NEXT, ANEW} & set(event.marks):
        return event
    journeys = [e for e in events if e.type == "visit" and _ahead(e, today) and _stop_on(e, event)]
    if not journeys:
        return event
    nearest = min(journeys, key=lambda e: (e.sentence > event.sentence, abs(e.sentence - event.sentence)))
    return replace(event, date=nearest.date, evidence=(*event.evidence, *_of_field(nearest, "date")))


HELD = frozenset({"meeting", "dialogue_round"})


def _with_hosts(event: Candidate, events: list[Candidate]) -> Candidate:
    """What is held between one who travels and those visited, told without a place, is held where they are at home."""
    if event.place is not None or event.type not in HELD or not event.people or len(event.parties) != PAIR:
        return event
    journeys = [
        e
        for e in events
        if e.type == "visit"
        and e.status in ("occurred", "planned")
        and e.people & event.people
        and _stop_on(e, event)
        and dates_agree(e, event)
        and abs(e.sentence - event.sentence) <= STOPS
    ]
    if not journeys:
        return event
    nearest = min(journeys, key=lambda e: abs(e.sentence - event.sentence))
    (host,) = set((nearest.target or "").split("|")) & event.parties or {""}
    if not host or not nearest.evidence:
        return event
    there = nearest.place is not None and nearest.place.country == host and "|" not in (nearest.target or "")
    place = nearest.place if there else Place(country=host)
    quote = structs.replace(nearest.evidence[0], field="place", rule="place:journey")
    return replace(
        event, place=place, evidence=(*event.evidence, *(_of_field(nearest, "place") if there else (quote,)))
    )


PAIR = 2  # parties of what a guest holds with hosts
STOPS = 8  # sentences between a journey and what is held on it


def _ahead(visit: Candidate, today: Interval | None) -> bool:
    """Whether a journey with days of its own is to come, or not over on the page's day."""
    days = interval(visit.date)
    if days is None:
        return False
    under_way = visit.status == "occurred" and today is not None and days.last >= today.first
    return visit.status == "planned" or under_way


def _stop_on(visit: Candidate, event: Candidate) -> bool:
    """Whether an event is between the travellers and those whom they visit."""
    hosts = set((visit.target or "").split("|")) - {""}
    guests = visit.parties - hosts
    there = event.place is None or event.place.country is None or event.place.country in hosts
    travelling = {p.name for p in visit.participants if p.name and p.party in guests}
    ours = {p.name for p in event.participants if p.name and p.party in guests}
    return there and bool(hosts & event.parties and guests & event.parties) and (not ours or bool(ours & travelling))


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
    if event.date or event.timed or event.status not in ("occurred", "planned") or len(sides) < 2:
        return event
    told = [
        e
        for e in events
        if e.type in CONTACT
        and e.type != "visit"
        and e.status == event.status
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
