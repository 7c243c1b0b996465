"""The language of a passage, from its script and its commonest words.

Latin script is English unless the commonest words of another language outnumber the English ones; Han is Chinese,
simplified or traditional by the characters that only one of the two has. Kana, Hangul, Cyrillic, Arabic and other
scripts are `und`.
"""

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_KANA_HANGUL = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af\u1100-\u11ff]+")
_OTHER = re.compile("[\u0370-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0fff\u10a0-\u10ff]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
# A Han character carries about as much as three Latin letters, and Chinese gives foreign names again in Latin letters.
_HAN_WEIGHT = 3
# The opening is enough to tell a language, and keeps the cost of long passages flat.
_LOOKED_AT = 600
_ENOUGH_WORDS = 8


def _length(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))


@functools.cache
def _one_script() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only simplified, and that only traditional Chinese uses.

    What GB 2312 has and Big5 lacks, and the reverse: the two character sets are the two scripts' own inventories.
    """
    rows = bytes(b for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    simplified = set(rows.decode("gb2312", "ignore"))
    cells = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    rows = bytes(b for row in range(0xA4, 0xFA) for cell in cells for b in (row, cell))
    traditional = set(rows.decode("big5", "ignore"))
    return frozenset(simplified - traditional), frozenset(traditional - simplified)


@functools.cache
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    """The commonest English words, and those of other languages in Latin script that English does not have."""
    table = _table()
    english = frozenset(table["english"]["words"])
    others = frozenset(w for words in table["others"].values() for w in words)
    return english, others - english - frozenset(table["shared"]["words"])


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("memcon.reading").joinpath("languages.toml").read_text("utf-8"))


@functools.cache
def _read() -> dict[str, frozenset[str]]:
    """Tags of the languages in Latin script, beside English, that have a reader, with their commonest words."""
    table = _table()
    return {tag: frozenset(table["others"][name]) for name, tag in table["read"].items()}


def _other(words: Sequence[str]) -> str:
    """The tag of a language beside English: one that is read if most of the telling words are its own, else `und`."""
    _, others = _common_words()
    telling = [w for w in words if w in others]
    for tag, common in _read().items():
        if sum(w in common for w in telling) * 4 > len(telling) * 3:
            return tag
    return "und"


def _chinese(text: str) -> str:
    simplified, traditional = _one_script()
    balance = 0
    for c in text:
        if c in simplified:
            balance += 1
        elif c in traditional:
            balance -= 1
    return "zh-Hans" if balance > 0 else "zh-Hant" if balance < 0 else "zh"


def _latin(text: str) -> str:
    """English, another language, or too short to tell. A word of another language counts where it is written small:
    with a capital it is part of a name ("Sheikh Tamim bin Hamad Al Thani").
    """
    english, others = _common_words()
    words = _LATIN.findall(text.lower())
    ours = sum(word in english for word in words)
    theirs = sum(word in others for word in (words if text.isupper() else _LATIN.findall(text)))
    if theirs > ours:
        return _other(words) if len(words) >= _ENOUGH_WORDS or (theirs > 1 and not ours) else "?"
    if len(words) >= _ENOUGH_WORDS and ours:
        return "en"
    return "?"  # too short to tell: the page decides


def _script(text: str) -> str:
    text = text[:_LOOKED_AT]
    if text.isascii():
        return _latin(text)
    han = _length(_HAN, text) * _HAN_WEIGHT
    kana = _length(_KANA_HANGUL, text) * _HAN_WEIGHT
    latin = _length(_LATIN, text)
    if kana * 5 > han and kana > latin:
        return "und"
    if _length(_OTHER, text) > max(latin, han):
        return "und"
    if han and han >= latin:
        return _chinese(text)
    return _latin(text) if latin else "?"


def languages(passages: Sequence[str]) -> list[str]:
    """The language of each passage as a BCP 47 tag (`en`, `fr`, `zh-Hans`, `zh-Hant`, `und`).

    A passage too short to tell (a headline, a name) takes the language that most of the page's text in its script has;
    a page of nothing but short Latin lines is taken for English.
    """
    found = [_script(p) for p in passages]
    length = {"en": 0, **dict.fromkeys(_read(), 0), "und": 0, "zh-Hans": 0, "zh-Hant": 0}
    for tag, passage in zip(found, passages, strict=True):
        if tag in length:
            length[tag] += len(passage)
    latin = max(("en", *_read(), "und"), key=lambda tag: length[tag])
    chinese = "zh-Hant" if length["zh-Hant"] > length["zh-Hans"] else "zh-Hans"
    has_latin = any(length[tag] for tag in ("en", *_read(), "und"))
    settled = []
    for tag, passage in zip(found, passages, strict=True):
        if tag == "zh":
            tag = chinese
        elif tag == "?":
            no_letters = _LATIN.search(passage[:_LOOKED_AT]) is None
            tag = chinese if no_letters and not has_latin and length[chinese] else latin
        settled.append(tag)
    return settled
