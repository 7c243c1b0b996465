"""What speakers said in a Chinese document: one statement a sentence, with the words that say it."""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from memcon.model import Statement
from memcon.reading.analysis import Actor, Page
from memcon.reading.chinese.drafts import codes
from memcon.reading.chinese.scene import Scene, party_of
from memcon.reading.chinese.sentences import OFFICE, PARTY, PERSON, Phrase, Sentence

_BETWEEN = 24  # signs between a speaker and the verb: an occasion or an adverb, no clause of its own
_SHORTEST = 2  # characters of what is said
_OPENING = 12  # characters in which a sentence's own subject stands
# "埃尔多安同马克龙通话时说": who spoke is the first of the two.
_ON_OCCASION = re.compile(
    "(?:举行|进行)?(?:通话|通电话|电话会谈|电话交谈|会见|会面|会谈|会晤|见面|交谈|磋商)[^，。]{0,2}(?:时|中|后|期间)"
)
# "会见德米斯图拉时说": who is met is not who spoke.
_FIRST_PERSON = re.compile("我(?!国|方|驻|外交部|政府)")
_AT = re.compile("[^，。]{0,6}(?:后|时|期间)")  # 于甲与乙会谈后表示: an occasion
_MET = re.compile(f"(?:会见|会晤|接见|拜会|拜访|召见|约见|会面)[{PARTY}{OFFICE}{PERSON}、和]{{0,6}}$")
_SPOKEN_TO = re.compile("[对向跟]$")  # 甲对乙说
_WHILE = re.compile(f"[{PARTY}{OFFICE}{PERSON}、和]{{0,6}}[时后]")
_WITH = re.compile("[同与和跟][^，。]{0,4}$")
_OTHER_MATTER = re.compile(
    "(?:会见|会谈|会晤|活动|访问|访)[^，。]{0,4}(?:后|前|期间|时)|同日|当天|另外|此外|另据|另一方面|与此同时|（|图为"
)


@functools.cache
def lists() -> dict[str, Any]:
    """The lists of `speech.toml`."""
    return tomllib.loads((Path(__file__).parent / "speech.toml").read_text(encoding="utf-8"))


@functools.cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    stance = {verb: name for name, verbs in lists()["verbs"].items() for verb in verbs}
    words = sorted(stance, key=len, reverse=True)
    not_verb = "(?![方呼作职号赞据])"  # 称呼, 称号, 指责方
    stance["："] = "neutral"  # 总统马英九：「…」
    quoted = f"(?<=[{PERSON}])：(?=[「“])"
    return re.compile(f"(?<!有关)(?<!的)(?:{'|'.join(map(re.escape, words))}){not_verb}|{quoted}"), stance


@functools.cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(f"(?:^|，)(?:{'|'.join(lists()['pronouns']['words'])})[^，。]{{0,8}}$")


@dataclass(frozen=True, slots=True)
class Said:
    """A position: whose it is, the verb's stance, and where sentence, speaker and words stand in the document."""

    speaker: str | None
    actor: Actor
    stance: str
    start: int
    end: int
    verb: tuple[int, int]
    rule: str


def find(scene: Scene, page: Page, told: frozenset[int] = frozenset()) -> tuple[Statement, ...]:
    """The statements of a document in order; `told` are the sentences that tell of events."""
    return tuple(_statement(page, said) for said in spoken(scene, told))


def spoken(scene: Scene, told: frozenset[int]) -> Iterator[Said]:
    """What was said, sentence by sentence; a sentence that goes on without a new subject has the last speaker."""
    last: Said | None = None
    passage, fresh = -1, True
    for s in scene.sentences:
        if s.kind != "body":
            continue
        if s.passage != passage:
            passage, fresh = s.passage, True
        scene.back_to(s)
        found = list(_reports(scene, s, last, fresh))
        if found:
            yield from found
            last, fresh = found[-1], False
        elif last is not None and (_quotes_on(s) or (not fresh and s.index not in told)) and _goes_on(s, last):
            yield Said(last.speaker, last.actor, "neutral", s.start, s.end, last.verb, "chinese.speech.continued")
            fresh = False
        else:
            fresh = True


def _quotes_on(s: Sentence) -> bool:
    """Whether a sentence opens with words in the first person between quotation marks: the last speaker's own."""
    return s.tagged[:1] in ("“", "「") and _FIRST_PERSON.search(s.tagged) is not None


def _goes_on(s: Sentence, last: Said) -> bool:
    """Whether a sentence without a verb of speech still tells what the last speaker said: no other person opens it."""
    opening = [i for i in s.items.values() if i.start < s.start + _OPENING and i.kind in ("person", "outlet")]
    return not _OTHER_MATTER.match(s.tagged) and all(i.actors and i.actors[0].name == last.actor.name for i in opening)


