"""Dyad-months and dyad-years: for every pair of parties and every unit of time, what happened between them.

Zeros are rows too, and every row tells how much was read: no contact and nothing read are different things.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from memcon.export.csvtext import csv_text
from memcon.export.format import Format
from memcon.export.selection import Selection, Unit
from memcon.export.statecodes import numbers
from memcon.merging import Entry
from memcon.model import Interval, interval
from memcon.questions.parties import code
from memcon.questions.words import BREAKS, CONTACTS, TYPES
from memcon.record import Kept, archive

MANY = 6  # parties at one table above which it does not count as contact between each two
Pair = tuple[str, str]
_NOTHING: Counter[str] = Counter()

COLUMNS = (
    ("period", "The month (2024-04) or year (2024)."),
    ("a", "Party: ISO 3166-1 alpha-3, or an organisation's acronym. In a directed table the one that acts."),
    ("b", "Party. In a directed table the one acted upon; else the later of the two in the alphabet."),
    ("a_cow", "Correlates of War number of a; empty for what is no state of that list."),
    ("b_cow", "Correlates of War number of b."),
    ("a_gw", "Gleditsch and Ward number of a."),
    ("b_gw", "Gleditsch and Ward number of b."),
    ("contacts", f"Contacts that occurred, of at most {MANY} parties: {', '.join(CONTACTS)}."),
    ("multilateral", f"Contacts that occurred, of more than {MANY} parties; not among `contacts` nor the types."),
    ("breaks", f"Breaks that occurred: {', '.join(BREAKS)}."),
    ("acts", "Other acts that occurred."),
    ("called_off", "Events cancelled or denied."),
    ("planned", "Events planned for the period, of which no report says that they occurred."),
    ("uncertain", "Events not counted in any column before, as their date spans more than the period."),
    *((t, f"Events of the type {t} that occurred.") for t in TYPES),
    ("documents", "Documents in the record dated within the period, whatever they are about."),
    ("documents_either", "Those among them that report an event with a or b."),
)


class Read(msgspec.Struct, frozen=True):
    """A document for the coverage: the days it is dated to, and the parties of the events it reports."""

    days: Interval | None
    parties: frozenset[str]


def table(
    entries: Iterable[Entry],
    read: Iterable[Read],
    *,
    unit: Unit = "month",
    directed: bool = False,
    asked: tuple[str, ...] = (),
    bounds: tuple[str | None, str | None] = (None, None),
) -> Iterator[str]:
    """CSV: a header and a row for each pair of the entries' parties and each period, in order of period and pair.

    `asked` keeps to pairs with these parties (codes). Periods run from the first to the last day of `bounds`; where
    one is None, from the first or to the last entry whose date is known to the period.
    """
    held = list(entries)
    counts = _counted(held, unit, directed)
    periods = _periods(held, unit, bounds)
    parties = sorted({p for e in held for p in e.parties} | set(asked))
    pairs = itertools.permutations(parties, 2) if directed else itertools.combinations(parties, 2)
    wanted = [pair for pair in pairs if set(asked) <= set(pair)]
    documents = _coverage(read, unit)
    names = [name for name, _ in COLUMNS]
    counted = names[7:-2]
    yield ",".join(names) + "\n"
    for period in periods:
        everything = documents[period, ()]
        for a, b in wanted:
            found = counts.get((period, a, b), _NOTHING)
            one, other = numbers(a), numbers(b)
            either = documents[period, (a,)] + documents[period, (b,)] - documents[period, (min(a, b), max(a, b))]
            cells = [period, a, b, one.cow, other.cow, one.gw, other.gw, *(str(found[c]) for c in counted)]
            yield ",".join([*cells, str(everything), str(either)]) + "\n"


def _counted(entries: Iterable[Entry], unit: Unit, directed: bool) -> dict[tuple[str, str, str], Counter[str]]:
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for e in entries:
        days = interval(e.date)
        if days is None:
            continue
        periods = _between(days, unit)
        columns = _columns(e) if len(periods) == 1 else ("uncertain",)
        for period, (a, b) in itertools.product(periods, _pairs(e, directed)):
            counts.setdefault((period, a, b), Counter()).update(columns)
    return counts


def _columns(e: Entry) -> tuple[str, ...]:
    """The columns in which an event is counted."""
    if e.status in ("cancelled", "denied"):
        return ("called_off",)
    if e.status == "planned":
        return ("planned",)
    if e.type in CONTACTS:
        return ("multilateral",) if len(e.parties) > MANY else ("contacts", e.type)
    return ("breaks" if e.type in BREAKS else "acts", e.type)


def _pairs(e: Entry, directed: bool) -> Iterable[Pair]:
    """Pairs of an event. A directed act is from its initiator to its target; what has none counts both ways."""
    acting = [p for p in (e.initiator or "").split("|") if p]
    upon = [p for p in (e.target or "").split("|") if p]
    if acting and upon:
        pairs: list[Pair] = [(a, b) for a in acting for b in upon if a != b]
        return pairs if directed else sorted({(min(p), max(p)) for p in pairs})
    parties = sorted(set(e.parties))
    return itertools.permutations(parties, 2) if directed else itertools.combinations(parties, 2)


def _between(days: Interval, unit: Unit) -> list[str]:
    """The months or years that some days touch."""
    if unit == "year":
        return [f"{y:04d}" for y in range(days.first.year, days.last.year + 1)]
    first, last = days.first.year * 12 + days.first.month - 1, days.last.year * 12 + days.last.month - 1
    return [f"{m // 12:04d}-{m % 12 + 1:02d}" for m in range(first, last + 1)]


def _periods(entries: list[Entry], unit: Unit, bounds: tuple[str | None, str | None]) -> list[str]:
    told = [periods[0] for e in entries if (d := interval(e.date)) and len(periods := _between(d, unit)) == 1]
    size = 4 if unit == "year" else 7
    first = bounds[0][:size] if bounds[0] else min(told, default=None)
    last = bounds[1][:size] if bounds[1] else max(told, default=None)
    span = interval(f"{first}/{last}") if first and last else None
    return _between(span, unit) if span else []


def _coverage(read: Iterable[Read], unit: Unit) -> Counter[tuple[str, tuple[str, ...]]]:
    """Documents by period: all, with each party, with each pair (in the order of the alphabet)."""
    counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for d in read:
        periods = _between(d.days, unit) if d.days else []
        if len(periods) == 1:
            parties = sorted(d.parties)
            keys = [(), *((p,) for p in parties), *itertools.combinations(parties, 2)]
            counts.update((periods[0], key) for key in keys)
    return counts


def described() -> str:
    """The data dictionary."""
    return csv_text(["column", "meaning"], ({"column": name, "meaning": says} for name, says in COLUMNS))


def _read(kept: Iterable[Kept], told: Mapping[str, set[str]]) -> Iterator[Read]:
    for k in kept:
        yield Read(interval(k.date), frozenset(told.get(k.id, ())))


def _write(selection: Selection) -> Iterator[str]:
    asked = selection.asked
    told: dict[str, set[str]] = {}
    for e in selection.record.timeline():
        for name in e.documents:
            told.setdefault(name, set()).update(e.parties)
    kept: list[Kept] = selection.record.store.ask(archive.kept)
    codes = tuple(code(p) for p in asked.parties)
    return table(
        selection.entries,
        _read(kept, told),
        unit=asked.unit,
        directed=asked.directed,
        asked=codes,
        bounds=selection.bounds,
    )


FORMAT = Format("dyads", "pairs of parties by month or year, zeros and coverage included", _write, describe=described)
