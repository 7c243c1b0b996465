"""What an English page without a date says of its time: constraints, drawn together by `narrowing`.

Every rule here reads evidence that holds for any text: dates told as past or to come, who is called by which office,
how long ago a dated thing was, a weekday beside a day of the month. `infer` names the days on which the page can have
been written and the quotes it rests on; the rule of each quote is the name of its constraint.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from memcon.knowledge import Knowledge
from memcon.model import Evidence, Interval
from memcon.reading.analysis import Analysis, DateMention, Sentence
from memcon.reading.calendar_days import ZONE, add_months
from memcon.reading.datelines import crawled, opens
from memcon.reading.dates import (
    CalendarDate,
    CalendarRange,
    Day,
    Duration,
    Period,
    Weekday,
    days,
)
from memcon.reading.english import dating_facts as facts
from memcon.reading.english.dates import find_in_text
from memcon.reading.english.dating_evidence import OF_LATE, dated_sentences, first_day, quote
from memcon.reading.english.tense import looks_ahead, modifies_verb, told, words
from memcon.reading.narrowing import Constraint, Narrowed, narrow

_YEARS = range(1990, 2041)  # years tried for a day that is named without one
_PLANNED_WITHIN = 366  # days ahead for which a day is named
_WIDEST = 1096  # days: a wider answer would tell little
_DATELINE = 50  # characters of a line that is a dateline by itself
_ONE_IN_SEVEN = len(_YEARS) // 7 + 1  # years in which a day of the month falls on the weekday named with it
_FRESH = 31  # a report that names a past day to the year is usually written within so many days of it
_FRESH_ENOUGH = 62  # no such guess is needed where the evidence leaves no more days than this,
_FRESH_WITHIN = 200  # and none is ventured where it leaves more than these


def infer(analysis: Analysis, knowledge: Knowledge) -> tuple[str, tuple[Evidence, ...]] | None:
    """The days on which an undated page was written, as EDTF, and what that rests on; None where it stays open.

    Evidence against the answer comes last, its rule beginning with `against-`.
    """
    found = narrowed(analysis, knowledge)
    return (found.edtf(), found.evidence()) if found else None


def narrowed(analysis: Analysis, knowledge: Knowledge) -> Narrowed | None:
    """As `infer`, with the constraints themselves."""
    known = list(constraints(analysis, knowledge))
    found = narrow(known)
    if found is None or found.days.days > _WIDEST or not _told_twice(known, found):
        return None
    if _FRESH_ENOUGH < found.days.days <= _FRESH_WITHIN:
        fresh = _freshest(analysis, found.days)
        found = (narrow([*known, fresh]) if fresh else None) or found
    return found


def _told_twice(known: list[Constraint], found: Narrowed) -> bool:
    """Whether two things at least tell the year, or one to the month: one official wrongly known would do harm."""
    telling = {c.evidence.start for c in known if len(c.spans) <= _ONE_IN_SEVEN and c not in found.against}
    return len(telling) > 1 or found.days.days <= 31


def constraints(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """All that the page says of its time."""
    yield from crawled(analysis.page)
    yield from _dateline(analysis)
    yield from _day_beside(analysis)
    yield from _dates_told(analysis)
    yield from _captions(analysis)
    yield from _same_year(analysis)
    yield from _bare_days(analysis)
    yield from _lengths(analysis)
    yield from facts.offices(analysis, knowledge)
    yield from facts.successions(analysis, knowledge)
    yield from facts.landmarks(analysis, knowledge)
    yield from facts.anniversaries(analysis, knowledge)


def _told(sentence: Sentence, mention: DateMention) -> str | None:
    if mention.relation in ("by", "until"):
        return "future"
    tense = told(sentence, mention.first)
    if tense is None and mention.relation in ("since", "after"):
        return "past"
    return tense


# --- dates with and without a year --------------------------------------------------------------


def _dates_told(analysis: Analysis) -> Iterator[Constraint]:
    """What has happened lies behind the page, what is planned before it."""
    for sentence, mentions in dated_sentences(analysis):
        for mention in mentions:
            e = _dated_range(mention) or mention.expression
            if not isinstance(e, CalendarDate) or e.decade or e.year_offset is not None or e.month_offset is not None:
                continue
            tense = _told(sentence, mention)
            if e.year is not None:
                yield from _with_year(analysis, sentence, mention, tense)
                yield from _planned(analysis, mention, e, tense)
            elif e.month is not None and e.day is not None and tense is not None:
                yield _without_year(analysis, mention, e, tense == "future")


def _captions(analysis: Analysis) -> Iterator[Constraint]:
    """The day of a picture lies behind the page, and not far unless the picture comes from an archive."""
    for sentence, mentions in dated_sentences(analysis):
        for mention in mentions:
            date = mention.expression
            if sentence.kind == "caption" and isinstance(date, CalendarDate) and date.year and date.month and date.day:
                named = days(date, None)
                if named is None:
                    continue
                taken = named[0].first
                yield Constraint.of(quote(analysis, mention, "caption-day"), first=taken)
                if words("archive").isdisjoint(t.lower for t in sentence.tokens):
                    soon = taken + dt.timedelta(_FRESH)
                    yield Constraint.of(quote(analysis, mention, "caption-day"), taken, soon, weight=0.5, soft=True)


def _dated_range(mention: DateMention) -> CalendarDate | None:
    """The first day of a range that names its year."""
    first = first_day(mention) if isinstance(mention.expression, CalendarRange) else None
    return first if first is not None and first.year is not None else None


def _with_year(analysis: Analysis, sentence: Sentence, mention: DateMention, tense: str | None) -> Iterator[Constraint]:
    named = days(mention.expression, None)  # type: ignore[arg-type]
    if named is None:
        return
    if tense == "past":
        yield Constraint.of(quote(analysis, mention, "told-as-past"), first=named[0].first)
    elif tense == "future" and mention.relation == "on" and modifies_verb(sentence, mention.first):
        yield Constraint.of(quote(analysis, mention, "told-as-future"), last=named[0].last, weight=0.7)
    elif tense is None and mention.relation == "on" and not looks_ahead(sentence):
        yield Constraint.of(quote(analysis, mention, "named-date"), first=named[0].first, weight=0.7)


def _planned(analysis: Analysis, mention: DateMention, date: CalendarDate, tense: str | None) -> Iterator[Constraint]:
    """A day that is named for what is to come lies no more than a year ahead."""
    named = days(date, None)
    if tense == "future" and mention.relation == "on" and date.day is not None and named:
        within = named[0].first - dt.timedelta(_PLANNED_WITHIN)
        yield Constraint.of(quote(analysis, mention, "planned-day"), first=within, last=named[0].last, weight=0.7)


def _each_year(date: CalendarDate) -> Iterator[dt.date]:
    """The day in every year that has it, on the weekday that is named with it."""
    for y in _YEARS:
        named = days(CalendarDate(y, date.month, date.day), None)
        if named and date.weekday in (None, named[0].first.weekday()):
            yield named[0].first


def _without_year(analysis: Analysis, mention: DateMention, date: CalendarDate, ahead: bool) -> Constraint:
    """A day without its year is near: behind the page where told as past, before it where planned."""
    near, one = dt.timedelta(OF_LATE), dt.timedelta(1)
    spans = tuple(Interval(d - near, d + one) if ahead else Interval(d - one, d + near) for d in _each_year(date))
    rule = "weekday-and-day" if date.weekday is not None else "day-without-year"
    return Constraint(spans, quote(analysis, mention, rule), 1.0 if date.weekday is not None else 0.7)


def _same_year(analysis: Analysis) -> Iterator[Constraint]:
    """ "This year's dialogue, held on 10 September": written between that day and the year's end."""
    for sentence, mentions in dated_sentences(analysis):
        this_year = next((m for m in mentions if m.expression == Period("year", 0)), None)
        date = next((d for d in map(first_day, mentions) if d), None)
        if this_year and date and date.year is None and told(sentence, mentions[-1].first) != "future":
            spans = tuple(Interval(d, dt.date(d.year, 12, 31)) for d in _each_year(date))
            yield Constraint(spans, quote(analysis, this_year, "same-year"))


