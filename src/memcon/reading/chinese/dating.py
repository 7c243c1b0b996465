"""What a Chinese page without a date says of its time: constraints, drawn together by `narrowing`.

As in English: who is called by which office, days told with their year as past or to come, days without a year that are
near, a weekday beside a day, the wire's dateline (北京7月12日电).
"""

import datetime as dt
import functools
import re
from collections.abc import Iterator

from memcon.knowledge import Knowledge, Term
from memcon.model import Evidence, Interval, interval
from memcon.reading.analysis import Actor, Page
from memcon.reading.chinese import dates, lexicon
from memcon.reading.chinese.lexicon import words
from memcon.reading.chinese.script import simplify
from memcon.reading.chinese.sentences import DATE, Sentence
from memcon.reading.chinese.triggers import statuses
from memcon.reading.dates import CalendarDate, CalendarRange, days
from memcon.reading.narrowing import EARLIEST, LATEST, Constraint, narrow

_YEARS = range(1990, 2041)  # years tried for a day that is named without one
_OF_LATE = dt.timedelta(240)  # a day is named without its year for so long
_PLANNED_WITHIN = dt.timedelta(366)  # days ahead for which a day is named
_LASTING = dt.timedelta(730)  # an office held when the tables were last checked may be held so long after
_SLACK = dt.timedelta(3)  # an office may be told of a little before it is taken up
_ONE = dt.timedelta(1)
_WIDEST = 1096  # days: a wider answer would tell little
_MONTH = 31
_FRESH_ENOUGH = 62  # no guess is needed where the evidence leaves no more days than this
_DATELINE_REACH = 40  # signs of a story in which its dateline stands
_WIRE = re.compile(
    f"^[^，。]{{0,24}}?{DATE}(?:电|讯|专电|报道|综合)|^[（【(][^）】)]{{0,30}}?{DATE}[^）】)，。]{{0,8}}(?:电|讯|报道)"
)
_WEEKDAY = re.compile("(?:周|星期|礼拜)([一二三四五六日天])[（(]?$")
_BRACKETED = re.compile("(?:周|星期|礼拜)([一二三四五六日天])[（(]")  # the day is told in brackets: 周六（4月1日）
_FORMER = re.compile("(?:时任|前任|前|原|候任|当选|已故)$")
_LESSER = ("副", "助理", "候", "代", "前", "原", "时任", "当选", "提名")


def infer(
    page: Page, sentences: list[Sentence], found: dict[int, dates.Found], knowledge: Knowledge
) -> tuple[str, tuple[Evidence, ...]] | None:
    """The days on which an undated page was written, as EDTF, and what that rests on; None where it stays open."""
    known = [*_dates_told(page, sentences, found), *_offices(page, sentences, found, knowledge)]
    drawn = narrow(known)
    if drawn is None or drawn.days.days > _WIDEST:
        return None
    telling = [c for c in known if len(c.spans) < 5 and c not in drawn.against]
    if len(telling) < 2 and drawn.days.days > _MONTH:
        return None
    if drawn.days.days > _FRESH_ENOUGH:
        fresh = _freshest(page, sentences, found, drawn.days)
        drawn = (narrow([*known, fresh]) if fresh else None) or drawn
    return drawn.edtf(), drawn.evidence()


def _freshest(
    page: Page, sentences: list[Sentence], found: dict[int, dates.Found], within: Interval
) -> Constraint | None:
    """The last past day that the page names: it was likely written soon after."""
    latest: tuple[dt.date, dates.Found] | None = None
    for s in sentences:
        for i, c in enumerate(s.tagged):
            if c != DATE or statuses().planned.search(s.tagged, *s.clause(i)):
                continue
            told = found[s.items[i].start]
            e = told.expression
            if not isinstance(e, CalendarDate) or not e.month or not e.day or e.year_offset is not None:
                continue
            years = [e.year] if e.year else range(within.first.year, within.last.year + 1)
            named = [d[0].first for y in years if (d := days(CalendarDate(y, e.month, e.day), None))]
            inside = [d for d in named if within.first - _ONE <= d <= within.last]
            if len(inside) == 1 and (latest is None or inside[0] > latest[0]):
                latest = (inside[0], told)
    if latest is None:
        return None
    quote = _quote(page, latest[1], "latest-day")
    return Constraint.of(quote, latest[0], latest[0] + dt.timedelta(_MONTH), weight=0.5, soft=True)


