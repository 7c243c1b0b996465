"""A report: one event as one document tells it, with what is compared drawn out of it once."""

import functools
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import msgspec

from memcon.merging.named_days import NamedDays, named_days, named_weekday
from memcon.merging.people import Person, person, plain
from memcon.model import Event, Interval, Participant, Reading, interval

# Types that tellers of one event use for each other. A type alone in its family stands for itself.
FAMILIES = {
    "meeting": "gathering",
    "dialogue_round": "gathering",
    "summit": "gathering",
    "brief_encounter": "gathering",
    "phone_call": "call",
    "video_call": "call",
    "contact_refused": "refusal",
    "contact_unanswered": "refusal",
}
_EMPTY = {"of", "the", "and", "on", "in", "for", "to", "a", "an", "between", "with", "talks", "meeting", "summit"}
LONG = 62  # days; a date this wide names a season or a year and does not tell two meetings apart
PRECISE = 9  # days; wider dates that only touch (May, June) are two dates
# An agreement that was made known by a joint statement may be told as the one or the other.
_BY_STATEMENT = re.compile(
    r"joint (?:press )?(?:statement|declaration|communiqu)|[联聯]合(?:[声聲]明|公[报報]|宣言)"
    r"|déclaration (?:commune|conjointe)",
    re.IGNORECASE,
)
_ORDINALS = [
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
]
_CHINESE = "一二三四五六七八九十"
_ROUND = re.compile(
    rf"\b({'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\s+(?:\w+\s+){{0,2}}rounds?\b|第([{_CHINESE}]{{1,3}}|\d{{1,3}})[轮輪]",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[~?%]")


def parties(codes: Iterable[str | None]) -> frozenset[str]:
    """All parties of some codes; a joint code (`GBR|USA`) is every one of its parties."""
    return frozenset(part for code in codes if code for part in code.split("|") if part)


def _count(ordinal: str) -> int:
    """The number of an ordinal: third, 3rd, 三, 十二."""
    if digits := re.match(r"\d+", ordinal):
        return int(digits[0])
    if ordinal in _ORDINALS:
        return _ORDINALS.index(ordinal) + 1
    tens, ten, ones = ordinal.rpartition("十")
    value = {c: n for n, c in enumerate(_CHINESE, 1)}
    return (value.get(tens, 1) * 10 if ten else 0) + value.get(ones, 0)


@functools.lru_cache(maxsize=16384)
def _city(name: str, country: str | None) -> str:
    """日内瓦 is Geneva, Kiev is Kyiv: a name that the tables know in that country, else the name itself."""
    from memcon.knowledge import load

    known = load().places.lookup(name) if name else None
    return plain(known.name if known is not None and known.country == country else name)


@functools.lru_cache(maxsize=1024)
def gathers(code: str) -> bool:
    """Whether a party is itself a gathering of others (the G7, the WHO), so that it can meet alone."""
    from memcon.knowledge import load

    known = load().parties
    if code in known:
        return known[code].kind not in ("state", "territory")
    return len(code) != 3 or not code.isalpha()


@dataclass(frozen=True)
class Report:
    """One event as one document tells it. `number` counts the events of the document's reading from 0."""

    document: str
    number: int
    event: Event
    document_date: str | None = None
    outlet: str | None = None

    @cached_property
    def family(self) -> str:
        """The types this one can be told as."""
        return FAMILIES.get(self.event.type, self.event.type)

    @cached_property
    def families(self) -> tuple[str, ...]:
        """All families it may be told in: a video call is also told as a meeting, an agreement by its statement."""
        if self.event.type == "video_call" or self.talked:
            return ("call", "gathering")
        return ("agreement_signed", "joint_statement") if self.by_statement else (self.family,)

    @cached_property
    def talked(self) -> bool:
        """Whether it is a meeting of which is told who, on which day, but not where: it may have been a call."""
        nowhere = self.place == ("", "") and not self.event.mechanism
        day = self.days is not None and self.days.days == 1
        return self.event.type == "meeting" and nowhere and len(self.people) == 2 and day

    @cached_property
    def telephoned(self) -> bool:
        """Whether it is a telephone call."""
        return self.event.type == "phone_call"

    @cached_property
    def by_statement(self) -> bool:
        """Whether it is an agreement that one of its quotes says a joint statement told of."""
        if self.event.type != "agreement_signed":
            return False
        told = (self.event.evidence, *(q.quote for q in self.event.quotes if q.field == "event"))
        return any(_BY_STATEMENT.search(quote) for quote in told)

    @cached_property
    def parties(self) -> frozenset[str]:
        """Everyone who takes part or is acted on."""
        event = self.event
        codes = [p.party for p in event.participants] + [event.initiator, event.target]
        found = parties(codes)
        host = event.place.country if event.place else None
        # A visit is to its host, whether or not the report names anyone there.
        return found | {host} if event.type == "visit" and host and len(found) < 2 else found

    @cached_property
    def people(self) -> dict[str, tuple[Person, ...]]:
        """Named people by party."""
        found: dict[str, list[Person]] = {}
        for p in self.event.participants:
            if p.name and p.party:
                found.setdefault(p.party, []).append(person(p.name, p.official))
        return {party: tuple(sorted(set(people), key=repr)) for party, people in sorted(found.items())}

    @cached_property
    def days(self) -> Interval | None:
        """When it happened, as far as the report says."""
        return interval(self.event.date)

    @cached_property
    def told(self) -> Interval | None:
        """The document's own date."""
        return interval(self.document_date)

    @cached_property
    def timeless(self) -> bool:
        """Whether neither the report nor its page tells when, but for a season or years."""
        return self.days is None and (self.told is None or self.told.days > LONG)

    @cached_property
    def named_days(self) -> NamedDays | None:
        """The days its quote names, where the year is not known."""
        return named_days(self.event.evidence) if self.timeless else None

    @cached_property
    def weekday(self) -> int | None:
        """The day of the week its quote names (Monday 0), where nothing else tells when."""
        return named_weekday(self.event.evidence) if self.timeless and self.named_days is None else None

    @cached_property
    def told_counts(self) -> bool:
        """Whether it matters for comparing when it was told: its own date is missing, wide, doubtful or called off, or
        its days go on after its page ("this week").
        """
        if self.days is None or self.days.days > PRECISE or self.vague or self.event.status == "cancelled":
            return True
        return self.told is not None and self.days.days > 1 and self.days.last > self.told.last

    @cached_property
    def vague(self) -> bool:
        """Whether the date carries a mark of doubt."""
        return bool(self.event.date and _MARKS.search(self.event.date))

    @cached_property
    def place(self) -> tuple[str, str]:
        """Place name without marks (a known city under its usual name), and country; empty where unknown."""
        place = self.event.place
        return (_city(place.name or "", place.country), place.country or "") if place else ("", "")

    @property
    def ends(self) -> tuple[str | None, str | None]:
        """Who acted, and on whom."""
        return (self.event.initiator, self.event.target)

    @cached_property
    def mechanism(self) -> frozenset[str]:
        """The words that tell the mechanism from others."""
        return frozenset(plain(self.event.mechanism or "").split()) - _EMPTY

    @cached_property
    def round(self) -> int | None:
        """Which round of talks the quote says it was, where it speaks of one round alone."""
        found = {_count(english.casefold() or chinese) for english, chinese in _ROUND.findall(self.event.evidence)}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def words(self) -> frozenset[str]:
        """Longer words of the quote (single characters of a Chinese one)."""
        text = plain(self.event.evidence)
        return frozenset(w for w in text.split() if len(w) > 3) | frozenset(re.findall(r"[㐀-鿿]", text))

    @cached_property
    def signature(self) -> str:
        """All that is compared except the words: reports that share it compare alike with every other."""
        event = self.event
        parts = (
            event.type,
            self.by_statement,
            event.status,
            sorted(self.parties),
            [(party, [[list(p.words), p.official] for p in people]) for party, people in self.people.items()],
            event.date,
            self.document_date if self.told_counts else None,
            self.place,
            sorted(self.mechanism),
            self.round,
            self.named_days,
            self.weekday,
            event.initiator,
            event.target,
        )
        return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]

    @cached_property
    def key(self) -> str:
        """What orders reports, the same on every machine: from their content, never from their arrival."""
        return hashlib.sha256(msgspec.json.encode([self.document, self.event])).hexdigest()[:16]


def reports(reading: Reading) -> tuple[Report, ...]:
    """Every event of a reading as a report."""
    return tuple(
        Report(reading.id, number, event, reading.document_date, reading.outlet)
        for number, event in enumerate(reading.events)
    )


def identity(participant: Participant) -> str:
    """A key for a participant across documents: the official, else the plain name and party."""
    if participant.official:
        return participant.official
    return f"{plain(participant.name)}@{participant.party or ''}" if participant.name else f"@{participant.party or ''}"
