"""What words mean that count from the page's date or another, and lengths of time: a function a rule of `dates.RULES`.

None says that the words fit the rule's form but name no time ("this day").
"""

from typing import Literal, cast

from memcon.reading.dates import (
    Anchored,
    Day,
    Distance,
    Duration,
    Expression,
    Period,
    Season,
    Shift,
    Stretch,
    Unit,
    Weekday,
)
from memcon.reading.english.date_values import (
    OFFSET,
    Words,
    all_of,
    first_of,
    number_of,
    part_of,
    plain_part_of,
    shift_of,
    shifted_year,
    unit_of,
)
from memcon.reading.english.date_words import CLASSES, Word

_ISO = {"hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
_IN_SMALLER: dict[str, tuple[int, Unit]] = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}


def week_after_next(words: Words) -> Expression | None:
    """ "The week after next", "the month before last"."""
    unit, shift, step = unit_of(words), shift_of(words), number_of(words, "beside")
    if unit is None or (shift, step) not in (("next", 1), ("last", -1)):
        return None
    return Period(unit, 2 if shift == "next" else -2)


def weekday_of_week(words: Words) -> Expression | None:
    """ "Friday last week", "Tuesday of this week", "last week on Tuesday"."""
    shift = shift_of(words)
    if unit_of(words) != "week" or shift is None:
        return None
    return Weekday(int(all_of(words, "weekday")[0].value), week_offset=OFFSET[shift])


def weekday_range(words: Words) -> Expression | None:
    """ "Monday to Wednesday"; "Monday and Tuesday", days that follow each other."""
    first, last = (int(w.value) for w in all_of(words, "weekday"))
    if first_of(words, "and") and (last - first) % 7 != 1:
        return None
    return Weekday(first, until=last) if first != last else None


def weekday(words: Words) -> Expression | None:
    """ "Tuesday", "last Friday", "next Monday night"."""
    shift = "last" if first_of(words, "stretch") else shift_of(words)
    shifts = all_of(words, "shift")
    if len(shifts) == 2:  # "this coming Sunday"
        shift = cast(Shift, shifts[1].value)
    return Weekday(int(all_of(words, "weekday")[0].value), shift=shift)


def amount(words: Words) -> float | None:
    """How many: "two", "18", "a", "half a", "one and a half", "twenty-five"; None for "several", "a few"."""
    if first_of(words, "few"):
        few = number_of(words, "few")
        return few or None
    half = 0.5 if first_of(words, "half") else 0.0
    digits = first_of(words, "number", "count")
    if digits:
        text = digits.text.replace(",", "")
        try:
            return float(text) + half
        except ValueError:
            return None
    cardinals = [int(w.value) for w in all_of(words, "cardinal")]
    if cardinals:
        return sum(cardinals) + half
    return half or 1.0


def _vague(words: Words) -> bool:
    return first_of(words, "few") is not None


def _measure(words: Words) -> tuple[float | None, Unit, bool] | None:
    """Count, unit and whether the count is only a guess: "several weeks" is taken for three."""
    word = first_of(words, "unit", "units")
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
    if first_of(words, "and") and first_of(words, "half") and count == 1:
        count += 0.5  # "a year and a half"
    return Distance(-(count or 3), unit, vague)


def from_now(words: Words) -> Expression | None:
    """ "In two weeks' time", "ten days from now"."""
    measure = _measure(words)
    return Distance(measure[0] or 3, measure[1], measure[2]) if measure else None


def beside(words: Words) -> Expression | None:
    """ "The following day", "the next week", "the day before", "two weeks later", "a month earlier"."""
    shift, last = shift_of(words), words[-1]
    if shift and words[0].letter == CLASSES["the"]:
        unit = unit_of(words)
        if unit is None or unit == "hour":
            return None
        word = all_of(words, "shift")[0].text.lower()
        factor, small = _IN_SMALLER.get(unit, (1, unit))
        if word in ("next", "previous"):
            return Anchored(factor if word == "next" else -factor, small)
        if word == "current":
            return Period(unit, 0)
        if unit in ("quarter", "century", "day"):
            return None
        return Stretch(small, -1 if word == "last" else 1, factor)
    if first_of(words, "following"):
        unit = unit_of(words)
        return _anchored(1, unit) if unit else None
    sign = {"before": -1, "after": 1, -1: -1, 1: 1}.get(last.value, 0)
    if words[0].letter == CLASSES["the"]:
        unit = unit_of(words)
        return _anchored(sign, unit) if sign and unit else None
    measure = _measure(words)
    if not sign or measure is None or measure[0] is None:
        return None
    return Anchored(sign * measure[0], measure[1])


