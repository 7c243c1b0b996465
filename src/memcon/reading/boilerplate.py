"""What stands on a page and is not text: told by a line alone, its words kept as data in `boilerplate.toml`."""

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
_LINKS_ONLY = re.compile(r"(?:[-*•]\s*)?(?:!?\[[^\]]*\]\([^)]*>?\)[\s|,·•/]*)+")
_HAN = re.compile("[\u3400-\u9fff]")
_DIGIT = re.compile(r"\d")
_NO_WORDS = re.compile(r"[\W_]*")
_DOMAIN = re.compile(r"#*\s*(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+){1,3}", re.I)
_FIELD = re.compile(r"[-*]\s*\*\*[\w \-/.]{2,30}\*\*\s*:\s")
_TAG_ONLY = re.compile(r"(?:<[^<>]*>\s*)+")
_PHONE = re.compile(r"(?<![\d-])(?!\d{4}-\d\d-\d\d)(?:\+?\(?\d[\d()\s./-]{6,}\d)(?:\s*(?:ext|x)\.?\s*\d+)?")
# "Home | World | Business | Sport": three bars or more between a word or two each.
_MENU_IN_LINE = re.compile(r"(?:[^\W\d][\w&'’-]*(?: [\w&'’-]+){0,2}\s*[|｜]\s*){3,}[^\W\d][\w&'’-]*(?: [\w&'’-]+){0,2}")
# "1 min read", "1,455 views"; and another story's name with its stamp: "... Feb 26 2024, 07:39 AM • 27317 views".
_COUNTED = re.compile(
    r"(?:[\d.,]+[km]?|an?) (?:min(?:ute)?s?(?: read)?|views?|shares?|reads|likes|comments?|hits)", re.I
)
_COUNTED_BEHIND = re.compile(r"\d[^.!?]{0,12} ?[•|·] ?[\d.,]+ (?:views?|shares?|reads|likes|comments?|hits)$", re.I)
_EDGES = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_CONTACT = re.compile(r"\b(?:contact|inquiries|enquiries|liaison|tel|phone|office|mobile|fax|e-?mail)\b", re.I)

# A contact line is short; a sentence that gives a telephone number within a story is longer than this.
_CONTACT_LENGTH = 220
_LINK_LABEL_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Words:
    whole: frozenset[str]
    opening: tuple[str, ...]
    inside: AhoCorasick
    inside_most: int
    lists: frozenset[str]
    tail: frozenset[str]
    crawl_outside: frozenset[str]
    crawl_inside: frozenset[str]


@functools.cache
def _words() -> _Words:
    table = tomllib.loads(files("memcon.reading").joinpath("boilerplate.toml").read_text("utf-8"))
    return _Words(
        whole=frozenset(table["whole"]["lines"]),
        opening=tuple(table["opening"]["words"]),
        inside=AhoCorasick(table["inside"]["words"]),
        inside_most=table["inside"]["most_words"],
        lists=frozenset(table["lists"]["lines"]),
        tail=frozenset(table["tail"]["lines"]),
        crawl_outside=frozenset(table["crawl"]["outside"]),
        crawl_inside=frozenset(table["crawl"]["inside"]),
    )


def bare(line: str) -> str:
    """The line in lower case without marks and spaces at its ends."""
    return _EDGES.sub("", line[:200].lower())


def opens_list(line: str) -> bool:
    """Whether short lines that name other stories follow."""
    return bare(line) in _words().lists


def ends_story(line: str) -> bool:
    """Whether nothing of the story follows, once it has been told."""
    return bare(line).lstrip("0123456789 ") in _words().tail


def crawl_section(line: str) -> bool | None:
    """For a crawler's heading: False where what follows is not text, True where the page begins; else None."""
    if not line.startswith("## "):
        return None
    heading = bare(line)
    if heading in _words().crawl_outside:
        return False
    return True if heading in _words().crawl_inside else None


def _words_beside_links(line: str) -> int:
    label = _URL.sub(" ", line)
    return len(label.split()) + len(_HAN.findall(label)) // 2


def is_boilerplate(line: str) -> bool:
    """Whether the line alone shows that it is no text: a button, a menu entry, a mark, a notice, a contact."""
    words = _words()
    low = line[:400].lower()
    if len(line) <= 60 and (_EDGES.sub("", low) in words.whole or _NO_WORDS.fullmatch(line) or _DOMAIN.fullmatch(line)):
        return True
    if low.startswith(words.opening) and len(line) < 400:
        return True
    if line[-1:] in "dsk" and (_COUNTED.fullmatch(line) or (len(line) < 250 and _COUNTED_BEHIND.search(line))):
        return True
    if ("|" in line or "｜" in line) and _MENU_IN_LINE.fullmatch(line):
        return True
    first = line[0]
    if first in "[*-•!" and (_LINKS_ONLY.fullmatch(line) or _FIELD.match(line)):
        return True
    if first == "<" and _TAG_ONLY.fullmatch(line):
        return True
    if ("://" in low or "www." in low) and _words_beside_links(line) <= _LINK_LABEL_WORDS:
        return True
    if len(line) <= _CONTACT_LENGTH and _DIGIT.search(line) and _PHONE.search(line) and _CONTACT.search(line):
        return True
    return len(line) < words.inside_most * 8 and bool(words.inside.find_matches_as_indexes(low))
