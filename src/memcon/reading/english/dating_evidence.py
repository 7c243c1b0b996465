"""Dates of an undated page as evidence: their quotes, their sentences, and the day they name."""

from collections.abc import Iterator

from memcon.model import Evidence
from memcon.reading.analysis import Analysis, DateMention, Mention, Sentence
from memcon.reading.dates import CalendarDate, CalendarRange

# A date is named without its year for so many days.
OF_LATE = 240


def quote(analysis: Analysis, mention: DateMention | Mention, rule: str) -> Evidence:
    """The mention as evidence for the page's date."""
    return analysis.page.evidence(mention.start, mention.end, "document_date", rule)


def dated_sentences(analysis: Analysis) -> Iterator[tuple[Sentence, tuple[DateMention, ...]]]:
    """The sentences that hold a date, with their dates."""
    by_sentence: dict[int, list[DateMention]] = {}
    for mention in analysis.dates:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for sentence in analysis.sentences:
        found = by_sentence.get(sentence.index)
        if found:
            yield sentence, tuple(found)


def first_day(mention: DateMention) -> CalendarDate | None:
    """The first day that a date or range names, its month with it."""
    e = mention.expression
    if isinstance(e, CalendarRange) and e.first.day is not None:
        e = CalendarDate(e.first.year or e.last.year, e.first.month or e.last.month, e.first.day)
    return e if isinstance(e, CalendarDate) and e.day is not None and e.month is not None else None


def has_year(mention: DateMention) -> bool:
    """Whether a date names its year."""
    e = mention.expression
    return isinstance(e, CalendarDate) and e.year is not None
