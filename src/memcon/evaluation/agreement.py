"""When two answers say the same: of people, parties, places, dates and quotes.

Names agree without accents and case, and where one holds all words of the other ("Lammy", "David Lammy"). Dates agree
as intervals of days, with a day's grace for time zones.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from memcon.evaluation.answers import EventAnswer
from memcon.model import Place, interval

Verdict = Literal["exact", "compatible", "wrong", "missing"]

# A page's day and the place's day can differ by one; beyond a week an interval is vague enough to be held to itself.
GRACE_DAYS, GRACE_UP_TO_DAYS = 1, 7
# An answer of a month serves where a day was asked for; a wider one says too little.
WIDEST_DAYS, WIDEST_TIMES = 31, 2

_END_OF_SENTENCE = re.compile(r"[.!?。！？][”\"’']?\s|\n")
_ONE_PARTY = {"EUU": "EU", "EUE": "EU"}


def fold(name: str | None) -> str:
    """The words of a name, lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", (name or "").replace("Đ", "D").replace("đ", "d"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^\w]+", " ", letters).strip()


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the words of one name are all in the other."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return bool(a and b) and (a <= b or b <= a)


def names_in_common(wanted: Sequence[str], given: Sequence[str]) -> int:
    """How many of the wanted names are given; each given name serves once, first come first served."""
    left = list(given)
    hits = 0
    for name in wanted:
        match = next((other for other in left if same_name(name, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def parties_in(code: str | None) -> set[str]:
    """The parties of a code: `GBR|USA` is two."""
    return {_ONE_PARTY.get(part, part) for part in (code or "").split("|") if part}


def parties_of(event: EventAnswer) -> set[str]:
    """Every party that takes part in an event, or acts in it."""
    codes = [p.party for p in event.participants or ()] + [event.initiator, event.target]
    return set().union(*(parties_in(code) for code in codes))


def people_of(event: EventAnswer) -> list[str]:
    """The names of those who take part."""
    return [p.name for p in event.participants or () if p.name]


def same_status(wanted: EventAnswer, given: EventAnswer) -> bool:
    """Whether the status is the one wanted, or one of them."""
    return (given.status or "occurred") in (wanted.status or "occurred").split("|")


def same_place(wanted: Place | str, given: Place | str | None) -> bool:
    """Whether the place is named alike, or only its country is given and right."""
    want = Place(name=wanted) if isinstance(wanted, str) else wanted
    have = Place(name=given) if isinstance(given, str) else given or Place()
    if want.name and same_name(want.name, have.name):
        return True
    return bool(want.country) and want.country == have.country and not have.name


def date_verdict(wanted: str | None, given: str | None) -> Verdict | None:
    """How a date compares with the one wanted; None where none is wanted."""
    want, have = interval(wanted), interval(given)
    if want is None:
        return None
    if have is None:
        return "missing"
    if want == have:
        return "exact"
    grace = GRACE_DAYS if want.days <= GRACE_UP_TO_DAYS else 0
    near = want.gap(have) <= grace
    return "compatible" if near and have.days <= max(WIDEST_DAYS, WIDEST_TIMES * want.days) else "wrong"


def span(text: str, quote: str | None) -> tuple[int, int] | None:
    """First and last position of a quote in the text, half-open; None where it is not there."""
    start = text.find(quote) if quote else -1
    return (start, start + len(quote or "")) if start >= 0 else None


def overlap(text: str, one: str | None, other: str | None) -> float:
    """The share (0 to 1) of the shorter quote that both cover in the text; by words where one is not in it."""
    a, b = span(text, one), span(text, other)
    if a and b:
        shorter = min(a[1] - a[0], b[1] - b[0])
        return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, shorter)
    x, y = set(fold(one).split()), set(fold(other).split())
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


def same_sentence(text: str, one: str | None, other: str | None) -> bool:
    """Whether no sentence ends between two quotes."""
    a, b = span(text, one), span(text, other)
    if not (a and b):
        return False
    first, last = min(a[1], b[1]), max(a[0], b[0])
    return last <= first or _END_OF_SENTENCE.search(text[first:last]) is None