def _anchored(count: int, unit: Unit) -> Anchored:
    factor, small = _IN_SMALLER.get(unit, (1, unit))
    return Anchored(count * factor, small)


def same(words: Words) -> Expression | None:
    """ "The same day", "that week"."""
    unit = unit_of(words)
    return Anchored(0, unit) if unit in ("day", "week", "month", "year") else None


def stretch(words: Words) -> Expression | None:
    """ "The past two years", "recent months", "the coming weeks", "the last 72 hours"."""
    kind = first_of(words, "stretch") or first_of(words, "following") or first_of(words, "shift")
    unit = unit_of(words)
    if kind is None or unit is None:
        return None
    sign: Literal[-1, 1] = -1 if kind.value in ("last", -1) else 1
    if kind.value == "this" and unit != "weekend":
        return None
    if unit == "weekend":  # "this past weekend" is the one just over
        return Period("weekend", 0 if kind.letter == CLASSES["stretch"] else OFFSET[str(kind.value)])
    if unit == "day" and first_of(words, "unit"):
        return None
    measure = _measure([w for w in words if w.letter not in (kind.letter, CLASSES["the"])])
    counted = first_of(words, "number", "count", "cardinal", "unit") or _vague_two(words)
    count = measure[0] if measure and counted else None
    unit = measure[1] if measure else unit
    if unit in ("quarter", "half", "century"):
        return None
    return Stretch(unit, sign, count)


def _vague_two(words: Words) -> Word | None:
    word = first_of(words, "few")
    return word if word and word.value else None


def period(words: Words) -> Expression | None:
    """ "Last week", "earlier this month", "the end of the year", "later in the week", "year-end"."""
    unit, shift, part = unit_of(words), shift_of(words), part_of(words)
    if unit is None or unit in ("hour", "day"):
        return None
    if shift is None and part is None:
        return None
    offset = OFFSET[shift or "this"]
    if shift is not None and offset:
        part = plain_part_of(words)
    factor, small = {"fortnight": (2, "week")}.get(unit, (1, unit))
    if factor > 1:
        return Stretch(cast(Unit, small), -1 if offset < 0 else 1, factor) if offset else None
    return Period(unit, offset, part)


def weekend(words: Words) -> Expression | None:
    """ "Over the weekend"."""
    return Period("weekend", 0)


def night(words: Words) -> Expression | None:
    """ "Last night", "this morning"."""
    shift = shift_of(words)
    return Day(-1 if shift == "last" else 0) if shift != "next" else None


def today(words: Words) -> Expression | None:
    """ "Today", "late yesterday", "tomorrow morning"."""
    return Day(int(all_of(words, "today")[0].value))


def day_beside_today(words: Words) -> Expression | None:
    """ "The day before yesterday", "the day after tomorrow"."""
    if unit_of(words) != "day":
        return None
    step, from_today = number_of(words, "beside") or 0, number_of(words, "today") or 0
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
    shift = shift_of(words[:index])
    return Season(
        int(words[index].value),
        year=number_of(words, "year_number"),
        year_offset=shifted_year(words[index:]),
        shift=shift,
    )


def length(words: Words) -> Expression | None:
    """ "18 months", "three-day", "a year and a half", "half a decade"; nothing for "several years"."""
    measure = _measure(words)
    if measure is None or measure[0] is None:
        return None
    count, unit, vague = measure
    if first_of(words, "half") and words[-1].letter == CLASSES["half"]:
        count = (count or 0) + 0.5
    return duration(count or 1, unit, vague)


def duration(count: float, unit: Unit, vague: bool) -> Duration | None:
    """A length with its ISO 8601 form; halves are told in the next smaller unit."""
    if count % 1 and unit == "year":
        count, unit = count * 12, "month"
    elif count % 1 and unit in ("week", "day"):
        count, unit = count * (7 if unit == "week" else 24), "day" if unit == "week" else "hour"
    if unit not in _ISO or count <= 0 or count > 1000:
        return None
    return Duration(_ISO[unit].format(f"{count:g}"), count, unit, "about" if vague else "exactly")
