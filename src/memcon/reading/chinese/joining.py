"""Many mentions of one event in a document made into one entry."""

import datetime as dt
from collections.abc import Iterable

from memcon.model import Event, Evidence, Interval, Participant, Place, interval
from memcon.reading.analysis import Actor, Page
from memcon.reading.chinese.drafts import CALLS, CONTACTS, Draft

_SEASON = 92  # days
_REMEMBERED, _MENTIONS = 60, 8  # entries, and mentions of each, that a new mention is compared with
# A report leads with what is at most so much older than itself.
_RECENT = dt.timedelta(days=13)
# Of two kinds of contact told of one meeting the more telling one stays.
_TELLING = {
    "video_call": 5,
    "phone_call": 4,
    "summit": 3,
    "dialogue_round": 3,
    "meeting": 2,
    "brief_encounter": 1,
    "visit": 0,
}


def join(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Groups of mentions that tell of the same event, each in the order of the text."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        near = groups[-_REMEMBERED:]
        home = next((g for g in near if all(same(d, draft) for d in g[:_MENTIONS])), None)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return groups


def same(a: Draft, b: Draft) -> bool:
    """Whether two mentions can be of one event: kind, parties, people, status and days agree."""
    acts = a.type == b.type and a.type not in CONTACTS
    if acts and a.sentence == b.sentence and (a.initiator, a.target) == (b.initiator, b.target):
        return True
    if a.type != b.type and not (_mergeable(a, b)):
        return False
    if a.recalls != b.recalls:
        return False
    if not (a.parties <= b.parties or b.parties <= a.parties):
        return False
    if (a.status == "planned") != (b.status == "planned") and "title" not in (a.kind, b.kind):
        x, y = interval(a.date), interval(b.date)
        agree = (not acts or bool(a.date and b.date)) if x is None or y is None else not x.overlaps(y)
        told_alone = a.type == b.type == "visit" and a.people == b.people and (x is None or y is None)
        if a.type != b.type or (agree and not told_alone):
            return False
    if ("cancelled" in (a.status, b.status)) and a.status != b.status and _wide_apart(a, b):
        return False
    if not _people_agree(a.sides, b.sides):
        return False
    if a.type == b.type == "visit" and not _one_journey(a, b):
        return False
    if (
        len(a.parties) != len(b.parties)
        and all(_complete(d) and d.kind == "body" for d in (a, b))
        and (a.sentence != b.sentence or a.type == b.type == "meeting")
    ):
        return False
    if (
        a.initiator
        and b.initiator
        and a.type not in ("contact_suspended", "contact_resumed")
        and (a.initiator, a.target) != (b.initiator, b.target)
        and a.type not in CONTACTS
    ):
        return False
    return _days_agree(a, b)


def _wide_apart(a: Draft, b: Draft) -> bool:
    """What was called off and what is planned anew: one is dated, the other only to the year, or not at all."""
    dates = [interval(d.date) for d in (a, b)]
    if all(d is None for d in dates) or "title" in (a.kind, b.kind):
        return False
    return a.sentence != b.sentence and any(d is None or d.days > _SEASON for d in dates)


def _one_journey(a: Draft, b: Draft) -> bool:
    """Whether two visits are of one party to one place, or to a country among those that a journey leads to."""
    x, y = set((a.target or "").split("|")), set((b.target or "").split("|"))
    return a.initiator == b.initiator and (x <= y or y <= x)


def _complete(draft: Draft) -> bool:
    """Whether every party is told with a person: then fewer parties are another event."""
    return {a.party for a in draft.sides} == {a.party for a in draft.sides if a.name}


def _mergeable(a: Draft, b: Draft) -> bool:
    if a.type not in CONTACTS or b.type not in CONTACTS or "visit" in (a.type, b.type):
        return False
    if {a.type, b.type} == {"summit", "meeting"} and a.sentence == b.sentence:
        return a.parties == b.parties
    if {a.type, b.type} == {"meeting", "brief_encounter"}:  # hands are shaken where people meet
        near = (a.passage == b.passage and abs(a.sentence - b.sentence) < 2) or (
            a.date == b.date and a.date is not None
        )
        return near and (a.people == b.people or not (a.people and b.people))
    if {a.type, b.type} == {"summit", "meeting"} or "brief_encounter" in (a.type, b.type):
        return False
    if (
        {a.type, b.type} == {"meeting", "dialogue_round"}
        and a.sentence != b.sentence
        and "title" not in (a.kind, b.kind)
    ):
        return not (a.named or b.named)
    if len(CALLS & {a.type, b.type}) == 1 and "title" not in (a.kind, b.kind):
        called, met = (a, b) if a.type in CALLS else (b, a)
        apart = met.type == "meeting" and met.people and met.date and not called.people and not called.date
        off = (a.status == "cancelled") != (b.status == "cancelled")
        if a.parties != b.parties or off or (apart and a.passage != b.passage):
            return False  # a call beside a meeting
    if a.date == b.date or a.date is None or b.date is None:
        return True
    x, y = interval(a.date), interval(b.date)
    return x is not None and y is not None and x.overlaps(y) and bool({"video_call", "phone_call"} & {a.type, b.type})


def _people_agree(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    left, right = {_who(x) for x in a if x.name}, {_who(x) for x in b if x.name}
    if not left or not right or left <= right or right <= left:
        return True
    for party in {x.party for x in a if x.name} & {x.party for x in b if x.name}:
        mine, theirs = ({_who(x) for x in side if x.name and x.party == party} for side in (a, b))
        if not mine & theirs:
            return False
    shared = {x.party for x in a if x.name} & {x.party for x in b if x.name}
    return bool(left & right) or not shared


def _who(actor: Actor) -> str:
    """The identity of a person: that of the tables, else the name."""
    return actor.official or actor.name or ""


def _days_agree(a: Draft, b: Draft) -> bool:
    x, y = interval(a.date), interval(b.date)
    if x is None or y is None:
        return True
    return x.overlaps(y)


def event(page: Page, group: list[Draft], lead: int, today: Interval | None) -> Event:
    """One entry from all its mentions; the best told one gives the evidence.

    What a report leads with (a mention in a headline or up to passage `lead`) and does not date is recent: it gets the
    days before the page's date, marked as approximate.
    """
    best = max(
        group, key=lambda d: (d.kind == "body", d.dated is not None, len([a for a in d.sides if a.name]), -d.start)
    )
    kind = _kind(best, group)
    sides = _sides(best, group)
    widest = max(group, key=lambda d: (len((d.target or "").split("|")), -d.start))
    if kind == "visit" and len((widest.target or "").split("|")) > len((best.target or "").split("|")):
        sides += [a for a in widest.sides if a.party not in {x.party for x in sides}]
    dated = _dated(group)
    placed = max(
        (d for d in group if d.place),
        key=lambda d: (d.place is not None and d.place[0] is not None, -d.start),
        default=None,
    )
    quotes = [page.evidence(best.start, best.end, "event", best.rule)]
    quotes += [
        page.evidence(d.start, d.end, "event", d.rule)
        for d in group
        if d is not best and (d.start, d.end) != (best.start, best.end)
    ]
    if dated is not None and dated.dated is not None:
        quotes.append(page.evidence(*dated.dated, "date", "chinese.date"))
    if placed is not None and placed.placed is not None:
        quotes.append(page.evidence(*placed.placed, "place", "chinese.place"))
    if kind in ("video_call", "phone_call"):
        placed = None
    place = Place(name=placed.place[0], country=placed.place[1]) if placed is not None and placed.place else None
    return Event(
        type=kind,
        status=_status(best, dated, group),  # type: ignore[arg-type]
        participants=tuple(Participant(name=a.name, role=a.role, party=a.party, official=a.official) for a in sides),
        initiator=best.initiator,
        target=widest.target if kind == "visit" else best.target,
        date=dated.date if dated else _recent(group, lead, today),
        place=place,
        mechanism=next((d.mechanism for d in group if d.mechanism), None),
        evidence=quotes[0].quote,
        confidence=0.8 if len(group) > 1 else 0.6,
        quotes=tuple(_distinct(quotes)),
    )


def _dated(group: list[Draft]) -> Draft | None:
    """The mention whose date counts: told rather than carried, narrow; a span that holds it goes first."""
    found = min((d for d in group if d.date), key=lambda d: (d.dated is None, _width(d.date)), default=None)
    inner = interval(found.date) if found else None
    for d in group:
        whole = interval(d.date)
        if (
            d.dated
            and inner
            and whole
            and 1 < whole.days <= 7
            and whole.first <= inner.first
            and inner.last <= whole.last
        ):
            return d
    return found


def _status(best: Draft, dated: Draft | None, group: list[Draft]) -> str:
    """Called off if any mention says so; planned where the mention that dates it does; else as best told."""
    if any(d.status == "cancelled" for d in group):
        return "cancelled"
    return "planned" if dated is not None and dated.status == "planned" else best.status


def _recent(group: list[Draft], lead: int, today: Interval | None) -> str | None:
    told_first = any(d.kind == "title" or d.passage <= lead for d in group)
    if today is None or today.days > 1 or not told_first or any(d.status != "occurred" for d in group):
        return None
    return Interval(today.first - _RECENT, today.last).edtf(approximate=True)


def _kind(best: Draft, group: list[Draft]) -> str:
    """A call is a call however else it is named; a round or a summit if the best mention's own sentence says so."""
    near = [d.type for d in group if d.sentence == best.sentence or d.type in ("video_call", "phone_call")]
    return max(near, key=lambda t: _TELLING.get(t, 0))


def _sides(best: Draft, group: list[Draft]) -> list[Actor]:
    """The sides of the best mention, with persons that other mentions name for a party it leaves without."""
    sides = list(best.sides)
    acting = [d for d in group if d.sentence == best.sentence or d.kind == "title"]  # 召见…，由副外长表达关切
    for d in group if best.type in CONTACTS else [best, *acting]:
        for a in d.sides:
            if a.name and all(_who(x) != _who(a) for x in sides):
                k = next((i for i, x in enumerate(sides) if x.name is None and x.party == a.party), None)
                if k is not None:
                    sides[k] = a
                elif a.party not in {x.party for x in sides} and best.type in CONTACTS:
                    sides.append(a)
    return sides


def _width(date: str | None) -> int:
    days = interval(date)
    return days.days if days else 10**6


def _distinct(quotes: Iterable[Evidence]) -> list[Evidence]:
    seen: dict[tuple[str, int, int], Evidence] = {}
    for q in quotes:
        seen.setdefault((q.field, q.start, q.end), q)
    return list(seen.values())
