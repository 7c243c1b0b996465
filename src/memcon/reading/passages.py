"""A document cut into passages: what is story, what is headline, date, byline or caption, and what is no text at all.

The text stays as it came: a passage is a span of it. Lines are joined into the paragraphs that a fixed line width
broke, each is looked at alone (`boilerplate`, `stamps`), and then in its surroundings: a headline told twice, a menu
(many short lines in succession), a list of other stories, the comment form and what follows it.
"""

import re
from typing import Literal

from memcon.model import Document
from memcon.reading import boilerplate
from memcon.reading.analysis import Page, Passage
from memcon.reading.language import languages
from memcon.reading.page_lines import HEADLINE_WORDS, alone, narrow
from memcon.reading.paragraphs import BULLET, Block, paragraphs

Kind = Literal["title", "body", "date", "byline", "caption", "boilerplate"]

# A site's name behind the headline: any after a bar, a newspaper's after a dash or colon.
_SITE = re.compile(
    r"\s+[|｜]\s+[^|｜]{2,60}$|\s+[–—:-]\s+(?:[A-Z][\w.]*\s){0,3}(?:News|Times|Post|Daily|Herald|Journal|Tribune|Guardian|Reuters|BBC"
    r"|CNN|NPR|Today|Telegraph|Standard|Mail|Star|Press|Agency|AP|AFP|Gazette|Chronicle)$"
)
_NOT_LETTERS = re.compile(r"[\W_]+")

_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$")

_LONGEST_PASSAGE = 20_000  # characters: a longer line is cut at a sentence's end, to keep a parse within memory
_SUBHEADING_WORDS = 14
_SHORTEST_HEADLINE = 15  # characters that must be left when a site's name is taken off
_MENU_WORDS = 4
_BUTTON_WORDS = 8
_POINT_WORDS = 12  # the mean of a list of points within a story; headlines and menu entries are shorter
_MENU = 3  # so many short lines in succession are a menu or a list of other stories
_STORY_TOLD = 60  # words of prose after which a comment form ends the page
_AFTERMATH = 5  # so many lines of no text end a story; a lone paragraph behind them belongs to another


def _crawl(blocks: list[Block]) -> None:
    """Blind out what a crawler wrote around the page."""
    inside = True
    for block in blocks:
        if block.heading and (section := boilerplate.crawl_section("## " + block.text)) is not None:
            inside = section
            block.kind = "boilerplate"
        elif not inside:
            block.kind = "boilerplate"


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())


def _headline(blocks: list[Block]) -> None:
    """Find the headline; the same words again are no text."""
    if (
        len(blocks) > 1
        and blocks[0].kind == "body"
        and blocks[0].words <= _SUBHEADING_WORDS
        and blocks[1].kind in ("date", "byline")
    ):
        blocks[0].kind = "fragment"
    if (
        blocks
        and blocks[0].kind == "body"
        and blocks[0].words <= _SUBHEADING_WORDS
        and _ABBREVIATION.search(blocks[0].text)
    ):
        blocks[0].kind = "fragment"  # "Cuba to hold talks with the U.S."
    first = next((i for i, b in enumerate(blocks) if b.kind == "body" and not _headline_like(b)), len(blocks))
    candidates = [b for b in blocks[:first] if b.kind == "fragment" or _headline_like(b)]
    title = next((b for b in candidates if b.words >= 3), candidates[0] if candidates and first < len(blocks) else None)
    if title is None:
        return
    title.kind = "title"
    if len(title.text) == title.end - title.start:
        while (match := _SITE.search(title.text)) is not None and match.start() > _SHORTEST_HEADLINE:
            narrow(title, 0, match.start())
    told = _plain(title.text)
    if len(told) < 4:
        return
    for block in blocks:
        if (
            block is title
            or block.kind not in ("fragment", "body", "caption")
            or len(block.text) > 2 * len(title.text) + 60
        ):
            continue
        if _tells_again(_plain(block.text), told, whole=block.kind != "fragment"):
            block.kind = "boilerplate"


def _tells_again(line: str, headline: str, whole: bool) -> bool:
    """Whether a line repeats the headline: word for word, or, unless `whole`, cut short or with a site's name."""
    if line == headline:
        return True
    if whole or min(len(line), len(headline)) <= _SHORTEST_HEADLINE + 5:
        return False
    longer = line.startswith(headline) and len(line) < len(headline) + 30
    return longer or headline.startswith(line) or line.endswith(headline)


def _headline_like(block: Block) -> bool:
    """A short line that ends with a question or exclamation mark, or a heading, may be a headline."""
    return block.kind == "body" and block.words <= HEADLINE_WORDS and (block.heading or block.text[-1] in "!?！？")


