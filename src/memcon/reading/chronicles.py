"""Chronicles: pages that tell day by day, each paragraph under the date that heads it.

"March 8 -- The envoys met in Geneva." and a line "26 January 2013" above a paragraph date what is told there, not the
page.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.reading.analysis import Page
from memcon.reading.english.dates import find_in_text
from memcon.reading.expressions import CalendarDate, CalendarRange

LEAST = 3  # headed paragraphs from which a page is a chronicle: fewer may be datelines and stamps
_HEAD_LENGTH = 60  # characters in which a heading's date ends
_STORY_WORDS = 5  # words of a paragraph under a heading line

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s?(?:[-–—/]|to|and)\s?"
_YEAR = r"(?:,?\s(?:19|20)\d\d)?"
_DATE = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    rf"(?:{_MONTH}\s{_DAY}{_YEAR}(?:{_TO}(?:{_MONTH}\s)?{_DAY})?|{_DAY}(?:{_TO}{_DAY})?\s{_MONTH}){_YEAR}"
)
_BULLET = r"[\s•*·>#_-]*"
# A date and the mark that parts it from what is told of it.
_OPENS = re.compile(rf"{_BULLET}(?P<date>{_DATE})[*_]*\s?(?::|–|—|--|-(?=\s))[*_]*\s*(?=[\"“‘'(]?[A-Z0-9])")
_ALONE = re.compile(rf"{_BULLET}(?P<date>{_DATE})[*_]*:?[*_]*\s*")
_YEAR_ALONE = re.compile(rf"{_BULLET}((?:19|20)\d\d)[*_]*:?\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """The date over a paragraph: its words at `start:end`, and where the paragraph's own text begins."""

    start: int
    end: int
    after: int
    expression: CalendarDate | CalendarRange


@functools.lru_cache(maxsize=4)
def heads(page: Page) -> dict[int, Head]:
    """The head of each passage that stands under a date, on a page that is a chronicle; else none."""
    found = dict(_heads(page))
    return found if len({head.start for head in found.values()}) >= LEAST else {}


def _heads(page: Page) -> Iterator[tuple[int, Head]]:
    year: int | None = None
    over: Head | None = None  # the heading line that the passages stand under
    for i, passage in enumerate(page.passages):
        if passage.kind == "boilerplate":
            continue
        place = (page.text, passage.start, passage.end)
        if (alone := _YEAR_ALONE.fullmatch(*place)) is not None:
            year, over = int(alone[1]), None
        elif (line := _ALONE.fullmatch(*place)) is not None:
            over = _head(page, line, year)
        elif (opening := _OPENS.match(*place)) is not None and opening.end("date") - passage.start <= _HEAD_LENGTH:
            over = None
            head = _head(page, opening, year)
            if head is not None:
                yield i, head
        elif (
            over is not None
            and passage.kind == "body"
            and len(page.text[passage.start : passage.end].split()) >= _STORY_WORDS
        ):
            yield i, over
        elif passage.kind in ("title", "date"):
            over = None


def _head(page: Page, match: re.Match[str], year: int | None) -> Head | None:
    for mention in find_in_text(page.text, match.start("date"), match.end("date")):
        if isinstance(mention.expression, CalendarDate | CalendarRange):
            return Head(mention.start, mention.end, match.end(), _in_year(mention.expression, year))
    return None


def _in_year(expression: CalendarDate | CalendarRange, year: int | None) -> CalendarDate | CalendarRange:
    """The date in the year that stands over it, where it names none."""
    if isinstance(expression, CalendarRange):
        first, last = expression.first, expression.last
        year = last.year or year
        return CalendarRange(replace(first, year=first.year or year), replace(last, year=year))
    return expression if expression.year is not None else replace(expression, year=year)
