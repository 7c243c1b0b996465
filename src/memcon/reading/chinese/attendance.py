"""Who else was there: "甲、乙等参加会见" at the end of a readout adds to the meeting told before it."""

import re
from dataclasses import replace

from memcon.reading.analysis import Actor
from memcon.reading.chinese.drafts import CALLS, Draft
from memcon.reading.chinese.names import is_chinese_name
from memcon.reading.chinese.sentences import PERSON, Sentence

_NAME = f"(?:{PERSON}|[一-鿿·]{{2,4}}?)"
_ATTENDED = re.compile(
    f"(?:^|，)(?P<names>{_NAME}(?:(?:、|和|，){_NAME})*)等?(?:(?:中外)?(?:双方)?(?:有关)?(?:官员|人员))?(?:分别|陪同|一同|也)?(?:参加|出席|陪同|在座)"
    "(?P<what>了?(?P<all>上述|有关|相关)?(?:会见|会谈|会晤|活动|通话)?(?:和活动)?)(?=[。，]|$)"
)
_ATTENDABLE = frozenset({"meeting", "dialogue_round"}) | CALLS


def add(s: Sentence, original: str, drafts: list[Draft], main: Draft | None) -> None:
    """Adds the persons that a sentence says took part to the mentions told before it, in place.

    They were at the page's `main` occasion, or else at the one told last; 上述会见 are all of the day.
    """
    match = _ATTENDED.search(s.tagged)
    if match is None or not drafts:
        return
    latest = next((d for d in reversed(drafts) if d.type in _ATTENDABLE and d.kind != "title"), None)
    if main is not None and main.type in _ATTENDABLE:
        latest = main
    if latest is None:
        return
    people = _people(s, original, match, latest)
    if not people:
        return
    for k, draft in enumerate(drafts):
        same = draft.date == latest.date and draft.type in _ATTENDABLE and draft.kind != "title"
        if draft is latest or (same and (match["all"] or draft.people == latest.people)):
            new = [a for a in people if a.name not in draft.people and a.party in draft.parties]
            drafts[k] = replace(draft, sides=(*draft.sides, *new))


def _people(s: Sentence, original: str, match: re.Match[str], meeting: Draft) -> list[Actor]:
    found: list[Actor] = []
    position = match.start("names")
    for part in re.split("([、，和])", match["names"]):
        if part == PERSON:
            found += s.items[position].actors
        elif is_chinese_name(part) and "CHN" in meeting.parties:
            start, end = s.source(position, position + len(part))
            found.append(Actor(name=original[start:end], party="CHN"))
        elif len(part) > 1:
            return []
        position += len(part)
    return found
