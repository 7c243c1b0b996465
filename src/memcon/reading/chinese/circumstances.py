"""Whether and where a mentioned event took place, from the words around it; when is told by `days`."""

import re
from dataclasses import replace

from memcon.reading.chinese.days import ACTS, DONE, dated, of_matter, since
from memcon.reading.chinese.drafts import CALLS, CONTACTS, Draft
from memcon.reading.chinese.journeys import is_city
from memcon.reading.chinese.scene import Scene
from memcon.reading.chinese.sentences import DATE, OFFICE, PARTY, PERSON, Sentence
from memcon.reading.chinese.triggers import statuses

_TAKEN = re.compile(
    f"军级|[0-9一二三四五六七八九十百多数两]+[名个家位间所]|其|他|她|之|该|这|此|两名|数名|有关|[{PERSON}{OFFICE}{PARTY}]"
)
_ASKED = re.compile("(?<!应)(?:接受[^，。]{0,12}|向[^，。]{1,12}发出)邀请|邀请(?!下)[^，。]{0,4}$")
_TOLD_AGAIN = re.compile("(?:^|，)(?:这|此|这次|此次|是次|今次)(?:也|还|将)?(?:是|为)|^(?:将)?是(?!否)|，是(?=自|继)")
_COUNTED = re.compile("首[次度]|第[^，。]{1,3}[次度]|再次|再度")
_HOPED = re.compile("愿(?!望)|希望|期待|呼吁|敦促|主张|双方要|应当|要(?:加强|继续|推动|保持|深化|坚持)")
_SPEECH = re.compile("表示|指出|强调|说|称|认为")
_RUMOUR = re.compile("传闻|谣传|据传|若|如果|倘若|假如|除非")
_ASKED_WHETHER = re.compile("是否|能否|会否|有否")
_LIKE = re.compile("(?:像|如同|好像|犹如)[^，。]{0,4}$")  # 像会见其他官员一样
_QUESTION = re.compile("[?？][”」』]?$")
# 即将离任的大使: of the person, not of what is told.
_OF_PERSON = re.compile("(?:离任|卸任|就任|上任|到任|赴任|履新|退休|离职|任满)的")
_SOME_DAY = re.compile(f"将[在于]?{DATE}，$")  # 将在12号，签署…
_ALSO_TO = re.compile("外，(?:他|她)?(?:还|也|并)(?:将|会)")
_OCCASION = re.compile(f"{DATE}的|期间|结束|上(?!周|月|个|次)|场边|隔天|次日|翌日|前夕|之际|闭幕|开幕|后|时")
_REPEATED = re.compile(
    "两度|多次|数次|(?<![第0-9一二三四五六七八九十])[2-9二三四五六七八九]次(?!会|对|磋|谈|通|定|峰|领|高)"
)
_NEGATED = re.compile(
    "(?:难以|难(?=在|于)|不会|不能|不可|未能|无法|没有|并未|未有|未曾|尚未|未|不再|不曾|无意|不得|不)(?!不|仅|只|但|断|久)[^，。]{0,6}$"
)
# What follows a word of contact and shows that it tells of none: what contact is for, or would be.
_NO_EVENT = re.compile(
    "(?:协议)?的(?:必要)?条件|(?:的)?结果|[0-9一二三四五六七八九十百]{1,4}周年|(?:的)?(?:重要|广泛)?共识|的成果|(?<!访[美华日韩俄英法德])成果|(?:是[^。，]{0,30}|的重要)(?:渠道|机制|平台)"
    "|[^，。]{0,4}(?:无助于|没有意义|没有必要)|(?:非常|十分|很|极为|至关)重要"
    "|(?:的成功)?(?:举行)?为契机"
    "|上的(?:讲话|发言|演讲|演说|致辞|致词|表态|言论|承诺)"
    "|[\ue002\ue004]?的情况|的(?:可能|可能性|意愿|意向|设想|论调|(?:筹备|准备)(?:工作)?|提议|建议|安排|日期|条件|基础|前提|国家|第)|(?:举行)?(?:之)?前|[^，。]{0,20}前(?=，)"
)
_AHEAD = re.compile("[^，。]{0,4}期间，?(?:还|也)?(?:将|拟|计划)")  # "访澳期间将…"
_AGREED_TO = re.compile("[^，。]{0,6}达成(?:共识|一致)")
_WILL = re.compile("(?<![机议国社协委员大开聚宴晚峰理董学商工安不])会(?:再)?$")  # 适当时候会召见
_REGULAR = re.compile("(?:定期|不定期|每年|每月|轮流)(?:举行|举办|召开|开展|进行)?$")
# Inside what is talked about: 就第二次首脑会谈等事宜交换意见.
_ABOUT = re.compile("(?<![成早造高迁])(?:就(?!此|是)|围绕|针对)[^，。]{0,60}$")
_TALKED = re.compile("[^，。]{0,30}(?:事宜|问题|议题|方案|成果)(?:等)?[^，。]{0,6}(?:交换|讨论|沟通|磋商|协商|交流)")
_JOURNEY = re.compile("访|赴|前往|转往|飞往")
_WEIGHED = re.compile("(?:正在|正|在)?(?:考虑|研究|酝酿|商讨)[^。]{0,40}$")  # 考虑对…实施制裁
_OF_MATTER = re.compile("关于|有关")  # 关于取消制裁的谈判
_ONCE_PLANNED = re.compile("原定|原订|原计划|原拟|原本|原先")
_QUOTED = "「“《‘〈"
_IN_QUOTES = re.compile("[“「][^”」，。]{0,6}$")  # “实际上的驱逐”: so called
_IN = ("在", "于", "前往", "飞往", "转往", "抵达", "到", "赴", "访问", "到访")
_OWN = frozenset({"CHN", "HKG", "MAC"})  # among themselves they are one party's home affairs


