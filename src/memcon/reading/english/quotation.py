"""Quotation marks into quotations: spans of direct speech by their marks, whatever the parse makes of them.

Curly, straight, single, angle and low marks are read; an apostrophe is not a mark. A quotation ends with its paragraph
unless its mark closes earlier; where a paragraph leaves its quotation open and the next one opens anew, as newspapers
print a speech of several paragraphs, the second `continues` the first. So do the paragraphs without a mark of their own
between one that opens a quotation and one that closes it, as press offices print a statement.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.reading.analysis import Page

# Opening mark: what closes it. A straight mark opens or closes by its neighbours.
CLOSES = {"“": '”"', "«": "»", "„": "“”", "‟": "”", "「": "」", "‘": "’'", '"': '"”', "'": "'’"}
_MARK = re.compile("[“”«»„‟「」‘’\"']")
_BEFORE_OPENING = re.compile(r"[\s(\[{—–:,;\\-]$")
# Words that lost their first letter: "'til", "’90s".
_ELISION = re.compile(r"['’](?:\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|bout\b|s\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks: `start` and `end` leave the marks out, `outer_start` and `outer_end` hold them.

    `closed`: its closing mark is there. `continues`: it takes up the open quotation of the paragraph before.
    """

    passage: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    continues: bool = False

    def holds(self, position: int) -> bool:
        """Whether a position of the text lies inside."""
        return self.start <= position < self.end


def _opens(text: str, i: int, start: int) -> bool:
    mark = text[i]
    after = text[i + 1] if i + 1 < len(text) else " "
    if mark in "“«„‟「":
        return True
    if after.isspace() or mark in "”»」":
        return False
    free = i == start or bool(_BEFORE_OPENING.search(text[max(i - 1, 0)])) or text[i - 1] in "“\"‘'"
    if mark in "'’‘":
        return free and mark != "’" and not _ELISION.match(text, i)
    return free


def _possessive(text: str, i: int) -> bool:
    """A mark after a plural's s and before more of the same phrase: "the ministers' talks"."""
    return text[i - 1] in "sS" and bool(re.match(r".\s+[a-z]", text[i : i + 3], re.DOTALL))


def _closing(text: str, i: int, end: int, single: bool) -> bool:
    after = text[i + 1] if i + 1 < end else " "
    if after.isalnum():
        return False
    return not (single and (text[i - 1].isspace() or _possessive(text, i)))


def _in_passage(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Outermost (position of the opening mark, position of the closing mark or end, closed) of one passage."""
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        i = match.start()
        if opened is None:
            if _opens(text, i, start):
                opened = i
            continue
        mark = text[opened]
        if text[i] in CLOSES[mark] and (mark in "«「" or _closing(text, i, end, single=mark in "‘'")):
            if i > opened + 1:
                yield opened, i, True
            opened = None
        elif text[i] == mark == "“":  # opened anew before it closed: the first was left open
            yield opened, i, False
            opened = i
    if opened is not None:
        yield opened, end, False


# Paragraphs that may stand between one that opens a quotation and the one that closes it.
BETWEEN = 8
_DOUBLE = re.compile('[“”"]')


def _closes_anew(text: str, start: int, end: int) -> int | None:
    """Where the first mark of a paragraph closes a quotation that it did not open; None if it does not."""
    mark = _DOUBLE.search(text, start, end)
    if mark is None or mark[0] == "“" or mark.start() == start or text[mark.start() - 1].isspace():
        return None
    after = text[mark.end()] if mark.end() < end else " "
    return None if after.isalnum() else mark.start()


def _carried(page: Page, passages: Sequence[int]) -> dict[int, int]:
    """Paragraphs that go on with a quotation left open before them, without opening it anew: where it ends in each."""
    found: dict[int, int] = {}
    between: list[int] | None = None  # since a quotation was left open, if one was
    for p in passages:
        start, end = page.passages[p].start, page.passages[p].end
        spans = list(_in_passage(page.text, start, end))
        if between is not None:
            close = _closes_anew(page.text, start, end)
            if close is not None:
                found.update({b: page.passages[b].end for b in between} | {p: close})
            elif not spans and not _DOUBLE.search(page.text, start, end) and len(between) < BETWEEN:
                between.append(p)
                continue
        left = [a for a, _, closed in spans if not closed]
        between = [] if left and page.text[left[-1]] in '“"' else None
    return found


def quotations(page: Page, passages: Iterable[int]) -> tuple[Quotation, ...]:
    """Quotations of the given passages (indices into `page.passages`), in order, outermost marks only.

    A single mark that never closes is an apostrophe, but for one that opens a paragraph or follows a colon.
    """
    found: list[Quotation] = []
    left_open = False
    order = tuple(passages)
    carried = _carried(page, order)
    for p in order:
        passage = page.passages[p]
        first = True
        still_open = False
        begins = passage.start
        if p in carried:
            start, end = _trim(page.text, passage.start, carried[p])
            if start < end:
                closed = carried[p] < passage.end
                begins = carried[p] + closed
                found.append(Quotation(p, start, end, start, begins, closed=closed, continues=True))
        for opening, closing, closed in _in_passage(page.text, begins, passage.end):
            before = page.text[passage.start : opening].strip()
            at_start = not before
            if not closed and page.text[opening] in "'‘" and not (at_start or before.endswith(":")):
                continue
            start, end = _trim(page.text, opening + 1, closing)
            if end <= start:
                continue
            found.append(
                Quotation(
                    passage=p,
                    start=start,
                    end=end,
                    outer_start=opening,
                    outer_end=closing + 1 if closed else closing,
                    closed=closed,
                    continues=first and at_start and left_open,
                )
            )
            first = False
            still_open = not closed
        left_open = still_open
    return tuple(found)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space and escapes left at the edges."""
    while start < end and (text[start].isspace() or text[start] == "\\"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\\"):
        end -= 1
    return start, end
