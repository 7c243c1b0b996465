"""What an English page without a date says of its time: constraints, drawn together by `narrowing`.

Every rule here reads evidence that holds for any text: dates told as past or to come, who is called by which office,
how long ago a dated thing was, a weekday beside a day of the month. `infer` names the days on which the page can have
been written and the quotes it rests on; the rule of each quote is the name of its constraint.
"""

import datetime as dt
from collections.abc import Iterator

from memcon.knowledge import Knowledge, Landmark, Term, fold
from memcon.model import Evidence, Interval, interval
from memcon.reading.analysis import Actor, Analysis, DateMention, Mention, Sentence
from memcon.reading.datelines import crawled, opens
from memcon.reading.dates import (
    ZONE,
    CalendarDate,
    CalendarRange,
    Distance,
    Duration,
    NamedMonth,
    Period,
    Weekday,
    add_months,
    days,
)
from memcon.reading.english.dates import find_in_text
from memcon.reading.english.tense import governor, listed, looks_ahead, modifies_verb, told, words
from memcon.reading.narrowing import EARLIEST, LATEST, Constraint, Narrowed, narrow, writing_days

_YEARS = range(1990, 2041)  # years tried for a day that is named without one
_OF_LATE = 240  # days in which a date is still named without its year
_WIDEST = 731  # days: a wider answer would date no event
_FRESH = 31  # a report that names a past day to the year is usually written within so many days of it
_FRESH_ENOUGH = 62  # no such guess is needed where the evidence leaves no more days than this
_ELECTED = dt.timedelta(100)  # between an election and the office
_LASTING = dt.timedelta(730)  # an office held when the tables were last checked may be held so long after
_NEAR_ANNIVERSARY = 60  # days around an anniversary in which it is spoken of without its day
_SLACK = dt.timedelta(3)  # an office may be told of a little before it is taken up


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
    if found is None or found.days.days > _WIDEST:
        return None
    if found.days.days > _FRESH_ENOUGH:
        fresh = _freshest(analysis, found.days)
        found = (narrow([*known, fresh]) if fresh else None) or found
    return found


