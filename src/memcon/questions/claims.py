"""Claims about the record ("first such call in almost 18 months"), checked against it.

A claim holds where the record knows the contact it counts from and none between; it is contradicted by entries that lie
between; with neither, this coverage cannot tell. A handshake is not held against a claim about talks, nor is what the
claiming document itself tells: it counts otherwise, and both are named.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

import msgspec
from sqlalchemy.engine import Connection

from memcon.merging import Entry, Source
from memcon.merging.people import person, same
from memcon.merging.report import FAMILIES
from memcon.merging.report import parties as codes
from memcon.model import Claim, Interval, Participant, interval
from memcon.questions.compare import principal
from memcon.questions.coverage import Coverage, coverage
from memcon.questions.levels import office
from memcon.questions.words import CONTACTS
from memcon.record import archive, finding

Verdict = Literal["holds", "contradicted", "cannot be told"]
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0}
ROUND = 0.1  # "almost 18 months" may be a tenth less


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, what it is about (`entry`), and what the record says to it.

    `from_day` is where the time it speaks of begins (ISO 8601), None for "ever". `against` are the entries that
    contradict it, `support` the contact it counts from. `not_counted` are handshakes within the time, and contacts of
    which only the claiming document itself tells. `why` is in words.
    """

    document: str
    quote: str
    claim: Claim
    entry: Entry | None
    verdict: Verdict
    why: str
    from_day: str | None
    against: tuple[Entry, ...]
    support: tuple[Entry, ...]
    not_counted: tuple[Entry, ...]
    coverage: Coverage | None


def claims(
    connection: Connection,
    parties: Iterable[str] = (),
    *,
    since: str | None = None,
    until: str | None = None,
) -> list[Checked]:
    """Every claim that names all of some parties (or whose event does), checked, in order of document."""
    wanted = tuple(parties)
    entries = finding.entries(connection, parties=wanted, since=since, until=until)
    return held_against(Pairs(connection), entries, wanted, since=since, until=until)


def held_against(
    pairs: "Pairs",
    entries: Iterable[Entry],
    parties: tuple[str, ...],
    *,
    since: str | None = None,
    until: str | None = None,
) -> list[Checked]:
    """The same for who has the entries of those parties and that time already."""
    connection = pairs.connection
    found: dict[tuple[str, str], tuple[Claim, Entry | None]] = {}
    for entry in entries:
        for claim, document in _of_entry(connection, entry):
            found[document, claim.evidence] = claim, entry
    for s in archive.said(connection, Claim, parties=parties, since=since, until=until):
        if (s.document, s.item.evidence) not in found:
            home = _about(connection, s.item, s.document)
            if not any(d == s.document and _overlap(q, s.item.evidence) for d, q in found):
                found[s.document, s.item.evidence] = s.item, home
    # The latest first: what one claim looked back on serves the next.
    latest = sorted(found, key=lambda key: _day(found[key][1]), reverse=True)
    checked = {key: check(connection, found[key][0], key[0], found[key][1], pairs) for key in latest}
    return [checked[key] for key in sorted(checked)]


def _day(entry: Entry | None) -> str:
    days = interval(entry.date) if entry else None
    return days.first.isoformat() if days else ""


def _of_entry(connection: Connection, entry: Entry) -> list[tuple[Claim, str]]:
    """Claims that reports of an entry make about it: its `first_since`, or the document's own claim of that time."""
    made = []
    for value in entry.values.get("first_since", ()):
        for source in entry.sources:
            if source.document in value.documents:
                told = archive.said(connection, Claim, document=source.document)
                own = next((s.item for s in told if s.item.interval == value.value), None)
                claim = own or Claim(
                    kind="first_since",
                    interval=value.value,
                    type="visit" if entry.type == "visit" else None,
                    participants=entry.participants,
                    evidence=source.evidence,
                )
                made.append((claim, source.document))
    return made


