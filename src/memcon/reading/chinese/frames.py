"""How the phrases of a sentence take part in what its words say: one function for each frame of `events.toml`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from memcon.reading.analysis import Actor
from memcon.reading.chinese.drafts import CALLS, Draft, codes, once
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.scene import Scene, party_of, several
from memcon.reading.chinese.sentences import DATE, Phrase, Sentence
from memcon.reading.chinese.triggers import Trigger

_TRANSITIVE = re.compile(
    "会见|接见|晋见|谒见|觐见|打给|会晤|会面|约见|拜会|拜访|见面|面谈|晤|通话|通电|电话|致电|视频|视像"
)
_SEPARATE = re.compile("分别|先后")
_THIS_ONE = re.compile("(?:这次|此次|本次|是次|今次|这场|该次)(?:双边|正式)?$")
_TOGETHER = re.compile("集体|共同|一道|一起|三方|四方")
SETTING = re.compile("时|后|期间|前|，|的|中|上")
_RELATIVE = re.compile("[^，。]{0,30}的")
_AND = re.compile("、|和|及|与|以及")
_HERE = re.compile("当地|该国")
_HELD = re.compile("举行|召开|出席|参加|主持|开始|启动|结束|展开|进行|闭幕|开幕|会后|会上|举办")
_TAKES_PART = re.compile("参加|出席|率团|主持|率代表团")
_PROGRESS = re.compile("取得|进展|进程|前景|模式|合作|成果|框架")
_STANDING = re.compile("第|轮|机制|战略|定期|年度")
_NAMED = re.compile("战略|定期会晤|对话$|机制")
_DEMONSTRATIVE = re.compile(f"{DATE}的|本次|此次|这次|是次|今次")
_LED = re.compile("率团|率领|同")
_TITLE = re.compile("《([^《》]{2,60})》")
_ON_THE_WAY = re.compile("抵达|前往|赴|到|来")
_VENUES = ("宾馆", "大会堂", "賓館", "大會堂", "酒店", "机场", "機場", "总统府", "總統府")  # reached within a visit
_NEAR = 12  # signs between a party and the dialogue it holds
# Meeting places of states rather than partners, and territories that are no partner of their own sovereign.
_CITY_STATES = frozenset({"SGP", "HKG", "MAC", "MCO", "VAT"})
_ANSWERED = re.compile("[^，。]{1,24}的(?:回应|反制|报复|对等措施|还击|反击)")  # 作为对甲驱逐…的回应
_SUMMONED = ("召见", "传召", "约见", "召")  # before who is acted on
_MATTER = ("就", "针对", "对于")  # before what an act is about
_FORA = frozenset({"UN", "UNSC", "UNGA"})
_NO_PARTNER = {"CHN": frozenset({"HKG", "MAC"})}

Frame = Callable[[Scene, Sentence, Trigger, re.Match[str]], Iterator[Draft]]


def draft(
    s: Sentence,
    trigger: Trigger,
    m: re.Match[str],
    sides: list[Actor],
    initiator: str | None = None,
    target: str | None = None,
    mechanism: str | None = None,
) -> Draft:
    """A mention of what a trigger says, of these sides; when, where and whether are told later."""
    return Draft(
        type=trigger.type,
        status="occurred",
        sides=once(sides),
        sentence=s.index,
        passage=s.passage,
        kind=s.kind,
        start=s.start,
        end=s.end,
        word=s.source(m.start(), m.end()),
        rule=f"chinese.{trigger.frame}.{trigger.type}",
        initiator=initiator,
        target=target,
        mechanism=mechanism,
        recalls="召回" in m[0],
    )


def meet(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲会见乙, 甲同乙会谈, 甲、乙通话: those before, beside and after the word."""
    subject = scene.subject(s, m.start())
    call = trigger.type in CALLS
    beside = [
        p
        for p in scene.before(s, m.start(), ("with", "by", "to") if call else ("with", "by"))
        if p is not subject and not (p.role == "to" and s.tagged[: p.first].endswith(_MATTER))
    ]
    transitive = _TRANSITIVE.search(m[0]) is not None
    objects = _object(scene, s, m.end()) if transitive or (not beside and call) else []
    together = subject is not None and (subject.group or len(codes(scene.actors(subject, s))) > 1)
    if transitive and not objects and not beside and not together:
        return
    if subject is None and (objects or beside):
        subject = _subject_after(scene, s, m.end())
    first = scene.actors(subject, s) if subject else []
    if m[0].startswith(("打给", "致电")):
        first = first[:1]
    if _THIS_ONE.search(s.tagged[: m.start()]) and len(codes(scene.last_sides)) > 1:
        yield draft(s, trigger, m, list(scene.last_sides))
        return
    others = [a for p in (*beside, *objects) for a in scene.actors(p, s)]
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