def constraints(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """All that the page says of its time."""
    yield from crawled(analysis.page)
    yield from _dateline(analysis)
    yield from _dates_told(analysis)
    yield from _same_year(analysis)
    yield from _bare_days(analysis)
    yield from _lengths(analysis)
    yield from _offices(analysis, knowledge)
    yield from _successions(analysis, knowledge)
    yield from _landmarks(analysis, knowledge)
    yield from _anniversaries(analysis, knowledge)


def _quote(analysis: Analysis, mention: DateMention | Mention, rule: str) -> Evidence:
    return analysis.page.evidence(mention.start, mention.end, "document_date", rule)


def _sentences(analysis: Analysis) -> Iterator[tuple[Sentence, tuple[DateMention, ...]]]:
    by_sentence: dict[int, list[DateMention]] = {}
    for mention in analysis.dates:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for sentence in analysis.sentences:
        found = by_sentence.get(sentence.index)
        if found:
            yield sentence, tuple(found)


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
    for sentence, mentions in _sentences(analysis):
        for mention in mentions:
            e = mention.expression
            if not isinstance(e, CalendarDate) or e.decade or e.year_offset is not None or e.month_offset is not None:
                continue
            tense = _told(sentence, mention)
            if e.year is not None:
                yield from _with_year(analysis, sentence, mention, tense)
            elif e.month is not None and e.day is not None and tense is not None:
                yield _without_year(analysis, mention, e, tense == "future")


def _with_year(analysis: Analysis, sentence: Sentence, mention: DateMention, tense: str | None) -> Iterator[Constraint]:
    named = days(mention.expression, None)  # type: ignore[arg-type]
    if named is None:
        return
    if tense == "past":
        yield Constraint.of(_quote(analysis, mention, "told-as-past"), first=named[0].first)
    elif tense == "future" and mention.relation == "on" and modifies_verb(sentence, mention.first):
        yield Constraint.of(_quote(analysis, mention, "told-as-future"), last=named[0].last, weight=0.7)
    elif tense is None and mention.relation == "on" and not looks_ahead(sentence):
        yield Constraint.of(_quote(analysis, mention, "named-date"), first=named[0].first, weight=0.7)


def _each_year(date: CalendarDate) -> Iterator[dt.date]:
    """The day in every year that has it, on the weekday that is named with it."""
    for y in _YEARS:
        named = days(CalendarDate(y, date.month, date.day), None)
        if named and date.weekday in (None, named[0].first.weekday()):
            yield named[0].first


def _without_year(analysis: Analysis, mention: DateMention, date: CalendarDate, ahead: bool) -> Constraint:
    """A day without its year is near: behind the page where told as past, before it where planned."""
    near, one = dt.timedelta(_OF_LATE), dt.timedelta(1)
    spans = tuple(Interval(d - near, d + one) if ahead else Interval(d - one, d + near) for d in _each_year(date))
    rule = "weekday-and-day" if date.weekday is not None else "day-without-year"
    return Constraint(spans, _quote(analysis, mention, rule), 1.0 if date.weekday is not None else 0.7)


def _first_day(mention: DateMention) -> CalendarDate | None:
    """The first day that a date or range names, its month with it."""
    e = mention.expression
    if isinstance(e, CalendarRange) and e.first.day is not None:
        e = CalendarDate(e.first.year or e.last.year, e.first.month or e.last.month, e.first.day)
    return e if isinstance(e, CalendarDate) and e.day is not None and e.month is not None else None


def _same_year(analysis: Analysis) -> Iterator[Constraint]:
    """ "This year's dialogue, held on 10 September": written between that day and the year's end."""
    for sentence, mentions in _sentences(analysis):
        this_year = next((m for m in mentions if m.expression == Period("year", 0)), None)
        date = next((d for d in map(_first_day, mentions) if d), None)
        if this_year and date and date.year is None and told(sentence, mentions[-1].first) != "future":
            spans = tuple(Interval(d, dt.date(d.year, 12, 31)) for d in _each_year(date))
            yield Constraint(spans, _quote(analysis, this_year, "same-year"))


def _bare_days(analysis: Analysis) -> Iterator[Constraint]:
    """ "On the 14th", of a day named elsewhere with its month: written before the next 14th."""
    bare = [m for m in analysis.dates if isinstance(m.expression, CalendarDate) and m.rule == "bare-day"]
    for mention in bare:
        number = mention.expression.day  # type: ignore[attr-defined]
        for other in analysis.dates:
            date = _first_day(other)
            if date is not None and date.day == number:
                year = [date.year] if date.year else list(_YEARS)
                dated = [d for d in _each_year(date) if d.year in year]
                spans = tuple(Interval(d, add_months(d, 1) - dt.timedelta(1 + ZONE)) for d in dated)
                if spans:
                    yield Constraint(spans, _quote(analysis, mention, "bare-day"))
                break


def _freshest(analysis: Analysis, within: Interval) -> Constraint | None:
    """The last past day that is named to the year: the page was likely written soon after, but not on that day."""
    latest: tuple[dt.date, DateMention] | None = None
    for sentence, mentions in _sentences(analysis):
        for mention in mentions:
            date = mention.expression
            if isinstance(date, CalendarDate) and date.year and date.month and date.day:
                named = days(date, None)
                if named and _told(sentence, mention) == "past" and (not latest or named[0].first > latest[0]):
                    latest = (named[0].first, mention)
    if latest is None or not within.first <= latest[0] <= within.last:
        return None
    first, last = latest[0] + dt.timedelta(1), latest[0] + dt.timedelta(_FRESH)
    return Constraint.of(_quote(analysis, latest[1], "latest-day"), first, last, weight=0.5, soft=True)


# --- datelines ------------------------------------------------------------------------------------


def _dateline(analysis: Analysis) -> Iterator[Constraint]:
    """ "MOSCOW, Feb 10 (Reuters) -": the day, in a year in which the story's first weekday fits."""
    page = analysis.page
    for n, passage in enumerate(page.passages):
        if passage.kind != "body":
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
                dated = list(_each_year(date))
                yield Constraint(tuple(Interval(d, d) for d in dated), _quote(analysis, mention, "dateline"), 3.0)
                yield from _dateline_weekday(analysis, n, dated)
                return


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
                    yield Constraint(spans, _quote(analysis, mention, "dateline-weekday"), weight)
                return


# --- lengths of time ------------------------------------------------------------------------------


def _lengths(analysis: Analysis) -> Iterator[Constraint]:
    """ "The first in almost 18 months", "the first since November 2022": written that long after."""
    lengths: list[tuple[Duration, DateMention]] = []
    starts: list[tuple[Interval, DateMention]] = []
    for sentence, mentions in _sentences(analysis):
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
        yield Constraint((span,), _quote(analysis, starts[0][1], "length-since"), 1.0, soft=True)
        yield Constraint((span,), _quote(analysis, mention, "length-since"), 1.0, soft=True)


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


# --- who holds which office -----------------------------------------------------------------------


def _offices(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """Who is called by an office holds it when the page is written; who is called a former one has left it."""
    seen: set[tuple[str, str]] = set()
    former = {_key(a) for m in analysis.mentions for a in m.actors if _titled(analysis, m, "former")}
    past = {_key(a) for m in analysis.mentions for a in m.actors if _titled(analysis, m, "then")}
    dated = {s.index for s, mentions in _sentences(analysis) if any(_has_year(m) for m in mentions)}
    for mention in analysis.mentions:
        if mention.kind != "person" or len(mention.actors) != 1:
            continue
        actor = mention.actors[0]
        title = _title(analysis, mention, actor)
        if _key(actor) in seen | past or knowledge.offices.classify(title, actor.party) != actor.office:
            continue
        terms = _terms(actor, knowledge)
        if not terms:
            continue
        if _key(actor) in former:
            ends = [interval(t.until) for t in terms if t.until]
            left = min((e.first for e in ends if e), default=None)
            if left is not None:
                yield Constraint.of(_quote(analysis, mention, "office-left"), first=left)
        elif mention.sentence in dated:
            continue  # may be told of a time when the office was another's
        elif "elect" in title.lower().split():
            spans = tuple(Interval(s.first - _ELECTED, s.last + _SLACK) for s in _starts(terms))
            yield Constraint(spans, _quote(analysis, mention, "office-elect"))
        else:
            spans = tuple(_held(t) for t in terms)
            yield Constraint(spans, _quote(analysis, mention, "office-held"))
        seen.add(_key(actor))


def _title(analysis: Analysis, mention: Mention, actor: Actor) -> str:
    """The words of a mention besides the name."""
    name = set(fold(actor.name or "").split())
    tokens = analysis.sentences[mention.sentence].tokens[mention.first : mention.last]
    return " ".join(t.text for t in tokens if fold(t.text) not in name)


def _key(actor: Actor) -> tuple[str, str]:
    return (actor.official or actor.name or "", actor.office or "")


def _has_year(mention: DateMention) -> bool:
    e = mention.expression
    return isinstance(e, CalendarDate) and e.year is not None


def _titled(analysis: Analysis, mention: Mention, table: str) -> bool:
    """Whether a person's title in this mention is marked as a past one."""
    if mention.kind not in ("person", "office"):
        return False
    tokens = analysis.sentences[mention.sentence].tokens
    return any(t.lower in words(table) for t in tokens[max(0, mention.first - 3) : mention.last])


def _terms(actor: Actor, knowledge: Knowledge) -> list[Term]:
    """The terms in which the tables know this person in this office."""
    if actor.name is None or actor.office in (None, "other"):
        return []
    if actor.official and actor.official in knowledge.tenures.officials:
        ids = [actor.official]
    else:
        named = knowledge.tenures.named(actor.name, None, actor.party)
        ids = [c.official.id for c in named if c.how in ("name", "alias", "words")]
    return [
        term
        for official in ids
        for term in knowledge.tenures.offices_of(official)
        if term.office == actor.office and (actor.party is None or term.party == actor.party)
    ]


def _starts(terms: list[Term]) -> list[Interval]:
    return [s for s in (interval(t.since) for t in terms) if s]


def _held(term: Term) -> Interval:
    """The days of a term; one that the tables know no end of may last a while longer than they know of it."""
    since, until, known = interval(term.since), interval(term.until), interval(term.as_of)
    last = until.last + _SLACK if until else known.last + _LASTING if known else LATEST
    return Interval(since.first - _SLACK if since else EARLIEST, last)


def _successions(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """ "He was replaced last year": written in the year after the tables' date; "then-Speaker ... last August"."""
    for sentence, mentions in _sentences(analysis):
        relative = next((m for m in mentions if _relative(m)), None)
        if relative is None:
            continue
        people = [m for m in analysis.mentions_in(sentence.index) if m.kind == "person" and len(m.actors) == 1]
        terms = [t for m in people for t in _terms(m.actors[0], knowledge)]
        if governor(sentence, relative.first, relative.last) in words("succession"):
            changes = [interval(edge) for t in terms for edge in (t.since, t.until) if edge]
            spans = tuple(
                span
                for change in changes
                if change and change.days <= 31
                for span in writing_days(relative.expression, change)  # type: ignore[arg-type]
            )
            if spans:
                yield Constraint(spans, _quote(analysis, relative, "succession"))
        elif then := [m for m in people if _titled(analysis, m, "then")]:
            held = [t for m in then for t in _terms(m.actors[0], knowledge)]
            ends = [e for e in (interval(t.until) for t in held) if e]
            starts = _starts(held)
            if ends and starts:
                term = Interval(min(s.first for s in starts), max(e.last for e in ends))
                reach = (0, 800)
                spans = writing_days(relative.expression, term, reach=reach)  # type: ignore[arg-type]
                yield Constraint(spans, _quote(analysis, relative, "then-in-office"))


def _landmarks(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """A known event is behind the page; told with a date that counts from the page ("last week"), it dates it."""
    by_sentence = {sentence.index: mentions for sentence, mentions in _sentences(analysis)}
    for sentence in analysis.sentences:
        lemmas = {t.lemma for t in sentence.tokens}
        known = [mark for mark in knowledge.landmarks if not mark.heads.isdisjoint(lemmas)]
        if not known:
            continue
        text = f" {' '.join(t.lower for t in sentence.tokens)} "
        for mark in known:
            if mark.told(lemmas, text):
                yield from _beside(analysis, sentence, by_sentence.get(sentence.index, ()), mark)


def _beside(
    analysis: Analysis, sentence: Sentence, mentions: tuple[DateMention, ...], mark: Landmark
) -> Iterator[Constraint]:
    head = next(t for t in sentence.tokens if t.lemma in mark.heads)
    for mention in mentions:
        by = governor(sentence, mention.first, mention.last)
        inside = mention.first <= head.head < mention.last  # "last August, when she visited"
        if _relative(mention) and (inside or by in mark.heads or by in words("showing")):
            spans = writing_days(mention.expression, mark.days, reach=(-1, 4000))  # type: ignore[arg-type]
            if spans:
                yield Constraint(spans, _quote(analysis, mention, "landmark-date"), 1.5)
                return
    if told(sentence, head.i) != "future":
        evidence = analysis.page.evidence(head.start, head.end, "document_date", "landmark")
        yield Constraint.of(evidence, first=mark.days.first, weight=0.7)


def _anniversaries(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """ "The war's third anniversary on February 24": written near that day, as many years after the known event."""
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            number = _ordinal(sentence.tokens[token.i - 1].lower) if token.lower == "anniversary" and token.i else None
            if number is None or any(_has_year(m) for m in analysis.dates_in(sentence.index)):
                continue
            dated = [d for d in map(_first_day, analysis.dates_in(sentence.index)) if d and d.year is None]
            lemmas = {t.lemma for t in sentence.tokens}
            text = f" {' '.join(t.lower for t in sentence.tokens)} "
            for mark in knowledge.landmarks:
                day = mark.days.first
                same_day = any((d.month, d.day) == (day.month, day.day) for d in dated)
                if mark.days.days == 1 and (same_day or (not dated and mark.told(lemmas, text))):
                    near = dt.timedelta(_OF_LATE if same_day else _NEAR_ANNIVERSARY)
                    again = add_months(day, 12 * number)
                    evidence = analysis.page.evidence(token.start, token.end, "document_date", "anniversary")
                    yield Constraint.of(evidence, again - near, again + near)


def _ordinal(word: str) -> int | None:
    """The number of "third" or "75th"."""
    if word in words("ordinals"):
        return listed("ordinals").index(word) + 1
    return int(word[:-2]) if word[:-2].isdecimal() and word[-2:] in ("st", "nd", "rd", "th") else None


def _relative(mention: DateMention) -> bool:
    """Whether a date counts from the page's own, closely enough to tell its year."""
    e = mention.expression
    if isinstance(e, Period):
        return e.unit in ("week", "month", "year")
    if isinstance(e, CalendarDate):
        return e.year is None and e.month is not None
    return isinstance(e, NamedMonth | Distance)