def _about(connection: Connection, claim: Claim, document: str) -> Entry | None:
    """The entry a document's claim speaks of: one told in the same words; else the event the document is about.

    A claim "since November" speaks of what came after November, and not of the meeting then that it counts from.
    """
    begins = interval(claim.since)
    told = []
    for e in finding.entries(connection, document=document):
        days = interval(e.date)
        if days is None or (begins is not None and days.first <= begins.last):
            continue
        if claim.type and _family(e.type) != _family(claim.type):
            continue
        if any(_same_words(s, claim) for s in e.sources if s.document == document):
            told.append((len(_codes(claim) & set(e.parties)), days.last, e.id, e))
    if told:
        return max(told, key=lambda t: t[:3])[-1]
    sides = sorted(_codes(claim))
    own = [principal(connection, document, a, b) for a, b in combinations(sides, 2)]
    name = next((n for n in own if n), None)
    return finding.entry(connection, name) if name else None


def _codes(claim: Claim) -> set[str]:
    return set(codes(p.party for p in claim.participants))


def _same_words(source: Source, claim: Claim) -> bool:
    """Whether a source's words for the event hold the claim, by position where both have one."""
    spans = [(q.start, q.end) for q in claim.quotes if q.field == "claim"]
    mine = [(q.start, q.end) for q in source.quotes if q.field == "event"]
    if spans and mine:
        return any(start < last and first < end for start, end in mine for first, last in spans)
    return _overlap(source.evidence, claim.evidence)


def _overlap(a: str, b: str) -> bool:
    return a in b or b in a


class Pairs:
    """The contacts and the coverage of pairs, each looked up once however many claims are about it."""

    def __init__(self, connection: Connection):
        self.connection = connection
        self._contacts: dict[tuple[tuple[str, ...], tuple[str, ...]], _Contacts] = {}
        self._coverage: dict[tuple[str, ...], Coverage] = {}

    def before(self, sides: Iterable[str], day: dt.date, kind: str | None = None) -> Iterator[Entry]:
        """Contacts with all sides that came about and begin before a day, the newest first; of the family of a type."""
        types = tuple(t for t in CONTACTS if kind is None or _family(t) == _family(kind))
        if not types:
            return iter(())
        key, first = (tuple(sorted(sides)), types), day.isoformat()
        held = self._contacts.get(key)
        if held is None or held.until < first:
            found = finding.backwards(self.connection, key[0], before=first, types=types)
            held = self._contacts[key] = _Contacts(first, found)
        return held.before(first)

    def coverage(self, sides: Iterable[str]) -> Coverage:
        """How much was read about all sides."""
        key = tuple(sorted(sides))
        if key not in self._coverage:
            self._coverage[key] = coverage(self.connection, key)
        return self._coverage[key]


class _Contacts:
    """Contacts before a day, the newest first, fetched as far back as anyone asked."""

    def __init__(self, until: str, found: Iterator[tuple[str, Entry]]):
        self.until = until
        self._found = found
        self._held: list[tuple[str, Entry]] = []

    def before(self, day: str) -> Iterator[Entry]:
        """Those that begin before a day."""
        n = bisect_left(self._held, True, key=lambda h: h[0] < day)
        while n < len(self._held) or self._fetched():
            first, entry = self._held[n]
            if first < day:
                yield entry
            n += 1

    def _fetched(self) -> bool:
        more = next(self._found, None)
        if more is not None:
            self._held.append(more)
        return more is not None


def check(
    connection: Connection, claim: Claim, document: str, entry: Entry | None, pairs: Pairs | None = None
) -> Checked:
    """Hold one claim against the record."""
    pairs = pairs or Pairs(connection)
    sides = _sides(claim, entry)
    day = interval(entry.date) if entry else None
    if claim.kind not in ("first_since", "first_ever") or entry is None or day is None or len(sides) < 2:
        return _told(document, claim, entry, "cannot be told", "its event, date or sides are not known", None)
    start = _start(claim, day)
    within, support = _before(pairs, claim, entry, sides, day, start)
    against = [e for e in within if e.type != "brief_encounter" and e.documents != (document,)]
    passing = [e for e in within if e not in against]
    read = pairs.coverage(sides)
    from_day = start.first.isoformat() if start else None
    if against:
        words = f"the record has {_count(against)} in that time"
        return _told(document, claim, entry, "contradicted", words, from_day, against, support, passing, read)
    if support:
        words = "the record has the contact before and none between"
        words += f", but {_count(passing)} that it does not count" if passing else ""
        return _told(document, claim, entry, "holds", words, from_day, (), support, passing, read)
    bear = "1 document bears" if read.documents == 1 else f"{read.documents} documents bear"
    words = f"nothing against it is in the record, nor what came before; {bear} on it"
    return _told(document, claim, entry, "cannot be told", words, from_day, (), (), passing, read)


