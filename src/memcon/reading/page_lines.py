"""What each line of a page is by itself: story, date, byline, caption or no text; a fragment is for others to judge."""

import re

from memcon.reading import boilerplate, stamps
from memcon.reading.paragraphs import HEADING, Block, ends_sentence

_MARKUP = re.compile(r"(?:</?[a-zA-Z][^<>]{0,200}>\s*)+")
_HAN = re.compile("[\u3400-\u9fff]")
HEADLINE_WORDS = 30  # a longer line is prose, whatever it ends with
_PLACE_WORDS = 2


def _strip_marks(block: Block) -> None:
    """Take heading marks and tags off a block's ends."""
    caption = "<figcaption" in block.text[:40]
    if (match := HEADING.match(block.text)) is not None:
        block.heading = True
        narrow(block, match.end(), len(block.text))
    if block.text.startswith("<") and not boilerplate.is_boilerplate(block.text):
        if (match := _MARKUP.match(block.text)) is not None and match.end() < len(block.text):
            narrow(block, match.end(), len(block.text))
        if (close := block.text.rfind("</")) > 0 and block.text.endswith(">"):
            narrow(block, 0, close)
    if caption:
        block.kind = "caption"


def narrow(block: Block, start: int, end: int) -> None:
    """Keep text[start:end] of a block that is one line of the document."""
    kept = block.text[start:end]
    lead = len(kept) - len(kept.lstrip())
    block.text = kept.strip()
    block.start += start + lead
    block.end = block.start + len(block.text)


def weigh(block: Block) -> None:
    """Count words; two Han characters count as one."""
    block.words = len(block.text.split())
    if not block.text.isascii():
        block.words += len(_HAN.findall(block.text)) // 2


def alone(blocks: list[Block]) -> list[Block]:
    """Give each block the kind that it shows by itself, splitting stamps off lines."""
    out: list[Block] = []
    for block in blocks:
        _strip_marks(block)
        if not block.text:
            continue
        one_line = len(block.text) == block.end - block.start
        if not block.kind and one_line and (cut := stamps.opening_stamp(block.text)) is not None:
            out.append(Block(block.start, block.start + cut, block.text[:cut], block.gap, "date"))
            narrow(block, cut, len(block.text))
            if not block.text:
                continue
        weigh(block)
        block.kind = block.kind or _kind(block)
        if block.kind == "fragment" and one_line:
            out += _letterhead(block)
        out.append(block)
    return out


def _kind(block: Block) -> str:
    """The kind of a line by itself; a `fragment` is for its surroundings to judge."""
    line = block.text
    if stamps.is_date(line):
        return "date"
    if stamps.is_byline(line):
        return "byline"
    if boilerplate.is_boilerplate(line):
        return "boilerplate"
    if stamps.is_caption(line):
        return "caption"
    return "body" if ends_sentence(line) or block.words > HEADLINE_WORDS else "fragment"


def _letterhead(block: Block) -> list[Block]:
    """Take apart the date that opens or closes a letterhead line: what stands first; the block keeps the rest."""
    line = block.text
    if (cut := stamps.opening_date(line)) is not None:
        before = Block(block.start, block.start + cut, line[:cut].rstrip(), block.gap, "date")
        before.end = before.start + len(before.text)
        narrow(block, cut, len(line))
        weigh(block)
        block.kind = _kind(block)
        return [before]
    if (cut := stamps.closing_date(line)) is None:
        return []
    block.kind = "date"  # with the place it was written at
    if len(line[:cut].split()) <= _PLACE_WORDS or stamps.has_date(line[:cut]):  # published, then updated
        return []
    before = Block(block.start, block.start + cut, line[:cut], block.gap, "fragment")
    narrow(before, 0, cut)
    weigh(before)
    narrow(block, cut, len(line))
    return [before]
