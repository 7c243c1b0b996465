"""Who has fallen silent: pairs out of their habit, mechanisms overdue, channels broken off, requests without answer."""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

import msgspec
from sqlalchemy.engine import Connection

from memcon.merging import Entry
from memcon.merging.people import person, same
from memcon.model import Participant, interval
from memcon.questions import rhythm
from memcon.questions.coverage import Coverage, coverage
from memcon.questions.gaps import Gap, happened
from memcon.questions.levels import Channel, Level, office
from memcon.questions.mechanisms import Life, mechanisms
from memcon.record import finding
from memcon.record.entries import MANY

LOOKED_AT = 1000  # refusals gone through for those still open, the latest first
AWAITED = ("contact_refused", "contact_unanswered", "contact_suspended")


class Quiet(msgspec.Struct, frozen=True, kw_only=True):
    """A pair out of its habit: as a whole (`level` and `channel` None), or at one level through one channel.

    `read_since` counts the events of either side that were read from after the last contact: where it is 0 the silence
    is that of the sources, and the pair is not listed.
    """

    parties: tuple[str, str]
    level: Level | None
    channel: Channel | None
    gap: Gap
    last: Entry
    read_since: int


class Awaited(msgspec.Struct, frozen=True, kw_only=True):
    """A refusal, a request left without answer, or a broken channel, with no contact of its sides after it yet.

    `days` counts to `as_of` from the last day it may have been; None where it is undated.
    """

    entry: Entry
    days: int | None


class Silences(msgspec.Struct, frozen=True, kw_only=True):
    """What is quiet as of a day; `coverage` tells how much was read.

    `awaited_since` is the day back to which refusals were gone through, where there are more than `LOOKED_AT`.
    """

    as_of: str
    quiet: tuple[Quiet, ...]
    mechanisms: tuple[Life, ...]
    awaited: tuple[Awaited, ...]
    awaited_since: str | None = None
    coverage: Coverage


def silences(
    connection: Connection,
    parties: Iterable[str] = (),
    *,
    as_of: dt.date,
    since: str | None = None,
    until: str | None = None,
) -> Silences:
    """Silences of one party with all others, between two, or of everyone."""
    wanted, span = tuple(parties), rhythm.Span(as_of, since, until)
    met = rhythm.pairs(connection, wanted, span)
    lives = mechanisms(connection, wanted, as_of=as_of, since=since, until=until)
    open_still, back_to = _awaited(connection, wanted, met, span)
    return Silences(
        as_of=as_of.isoformat(),
        quiet=tuple(_quiet(connection, rhythm.silences(connection, met, span), span)),
        mechanisms=tuple(one for one in lives if _still(one)),
        awaited=open_still,
        awaited_since=back_to,
        coverage=coverage(connection, wanted),
    )


def _still(life: Life) -> bool:
    """Whether a mechanism that has met before is overdue or suspended: what was only ever announced is no silence."""
    return life.state == "suspended" or (life.state == "overdue" and any(r.status == "held" for r in life.rounds))


def _quiet(connection: Connection, found: Iterable[rhythm.Silence], span: rhythm.Span) -> list[Quiet]:
    news = rhythm.Read(connection, span)
    counted = [(s, sum(news.after(party, s.since.isoformat()) for party in s.pair)) for s in found]
    listed = [(s, read) for s, read in counted if read]
    last = finding.named(connection, {s.gap.last for s, _ in listed if s.gap.last})
    return [
        Quiet(parties=s.pair, level=s.level, channel=s.channel, gap=s.gap, last=last[s.gap.last], read_since=read)
        for s, read in listed
        if s.gap.last in last
    ]


