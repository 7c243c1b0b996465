"""What the words of a calendar date mean: one function a rule of `dates.RULES`, from words to an expression or None.

None says that the words fit the rule's form but name no time ("31 February"). `relative_rules` has the rules that count
from the page.
"""

from memcon.reading.dates import CalendarDate, CalendarRange, Expression, NamedMonth, Part, WeekOf
from memcon.reading.english.date_values import (
    OFFSET,
    Words,
    all_of,
    first_of,
    joined,
    number_of,
    plain_part_of,
    shift_of,
    shifted_year,
    unit_of,
)
from memcon.reading.english.date_words import CLASSES


def iso(words: Words) -> Expression | None:
    """2024-07-28, 2024/7/28, 2024.07.28."""
    y, m, d = (int(w.value) for w in all_of(words, "year_number", "number"))
    return CalendarDate(y, m, d) if m <= 12 and joined(words) else None


def numeric(words: Words) -> Expression | None:
    """26/07/2022 or 07/26/2022; with dots the day comes first (06.03.2010), elsewhere nothing is told where both
    could be the month, unless they are the same.
    """
    a, b, y = (int(w.value) for w in all_of(words, "number", "year_number"))
    if not joined(words) or min(a, b) > 12:
        return None
    if first_of(words, "period"):
        return CalendarDate(y, b, a) if b <= 12 else None
    if max(a, b) <= 12 and a != b:
        return None
    return CalendarDate(y, min(a, b), max(a, b))


def date(words: Words) -> CalendarDate | None:
    """A month and a day, with weekday or year where named."""
    m, d = number_of(words, "month", "month_short"), number_of(words, "number", "day_ordinal")
    if m is None or d is None or d > 31 or (d == 31 and m in (4, 6, 9, 11)) or (d > 29 and m == 2):
        return None
    if first_of(words, "shift") and shifted_year(words) is None:
        return None
    return CalendarDate(
        year=number_of(words, "year_number"),
        month=m,
        day=d,
        weekday=number_of(words, "weekday", "weekday_short"),
        year_offset=shifted_year(words),
    )


def week_of(words: Words) -> Expression | None:
    """ "The week of July 8", "the week ending 8 July"."""
    if unit_of(words) != "week":
        return None
    link = words[2].text.lower() if words[0].letter == CLASSES["the"] else words[1].text.lower()
    inner = date(words)
    if inner is None or link not in ("of", "from", "beginning", "starting", "commencing", "ending"):
        return None
    return WeekOf(inner, ending=link == "ending")


def day_range(words: Words) -> Expression | None:
    """Two days of one or two months: "10-11 Sept.", "27 July to 2 August 2024", "July 28-29, 2024"."""
    days, months = all_of(words, "number", "day_ordinal"), all_of(words, "month", "month_short")
    years = [int(w.value) for w in all_of(words, "year_number")]
    if first_of(words, "shift") and shifted_year(words) is None:
        return None
    first_month, last_month = int(months[0].value), int(months[-1].value)
    between = words[0].text.lower() == "between"
    if (
        first_of(words, "and")
        and not between
        and (first_month, int(days[0].value) + len(days) - 1) != (last_month, int(days[-1].value))
    ):
        return None  # two dates, not the days between them
    offset = shifted_year(words)
    first = CalendarDate(years[0] if len(years) > 1 else None, first_month, int(days[0].value))
    last = CalendarDate(years[-1] if years else None, last_month, int(days[-1].value), year_offset=offset)
    if first_month == last_month and int(days[0].value) >= int(days[-1].value):
        return None
    return CalendarRange(first, last)


def day_of_unit(words: Words) -> Expression | None:
    """ "The 5th of last month"."""
    shift = shift_of(words)
    if unit_of(words) != "month" or shift is None:
        return None
    return CalendarDate(day=number_of(words, "number", "day_ordinal"), month_offset=OFFSET[shift])


def month_range(words: Words) -> Expression | None:
    """ "January to March 2024", "from June to August"."""
    months = all_of(words, "month", "month_short")
    years = [int(w.value) for w in all_of(words, "year_number")]
    parts: list[Part | None] = [None, None]
    for n, m in enumerate(months[:2]):
        i = words.index(m)
        before = [w for w in words[max(0, i - 2) : i] if w.letter == CLASSES["part"]]
        parts[n] = plain_part_of(before) if before else None
    return CalendarRange(
        CalendarDate(years[0] if len(years) > 1 else None, int(months[0].value), part=parts[0]),
        CalendarDate(
            years[-1] if years else None, int(months[1].value), part=parts[1], year_offset=shifted_year(words)
        ),
    )


