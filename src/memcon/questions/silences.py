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
from memcon.questions.coverage import Coverage, coverage
from memcon.questions.gaps import Gap, gap, happened
from memcon.questions.levels import Channel, Level, channel, level_between, office
from memcon.questions.mechanisms import Life, mechanisms
from memcon.record import finding

MANY = 6  # parties at one table above which it does not count as contact between each two
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
    """What is quiet as of a day; `coverage` tells how much was read."""

    as_of: str
    quiet: tuple[Quiet, ...]
    mechanisms: tuple[Life, ...]
    awaited: tuple[Awaited, ...]
    coverage: Coverage


def silences(
    connection: Connection,
    parties: Iterable[str] = (),
    *,
    as_of: dt.date,
    since: str | None = None,
    until: str | None = None,
) -> Silences:
    """Silences of one party with all others, between two, or of everyone.

    Without a party all entries are gone through; with one, its own.
    """
    wanted = tuple(parties)
    entries = finding.entries(connection, parties=wanted, since=since, until=until)
    pairs = _pairs(entries, wanted)
    asked = sorted({code for sides in pairs for code in sides})
    news = finding.days_of(connection, asked, since=since, until=as_of.isoformat())
    quiet = [q for sides, held in sorted(pairs.items()) for q in _quiet(sides, held, news, as_of)]
    lives = mechanisms(connection, wanted, as_of=as_of, since=since, until=until)
    return Silences(
        as_of=as_of.isoformat(),
        quiet=tuple(quiet),
        mechanisms=tuple(one for one in lives if _still(one)),
        awaited=awaited(entries, as_of),
        coverage=coverage(connection, wanted),
    )


def _still(life: Life) -> bool:
    """Whether a mechanism that has met before is overdue or suspended: what was only ever announced is no silence."""
    return life.state == "suspended" or (life.state == "overdue" and any(r.status == "held" for r in life.rounds))


def _read_since(news: dict[str, list[dt.date]], sides: tuple[str, str], last: Entry) -> int:
    days = interval(last.date)
    return sum(len(news.get(code, ())) - bisect_right(news.get(code, []), days.last) for code in sides) if days else 0


def _pairs(entries: Iterable[Entry], wanted: tuple[str, ...]) -> dict[tuple[str, str], list[Entry]]:
    pairs: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for e in entries:
        if len(e.parties) <= MANY:
            for a, b in combinations(sorted(e.parties), 2):
                if not wanted or set(wanted[:2]) <= {a, b}:
                    pairs[a, b].append(e)
    return pairs


def _quiet(sides: tuple[str, str], held: list[Entry], news: dict[str, list[dt.date]], as_of: dt.date) -> list[Quiet]:
    found = []
    groups: dict[tuple[Level, Channel], list[Entry]] = defaultdict(list)
    contacts = happened(held, as_of)
    for e in contacts:
        through = channel(e)
        if through:
            groups[level_between(e, *sides), through].append(e)
    whole = gap(contacts, as_of)
    if whole.unusual and (since := _read_since(news, sides, contacts[-1])):
        found.append(Quiet(parties=sides, level=None, channel=None, gap=whole, last=contacts[-1], read_since=since))
    for (level, through), some in sorted(groups.items()):
        silence = gap(some, as_of)
        if silence.unusual and level != "not told" and len(some) < len(contacts):
            since = _read_since(news, sides, some[-1])
            if since:
                found.append(
                    Quiet(parties=sides, level=level, channel=through, gap=silence, last=some[-1], read_since=since)
                )
    return found


def awaited(entries: Iterable[Entry], as_of: dt.date) -> tuple[Awaited, ...]:
    """Refusals and unanswered requests that no later contact answers, the longest ago first, undated ones last."""
    listed = list(entries)
    met: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for e in happened(listed, as_of):
        for pair in combinations(e.parties, 2):
            met[pair].append(e)
    found = []
    for e in listed:
        days = interval(e.date)
        if e.type not in AWAITED or e.status != "occurred" or (days and days.first > as_of):
            continue
        if not any(answers(contact, e) for pair in combinations(e.parties, 2) for contact in reversed(met[pair])):
            found.append(Awaited(entry=e, days=(as_of - days.last).days if days else None))
    return tuple(sorted(found, key=lambda a: (a.days is None, -(a.days or 0), a.entry.id)))


def answers(contact: Entry, refusal: Entry) -> bool:
    """Whether a contact came after a refusal, of both its sides, and of its people or their successors in office.

    Where a refusal names nobody, any contact answers it. A handshake answers no request for talks.
    """
    asked, met = interval(refusal.date), interval(contact.date)
    if asked is None or met is None or met.last <= asked.last or contact.type == "brief_encounter":
        return False
    if len(set(refusal.parties) & set(contact.parties)) < 2:
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