def _before(
    pairs: Pairs, claim: Claim, entry: Entry, sides: list[str], day: Interval, start: Interval | None
) -> tuple[list[Entry], list[Entry]]:
    """Contacts of the kind within the time a claim speaks of, oldest first, and the last one before that time."""
    within: list[Entry] = []
    for other in pairs.before(sides, day.first, claim.type):
        then = interval(other.date)
        if then is None or then.last >= day.first or other.id == entry.id or not _such(other, entry, claim, sides):
            continue
        if start is None or then.first > start.last:
            within.append(other)
        elif other.type != "brief_encounter":
            return within[::-1], [other]
    return within[::-1], []


def _sides(claim: Claim, entry: Entry | None) -> list[str]:
    """The parties of the event that the claim names; all of the event's where it names fewer than two."""
    if entry is None:
        return sorted(_codes(claim))
    named = [code for code in entry.parties if code in _codes(claim)]
    return named if len(named) > 1 else list(entry.parties)


def _count(entries: list[Entry]) -> str:
    return f"{len(entries)} contact{'' if len(entries) == 1 else 's'}"


def _told(
    document: str,
    claim: Claim,
    entry: Entry | None,
    verdict: Verdict,
    why: str,
    from_day: str | None,
    against: Iterable[Entry] = (),
    support: Iterable[Entry] = (),
    passing: Iterable[Entry] = (),
    read: Coverage | None = None,
) -> Checked:
    return Checked(
        document=document,
        quote=claim.evidence,
        claim=claim,
        entry=entry,
        verdict=verdict,
        why=why,
        from_day=from_day,
        against=tuple(against),
        support=tuple(support),
        not_counted=tuple(passing),
        coverage=read,
    )


def _start(claim: Claim, day: Interval) -> Interval | None:
    """When the time that a claim speaks of begins; None for "ever"."""
    if claim.since:
        return interval(claim.since)
    match = re.fullmatch(r"P(\d+)([YMWD])", claim.interval or "")
    if match is None:
        return None
    length = int(match[1]) * _DAYS[match[2]]
    slack = max(length * ROUND, 1.0)
    first = day.first - dt.timedelta(days=round(length + slack))
    return Interval(first, day.first - dt.timedelta(days=round(length - slack)))


def _such(other: Entry, entry: Entry, claim: Claim, sides: list[str]) -> bool:
    """Whether another contact is surely of the kind the claim speaks of.

    It came about, through the channel the claim names if it names one, and on each side whose people the event names
    with one of them or their office ("the first visit ever" with one of them). Where nobody is named nothing is sure.
    """
    if other.type not in CONTACTS or other.status != "occurred":
        return False
    if claim.type and _family(other.type) != _family(claim.type):
        return False
    if "visit" in (claim.type, entry.type) and _host(other) != _host(entry):
        return False
    sure = False
    for side in sides:
        mine = [p for p in entry.participants if p.party == side and p.name]
        theirs = [p for p in other.participants if p.party == side and p.name]
        if not mine:
            continue
        if not any(_alike(p, entry.date, q, other.date, claim) for p in mine for q in theirs):
            return False
        sure = True
    return sure


def _alike(p: Participant, then: str | None, q: Participant, before: str | None, claim: Claim) -> bool:
    if same(person(p.name or "", p.official), person(q.name or "", q.official)):
        return True
    held = office(p, then)
    return claim.kind != "first_ever" and held is not None and held != "other" and held == office(q, before)


def _family(kind: str) -> str:
    return FAMILIES.get(kind, kind)


def _host(entry: Entry) -> str | None:
    return entry.place.country if entry.place else None
