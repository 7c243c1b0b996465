"""How long two sides have been silent, against their own history."""

import datetime as dt
import itertools
import statistics
from collections.abc import Iterable

import msgspec

from memcon.merging import Entry
from memcon.model import Interval, interval
from memcon.questions.words import CONTACTS

FEW = 3  # contacts below which a pair has no habit to depart from
HISTORY = 30  # days between the first and the last contact below which a pair has none
ONE_TRIP = 3  # days between contacts of one occasion
LONGER = 2.0  # times its median gap: a silence this long is out of a pair's habit


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Days of silence. `days` counts from the last possible day of the last contact to `as_of`, so it is never too
    long; `contacts` counts occasions (a visit and its meetings are one), and `median` and `longest` are the gaps
    between them. `unusual` tells whether the silence exceeds twice
    the median and every earlier gap; None where there is no habit to tell by:
    fewer than three contacts, or all of them within a month.
    """

    last: str | None
    days: int | None
    median: float | None
    longest: int | None
    contacts: int
    unusual: bool | None


def happened(entries: Iterable[Entry], as_of: dt.date) -> list[Entry]:
    """Contacts that came about up to a day, in order of date; undated ones are left out."""
    found = []
    for e in entries:
        days = interval(e.date)
        if e.type in CONTACTS and e.status == "occurred" and days and days.first <= as_of:
            found.append((days.last, e.id, e))
    return [e for _, _, e in sorted(found, key=lambda f: f[:2])]


def occasions(days: Iterable[Interval]) -> list[Interval]:
    """The days of contacts, those that touch or lie within `ONE_TRIP` days taken for one: a visit and its meetings."""
    merged: list[Interval] = []
    for met in sorted(days):
        if merged and (met.first - merged[-1].last).days <= ONE_TRIP:
            merged[-1] = Interval(merged[-1].first, max(merged[-1].last, met.last))
        else:
            merged.append(met)
    return merged


def gap(entries: Iterable[Entry], as_of: dt.date) -> Gap:
    """The silence after the last of some contacts."""
    held = happened(entries, as_of)
    return gap_between((d for e in held if (d := interval(e.date))), held[-1].id if held else None, as_of)


def gap_between(contacts: Iterable[Interval], last: str | None, as_of: dt.date) -> Gap:
    """The silence after contacts on some days, the last of which is the entry `last`."""
    days = occasions(contacts)
    between = [max((b.first - a.last).days, 0) for a, b in itertools.pairwise(days)]
    now = max((as_of - days[-1].last).days, 0) if days else None
    median = float(statistics.median(between)) if between else None
    longest = max(between, default=None)
    unusual = None
    known = len(days) >= FEW and (days[-1].last - days[0].first).days >= HISTORY
    if known and now is not None and median is not None and longest is not None:
        unusual = now > LONGER * median and now > longest
    return Gap(last=last, days=now, median=median, longest=longest, contacts=len(days), unusual=unusual)


def may_be_unusual(contacts: int, first: dt.date, last: dt.date, wide: int, as_of: dt.date) -> bool:
    """Whether a silence can be out of habit at all, told from sums alone: how many contacts, their first and last day,
    and how many days beyond the first their dates take up together.

    A silence longer than every gap before it is longer than their mean; gaps of one trip are not counted, and dates
    that are wide leave less between them.
    """
    now, span = (as_of - last).days, (last - first).days
    if contacts < FEW or span < HISTORY or now <= 0:
        return False
    return now * (contacts - 1) > span - wide - ONE_TRIP * (contacts - 1)
