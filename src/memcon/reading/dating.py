"""When a page was written, where it states so.

`stated` finds the page's own date: what its source says, a date line or stamp above the story, a dateline, its
address. A date in the middle of a story is never the page's. Where there is none, a language's own `dating` gathers
what the page says of its time, and `narrowing` draws it together.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from memcon.model import Document, Evidence, interval
from memcon.reading import chronicles, passages, stamps
from memcon.reading.analysis import Page, Passage
from memcon.reading.datelines import CRAWLED, STAMP, day_of, opens
from memcon.reading.dates import CalendarDate
from memcon.reading.english.dates import find_in_text
from memcon.reading.han_datelines import bears

# "2020年5月12日", "2020. 5. 12."
_HAN_DATE = re.compile(r"(\d{4})(?:\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日|\.\s(\d{1,2})\.\s(\d{1,2})\.)")
_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
# Stamps of a later hand say no more than that the page was there by then.
_LATER_HAND = re.compile(rf"\b(?:{stamps.LATER_HAND})\b|更新|©", re.I)
_PUBLISHED = re.compile(rf"\b(?:{stamps.PUBLISHED})\b", re.I)
_LABEL_REACH = 30  # characters in front of a date in which its label stands
_STORY_WORDS = 25  # a body passage with so many words is the story, not a line of its head
_STORY_SENTENCE = 15  # Han characters of a whole sentence that is the story
_DATELINE_REACH = 90  # characters of a passage in which its dateline's date ends
_SHORT_PASSAGE = 200  # characters of a passage that may be a line of the head
_LINE_WORDS = 16  # words of a line that may hold the page's date among others
_UNDER_STANDFIRST = 5  # lines, at the most, between the summing-up and the story
_HEAD_PASSAGES = 12  # passages that may stand above a story


def stated(page: Page) -> tuple[str, Evidence] | None:
    """The page's own date as EDTF, and where it says so; None where it does not.

    What its source says outside the text comes first, then a date above the story, a dateline, the date in the page's
    address, a publication line below the story, a publication stamp in crawl metadata. A date that is not on the
    page itself has an empty quote; the rule names its origin.
    """
    for rule, found in (
        ("source-date", _from_source(page)),
        ("date-line", _from_head(page)),
        ("dateline", _from_dateline(page)),
        ("han-date-line", bears(page.text)),
        ("address", _from_url(page)),
        ("date-line", _from_loose_line(page)),
        ("date-line", _from_clocked_line(page)),
        ("date-line", _from_under_standfirst(page)),
        ("foot-date-line", _from_foot(page)),
        ("metadata", _from_metadata(page)),
    ):
        if found is not None:
            day, start, end = found
            return day, page.evidence(start, end, "document_date", rule)
    return None


_TOP = 600  # characters of a text that hold its date lines and dateline
_YEAR = re.compile(r"(?:19|20)\d\d")


def stated_at_the_top(document: Document) -> tuple[str, Evidence] | None:
    """As `stated`, looking at no more than the first lines of a text: for a document that is not read any further."""
    text = document.text
    end = len(text) if len(text) <= _TOP else max(text.rfind("\n", 0, _TOP), 0) or _TOP
    if _YEAR.search(text, 0, end) is None and not document.url and not document.date:
        return None
    return stated(passages.cut(msgspec.structs.replace(document, text=text[:end])))


_Found = tuple[str, int, int]


def _from_source(page: Page) -> _Found | None:
    written = page.document.date
    days = interval(written)
    if days is None or written is None:
        return None
    if days.days > 1:  # a month or a year: a date line inside it says more
        inside = _from_head(page) or _from_dateline(page)
        named = interval(inside[0]) if inside else None
        if inside and named and days.overlaps(named):
            return inside
    return written, 0, 0


_DIGIT = re.compile("[0-9]")


def full_dates(text: str, start: int, end: int) -> Iterator[_Found]:
    """Dates with year, month and day in raw text: the day as EDTF, and where it stands."""
    for match in _HAN_DATE.finditer(text, start, end):
        day = day_of(match[1], match[2] or match[4], match[3] or match[5])
        if day:
            yield day, match.start(), match.end()
    if _DIGIT.search(text, start, end) is None:
        return  # there is no year
    for mention in find_in_text(text, start, end):
        e = mention.expression
        if isinstance(e, CalendarDate) and e.year and e.month and e.day and e.part is None:
            day = day_of(e.year, e.month, e.day)
            if day:
                yield day, mention.start, mention.end


def _head(page: Page) -> Iterator[Passage]:
    """Passages from the top down to the first that is story."""
    for passage in _shown(page)[:_HEAD_PASSAGES]:
        if passage.kind == "body" and _is_story(page.text[passage.start : passage.end]):
            return
        yield passage


def _shown(page: Page) -> list[Passage]:
    """What is neither boilerplate nor under a date of its own."""
    heads = chronicles.heads(page).values()
    if not heads:
        return [p for p in page.passages if p.kind != "boilerplate"]
    starts = sorted(head.start for head in heads)
    of_a_day = {i for i, p in enumerate(page.passages) if any(p.start <= s < p.end for s in starts)}
    return [p for i, p in enumerate(page.passages) if p.kind != "boilerplate" and i not in of_a_day]


def _is_story(text: str) -> bool:
    if len(text.split()) >= _STORY_WORDS:
        return True
    han = 0 if text.isascii() else sum("\u4e00" <= c <= "\u9fff" for c in text)
    return han >= (_STORY_SENTENCE if text.endswith("。") else 2 * _STORY_WORDS)


# A day with a clock's time opens a line: no headline begins so.
_STAMP = re.compile(r"\s*(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?,?\s*\d{1,2}[:：]\d{2}")
# The same at the end of a line that begins with who wrote it.
_SIGNED_STAMP = re.compile(
    r"[^\d\n]{2,20}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?,?\s*\d{1,2}[:：]\d{2}\s*$", re.MULTILINE
)


def _from_head(page: Page) -> _Found | None:
    """A date line, stamp or letterhead above the story; published comes before updated."""
    head = list(_head(page))
    for passage in _shown(page)[: len(head) + 1]:  # a stamp may be the first line of the story itself
        place = (page.text, passage.start, passage.end)
        if (stamp := _STAMP.match(*place) or _SIGNED_STAMP.match(*place)) is not None:
            for date in full_dates(page.text, passage.start, stamp.end()):
                return date
    lines = [p for p in head if p.kind in ("date", "byline") or (p.kind == "body" and p.end - p.start < _SHORT_PASSAGE)]
    return _published_first(page, lines)


def _published_first(page: Page, lines: Iterable[Passage]) -> _Found | None:
    """The first full date of these lines; what a later hand wrote comes last, a crawler's stamp not at all.

    No page is changed before it is put up: a date without a label that is later than an update's is the clock of
    the day on which the page was called up; so is a bare date over an earlier one with a clock's time.
    """
    found: list[tuple[bool, _Found]] = []
    unlabelled: set[_Found] = set()
    for passage in lines:
        for date in full_dates(page.text, passage.start, passage.end):
            label = _label(page.text, passage.start, date[1])
            if CRAWLED.search(label) is None:
                found.append((_LATER_HAND.search(label) is not None, date))
                if _PUBLISHED.search(label) is None:
                    unlabelled.add(date)
    updated = min((date[0] for later, date in found if later), default="9")
    found = [f for f in found if f[0] or f[1] not in unlabelled or f[1][0] <= updated]
    first = min(found, key=lambda f: f[0])[1] if found else None
    clocked = [f[1] for f in found if not f[0] and _CLOCK.match(page.text, f[1][2], _end_of_line(page.text, f[1][2]))]
    if first in unlabelled and first not in clocked and clocked and clocked[0][0] < first[0]:
        return clocked[0]
    return first


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _from_loose_line(page: Page) -> _Found | None:
    """A short line above the story, other than its headline, that holds a date among words of its own."""
    titles = [p for p in _head(page) if p.kind == "title"][1:]
    return _published_first(page, (p for p in titles if _of_its_day(page.text[p.start : p.end])))


# A clock's time right behind a date, at the end of its line: "admin - October 8, 2014 - 8:35am".
_CLOCK = re.compile(r"[\s,@|–—-]{1,4}(?:at )?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s*$", re.IGNORECASE)
_CLOCKED_WORDS = 9  # words of a line that tells who put the page up, and when


def _from_clocked_line(page: Page) -> _Found | None:
    """A short line above the story that ends with a date and a clock's time, whatever stands before them."""
    for passage in _head(page):
        start = passage.start
        for line in page.text[start : passage.end].splitlines(keepends=True):
            for date in full_dates(page.text, start, start + len(line)) if len(line.split()) <= _CLOCKED_WORDS else ():
                if _CLOCK.match(page.text, date[2], start + len(line)) and _LATER_HAND.search(line) is None:
                    return date
            start += len(line)
    return None


