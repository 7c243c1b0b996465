"""What survives translation in a passage: parties, numbers, officials, Latin words and enumerations of parties.

Each finding is told twice over: strictly, as something whose absence from the other version would be a difference, and
loosely, as whatever may stand for it there, so that a faithful translation shows none.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from memcon.knowledge import Knowledge
from memcon.knowledge.names import fold
from memcon.reading.analysis import Page
from memcon.reading.chinese import lexicon
from memcon.reading.chinese.script import simplify

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.:/-])(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?(?!\d*[:：]\d)\s?"
    r"(万亿|亿|千万|百万|万|trillion|billion|million|thousand|bn|tn|m(?=\b))?",
    re.IGNORECASE,
)
_TABLE = tomllib.loads(Path(__file__).with_name("anchors.toml").read_text(encoding="utf-8"))
_SCALE: dict[str, float] = _TABLE["scale"]
_MONTHS: list[str] = _TABLE["months"]["names"]
_MONTH = re.compile(r"\b(" + "|".join(_MONTHS) + r")\b|\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.")
_WORDS: dict[str, int] = _TABLE["words"]["tens"] | {
    word: i for kind in ("ordinals", "counting") for i, word in enumerate(_TABLE["words"][kind])
}
_HAN_NUMBER = re.compile("[一二三四五六七八九十百廿两]+")
_LATIN = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž.'’-]{2,}")
_GLOSS = re.compile(r"[（(]\s*([A-Z][A-Za-zÀ-ž.'’\- ]{3,60})\s*[）)]")
_HAN = re.compile("[一-鿿]")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something at `start:end` of the document: `value` is a party code, a number or an official's id."""

    start: int
    end: int
    value: str | float
    month: bool = False


@dataclass(frozen=True)
class Block:
    """One passage of one language version with its anchors; positions count characters of the document."""

    index: int
    start: int
    end: int
    text: str
    parties: tuple[Anchor, ...]
    numbers: tuple[Anchor, ...]
    glosses: tuple[Anchor, ...]
    latin: frozenset[str]
    features: frozenset[tuple[str, str | float]] = field(default=frozenset())


def block(page: Page, index: int, knowledge: Knowledge) -> Block:
    """The anchors of a passage, by the script it is written in."""
    passage = page.passages[index]
    text = page.text[passage.start : passage.end]
    chinese = passage.language.startswith("zh")
    parties = tuple(
        _chinese_parties(text, passage.start, knowledge) if chinese else _parties(text, passage.start, knowledge)
    )
    numbers = tuple(_numbers(text, passage.start))
    glosses = (
        tuple(Anchor(passage.start + m.start(1), passage.start + m.end(1), m[1]) for m in _GLOSS.finditer(text))
        if chinese
        else ()
    )
    latin = frozenset(fold(w) for w in _LATIN.findall(text))
    told: set[tuple[str, str | float]] = {("party", a.value) for a in parties} | {("number", a.value) for a in numbers}
    told |= {("number", v) for v in _spelt(text)}
    if chinese:
        told |= {("party", code) for code in _abbreviated(text, knowledge)}
        told |= {("official", i) for i in _chinese_officials(text, knowledge)}
    return Block(index, passage.start, passage.end, text, parties, numbers, glosses, latin, frozenset(told))


def _parties(text: str, offset: int, knowledge: Knowledge) -> Iterator[Anchor]:
    for found in knowledge.parties.find(text):
        yield Anchor(offset + found.start, offset + found.end, found.code)


def _chinese_parties(text: str, offset: int, knowledge: Knowledge) -> Iterator[Anchor]:
    simple = simplify(text)
    for word in lexicon.of(knowledge).find(simple):
        if word.category == "party":
            yield Anchor(offset + word.start, offset + word.end, word.value)


def _abbreviated(text: str, knowledge: Knowledge) -> set[str]:
    """Parties that a word or a single character may stand for: loosely."""
    own = lexicon.of(knowledge)
    simple = simplify(text)
    found = {code for c, code in own.abbreviations.items() if c in simple}
    found |= {w.value for w in own.find(simple) if w.category == "metonym"}
    return found


