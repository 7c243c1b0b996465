"""On which days a mentioned event took place: the dates beside it, those of its occasion or of its journey."""

import datetime as dt
import re
from dataclasses import replace

from memcon.model import Interval, interval
from memcon.reading.chinese.drafts import CONTACTS, Draft
from memcon.reading.chinese.frames import SETTING
from memcon.reading.chinese.scene import Scene, party_of
from memcon.reading.chinese.sentences import DATE, PARTY, PLACE, Sentence
from memcon.reading.chinese.triggers import statuses
from memcon.reading.dates import Anchored, CalendarDate, CalendarRange, Direction, Distance, Expression, resolve

DONE = re.compile("曾|已经|已(?!定|计划)|了")
_SETTING = re.compile("(?:后|前|以来)$")
_REPORTED = re.compile("，(?:指|称|并称|又称|认为|说|表示|并指)")
_SAID = re.compile("证实|表示|说|称|指出|强调|认为|透露|重申|警告|呼吁")
_PROPOSED = re.compile("建议|提议|邀请|要求")
# A date that tells when somebody took office: 2020年就任后首度访台.
_IN_OFFICE = re.compile(
    "[^，。]{0,12}?(?:就任|上任|出任|接任|当选|就职|履新|担任|执政|掌权|建交)[^，。]{0,14}?(?:以来|之后|后|至今|的首)"
)
# What an act or talk is about, with a date of its own: 就2014年爆炸事件提出抗议.
_MATTER_OF = re.compile("(?:就(?![是在于此任])|针对|围绕)[^，。]*$")
_TIED = re.compile("[^，。]{0,40}?(?:提出|表达|表示|进行|交换|举行|发表|展开|向|达成|同|与)")
_SINCE = re.compile("[^，。在会举与同]{0,12}以来|(?:之)?前(?!夕|后)|或之前")
# 自今年六月与某人通话后: the day of the call.
_SINCE_TALKS = re.compile("[同与和访][^，。]{0,12}(?:通话|通电话|会晤|会面|会谈|会见|访问|见面)?[^，。]{0,2}?(?:之)?后")
ACTS = frozenset(
    {"sanction", "protest", "expulsion_or_recall", "contact_suspended", "contact_resumed", "contact_refused"}
)
_WIDE = 92  # days: of the dates beside an event, a year counts only where no nearer one is told
# What happens on a journey told of before: within its days.
_ON_VISIT = re.compile(f"[{PARTY}{PLACE}]{{1,2}}(?:期间|时|后|之际)")
_ON_JOURNEY = re.compile("此行|此访|此次访问|这次访问|访问期间|出访期间|到访期间|停留期间|访[^，。]{0,3}期间|访问中")
_SOON = dt.timedelta(21)  # a day told without its year lies ahead rather than a year back
_DAY_ALONE = re.compile(f"(?:当地时间)?{DATE}(?:[0-9]{{1,2}}[时点](?:[0-9]{{1,2}}分|许)?)?")
_ZONE = dt.timedelta(days=1)  # a page may be stamped in another time zone than the event


def dated(scene: Scene, s: Sentence, draft: Draft, m: re.Match[str]) -> Draft:
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
            if DONE.search(s.tagged, s.clause(m.start())[0], m.end()):
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
    signs = [i for i, c in enumerate(s.tagged) if c == DATE and not since(s, i) and not of_matter(s, i, m)]
    if draft.type in ACTS:
        signs = [i for i in signs if not any(i < a and b <= m.start() for a, b in scene.words)]
    here = [i for i in signs if start <= i < m.end()][::-1]
    after = [i for i in signs if m.end() <= i < end and draft.type != "contact_refused" and m[0][:2] != "结束"]
    here = [*here, *after] if not here or s.tagged[m.start()] == DATE else here
    earlier = []
    for i in reversed([i for i in signs if i < start]):
        a, b = s.clause(i)
        own = any(party_of(p) == draft.initiator for p in scene.phrases(s) if a <= p.first < b)
        own = own or _DAY_ALONE.fullmatch(s.tagged, a, b) is not None
        if draft.type in ACTS and draft.initiator and not own:
            continue
        if _SETTING.search(s.tagged[a:b]) or _REPORTED.search(s.tagged, i, m.start()):
            continue
        announced = own and draft.type in ("expulsion_or_recall", "protest")  # 外交部15日表示，两人已被宣布…
        if (announced or not _SAID.search(s.tagged, i, b)) and not _PROPOSED.search(s.tagged, a, i):
            earlier.append(i)
    return [*here, *earlier]


def of_matter(s: Sentence, i: int, m: re.Match[str]) -> bool:
    """Whether a date belongs to what is talked about, or to when somebody took office."""
    if _IN_OFFICE.match(s.tagged, i + 1):
        return True
    tied = _TIED.match(s.tagged, i + 1) if _MATTER_OF.search(s.tagged[:i]) else None
    return tied is not None and tied.end() <= m.end()


def since(s: Sentence, i: int) -> bool:
    """Whether a date only tells since when: 自2012年…以来."""
    opened = s.tagged[:i].endswith(("自", "自从", "早于", "早在"))
    return (opened and _SINCE_TALKS.match(s.tagged, i + 1) is None) or _SINCE.match(s.tagged, i + 1) is not None
