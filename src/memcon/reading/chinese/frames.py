"""How the phrases of a sentence take part in what its words say: one function for each frame of `events.toml`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from memcon.reading.analysis import Actor
from memcon.reading.chinese.acts import act, mutual, refuse, sever, unanswered
from memcon.reading.chinese.drafts import CALLS, Draft, codes
from memcon.reading.chinese.journeys import visit
from memcon.reading.chinese.scene import Scene, party_of
from memcon.reading.chinese.sentences import DATE, OFFICE, Phrase, Sentence
from memcon.reading.chinese.told import MATTER, draft
from memcon.reading.chinese.triggers import Trigger, statuses

_TRANSITIVE = re.compile(
    "设宴|设午宴|设晚宴|宴请|款宴|会见|接见|晋见|谒见|觐见|打给|会晤|会面|约见|拜会|拜访|见面|面谈|晤|通话|通电|电话|致电|视频|视像"
)
_SEPARATE = re.compile("分别|先后")
_THIS_ONE = re.compile(f"(?:这次|此次|本次|是次|今次|这场|该次|{DATE}的)(?:双边|正式)?$")
_TOGETHER = re.compile("集体|共同|一道|一起|三方|四方")
SETTING = re.compile("时|后|期间|前|，|的|中|上")
_HELD = re.compile("举行|召开|出席|参加|主持|开始|启动|结束|展开|进行|闭幕|开幕|会后|会上|举办")
_OWN = re.compile("的(?:间接|直接)?")  # 甲与乙的第一轮谈判
_TAKES_PART = re.compile("参加|出席|率团|主持|率代表团")
_SUMMIT_SIDE = re.compile("(?:一)?(?:期间|场边|之际|结束|闭幕|前夕|上的)")
_SPEAKS = re.compile("[^，。]{0,12}(?:表示|说|称|指出|宣布|透露|强调|认为|介绍)(?=，|：|$)")
_PROGRESS = re.compile("取得|进展|进程|前景|模式|合作|成果|框架")
_STANDING = re.compile("第|轮|机制|战略|定期|年度")
_NAMED = re.compile("战略|定期会晤|对话$|机制")
_DEMONSTRATIVE = re.compile(f"{DATE}的|本次|此次|这次|是次|今次")
_LED = re.compile("率团|率领|同")
_OFFICIALS = re.compile("(?:的)?(?:有关|相关|高级|高层|主要|多名|部分|各级)(?:的)?")
_BEARING = re.compile(f"{OFFICE}?")  # between the parties of talks and the word: 日美防长会谈
_NEAR = 12  # signs between a party and the dialogue it holds


def meet(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲会见乙, 甲同乙会谈, 甲、乙通话: those before, beside and after the word."""
    subject = scene.subject(s, m.start())
    call = trigger.type in CALLS
    beside = [
        p
        for p in scene.before(s, m.start(), ("with", "by", "to") if call else ("with", "by"))
        if p is not subject and not (p.role == "to" and s.tagged[: p.first].endswith(MATTER))
    ]
    transitive = _TRANSITIVE.search(m[0]) is not None
    if subject is not None and subject.group and subject.last == m.start() and beside:
        subject = None  # "与甲举行双方会议后，乙…"
    objects = _object(scene, s, m.end()) if transitive or (not beside and call) else []
    together = subject is not None and (subject.group or len(codes(scene.actors(subject, s))) > 1)
    if call and not beside and not objects:
        objects = scene.within(s, m)  # 接到…来电
    if transitive and not objects and not beside and not together:
        return
    if subject is None and (objects or beside):
        subject = _subject_after(scene, s, m.end())
    first = scene.actors(subject, s) if subject else []
    if m[0].startswith("就") and not beside and not any(a.name for a in first):
        return  # "双方就…交换意见": told before
    if m[0].startswith(("打给", "致电")):
        first = first[:1]
    if _THIS_ONE.search(s.tagged[: m.start()]) and len(codes(scene.last_sides)) > 1:
        yield draft(s, trigger, m, list(scene.last_sides))
        return
    others = [a for p in (*beside, *objects) for a in scene.actors(p, s)]
    if first and not others:
        others = _told_before(scene, s, m, first)
    if not first and (not others or s.kind == "title"):
        return
    if (
        SETTING.match(s.tagged, m.end())
        and s.tagged[: m.start()].endswith("在")
        and subject is not None
        and subject.group
    ):
        return  # "双方在会面中同意…": told before
    if not first and len(codes(others)) < 2 and scene.last_sides:
        first = [scene.last_sides[0]]
    apart = _SEPARATE.search(s.tagged, s.clause(m.start())[0], m.end()) is not None
    several_called = trigger.type == "phone_call" and bool(first)  # a call joins two
    in_turn = (several_called or (objects and not beside)) and len(codes(others)) > 1
    in_turn = in_turn and not _TOGETHER.search(s.tagged, *s.clause(m.start()))
    if len(others) > 1 and apart:
        for other in others:
            yield draft(s, trigger, m, [*first, other])
    elif len(others) > 1 and in_turn:
        for party in dict.fromkeys(a.party for a in others):
            yield draft(s, trigger, m, [*first, *(a for a in others if a.party == party)])
    else:
        yield draft(s, trigger, m, [*first, *others])