def _bare_days(analysis: Analysis) -> Iterator[Constraint]:
    """ "On the 14th", of a day named elsewhere with its month: written before the next 14th."""
    bare = [m for m in analysis.dates if isinstance(m.expression, CalendarDate) and m.rule == "bare-day"]
    for mention in bare:
        number = mention.expression.day  # type: ignore[attr-defined]
        for other in analysis.dates:
            date = first_day(other)
            if date is not None and date.day == number:
                year = [date.year] if date.year else list(_YEARS)
                dated = [d for d in _each_year(date) if d.year in year]
                spans = tuple(Interval(d, add_months(d, 1) - dt.timedelta(1 + ZONE)) for d in dated)
                if spans:
                    yield Constraint(spans, quote(analysis, mention, "bare-day"))
                break


def _freshest(analysis: Analysis, within: Interval) -> Constraint | None:
    """The last past day that is named to the year: the page was likely written soon after, but not on that day."""
    latest: tuple[dt.date, DateMention] | None = None
    for sentence, mentions in dated_sentences(analysis):
        for mention in mentions:
            date = mention.expression
            if isinstance(date, CalendarDate) and date.year and date.month and date.day:
                named = days(date, None)
                if named and _told(sentence, mention) == "past" and (not latest or named[0].first > latest[0]):
                    latest = (named[0].first, mention)
    if latest is None or not within.first <= latest[0] <= within.last:
        return None
    first, last = latest[0] + dt.timedelta(1), latest[0] + dt.timedelta(_FRESH)
    return Constraint.of(quote(analysis, latest[1], "latest-day"), first, last, weight=0.5, soft=True)


# --- datelines ------------------------------------------------------------------------------------


