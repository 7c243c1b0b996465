"""What a document has told so far, and who does what in a sentence: subjects, partners, and what 双方 stands for."""

import itertools
import re

from memcon.model import Interval, interval
from memcon.reading.analysis import Actor
from memcon.reading.chinese import dates
from memcon.reading.chinese.drafts import Draft, codes
from memcon.reading.chinese.script import simplify
from memcon.reading.chinese.sentences import DATE, PERSON, PLACE, Phrase, Sentence, phrases

# Words for the parties themselves, not for the persons who met.
_PARTIES_ONLY = frozenset({"双方", "两国", "两国政府", "三国", "三国政府", "三方", "各方"})
_ADDRESS = ("先生", "女士", "阁下", "陛下", "殿下")
_TITLES_OF_GROUPS = ("总理", "外长", "防长", "总统", "国防部长", "首相", "议长")
_SETTING = re.compile("(?:后|时|之际|期间|以来|之前|前夕|之后|的是|过程中)$")
_GOES_ON = re.compile(f"计划|拟|将|预定|定于|于|在|{DATE}")
_VERB = re.compile(
    "评论|回避|谈到|谈及|提及|祝贺|感谢|欢迎|赞赏|请|转达|希望|支持|反对|批评|指责|回应|要求|访问|针对|面对|奉|随|经|在|计划|寻访|参观|考察|因应|鉴于|由于|应对|作为"
)
_ASIDE = re.compile(f"[{DATE}{PLACE}]|当地时间|下午|上午|晚|（[^（）]*）")
_IN = re.compile(f"在{DATE}?$")
_WHILE = re.compile("(?:时|期间|之际)(?!任|常|报|隔|候)")  # 在某人来访时会见…: the visitor does not do it
_PRONOUN = re.compile(f"[^，。{PERSON}]{{0,6}}(?:他|她)(?!们|国|人|日)")  # who the sentence before was about
_HANDED_ON = re.compile("(?:引述|援引|转述|引用)$")
# Behind these stands who does it: 总统派外长率团…, 外交部证实两国外长将会晤.
_SENDS = ("派", "派出", "派遣", "委派", "指派", "证实", "宣布", "确认", "透露", "公布")
_FRESH = 3  # sentences within which 他 is whom one of them was about
_SPEECH = re.compile("表示|指出|说|称|透露|强调|认为|重申|写道|提到")
_LED = "率领的"
_LED_BY = 3
_SAYS = re.compile("[^，。]{0,4}(?:表示|说|称|指|透露|的话)")
_MORE = ("以及", "还有", "及其")  # open a clause that goes on with a list
_CLAUSES_BACK = 8  # clauses before the word in which its subject is looked for
_OPENING = 8  # characters before a clause's subject: connectives and adverbs, no clause of its own
_SHORT_TIME = 28  # days: an event dated more widely does not date what follows it