def _told_before(scene: Scene, s: Sentence, m: re.Match[str], first: list[Actor]) -> list[Actor]:
    """Whom one side alone met: the other that talks are named for (日美防长会谈), or that called-off ones were with."""
    beside = scene.before(s, m.start(), ("plain", "of", "place"))
    names = [p for p in beside if _BEARING.fullmatch(s.tagged, p.last, m.start())]
    bearing = [a for p in names if not any(a.name for a in p.actors) for a in p.actors]
    if codes(bearing) > codes(first):
        return [a for a in bearing if a.party not in codes(first)]
    off = statuses().cancelled.search(s.tagged, *s.clause(m.start()))
    if off is not None and codes(first) < codes(scene.last_sides):
        return [Actor(party=c) for c in sorted(codes(scene.last_sides) - codes(first))]
    return []


def _object(scene: Scene, s: Sentence, position: int) -> list[Phrase]:
    """The phrase after a word of meeting: the first one that names persons or offices, else the first party."""
    if SETTING.match(s.tagged, position):
        return []
    given = s.tagged[:position].endswith("给")  # 打给
    roles = ("plain", "of", "with", "by", *(("to",) if given else ()))
    after = [p for p in scene.after(s, position) if p.role in roles]
    own = [p for p in after if any(0 < q.first - p.last < _NEAR and q.offices for q in after)]  # 总理的顾问
    after = [p for p in after if p.role != "of" or p not in own]
    people = [p for p in after if p.offices or p.group]
    if people and party_of(people[0]) is None and not people[0].group:  # 会见美方相关官员
        people[:1] = [*(p for p in after if _OFFICIALS.fullmatch(s.tagged, p.last, people[0].first)), people[0]][:1]
    return people[:1] or [p for p in after[:1] if p.role == "plain"]


def _subject_after(scene: Scene, s: Sentence, position: int) -> Phrase | None:
    """会见某人时，甲…: the subject follows in the next clause."""
    end = s.clause(position)[1]
    following = [p for p in scene.phrases(s) if p.first > end and p.role == "plain" and p.offices]
    return following[0] if following and re.search("时|后|期间", s.tagged[position : end + 1]) else None


