"""What the words of an English date mean: one function a rule of `dates.RULES`, from words to an expression or None.

None says that the words fit the rule's form but name no time ("this day", "31 February").
"""

import itertools
from collections.abc import Sequence
from typing import Literal, cast

from memcon.reading.dates import (
    Anchored,
    CalendarDate,
    CalendarRange,
    Day,
    Distance,
    Duration,
    Expression,
    NamedMonth,
    Part,
    Period,
    Season,
    Shift,
    Stretch,
    Unit,
    Weekday,
    WeekOf,
)
from memcon.reading.english.date_words import CLASSES, Word

_OFFSET = {"last": -1, "this": 0, "next": 1}
_ISO = {"hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
_IN_SMALLER: dict[str, tuple[int, Unit]] = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}
Words = Sequence[Word]


def _first(words: Words, *classes: str) -> Word | None:
    letters = {CLASSES[c] for c in classes}
    return next((w for w in words if w.letter in letters), None)


def _all(words: Words, *classes: str) -> list[Word]:
    letters = {CLASSES[c] for c in classes}
    return [w for w in words if w.letter in letters]


def _number(words: Words, *classes: str) -> int | None:
    word = _first(words, *classes)
    return int(word.value) if word else None


def _shift(words: Words) -> Shift | None:
    word = _first(words, "shift")
    return cast(Shift, word.value) if word else None


def _part(words: Words) -> Part | None:
    word = _first(words, "part")
    return cast(Part, word.value) if word else None


def _plain_part(words: Words) -> Part | None:
    """ "Earlier in 2024" and "late in July": what counts from today is a part here."""
    part = _part(words)
    return {"before": "early", "after": "late"}.get(part, part) if part else None  # type: ignore[return-value]


def _unit(words: Words) -> Unit | None:
    word = _first(words, "unit", "units", "weekend")
    if word is None:
        return None
    return "weekend" if word.letter == CLASSES["weekend"] else cast(Unit, word.value)


def _joined(words: Words) -> bool:
    return all(a.end == b.start for a, b in itertools.pairwise(words)) or words[0].token >= 0


def _shifted_year(words: Words) -> int | None:
    """ "Last year" after a month or day: -1."""
    shift = _shift(words)
    return _OFFSET[shift] if shift and _unit(words) == "year" else None


def iso(words: Words) -> Expression | None:
    """2024-07-28, 2024/7/28, 2024.07.28."""
    y, m, d = (int(w.value) for w in _all(words, "year_number", "number"))
    return CalendarDate(y, m, d) if m <= 12 and _joined(words) else None


def numeric(words: Words) -> Expression | None:
    """26/07/2022 or 07/26/2022; nothing where both could be the month, unless they are the same."""
    a, b, y = (int(w.value) for w in _all(words, "number", "year_number"))
    if not _joined(words) or min(a, b) > 12 or (max(a, b) <= 12 and a != b):
        return None
    return CalendarDate(y, min(a, b), max(a, b))


def date(words: Words) -> CalendarDate | None:
    """A month and a day, with weekday or year where named."""
    m, d = _number(words, "month", "month_short"), _number(words, "number", "day_ordinal")
    if m is None or d is None or d > 31 or (d == 31 and m in (4, 6, 9, 11)) or (d > 29 and m == 2):
        return None
    if _first(words, "shift") and _shifted_year(words) is None:
        return None
    return CalendarDate(
        year=_number(words, "year_number"),
        month=m,
        day=d,
        weekday=_number(words, "weekday", "weekday_short"),
        year_offset=_shifted_year(words),
    )


def week_of(words: Words) -> Expression | None:
    """ "The week of July 8", "the week ending 8 July"."""
    if _unit(words) != "week":
        return None
    link = words[2].text.lower() if words[0].letter == CLASSES["the"] else words[1].text.lower()
    inner = date(words)
    if inner is None or link not in ("of", "from", "beginning", "starting", "commencing", "ending"):
        return None
    return WeekOf(inner, ending=link == "ending")


