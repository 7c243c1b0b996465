"""Who went where: 甲访问乙, 甲对乙进行访问, 甲的乙之行."""

import re
from collections.abc import Iterator
from dataclasses import replace

from memcon.reading.analysis import Actor
from memcon.reading.chinese.drafts import Draft
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.scene import Scene, party_of
from memcon.reading.chinese.sentences import GROUP, PARTY, PLACE, Phrase, Sentence
from memcon.reading.chinese.told import draft
from memcon.reading.chinese.triggers import Trigger

_RELATIVE = re.compile("[^，。]{0,30}的")
_AND = re.compile("、|和|及|与|以及")
_THOSE = re.compile(f"对(?:上述|以上|这)?(?:[四五六七八九]国|{GROUP})[^，。]{{0,4}}$")
_SO_MANY = re.compile(f"(?:上述|以上|这)?(?:[四五六七八九]国|{GROUP})")
_INVITED_BY = re.compile("应[^。；]*?邀请")
# Words between a visitor and the word: 议长佩洛西执意窜访, 总统作为国宾访日.
_MANNER = re.compile("(?:执意|强行|公然|悍然|擅自|(?:作为|以)[^，。]{0,8}?(?:身份|身分|国宾|特使|名义))$")
_SETTING = re.compile(f"[{PARTY}{PLACE}]{{1,2}}(?:时|期间|后)，")
_EACH = re.compile("(?:分别|先后|相继|依次)$")
_HERE = re.compile("当地|该国")
_ON_THE_WAY = re.compile("抵达|前往|赴|到|来")
_VENUES = ("宾馆", "大会堂", "賓館", "大會堂", "酒店", "机场", "機場", "总统府", "總統府")  # reached within a visit
# Meeting places of states rather than partners.
_CITY_STATES = frozenset({"SGP", "HKG", "MAC", "MCO", "VAT"})


def visit(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲访问乙, 甲对乙进行访问, 来华出席…的甲: who went where."""
    destinations = list(_destinations(s, m)) or _hosts(scene, s, m)
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
        invited = subject is not None and subject.role == "invited"
        each = m[0].startswith(("先后", "相继", "依次")) or _EACH.search(s.tagged[: m.start()]) is not None
        for party in dict.fromkeys(a.party for a in guests) if each else (None,):
            own = [a for a in guests if party in (None, a.party)]
            told = draft(s, trigger, m, [*own, Actor(party=country)], initiator=own[0].party, target=country)
            yield replace(told, place=(name, country), placed=span, invited=invited)


def _visitors(scene: Scene, s: Sentence, m: re.Match[str], country: str | None) -> tuple[Phrase | None, list[Actor]]:
    if _RELATIVE.match(s.tagged, m.end()):
        for p in scene.after(s, m.end()):
            if p.offices and s.tagged[p.first - 1] == "的":
                if p.actors[0].party not in (None, country):
                    return p, list(p.actors)
                break
    towards = s.tagged.rfind("对", s.clause(m.start())[0], m.start())  # 甲对乙进行访问
    manner = _MANNER.search(s.tagged[: m.start()])
    edge = manner.start() if manner else m.start()
    edges: tuple[int, ...] = (edge, towards) if s.items.get(towards + 1) is not None else (edge,)
    edges = () if m[0].endswith("之行") else edges
    at_once = [p for p in scene.phrases(s) if p.last in edges and p.role in ("plain", "invited", "to")]
    at_once = [p for p in at_once if not (p.group and _THOSE.search(s.tagged[: m.start()]))]
    subject = at_once[0] if at_once else scene.subject(s, m.start())
    if subject is not None and subject.group and not at_once and _THOSE.search(s.tagged[: m.start()]):
        subject = next((p for p in scene.before(s, m.start(), ("plain",)) if not p.group), None)
    named = subject is not None and any(a.name for a in subject.actors) and party_of(subject) != "CHN"
    if not at_once and "窜" in m[0] and not named:  # told of a visitor without a title, beside another subject
        return None, []
    if subject is None:
        subject = next(iter(scene.before(s, m.start(), ("by",))[::-1]), None)
    if subject is None and s.clause(m.start())[0] == 0 and _SETTING.match(s.tagged, m.end()):
        later = [p for p in scene.phrases(s) if p.first > m.end() and p.role == "plain" and p.offices]
        subject = later[0] if later else None  # 去年访问巴黎时，外长…
    return subject, scene.actors(subject, s) if subject is not None else []


_Destination = tuple[str | None, str | None, tuple[int, int]]


def _hosts(scene: Scene, s: Sentence, m: re.Match[str]) -> list[_Destination]:
    """再次来访: to the host of the journey told before; 对上述四国进行访问: to those who invited to it."""
    if _THOSE.search(s.tagged[: m.start()]) or _SO_MANY.match(s.tagged, m.end()):
        inviting = _INVITED_BY.search(s.tagged[: m.start()])
        first, last = inviting.span() if inviting else (0, 0)
        hosts = [a for p in scene.phrases(s) if first < p.first < last for a in p.actors]
        return [(None, c, s.source(*m.span())) for c in dict.fromkeys(a.party for a in hosts if a.party)]
    if not m[0].endswith("来访") or not scene.journeys:
        return []
    return [(None, scene.journeys[-1].target, m.span())]


def _destinations(s: Sentence, m: re.Match[str]) -> Iterator[_Destination]:
    """Where a visit went: what follows the word at once (甲、乙和丙), or what 对 or 在 names before it."""
    following = list(_listed(s, m.end()))
    if following:
        yield from following
        return
    if m[0].endswith("来访"):
        return  # to where the one before it led: see `_hosts`
    if m[0].endswith("之行"):
        first = last = m.start() - 1
        while first > 1 and s.tagged[first - 1] in "、和及与" and (s.items.get(first - 2) or s.items[last]).place:
            first -= 2
        if (item := s.items.get(last)) is not None and item.place is not None:
            yield from _listed(s, first)
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