def _lists_and_tail(blocks: list[Block]) -> None:
    """Short lines under "Related stories", and everything after the comment form, are no text."""
    told = 0
    listing = False
    for i, block in enumerate(blocks):
        if block.kind == "body":
            told += block.words
            listing = False
        elif listing and block.kind in ("fragment", "caption", "date", "byline"):
            block.kind = "boilerplate"
        if block.kind in ("boilerplate", "fragment") and block.words <= _BUTTON_WORDS:
            if told >= _STORY_TOLD and boilerplate.ends_story(block.text):
                for other in blocks[i:]:
                    other.kind = "boilerplate"
                return
            listing = listing or boilerplate.opens_list(block.text)


def _menus(blocks: list[Block]) -> None:
    """Many short lines in succession, dates and buttons between them or not, are a menu or a list of other stories."""
    run: list[Block] = []
    introduced = told = False
    if not any(b.kind == "body" and b.words > _SUBHEADING_WORDS for b in blocks):
        return  # a page of short lines only (a schedule, headlines) has nothing else to read
    for block in [*blocks, None]:
        if block is not None and block.kind in ("boilerplate", "date", "byline", "caption"):
            continue
        if block is not None and block.kind == "fragment" and not (introduced and _listed(block)):
            run.append(block)
            continue
        _silence(run, told, tail=block is None)
        told = told or (block is not None and block.kind == "body")
        run = []
        introduced = block is not None and (block.text.endswith((":", "：", ";")) or (introduced and _listed(block)))


def _silence(run: list[Block], told: bool, tail: bool) -> None:
    """Make a run of short lines boilerplate.

    Before the story it may be a letterhead: there only a real menu is one. Within it, lines of a sentence's length
    are its points, though they end without a stop; behind it, they name other stories.
    """
    points = sum(b.words for b in run) > _POINT_WORDS * len(run)
    if told:
        menu = run if len(run) >= _MENU and (tail or not points) else []
    else:
        short = [b for b in run if b.words <= _MENU_WORDS]
        menu = run if len(run) >= 2 * _MENU else short if len(short) >= _MENU else []
    for block in menu:
        block.kind = "boilerplate"


def _listed(block: Block) -> bool:
    return BULLET.match(block.text) is not None or block.words >= 4


def _aftermath(blocks: list[Block]) -> None:
    """What comes after the story has ended in a run of no text (a lone paragraph, a date) belongs to other stories."""
    told = silent = 0
    ended = False
    for i, block in enumerate(blocks):
        if block.kind == "body":
            if ended:
                alone = all(b.kind != "body" for b in blocks[i + 1 : i + 4])
                if alone and block.words < _STORY_TOLD:
                    block.kind = "boilerplate"
                    continue
            told += block.words
            silent = 0
            ended = False
        elif block.kind in ("boilerplate", "date", "byline") and block.text != "<!-- -->":
            silent += 1
            ended = told >= _STORY_TOLD and silent >= _AFTERMATH
        if ended and block.kind in ("fragment", "date", "byline", "caption"):
            block.kind = "boilerplate"


def _settle(blocks: list[Block]) -> None:
    """What is still undecided is a subheading where it is short, and a caption or loose sentence where it is long."""
    for block in blocks:
        if block.kind == "fragment":
            block.kind = "title" if block.words <= _SUBHEADING_WORDS and not BULLET.match(block.text) else "body"


def _pieces(block: Block, text: str) -> list[tuple[int, int]]:
    """The block's span, cut at sentence ends where it is too long to parse at once."""
    pieces = []
    start = block.start
    while block.end - start > _LONGEST_PASSAGE:
        limit = start + _LONGEST_PASSAGE
        cut = max(text.rfind(". ", start, limit), text.rfind("。", start, limit), text.rfind("\n", start, limit))
        cut = (
            cut + 1
            if cut > start
            else max(text.rfind(" ", start + 1, limit), start)
            if " " in text[start + 1 : limit]
            else limit
        )
        pieces.append((start, cut))
        while cut < block.end and text[cut].isspace():
            cut += 1
        start = cut
    if start < block.end:
        pieces.append((start, block.end))
    return pieces


def cut(document: Document) -> Page:
    """Cut a document into passages, in the order of the text. Every character of text that is not white space or a
    mark of layout lies in exactly one passage.
    """
    text = document.text
    blocks = alone(paragraphs(text))
    _crawl(blocks)
    _headline(blocks)
    _lists_and_tail(blocks)
    _menus(blocks)
    _aftermath(blocks)
    _settle(blocks)
    told = [b.text for b in blocks if b.kind != "boilerplate"]
    found = iter(languages(told))
    tags = ["und" if b.kind == "boilerplate" else next(found) for b in blocks]
    passages = tuple(
        Passage(start, end, block.kind, tag)  # type: ignore[arg-type]
        for block, tag in zip(blocks, tags, strict=True)
        for start, end in _pieces(block, text)
    )
    return Page(document, passages)
