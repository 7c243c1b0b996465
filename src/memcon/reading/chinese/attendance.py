"""Who else was there: "甲、乙等参加会见", "参加会议的还有甲和乙" after a meeting was told adds to it."""

import re
from dataclasses import replace

from memcon.reading.analysis import Actor
from memcon.reading.chinese.drafts import CALLS, Draft, once
from memcon.reading.chinese.names import is_chinese_name
from memcon.reading.chinese.sentences import PERSON, Sentence

_NAME = f"(?:{PERSON}|(?:(?!和)[一-鿿·]){{2,4}}?)"  # without 和, or a row of it could be cut in too many ways
_ATTENDED = re.compile(
    f"(?:^|，)(?P<names>{_NAME}(?:(?:、|和|，){_NAME})*)等?(?:(?:中外)?(?:双方)?(?:有关)?(?:官员|人员))?(?:分别|陪同|一同|也)?(?:参加|出席|陪同|在座)"
    "(?P<what>了?(?P<all>上述|有关|相关)?(?:会见|会谈|会晤|活动|通话)?(?:和活动)?)(?=[。，]|$)"
)
_PEOPLE = f"{PERSON}(?:(?:、|和|以及|及|，){PERSON})*"
# The other way about: 参加会议的除了甲，还有乙、丙.
_LISTED = re.compile(
    f"(?:参加|出席|在座)(?:这次|此次|本次|当天)?(?P<what>(?P<all>上述|有关|相关)?(?:会见|会谈|会晤|会议|峰会|通话)?)的"
    f"(?:除了?(?P<besides>{_PEOPLE})(?:以?外|之外)?，?)?(?:还|也)?(?:有|包括)(?P<names>{_PEOPLE})(?=等?[。，；]|等?$)"
)
_ATTENDABLE = frozenset({"meeting", "dialogue_round"}) | CALLS


def add(s: Sentence, original: str, drafts: list[Draft], main: Draft | None) -> None:
    """Adds the persons that a sentence says took part to the mentions told before it, in place.

    They were at the page's `main` occasion, or else at the one told last; 上述会见 are all of the day.
    """
    match = _ATTENDED.search(s.tagged) or _LISTED.search(s.tagged)
    if match is None or not drafts:
        return
    latest = next((d for d in reversed(drafts) if d.type in _ATTENDABLE and d.kind != "title"), None)
    if main is not None and main.type in _ATTENDABLE:
        latest = main
    if latest is None:
        return
    people = _besides(s, match) + _people(s, original, match, latest)
    if not people:
        return
    for k, draft in enumerate(drafts):
        same = draft.date == latest.date and draft.type in _ATTENDABLE and draft.kind != "title"
        if draft is latest or (same and (match["all"] or draft.people == latest.people)):
            new = [a for a in people if a.name not in draft.people and a.party in draft.parties]
            drafts[k] = replace(draft, sides=once((*draft.sides, *new)))


def _besides(s: Sentence, match: re.Match[str]) -> list[Actor]:
    """Those whom 除了甲 names: they were there too."""
    if not match.groupdict().get("besides"):
        return []
    return [a for i in range(*match.span("besides")) if i in s.items for a in s.items[i].actors]


def _people(s: Sentence, original: str, match: re.Match[str], meeting: Draft) -> list[Actor]:
    found: list[Actor] = []
    position = match.start("names")
    for part in re.split("(以及|[、，和及])", match["names"]):
        if part == PERSON:
            found += s.items[position].actors
        elif is_chinese_name(part) and "CHN" in meeting.parties:
            start, end = s.source(position, position + len(part))
            found.append(Actor(name=original[start:end], party="CHN"))
        elif len(part) > 1 and part != "以及":
            return []
        position += len(part)
    return found