def _of_its_day(line: str) -> bool:
    return len(line.split()) <= _LINE_WORDS and stamps.SPOKEN_OF.search(line) is None


def _from_under_standfirst(page: Page) -> _Found | None:
    """A date line between the paragraph that sums a story up and the story."""
    shown = _shown(page)[: 2 * _HEAD_PASSAGES]
    stories = [i for i, p in enumerate(shown) if p.kind == "body" and _is_story(page.text[p.start : p.end])]
    if len(stories) < 2 or stories[1] - stories[0] > _UNDER_STANDFIRST:
        return None
    between = shown[stories[0] + 1 : stories[1]]
    return _published_first(page, (p for p in between if p.kind in ("date", "byline")))


def _from_dateline(page: Page) -> _Found | None:
    for passage in [p for p in _shown(page) if p.kind == "body"][:3]:
        for day, start, end in full_dates(page.text, passage.start, min(passage.end, passage.start + _DATELINE_REACH)):
            if opens(page.text, passage.start, start, end):
                return day, start, end
    return None


def _from_url(page: Page) -> _Found | None:
    match = _URL_DATE.search(page.document.url or "")
    day = day_of(match[1], match[3], match[4]) if match and (match[2] or len(match[3] + match[4]) == 4) else None
    return (day, 0, 0) if day else None