def day_range(words: Words) -> Expression | None:
    """Two days of one or two months: "10-11 Sept.", "27 July to 2 August 2024", "July 28-29, 2024"."""
    days, months = _all(words, "number", "day_ordinal"), _all(words, "month", "month_short")
    years = [int(w.value) for w in _all(words, "year_number")]
    if _first(words, "shift") and _shifted_year(words) is None:
        return None
    first_month, last_month = int(months[0].value), int(months[-1].value)
    between = words[0].text.lower() == "between"
    if (
        _first(words, "and")
        and not between
        and (first_month, int(days[0].value) + len(days) - 1) != (last_month, int(days[-1].value))
    ):
        return None  # two dates, not the days between them
    offset = _shifted_year(words)
    first = CalendarDate(years[0] if len(years) > 1 else None, first_month, int(days[0].value))
    last = CalendarDate(years[-1] if years else None, last_month, int(days[-1].value), year_offset=offset)
    if first_month == last_month and int(days[0].value) >= int(days[-1].value):
        return None
    return CalendarRange(first, last)


def day_of_unit(words: Words) -> Expression | None:
    """ "The 5th of last month"."""
    shift = _shift(words)
    if _unit(words) != "month" or shift is None:
        return None
    return CalendarDate(day=_number(words, "number", "day_ordinal"), month_offset=_OFFSET[shift])


def month_range(words: Words) -> Expression | None:
    """ "January to March 2024", "from June to August"."""
    months = _all(words, "month", "month_short")
    years = [int(w.value) for w in _all(words, "year_number")]
    parts: list[Part | None] = [None, None]
    for n, m in enumerate(months[:2]):
        i = words.index(m)
        before = [w for w in words[max(0, i - 2) : i] if w.letter == CLASSES["part"]]
        parts[n] = _plain_part(before) if before else None
    return CalendarRange(
        CalendarDate(years[0] if len(years) > 1 else None, int(months[0].value), part=parts[0]),
        CalendarDate(
            years[-1] if years else None, int(months[1].value), part=parts[1], year_offset=_shifted_year(words)
        ),
    )


def week_of_month(words: Words) -> Expression | None:
    """ "The first week of August", "the last week of July 2024"."""
    ordinal, shift = _number(words, "ordinal"), _shift(words)
    if _unit(words) != "week" or (ordinal is None and shift != "last"):
        return None
    return CalendarDate(
        year=_number(words, "year_number"),
        month=_number(words, "month", "month_short"),
        week=ordinal or -1,
    )


def part_of_year(words: Words) -> Expression | None:
    """ "The first half of 2024", "the third quarter of last year"."""
    ordinal = _number(words, "ordinal") or {"last": 2}.get(str(_shift(words[:2])))
    half = _first(words, "half") is not None
    tail = words[[w.letter for w in words].index(CLASSES["of"]) + 1 :]
    y, unit = _number(tail, "year_number"), _unit(tail)
    quarter = not half and _unit(words[:3]) == "quarter"
    if ordinal is None or not (half or quarter) or ordinal > (2 if half else 4) or (y is None and unit != "year"):
        return None
    offset = None if y is not None else _OFFSET[_shift(tail) or "this"]
    return CalendarDate(y, year_offset=offset, half=ordinal if half else None, quarter=ordinal if quarter else None)


def half_of_month(words: Words) -> Expression | None:
    """ "The second half of July"."""
    ordinal = _number(words, "ordinal")
    if ordinal not in (1, 2):
        return None
    m, y = _number(words, "month", "month_short"), _number(words, "year_number")
    return _half(m, y, ordinal)


def _half(m: int | None, y: int | None, ordinal: int) -> CalendarRange:
    if ordinal == 1:
        return CalendarRange(CalendarDate(y, m, 1), CalendarDate(y, m, 15))
    return CalendarRange(CalendarDate(y, m, 16), CalendarDate(y, m))


