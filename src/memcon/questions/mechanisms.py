"""The life of mechanisms: launched, held, due, overdue, suspended, run out.

A mechanism is known by its words without the names of its parties: "UK-US Strategic Dialogue" of GBR and USA is another
than that of GBR and VNM, and "the strategic dialogue" of GBR and VNM is the latter.
"""

import datetime as dt
import functools
import itertools
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from sqlalchemy.engine import Connection

from memcon.merging.people import plain
from memcon.merging.report import parties as codes
from memcon.model import Interval, Mechanism, interval
from memcon.record import Said, archive, finding
from memcon.record.finding import Brief

Known = tuple[frozenset[str], frozenset[str]]  # what tells a mechanism from others: its words and its parties
State = Literal["active", "planned", "due", "overdue", "suspended", "run out", "mentioned"]

# Months between rounds, by the words texts and tables use.
CADENCES = {
    "weekly": 0.25, "monthly": 1, "quarterly": 3, "biannual": 6, "semiannual": 6, "twice a year": 6,
    "annual": 12, "yearly": 12, "annually": 12, "biennial": 24, "every two years": 24, "triennial": 36,
}  # fmt: skip
# Texts in force: what is annual about them is a report or a commission, and no round of theirs falls due.
_TEXTS = ("treaty", "trade_agreement", "action_plan")
_ROUNDS = ("dialogue_round", "summit", "meeting", "video_call")
_SMALL = {"the", "of", "and", "for", "on", "between", "a", "an", "its", "de", "round", "annual", "bilateral"}


