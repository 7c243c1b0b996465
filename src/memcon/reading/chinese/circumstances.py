"""Whether, when and where a mentioned event took place, from the words around it."""

import datetime as dt
import re
from dataclasses import replace

from memcon.model import Interval, interval
from memcon.reading.chinese.drafts import CALLS, CONTACTS, Draft
from memcon.reading.chinese.frames import SETTING
from memcon.reading.chinese.journeys import is_city
from memcon.reading.chinese.scene import Scene, party_of
from memcon.reading.chinese.sentences import DATE, OFFICE, PARTY, PERSON, PLACE, Sentence
from memcon.reading.chinese.triggers import statuses
from memcon.reading.dates import Anchored, CalendarDate, CalendarRange, Direction, Distance, Expression, resolve

_DONE = re.compile("曾|已经|已(?!定|计划)|了")
_TAKEN = re.compile(
    f"军级|[0-9一二三四五六七八九十百多数两]+[名个家位间所]|其|他|她|之|该|这|此|两名|数名|有关|[{PERSON}{OFFICE}{PARTY}]"
)
_SETTING = re.compile("(?:后|前|以来)$")
_REPORTED = re.compile("，(?:指|称|并称|又称|认为|说|表示|并指)")
_SAID = re.compile("证实|表示|说|称|指出|强调|认为|透露|重申|警告|呼吁")
_PROPOSED = re.compile("建议|提议|邀请|要求")
_ASKED = re.compile("(?<!应)(?:接受[^，。]{0,12}|向[^，。]{1,12}发出)邀请|邀请(?!下)[^，。]{0,4}$")
_TOLD_AGAIN = re.compile("(?:^|，)(?:这|此|这次|此次|是次|今次)(?:也|还|将)?(?:是|为)|^(?:将)?是(?!否)|，是(?=自|继)")
_COUNTED = re.compile("首[次度]|第[^，。]{1,3}[次度]|再次|再度")
_HOPED = re.compile("愿(?!望)|希望|期待|呼吁|敦促|主张|双方要|应当")
_SPEECH = re.compile("表示|指出|强调|说|称|认为")
_RUMOUR = re.compile("传闻|谣传|据传|若|如果|倘若|假如|除非")
_ASKED_WHETHER = re.compile("是否|能否|会否|有否")
_LIKE = re.compile("(?:像|如同|好像|犹如)[^，。]{0,4}$")  # 像会见其他官员一样
_QUESTION = re.compile("[?？][”」』]?$")
# 即将离任的大使: of the person, not of what is told.
_OF_PERSON = re.compile("(?:离任|卸任|就任|上任|到任|赴任|履新|退休|离职|任满)的")
_SOME_DAY = re.compile(f"将[在于]?{DATE}，$")  # 将在12号，签署…
_OCCASION = re.compile("期间|结束|上(?!周|月|个|次)|场边|隔天|次日|翌日|前夕|之际|闭幕|开幕|后|时")
# A date that tells when somebody took office: 2020年就任后首度访台.
_IN_OFFICE = re.compile(
    "[^，。]{0,12}?(?:就任|上任|出任|接任|当选|就职|履新|担任|执政|掌权|建交)[^，。]{0,14}?(?:以来|之后|后|至今|的首)"
)
# What an act or talk is about, with a date of its own: 就2014年爆炸事件提出抗议.
_MATTER_OF = re.compile("(?:就(?![是在于此任])|针对|围绕)[^，。]*$")
_TIED = re.compile("[^，。]{0,40}?(?:提出|表达|表示|进行|交换|举行|发表|展开|向|达成|同|与)")
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
    "|上的(?:讲话|发言|演讲|演说|致辞|致词|表态|言论|承诺)"
    "|[\ue002\ue004]?的情况|的(?:可能|可能性|意愿|意向|设想|论调|(?:筹备|准备)(?:工作)?|提议|建议|安排|日期|条件|基础|前提|国家|第)|(?:举行)?(?:之)?前|[^，。]{0,20}前(?=，)"
)
_AHEAD = re.compile("[^，。]{0,4}期间，?(?:还|也)?(?:将|拟|计划)")  # "访澳期间将…"
_AGREED_TO = re.compile("[^，。]{0,6}达成(?:共识|一致)")
_SINCE = re.compile("[^，。在会举与同]{0,12}以来|(?:之)?前(?!夕|后)|或之前")
# 自今年六月与某人通话后: the day of the call.
_SINCE_TALKS = re.compile("[同与和访][^，。]{0,12}(?:通话|通电话|会晤|会面|会谈|会见|访问|见面)?[^，。]{0,2}?(?:之)?后")
_ACTS = frozenset(
    {"sanction", "protest", "expulsion_or_recall", "contact_suspended", "contact_resumed", "contact_refused"}
)
_WIDE = 92  # days: of the dates beside an event, a year counts only where no nearer one is told
_WILL = re.compile("(?<![机议国社协委员大开聚宴晚峰理董学商工安不])会(?:再)?$")  # 适当时候会召见
_REGULAR = re.compile("(?:定期|不定期|每年|每月|轮流)(?:举行|举办|召开|开展|进行)?$")
# Inside what is talked about: 就第二次首脑会谈等事宜交换意见.
_ABOUT = re.compile("(?<![成早造高迁])(?:就(?!此|是)|围绕|针对)[^，。]{0,60}$")
_TALKED = re.compile("[^，。]{0,30}(?:事宜|问题|议题|方案|成果)(?:等)?[^，。]{0,6}(?:交换|讨论|沟通|磋商|协商|交流)")
# What happens on a journey told of before: within its days.
_ON_VISIT = re.compile(f"[{PARTY}{PLACE}]{{1,2}}(?:期间|时|后|之际)")
_ON_JOURNEY = re.compile("此行|此访|此次访问|这次访问|访问期间|出访期间|到访期间|停留期间|访[^，。]{0,3}期间|访问中")
_JOURNEY = re.compile("访|赴|前往|转往|飞往")
_SOON = dt.timedelta(21)  # a day told without its year lies ahead rather than a year back
_WEIGHED = re.compile("(?:正在|正|在)?(?:考虑|研究|酝酿|商讨)[^。]{0,40}$")  # 考虑对…实施制裁
_OF_MATTER = re.compile("关于|有关")  # 关于取消制裁的谈判
_DAY_ALONE = re.compile(f"(?:当地时间)?{DATE}(?:[0-9]{{1,2}}[时点](?:[0-9]{{1,2}}分|许)?)?")
_ONCE_PLANNED = re.compile("原定|原订|原计划|原拟|原本|原先")
_ZONE = dt.timedelta(days=1)  # a page may be stamped in another time zone than the event
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
    return _dated(scene, s, _placed(s, replace(draft, status=status), m), m)


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
    dated = any(s.tagged[i] == DATE and not _since(s, i) and not _of_matter(s, i, m) for i in range(start, end))
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
    return not own and not _DONE.search(s.tagged, start, m.end()) and DATE not in s.tagged[start : m.start()]


