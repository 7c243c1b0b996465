"""The days that a date means where it stands: which side of the page's date it lies on, and what it counts from."""

from typing import cast

from memcon.model import Interval, interval
from memcon.reading.analysis import Analysis, DateMention, Sentence
from memcon.reading.dates import Anchored, Direction, Duration, Expression, days, resolve
from memcon.reading.english.tense import modifies_verb, overtaken, told

WEEK = 7  # days
_BACK = 5  # sentences in which "the following day" finds the day it follows


def day(
    analysis: Analysis, mention: DateMention, planned: bool, head: int | None = None, off: bool = False
) -> str | None:
    """The days of a date as EDTF, for an event whose head is token `head` of the date's sentence.

    The date's own verb tells its side of the page's date ("a visit that was scheduled for Sunday" lies ahead), and
    where it does not, whether the event is `planned`; the day of an event that was called `off` lay ahead, whatever the
    verb that called it off ("cancelled its February visit"). "A year after the summit" dates the summit from the rest
    of the sentence, "the following day" counts from the date before.
    """
    sentence = analysis.sentences[mention.sentence]
    today = interval(analysis.today)
    direction: Direction = "future" if off else side(sentence, mention, planned)
    expression = cast(Expression, mention.expression)
    if not isinstance(expression, Anchored):
        return resolve(expression, today, direction)
    under = _under(sentence, mention)
    if under:  # "a year after the summit": only the summit's date can be told
        anchor = _beside(analysis, mention, under) or today
        back = Anchored(-expression.count, expression.unit)
        return resolve(back, today, direction, anchor) if anchor and head in under else None
    return resolve(expression, today, direction, _before(analysis, mention, expression.unit == "day"))


def side(sentence: Sentence, mention: DateMention, planned: bool) -> Direction:
    """Whether a date lies behind the page's own or ahead, by its verb, or else by the event's status."""
    if mention.relation in ("since", "after"):
        return "strictly past"
    tense = told(sentence, mention.first)
    if tense is None:
        return "future" if planned else "past"
    # "Announced a meeting on July 20" leaves both open, "was scheduled for July 20" may lie behind.
    if not modifies_verb(sentence, mention.first) or (tense == "future" and overtaken(sentence, mention.first)):
        return tense
    return "strictly past" if tense == "past" else "strictly future"


def _under(sentence: Sentence, mention: DateMention) -> frozenset[int]:
    """The tokens under the "after" of "a year after the summit", "a year after they met"; none for "a year after."."""
    word = sentence.tokens[mention.last - 1]
    if word.lower not in ("after", "before"):
        return frozenset()
    top = word.head if word.dep == "mark" else word.i
    return frozenset(sentence.subtree(top)) - frozenset(range(mention.first, mention.last))


def _plain(analysis: Analysis, mention: DateMention) -> Interval | None:
    """The days of a date that counts from no other."""
    expression = cast(Expression, mention.expression)
    if isinstance(expression, Anchored | Duration):
        return None
    sentence = analysis.sentences[mention.sentence]
    found = days(expression, interval(analysis.today), side(sentence, mention, False))
    return found[0] if found else None


def _beside(analysis: Analysis, mention: DateMention, under: frozenset[int]) -> Interval | None:
    """The date that the rest of the sentence has."""
    for other in analysis.dates_in(mention.sentence):
        if other is not mention and other.first not in under and other.relation == "on":
            found = _plain(analysis, other)
            if found is not None:
                return found
    return None


def _before(analysis: Analysis, mention: DateMention, of_days: bool) -> Interval | None:
    """The last date told before this one, in its sentence or the few before it; with `of_days` one of a few days:
    "the next day" counts from no year.
    """
    for other in sorted(analysis.dates, key=lambda d: -d.start):
        if other.start < mention.start and mention.sentence - other.sentence <= _BACK:
            found = _plain(analysis, other)
            if found is not None and (not of_days or found.days <= WEEK):
                return found
    return None