class Scene:
    """A document's sentences with their phrases, and the memory that "the two sides" and "the same day" refer to.

    `words` are the places of the event words in the sentence being read.
    """

    def __init__(
        self, original: str, sentences: list[Sentence], found_dates: dict[int, dates.Found], today: Interval | None
    ) -> None:
        self.original, self.sentences, self.found_dates, self.today = original, sentences, found_dates, today
        self._phrases = [phrases(s) for s in sentences]
        self.words: list[tuple[int, int]] = []
        self.told: list[Actor] = []
        self.last_sides: tuple[Actor, ...] = ()
        self.last_date: str | None = None
        self.main: Draft | None = None
        self.last: Draft | None = None
        self.days: dict[frozenset[str], str] = {}
        self.journeys: list[Draft] = []
        self.spoken_of: Phrase | None = None
        self.spoken_at = 0
        self._left: list[tuple[tuple[Actor, ...], Phrase | None, int]] = []

    def phrases(self, s: Sentence) -> list[Phrase]:
        """All phrases of a sentence, in order."""
        return self._phrases[s.index]

    def remember(self, draft: Draft) -> None:
        """Keep a mention as what later sentences refer to; the first dated one is the page's main occasion."""
        self.last = draft
        known = draft.parties == codes(self.last_sides) and any(a.name for a in self.last_sides)
        if len(draft.parties) > 1 and (draft.people or not known):  # "美俄峰会" tells no more than who was named
            self.last_sides = draft.sides
        if draft.dated is None:
            return
        self.last_date = draft.date
        if draft.type == "visit" and draft.status != "cancelled":
            self.journeys.append(draft)
        if draft.status == "occurred" and draft.date:
            self.days.setdefault(draft.people, draft.date)
        when = interval(draft.date)
        if self.main is not None or draft.kind == "title" or not when or not self.today:
            return
        if when.days < _SHORT_TIME and when.first <= self.today.last:
            self.main = draft

    def journey_of(self, draft: Draft) -> str | None:
        """The days of the journey, told before, on which its traveller meets those whom it leads to."""
        for j in reversed(self.journeys):
            travellers = {a.name for a in j.sides if a.party == j.initiator and a.name}
            led_to = draft.parties <= j.parties and j.initiator in draft.parties
            if (
                draft.type != "visit"
                and led_to
                and j.status == draft.status
                and (not travellers or travellers & draft.people)
            ):
                return j.date
        return None

    def back_to(self, s: Sentence) -> None:
        """Remember what was known when a sentence was read: its own sides, and who was spoken of before it."""
        if s.index < len(self._left):
            self.last_sides, self.spoken_of, self.spoken_at = self._left[s.index]

    def close(self, s: Sentence) -> None:
        """Keep whom a sentence named, once it is read."""
        before = (self.spoken_of, self.spoken_at)
        self._take_in(s)
        self._left.append((self.last_sides, *before))

    def _take_in(self, s: Sentence) -> None:
        opening = [p for p in self.phrases(s) if p.role == "plain" and p.offices and len(p.actors) == 1]
        if opening and opening[0].actors[0].name:
            self.spoken_of, self.spoken_at = opening[0], s.index
        self.told += [a for p in self.phrases(s) for a in p.actors if a.name]
        for pair, group in itertools.pairwise(self.phrases(s)):  # "中埃两国外长" says itself who the two are
            if pair.last == group.first and group.group == len(codes(pair.actors)) and not pair.group:
                self.last_sides = pair.actors
        if not self.last_sides:
            named = [a for p in self.phrases(s) if p.role != "source" for a in p.actors if a.party]
            if len({a.party for a in named}) > 1:
                self.last_sides = tuple({a.party: a for a in reversed(named)}.values())[:2][::-1]

    def before(
        self, s: Sentence, position: int, roles: tuple[str, ...] | None = None, clause_only: bool = True
    ) -> list[Phrase]:
        """Phrases left of a position, of given roles (None: all but sources), of its clause or its sentence."""
        start = s.clause(position)[0] if clause_only else 0
        return [
            p
            for p in self.phrases(s)
            if start <= p.first and p.last <= position and (p.role in roles if roles else p.role != "source")
        ]

    def after(self, s: Sentence, position: int) -> list[Phrase]:
        """Phrases right of a position in its clause."""
        end = s.clause(position)[1]
        return [p for p in self.phrases(s) if position <= p.first < end]

    def within(self, s: Sentence, m: re.Match[str]) -> list[Phrase]:
        """Phrases inside the words of a match."""
        return [p for p in self.phrases(s) if m.start() <= p.first and p.last <= m.end()]

    def subject(self, s: Sentence, position: int) -> Phrase | None:
        """Who does what the word at `position` says.

        The phrase that 与 or 同 binds to another just before the word; else the first bare phrase of the clause; else
        what opens the nearest clause before it that is not itself a setting ("…后", "…期间").
        """
        start, _ = s.clause(position)
        mine = [p for p in self.phrases(s) if start <= p.first and p.last <= position]
        for left, right in itertools.pairwise(mine):
            joined = s.tagged[left.last : right.first] in ("与", "同", "和", "跟")
            named = left.group or party_of(left)
            if right.role == "with" and joined and named and left.role not in ("with", "place"):
                return left
        plain = [p for p in mine if p.role == "plain" and (p.group or party_of(p))]
        away = [p for p in plain if _IN.search(s.tagged[: p.first]) and _WHILE.search(s.tagged, p.last, position)]
        plain = [p for p in plain if p not in away]
        if plain:
            return self._sent(s, plain)
        if mine and mine[-1].role == "invited":
            return mine[-1]
        if _PRONOUN.match(s.tagged, start):
            return self._meant(s, start)
        of_setting: Phrase | None = None
        for _ in range(_CLAUSES_BACK):
            if start <= 0:
                break
            end = start - 1
            start, _ = s.clause(end)
            found = self._quoted(s, start, end) or self._opening(s, start, end)
            setting = _SETTING.search(s.tagged[start:end])
            if found is not None and (not setting or _GOES_ON.match(s.tagged, found.last)):
                return found
            if found is not None and of_setting is None and found.offices:
                of_setting = found
        if of_setting is None and _PRONOUN.match(s.tagged):
            return self._meant(s, 0)
        return of_setting

    def _meant(self, s: Sentence, start: int) -> Phrase | None:
        """Whom 他 means: who says so in the same sentence, else who the sentence before was about."""
        for p in self.phrases(s):
            says = p.role in ("plain", "source") and p.offices and _SPEECH.search(s.tagged, p.last, s.clause(p.last)[1])
            if p.last <= start and says:
                return p
        before = (p for p in self.phrases(s) if p.role == "plain" and p.last <= start and p.actors and not p.group)
        if start and (own := next((p for p in before if p.actors[0].name), None)) is not None:
            return own
        return self.spoken_of if start == 0 and s.index - self.spoken_at < _FRESH else None

    @staticmethod
    def _sent(s: Sentence, plain: list[Phrase]) -> Phrase:
        """Who goes where another sends: 总统派外长率团…; else the first."""
        return next((p for p in plain[1:] if s.tagged[: p.first].endswith(_SENDS)), plain[0])

    def _quoted(self, s: Sentence, start: int, end: int) -> Phrase | None:
        """Whose words a clause hands on, and who is meant in the next one: 引述甲表示，…"""
        inside = [p for p in self.phrases(s) if start <= p.first and p.last <= end and p.role == "source"]
        told = [
            p for p in inside if p.offices and _HANDED_ON.search(s.tagged[: p.first]) and _SAYS.match(s.tagged, p.last)
        ]
        return told[-1] if told else None

    def _opening(self, s: Sentence, start: int, end: int) -> Phrase | None:
        """The phrase that opens a clause: nothing of weight before it, above all no other event's word."""
        plain = [p for p in self.phrases(s) if start <= p.first and p.last <= end and p.role == "plain"]
        if s.tagged.startswith(_MORE, start):
            return None
        for p in plain:
            if any(start <= a and b <= p.first for a, b in self.words) or not (p.group or party_of(p)):
                continue
            lead = _ASIDE.sub("", s.tagged[start : p.first])
            short = len(lead) <= _OPENING and not _VERB.search(lead)
            if short or (p is plain[0] and start == 0):
                return self._sent(s, plain[plain.index(p) :])
        return None

    def actors(self, p: Phrase, s: Sentence) -> list[Actor]:
        """The actors of a phrase; a group is those called so, or those last told of together."""
        if p.first > _LED_BY and s.tagged[p.first - len(_LED) : p.first] == _LED and not any(a.name for a in p.actors):
            leader = s.items.get(p.first - len(_LED) - 1)
            if leader is not None and leader.kind == "person":  # 某人率领的代表团
                return [*leader.actors, *(a for a in p.actors if a.party not in codes(leader.actors))]
        if not p.group and p.actors:
            if s.tagged[p.last : p.last + 2] in _ADDRESS:
                return [self._addressed(a) for a in p.actors]
            return list(p.actors)
        sides = self._titled(s, p) or self._sides_before(s, p.first, p.group or 2)
        if s.names[p.first] in _PARTIES_ONLY:
            sides = [Actor(party=party) for party in dict.fromkeys(a.party for a in sides if a.party)]
        return [*p.actors, *sides]

    def _addressed(self, a: Actor) -> Actor:
        """总统先生: whoever was last told of with that title, of another party than the Chinese speaker's."""
        title = simplify(a.role or "")
        known = (t for t in reversed(self.told) if t.party != "CHN" and t.role and simplify(t.role).endswith(title))
        return a if a.name or a.party else next(known, a)

    def _titled(self, s: Sentence, p: Phrase) -> list[Actor]:
        """ "两国总理": the last two told of who are called so, of different parties."""
        title = next((t for t in _TITLES_OF_GROUPS if t in s.names[p.first]), None)
        found: dict[str, Actor] = {}
        here = [a for q in self.before(s, p.first, clause_only=False) for a in q.actors if a.name]
        for actor in reversed([*self.told, *here]):
            if title and actor.party and actor.role and title in simplify(actor.role):
                found.setdefault(actor.party, actor)
        return list(found.values())[: max(2, p.group)][::-1] if len(found) > 1 else []

    def _sides_before(self, s: Sentence, position: int, size: int) -> list[Actor]:
        seen: dict[str, Actor] = {}
        for p in reversed(self.before(s, position, clause_only=False)):
            for a in reversed(p.actors if p.role != "place" else ()):
                if a.party and a.party not in seen:
                    seen[a.party] = a
        if len(seen) >= size:
            return list(seen.values())[:size][::-1]
        return list(self.last_sides)


def party_of(p: Phrase) -> str | None:
    """The first party of a phrase."""
    return next((a.party for a in p.actors if a.party), None)


def several(p: Phrase | None) -> bool:
    """Whether a phrase alone names more than one party."""
    return p is not None and (bool(p.group) or len(codes(p.actors)) > 1)