def _planned(scene: Scene, s: Sentence, m: re.Match[str], start: int) -> int | None:
    """Where the word of planning stands that governs the event: no other event's word between the two."""
    if _AHEAD.match(s.tagged, m.end()) or _WILL.search(s.tagged, start, m.start()):
        return m.start()
    if start and _SOME_DAY.search(s.tagged[:start]):
        return start
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


def _dated(scene: Scene, s: Sentence, draft: Draft, m: re.Match[str]) -> Draft:
    """The day told in the event's clause; else in a clause before it; else that of the occasion that goes on."""
    today = scene.today
    anchor = interval(scene.last_date) or today
    signs = _date_signs(scene, s, draft, m)
    for wide, i in [(False, i) for i in signs] + [(True, i) for i in signs]:
        found = scene.found_dates[s.items[i].start]
        aside = i < s.clause(m.start())[0] and any(i < a and b <= m.start() for a, b in scene.words)
        aside = aside and not statuses().planned.search(s.tagged, *s.clause(i))
        near = _day_before(scene, s, i, today) if isinstance(found.expression, Anchored) else None
        value, when = _resolved(draft, found.expression, today, near or anchor, aside)
        if value is None or when is None or (when.days > _WIDE and not wide):
            continue
        if today and draft.status == "planned" and when.days > _WIDE and when.first <= today.last < when.last:
            value = Interval(today.first, when.last).edtf()  # 今年内
        if today and when.first > today.last and draft.status == "occurred":
            if _DONE.search(s.tagged, s.clause(m.start())[0], m.end()):
                continue
            draft = replace(draft, status="planned")
        return replace(draft, date=value, dated=(found.start, found.end))
    words, main = statuses(), scene.main
    journey = scene.journey_of(draft) if _ON_JOURNEY.search(s.tagged, 0, m.start()) else None
    if journey is not None:
        return replace(draft, date=journey)
    if main is None or s.kind == "title" or draft.status == "planned" or words.past.search(s.tagged):
        return draft
    if main.passage != s.passage and draft.type not in CONTACTS:
        return draft
    if len(draft.people) > 1 and draft.people in scene.days:
        return replace(draft, date=scene.days[draft.people])
    if draft.type == "visit" and _ON_VISIT.match(s.tagged, m.end()):
        return draft
    if draft.type in CONTACTS and SETTING.match(s.tagged, m.end()) and not words.same_occasion.search(s.tagged):
        return draft
    same_sides = (
        main.passage == s.passage
        and main.parties <= draft.parties
        and (not draft.people or bool(draft.people & main.people))
    )
    if words.same_occasion.search(s.tagged) or same_sides:
        return replace(draft, date=main.date, place=draft.place or main.place, placed=draft.placed or main.placed)
    return draft