def _from_foot(page: Page) -> _Found | None:
    """A date line below the story that says it is the day, or month, of publication, where all such lines agree."""
    lines = [p for p in page.passages if p.kind == "date"]
    credits = {p for p in lines if stamps.is_credit(page.text[p.start : p.end])}
    lines = [p for p in lines if p in credits or _PUBLISHED.search(page.text[p.start : p.end])]
    for read in (full_dates, _months):
        found = [
            date
            for p in lines
            for date in read(page.text, p.start, p.end)
            for label in (_label(page.text, p.start, date[1]),)
            if (p in credits or _PUBLISHED.search(label)) and not _LATER_HAND.search(label)
        ]
        if found:
            return found[0] if len({day for day, _, _ in found}) == 1 else None
    return None


def _label(text: str, opening: int, start: int) -> str:
    """What stands in front of a date on its line, back to the date before it."""
    before = text[max(opening, start - _LABEL_REACH) : start]
    labels = [*_PUBLISHED.finditer(before), *_LATER_HAND.finditer(before)]
    return before[max(m.start() for m in labels) :] if labels else before


def _months(text: str, start: int, end: int) -> Iterator[_Found]:
    """Months with their year in raw text: "Published: June 2025"."""
    for mention in find_in_text(text, start, end):
        e = mention.expression
        if isinstance(e, CalendarDate) and e.year and e.month and e.day is None and e.part is None and e.week is None:
            yield f"{e.year:04}-{e.month:02}", mention.start, mention.end


def _from_metadata(page: Page) -> _Found | None:
    """A labelled publication stamp among what a crawler wrote around the page."""
    for passage in page.passages:
        if passage.kind == "boilerplate" and passage.end - passage.start < 120:
            line = page.text[passage.start : passage.end]
            match = STAMP.search(line)
            if match and _PUBLISHED.search(line[: match.start()]) and not _LATER_HAND.search(line[: match.start()]):
                day = day_of(match[1], match[2], match[3])
                if day:
                    return day, passage.start + match.start(), passage.start + match.end()
    return None
