"""Where a person's name ends: known names from the tables, unknown ones by the characters names are made of."""

import functools
import re
from collections.abc import Sequence

from memcon.reading.chinese.lexicon import words

_HAN = re.compile("[一-鿿]+")
DOTS = "·‧•・‑－．."
_REGNAL = re.compile("[一-鿿]{2,6}?[一二三四五六七八九十]{1,2}世(?!界|纪|代)")
_DAY = re.compile("[一二三四五六七八九十]{1,3}[日号]")
_IN_LATIN = re.compile(r"[（(][A-Z][a-zà-ž]+[ A-Za-zÀ-ž.’'-]*[）)]")
_ON_THE_POINT = "在式就是与同向为因于值面准计考努接处忙"  # 正在, 正式: no part of a Japanese name
_JEAN = "让·"  # a first name that is also a word
_NO_BEGINNING = "未没不将已就曾在与同和及向对于也的是从并"  # never the first of a Japanese name
_LONGEST = 18
_LONGEST_SHORT = 3
_LONGEST_JAPANESE = 5


@functools.cache
def _transliteration() -> frozenset[str]:
    return frozenset(words()["names"]["transliteration"]) | frozenset(DOTS)


@functools.cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    names = words()["names"]
    return frozenset(names["surnames"]), frozenset(names["compound"])


@functools.cache
def _stop() -> re.Pattern[str]:
    stops = sorted(words()["names"]["stops"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, stops)))


def is_transliteration(text: str) -> bool:
    """Whether every character is one that names from other scripts are written with."""
    return bool(text) and all(c in _transliteration() for c in text.removeprefix(_JEAN))


def is_regnal(text: str) -> bool:
    """Whether a name is a monarch's with a number: 费利佩六世."""
    match = _REGNAL.fullmatch(text)
    return match is not None and is_transliteration(text.rstrip("世").rstrip("一二三四五六七八九十"))


def is_chinese_name(text: str) -> bool:
    """Whether the text has the form of a Chinese or Korean name: a family name and one or two characters more."""
    surnames, compound = _surnames()
    if text[:2] in compound:
        return 3 <= len(text) <= 4
    return 2 <= len(text) <= 3 and text[0] in surnames


def _run(text: str, start: int, limit: int) -> int:
    """End of the longest stretch that could be a name: Han characters and name dots up to a word that stops names."""
    end = start
    while end < limit and ("一" <= text[end] <= "鿿" or text[end] in DOTS):
        end += 1
    return end


def _stopped(text: str, start: int, end: int, first: int) -> int:
    """The first place at or after `start + first` where a stopping word begins, not right behind a dot, or `end`."""
    for match in _stop().finditer(text, start + first, end):
        if text[match.start() - 1] not in DOTS:
            return match.start()
    return end


def end_of_name(text: str, start: int, limit: int, party: str | None, whole: str) -> int | None:
    """Where the name that begins at `start` ends, at most at `limit`; None where there is none.

    `party` tells what kind of name to expect; `whole` is the text in which a name told again shows where it ends.
    """
    run = _run(text, start, min(limit, start + _LONGEST))
    if run - start < 2:
        return None
    lists = words()["names"]
    if _IN_LATIN.match(text, run) and is_transliteration(text[start : run - 1]):
        return run  # 劳埃德·奥斯丁(Lloyd Austin)
    regnal = _REGNAL.match(text, start, run)
    if regnal:
        return regnal.end()
    opening = _stop().match(text, start, run) if text[start + 1] not in DOTS else None  # 让·诺埃尔·巴罗
    if opening and len(opening[0]) > 1:
        return None
    if party in lists["short"] and not any(c in DOTS for c in text[start:run]):
        return _short(text, start, run, whole)
    if party in lists["japanese"]:
        return _japanese(text, start, run) if text[start] not in _NO_BEGINNING else None
    if opening and text[start] not in _transliteration():
        return None
    end = _stopped(text, start, run, 1 if text[start] not in "安" else 2)
    name = text[start:end]
    if end - start < 2:
        return None
    if end - start <= 4 and (end < run or run == limit or run - start < _LONGEST):
        return end
    if is_transliteration(name):
        return end
    return _told_again(text, start, end, whole) or _prefix(text, start, end)


def _japanese(text: str, start: int, run: int) -> int | None:
    """Japanese names: two to five characters, in which numerals do not stop a name (赤间二郎)."""
    position = start + 2
    while position < min(run, start + _LONGEST_JAPANESE):
        stop = _stop().match(text, position, run)
        inside = stop is not None and (
            stop[0] in "一二三" or (stop[0] == "正" and text[position + 1] not in _ON_THE_POINT)
        )
        if (stop and not inside) or _DAY.match(text, position):
            break
        position += 1
    return position if position - start >= 2 and position <= run else None


def _short(text: str, start: int, run: int, whole: str) -> int | None:
    surnames, compound = _surnames()
    if text[start : start + 2] in compound:
        first, longest = 3, 4
    elif text[start] in surnames:
        first, longest = 2, _LONGEST_SHORT
    else:
        end = _stopped(text, start, run, 1)
        return end if is_transliteration(text[start:end]) and end - start > 1 else None
    run = min(run, start + longest)
    if run - start < first:
        return None
    if run - start == first:
        return run
    stop = _stop().match(text, start + first)
    if stop is None:
        return run
    # "文在寅", "李在明": a stopping character inside a name that the text tells again.
    longer = text[start:run]
    if whole.count(longer) > 1 and whole.count(longer) == whole.count(text[start : start + first]):
        return run
    return start + first


def _told_again(text: str, start: int, end: int, whole: str) -> int | None:
    for stop in range(min(end, start + _LONGEST), start + 1, -1):
        if whole.count(text[start:stop]) > 1:
            return stop
    return None


def _prefix(text: str, start: int, end: int) -> int | None:
    """The part made of transliteration characters alone, if there is enough of it."""
    stop = start
    while stop < end and text[stop] in _transliteration():
        stop += 1
    return stop if stop - start > 1 else None


def goes_on(text: str, end: int) -> bool:
    """Whether a transliterated name known to the tables is only the beginning of a longer one here (布朗 in 布朗利)."""
    return end < len(text) and text[end] in _transliteration() and _stop().match(text, end) is None


def start_of_name(text: str, end: int, floor: int) -> int | None:
    """Where a transliterated name that ends at `end` begins ("呼日勒苏赫" before 总统); None where it is not plain."""
    start = end
    while start > floor and text[start - 1] in _transliteration() and end - start < 8:
        start -= 1
    if end - start < 2 or (
        start > floor and _HAN.match(text[start - 1]) and text[start - 1] not in "同与和对向见访请由是让及、应"
    ):
        return None
    return start


def short_forms(name: str, party: str | None) -> Sequence[str]:
    """What a text may call a person by, once named in full: the last part of a dotted name, a Japanese family name."""
    forms = [p for p in re.split(f"[{DOTS}]", name) if len(p) > 1] if any(c in DOTS for c in name) else []
    if party in words()["names"]["japanese"] and len(name) == 4:
        forms.append(name[:2])
    return [f for f in forms if f != name]