def _reports(scene: Scene, s: Sentence, last: Said | None, fresh: bool) -> Iterator[Said]:
    pattern, stances = _verbs()
    end_of_last = 0
    for m in pattern.finditer(s.tagged):
        if m.start() < end_of_last:
            continue
        speaker = _alone(s, _speaker(scene, s, m.start(), end_of_last))
        rule = "chinese.speech.named"
        if speaker is None:
            if last is None or not _pronoun().search(s.tagged[: m.start()]):
                continue
            rule = "chinese.speech.pronoun"
        end = _end_of_said(scene, s, m.end())
        if end - m.end() < _SHORTEST:
            continue
        first = speaker.first if speaker is not None else s.clause(m.start())[0]
        start, stop = s.source(first, end)
        verb = s.source(m.start(), m.end())
        stance = stances[m[0]]
        bare = speaker if speaker is not None and not speaker.offices and not speaker.group else None
        if bare and last is not None and (end_of_last or not fresh) and party_of(bare) == last.actor.party:
            speaker, rule = None, "chinese.speech.continued"  # "中方反对…" within what one of that side says
        elif bare and end_of_last:
            continue
        if speaker is not None:
            for name, actor in _names(scene, s, speaker):
                last = Said(name, actor, stance, start, stop, verb, rule)
        elif last is not None:
            last = Said(last.speaker, last.actor, stance, start, stop, verb, rule)
        if last is not None:
            yield last
        end_of_last = end


def _speaker(scene: Scene, s: Sentence, position: int, floor: int) -> Phrase | None:
    """The phrase whose verb stands at `position`: near before it, and no mere attribute, place or addressee."""
    clause = s.clause(position)[0]
    if clause > 0 and not any(clause <= p.first < position for p in scene.phrases(s)):
        subject = scene.subject(s, position)  # "甲请乙转达问候，表示…"
        if subject is not None and subject.offices and subject.first >= floor:
            return subject
    for p in reversed(scene.before(s, position, ("plain", "of", "source"), clause_only=False)):
        if p.first < floor or not (p.group or party_of(p) or p.actors):
            continue
        if _MET.search(s.tagged[: p.first]) and _WHILE.match(s.tagged, p.last):
            continue
        if s.tagged[: p.first].endswith(("于", "在")) and _AT.match(s.tagged, p.last):
            continue
        gap = s.tagged[p.last : position]
        if floor and "，" in gap:
            return None  # within what somebody says
        if len(gap) > _BETWEEN or gap.count("，") > 1 or (p.role == "of" and (not p.offices or "，" in gap)):
            return None
        if p.last <= clause and not (s.tagged[clause - 1 : clause] == "，" and gap.count("，") == 1):
            return None
        others = [i for i in range(p.last, position) if i in s.items and s.items[i].kind in ("person", "office")]
        if others and s.tagged[: others[0]].endswith(("于", "在")) and _AT.match(s.tagged, others[-1] + 1):
            others = []
        if (
            others
            and not _MET.search(s.tagged[: others[0]])
            and not (_WITH.search(s.tagged, p.last, others[0]) and _ON_OCCASION.match(s.tagged, others[-1] + 1))
            and not (len(others) == 1 and _SPOKEN_TO.search(s.tagged, p.last, others[0]))
        ):
            return None
        return p
    return None


def _alone(s: Sentence, p: Phrase | None) -> Phrase | None:
    """The phrase, or only its first member where the others are whom that one met: 甲同乙通话时说."""
    if p is None or len(p.actors) < 2 or p.group or s.items[p.first].actors != p.actors[:1]:
        return p
    if s.tagged[p.first + 1 : p.first + 2] in tuple("同与和跟") and _ON_OCCASION.match(s.tagged, p.last):
        return replace(p, last=p.first + 1, actors=p.actors[:1])
    return p


def _end_of_said(scene: Scene, s: Sentence, position: int) -> int:
    """The sentence's end, or where another speaker of the same sentence begins."""
    pattern, _ = _verbs()
    for m in pattern.finditer(s.tagged, position + _SHORTEST):
        p = _speaker(scene, s, m.start(), position)
        if p is not None and (p.offices or p.group) and s.tagged[p.first - 1 : p.first] in "，；、":
            return p.first
    return len(s.tagged)


def _names(scene: Scene, s: Sentence, p: Phrase) -> Iterator[tuple[str | None, Actor]]:
    """The speaker as the document names it: a person, an institution by its words, or a side without a name."""
    actors = scene.actors(p, s)
    if len(actors) > 1:
        people = [a.name for a in actors if a.name]
        party = "|".join(dict.fromkeys(c for a in actors for c in codes([a])))
        start, end = s.source(p.first, p.last)
        joined = Actor(party=party or None)
        yield (scene.original[start:end] if people else None), joined
        return
    for actor in actors:
        if actor.name:
            yield actor.name, actor
        elif actor.role:
            start, end = s.source(p.first, p.last)
            yield scene.original[start:end], actor
        else:
            yield None, actor


def _statement(page: Page, said: Said) -> Statement:
    quotes = [page.evidence(said.start, said.end, "statement", said.rule)]
    quotes.append(page.evidence(*said.verb, "speaker", said.rule))
    return Statement(
        speaker=said.speaker,
        role=said.actor.role,
        party=said.actor.party,
        official=said.actor.official,
        stance=_stance(said, quotes[0].quote),  # type: ignore[arg-type]
        direct=any(c in quotes[0].quote for c in "「“"),
        evidence=quotes[0].quote,
        quotes=tuple(quotes),
    )


def _stance(said: Said, quote: str) -> str:
    if said.stance != "neutral":
        return said.stance
    from memcon.reading.chinese.script import simplify

    text = simplify(quote)
    return next((name for name, words in lists()["stances"].items() if any(w in text for w in words)), "neutral")