def week_of_month(words: Words) -> Expression | None:
    """ "The first week of August", "the last week of July 2024"."""
    ordinal, shift = number_of(words, "ordinal"), shift_of(words)
    if unit_of(words) != "week" or (ordinal is None and shift != "last"):
        return None
    return CalendarDate(
        year=number_of(words, "year_number"),
        month=number_of(words, "month", "month_short"),
        week=ordinal or -1,
    )


def part_of_year(words: Words) -> Expression | None:
    """ "The first half of 2024", "the third quarter of last year"."""
    ordinal = number_of(words, "ordinal") or {"last": 2}.get(str(shift_of(words[:2])))
    half = first_of(words, "half") is not None
    tail = words[[w.letter for w in words].index(CLASSES["of"]) + 1 :]
    y, unit = number_of(tail, "year_number"), unit_of(tail)
    quarter = not half and unit_of(words[:3]) == "quarter"
    if ordinal is None or not (half or quarter) or ordinal > (2 if half else 4) or (y is None and unit != "year"):
        return None
    offset = None if y is not None else OFFSET[shift_of(tail) or "this"]
    return CalendarDate(y, year_offset=offset, half=ordinal if half else None, quarter=ordinal if quarter else None)


def half_of_month(words: Words) -> Expression | None:
    """ "The second half of July"."""
    ordinal = number_of(words, "ordinal")
    if ordinal not in (1, 2):
        return None
    m, y = number_of(words, "month", "month_short"), number_of(words, "year_number")
    return _half(m, y, ordinal)


def _half(m: int | None, y: int | None, ordinal: int) -> CalendarRange:
    if ordinal == 1:
        return CalendarRange(CalendarDate(y, m, 1), CalendarDate(y, m, 15))
    return CalendarRange(CalendarDate(y, m, 16), CalendarDate(y, m))


def weeks_of_month(words: Words) -> Expression | None:
    """ "The last two weeks of August": half of it."""
    if number_of(words, "cardinal") != 2 or unit_of(words) != "week":
        return None
    first = number_of(words, "ordinal") == 1
    if not first and shift_of(words) != "last":
        return None
    return _half(number_of(words, "month", "month_short"), number_of(words, "year_number"), 1 if first else 2)


def shifted_month(words: Words) -> Expression | None:
    """ "Last August", "early last August", "this past March"."""
    shift, m = shift_of(words), number_of(words, "month")
    if first_of(words, "stretch"):
        shift = "last"
    return NamedMonth(m, shift, plain_part_of(words)) if m and shift else None


def month_year(words: Words) -> Expression | None:
    """ "November 2022", "Sept. 2022", "early March 2024", "July of last year", "mid-July"."""
    if first_of(words, "shift") and shifted_year(words) is None:
        return None
    return CalendarDate(
        year=number_of(words, "year_number"),
        month=number_of(words, "month", "month_short"),
        year_offset=shifted_year(words),
        part=plain_part_of(words),
    )


def bare_month(words: Words) -> Expression | None:
    """ "April"; whether it is a month at all is judged by its neighbours."""
    return CalendarDate(month=int(words[0].value))


def year_range(words: Words) -> Expression | None:
    """ "2024-26", "from 2019 to 2021", "2021/22"."""
    first = number_of(words, "year_number") or 0
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
    start = number_of(words, "years_of")
    return CalendarDate(start, decade=True) if start and 1000 <= start <= 2100 and start % 10 == 0 else None


def year(words: Words) -> Expression | None:
    """ "Early 2024", "the end of 2025"."""
    return CalendarDate(number_of(words, "year_number"), part=plain_part_of(words))


def bare_year(words: Words) -> Expression | None:
    """ "2024"; whether it is a year at all is judged by its neighbours."""
    return CalendarDate(int(words[0].value))


def bare_days(words: Words) -> Expression | None:
    """ "The 10th and 11th", "the 10-11th"."""
    first, last = (int(w.value) for w in all_of(words, "number", "day_ordinal"))
    return CalendarRange(CalendarDate(day=first), CalendarDate(day=last)) if first < last else None


def bare_day(words: Words) -> Expression | None:
    """ "The 10th"."""
    return CalendarDate(day=number_of(words, "day_ordinal"))