def _dateline(analysis: Analysis) -> Iterator[Constraint]:
    """ "MOSCOW, Feb 10 (Reuters) -": the day, in a year in which the story's first weekday fits."""
    page = analysis.page
    for n, passage in enumerate(page.passages):
        if passage.kind != "body" and not _of_a_city(page.text[passage.start : passage.end]):
            continue
        for mention in find_in_text(page.text, passage.start, min(passage.end, passage.start + 90)):
            date = mention.expression
            if (
                isinstance(date, CalendarDate)
                and date.month
                and date.day
                and date.year is None
                and opens(page.text, passage.start, mention.start, mention.end)
            ):
                dated = _in_full(analysis, date) or list(_each_year(date))
                yield Constraint(tuple(Interval(d, d) for d in dated), quote(analysis, mention, "dateline"), 3.0)
                yield from _dateline_weekday(analysis, n, dated)
                return


def _in_full(analysis: Analysis, date: CalendarDate) -> list[dt.date]:
    """The day of a dateline where the story names it with its year: "SAMARKAND, April 13 - On April 13, 2023"."""
    named = (first_day(m) for m in analysis.dates)
    full = {d for d in named if d is not None and d.year and (d.month, d.day) == (date.month, date.day)}
    return [day for d in full for day in _each_year(date) if day.year == d.year] if len(full) == 1 else []


def _of_a_city(line: str) -> bool:
    """Whether a line is a dateline by itself: "BAKU, Azerbaijan, Jan. 29"."""
    return len(line) <= _DATELINE and line.partition(",")[0].isupper()


def _dateline_weekday(analysis: Analysis, passage: int, dated: list[dt.date]) -> Iterator[Constraint]:
    """A story tells of the day it is written, or of the day before."""
    lead = [s for s in analysis.sentences if s.passage == passage][:2]
    for sentence in lead:
        for mention in analysis.dates_in(sentence.index):
            e = mention.expression
            if (
                isinstance(e, Weekday)
                and e.shift is None
                and e.week_offset is None
                and _told(sentence, mention) == "past"
            ):
                lag = {d: (d.weekday() - e.weekday) % 7 for d in dated}
                for most, weight in ((1, 1.0), (0, 0.5)):
                    spans = tuple(Interval(d, d) for d in dated if lag[d] <= most)
                    yield Constraint(spans, quote(analysis, mention, "dateline-weekday"), weight)
                return


def _day_beside(analysis: Analysis) -> Iterator[Constraint]:
    """ "Tomorrow, May 9, 2022", "on Monday (today)": a day counted from the page's own, with its date behind it."""
    for sentence, mentions in dated_sentences(analysis):
        for counted, dated in pairwise(mentions):
            between = [t.text for t in sentence.tokens[counted.last : dated.first]]
            date = first_day(dated)
            if not isinstance(counted.expression, Day) or date is None or not set(between) <= {",", "(", "on"}:
                continue
            offset = dt.timedelta(counted.expression.offset)
            written = [d - offset for d in _each_year(date) if date.year in (None, d.year)]
            spans = tuple(Interval(d, d) for d in written)
            yield Constraint(spans, quote(analysis, dated, "day-beside"), 2.0)


# --- lengths of time ------------------------------------------------------------------------------


def _lengths(analysis: Analysis) -> Iterator[Constraint]:
    """ "The first in almost 18 months", "the first since November 2022": written that long after."""
    lengths: list[tuple[Duration, DateMention]] = []
    starts: list[tuple[Interval, DateMention]] = []
    for sentence, mentions in dated_sentences(analysis):
        claim = any(t.lower in words("first") for t in sentence.tokens)
        for mention in mentions:
            e = mention.expression
            if isinstance(e, Duration) and claim and e.unit in ("month", "year"):
                lengths.append((e, mention))
            elif isinstance(e, CalendarDate) and e.year and mention.relation == "since" and claim:
                named = days(e, None)
                if named:
                    starts.append((named[0], mention))
    if lengths and len({days for days, _ in starts}) == 1:
        length, mention = lengths[0]
        span = _after(starts[0][0], length)
        yield Constraint((span,), quote(analysis, starts[0][1], "length-since"), 1.0, soft=True)
        yield Constraint((span,), quote(analysis, mention, "length-since"), 1.0, soft=True)


def _after(start: Interval, length: Duration) -> Interval:
    """When a length of time has passed since a day of `start`: the middle half of what is possible.

    "Almost 18 months" lies between 17 and 18. Both ends of the sum are unlikely, each needing both to be extreme.
    """
    low, high = {"almost": (-1.0, 0.0), "over": (0.0, 1.0)}.get(length.qualifier, (-0.5, 0.5))
    unit = 30.44 * (12 if length.unit == "year" else 1)
    first = start.first + dt.timedelta(round((length.count + low) * unit))
    last = start.last + dt.timedelta(round((length.count + high) * unit))
    quarter = dt.timedelta((last - first).days // 4)
    return Interval(first + quarter, last - quarter)