def round_(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """Dialogues and summits: held by the parties in their name, or by those who attend them."""
    start, end = s.clause(m.start())
    named = [p for p in scene.phrases(s) if p.last == m.start() or _OWN.fullmatch(s.tagged, p.last, m.start())]
    named += [p for p in scene.within(s, m) if p.role != "place"]
    beside = scene.before(s, m.start(), ("plain", "with", "by", "to"))
    attending = [p for p in beside if p.offices or (p.group and p.role != "to")]
    heads = {m.start(), *(p.first for p in named)}  # "甲与乙的美朝峰会"
    attending += [p for p in scene.before(s, m.start(), ("of",)) if p.last + 1 in heads and p.offices]
    if not attending:
        subject = scene.subject(s, m.start())
        if subject is not None and not subject.offices and not subject.group and subject.first >= start > 0:
            subject = _opened_by(scene, s, start) or subject  # 王毅将访问甲，赴乙主持第二轮对话
        fits = subject is not None and (not named or party_of(subject) in codes(a for p in named for a in p.actors))
        attending = [subject] if subject and (subject.group or (fits and subject.offices)) else []
    if not attending and not named:
        attending = scene.before(s, m.start(), ("plain", "with"))
    if len(attending) == 1:
        others = scene.before(s, m.start(), ("with",), clause_only=False)
        attending += [p for p in others if p not in attending and p.offices]
    if not named:
        near = scene.before(s, m.start(), ("plain",))
        named = [p for p in near if p.last >= m.start() - _NEAR and not p.offices]
    if not any(p.offices or p.group for p in attending):  # "对话在某地举行，甲与乙率团参加"
        later = [p for p in scene.phrases(s) if p.first >= m.end() and p.offices and p.role in ("plain", "with", "by")]
        attending += [p for p in later if _TAKES_PART.search(s.tagged, p.last, s.clause(p.first)[1])]
    sides = [a for p in attending for a in scene.actors(p, s)]
    if not sides and not named and _DEMONSTRATIVE.match(m[0]):
        sides = list(scene.last_sides)
    by_name = [a for p in named for a in scene.actors(p, s)]
    planned = statuses().planned.search(s.tagged, start, m.start()) is not None
    if not planned and len(codes([*sides, *by_name])) == 1 and (subject := scene.subject(s, m.start())) is not None:
        sides = [*(a for a in scene.actors(subject, s) if a.party not in codes(sides)), *sides]
    held = _HELD.search(s.tagged, start, end) is not None
    if trigger.type == "summit":
        if _SUMMIT_SIDE.match(s.tagged, m.end()) and not _HELD.search(s.tagged, start, m.start()):
            return  # 在峰会场边会谈: where something else took place
        alone = len(codes(by_name)) == 1
        if (not held and len(codes(by_name)) < 2) or not (by_name or sides):
            return
        if not by_name and len(codes(sides)) < 2:
            return
        if alone and not sides and DATE not in s.tagged[start:end]:
            return
        yield draft(s, trigger, m, sides if len(codes(sides)) > 1 and not alone else [*by_name, *sides])
    elif _PROGRESS.match(s.tagged, m.end()):
        return  # "会谈取得进展": how talks fare, not that they were held
    elif held or len(codes(by_name)) > 1 or _LED.search(s.tagged, start, end):
        everyone = [*sides, *(a for a in by_name if a.party not in codes(sides))]
        told = draft(s, trigger, m, everyone, mechanism=_name(scene, s, m))
        yield replace(told, named=_STANDING.search(m[0]) is not None)


def _opened_by(scene: Scene, s: Sentence, start: int) -> Phrase | None:
    """Who, told by name in a clause before the one at `start`, goes on to hold what that one names."""
    subject = scene.subject(s, start - 1)
    if subject is None or not subject.offices or subject.role != "plain":
        return None
    return subject if _SPEAKS.match(s.tagged, subject.last) is None else None


def _name(scene: Scene, s: Sentence, m: re.Match[str]) -> str | None:
    """The dialogue's own name, from the parties in it on: 英美战略对话; None for 会谈 and the like."""
    first = next((p.first for p in scene.phrases(s) if p.last == m.start() and not p.offices), None)
    if first is None or not _NAMED.search(m[0]):
        return None
    start, end = s.source(first, m.end())
    return scene.original[start:end]


Frame = Callable[[Scene, Sentence, Trigger, re.Match[str]], Iterator[Draft]]

FRAMES: dict[str, Frame] = {
    "meet": meet,
    "call": meet,
    "visit": visit,
    "round": round_,
    "act": act,
    "mutual": mutual,
    "sever": sever,
    "refuse": refuse,
    "request": unanswered,
}