FEW_WORDS = 5  # words of a name of which all parts are looked up
LIVES = 8192  # lives kept for as long as nothing else is told of them


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One time it was held or is planned: the entry where the record has one, else the document that says so."""

    date: str
    status: Literal["held", "planned"]
    entry: str | None = None
    document: str | None = None


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """A mechanism and where it stands.

    `cadence` is what texts or tables state; `observed` the median of months between rounds, from three rounds on.
    `next_due` is EDTF with its `basis`: announced, stated (its cadence), observed. `overdue` is the only state that is
    set by the calendar alone, and so is `run out`, at the end of a stated period.
    """

    name: str
    names: tuple[str, ...]
    kind: str | None
    parties: tuple[str, ...]
    established: str | None
    period: str | None
    cadence: str | None
    observed: float | None
    rounds: tuple[Round, ...]
    next_due: str | None
    basis: Literal["announced", "stated", "observed"] | None
    state: State
    documents: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]


def mechanisms(
    connection: Connection,
    parties: Iterable[str] = (),
    *,
    as_of: dt.date,
    since: str | None = None,
    until: str | None = None,
    name: str | None = None,
) -> list[Life]:
    """Mechanisms of all of some parties, in order of name; `name` keeps those with these words."""
    wanted = tuple(parties)
    said = archive.said(connection, Mechanism, parties=wanted, since=since, until=until)
    types = (*_ROUNDS, "contact_suspended", "contact_resumed", "agreement_signed")
    held = finding.entries(connection, parties=wanted, types=types, until=until, mechanism="", shape=finding.Brief)
    groups = _Groups()
    for s in said:
        groups.add(s)
    for e in held:
        groups.join(e)
    lives = [_life(tuple(told), tuple(entries), as_of) for told, entries in groups.held.values()]
    if name is not None:
        words = set(plain(name).split())
        lives = [one for one in lives if any(words <= set(plain(n).split()) for n in one.names)]
    return sorted(lives, key=lambda one: (one.name.casefold(), one.parties))


@functools.lru_cache(maxsize=32768)
def identity(name: str, parties: tuple[str, ...]) -> Known:
    """What tells a mechanism from others: its words without its parties' names, and its parties.

    A name or alias of the fact tables stands for the tables' name.
    """
    known = _known().get(plain(name))
    sides = codes(parties)
    if known is not None and (not sides or sides <= set(known[1]) or not known[1]):
        name, sides = known[0], sides | frozenset(known[1])
    words = frozenset(plain(name).split()) - _SMALL
    return (words - _names(sides) or words), sides


@functools.cache
def _known() -> dict[str, tuple[str, tuple[str, ...], str]]:
    from memcon.knowledge import load

    return {plain(n): (m.name, m.parties, m.cadence) for m in load().mechanisms for n in (m.name, *m.aliases)}


@functools.lru_cache(maxsize=512)
def _names(sides: frozenset[str]) -> frozenset[str]:
    """All words that name some parties."""
    from memcon.knowledge import load

    parties = load().parties
    words = {w for code in sides if code in parties for n in (*parties[code].names, *parties[code].demonyms, code)
             for w in plain(n).split()}  # fmt: skip
    return frozenset(words)


class _Groups:
    """What is told of each mechanism, and which of them an entry is a round of."""

    def __init__(self) -> None:
        self.held: dict[Known, tuple[list[Said], list[Brief]]] = {}
        self._order: dict[Known, int] = {}
        self._near: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._worded: dict[tuple[frozenset[str], str], list[Known]] = defaultdict(list)

    def add(self, said: Said) -> None:
        """A document's mention."""
        self._at(identity(said.item.name, said.item.parties))[0].append(said)

    def join(self, entry: Brief) -> None:
        """An entry, to the mechanism it is a round of: one already told of with all its words, else one of its own."""
        words, sides = identity(entry.mechanism or "", entry.parties)
        parties = set(entry.parties)
        worded = {g for party in parties for g in self._worded.get((words, party), ())}
        exact = self._best(words, parties, worded) if words else None
        best = exact or self._best(words, parties, self._sharing(words, parties)) or (words, sides)
        self._at(best)[1].append(entry)

    def _best(self, words: frozenset[str], parties: set[str], among: Iterable[Known]) -> Known | None:
        """The mechanism with most words in common, of those whose words and parties hold these or are held by them."""
        near = [
            g for g in among
            if g[0] and g[1] and (g[1] <= parties or parties <= g[1]) and (g[0] <= words or words <= g[0])
        ]  # fmt: skip
        return min(near, key=lambda g: (-len(g[0] & words), sorted(g[0]), self._order[g]), default=None)

    def _at(self, known: Known) -> tuple[list[Said], list[Brief]]:
        if known not in self.held:
            self.held[known] = ([], [])
            self._order[known] = len(self._order)
            for party in known[1]:
                self._worded[known[0], party].append(known)
                for word in known[0]:
                    self._near[word, party].append(known)
        return self.held[known]

    def _sharing(self, words: frozenset[str], parties: set[str]) -> Iterable[Known]:
        """Mechanisms that may hold these words or be held by them, with a party in common; all, without a word."""
        if not words:
            return self.held
        # What holds all the words is among what holds the rarest of them.
        rarest = min(words, key=lambda w: (sum(len(self._near.get((w, p), ())) for p in parties), w))
        found = {g for party in parties for g in self._near.get((rarest, party), ())}
        if len(words) <= FEW_WORDS:
            parts = (frozenset(c) for n in range(1, len(words)) for c in itertools.combinations(words, n))
            return found | {g for part in parts for party in parties for g in self._worded.get((part, party), ())}
        return found | {g for word in words for party in parties for g in self._near.get((word, party), ())}


@functools.lru_cache(maxsize=LIVES)
def _life(told: tuple[Said, ...], entries: tuple[Brief, ...], as_of: dt.date) -> Life:
    """Where a mechanism stands. What is told of most stays the same when a document comes to the record."""
    items: list[Mechanism] = [s.item for s in told]
    names = [i.name for i in items] + [e.mechanism for e in entries if e.mechanism]
    sides = sorted(codes(p for i in items for p in i.parties) or {p for e in entries for p in e.parties})
    rounds = _rounds(told, entries)
    known = next((k for n in names if (k := _known().get(plain(n)))), None)
    cadence = _first(i.cadence for i in items) or (known[2] if known else None)
    cadence = None if cadence in ("", "unknown") else cadence
    period = _first(i.period for i in items)
    observed = _observed(rounds)
    kind = _first(i.kind for i in items)
    next_due, basis = _next(told, rounds, None if kind in _TEXTS else cadence, observed, as_of)
    return Life(
        name=min(set(names), key=lambda n: (-names.count(n), -len(n), n)),
        names=tuple(sorted(set(names))),
        kind=kind,
        parties=tuple(sides),
        established=_first(i.established for i in items),
        period=period,
        cadence=cadence,
        observed=observed,
        rounds=rounds,
        next_due=next_due,
        basis=basis,
        state=_state(told, entries, rounds, interval(next_due), interval(period), as_of),
        documents=tuple(sorted({s.document for s in told} | {d for e in entries for d in e.documents})),
        quotes=tuple((s.document, s.item.evidence) for s in told if s.item.evidence),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)


