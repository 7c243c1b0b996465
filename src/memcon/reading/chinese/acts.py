"""What one party does to another, and what several do by one text: the frames of acts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from memcon.reading.analysis import Actor
from memcon.reading.chinese.drafts import Draft, codes
from memcon.reading.chinese.scene import Scene, party_of, several
from memcon.reading.chinese.sentences import GROUP, Phrase, Sentence
from memcon.reading.chinese.told import MATTER, draft
from memcon.reading.chinese.triggers import Trigger

_AFTER_TALKS = re.compile("(?:会谈|会晤|会见|会议|会)后[^，。]{0,4}$")  # 会谈后发表联合声明
_ON_JOURNEY = re.compile("此行|此访|访问期间|期间")
_WAS_SIGNED = re.compile("(?:签署|签订|发表)的(?:是|为)")  # says more of what was told
_TITLE = re.compile("《([^《》]{2,60})》")
_ANSWERED = re.compile("[^，。]{1,24}的(?:回应|反制|报复|对等措施|还击|反击)")  # 作为对甲驱逐…的回应
_ENVOYS_OF = re.compile(f"等?(?:[三四五六七八九十]国|{GROUP})")
_BY_LAW = re.compile("(?:根据|依据|依照|按照|援引)[^，。]*$")
_PASSIVE = ("被", "已被", "遭")
_CALLED_IN = ("被召", "应召", "被传召", "被紧急召")
_AND_SO_MANY = re.compile("(?:工作人员|人员)?[和及与、](?:[0-9一二三四五六七八九十百多数两]+[名个位])?")
_SUMMONED = ("召见", "传召", "约见", "召")  # before who is acted on
_FORA = frozenset({"UN", "UNSC", "UNGA"})
# Territories that are no partner of their own sovereign.
_NO_PARTNER = {"CHN": frozenset({"HKG", "MAC"})}


def act(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲召见乙, 甲对乙实施制裁, 乙被甲驱逐: one party acts on another."""
    agent, patient = _summoned(scene, s, m) if m[0].startswith(_CALLED_IN) else _agent_and_patient(scene, s, m)
    if agent is None or (initiator := party_of(agent)) is None:
        return
    if trigger.type == "expulsion_or_recall" and (country := _posted(s, m, initiator)) is not None:
        sides = [*scene.actors(agent, s)[:2], Actor(party=country)]
        yield draft(s, trigger, m, sides, initiator=initiator, target=country)
        return
    if patient is None or (target := party_of(patient)) is None or target == initiator:
        return
    acting, acted_on = scene.actors(agent, s), scene.actors(patient, s)
    for p in scene.phrases(s):  # 甲、乙两国大使以及某团长
        if p.first > patient.first and _ENVOYS_OF.fullmatch(s.tagged, patient.last, p.first):
            acted_on += [a for a in p.actors if a.party not in (None, initiator)]
    if trigger.type == "sanction":
        acted_on += _listed_with(scene, s, m, patient)
    if trigger.type != "expulsion_or_recall":
        yield draft(s, trigger, m, [*acting[:2], *acted_on], initiator=initiator, target=target)
        return
    further = [scene.actors(p, s) for p in _more_patients(scene, s, patient)]
    several_named = all(a.name for a in acted_on)
    each = dict.fromkeys(a.party for a in acted_on)
    apart = [[a for a in acted_on if a.party == c] for c in each] if several_named else [acted_on]
    for one in dict.fromkeys(a.party for a in acting if a.party):  # each expels for itself
        for others in ([a for a in side if a.party not in (None, one)] for side in (*apart, *further)):
            if others:
                sides = [*(a for a in acting if a.party == one), *others]
                target = "|".join(dict.fromkeys(a.party for a in others if a.party))
                yield draft(s, trigger, m, sides, initiator=one, target=target)


def _summoned(scene: Scene, s: Sentence, m: re.Match[str]) -> tuple[Phrase | None, Phrase | None]:
    """乙被召至甲的外交部: whose ministry it is summons whoever is called there."""
    patient = scene.subject(s, m.start())
    mine = party_of(patient) if patient is not None else None
    return next((p for p in scene.after(s, m.end()) if party_of(p) not in (None, mine)), None), patient


def _by_whom(scene: Scene, s: Sentence, m: re.Match[str]) -> tuple[Phrase | None, Phrase | None]:
    """甲驻乙大使馆人员被驱逐: by whom it does not say: by who tells it, else by the party they were posted to."""
    mine = [p for p in scene.before(s, m.start(), ("plain", "of")) if party_of(p)]
    patient = mine[-1] if mine else None
    theirs = party_of(patient) if patient is not None else None
    told = [p for p in scene.before(s, m.start(), ("plain",), clause_only=False) if p.offices and p is not patient]
    agent = next((p for p in told if party_of(p) not in (None, theirs)), None)
    if patient is not None and agent is None:
        host = s.items[patient.first].posted
        agent = replace(patient, actors=(Actor(party=host),)) if host else None
    return agent, patient


def _listed_with(scene: Scene, s: Sentence, m: re.Match[str], patient: Phrase) -> list[Actor]:
    """Others of the patient's party in the list that 对 opens before the word: 对甲、某委员会主席乙等五人实施制裁."""
    opened = s.tagged.rfind("对", s.clause(m.start())[0], m.start())
    if opened < 0 or patient.first < opened:
        return []
    behind = [p for p in scene.phrases(s) if patient.last <= p.first < m.start() and p.offices]
    return [a for p in behind for a in p.actors if a.name and a.party == party_of(patient)]


