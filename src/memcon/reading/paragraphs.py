"""The lines of a text, joined into the paragraphs that a fixed line width or an empty line in a sentence broke."""

import re
from dataclasses import dataclass
from itertools import pairwise

from memcon.reading import boilerplate, stamps

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
HEADING = re.compile(r"(?:[-*>]\s+)*#{1,6}\s+")
_SENTENCE_ENDS = tuple(".!?…:;,。！？；：，")
_CLOSERS = " \t\u00a0\"'”’»)]）」』*_`"
# The second and third are a bullet that was read in the wrong character set.
BULLET = re.compile(r"(?:[-*•·‣▪]|â\x80¢|ï\x82·|\(?[0-9a-z]{1,2}[.)]|\d{1,2}[:.]\d{2})\s+")

_WIDEST_WRAP = 120  # columns: a longer line was not broken by a page's layout
_NARROWEST_WRAP = 50


@dataclass(slots=True)
class Block:
    """A line, or the lines of one wrapped paragraph. `kind` is `fragment` while its surroundings must decide."""

    start: int
    end: int
    text: str
    gap: bool  # whether an empty line stands before it
    kind: str = ""
    heading: bool = False
    words: int = 0


def _lines(text: str) -> list[Block]:
    blocks = []
    last = 0
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + line.index(stripped[0])
        blocks.append(Block(start, start + len(stripped), stripped, _empty_line(text, last, match.start())))
        last = match.end()
    return blocks


def ends_sentence(line: str) -> bool:
    """Whether a line ends where a sentence or a clause does, quotation marks aside."""
    return line.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def _empty_line(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return between.count("\n") > 1 or (between.count("\r") > 1 and "\r\n" not in between)


def paragraphs(text: str) -> list[Block]:
    """The paragraphs of a text in order, as they stand in it; empty lines are none."""
    blocks = _lines(text)
    joined: list[Block] = []
    i = 0
    while i < len(blocks):
        j = i + 1
        while j < len(blocks) and not blocks[j].gap:
            j += 1
        joined += _join_run(blocks[i:j])
        i = j
    return _join_torn(joined)


def _join_torn(blocks: list[Block]) -> list[Block]:
    """Join what an empty line tore in the middle of a sentence: one line stops short, the next begins in lower case."""
    joined = blocks[:1]
    for block in blocks[1:]:
        before = joined[-1]
        if (
            block.gap
            and block.text[0].islower()
            and len(before.text) >= _NARROWEST_WRAP
            and (before.text[-1].isalnum() or before.text[-1] == ",")
            and block.text.count(" ") > 1
            and BULLET.match(block.text) is None
            and not boilerplate.is_boilerplate(before.text)
            and not boilerplate.is_boilerplate(block.text)
            and not _is_stamp(block.text)
            and HEADING.match(before.text) is None
        ):
            joined[-1] = Block(before.start, block.end, f"{before.text} {block.text}", before.gap)
        else:
            joined.append(block)
    return joined


def _join_run(run: list[Block]) -> list[Block]:
    """Join lines that a fixed width broke: those where the next line's first word would not have fitted any more."""
    width = max(len(b.text) for b in run)
    if len(run) < 2 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return run
    if len(run) == 2 and not run[1].text[0].islower():
        return run
    broken = [
        len(one.text) + 1 + len(other.text.split(maxsplit=1)[0]) > width * 0.93
        and BULLET.match(other.text) is None
        and not _is_stamp(other.text)
        for one, other in pairwise(run)
    ]
    # A wrapped paragraph breaks anywhere; lines that mostly end where a sentence ends are lines of their own.
    mid_sentence = sum(b and not ends_sentence(one.text) for b, one in zip(broken, run, strict=False))
    if mid_sentence * 2 < len(broken) or not any(broken):
        return run
    joined = [run[0]]
    for block, continues in zip(run[1:], broken, strict=True):
        if continues:
            before = joined[-1]
            joined[-1] = Block(before.start, block.end, f"{before.text} {block.text}", before.gap)
        else:
            joined.append(block)
    return joined


def _is_stamp(line: str) -> bool:
    return stamps.is_date(line) or stamps.opening_stamp(line) is not None