def _day_before(scene: Scene, s: Sentence, i: int, today: Interval | None) -> Interval | None:
    """The day named before "the same day" at sign `i`, in its sentence or that before it: 外交部29日宣布，…当天召见."""
    before = scene.sentences[s.index - 1] if s.index else None
    for told, end in ((s, i), (before, len(before.tagged) if before else 0)):
        for k in range(end - 1, -1, -1) if told is not None else ():
            if told is not None and told.tagged[k] == DATE:
                expression = scene.found_dates[told.items[k].start].expression
                if isinstance(expression, CalendarDate) and expression.day and not isinstance(expression, Anchored):
                    return interval(_resolve_past(expression, today))
    return None


def _resolve_past(expression: Expression, today: Interval | None) -> str | None:
    near = _of_this_year(expression, today, "past") if today is not None else expression
    return resolve(near, today, "past", None)


def _resolved(
    draft: Draft, expression: Expression, today: Interval | None, anchor: Interval | None, aside: bool
) -> tuple[str | None, Interval | None]:
    """The days meant; `aside` for the date of another event told before this one, which is not yet to come."""
    direction: Direction = "future" if draft.status == "planned" and not aside else "past"
    if draft.status == "cancelled" and today is not None:
        direction = _nearer(expression, today)
    if isinstance(expression, Distance) and expression.count > 0 and draft.status != "planned":
        return None, None  # "一年后": counted from another event
    if today is not None:
        expression = _of_this_year(expression, today, direction)
    value = resolve(expression, today, direction, anchor if isinstance(expression, Anchored) else None)
    return value, interval(value)


def _nearer(expression: Expression, today: Interval) -> Direction:
    """Whether a day called off is the last one so named or the next."""
    gaps: list[tuple[int, Direction]] = []
    sides: tuple[Direction, Direction] = ("future", "past")
    for direction in sides:
        when = interval(resolve(_of_this_year(expression, today, direction), today, direction, None))
        if when is not None:
            gaps.append((max((when.first - today.last).days, (today.first - when.last).days, 0), direction))
    return min(gaps, key=lambda g: g[0])[1] if gaps else "past"