def _rounds(told: Sequence[Said], entries: Sequence[Brief]) -> tuple[Round, ...]:
    found: list[tuple[Interval, Round]] = []
    for e in entries:
        days = interval(e.date)
        if days and e.type in _ROUNDS and e.status in ("occurred", "planned"):
            status: Literal["held", "planned"] = "held" if e.status == "occurred" else "planned"
            found.append((days, Round(date=e.date or "", status=status, entry=e.id)))
    for s in told:
        days = interval(s.item.last)
        if days and not any(days.overlaps(other) for other, r in found if r.status == "held"):
            found.append((days, Round(date=s.item.last, status="held", document=s.document)))
    return tuple(r for _, r in sorted(found, key=lambda f: (f[0], f[1].status)))


def _held(rounds: Iterable[Round], as_of: dt.date) -> list[Interval]:
    days = [d for r in rounds if r.status == "held" and (d := interval(r.date)) and d.first <= as_of]
    return sorted(days)


def _observed(rounds: tuple[Round, ...]) -> float | None:
    days = [d for r in rounds if r.status == "held" and (d := interval(r.date))]
    between = [(b.first - a.first).days / 30.44 for a, b in itertools.pairwise(days)]
    return round(statistics.median(between), 1) if len(between) >= 2 else None


def _next(
    told: Sequence[Said], rounds: tuple[Round, ...], cadence: str | None, observed: float | None, as_of: dt.date
) -> tuple[str | None, Literal["announced", "stated", "observed"] | None]:
    held = _held(rounds, as_of)
    last = held[-1] if held else None
    announced = [s.item.next for s in told if s.item.next] + [r.date for r in rounds if r.status == "planned"]
    after = sorted((d, a) for a in announced if (d := interval(a)) and (last is None or d.last > last.last))
    if after:
        return after[-1][1], "announced"
    months = CADENCES.get((cadence or "").lower())
    if last is not None and months:
        return _later(last.last, months), "stated"
    if last is not None and observed:
        return _later(last.last, observed), "observed"
    return None, None


def _later(day: dt.date, months: float) -> str:
    """The month some months after a day, as EDTF; for less than a month, the day."""
    if months < 1:
        return (day + dt.timedelta(days=round(months * 30.44))).isoformat()
    month = day.month - 1 + round(months)
    return f"{day.year + month // 12:04d}-{month % 12 + 1:02d}"


def _state(
    told: Sequence[Said],
    entries: Sequence[Brief],
    rounds: tuple[Round, ...],
    due: Interval | None,
    period: Interval | None,
    as_of: dt.date,
) -> State:
    if period and period.last < as_of:
        return "run out"
    if _suspended(told, entries, as_of):
        return "suspended"
    if due is not None:
        return "overdue" if due.last < as_of else "due" if due.first <= as_of else "active"
    if _held(rounds, as_of) or period:
        return "active"
    return "planned" if any(r.status == "planned" for r in rounds) else "mentioned"


def _suspended(told: Sequence[Said], entries: Sequence[Brief], as_of: dt.date) -> bool:
    """Whether the last word on it is that it was broken off."""
    words: list[tuple[dt.date, bool]] = []
    for s in told:
        days = interval(s.date)
        if days and s.item.state in ("suspended", "resumed", "held"):
            words.append((days.last, s.item.state == "suspended"))
    for e in entries:
        days = interval(e.date)
        if days and days.first <= as_of and e.status == "occurred":
            words.append((days.last, e.type == "contact_suspended"))
    return max(words)[1] if words else False
