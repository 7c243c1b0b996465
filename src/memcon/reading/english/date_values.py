"""The values of matched words: the first number, month, shift or unit among them."""

import itertools
from collections.abc import Sequence
from typing import cast

from memcon.reading.dates import Part, Shift, Unit
from memcon.reading.english.date_words import CLASSES, Word

Words = Sequence[Word]
OFFSET = {"last": -1, "this": 0, "next": 1}


def first_of(words: Words, *classes: str) -> Word | None:
    """The first word of one of these classes."""
    letters = {CLASSES[c] for c in classes}
    return next((w for w in words if w.letter in letters), None)


def all_of(words: Words, *classes: str) -> list[Word]:
    """All words of these classes."""
    letters = {CLASSES[c] for c in classes}
    return [w for w in words if w.letter in letters]


def number_of(words: Words, *classes: str) -> int | None:
    """The value of the first word of these classes, as a number."""
    word = first_of(words, *classes)
    return int(word.value) if word else None


def shift_of(words: Words) -> Shift | None:
    """Last, this or next."""
    word = first_of(words, "shift")
    return cast(Shift, word.value) if word else None


def part_of(words: Words) -> Part | None:
    """Early, late, the end of, and so on."""
    word = first_of(words, "part")
    return cast(Part, word.value) if word else None


def plain_part_of(words: Words) -> Part | None:
    """ "Earlier in 2024" and "late in July": what counts from today is a part here."""
    part = part_of(words)
    return {"before": "early", "after": "late"}.get(part, part) if part else None  # type: ignore[return-value]


def unit_of(words: Words) -> Unit | None:
    """Day, week, weekend, month and so on."""
    word = first_of(words, "unit", "units", "weekend")
    if word is None:
        return None
    return "weekend" if word.letter == CLASSES["weekend"] else cast(Unit, word.value)


def joined(words: Words) -> bool:
    """Whether raw text has no space between the words; a parse has its own."""
    return all(a.end == b.start for a, b in itertools.pairwise(words)) or words[0].token >= 0


def shifted_year(words: Words) -> int | None:
    """ "Last year" after a month or day: -1."""
    shift = shift_of(words)
    return OFFSET[shift] if shift and unit_of(words) == "year" else None