def _of_this_year(expression: Expression, today: Interval, direction: Direction) -> Expression:
    """A month told without a year is of the page's own year, or of the next one on the side that is spoken of."""
    if isinstance(expression, CalendarRange):
        edge = expression.last if expression.last.month and direction == "future" else expression.first
        last = _of_this_year(edge, today, direction)
        if isinstance(last, CalendarDate) and expression.first.year_offset is None and expression.first.year is None:
            return replace(expression, first=replace(expression.first, year_offset=last.year_offset))
        return expression
    if not isinstance(expression, CalendarDate) or expression.month is None:
        return expression
    if expression.year is not None or expression.year_offset is not None:
        return expression
    if today.days > 1 and (years := _years_within(expression, today)):
        return replace(expression, year=years[0]) if len(years) == 1 else expression
    told = (expression.month, expression.day or (1 if direction == "past" else 31))
    first, last_day = today.first - _ZONE, today.last + _ZONE
    if direction == "past" and today.days == 1:
        last_day = today.last + _SOON
    if direction == "past" and told > (last_day.month, last_day.day) and last_day.year == today.last.year:
        return replace(expression, year_offset=-1)
    if direction == "future" and told < (first.month, first.day):
        return replace(expression, year_offset=1)
    return replace(expression, year_offset=0)


def _years_within(expression: CalendarDate, today: Interval) -> list[int]:
    """The years in which a day lies within those on which the page can have been written."""
    told = (expression.month, expression.day or 1)
    first, last = today.first - _ZONE, today.last + _ZONE
    earliest, latest = (first.year, first.month, first.day), (last.year, last.month, last.day)
    return [y for y in range(first.year, last.year + 1) if earliest <= (y, *told) <= latest]


def _date_signs(scene: Scene, s: Sentence, draft: Draft, m: re.Match[str]) -> list[int]:
    """Positions of the dates that may be the event's, likeliest first.

    Acts of one party are dated by what stands before them only where no other event's word stands between.
    """
    if draft.invited:
        return [i for i in range(m.end(), s.clause(m.start())[1]) if s.tagged[i] == DATE]
    start, end = s.clause(m.start())
    signs = [i for i, c in enumerate(s.tagged) if c == DATE and not _since(s, i) and not _of_matter(s, i, m)]
    if draft.type in _ACTS:
        signs = [i for i in signs if not any(i < a and b <= m.start() for a, b in scene.words)]
    here = [i for i in signs if start <= i < m.end()][::-1]
    after = [i for i in signs if m.end() <= i < end and draft.type != "contact_refused" and m[0][:2] != "结束"]
    here = [*here, *after] if not here or s.tagged[m.start()] == DATE else here
    earlier = []
    for i in reversed([i for i in signs if i < start]):
        a, b = s.clause(i)
        own = any(party_of(p) == draft.initiator for p in scene.phrases(s) if a <= p.first < b)
        own = own or _DAY_ALONE.fullmatch(s.tagged, a, b) is not None
        if draft.type in _ACTS and draft.initiator and not own:
            continue
        if _SETTING.search(s.tagged[a:b]) or _REPORTED.search(s.tagged, i, m.start()):
            continue
        if not _SAID.search(s.tagged, i, b) and not _PROPOSED.search(s.tagged, a, i):
            earlier.append(i)
    return [*here, *earlier]


def _of_matter(s: Sentence, i: int, m: re.Match[str]) -> bool:
    """Whether a date belongs to what is talked about, or to when somebody took office."""
    if _IN_OFFICE.match(s.tagged, i + 1):
        return True
    tied = _TIED.match(s.tagged, i + 1) if _MATTER_OF.search(s.tagged[:i]) else None
    return tied is not None and tied.end() <= m.end()


def _since(s: Sentence, i: int) -> bool:
    """Whether a date only tells since when: 自2012年…以来."""
    opened = s.tagged[:i].endswith(("自", "自从", "早于", "早在"))
    return (opened and _SINCE_TALKS.match(s.tagged, i + 1) is None) or _SINCE.match(s.tagged, i + 1) is not None


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
    for first, last in ((start, m.start()), (m.end(), end), (start if draft.type in _ACTS else 0, start)):
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
