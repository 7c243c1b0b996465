"""Whose official someone is who leads, or sits on, a side of talks: "the Ugandan delegation led by Minister Kutesa"."""

from typing import NamedTuple

from memcon.reading.english.actor_offices import party_before
from memcon.reading.english.lines import POSSESSIVE, Line

_SIDES = frozenset(("side", "delegation", "team"))
_LEADING = frozenset(("lead", "head", "chair", "represent"))
_HELPING = frozenset(("be", "will", "would", "shall", "have", "to", "also", "who", "co", "-", ","))
_SITTING = frozenset(("be", "include", "comprise"))
_FROM = frozenset(("from", "on", "for", "of"))
_SIZES = frozenset(("-", "member", "level", "strong"))  # "the five-member ROK team"
_OWNERS = frozenset(("its", "their"))
_MARKS = frozenset(("-", "(", ")"))
_BETWEEN = 4  # words between a party and its side: "the five-member ROK team", "Cuba's high-level delegation"


class Side(NamedTuple):
    """One side of talks: its words at tokens `first` to `last` (half-open), and its party's code."""

    first: int
    last: int
    code: str


def sides(line: Line) -> list[Side]:
    """The sides that a sentence names with their party, in order."""
    return [side for t in line.tokens if t.lemma in _SIDES and (side := _side(line, t.i)) is not None]


def _side(line: Line, noun: int) -> Side | None:
    tokens = line.tokens
    for i in range(noun - 1, max(noun - 2 - _BETWEEN, -1), -1):
        word = line.word_at.get(i)
        if word is not None:
            return Side(word.first, noun + 1, word.code)
        if tokens[i].lower in _OWNERS:
            code = party_before(line, i)
            return Side(i, noun + 1, code) if code is not None else None
        if (
            tokens[i].pos not in ("ADJ", "NOUN", "NUM")
            and tokens[i].text not in POSSESSIVE
            and tokens[i].text not in _MARKS
        ):
            break
    at = noun + 1
    if at < len(tokens) and tokens[at].lower in ("of", "from"):
        at += 2 if at + 1 < len(tokens) and tokens[at + 1].lower == "the" else 1
        word = line.word_at.get(at)
        if word is not None and word.kind in ("name", "body", "capital"):
            return Side(noun, word.last, word.code)
    return None


def side_of(line: Line, first: int, last: int) -> str | None:
    """The party whose side a person at tokens `first` to `last` leads or sits on, where the sentence says so."""
    if not any(t.lemma in _SIDES or t.lemma in _LEADING for t in line.tokens):
        return None
    found = sides(line)
    for side in found:
        if side.last <= first and _led_by(line, side.last, first):
            return side.code
        if side.first >= last and (_leads(line, last, side.first) or _from(line, last, side.first)):
            return side.code
    opening = next((s for s in found if s.first <= 2 and line.tokens[0].lower in _FROM), None)
    if opening is not None and opening.last <= first and not any(opening.last <= s.first < first for s in found):
        return opening.code  # "From the Turkmen side, the memorandum was signed by Minister Meredov"
    return _leads_for(line, last)


def _led_by(line: Line, start: int, end: int) -> bool:
    """Whether "led by" alone stands between a side and a person, or "are": "others on the Ugandan team are"."""
    between = [t for t in line.tokens[start:end] if t.lower not in ("the", "both")]
    if not between:
        return False
    if between[-1].lower == "by" and len(between) > 1:
        return between[-2].lemma in _LEADING and all(t.lemma in _HELPING for t in between[:-2])
    return len(between) == 1 and between[0].lemma in _SITTING


def _leads(line: Line, start: int, end: int) -> bool:
    """Whether "leads the" alone stands between a person and a side."""
    between = [t for t in line.tokens[start:end] if t.lower != "the"]
    if not any(t.lemma in _LEADING for t in between):
        return False
    return all(
        t.lemma in _HELPING or t.lemma in _LEADING or t.pos in ("NUM", "ADJ") or t.lower in _SIZES for t in between
    )


def _from(line: Line, start: int, end: int) -> bool:
    """Whether "from the" alone stands between a person and a side: "Minister Khalafov from Azerbaijan's side"."""
    between = [t.lower for t in line.tokens[start:end] if t.lower != "the"]
    return len(between) == 1 and between[0] in _FROM - {"of"}


def _leads_for(line: Line, start: int) -> str | None:
    """The party that a person leads talks for: "will lead the discussions for the United States"."""
    tokens = line.tokens
    i = start
    while i < len(tokens) and tokens[i].lemma in _HELPING and i < start + 3:
        i += 1
    if i >= len(tokens) or tokens[i].lemma not in _LEADING:
        return None
    for k in range(i + 1, min(i + 6, len(tokens) - 1)):
        if tokens[k].lower == "for":
            at = k + 2 if tokens[k + 1].lower == "the" else k + 1
            word = line.word_at.get(at)
            return word.code if word is not None and word.kind in ("name", "body", "capital") else None
        if tokens[k].pos not in ("DET", "NOUN", "ADJ"):
            return None
    return None