def _more_patients(scene: Scene, s: Sentence, patient: Phrase) -> list[Phrase]:
    """驱逐两名甲国外交官和五名乙国外交官: further ones told by number."""
    found: list[Phrase] = []
    last = patient
    for p in scene.phrases(s):
        if p.first > last.first and _AND_SO_MANY.fullmatch(s.tagged, last.last, p.first):
            found.append(p)
            last = p
    return found


def _agent_and_patient(scene: Scene, s: Sentence, m: re.Match[str]) -> tuple[Phrase | None, Phrase | None]:
    if s.tagged[: m.start()].endswith(_PASSIVE):
        return _by_whom(scene, s, m)
    passive = scene.before(s, m.start(), ("by",)) or [p for p in scene.within(s, m) if p.role == "by"]
    subject = _at_once(scene, s, m.start()) or scene.subject(s, m.start())
    objects = [p for p in scene.after(s, m.end()) if p.role in ("plain", "of", "to", "place", "by")]
    owners = [q.first for q in objects if q.offices and party_of(q)]
    objects = [p for p in objects if p.offices or p.last not in owners]  # 香港中联办副主任: of the mainland
    if passive:
        mine = party_of(passive[-1])
        ruled_out = {None, mine} | _NO_PARTNER.get(mine or "", frozenset())
        told = [*([subject] if subject else []), *reversed(scene.before(s, m.start(), clause_only=False)), *objects]
        return passive[-1], next((p for p in told if party_of(p) not in ruled_out), None)
    if subject is None:
        return None, None
    opened = s.tagged.rfind("对", s.clause(m.start())[0], m.start())
    if 0 <= opened < subject.first and s.items.get(opened + 1) is not None and _BY_LAW.search(s.tagged[:opened]):
        earlier = scene.subject(s, opened) if opened else None  # 根据某法对甲、乙等人实施制裁
        first = next((p for p in scene.phrases(s) if p.first == opened + 1), None)
        if earlier is not None and first is not None:
            return earlier, first
    addressed = scene.before(s, m.start(), ("to",)) or scene.before(s, m.start(), ("to",), clause_only=False)
    addressed = [p for p in addressed if not s.tagged[: p.first].endswith(MATTER) and _by(scene, s, p, subject)]
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
        matter = p.role != "to" or s.tagged[: p.first].endswith(MATTER) or _ANSWERED.match(s.tagged, position)
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
    if _WAS_SIGNED.match(m[0]):
        return
    subject = scene.subject(s, m.start())
    beside = scene.before(s, m.start(), ("with",))
    if not beside and not several(subject):
        beside = scene.before(s, m.start(), ("with",), clause_only=False)
    sides = [a for p in ([subject] if subject else []) + beside for a in scene.actors(p, s)]
    if len(codes(sides)) < 2:
        sides += [a for p in scene.within(s, m) for a in scene.actors(p, s) if a.party not in codes(sides)]
    if len(codes(sides)) == 1 and scene.journeys and _ON_JOURNEY.search(s.tagged, 0, m.start()):  # 此行将签署…
        last = scene.journeys[-1]
        if codes(sides) <= {last.initiator}:
            sides += [Actor(party=c) for c in (last.target or "").split("|") if c]
    if len(codes(sides)) < 2 and subject is None and _AFTER_TALKS.search(s.tagged[: m.start()]):
        sides = list(scene.last_sides)
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
    if (
        len(told) < 2
        and any(p.group and p.last <= m.start() for p in scene.phrases(s))
        and codes(sides) < codes(scene.last_sides)
    ):
        sides = [Actor(party=c) for c in dict.fromkeys(a.party for a in scene.last_sides)]  # 两国关系恶化，对话中断
        told = [a.party for a in sides if a.party]
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
    named = [p for p in scene.after(s, m.end()) if p.role != "place"]
    beside = scene.before(s, m.start(), ("with", "to"))
    earlier = [p for p in scene.before(s, m.start(), clause_only=False) if p is not subject and p.role != "of"]
    for p in (*beside, *named, *reversed(earlier)):
        others = [a for a in scene.actors(p, s) if a.party not in ruled_out]  # 拒绝举行中日韩首脑会谈
        if others:
            target = "|".join(dict.fromkeys(a.party for a in others if a.party))
            people = [a for a in scene.actors(p, s) if a.name and a.party == mine]
            yield draft(s, trigger, m, [*scene.actors(subject, s), *people, *others], initiator=mine, target=target)
            return
    other = next((a for a in scene.last_sides if a.party not in ruled_out), None)
    if other is not None and mine in codes(scene.last_sides):
        yield draft(s, trigger, m, [*scene.actors(subject, s), other], initiator=mine, target=other.party)


def unanswered(scene: Scene, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
    """甲要求与乙磋商，未获回应: who asked comes first, whom they asked second."""
    silent = [p for p in scene.before(s, m.start(), ("plain",)) if party_of(p) and not p.group]
    asked_of = party_of(silent[-1]) if silent else None
    told: dict[str, Actor] = {}
    for p in scene.before(s, m.start(), clause_only=False):
        for a in p.actors if p.role != "of" else ():
            if a.party:
                told.setdefault(a.party, a)
    if len(told) > 1:
        (asker, first), (asked, second) = list(told.items())[:2]
        if asked_of in told and len(told) == 2:  # 甲致电乙，乙未接听
            asked, second = asked_of or "", told[asked_of or ""]
            asker, first = next((k, a) for k, a in told.items() if k != asked)
        yield draft(s, trigger, m, [first, second], initiator=asker, target=asked)
