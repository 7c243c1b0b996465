"""All about two parties: last contact at each level, the silence since, what is open between them, how much was
read."""

import datetime as dt
import functools
from collections import defaultdict
from typing import Literal

import msgspec
from sqlalchemy.engine import Connection

from memcon.errors import RecordError
from memcon.merging import Entry
from memcon.merging.linking import shares_a_person
from memcon.merging.people import plain
from memcon.model import Interval, interval
from memcon.questions.claims import Checked, Pairs, held_against
from memcon.questions.commitments import OPEN, Undertaking, commitments
from memcon.questions.compare import FIELDS, Comparison, compare
from memcon.questions.coverage import Coverage
from memcon.questions.gaps import Gap, gap, happened
from memcon.questions.levels import CHANNELS, LEVELS, Channel, Level, channel, level_between, office
from memcon.questions.mechanisms import Life, mechanisms
from memcon.questions.silences import Awaited, answers, awaited
from memcon.questions.silences import since as after_it
from memcon.questions.words import BREAKS
from memcon.record import archive, finding

LATEST = 3  # events whose two accounts are set side by side
LOOKED_AT = 25  # contacts gone through for these, the newest first: of most events no one tells two accounts


class Last(msgspec.Struct, frozen=True, kw_only=True):
    """The last contact at a level through a channel."""

    level: Level
    channel: Channel
    entry: Entry


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A person of one side who appears in the dossier, in the office held then, with first and last entry."""

    party: str
    office: str
    name: str
    since: str | None
    until: str | None
    entries: tuple[str, ...]


class Broken(msgspec.Struct, frozen=True, kw_only=True):
    """A refusal, unanswered request or broken channel, and the first contact after it, if any.

    `behind` are sanctions between the two on a person it names: what may stand behind it.
    """

    entry: Entry
    behind: tuple[Entry, ...]
    answered: Entry | None
    state: Literal["open", "answered"]


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties as of a day. `since` and `until` (ISO 8601 days) bound what was gone through.

    Coverage is of all that was read of the two, whatever the bounds.
    """

    parties: tuple[str, str]
    as_of: str
    since: str | None
    until: str | None
    coverage: Coverage
    timeline: tuple[Entry, ...]
    last: tuple[Last, ...]
    gap: Gap
    breaks: tuple[Broken, ...]
    awaited: tuple[Awaited, ...]
    planned: tuple[Entry, ...]
    mechanisms: tuple[Life, ...]
    commitments: tuple[Undertaking, ...]
    totals: tuple[tuple[str, float], ...]
    claims: tuple[Checked, ...]
    holders: tuple[Holder, ...]
    accounts: tuple[Comparison, ...]


def dossier(
    connection: Connection,
    a: str,
    b: str,
    *,
    as_of: dt.date,
    since: str | None = None,
    until: str | None = None,
) -> Dossier:
    """The dossier of two parties (codes). Entries after `as_of` are left out unless they are plans."""
    if a == b:
        raise RecordError("a dossier is of two different parties")
    everything = finding.entries(connection, parties=(a, b), since=since, until=until)
    entries = [e for e in everything if not _after(e, as_of)]
    contacts = happened(entries, as_of)
    pairs = Pairs(connection)
    ledger = commitments(connection, (a, b), as_of=as_of, since=since, until=until)
    return Dossier(
        parties=(a, b),
        as_of=as_of.isoformat(),
        since=since,
        until=until,
        coverage=pairs.coverage((a, b)),
        timeline=tuple(entries),
        last=_last(contacts, a, b),
        gap=gap(contacts, as_of),
        breaks=_breaks(entries, contacts),
        awaited=awaited(entries, as_of),
        planned=tuple(e for e in everything if e.status == "planned" and _ahead(e, as_of)),
        mechanisms=tuple(mechanisms(connection, (a, b), as_of=as_of, since=since, until=until)),
        commitments=tuple(u for u in ledger.undertakings if u.status in OPEN),
        totals=ledger.totals,
        claims=tuple(held_against(pairs, everything, (a, b), since=since, until=until)),
        holders=_holders(entries, (a, b)),
        accounts=_accounts(connection, contacts, a, b),
    )