def weeks_of_month(words: Words) -> Expression | None:
    """ "The last two weeks of August": half of it."""
    if _number(words, "cardinal") != 2 or _unit(words) != "week":
        return None
    first = _number(words, "ordinal") == 1
    if not first and _shift(words) != "last":
        return None
    return _half(_number(words, "month", "month_short"), _number(words, "year_number"), 1 if first else 2)


def week_after_next(words: Words) -> Expression | None:
    """ "The week after next", "the month before last"."""
    unit, shift, step = _unit(words), _shift(words), _number(words, "beside")
    if unit is None or (shift, step) not in (("next", 1), ("last", -1)):
        return None
    return Period(unit, 2 if shift == "next" else -2)


def shifted_month(words: Words) -> Expression | None:
    """ "Last August", "early last August", "this past March"."""
    shift, m = _shift(words), _number(words, "month")
    if _first(words, "stretch"):
        shift = "last"
    return NamedMonth(m, shift, _plain_part(words)) if m and shift else None


def month_year(words: Words) -> Expression | None:
    """ "November 2022", "Sept. 2022", "early March 2024", "July of last year", "mid-July"."""
    if _first(words, "shift") and _shifted_year(words) is None:
        return None
    return CalendarDate(
        year=_number(words, "year_number"),
        month=_number(words, "month", "month_short"),
        year_offset=_shifted_year(words),
        part=_plain_part(words),
    )


def bare_month(words: Words) -> Expression | None:
    """ "April"; whether it is a month at all is judged by its neighbours."""
    return CalendarDate(month=int(words[0].value))


def weekday_of_week(words: Words) -> Expression | None:
    """ "Friday last week", "Tuesday of this week", "last week on Tuesday"."""
    shift = _shift(words)
    if _unit(words) != "week" or shift is None:
        return None
    return Weekday(int(_all(words, "weekday")[0].value), week_offset=_OFFSET[shift])


def weekday_range(words: Words) -> Expression | None:
    """ "Monday to Wednesday"; "Monday and Tuesday", days that follow each other."""
    first, last = (int(w.value) for w in _all(words, "weekday"))
    if _first(words, "and") and (last - first) % 7 != 1:
        return None
    return Weekday(first, until=last) if first != last else None


def weekday(words: Words) -> Expression | None:
    """ "Tuesday", "last Friday", "next Monday night"."""
    shift = "last" if _first(words, "stretch") else _shift(words)
    shifts = _all(words, "shift")
    if len(shifts) == 2:  # "this coming Sunday"
        shift = cast(Shift, shifts[1].value)
    return Weekday(int(_all(words, "weekday")[0].value), shift=shift)


def amount(words: Words) -> float | None:
    """How many: "two", "18", "a", "half a", "one and a half", "twenty-five"; None for "several", "a few"."""
    if _first(words, "few"):
        few = _number(words, "few")
        return few or None
    half = 0.5 if _first(words, "half") else 0.0
    digits = _first(words, "number", "count")
    if digits:
        text = digits.text.replace(",", "")
        try:
            return float(text) + half
        except ValueError:
            return None
    cardinals = [int(w.value) for w in _all(words, "cardinal")]
    if cardinals:
        return sum(cardinals) + half
    return half or 1.0


def _vague(words: Words) -> bool:
    return _first(words, "few") is not None


def _measure(words: Words) -> tuple[float | None, Unit, bool] | None:
    """Count, unit and whether the count is only a guess: "several weeks" is taken for three."""
    word = _first(words, "unit", "units")
    if word is None:
        return None
    index = [w is word for w in words].index(True)
    count = amount(words[:index] if index else words)
    vague = _vague(words)
    factor, unit = _IN_SMALLER.get(str(word.value), (1, cast(Unit, word.value)))
    return (None if count is None else count * factor), unit, vague or count is None


