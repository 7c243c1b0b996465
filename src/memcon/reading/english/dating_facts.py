"""What an undated page says of its time through facts that the tables know: offices, successions, known events."""

import datetime as dt
from collections.abc import Iterator

from memcon.knowledge import Knowledge, Landmark, Term, fold
from memcon.model import Interval, interval
from memcon.reading.analysis import Actor, Analysis, DateMention, Mention, Sentence
from memcon.reading.calendar_days import add_months
from memcon.reading.dates import CalendarDate, Distance, NamedMonth, Period
from memcon.reading.english.dating_evidence import OF_LATE, dated_sentences, first_day, has_year, quote
from memcon.reading.english.tense import governor, listed, told, words
from memcon.reading.narrowing import EARLIEST, LATEST, Constraint, writing_days

_ELECTED = dt.timedelta(100)  # between an election and the office
_LASTING = dt.timedelta(730)  # an office held when the tables were last checked may be held so long after
_NEAR_ANNIVERSARY = 60  # days around an anniversary in which it is spoken of without its day
_SLACK = dt.timedelta(3)  # an office may be told of a little before it is taken up


def offices(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """Who is called by an office holds it when the page is written; who is called a former one has left it."""
    seen: set[tuple[str, str]] = set()
    former = {_key(a) for m in analysis.mentions for a in m.actors if _titled(analysis, m, "former")}
    past = {_key(a) for m in analysis.mentions for a in m.actors if _titled(analysis, m, "then")}
    dated = {s.index for s, mentions in dated_sentences(analysis) if any(has_year(m) for m in mentions)}
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
                yield Constraint.of(quote(analysis, mention, "office-left"), first=left)
        elif mention.sentence in dated:
            continue  # may be told of a time when the office was another's
        elif "elect" in title.lower().split():
            spans = tuple(Interval(s.first - _ELECTED, s.last + _SLACK) for s in _starts(terms))
            yield Constraint(spans, quote(analysis, mention, "office-elect"))
        else:
            spans = tuple(_held(t) for t in terms)
            yield Constraint(spans, quote(analysis, mention, "office-held"))
        seen.add(_key(actor))


def _title(analysis: Analysis, mention: Mention, actor: Actor) -> str:
    """The words of a mention besides the name."""
    name = set(fold(actor.name or "").split())
    tokens = analysis.sentences[mention.sentence].tokens[mention.first : mention.last]
    return " ".join(t.text for t in tokens if fold(t.text) not in name)


def _key(actor: Actor) -> tuple[str, str]:
    return (actor.official or actor.name or "", actor.office or "")


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


def successions(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """ "He was replaced last year": written in the year after the tables' date; "then-Speaker ... last August"."""
    for sentence, mentions in dated_sentences(analysis):
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
                yield Constraint(spans, quote(analysis, relative, "succession"))
        elif then := [m for m in people if _titled(analysis, m, "then")]:
            held = [t for m in then for t in _terms(m.actors[0], knowledge)]
            ends = [e for e in (interval(t.until) for t in held) if e]
            starts = _starts(held)
            if ends and starts:
                term = Interval(min(s.first for s in starts), max(e.last for e in ends))
                reach = (0, 800)
                spans = writing_days(relative.expression, term, reach=reach)  # type: ignore[arg-type]
                yield Constraint(spans, quote(analysis, relative, "then-in-office"))


def landmarks(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """A known event is behind the page; told with a date that counts from the page ("last week"), it dates it."""
    by_sentence = {sentence.index: mentions for sentence, mentions in dated_sentences(analysis)}
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
                yield Constraint(spans, quote(analysis, mention, "landmark-date"), 1.5)
                return
    if told(sentence, head.i) != "future" and head.tag != "VB":  # "agreed to reopen embassies" lies ahead
        evidence = analysis.page.evidence(head.start, head.end, "document_date", "landmark")
        yield Constraint.of(evidence, first=mark.days.first, weight=0.7)


def anniversaries(analysis: Analysis, knowledge: Knowledge) -> Iterator[Constraint]:
    """ "The war's third anniversary on February 24": written near that day, as many years after the known event."""
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            number = _ordinal(sentence.tokens[token.i - 1].lower) if token.lower == "anniversary" and token.i else None
            if number is None or any(has_year(m) for m in analysis.dates_in(sentence.index)):
                continue
            dated = [d for d in map(first_day, analysis.dates_in(sentence.index)) if d and d.year is None]
            lemmas = {t.lemma for t in sentence.tokens}
            text = f" {' '.join(t.lower for t in sentence.tokens)} "
            for mark in knowledge.landmarks:
                day = mark.days.first
                same_day = any((d.month, d.day) == (day.month, day.day) for d in dated)
                if mark.days.days == 1 and (same_day or (not dated and mark.told(lemmas, text))):
                    near = dt.timedelta(OF_LATE if same_day else _NEAR_ANNIVERSARY)
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
