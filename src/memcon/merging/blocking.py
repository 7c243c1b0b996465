"""Which reports are worth comparing: those that share a pair of parties, a family and a time.

Keys come on three levels of time (day, month, year). A report is stored under its own level and under all coarser ones,
and looks itself up at its own level among the finer ones: so precise dates meet neighbours of a day and never the whole
year, and a vague date meets everything it may mean. The relation is the same from both sides.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from memcon.merging.comparing_days import DOUBT, NEAR_TELLING, SLIP
from memcon.merging.report import LONG, PRECISE, Report, gathers
from memcon.model import Interval

MANY = 5  # above this many parties, pairs grow too fast: the mechanism and the place name the event
_DAYS = 9
WIDEST = 3 * 366  # days; a date this wide says too little to merge anything on it


def _who(report: Report) -> list[str]:
    codes = sorted(report.parties)
    keys: list[str] = []
    if len(codes) <= MANY:
        keys += [f"{a}+{b}" for a, b in combinations(codes, 2)]
    if len(codes) >= 4:
        keys += [f"many+{word}" for word in sorted(report.mechanism)]
        keys += [f"many+{report.place[1]}"]
    if len(codes) == 1 or any(gathers(code) for code in codes):
        keys += [code for code in codes if len(codes) == 1 or gathers(code)]
    return keys


def _windows(report: Report) -> list[Interval]:
    """The times at which its likes may lie: its days, or when it was told of; both for what was called off."""
    told = report.told and _padded(report.told, NEAR_TELLING)
    if report.days is None:
        return [told] if told else []
    days = _padded(report.days, DOUBT if report.vague else 0)
    return [days, told] if told and report.event.status == "cancelled" else [days]


def _padded(days: Interval, pad: int) -> Interval:
    return Interval(days.first - dt.timedelta(days=pad), days.last + dt.timedelta(days=pad))


def _months(days: Interval) -> Iterator[str]:
    year, month = days.first.year, days.first.month
    while (year, month) <= (days.last.year, days.last.month):
        yield f"{year:04d}-{month:02d}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _level(days: Interval) -> str:
    if days.days <= _DAYS + 2 * DOUBT:
        return "day"
    return "month" if days.days <= LONG + 2 * NEAR_TELLING else "year"


def _times(report: Report) -> tuple[list[str], list[str]]:
    """Time keys to be stored under, and to look up."""
    if report.named_days is not None:
        around = report.named_days.around(SLIP)
        own = [f"N{day}" for day in report.named_days.around(0)]
        return [f"N{day}" for day in around], own + [f"A{day}" for day in around]
    never = ["never"] if report.timeless else []
    stored, looked = list(never), list(never)
    for days in _windows(report):
        found = _dated_times(days)
        stored += found[0]
        looked += found[1]
    if report.days is not None and report.days.days <= PRECISE:
        own = [f"{report.days.first + dt.timedelta(i):%m-%d}" for i in range(report.days.days)]
        stored += [f"A{day}" for day in own]
        looked += [f"N{day}" for day in own]
    return stored, looked


def _dated_times(days: Interval) -> tuple[list[str], list[str]]:
    if days.days > WIDEST:
        return [], []
    day = [(days.first + dt.timedelta(days=i)).isoformat() for i in range(days.days)] if _level(days) == "day" else []
    months, years = list(_months(days)), [f"{year:04d}" for year in range(days.first.year, days.last.year + 1)]
    pad = dt.timedelta(days=SLIP)
    near = Interval(days.first - pad, days.last + pad)
    near_months = list(_months(near))
    near_years = [f"{year:04d}" for year in range(near.first.year, near.last.year + 1)]
    if _level(days) == "day":
        stored = [f"D{d}" for d in day] + [f"m{m}" for m in months] + [f"y{y}" for y in years]
        looked = [f"D{near.first + dt.timedelta(days=i)}" for i in range(near.days)]
        return stored, looked + [f"M{m}" for m in near_months] + [f"Y{y}" for y in near_years]
    if _level(days) == "month":
        stored = [f"M{m}" for m in months] + [f"y{y}" for y in years]
        return stored, [f"{k}{m}" for m in near_months for k in "mM"] + [f"Y{y}" for y in near_years]
    return [f"Y{y}" for y in years], [f"{k}{y}" for y in near_years for k in "yY"]


def stored(report: Report) -> tuple[str, ...]:
    """The keys a report is found under."""
    times, _ = _times(report)
    return tuple(f"{who} {family} {time}" for who in _who(report) for family in report.families for time in times)


def looked_up(report: Report) -> tuple[str, ...]:
    """The keys under which a report's candidates are found."""
    _, times = _times(report)
    return tuple(f"{who} {family} {time}" for who in _who(report) for family in report.families for time in times)
