"""Sums of money in English text: "£3 billion", "US$1.5bn", "A$2.2 billion", "162 million pounds", "RMB 80m"."""

import functools
import re
from bisect import bisect_left

from ahocorasick_rs import AhoCorasick, MatchKind

from memcon.knowledge.parties import whole_word
from memcon.model import Amount
from memcon.reading.money import Money, currency, tables

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@functools.cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern for sums that begin with a currency, and one for sums that end with it."""

    def one_of(words: object) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]

    table = tables()
    symbols, codes = one_of(table["symbol"]), one_of(table["code"])
    long_words = one_of(m for m in table["multiplier"] if len(m) > 3)
    short_words = one_of(m for m in table["multiplier"] if len(m) <= 3)
    times = rf"(?:[\s-]*(?:(?:{long_words})s?(?:\s(?:{long_words}))?(?![^\W\d_])|(?:{short_words})(?![^\W\d_])))?"
    times_long = rf"(?:[\s-]+(?:{long_words})(?:[\s-]+(?:{long_words}))?(?![^\W\d_])|\s?(?:{short_words})(?![^\W\d_]))?"
    number = rf"(?:{_DIGITS})"
    to = r"\s*(?:[-–—]|to|or)\s*"
    to_or_and = r"\s*(?:[-–—]|to|or|and)\s*"
    front = re.compile(
        rf"(?<![\w$£€])(?P<money>(?i:{symbols})|(?:{codes})(?=[\s\d]))\s?(?P<first>{number})(?P<times>(?i:{times}))"
        rf"(?:{to_or_and}(?:(?:{symbols})\s?)?(?P<second>{number})(?P<times2>(?i:{times}))(?![\w%]))?"
    )
    spelt = one_of(w for w in table["number"] if w != "hundred")
    back = re.compile(
        rf"(?<![\w.,$£€])(?:(?P<first>{number})(?:{to}(?P<second>{number}))?|(?P<spelt>(?i:{spelt})(?:\s+a)?))"
        rf"(?P<times>(?i:{times_long}))[\s-]*(?P<money>(?i:{one_of(table['word'])})|(?:{codes})|[€£₽₴₪])(?![^\W\d_])"
    )
    return front, back


_SIGNS = "$£€₹₽₩₴₪₺₫₱₦฿¥￥"


@functools.cache
def _trigger() -> AhoCorasick:
    table = tables()
    words = {w.split()[-1].lower() for w in table["word"]} | {c.lower() for c in table["code"]} | {"rs", "rm", "rp"}
    return AhoCorasick([*_SIGNS, *sorted(words)], matchkind=MatchKind.LeftmostLongest)


@functools.lru_cache(maxsize=16)
def _triggers(text: str) -> tuple[int, ...]:
    """Where words and signs of money begin in a text: it is asked for sums a clause at a time."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals ("İ") grow when made small: positions must stay
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found = _trigger().find_matches_as_indexes(low)
    return tuple([start for _, start, end in found if low[start] in _SIGNS or whole_word(low, start, end)])


def find(text: str, start: int = 0, end: int | None = None, home: dict[str, str] | None = None) -> tuple[Money, ...]:
    """The sums named between two positions, in order; of a range the first value, with the second as `upper`.

    `home` tells what shared names such as "$" mean in this text (`memcon.reading.money.home`).
    """
    end = len(text) if end is None else end
    triggers = _triggers(text)
    at = bisect_left(triggers, start)
    if at == len(triggers) or triggers[at] >= end:
        return ()
    front, back = _grammar()
    found: list[Money] = []
    for rule, pattern in (("currency-first", front), ("currency-last", back)):
        for match in pattern.finditer(text, start, end):
            money = _read(match, rule, home)
            if money and not any(m.start < money.end and money.start < m.end for m in found):
                found.append(money)
    return tuple(sorted(found, key=lambda m: m.start))


def _read(match: re.Match[str], rule: str, home: dict[str, str] | None) -> Money | None:
    groups = match.groupdict()
    first, second = _value(groups["first"]), _value(groups.get("second"))
    if first is None:
        spelt = groups.get("spelt")
        if not spelt or not groups["times"]:
            return None  # "two pounds" is a weight more often than a sum
        first = float(tables()["number"].get(spelt.lower().split()[0], 0))
    times, times2 = _times(groups["times"]), _times(groups.get("times2"))
    if second is not None and times is None:
        times = times2  # "$10-15 million"
    name = " ".join(groups["money"].split())
    code = _currency(name, home)
    if code is None or first <= 0 or (rule == "currency-last" and _is_weight(name, times, groups["first"])):
        return None
    upper = second * (times2 or times or 1) if second is not None else None
    value = first * (times or 1)
    end = match.end()
    if upper is not None and upper <= value:  # "$10 million and 3 ships" is no range
        upper, end = None, match.end("times")
        times = _times(groups["times"])
        value = first * (times or 1)
    return Money(match.start(), end, Amount(value=round(value, 2), currency=code), rule, upper)


def _is_weight(name: str, times: float | None, digits: str | None) -> bool:
    """ "200 pounds" weigh, "200 won" may be a verb; with a multiplier or thousands they are sums."""
    return name.lower() in ("pound", "pounds", "won", "rand", "dong") and times is None and "," not in (digits or "")


def _value(digits: str | None) -> float | None:
    return float(re.sub(r"[,\u00a0\u202f]", "", digits)) if digits else None


def _times(written: str | None) -> float | None:
    if not written or not written.strip(" -\u00a0"):
        return None
    product = 1.0
    for word in re.split(r"[\s-]+", written.strip(" -\u00a0\n").lower()):
        product *= tables()["multiplier"].get(word) or tables()["multiplier"].get(word.rstrip("s"), 1.0)
    return product


@functools.cache
def _names() -> dict[str, str]:
    table = tables()
    names = {s.lower(): c for s, c in table["symbol"].items()}
    names.update({c.lower(): iso for c, iso in table["code"].items()})
    names.update(table["word"])
    return names


def _currency(name: str, home: dict[str, str] | None) -> str | None:
    entry = _names().get(name.lower())
    return currency(entry, home) if entry else None
