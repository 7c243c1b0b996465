"""How entries belong together without being one: a visit and its meetings, a summit and talks beside it, outcomes.

Each rule looks at two entries alone, so that a link depends on nothing else in the record.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from memcon.merging.entry import Entry, Link
from memcon.merging.people import person, same
from memcon.model import Interval, interval

_WITHIN = ("meeting", "dialogue_round", "brief_encounter", "summit", "joint_statement", "agreement_signed")
_OUTCOMES = ("joint_statement", "agreement_signed")
_OCCASIONS = ("meeting", "dialogue_round", "summit", "phone_call", "video_call")
AFTER = 4  # days within which a text issued by the same parties came out of their meeting
PRECISE = 14  # days; wider dates do not tell what belonged to what
# Types of either end of a link, each with those of the other end.
_PAIRED = (
    *((a, "visit") for a in _WITHIN),
    *((a, b) for a in _OUTCOMES for b in _OCCASIONS),
    *((a, "summit") for a in ("meeting", "dialogue_round", "brief_encounter")),
)
_PARTNERS = {
    kind: tuple(sorted({b for a, b in (*_PAIRED, *((b, a) for a, b in _PAIRED)) if a == kind}))
    for kind in sorted({kind for pair in _PAIRED for kind in pair})
}


def _days(entry: Entry) -> Interval | None:
    days = interval(entry.date)
    return days if days and days.days <= PRECISE else None


def _country(entry: Entry) -> str | None:
    return entry.place.country if entry.place else None


def shares_a_person(a: Entry, b: Entry) -> bool:
    """Whether someone named took part in both."""
    return any(
        p.party == q.party and p.name and q.name and same(person(p.name, p.official), person(q.name, q.official))
        for p in a.participants
        for q in b.participants
    )


def link(a: Entry, b: Entry) -> Link | None:
    """The link from `a` to `b`, if there is one."""
    here, there = _days(a), _days(b)
    if here is None or there is None or a.id == b.id or len(set(a.parties) & set(b.parties)) < 2:
        return None
    if "cancelled" in (a.status, b.status) or "denied" in (a.status, b.status):
        return None
    if b.type == "visit" and a.type in _WITHIN and here.overlaps(there):
        host = _country(b)
        near = _country(a) == host or set(a.parties) == set(b.parties) or shares_a_person(a, b)
        if _country(a) in (host, None) and near:
            return Link(source=a.id, target=b.id, kind="part_of")
    if a.type in _OUTCOMES and b.type in _OCCASIONS:
        later = (here.first - there.last).days
        if here.overlaps(there) or 0 <= later <= AFTER:
            return Link(source=a.id, target=b.id, kind="outcome_of")
    if b.type == "summit" and len(b.parties) > 2 and a.type in ("meeting", "dialogue_round", "brief_encounter"):
        same_place = _country(a) is not None and _country(a) == _country(b)
        if len(a.parties) < len(b.parties) and same_place and here.overlaps(there):
            return Link(source=a.id, target=b.id, kind="beside")
    return None


def links(entries: Iterable[Entry]) -> tuple[Link, ...]:
    """All links among some entries; only entries that share two parties and a month meet."""
    near: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    everything = sorted(entries, key=lambda e: e.id)
    for entry in everything:
        for key in link_keys(entry):
            near[key].append(entry)
    found: set[Link] = set()
    for group in near.values():
        for a in group:
            found.update(made for b in group if a is not b and (made := link(a, b)))
    return tuple(sorted(found))


def partners(entry: Entry) -> tuple[Interval, tuple[str, ...]] | None:
    """When an entry that may be linked to this one begins, and of which types it is; None where there can be none."""
    days, types = _days(entry), _PARTNERS.get(entry.type)
    if days is None or types is None or len(entry.parties) < 2 or entry.status in ("cancelled", "denied"):
        return None
    pad = dt.timedelta(days=AFTER)
    return Interval(days.first - pad - dt.timedelta(days=PRECISE - 1), days.last + pad), types


def link_keys(entry: Entry) -> list[tuple[str, str, str]]:
    """Two parties and a month under which an entry meets those it may be linked to: its days, and two weeks around."""
    days = _days(entry)
    if days is None:
        return []
    pad = dt.timedelta(days=PRECISE)
    months = {f"{d:%Y-%m}" for d in (days.first - pad, days.first, days.last, days.last + pad)}
    return [(a, b, month) for a, b in combinations(sorted(entry.parties), 2) for month in sorted(months)]