def ago(words: Words) -> Expression | None:
    """ "Two days ago", "a year and a half ago"."""
    measure = _measure(words)
    if measure is None:
        return None
    count, unit, vague = measure
    if _first(words, "and") and _first(words, "half") and count == 1:
        count += 0.5  # "a year and a half"
    return Distance(-(count or 3), unit, vague)


def from_now(words: Words) -> Expression | None:
    """ "In two weeks' time", "ten days from now"."""
    measure = _measure(words)
    return Distance(measure[0] or 3, measure[1], measure[2]) if measure else None


def beside(words: Words) -> Expression | None:
    """ "The following day", "the next week", "the day before", "two weeks later", "a month earlier"."""
    shift, last = _shift(words), words[-1]
    if shift and words[0].letter == CLASSES["the"]:
        unit = _unit(words)
        if unit is None or unit == "hour":
            return None
        word = _all(words, "shift")[0].text.lower()
        if word in ("next", "previous"):
            return Anchored(1 if word == "next" else -1, unit)
        if word == "current":
            return Period(unit, 0)
        if unit in ("quarter", "century", "day"):
            return None
        return Stretch(unit, -1 if word == "last" else 1, 1)
    if _first(words, "following"):
        unit = _unit(words)
        return Anchored(1, unit) if unit else None
    sign = {"before": -1, "after": 1, -1: -1, 1: 1}.get(last.value, 0)
    if words[0].letter == CLASSES["the"]:
        unit = _unit(words)
        return Anchored(sign, unit) if sign and unit else None
    measure = _measure(words)
    if not sign or measure is None or measure[0] is None:
        return None
    return Anchored(sign * measure[0], measure[1])


def same(words: Words) -> Expression | None:
    """ "The same day", "that week"."""
    unit = _unit(words)
    return Anchored(0, unit) if unit in ("day", "week", "month", "year") else None


def stretch(words: Words) -> Expression | None:
    """ "The past two years", "recent months", "the coming weeks", "the last 72 hours"."""
    kind = _first(words, "stretch") or _first(words, "following") or _first(words, "shift")
    unit = _unit(words)
    if kind is None or unit is None:
        return None
    sign: Literal[-1, 1] = -1 if kind.value in ("last", -1) else 1
    if kind.value == "this" and unit != "weekend":
        return None
    if unit == "weekend":  # "this past weekend" is the one just over
        return Period("weekend", 0 if kind.letter == CLASSES["stretch"] else _OFFSET[str(kind.value)])
    if unit == "day" and _first(words, "unit"):
        return None
    measure = _measure([w for w in words if w.letter not in (kind.letter, CLASSES["the"])])
    counted = _first(words, "number", "count", "cardinal", "unit") or _vague_two(words)
    count = measure[0] if measure and counted else None
    unit = measure[1] if measure else unit
    if unit in ("quarter", "half", "century"):
        return None
    return Stretch(unit, sign, count)


def _vague_two(words: Words) -> Word | None:
    word = _first(words, "few")
    return word if word and word.value else None


def period(words: Words) -> Expression | None:
    """ "Last week", "earlier this month", "the end of the year", "later in the week", "year-end"."""
    unit, shift, part = _unit(words), _shift(words), _part(words)
    if unit is None or unit in ("hour", "day"):
        return None
    if shift is None and part is None:
        return None
    offset = _OFFSET[shift or "this"]
    if shift is not None and offset:
        part = _plain_part(words)
    factor, small = {"fortnight": (2, "week")}.get(unit, (1, unit))
    if factor > 1:
        return Stretch(cast(Unit, small), -1 if offset < 0 else 1, factor) if offset else None
    return Period(unit, offset, part)


def weekend(words: Words) -> Expression | None:
    """ "Over the weekend"."""
    return Period("weekend", 0)


def night(words: Words) -> Expression | None:
    """ "Last night", "this morning"."""
    shift = _shift(words)
    return Day(-1 if shift == "last" else 0) if shift != "next" else None