def complete(scene: Scene, s: Sentence, draft: Draft, m: re.Match[str]) -> Draft | None:
    """The mention with status, date and place; None where the words tell of no event between parties."""
    enough = len(draft.parties) > 1 or (draft.type == "summit" and draft.parties)
    if not enough or draft.parties <= _OWN:
        return None
    if (s.tagged[: m.start()].endswith(tuple(_QUOTED)) or _IN_QUOTES.search(s.tagged[: m.start()])) and (
        draft.mechanism is None
    ):
        return None
    status = _status(scene, s, draft, m)
    if status is None:
        return None
    return dated(scene, s, _placed(s, replace(draft, status=status), m), m)


def _status(scene: Scene, s: Sentence, draft: Draft, m: re.Match[str]) -> str | None:
    start, end = s.clause(m.start())
    before, words = s.tagged[start : m.start()], statuses()
    if draft.type in CONTACTS and _ABOUT.search(before) and _TALKED.match(s.tagged, m.end()):
        return None
    if draft.type == "sanction" and _WEIGHED.search(s.tagged, 0, m.start()):
        return None
    if _RUMOUR.search(s.tagged, 0, m.start()) or _REGULAR.search(before) or _LIKE.search(before):
        return None
    if s.kind == "body" and (_QUESTION.search(s.tagged) or _ASKED_WHETHER.search(before)):
        return None
    off = words.cancelled.search(s.tagged, start, end)
    if draft.type in CONTACTS and off is not None and not _OF_MATTER.search(s.tagged, start, off.start()):
        return "cancelled"
    once_planned = _ONCE_PLANNED.search(s.tagged, start, end)
    if draft.type in CONTACTS and once_planned and words.cancelled.search(s.tagged, end):
        return "cancelled"
    if draft.invited:
        return "planned"
    if draft.type in CONTACTS and words.denied.search(before):
        return "denied"
    if _ASKED.search(before) and draft.type in CONTACTS:
        return "planned"
    if _AGREED_TO.match(s.tagged, m.end()) and "就" in before:
        return "planned"
    ahead = _planned(scene, s, m, start)
    if ahead is not None and not words.past.search(s.tagged, start, ahead):
        return "planned"
    if draft.type in ("contact_refused", "contact_unanswered"):
        return "occurred"
    wished = words.wish.search(before) and DATE not in before
    negated = _NEGATED.search(before)
    clause = s.tagged[start:end]
    repeated = _REPEATED.search(clause) and (DATE not in clause or "今年" in s.words())
    dated = any(s.tagged[i] == DATE and not since(s, i) and not of_matter(s, i, m) for i in range(start, end))
    again = _again(s, m) and not dated
    wished = wished or (_HOPED.search(_SPEECH.split(s.tagged[: m.start()])[-1]) and not dated)
    refused = any(start <= a and b <= m.start() and "拒" in s.tagged[a:b] for a, b in scene.words)
    unreal = (again and scene.last_sides) or refused or _NO_EVENT.match(s.tagged, m.end())
    if wished or negated or repeated or unreal:
        return None
    return "planned" if _goes_on_planned(scene, s, m, start) else "occurred"


