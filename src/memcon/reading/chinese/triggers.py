"""The words that make an event, from `events.toml` and `statuses.toml`, as patterns over tagged sentences."""

import functools
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from memcon.reading.chinese.sentences import DATE, GROUP, OFFICE, PARTY, PERSON, PLACE

_SIGNS = {
    "{P}": PERSON,
    "{O}": OFFICE,
    "{C}": PARTY,
    "{G}": GROUP,
    "{L}": PLACE,
    "{D}": DATE,
    "{A}": PERSON + OFFICE + PARTY + GROUP,
}


class Trigger(NamedTuple):
    """What a word says happened: `frame` tells how the sentence's phrases take part, `needs` what else must be said."""

    type: str
    frame: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None


class Statuses(NamedTuple):
    """Patterns for planned, called off, denied and merely wished events, and for what is past or goes on."""

    planned: re.Pattern[str]
    cancelled: re.Pattern[str]
    denied: re.Pattern[str]
    wish: re.Pattern[str]
    past: re.Pattern[str]
    same_occasion: re.Pattern[str]


def signed(pattern: str) -> str:
    """A pattern with the signs of items in place of {P}, {O}, {C}, {G}, {L}, {D} and {A}."""
    for name, sign in _SIGNS.items():
        inside = sign if len(sign) == 1 else f"[{sign}]"
        pattern = re.sub(rf"\[([^\[\]]*){re.escape(name)}([^\[\]]*)\]", rf"[\g<1>{sign}\g<2>]", pattern)
        pattern = pattern.replace(name, inside)
    return pattern


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


@functools.cache
def triggers() -> tuple[Trigger, ...]:
    """All triggers in the order in which they are tried."""
    return tuple(
        Trigger(
            t["type"],
            t["frame"],
            re.compile(signed(t["words"])),
            re.compile(signed(t["needs"])) if "needs" in t else None,
        )
        for t in _toml("events.toml")["trigger"]
    )


@functools.cache
def statuses() -> Statuses:
    """The words of `statuses.toml` as patterns, longest first."""
    lists = _toml("statuses.toml")
    return Statuses(
        *(re.compile("|".join(map(re.escape, sorted(lists[k], key=len, reverse=True)))) for k in Statuses._fields)
    )
