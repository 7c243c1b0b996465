"""The ledger of what was promised: by whom, to whom, how much, due when, and where it stands.

The status is what texts say. `overdue` alone is set by the calendar: a promise whose due date has passed and of which
no document says that it was kept or withdrawn.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

import msgspec
from sqlalchemy.engine import Connection

from memcon.merging.people import plain
from memcon.merging.report import parties as codes
from memcon.model import Amount, Commitment, interval
from memcon.record import Said, archive

Place = tuple[str, int]  # document and number of a promise
Status = Literal["promised", "agreed", "under_way", "delivered", "withdrawn", "overdue"]
OPEN = ("promised", "agreed", "under_way", "overdue")
ALIKE = 0.5  # share of words two wordings of one promise have in common
_CHINESE = re.compile(r"[㐀-鿿]")
_SMALL = {"the", "a", "an", "of", "to", "and", "for", "in", "on", "with", "its", "their", "will", "more"}


class Undertaking(msgspec.Struct, frozen=True, kw_only=True):
    """One promise from all documents that tell of it. `amount` and `due` are those most documents give."""

    by: str | None
    to: str | None
    what: str
    amount: Amount | None
    due: str | None
    condition: str | None
    status: Status
    made: str | None
    documents: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """Promises, and what they sum to per currency: open ones with an amount, each counted once."""

    undertakings: tuple[Undertaking, ...]
    totals: tuple[tuple[str, float], ...]


def commitments(
    connection: Connection,
    parties: Iterable[str] = (),
    *,
    as_of: dt.date,
    by: str | None = None,
    to: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Ledger:
    """Promises that name all of some parties; `by` and `to` are codes, `status` one of the words above."""
    wanted = [*parties, *(code for code in (by, to) if code)]
    said = archive.said(connection, Commitment, parties=wanted, since=since, until=until)
    found = [_undertaking(group, as_of) for group in _grouped(said)]
    found = [
        u
        for u in found
        if (by is None or by in codes([u.by]))
        and (to is None or to in codes([u.to]))
        and (status is None or u.status == status)
    ]
    found.sort(key=lambda u: (u.due is None, u.due or "", u.made is None, u.made or "", u.what))
    return Ledger(undertakings=tuple(found), totals=_totals(found))


def _totals(found: list[Undertaking]) -> tuple[tuple[str, float], ...]:
    sums: dict[str, float] = defaultdict(float)
    for u in found:
        if u.amount is not None and u.status in OPEN:
            sums[u.amount.currency or "currency not told"] += u.amount.value
    return tuple(sorted(sums.items()))


def _grouped(said: list[Said]) -> list[list[Said]]:
    """One group a promise: the same sides, no other amount, and the same sum or like words."""
    groups: list[list[Said]] = []
    by_sides: dict[tuple[object, ...], list[list[Said]]] = defaultdict(list)
    aligned = _aligned(said)
    for s in sorted(said, key=lambda s: (s.document, s.number)):
        near = by_sides[codes([s.item.by]), codes([s.item.to])]
        home = next((g for g in near if all(_one(s, other, aligned) for other in g)), None)
        if home is None:
            home = []
            near.append(home)
            groups.append(home)
        home.append(s)
    return groups


def _one(a: Said, b: Said, aligned: set[frozenset[Place]]) -> bool:
    if _in_chinese(a.item) != _in_chinese(b.item):
        return _translated(a, b, aligned)
    if a.document == b.document:
        return False
    left, right = a.item.amount, b.item.amount
    if left is not None and right is not None:
        return bool(left == right)
    words, others = _words(a.item.what), _words(b.item.what)
    return bool(words and others and len(words & others) / min(len(words), len(others)) >= ALIKE)


def _in_chinese(item: Commitment) -> bool:
    return bool(_CHINESE.search(item.what))


def _translated(a: Said, b: Said, aligned: set[frozenset[Place]]) -> bool:
    """Whether two wordings in two scripts are of one promise: the same sum; else nothing that differs, and the same
    place among as many promises of the same sides on a page in both languages.
    """
    if a.item.amount is not None or b.item.amount is not None:
        return bool(a.item.amount == b.item.amount)
    due, then = interval(a.item.due), interval(b.item.due)
    if due and then and not due.overlaps(then):
        return False
    return frozenset({(a.document, a.number), (b.document, b.number)}) in aligned


def _aligned(said: list[Said]) -> set[frozenset[Place]]:
    """Pairs of promises that stand in the same place of a page's two languages: by the same sides, and as many in the
    one as in the other.
    """
    told: dict[tuple[object, ...], tuple[list[Place], list[Place]]] = defaultdict(lambda: ([], []))
    for s in said:
        sides = (s.document, codes([s.item.by]), codes([s.item.to]), s.item.amount is None)
        told[sides][_in_chinese(s.item)].append((s.document, s.number))
    return {
        frozenset(pair)
        for plain_words, chinese in told.values()
        if len(plain_words) == len(chinese)
        for pair in zip(sorted(plain_words), sorted(chinese), strict=True)
    }


def _words(what: str) -> set[str]:
    return set(plain(what).split()) - _SMALL


def _undertaking(group: list[Said], as_of: dt.date) -> Undertaking:
    told = sorted(group, key=lambda s: (s.date is None, s.date or "", s.document))
    items: list[Commitment] = [s.item for s in told]
    status: Status = items[-1].status
    due = next((i.due for i in reversed(items) if i.due), None)
    days = interval(due)
    if status in ("promised", "agreed", "under_way") and days and days.last < as_of:
        status = "overdue"
    return Undertaking(
        by=items[0].by,
        to=items[0].to,
        what=max((i.what for i in items), key=lambda w: (len(w), w)),
        amount=next((i.amount for i in items if i.amount), None),
        due=due,
        condition=next((i.condition for i in items if i.condition), None),
        status=status,
        made=told[0].date,
        documents=tuple(dict.fromkeys(s.document for s in told)),
        quotes=tuple((s.document, s.item.evidence) for s in told),
    )
