"""The two sides' accounts of one event: what only the one tells, what only the other, what both, where they differ.

A side's account is what its own publications say of the event, and what other documents attribute to it.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
from sqlalchemy.engine import Connection

from memcon.errors import RecordError
from memcon.merging import Entry
from memcon.merging.people import person, same
from memcon.merging.report import parties as codes
from memcon.model import Statement, interval
from memcon.questions import sides as accounts
from memcon.questions.words import CONTACTS
from memcon.record import Kept, Said, archive, finding

_INSTITUTIONS = {"ministry", "office", "department", "government", "house", "kremlin", "pentagon", "embassy"}
AGAINST = {frozenset({"supports", "opposes"}), frozenset({"commits", "opposes"}), frozenset({"urges", "opposes"})}
NEAR = 31  # days between a document and the event it is about
OCCASIONS = (*CONTACTS, "joint_statement", "agreement_signed", "contact_refused", "protest")
ASKED = ("phone_call", "video_call", "meeting")  # of which readouts tell who asked for them
FIELDS = ("type", "status", "date", "place", "initiator", "target", "mechanism")


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a side says: the words, who said them, in which document, with what stance."""

    quote: str
    speaker: str | None
    stance: str
    document: str


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic and what each side says of it. `who` tells who raises it: the code of a side, or `both`.

    `differ` tells whether one side supports or urges what the other opposes.
    """

    topic: str
    who: str
    left: tuple[Voice, ...]
    right: tuple[Voice, ...]
    differ: bool


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A side's own publications on the event: how long (characters), and in what order it raises its topics."""

    party: str
    documents: tuple[str, ...]
    length: int
    order: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two sides of an event side by side. `facts` lists the fields on which sources give different values, with each
    value's documents; `asked` is who asked for the contact, as far as anyone says; `names` are names that take a side.
    """

    entry: Entry
    left: Account
    right: Account
    topics: tuple[Topic, ...]
    joint: tuple[Voice, ...]
    facts: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
    asked: str | None
    names: tuple[tuple[str, str, str], ...]


def compare(connection: Connection, name: str, *, left: str | None = None, right: str | None = None) -> Comparison:
    """Compare the accounts of an entry's two sides; where it has more, `left` and `right` (codes) say which.

    Raises NotInRecord for an unknown entry and RecordError where there are no two sides.
    """
    entry = finding.entry(connection, name)
    one, other = _sides(entry, left, right)
    documents = archive.kept(connection, entry.documents)
    own = {d.id: side for d in documents if (side := accounts.side(d)) in (one, other)}
    said = [s for d in entry.documents if principal(connection, d, one, other) == entry.id
            for s in archive.said(connection, Statement, document=d)]  # fmt: skip
    topics: dict[str, tuple[list[Voice], list[Voice]]] = defaultdict(lambda: ([], []))
    order: dict[str, list[str]] = {one: [], other: []}
    joint: list[Voice] = []
    for s in said:
        voice = Voice(quote=s.item.evidence, speaker=s.item.speaker, stance=s.item.stance, document=s.document)
        speaking = codes([s.item.party]) & {one, other}
        if len(speaking) == 2:
            joint.append(voice)
        if len(speaking) != 1 or not _at_the_table(s, entry):
            continue
        (side,) = speaking
        for topic in _topics(s.item):
            topics[topic][side == other].append(voice)
            if topic not in order[side]:
                order[side].append(topic)
    return Comparison(
        entry=entry,
        left=_account(one, own, documents, order[one]),
        right=_account(other, own, documents, order[other]),
        topics=tuple(_topic(t, one, other, *topics[t]) for t in sorted(topics)),
        joint=tuple(joint),
        facts=tuple(_facts(entry)),
        asked=entry.initiator if entry.initiator in (one, other) and entry.type in ASKED else None,
        names=tuple(_names(connection, entry)),
    )


def _sides(entry: Entry, left: str | None, right: str | None) -> tuple[str, str]:
    if left and right:
        missing = [code for code in (left, right) if code not in entry.parties]
        if missing:
            raise RecordError(f"{missing[0]} is no party to {entry.id}; its parties are {', '.join(entry.parties)}")
        return left, right
    named = list(dict.fromkeys(p.party for p in entry.participants if p.party in entry.parties))
    listed = named if len(named) == 2 else list(entry.parties)
    if len(listed) != 2:
        raise RecordError(f"{entry.id} has {len(listed)} parties ({', '.join(listed)}): name the two to compare")
    return str(listed[0]), str(listed[1])


def principal(connection: Connection, document: str, one: str, other: str) -> str | None:
    """The event of two sides that a document is about: the first it tells of those near its own date.

    What a document says belongs to that event, not to the earlier ones it mentions.
    """
    told = interval(archive.kept(connection, [document])[0].date)
    found = []
    for e in finding.entries(connection, document=document, parties=(one, other)):
        days = interval(e.date)
        if told and days and told.gap(days) > NEAR:
            continue
        first = min(s.number for s in e.sources if s.document == document)
        found.append((days is None, e.status != "occurred", e.type not in OCCASIONS, first, e.id))
    return min(found)[-1] if found else None


def _at_the_table(said: Said, entry: Entry) -> bool:
    """Whether who speaks took part, or speaks for a side as a whole: not someone else on another occasion."""
    speaker: str | None = said.item.speaker
    if not speaker or not any(p.name for p in entry.participants):
        return True
    who = person(speaker, said.item.official)
    alike = [same(who, person(p.name, p.official)) for p in entry.participants if p.name and p.party == said.item.party]
    return any(a is not False for a in alike) or _institution(speaker)


def _institution(speaker: str) -> bool:
    return bool(_INSTITUTIONS & set(speaker.casefold().split())) or speaker.endswith(("部", "院", "府"))


def _topics(item: Statement) -> tuple[str, ...]:
    if item.topics:
        return item.topics
    from memcon.reading.topics import topics

    return topics(f"{item.about or ''} {item.evidence}") or ((item.about,) if item.about else ())


def _topic(topic: str, one: str, other: str, left: list[Voice], right: list[Voice]) -> Topic:
    stances = [frozenset({a.stance, b.stance}) for a in left for b in right]
    who = "both" if left and right else one if left else other
    return Topic(topic=topic, who=who, left=tuple(left), right=tuple(right), differ=any(s in AGAINST for s in stances))


def _account(party: str, own: dict[str, str], documents: Iterable[Kept], order: list[str]) -> Account:
    mine = [d for d in documents if own.get(d.id) == party]
    return Account(
        party=party,
        documents=tuple(d.id for d in mine),
        length=sum(d.length for d in mine),
        order=tuple(order),
    )


def _facts(entry: Entry) -> Iterable[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]]:
    for field in FIELDS:
        values = entry.values.get(field, ())
        if len(values) > 1:
            yield field, tuple((_brief(v.value), v.documents) for v in values)


def _brief(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(str(v) for v in value.values() if v)
    return str(value)


def _names(connection: Connection, entry: Entry) -> Iterable[tuple[str, str, str]]:
    for document in entry.documents:
        for naming in archive.reading(connection, document).naming:
            yield document, naming.written, naming.note