def _object(scene: Scene, s: Sentence, position: int) -> list[Phrase]:
    """The phrase after a word of meeting: the first one that names persons or offices, else the first party."""
    if SETTING.match(s.tagged, position):
        return []
    given = s.tagged[:position].endswith("给")  # 打给
    roles = ("plain", "of", "with", "by", *(("to",) if given else ()))
    after = [p for p in scene.after(s, position) if p.role in roles]
    people = [p for p in after if p.offices or p.group]
    return people[:1] or [p for p in after[:1] if p.role == "plain"]


def _subject_after(scene: Scene, s: Sentence, position: int) -> Phrase | None:
    """会见某人时，甲…: the subject follows in the next clause."""
    end = s.clause(position)[1]
    following = [p for p in scene.phrases(s) if p.first > end and p.role == "plain" and p.offices]
    return following[0] if following and re.search("时|后|期间", s.tagged[position : end + 1]) else None


def visit(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲访问乙, 甲对乙进行访问, 来华出席…的甲: who went where."""
    destinations = list(_destinations(s, m))
    if not destinations:
        return
    subject, visitors = _visitors(scene, s, m, destinations[0][1])
    visitors = [a for a in visitors if a.party]
    if len(destinations) > 1 and visitors:  # one journey, told in one breath
        hosts = [c for _, c, _ in destinations if c]
        guests = [a for a in visitors if not set(hosts) & set((a.party or "").split("|"))]
        if guests and len(hosts) > 1 and (any(a.name or a.role for a in guests) or not _ON_THE_WAY.search(m[0])):
            sides = [*guests, *(Actor(party=c) for c in hosts)]
            told = draft(s, trigger, m, sides, initiator=guests[0].party, target="|".join(hosts))
            yield replace(told, invited=subject is not None and subject.role == "invited")
        return
    for name, country, span in destinations:
        guests = [a for a in visitors if country not in (a.party or "").split("|")]
        if not guests or country is None or (_ON_THE_WAY.search(m[0]) and (name or "").endswith(_VENUES)):
            continue
        if all("驻" in (a.role or "") or "駐" in (a.role or "") for a in guests):
            continue  # an envoy is there already
        if not any(a.name or a.role for a in guests) and _ON_THE_WAY.search(m[0]):
            continue
        told = draft(s, trigger, m, [*guests, Actor(party=country)], initiator=guests[0].party, target=country)
        yield replace(
            told, place=(name, country), placed=span, invited=subject is not None and subject.role == "invited"
        )


def _visitors(scene: Scene, s: Sentence, m: re.Match[str], country: str | None) -> tuple[Phrase | None, list[Actor]]:
    if _RELATIVE.match(s.tagged, m.end()):
        for p in scene.after(s, m.end()):
            if p.offices and s.tagged[p.first - 1] == "的":
                if p.actors[0].party not in (None, country):
                    return p, list(p.actors)
                break
    at_once = [p for p in scene.phrases(s) if p.last == m.start() and p.role in ("plain", "invited", "to")]
    subject = at_once[0] if at_once else scene.subject(s, m.start())
    if not at_once and "窜" in m[0]:  # told of a visitor without a title, beside another subject
        return None, []
    if subject is None:
        subject = next(iter(scene.before(s, m.start(), ("by",))[::-1]), None)
    return subject, scene.actors(subject, s) if subject is not None else []


_Destination = tuple[str | None, str | None, tuple[int, int]]


def _destinations(s: Sentence, m: re.Match[str]) -> Iterator[_Destination]:
    """Where a visit went: what follows the word at once (甲、乙和丙), or what 对 or 在 names before it."""
    following = list(_listed(s, m.end()))
    if following:
        yield from following
        return
    if _HERE.match(s.tagged, m.end()):
        told = [i for i, item in s.items.items() if i < m.start() and item.place]
        if told:
            yield _destination(s, max(told))
        return
    start = s.clause(m.start())[0]
    for i in range(m.start() - 1, start - 1, -1):
        item = s.items.get(i)
        if (
            item is not None
            and item.place
            and s.tagged[max(0, i - 2) : i].endswith(("对", "在", "到", "赴", "抵达", "往"))
        ):
            yield from _listed(s, i)
            return


def _listed(s: Sentence, position: int) -> Iterator[_Destination]:
    seen: set[str | None] = set()
    while (item := s.items.get(position)) is not None and item.place is not None:
        found = _destination(s, position)
        if found[1] not in seen:
            seen.add(found[1])
            yield found
        inner = s.items.get(position + 1)
        behind = position + (2 if inner is not None and inner.kind == "place" else 1)
        gap = _AND.match(s.tagged, behind)
        if gap is None and not (item.rule == "party" and inner is not None and inner.rule == "party"):
            return  # some write countries with nothing between them
        position = gap.end() if gap is not None else behind


def _destination(s: Sentence, i: int) -> _Destination:
    item = s.items[i]
    name, country = item.place or (None, None)
    inner = s.items.get(i + 1)
    if not is_city(item) and inner is not None and is_city(inner) and inner.place:
        return inner.place[0], country, (item.start, inner.end)
    return name if is_city(item) else None, country, (item.start, item.end)


def is_city(item: Item) -> bool:
    """Whether an item names a city or venue rather than a country."""
    return item.kind == "place" or item.rule == "metonym" or (item.place or ("", None))[1] in _CITY_STATES


def round_(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """Dialogues and summits: held by the parties in their name, or by those who attend them."""
    start, end = s.clause(m.start())
    named = [p for p in scene.phrases(s) if p.last == m.start()] + scene.within(s, m)
    beside = scene.before(s, m.start(), ("plain", "with", "by", "to"))
    attending = [p for p in beside if p.offices or (p.group and p.role != "to")]
    heads = {m.start(), *(p.first for p in named)}  # "甲与乙的美朝峰会"
    attending += [p for p in scene.before(s, m.start(), ("of",)) if p.last + 1 in heads and p.offices]
    if not attending:
        subject = scene.subject(s, m.start())
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
    held = _HELD.search(s.tagged, start, end) is not None
    if trigger.type == "summit":
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


def _name(scene: Scene, s: Sentence, m: re.Match[str]) -> str | None:
    """The dialogue's own name, from the parties in it on: 英美战略对话; None for 会谈 and the like."""
    first = next((p.first for p in scene.phrases(s) if p.last == m.start() and not p.offices), None)
    if first is None or not _NAMED.search(m[0]):
        return None
    start, end = s.source(first, m.end())
    return scene.original[start:end]


def act(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲召见乙, 甲对乙实施制裁, 乙被甲驱逐: one party acts on another."""
    agent, patient = _agent_and_patient(scene, s, m)
    if agent is None or (initiator := party_of(agent)) is None:
        return
    if trigger.type == "expulsion_or_recall" and (country := _posted(s, m, initiator)) is not None:
        sides = [*scene.actors(agent, s)[:2], Actor(party=country)]
        yield draft(s, trigger, m, sides, initiator=initiator, target=country)
        return
    if patient is None or (target := party_of(patient)) is None or target == initiator:
        return
    sides = [*scene.actors(agent, s)[:2], *scene.actors(patient, s)]
    yield draft(s, trigger, m, sides, initiator=initiator, target=target)


def _agent_and_patient(scene: Scene, s: Sentence, m: re.Match[str]) -> tuple[Phrase | None, Phrase | None]:
    passive = scene.before(s, m.start(), ("by",)) or [p for p in scene.within(s, m) if p.role == "by"]
    subject = _at_once(scene, s, m.start()) or scene.subject(s, m.start())
    objects = [p for p in scene.after(s, m.end()) if p.role in ("plain", "of", "to", "place", "by")]
    if passive:
        mine = party_of(passive[-1])
        ruled_out = {None, mine} | _NO_PARTNER.get(mine or "", frozenset())
        told = [*([subject] if subject else []), *reversed(scene.before(s, m.start(), clause_only=False)), *objects]
        return passive[-1], next((p for p in told if party_of(p) not in ruled_out), None)
    if subject is None:
        return None, None
    addressed = scene.before(s, m.start(), ("to",)) or scene.before(s, m.start(), ("to",), clause_only=False)
    addressed = [p for p in addressed if not s.tagged[: p.first].endswith(_MATTER) and _by(scene, s, p, subject)]
    told = sorted(scene.before(s, m.start(), clause_only=False), key=lambda p: p.offices)
    told = [p for p in told if p.role != "to" or _by(scene, s, p, subject)]
    for p in (*objects, *reversed(addressed), *reversed(told)):
        if party_of(p) not in (None, party_of(subject)):
            return subject, p
    return subject, None


def _by(scene: Scene, s: Sentence, addressed: Phrase, agent: Phrase) -> bool:
    """Whether it is the agent who addresses a party, not another told of in that clause: 因应美国对台售武."""
    start = s.clause(addressed.first)[0]
    return all(p is agent or p.first < start for p in scene.before(s, addressed.first, ("plain",)))


def _at_once(scene: Scene, s: Sentence, position: int) -> Phrase | None:
    """Who stands right before the word: 就美国制裁…发表谈话 is about what the United States did."""
    for p in scene.before(s, position, ("plain", "to", "of")):
        if s.tagged[: p.first].endswith(_SUMMONED):
            continue
        matter = p.role != "to" or s.tagged[: p.first].endswith(_MATTER) or _ANSWERED.match(s.tagged, position)
        if matter and s.tagged[p.last : position] in ("", "宣布", "将", "宣布将", "决定") and party_of(p):
            return p
    return None


def _posted(s: Sentence, m: re.Match[str], sender: str) -> str | None:
    """The party that one's own envoy, called back, is posted to."""
    for i in range(m.end(), s.clause(m.end() - 1)[1]):
        item = s.items.get(i)
        if item is not None and item.posted not in (None, sender) and item.actors[0].party in (None, sender):
            return item.posted
    return None


def mutual(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲与乙签署协议, 双方发表联合声明: all do it together."""
    subject = scene.subject(s, m.start())
    beside = scene.before(s, m.start(), ("with",))
    if not beside and not several(subject):
        beside = scene.before(s, m.start(), ("with",), clause_only=False)
    sides = [a for p in ([subject] if subject else []) + beside for a in scene.actors(p, s)]
    if len(codes(sides)) < 2:
        sides += [a for p in scene.within(s, m) for a in scene.actors(p, s) if a.party not in codes(sides)]
    if len(codes(sides)) > 1:
        title = _TITLE.search(m[0])
        yield draft(s, trigger, m, sides, mechanism=title[1] if title else None)


def sever(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲与乙断交, 恢复两国对话: relations or channels broken off or taken up again."""
    if "原定" in m[0]:  # one planned occasion called off, not a channel
        return
    subject = scene.subject(s, m.start())
    found = ([subject] if subject else []) + scene.before(s, m.start(), ("with", "to")) + scene.within(s, m)
    if len(codes(a for p in found for a in scene.actors(p, s))) < 2:
        found += scene.before(s, m.start())
    sides: list[Actor] = []
    for p in found:
        sides += [a for a in scene.actors(p, s) if a.party not in codes(sides)]
    told = list(dict.fromkeys(a.party for a in sides if a.party))
    if len(told) < 2:
        return
    first, second = (None, None) if several(subject) else (told[0], told[1])
    yield draft(s, trigger, m, sides[:2], initiator=first, target=second)


def refuse(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲拒绝与乙会谈: who refuses whom; a forum or one's own territory is no partner."""
    subject = scene.subject(s, m.start())
    mine = party_of(subject) if subject else None
    if subject is None or mine is None:
        return
    ruled_out = {None, mine} | _FORA | _NO_PARTNER.get(mine, frozenset())
    beside = scene.before(s, m.start(), ("with", "to"))
    earlier = [p for p in scene.before(s, m.start(), clause_only=False) if p is not subject]
    for p in (*beside, *scene.after(s, m.end()), *reversed(earlier)):
        if party_of(p) not in ruled_out:
            sides = [*scene.actors(subject, s), *scene.actors(p, s)]
            yield draft(s, trigger, m, sides, initiator=mine, target=party_of(p))
            return
    other = next((a for a in scene.last_sides if a.party not in ruled_out), None)
    if other is not None and mine in codes(scene.last_sides):
        yield draft(s, trigger, m, [*scene.actors(subject, s), other], initiator=mine, target=other.party)


def unanswered(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲要求与乙磋商，未获回应: who asked comes first, whom they asked second."""
    told: dict[str, Actor] = {}
    for p in scene.before(s, m.start(), clause_only=False):
        for a in p.actors if p.role != "of" else ():
            if a.party:
                told.setdefault(a.party, a)
    if len(told) > 1:
        (asker, first), (asked, second) = list(told.items())[:2]
        yield draft(s, trigger, m, [first, second], initiator=asker, target=asked)


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
