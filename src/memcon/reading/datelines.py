"""Datelines and crawl stamps: the marks around a story by which a page tells its day, free of any language."""

import datetime as dt
import re
from collections.abc import Iterator

from memcon.reading.analysis import Page
from memcon.reading.narrowing import Constraint

STAMP = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
CRAWLED = re.compile(r"\b(?:scraped|crawled|fetched|retrieved|accessed|archived|captured)\b", re.I)
# What may stand between a dateline's date and its story, and in front of the date: places, agencies.
_AFTER_DATELINE = re.compile(
    r"[ \t]*\r?\n|\)?[.,]?\s*(?:[(/\[][^)/\]\n]{2,40}[)/\]]\s*)?\.?\s*(?:[:–—-]|--)|[.,]?\s*[(/][^)/\n]{2,40}[)/]"
)
# "June 20, 1999 COLOGNE, Germany (CNN) --": the places may also stand behind the date.
_PLACES_BEHIND = re.compile(
    r"[.,]?\s+(?:[A-Z\u00c0-\u024f][\w.'’-]*[\s,/]+){1,5}(?:\([^)\n]{2,40}\)\s*(?:[–—-]|--)|\([A-Z]{2,5}\)|[–—]\s|--)"
)
_BEFORE_DATELINE = re.compile(
    r"(?:\([^)]{2,30}\)\s*+(?:[–—-]++\s*+)?)?(?:[^\W\d_][\w.'’-]*+[\s,/]*+(?:\([^)]*+\)\s*+)?){0,8}(?:[–—:,-]++\s*+)?\(?"
)


def day_of(y: str | int, m: str | int, d: str | int) -> str | None:
    """The day as EDTF, or None where there is no such day."""
    try:
        return dt.date(int(y), int(m), int(d)).isoformat()
    except ValueError:
        return None


def opens(text: str, opening: int, start: int, end: int) -> bool:
    """Whether a date from `start` to `end` is the dateline of the passage that begins at `opening`."""
    before = text[opening:start]
    # A dateline's places are capitalised; a sentence has a small word in front of its date.
    small = any(w[0].islower() and w not in ("of", "the", "and", "de", "al") for w in before.split())
    if small or _BEFORE_DATELINE.fullmatch(before) is None:
        return False
    if _AFTER_DATELINE.match(text, end) is not None:
        return True
    return not before.strip() and _PLACES_BEHIND.match(text, end) is not None


def crawled(page: Page) -> Iterator[Constraint]:
    """What stamps of a later hand say: the page was there by then."""
    for passage in page.passages:
        if passage.end - passage.start < 160:
            line = page.text[passage.start : passage.end]
            match = STAMP.search(line)
            if match and CRAWLED.search(line[: match.start()]):
                day = day_of(match[1], match[2], match[3])
                if day:
                    start = passage.start + match.start()
                    evidence = page.evidence(start, start + len(match[0]), "document_date", "crawled-by")
                    yield Constraint.of(evidence, last=dt.date.fromisoformat(day), weight=3.0)
