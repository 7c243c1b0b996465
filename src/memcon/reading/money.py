"""Sums of money, free of any language: what a symbol or name of a currency stands for in a text of some country.

A bare "$" is the US dollar unless the text is a government's own that keeps accounts in another dollar; "pounds" are
sterling unless the text is about a country with a pound of its own and never names Britain. The rule is stated in
`money.toml`; `home` applies it.
"""

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.model import Amount


@dataclass(frozen=True, slots=True)
class Money:
    """A sum where it stands: `upper` is the second value of a range, whose first is `amount`."""

    start: int
    end: int
    amount: Amount
    rule: str
    upper: float | None = None


@functools.cache
def tables() -> dict[str, Any]:
    """Symbols, codes, words, multipliers and shared currencies as in `money.toml`."""
    return tomllib.loads(Path(__file__).with_name("money.toml").read_text(encoding="utf-8"))


def currency(name: str, home: dict[str, str] | None = None) -> str | None:
    """The ISO 4217 code of a table entry; shared ones by the text's home (`home` of this module)."""
    shared: dict[str, dict[str, str]] = tables()["shared"]
    if name not in shared:
        return name
    return (home or {}).get(name) or shared[name][""] or None


def home(text: str) -> dict[str, str]:
    """Which currency each shared name ("dollar", "pound") means in a text, where not the usual one.

    A country's dollar is meant where the text bears the country's official marks and names it more often than any
    other country with such a currency; other shared names need that it is named twice, and the usual country never.
    """
    found: dict[str, str] = {}
    low = text.lower()
    for name, codes in tables()["shared"].items():
        usual = codes[""]
        ranked = sorted(
            ((_named(text, low, country), country) for country in codes if country in _homes()),
            key=lambda r: (-r[0], r[1]),
        )
        if not ranked or not ranked[0][0]:
            continue
        count, country = ranked[0]
        official = tables()["home"][country]["official"]
        if official:
            if any(mark.lower() in low for mark in official) and count > _named(text, low, "USA"):
                found[name] = codes[country]
        elif count > 1 and not _named(text, low, _USUAL_HOME.get(usual, "")):
            found[name] = codes[country]
    return found


_USUAL_HOME = {"GBP": "GBR", "JPY": "JPN", "INR": "IND", "USD": "USA"}


@functools.cache
def _homes() -> dict[str, re.Pattern[str]]:
    return {
        country: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, entry["names"])) + r")(?!\w)", re.I)
        for country, entry in tables()["home"].items()
    }


def _named(text: str, low: str, country: str) -> int:
    """How often a country is named; "us" the pronoun is not. `low` is the text in small letters."""
    pattern = _homes().get(country)
    if pattern is None or not any(name.lower() in low for name in tables()["home"][country]["names"]):
        return 0
    return sum(1 for m in pattern.finditer(text) if m[0] not in ("us", "Us"))