def today(words: Words) -> Expression | None:
    """ "Today", "late yesterday", "tomorrow morning"."""
    return Day(int(_all(words, "today")[0].value))


def day_beside_today(words: Words) -> Expression | None:
    """ "The day before yesterday", "the day after tomorrow"."""
    if _unit(words) != "day":
        return None
    step, from_today = _number(words, "beside") or 0, _number(words, "today") or 0
    return Day(from_today + step)


def recently(words: Words) -> Expression | None:
    """ "Recently": within about a month."""
    return Stretch("month", -1, 1)


def recent(words: Words) -> Expression | None:
    """ "Recent visits": within about a month, as "recently"."""
    return Stretch("month", -1, 1) if words[0].text.lower() == "recent" else None


def season(words: Words) -> Expression | None:
    """ "Last summer", "spring 2022", "in the autumn"."""
    index = [w.letter for w in words].index(CLASSES["season"])
    shift = _shift(words[:index])
    return Season(
        int(words[index].value),
        year=_number(words, "year_number"),
        year_offset=_shifted_year(words[index:]),
        shift=shift,
    )


def year_range(words: Words) -> Expression | None:
    """ "2024-26", "from 2019 to 2021", "2021/22"."""
    first = _number(words, "year_number") or 0
    last_word = words[-1]
    last = int(last_word.value) if last_word.text.isdecimal() else 0
    if last_word.letter != CLASSES["year_number"]:
        if len(last_word.text) != 2:
            return None
        last += first // 100 * 100
    apart = words[0].letter == CLASSES["in"] and last != first + 1  # "in 2014 and 2022" are two
    if apart or not first < last <= first + 60:
        return None
    return CalendarRange(CalendarDate(first), CalendarDate(last))


def decade(words: Words) -> Expression | None:
    """ "The 1990s"."""
    start = _number(words, "years_of")
    return CalendarDate(start, decade=True) if start and 1000 <= start <= 2100 and start % 10 == 0 else None


def year(words: Words) -> Expression | None:
    """ "Early 2024", "the end of 2025"."""
    return CalendarDate(_number(words, "year_number"), part=_plain_part(words))


def bare_year(words: Words) -> Expression | None:
    """ "2024"; whether it is a year at all is judged by its neighbours."""
    return CalendarDate(int(words[0].value))


def bare_days(words: Words) -> Expression | None:
    """ "The 10th and 11th", "the 10-11th"."""
    first, last = (int(w.value) for w in _all(words, "number", "day_ordinal"))
    return CalendarRange(CalendarDate(day=first), CalendarDate(day=last)) if first < last else None


def bare_day(words: Words) -> Expression | None:
    """ "The 10th"."""
    return CalendarDate(day=_number(words, "day_ordinal"))


def length(words: Words) -> Expression | None:
    """ "18 months", "three-day", "a year and a half", "half a decade"; nothing for "several years"."""
    measure = _measure(words)
    if measure is None or measure[0] is None:
        return None
    count, unit, vague = measure
    if _first(words, "half") and words[-1].letter == CLASSES["half"]:
        count = (count or 0) + 0.5
    return duration(count or 1, unit, vague)


def unit_long(words: Words) -> Expression | None:
    """ "Week-long"."""
    factor, unit = _IN_SMALLER.get(str(words[0].value), (1, cast(Unit, words[0].value)))
    return duration(factor, unit, False)


def duration(count: float, unit: Unit, vague: bool) -> Duration | None:
    """A length with its ISO 8601 form; halves are told in the next smaller unit."""
    if count % 1 and unit == "year":
        count, unit = count * 12, "month"
    elif count % 1 and unit in ("week", "day"):
        count, unit = count * (7 if unit == "week" else 24), "day" if unit == "week" else "hour"
    if unit not in _ISO or count <= 0 or count > 1000:
        return None
    return Duration(_ISO[unit].format(f"{count:g}"), count, unit, "about" if vague else "exactly")