def _awaited(
    connection: Connection, wanted: tuple[str, ...], met: dict[rhythm.Pair, list[rhythm.Met]], span: rhythm.Span
) -> tuple[tuple[Awaited, ...], str | None]:
    """What is awaited still among the latest refusals, and the day back to which these go where there are more."""
    refusals = finding.latest(
        connection,
        types=AWAITED,
        parties=wanted,
        since=span.since,
        until=min(span.as_of.isoformat(), span.until or "9999"),
        undated=span.since is None and span.until is None,
        limit=LOOKED_AT + 1,
    )
    last: dict[rhythm.Pair, str] = {}
    for pair, groups in met.items():
        days = [m.last.isoformat() for m in groups if m.channel != rhythm.PASSING]
        last[pair] = max(days, default="")

    def answered(e: Entry) -> bool:
        asked = interval(e.date)
        after = [p for p in combinations(sorted(e.parties), 2) if asked and last.get(p, "") > asked.last.isoformat()]
        if not after or asked is None:
            return False
        if not any(p.name for p in e.participants):
            return True
        day = asked.last.isoformat()
        names = (n for p in after for n in rhythm.contacts_after(connection, p, day, span))
        return any(answers(finding.entry(connection, name), e) for name in names)

    some = refusals[:LOOKED_AT]
    more = len(refusals) > LOOKED_AT
    held = [e for e in some if not answered(e)]
    oldest = interval(some[-1].date) if more else None
    return _in_order(held, span.as_of), oldest.first.isoformat() if oldest else None


def _ahead(entry: Entry, as_of: dt.date) -> bool:
    days = interval(entry.date)
    return bool(days and days.first > as_of)


def _in_order(entries: Iterable[Entry], as_of: dt.date) -> tuple[Awaited, ...]:
    found = [Awaited(entry=e, days=(as_of - days.last).days if (days := interval(e.date)) else None) for e in entries]
    return tuple(sorted(found, key=lambda a: (a.days is None, -(a.days or 0), a.entry.id)))


def awaited(entries: Iterable[Entry], as_of: dt.date) -> tuple[Awaited, ...]:
    """Refusals and unanswered requests that no later contact answers, the longest ago first, undated ones last."""
    listed = list(entries)
    met: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for e in happened(listed, as_of):
        for pair in combinations(e.parties, 2):
            met[pair].append(e)
    found = []
    for e in listed:
        if e.type not in AWAITED or e.status != "occurred" or _ahead(e, as_of):
            continue
        after = (c for pair in combinations(e.parties, 2) for c in since(met[pair], e))
        if not any(answers(contact, e) for contact in after):
            found.append(e)
    return _in_order(found, as_of)


def since(contacts: list[Entry], refusal: Entry) -> list[Entry]:
    """Those of some contacts, in order of their last days as `happened` gives them, that came after a refusal."""
    asked = interval(refusal.date)
    if asked is None:
        return []
    return contacts[bisect_right(contacts, asked.last, key=_last_day) :]


def _last_day(contact: Entry) -> dt.date:
    days = interval(contact.date)
    return days.last if days else dt.date.max


def answers(contact: Entry, refusal: Entry) -> bool:
    """Whether a contact came after a refusal, of both its sides, and of its people or their successors in office.

    Where a refusal names nobody, any contact answers it. Neither a handshake nor a table of many answers a request for
    talks.
    """
    asked, met = interval(refusal.date), interval(contact.date)
    if asked is None or met is None or met.last <= asked.last or contact.type == "brief_encounter":
        return False
    if len(set(refusal.parties) & set(contact.parties)) < 2 or len(contact.parties) > MANY:
        return False
    named = [p for p in refusal.participants if p.name]
    return not named or any(
        p.party == q.party and (_same_person(p, q) or _same_office(p, refusal.date, q, contact.date))
        for p in named
        for q in contact.participants
    )


def _same_person(p: Participant, q: Participant) -> bool:
    return bool(q.name and same(person(p.name or "", p.official), person(q.name, q.official)))


def _same_office(p: Participant, then: str | None, q: Participant, now: str | None) -> bool:
    held = office(p, then)
    return held is not None and held != "other" and held == office(q, now)
