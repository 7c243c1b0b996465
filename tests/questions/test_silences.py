"""Silences told from sums are those that going through every entry finds."""

import datetime as dt
import random
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from memcon.merging import Entry
from memcon.model import Document, interval
from memcon.questions import Record
from memcon.questions.gaps import gap, happened
from memcon.questions.levels import channel, level_between
from memcon.questions.silences import awaited
from memcon.record import finding
from memcon.record.entries import MANY
from tests.merging.factory import event, reading

SIDES = ("USA", "CHN", "GBR", "FRA", "JPN")
KINDS = ("meeting", "phone_call", "visit", "dialogue_round", "brief_encounter", "contact_refused", "sanction", "summit")
NAMES = {"USA": "Antony Blinken", "CHN": "Wang Yi", "GBR": "David Lammy", "FRA": "Jean-Noël Barrot", "JPN": "Iwaya"}


def many(chance: random.Random, count: int) -> list[tuple[Document, object]]:
    told = []
    for n in range(count):
        day = dt.date(2022, 1, 1) + dt.timedelta(days=chance.randrange(900))
        when = chance.choice((day.isoformat(), day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", None))
        sides = chance.sample(SIDES, chance.choice((2, 2, 2, 3)))
        who = [f"{NAMES[s]}@{s}" if chance.random() < 0.5 else s for s in sides]
        met = event(chance.choice(KINDS), *who, date=when, status=chance.choice(("occurred", "occurred", "planned")))
        page = day.isoformat()
        told.append((Document(id=f"d{n}", text=f"text {n}"), reading(f"d{n}", met, date=page)))
    return told  # type: ignore[return-value]


Row = tuple[tuple[str, str], str | None, str | None, object]


def by_going_through(entries: list[Entry], as_of: dt.date, wanted: tuple[str, ...]) -> set[Row]:
    held: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for e in entries:
        for pair in combinations(sorted(e.parties), 2):
            if len(e.parties) <= MANY and set(wanted) <= set(pair):
                held[pair].append(e)
    found: set[Row] = set()
    for pair, some in held.items():
        contacts = happened(some, as_of)
        groups: dict[tuple[str | None, str | None], list[Entry]] = {(None, None): contacts}
        for e in contacts:
            groups.setdefault((level_between(e, *pair), channel(e)), []).append(e)
        for (level, through), those in groups.items():
            told_apart = level is None or (level != "not told" and len(those) < len(contacts))
            silence = gap(those, as_of)
            if told_apart and silence.unusual and any(_later(e, those[-1], pair) for e in entries if _by(e, as_of)):
                found.add((pair, level, through, silence))
    return found


def _by(e: Entry, as_of: dt.date) -> bool:
    days = interval(e.date)
    return bool(days and days.first <= as_of)


def _later(e: Entry, last: Entry, pair: tuple[str, str]) -> bool:
    days, end = interval(e.date), interval(last.date)
    return bool(days and end and days.first > end.last and set(pair) & set(e.parties))


@pytest.mark.parametrize("seed", range(4))
def test_sums_tell_what_going_through_every_entry_tells(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Record(tmp_path / "r.db") as record:
        record.add_all(many(chance, 90))  # type: ignore[arg-type]
        entries = record.store.ask(finding.entries)
        seen = 0
        for day in ("2022-09-01", "2023-06-15", "2024-09-01", "2026-01-01"):
            for wanted in ((), ("USA",), ("CHN", "USA")):
                mine = [e for e in entries if set(wanted) <= set(e.parties)]
                answer = record.silences(*wanted, as_of=day)
                as_of = dt.date.fromisoformat(day)
                told = {(q.parties, q.level, q.channel, q.gap) for q in answer.quiet}
                assert told == by_going_through(entries, as_of, wanted), (day, wanted)
                assert answer.awaited == awaited(mine, as_of), (day, wanted)
                seen += len(told)
        assert seen > 5
