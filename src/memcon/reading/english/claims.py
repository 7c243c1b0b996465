"""Claims about the record itself: "the first such call in almost 18 months", "her third visit this year".

A claim is kept with its words, its kind and its span, to be checked against the record; nothing here says it is true.
`in_sentence` gives those of one sentence, so that an event can carry `first_since`.
"""

import functools
import re
import tomllib
from importlib.resources import files
from typing import Literal

from memcon.model import Claim, Evidence, Participant, interval
from memcon.reading import dates
from memcon.reading.analysis import Analysis, Sentence
from memcon.reading.expressions import Expression

_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
_UNITS = {
    "day": ("D", 1),
    "week": ("W", 1),
    "month": ("M", 1),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join((*_NUMBERS[1:], *_TENS))}|an?|half\s+an?|two\s+and\s+a\s+half)"
_ABOUT = (
    r"(?:(?:almost|nearly|about|around|roughly|some|over|more\s+than|at\s+least|less\s+than|the\s+last|the\s+past"
    r"|close\s+to|the)\s+)*"
)
_SPAN = rf"{_ABOUT}(?:(?P<n>{_NUMBER})[\s-]+)?(?P<unit>days?|weeks?|months?|years?|decades?|century|centuries)\b"
_WORDS = r"[^.;:!?\n“”\"]"
_PHRASE = r"[^.;:!?\n“”\",]"
NEAR = 60  # characters before the words in which to look for what they are about
_FIRST_IN = re.compile(rf"\bfirst(?P<what>{_PHRASE}{{0,110}}?)\s+(?:in|for)\s+{_SPAN}", re.IGNORECASE)
_FIRST_SINCE = re.compile(
    rf"\bfirst(?P<what>{_PHRASE}{{0,110}}?)\s+since\s+(?P<since>{_PHRASE}{{2,60}})", re.IGNORECASE
)
_FIRST_EVER = re.compile(
    rf"\bfirst[\s-]ever\b(?P<what>{_WORDS}{{0,80}})|\bfirst(?P<what2>{_WORDS}{{0,80}}?)\s+ever\b"
    rf"|\bfor\s+the\s+first\s+time\s+(?:ever|in\s+history)(?P<what3>)|\bhistoric\s+first(?P<what4>{_WORDS}{{0,60}})",
    re.IGNORECASE,
)
_FIRST_OF = re.compile(
    rf"\bfirst(?P<what>\s+(?:official\s+|state\s+|bilateral\s+|foreign\s+|overseas\s+|in-person\s+|high-level\s+|such\s+)*"
    rf"(?:visit|trip|meeting|call|phone\s+call|summit|contact|talks|dialogue)\b{_WORDS}{{0,60}}?)(?=\s+(?:by|between|of|to|as)\s)",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS[2:])}|\d{{1,2}}(?:nd|rd|th))\s+(?P<what>(?:such\s+|official\s+|phone\s+|telephone\s+|"
    rf"bilateral\s+|in-person\s+|face-to-face\s+|state\s+)*(?:visit|trip|call|conversation|meeting|summit|talks|tour|encounter))"
    rf"(?P<more>{_WORDS}{{0,60}}?)\b(?:this\s+(?P<this>year|month|week)|in\s+as\s+many\s+(?P<many>years|months|weeks|days)"
    rf"|since\s+(?P<since>{_WORDS}{{2,50}})|in\s+{_SPAN})",
    re.IGNORECASE,
)
_CONTACT = (
    r"(?:such\s+|official\s+|phone\s+|telephone\s+|bilateral\s+|in-person\s+|face-to-face\s+|state\s+|foreign\s+|overseas\s+)*"
    r"(?:visit|trip|call|conversation|meeting|summit|talks|tour|encounter)"
)
_NTH_OWN = re.compile(  # "in their second in-person meeting", "his first face-to-face meeting with her"
    rf"\b(?:his|her|their)\s+(?P<ordinal>{'|'.join(_ORDINALS[1:])})\s+(?P<what>{_CONTACT})\b(?!\s+(?:in|since|ever)\b)",
    re.IGNORECASE,
)
_FIRST_THIS = re.compile(
    rf"\bfirst\s+(?P<what>{_CONTACT})\b{_PHRASE}{{0,40}}?\s+this\s+(?P<this>year|month|week)\b", re.IGNORECASE
)
_LAST = re.compile(
    rf"\blast\s+(?P<what>met|visited|spoke|talked|travelled|traveled|held\s+talks|(?:such\s+)?(?:visit|meeting|call|summit|talks)"
    rf"{_WORDS}{{0,60}}?\b(?:was|were|took\s+place))\b(?P<more>{_WORDS}{{0,70}})",
    re.IGNORECASE,
)
_ONLY = re.compile(
    rf"\bthe\s+only\s+(?P<what>{_WORDS}{{0,60}}?\b(?:visit|visited|met|meeting|leader|call|talks)\b)", re.IGNORECASE
)


@functools.cache
def _contacts() -> tuple[tuple[str | None, re.Pattern[str]], ...]:
    table = tomllib.loads(files("memcon.reading.english").joinpath("claims.toml").read_text("utf-8"))
    return tuple(
        (group.get("type"), re.compile(r"\b(?:" + "|".join(map(re.escape, group["words"])) + r")\b", re.IGNORECASE))
        for group in table["contacts"]
    )


def find(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of a page, in the order of the text."""
    return tuple([c for s in analysis.sentences for c in in_sentence(s, analysis)])


@functools.lru_cache(maxsize=128)
def in_sentence(sentence: Sentence, analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of one sentence; of several readings of the same words the most exact one."""
    text = analysis.page.text
    if not sentence.figures and _CUES.isdisjoint(sentence.lowers):
        return ()
    found: list[Claim] = []
    taken: list[tuple[int, int]] = []
    low = text[sentence.start : sentence.end].lower()
    for kind, pattern in _PATTERNS:
        if not kind.startswith("nth") and kind.partition("_")[0] not in low:
            continue  # the word itself: "first", "last", "only"
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            claim = _claim(analysis, sentence, kind, match)
            if claim is not None:
                found.append(claim)
                taken.append(match.span())
    return tuple(sorted(found, key=lambda c: c.quotes[0].start))


_PATTERNS = (
    ("nth", _NTH), ("first_in", _FIRST_IN), ("first_since", _FIRST_SINCE), ("first_this", _FIRST_THIS),
    ("first_ever", _FIRST_EVER), ("first_of", _FIRST_OF), ("nth_own", _NTH_OWN), ("last", _LAST), ("only", _ONLY),
)  # fmt: skip
_CUES = {"last", "only", "historic", *_ORDINALS[1:]}


def _claim(analysis: Analysis, sentence: Sentence, kind: str, match: re.Match[str]) -> Claim | None:
    groups = match.groupdict()
    what = " ".join(groups.get(g) or "" for g in ("what", "what2", "what3", "what4", "more"))
    contact = _type(f"{what} {match[0]}" if kind in ("first_ever", "last") else what)
    # "Her trip is the first in ten years", "they met for the first time in a decade": the noun stands before.
    contact = contact or _type(analysis.page.text[max(sentence.start, match.start() - NEAR) : match.start()]) or contact
    if contact is None and kind in ("first_in", "first_since", "only", "first_ever"):
        return None
    page = analysis.page
    start = _article(page.text, sentence.start, match.start())
    end = match.end()
    while page.text[end - 1] in ", ":
        end -= 1
    quote = page.evidence(start, end, "claim", f"claim.{kind}")
    quotes: list[Evidence] = [quote]
    since = _since(analysis, sentence, match, groups, quotes)
    length = _interval(groups) if kind in ("first_in", "nth") else None
    ordinal = 1 if kind.startswith("first") else _number(groups["ordinal"]) if kind.startswith("nth") else None
    return Claim(
        kind="first_ever" if kind == "nth_own" and ordinal == 1 else _KINDS[kind],
        ordinal=ordinal,
        interval=length,
        since=since,
        type=contact or None,
        participants=_participants(analysis, sentence),
        evidence=quote.quote,
        quotes=tuple(quotes),
    )


Kind = Literal["first_since", "first_ever", "nth", "last", "only"]
_KINDS: dict[str, Kind] = {
    "first_in": "first_since", "first_since": "first_since", "first_ever": "first_ever", "first_of": "first_ever",
    "first_this": "first_since", "nth": "nth", "nth_own": "nth", "last": "last", "only": "only",
}  # fmt: skip


def _type(what: str) -> str | None:
    """The event type the words tell; an empty string for contact of no stated channel, None for none at all."""
    best: tuple[int, int, str] | None = None
    for kind, pattern in _contacts():
        match = pattern.search(what)
        if match:
            rank = (0 if kind else 1, match.start(), kind or "")
            if best is None or rank < best or (best[2] == "phone_call" and kind == "video_call"):
                best = rank
    return best[2] if best else None


def _article(text: str, start: int, at: int) -> int:
    """Where the phrase begins: at the article or pronoun before it."""
    match = re.search(r"\b(?:the|his|her|their|its|my|our|for\s+the)\s+$", text[start:at], re.IGNORECASE)
    return start + match.start() if match else at


def _interval(groups: dict[str, str | None]) -> str | None:
    """An ISO 8601 duration of the span named; None for one without a number ("in years")."""
    if groups.get("many"):
        number = _number(groups["ordinal"] or "")
        return f"P{number}{_UNITS[(groups['many'] or '').rstrip('s')][0]}" if number else None
    unit, written = groups.get("unit"), groups.get("n")
    if not unit:
        return None
    letter, times = _UNITS[{"centuries": "century"}.get(unit.lower(), unit.lower().rstrip("s"))]
    if written is None:
        return None
    word = " ".join(written.lower().split())
    if word.startswith("half"):
        return f"P{times // 2}{letter}" if times > 1 else "P6M" if letter == "Y" else None
    if word == "two and a half":
        return f"P{int(2.5 * times)}{letter}" if times > 1 else "P30M" if letter == "Y" else None
    number = int(word) if word.isdigit() else 1 if word in ("a", "an") else _TENS.get(word) or _NUMBERS.index(word)
    return f"P{number * times}{letter}"


def _number(ordinal: str | None) -> int | None:
    word = (ordinal or "").lower()
    if word in _ORDINALS:
        return _ORDINALS.index(word)
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else None


def _since(
    analysis: Analysis, sentence: Sentence, match: re.Match[str], groups: dict[str, str | None], quotes: list[Evidence]
) -> str | None:
    """The date the claim counts from, where the words name one."""
    today = interval(analysis.today)
    if groups.get("this") and today is not None:
        first = today.first
        if groups["this"] == "year":
            return f"{first.year}"
        return f"{first:%Y-%m}" if groups["this"] == "month" else None
    if not (groups.get("since") or groups.get("more") or groups.get("what") == "met"):
        return None
    at = match.start("since") if groups.get("since") else match.start()
    for mention in analysis.dates_in(sentence.index):
        if at <= mention.start and mention.end <= match.end() + 30:
            expression: Expression = mention.expression  # type: ignore[assignment]
            date = dates.resolve(expression, today, "past")
            if date:
                quotes.append(analysis.page.evidence(mention.start, mention.end, "since", mention.rule))
                return date
    return None


def _participants(analysis: Analysis, sentence: Sentence) -> tuple[Participant, ...]:
    """Who the sentence is about: its people, and its parties that no person stands for."""
    actors = [a for m in analysis.mentions_in(sentence.index) for a in m.actors if a.party or a.name]
    people = {a.party for a in actors if a.name}
    found = dict.fromkeys(
        Participant(name=a.name, role=a.role, party=a.party, official=a.official)
        for a in actors
        if a.name or a.party not in people
    )
    return tuple(found)