def _chinese_officials(text: str, knowledge: Knowledge) -> set[str]:
    own = lexicon.of(knowledge)
    found = {w.value for w in own.find(simplify(text)) if w.category == "person"}
    return {ids[0] for name in found if len(ids := own.officials[name]) == 1}


def _numbers(text: str, offset: int) -> Iterator[Anchor]:
    simple = simplify(text) if _HAN.search(text) else text
    for m in _NUMBER.finditer(simple):
        after = simple[m.end(2) if m[2] else m.end(1) :][:2]
        if re.match(r"[A-Za-z]", after) and not re.match(r"st|nd|rd|th|bn|tn|m\b", after):
            continue
        value = float(re.sub("[,，]", "", m[1]) + (m[2] or "")) * _SCALE.get((m[3] or "").lower(), 1)
        end = m.end(3) if m[3] else m.end(2) if m[2] else m.end(1)
        yield Anchor(offset + m.start(1), offset + end, value, month=simple[end : end + 1] == "月")
    for m in _MONTH.finditer(text):
        number = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith((m[1] or m[2])[:3]))
        yield Anchor(offset + m.start(), offset + m.end(), float(number), month=True)


def _spelt(text: str) -> set[float]:
    """Numbers told in words, and every number told in digits without its multiplier: loosely."""
    found = {float(v) for w in re.findall(r"[a-z]+", text.lower()) if (v := _WORDS.get(w))}
    found |= {float(n) for n in re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))}
    return found | {_han_number(m) for m in _HAN_NUMBER.findall(text)}


@functools.lru_cache(maxsize=1000)
def _han_number(text: str) -> float:
    digits = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2}
    total = current = 0
    for c in text:
        if c in "十百":
            total += (current or 1) * (10 if c == "十" else 100)
            current = 0
        elif c == "廿":
            total += 20
        else:
            current = digits[c]
    return float(total + current)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of an enumeration; `code` is None where it is the name of no known party."""

    start: int
    end: int
    code: str | None


_EN_SEPARATOR = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*;\s*)"
_EN_UNKNOWN = r"(?:the\s+)?[A-Z][\w.’'-]*(?:[ -][A-Z][\w.’'-]*){0,3}"


def lists(b: Block) -> list[tuple[Entry, ...]]:
    """Enumerations of three parties or more, with the unknown names that stand among them."""
    chinese = _HAN.search(b.text) is not None
    gap = re.compile(
        r"(?:、|和|及|以及|與|与)(?:[一-鿿·-]{2,8}(?:、|和|及|以及|與|与))*"
        if chinese
        else f"{_EN_SEPARATOR}(?:{_EN_UNKNOWN}{_EN_SEPARATOR})*"
    )
    found: list[list[Entry]] = [[]]
    last: Entry | None = None
    for anchor in b.parties:
        entry = _widened(b, anchor, chinese)
        between = b.text[last.end - b.start : entry.start - b.start] if last is not None else ""
        if last is not None and gap.fullmatch(between):
            found[-1] += _unknown(b, last.end, entry.start, between, chinese)
        elif last is not None:
            found.append([])
        found[-1].append(entry)
        last = entry
    return [tuple(run) for run in found if len(run) >= 3]


def _widened(b: Block, anchor: Anchor, chinese: bool) -> Entry:
    """A party's word with capitalised words joined to it: "Black Macedonia" is not Macedonia."""
    if chinese:
        return Entry(anchor.start, anchor.end, str(anchor.value))
    before = re.search(r"(?:\b[A-Z][a-z]+[ -])+$", b.text[: anchor.start - b.start])
    if before is None or re.search(r"[.!?:]\s+$", b.text[: before.start()]) or not before.start():
        return Entry(anchor.start, anchor.end, str(anchor.value))
    return Entry(b.start + before.start(), anchor.end, None)


def _unknown(b: Block, start: int, end: int, between: str, chinese: bool) -> list[Entry]:
    names = re.finditer("[一-鿿·-]{2,8}" if chinese else _EN_UNKNOWN, between)
    return [Entry(start + m.start(), start + m.end(), None) for m in names if m[0] not in ("以及", "和", "及")]