def _again(s: Sentence, m: re.Match[str]) -> bool:
    """Whether a clause only says more of what was told: 这是两国…首次会晤, with no subject of its own behind 这是."""
    told = _TOLD_AGAIN.search(s.tagged, 0, m.start())
    if told is None:
        return False
    comma = s.tagged.find("，", told.end(), m.start())
    if comma < 0 or _COUNTED.search(s.tagged, comma, m.end()):
        return True
    return not any(item.kind in ("person", "group") for i, item in s.items.items() if comma < i < m.start())


def _goes_on_planned(scene: Scene, s: Sentence, m: re.Match[str], start: int) -> bool:
    """Whether a clause without a subject of its own goes on with what the sentence said is planned."""
    last = scene.last
    if last is None or last.sentence != s.index or last.status != "planned" or start == 0:
        return False
    own = any(p.role == "plain" and not p.group for p in scene.before(s, m.start()))
    return not own and not DONE.search(s.tagged, start, m.end()) and DATE not in s.tagged[start : m.start()]


def _planned(scene: Scene, s: Sentence, m: re.Match[str], start: int) -> int | None:
    """Where the word of planning stands that governs the event: no other event's word between the two."""
    if _AHEAD.match(s.tagged, m.end()) or _WILL.search(s.tagged, start, m.start()):
        return m.start()
    if start and _SOME_DAY.search(s.tagged[:start]):
        return start
    if s.tagged.startswith("除", start) and _ALSO_TO.search(s.tagged, m.end()):
        return start  # 除了与甲会面外，还将…
    for word in statuses().planned.finditer(s.tagged, start, m.end()):
        if _OF_PERSON.match(s.tagged, word.end()):
            continue
        taking = word[0] == "将" and (s.tagged[: word.start()].endswith("已") or _TAKEN.match(s.tagged, word.end()))
        taking = taking or (word[0] == "将" and m[0].startswith("列") and word.end() < m.start())  # 将…列入
        between = [(a, b) for a, b in scene.words if word.end() <= a and b <= m.start()]
        apart = [b for a, b in between if not (_JOURNEY.search(s.tagged, a, b) or _OCCASION.match(s.tagged, b))]
        if not taking and not apart:  # 将访问美国会见…, 计划在峰会后举行…
            return word.start()
    return None


def _placed(s: Sentence, draft: Draft, m: re.Match[str]) -> Draft:
    """The city whose name the event bears (美乌日内瓦会谈), else the nearest place that 在 or a word of arrival names,
    in the clause or before it.
    """
    if draft.place is not None or draft.type in CALLS:
        return draft
    bearing = s.items.get(m.start() - 1)
    if bearing is not None and bearing.place is not None and is_city(bearing) and draft.type in CONTACTS:
        return replace(draft, place=bearing.place, placed=(bearing.start, bearing.end))
    start, end = s.clause(m.start())
    for first, last in ((start, m.start()), (m.end(), end), (start if draft.type in ACTS else 0, start)):
        for i in range(last - 1, first - 1, -1):
            item = s.items.get(i)
            if item is None or item.place is None or item.rule == "organisation" or not s.tagged[:i].endswith(_IN):
                continue
            capital = s.tagged[i + 1 : i + 3] in ("首都", "城市", "名城")
            inner = s.items.get(i + 3 if capital else i + 1)
            name, country = item.place
            if not is_city(item) and inner is not None and is_city(inner) and inner.place:
                name = inner.place[0]
            elif not is_city(item):
                return replace(draft, place=(None, country), placed=(item.start, item.end))
            return replace(draft, place=(name, country), placed=(item.start, item.end))
    return draft