def _dates_told(page: Page, sentences: list[Sentence], found: dict[int, dates.Found]) -> Iterator[Constraint]:
    """What has happened lies behind the page, what is planned before it."""
    opening = True
    for s in sentences:
        for i, c in enumerate(s.tagged):
            if c != DATE:
                continue
            told = found[s.items[i].start]
            day = _first_day(told.expression)
            if day is None or day.year_offset is not None or day.month_offset is not None:
                continue
            start, end = s.clause(i)
            ahead = statuses().planned.search(s.tagged, start, end) is not None
            if day.year is not None:
                yield from _with_year(page, told, day, ahead)
            elif day.month is not None and day.day is not None:
                wire = opening and s.kind == "body" and i < _DATELINE_REACH and _WIRE.match(s.tagged)
                weekday = _WEEKDAY.search(page.text[max(0, told.start - 5) : told.start]) or _BRACKETED.match(
                    page.text, told.start
                )
                yield _without_year(page, told, day, ahead, bool(wire), weekday[1] if weekday else None)
        opening = opening and s.kind != "body"


def _first_day(expression: object) -> CalendarDate | None:
    if isinstance(expression, CalendarRange):
        first, last = expression.first, expression.last
        return CalendarDate(
            first.year or last.year, first.month or last.month, first.day, year_offset=first.year_offset
        )
    return expression if isinstance(expression, CalendarDate) and expression.part is None else None


def _with_year(page: Page, told: dates.Found, day: CalendarDate, ahead: bool) -> Iterator[Constraint]:
    named = days(day, None)
    if named is None:
        return
    if ahead:
        first = named[0].first - _PLANNED_WITHIN
        yield Constraint.of(_quote(page, told, "told-as-future"), first=first, last=named[0].last, weight=0.7)
    else:
        yield Constraint.of(_quote(page, told, "told-as-past"), first=named[0].first, weight=0.7)


def _without_year(
    page: Page, told: dates.Found, day: CalendarDate, ahead: bool, wire: bool, weekday: str | None
) -> Constraint:
    """A day without its year is near: behind the page where told as past, before it where planned."""
    each = [d[0].first for y in _YEARS if (d := days(CalendarDate(y, day.month, day.day), None))]
    if weekday is not None:
        each = [d for d in each if d.weekday() == "一二三四五六日天".index(weekday) % 7]
    if wire:
        return Constraint(tuple(Interval(d, d + _ONE) for d in each), _quote(page, told, "dateline"), 3.0)
    near = [Interval(d - _OF_LATE, d + _ONE) if ahead else Interval(d - _ONE, d + _OF_LATE) for d in each]
    rule = "weekday-and-day" if weekday is not None else "day-without-year"
    return Constraint(tuple(near), _quote(page, told, rule), 1.0 if weekday is not None else 0.7)


def _offices(
    page: Page, sentences: list[Sentence], found: dict[int, dates.Found], knowledge: Knowledge
) -> Iterator[Constraint]:
    """Who is called by an office holds it when the page is written; what is told of another year tells nothing."""
    seen: set[tuple[str, str]] = set()
    known = lexicon.of(knowledge)
    for s in sentences:
        if any(_dated(s, i, found) for i, c in enumerate(s.tagged) if c == DATE):
            continue
        for i, item in s.items.items():
            if item.kind != "person" or len(item.actors) != 1 or _FORMER.search(s.tagged[:i]):
                continue
            actor = item.actors[0]
            kind = _office(simplify(page.text[item.start : item.end]), actor)
            key = (actor.name or "", kind or "")
            if kind is None or key in seen:
                continue
            terms = [
                t
                for official in known.officials.get(simplify(actor.name or ""), ())
                for t in knowledge.tenures.offices_of(official)
                if t.office == kind and actor.party in (None, t.party)
            ]
            if terms:
                seen.add(key)
                quote = page.evidence(item.start, item.end, "document_date", "office-held")
                yield Constraint(tuple(_held(t) for t in terms), quote)


def _dated(s: Sentence, i: int, found: dict[int, dates.Found]) -> bool:
    """Whether a date names a year, by number or from the page's own, that another may have held the office in."""
    e = found[s.items[i].start].expression
    return isinstance(e, CalendarDate) and (e.year is not None or (e.year_offset or 0) < 0)


@functools.cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Titles and the office each names, the longest first."""
    pairs = [(title, kind) for kind, titles in words()["offices"].items() for title in titles]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


def _office(told: str, actor: Actor) -> str | None:
    """The office that the words of a mention name, if no lesser or former one."""
    title = told.replace(simplify(actor.name or ""), " ")
    for known, kind in _kinds():
        at = title.find(known)
        if at >= 0:
            return kind if not title[:at].endswith(_LESSER) else None
    return None


def _held(term: Term) -> Interval:
    since, until, known = interval(term.since), interval(term.until), interval(term.as_of)
    last = until.last + _SLACK if until else known.last + _LASTING if known else LATEST
    return Interval(since.first - _SLACK if since else EARLIEST, last)


def _quote(page: Page, told: dates.Found, rule: str) -> Evidence:
    return page.evidence(told.start, told.end, "document_date", rule)