def _after(entry: Entry, as_of: dt.date) -> bool:
    days = interval(entry.date)
    return bool(days and days.first > as_of)


def _ahead(entry: Entry, as_of: dt.date) -> bool:
    days = interval(entry.date)
    return days is None or days.last >= as_of


def _last(contacts: list[Entry], a: str, b: str) -> tuple[Last, ...]:
    found: dict[tuple[Level, Channel], Entry] = {}
    for e in contacts:
        through = channel(e)
        if through:
            found[level_between(e, a, b), through] = e
    order = sorted(found, key=lambda k: (LEVELS.index(k[0]), CHANNELS.index(k[1])))
    return tuple(Last(level=level, channel=through, entry=found[level, through]) for level, through in order)


def _breaks(entries: list[Entry], contacts: list[Entry]) -> tuple[Broken, ...]:
    found = []
    sanctions = [s for s in entries if s.type == "sanction"]
    for e in entries:
        if e.type in BREAKS and e.status == "occurred":
            after = next((c for c in after_it(contacts, e) if answers(c, e)), None)
            behind = tuple(s for s in sanctions if shares_a_person(e, s))
            found.append(Broken(entry=e, behind=behind, answered=after, state="answered" if after else "open"))
    return tuple(found)


def _holders(entries: list[Entry], sides: tuple[str, str]) -> tuple[Holder, ...]:
    """Who speaks for each side in which office, in the order they held it."""
    from memcon.knowledge import load

    tenures = load().tenures
    seen: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    names: dict[tuple[str, str, str], str] = {}
    terms: dict[tuple[str, str, str], tuple[str | None, str | None]] = {}
    for e in entries:
        for p in e.participants:
            if not p.name or p.party not in sides:
                continue
            held = office(p, e.date)
            if held is None or held == "other":
                continue
            identity, days = _identity(p.official, p.name, p.party, interval(e.date)), interval(e.date)
            key = (p.party, held, identity or plain(p.name))
            seen[key].append(e)
            if len(p.name) > len(names.get(key, "")):
                names[key] = p.name
            same_office = (
                [t for t in tenures.offices_of(identity) if t.office == held and t.party == p.party] if identity else []
            )
            then = [t for t in same_office if days and (spans := t.days()) and spans.overlaps(days)]
            for term in then or same_office[:1]:
                terms.setdefault(key, (term.since or None, term.until or None))
    found = [
        Holder(party=key[0], office=key[1], name=names[key], since=terms.get(key, (None, None))[0],
               until=terms.get(key, (None, None))[1], entries=tuple(e.id for e in seen[key]))
        for key in seen
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda h: (h.party, h.office, h.since or "9999", h.name)))


@functools.lru_cache(maxsize=8192)
def _identity(official: str | None, name: str, party: str, days: Interval | None) -> str | None:
    from memcon.knowledge import load

    if official:
        return official
    named = load().tenures.named(name, days, party) if _known(name, party) else ()
    return named[0].official.id if named else None


@functools.lru_cache(maxsize=8192)
def _known(name: str, party: str) -> bool:
    """Whether the tables know anyone of a name, at any time."""
    from memcon.knowledge import load

    return bool(load().tenures.named(name, None, party))


def _accounts(connection: Connection, contacts: list[Entry], a: str, b: str) -> tuple[Comparison, ...]:
    """The latest events of which both sides tell something, or on which sources differ."""
    found = []
    newest = contacts[: -LOOKED_AT - 1 : -1]
    speak = archive.speakers(connection, (d for e in newest for d in e.documents))
    for e in newest:
        told_by = {party for d in e.documents for party in speak.get(d, ())}
        if not {a, b} <= told_by and all(len(e.values.get(field, ())) < 2 for field in FIELDS):
            continue  # nobody tells two accounts of it
        sides = compare(connection, e.id, left=a, right=b)
        told = {t.who for t in sides.topics}
        if "both" in told or {a, b} <= told or sides.facts:
            found.append(sides)
        if len(found) == LATEST:
            break
    return tuple(found)
