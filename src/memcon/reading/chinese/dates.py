"""Chinese dates: found in simplified text as the expressions that `reading.dates` sets against a calendar."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from memcon.reading.dates import (
    Anchored,
    CalendarDate,
    CalendarRange,
    Day,
    Distance,
    Expression,
    Part,
    Period,
    Season,
    Weekday,
)


class Found(NamedTuple):
    """A date expression at `text[start:end]`, and the name of the rule that read it."""

    start: int
    end: int
    expression: Expression
    rule: str


_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "廿": 20, "卅": 30}
_NUMBER = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_YEAR = "(?:[0-9０-９]{4}|[一二〇零三四五六七八九]{4})"
_TO = "(?:至|到|-|－|–|—|~|～|、|和|及)"
_THIS = {"今": 0, "去": -1, "前": -2, "明": 1, "后": 2, "同": 0, "当": 0, "本": 0}
_MONTHS_OFF = {"上": -1, "上个": -1, "本": 0, "这个": 0, "今个": 0, "当": 0, "下": 1, "下个": 1}
_WEEKS_OFF = {"上": -1, "上个": -1, "本": 0, "这": 0, "这个": 0, "今个": 0, "下": 1, "下个": 1, "上上": -2}
_WEEKDAY = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_DAYS = {
    "前天": -2,
    "前日": -2,
    "昨": -1,
    "今": 0,
    "明天": 1,
    "明日": 1,
    "明早": 1,
    "后天": 2,
    "后日": 2,
}
_PART: dict[str, Part] = {
    "年初": "start",
    "初": "start",
    "上旬": "early",
    "中旬": "middle",
    "中": "middle",
    "下旬": "late",
    "底": "end",
    "末": "end",
    "年底": "end",
    "年末": "end",
    "年中": "middle",
}
_SEASON = {"冬": 0, "春": 1, "夏": 2, "秋": 3}
_PERIOD = "(?:凌晨|清晨|早上|早|上午|中午|午|下午|傍晚|晚间|晚上|晚|夜间|深夜)"


def number(text: str) -> int:
    """The value of digits (also full-width) or of a Chinese number below 100, and of a year told digit by digit."""
    if text[0] in "0123456789０１２３４５６７８９":
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    if text[0] in "廿卅":
        return _DIGITS[text[0]] + (_DIGITS[text[1]] if len(text) > 1 else 0)
    return int("".join(str(_DIGITS[c]) for c in text))


def _date(m: re.Match[str], month: str = "m", day: str = "d") -> CalendarDate | None:
    groups = m.groupdict()
    named = groups.get(month)
    numbered = groups.get(day)
    value = CalendarDate(
        year=number(groups["y"]) if groups.get("y") else None,
        year_offset=_THIS[groups["r"]] if groups.get("r") else None,
        month=number(named) if named else None,
        day=number(numbered) if numbered else None,
        part=_PART[groups["p"]] if groups.get("p") else None,
    )
    if (value.month is not None and not 1 <= value.month <= 12) or (value.day is not None and not 1 <= value.day <= 31):
        return None
    return value


def _range(m: re.Match[str]) -> Expression | None:
    first, last = _date(m), _date(m, "m2", "d2")
    if first is None or last is None:
        return None
    return CalendarRange(first, CalendarDate(month=last.month, day=last.day))


def _month_offset(m: re.Match[str]) -> Expression | None:
    offset = _MONTHS_OFF[m["o"]]
    if m["d2"]:
        first = CalendarDate(month_offset=offset, day=number(m["d"]))
        return CalendarRange(first, CalendarDate(month_offset=offset, day=number(m["d2"])))
    if m["d"]:
        return CalendarDate(month_offset=offset, day=number(m["d"]))
    return Period("month", offset, _PART[m["p"]] if m["p"] else None)


def _week(m: re.Match[str]) -> Expression | None:
    offset = _WEEKS_OFF[m["o"]]
    if m["w"] == "末":
        return Period("weekend", offset)
    if m["w"]:
        until = _WEEKDAY[m["w2"]] if m["w2"] else None
        return Weekday(_WEEKDAY[m["w"]], until=until, week_offset=offset)
    return Period("week", offset)


def _year(m: re.Match[str]) -> Expression | None:
    y = number(m["y"]) if m["y"] else None
    offset = _THIS[m["r"]] if m["r"] else None
    if m["s"]:
        return Season(_SEASON[m["s"]], year=y, year_offset=offset)
    half = {"上": 1, "下": 2}[m["h"]] if m["h"] else None
    return CalendarDate(year=y, year_offset=offset, half=half, part=_PART[m["p"]] if m["p"] else None)


_UNIT: dict[str, Literal["day", "week", "month", "year"]] = {
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "月": "month",
    "年": "year",
}


def _distance(m: re.Match[str]) -> Expression | None:
    count = number(m["n"]) * (-1 if m["side"] == "前" else 1)
    unit = _UNIT[m["u"]]
    if unit == "day" and m["u"] == "日":
        return None  # "10日前" is "before the 10th"
    return Distance(count, unit, vague=unit != "day")


def _weekday(m: re.Match[str]) -> Expression | None:
    return Weekday(_WEEKDAY[m["w"]], until=_WEEKDAY[m["w2"]] if m["w2"] else None)


_WD = "[一二三四五六日天]"
_RULES: tuple[tuple[str, str, Callable[[re.Match[str]], Expression | None]], ...] = (
    (
        "range",
        rf"(?:(?:(?P<y>{_YEAR})年|(?P<r>[今去前明])年)?(?P<m>{_NUMBER})月)?(?P<d>{_NUMBER})[日号]?{_TO}(?:(?P<m2>{_NUMBER})月)?(?P<d2>{_NUMBER})[日号](?!报(?![道导])|[元本])",
        _range,
    ),
    (
        "month-day",
        rf"(?:(?P<y>{_YEAR})年|(?P<r>[今去前明同当])年)?(?P<m>{_NUMBER})\s?月\s?(?P<d>{_NUMBER})\s?[日号](?!报(?![道导]))",
        _date,
    ),
    (
        "iso",
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        _date,
    ),
    (
        "day-of-this-month",
        rf"(?P<o>上个|下个|这个|今个|上|本|下|当)月(?:(?P<d>{_NUMBER})(?:[日号]?(?:至|到|-)(?P<d2>{_NUMBER}))?[日号]|(?P<p>初|上旬|中旬|下旬|中|底|末))?",
        _month_offset,
    ),
    (
        "part-of-month",
        "(?<![0-9一二三四五六七八九十年月日上下本这个当该])月(?P<p>初|中旬|底)(?![部层座])",
        lambda m: Period("month", 0, _PART[m["p"]]),
    ),
    (
        "month",
        rf"(?:(?P<y>{_YEAR})年|(?P<r>[今去前明同当])年)(?P<m>{_NUMBER})月(?:份)?(?P<p>初|上旬|中旬|下旬|中(?!旬|[国方美])|底|末)?",
        _date,
    ),
    (
        "bare-month",
        rf"(?<![个\d一二三四五六七八九十两数半几多])(?P<m>{_NUMBER})月(?:份)?(?P<p>初|上旬|中旬|下旬|中(?!旬|[国方美])|底|末)?(?![{{球光\d])",
        _date,
    ),
    (
        "week",
        rf"(?P<o>上上|上个|下个|这个|今个|上|本|下|这)(?:周|星期|礼拜)(?P<w>[一二三四五六日天末](?!年))?(?:(?:至|到)(?:周|星期)?(?P<w2>{_WD}))?(?!年|刊|报(?![道导])|岁|边|期|转|旋)",
        _week,
    ),
    (
        "weekday",
        rf"(?:周|星期|礼拜)(?P<w>{_WD})(?:(?:至|到)(?:周|星期)?(?P<w2>{_WD}))?(?!年|刊|报(?![道导])|岁|边|期|转|旋|[到遭]|带)",
        _weekday,
    ),
    (
        "day-beside-today",
        r"(?P<w>前天|前日|昨(?=[天日夜晚早晨]|（|\()|今(?=[天日夜晚早晨]|（|\()|明天|明日|明早|后天)[天日夜晚早晨]?",
        lambda m: Day(_DAYS[m["w"]]),
    ),
    (
        "next-day",
        r"前一[天日]|隔[天日]|次日|翌日",
        lambda m: Anchored(-1 if m[0][0] == "前" else 1, "day"),
    ),
    ("same-day", r"即日(?=起)|当天|当日|同日|当晚|同一天|当地时间当天", lambda m: Anchored(0, "day")),
    (
        "ago",
        r"(?P<n>[0-9]{1,2}|[一二三四五六七八九十两]{1,2})(?:多|余)?个?(?P<u>天|周|星期|月|年)(?:多|余)?(?P<side>前|后)",
        _distance,
    ),
    (
        "year",
        rf"(?:(?P<y>{_YEAR})年|(?P<r>[今去前明])年)(?:(?P<s>[春夏秋冬])[天季]?|(?P<h>[上下])半年|(?P<p>年?初|年?底|年?末|年中))?",
        _year,
    ),
    ("day-number", r"(?<=[在于])(?P<d>\d{1,2})号(?![楼线文令决院店门机船馆])", _date),
    (
        "day",
        rf"(?:(?<![月\d第])(?=\d)|(?<![月一二三四五六七八九十第每近]))(?P<d>{_NUMBER})[日](?!报(?![道导])|[元本常趋益子内圆韩前]|以来)",
        _date,
    ),
)
_COMPILED = tuple((name, re.compile(pattern), build) for name, pattern, build in _RULES)
# One cheap test before the rules are tried: every expression holds one of these characters.
_HINT = re.compile("[年月日号周拜期天昨今晚前后-]")
# "周二（17日）": the bracket says what the weekday means; "今（23日）" likewise.
_BRACKET = re.compile(rf"(?:{_PERIOD})?[（(](?P<d>{_NUMBER})(?:日[）)]|[）)]日?)")


def _inside(taken: list[Found], text: str, position: int) -> Found | None:
    """The date that fills the brackets which open at `position`."""
    if text[position : position + 1] not in ("（", "("):
        return None
    return next((f for f in taken if f.start == position + 1 and text[f.end : f.end + 1] in ("）", ")")), None)


def find(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Every date expression between two positions of a simplified text, in order; longer rules win."""
    end = len(text) if end is None else end
    taken: list[Found] = []
    if _HINT.search(text, start, end) is None:
        return taken
    used = bytearray(end - start)
    for name, pattern, build in _COMPILED:
        for match in pattern.finditer(text, start, end):
            a, b = match.span()
            if a == b or any(used[a - start : b - start]):
                continue
            expression = build(match)
            if expression is None:
                continue
            inner = _inside(taken, text, b) if name == "weekday" else None
            if inner is not None:  # 周四（4月12日）
                taken.remove(inner)
                taken.append(Found(a, inner.end + 1, inner.expression, inner.rule))
                continue
            if name in ("weekday", "week", "day-beside-today") and (bracket := _BRACKET.match(text, b, end)):
                expression, b = CalendarDate(day=number(bracket["d"])), bracket.end()
            used[a - start : b - start] = b"\x01" * (b - a)
            taken.append(Found(a, b, expression, name))
    return sorted(taken)
