"""A sentence as a row of word classes: what the English date grammar reads.

Each word that can be part of a date becomes one letter; a grammar over such rows is a handful of short patterns.
"""

import functools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from memcon.reading.analysis import Token

CLASSES: dict[str, str] = {
    "month": "M",
    "month_short": "m",
    "weekday": "W",
    "weekday_short": "w",
    "number": "D",
    "day_ordinal": "O",
    "year_number": "Y",
    "count": "N",
    "years_of": "X",
    "cardinal": "c",
    "ordinal": "o",
    "unit": "U",
    "units": "u",
    "weekend": "K",
    "season": "Z",
    "shift": "L",
    "stretch": "S",
    "part": "P",
    "half": "H",
    "today": "Q",
    "recently": "R",
    "time_of_day": "t",
    "few": "f",
    "article": "A",
    "ago": "g",
    "beside": "b",
    "following": "F",
    "same": "s",
    "to": "T",
    "and": "&",
    "the": "d",
    "of": "e",
    "long": "l",
    "time": "j",
    "now": "v",
    "from": "r",
    "in": "i",
    "preposition": "p",
    "every": "h",
    "dash": "-",
    "comma": ",",
    "period": ".",
    "slash": "/",
    "apostrophe": "'",
    "bracket": "(",
    "other": "x",
}
"""The letter of each class."""

# Months and days that are also other words, or names: only with a capital.
_CAPITAL = frozenset(CLASSES[c] for c in ("month", "month_short", "weekday", "weekday_short"))
# No date is without one of these, or a digit.
_TRIGGERS = frozenset(
    CLASSES[c] for c in ("month", "month_short", "weekday", "unit", "units", "weekend", "season", "today", "recently")
) | {CLASSES["time_of_day"], CLASSES["stretch"]}
# What a date has one of: such a word, or a figure.
TELLING = _TRIGGERS | {
    CLASSES[c] for c in ("weekday_short", "number", "day_ordinal", "year_number", "count", "years_of")
}
_ATOM = re.compile(
    r"\b[a-z]{4,}\d{1,2}\b|\b(?:19|20)\d{2}(?=\d{1,2}:\d{2})|\d{1,2}:\d{2}(?!\d)|\d+(?:st|nd|rd|th)(?![^\W\d_])|\d{4}s(?!\w)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<!\d\.)\d+\.\d+(?!\.?\d)|\d+|[^\W\d_]+"
    r"|\S"
)
# Tags of a modal or verb begin with these.
_VERBS = ("MD", "VB")
_ORDINAL_ENDS = ("st", "nd", "rd", "th")


class Word(NamedTuple):
    """A word or sign, its class letter and value, its place in the text, and its token's index (-1 without a parse)."""

    text: str
    letter: str
    value: int | str
    start: int
    end: int
    token: int = -1


@functools.cache
def _lexicon() -> dict[str, tuple[str, int | str]]:
    tables = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
    return {word: (CLASSES[name], value) for name, table in tables.items() for word, value in table.items()}


@functools.cache
def triggers() -> frozenset[str]:
    """Lower-case words without one of which, or a digit, no sentence holds a date."""
    return frozenset(word for word, (letter, _) in _lexicon().items() if letter in _TRIGGERS)


def _word(text: str, start: int, token: int) -> Word:
    letter, value = _class_of(text)
    return _new(Word, (text, letter, value, start, start + len(text), token))


_new = tuple.__new__  # a word from its fields: half the time that its own constructor takes


@functools.lru_cache(maxsize=10_000)
def _class_of(text: str) -> tuple[str, int | str]:
    """The class letter of a word, and its value."""
    if text[0].isascii() and text[0].isdigit():
        return _number(text)
    letter, value = _lexicon().get(text.lower(), ("x", 0))
    if letter in _CAPITAL and not text[0].isupper():
        letter = "x"
    return letter, value


def _number(text: str) -> tuple[str, int | str]:
    if ":" in text:  # a clock's time
        return CLASSES["other"], text
    if text.endswith(_ORDINAL_ENDS):
        n = int(text[:-2])
        return (CLASSES["day_ordinal"], n) if 1 <= n <= 31 else (CLASSES["other"], n)
    if text.endswith("s"):
        return CLASSES["years_of"], int(text[:-1])
    if not text.isdecimal():
        return CLASSES["count"], text
    n = int(text[:9])
    if len(text) == 4 and 1900 <= n <= 2100:
        return CLASSES["year_number"], n
    if len(text) <= 2 and 1 <= n <= 31:
        return CLASSES["number"], n
    return CLASSES["count"], n


def from_tokens(tokens: Iterable[Token]) -> list[Word]:
    """The words of a parsed sentence."""
    found: list[Word] = []
    for token in tokens:
        text = token.text
        if text.isalpha() or len(text) == 1:
            word = _word(text, token.start, token.i)
            if word.letter == CLASSES["month"] and token.tag[:2] in _VERBS:  # "may" and "march", the verbs
                word = word._replace(letter=CLASSES["other"])
            found.append(word)
            continue
        # A token's own text may have lost invisible characters: its end is then known better than its inside.
        exact = token.end - token.start == len(text)
        for atom in _ATOM.finditer(text):
            word = _word(atom[0], token.start + atom.start(), token.i)
            if not exact:
                word = Word(word.text, word.letter, word.value, token.start, token.end, token.i)
            found.append(word)
    return found


def from_text(text: str, start: int, end: int) -> list[Word]:
    """The words of raw text between two positions."""
    return [_word(atom[0], atom.start(), -1) for atom in _ATOM.finditer(text, start, end)]


def row(words: Iterable[Word]) -> str:
    """The class letters of words, one each."""
    return "".join([word.letter for word in words])


_NAME = re.compile(r"[a-z_]+")


def compiled(pattern: str) -> str:
    """A pattern written in class names ("the? number of? month") as a regular expression over class letters."""
    return _NAME.sub(lambda m: re.escape(CLASSES[m[0]]), pattern).replace(" ", "")
