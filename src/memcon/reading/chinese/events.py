"""Events told by the sentences of a Chinese document, one draft a mention; `joining` makes one entry of many."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.model import Interval, interval
from memcon.reading.analysis import Actor
from memcon.reading.chinese import dates
from memcon.reading.chinese.script import simplify
from memcon.reading.chinese.sentences import DATE, PLACE, Phrase, Sentence, phrases
from memcon.reading.chinese.triggers import Trigger, statuses, triggers
from memcon.reading.dates import Anchored, Direction, resolve

CONTACTS = frozenset({"meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention of an event; positions count characters of the document.

    `sides` are its actors in order. `dated` is where the date stands, None where it was carried from another sentence.
    """

    type: str
    status: str
    sides: tuple[Actor, ...]
    sentence: int
    kind: str
    start: int
    end: int
    word: tuple[int, int]
    rule: str
    initiator: str | None = None
    target: str | None = None
    date: str | None = None
    dated: tuple[int, int] | None = None
    place: tuple[str | None, str | None] | None = None
    placed: tuple[int, int] | None = None
    mechanism: str | None = None

    @property
    def parties(self) -> frozenset[str]:
        """The codes of all sides."""
        return frozenset(c for a in self.sides for c in (a.party or "").split("|") if c)


class Teller:
    """Reads a document's sentences in order and remembers what "the two sides" and "the same day" refer to."""

    def __init__(self, sentences: list[Sentence], found_dates: dict[int, dates.Found], today: Interval | None) -> None:
        self.sentences, self.found_dates, self.today = sentences, found_dates, today
        self.phrases = [phrases(s) for s in sentences]
        self.told: list[Actor] = []
        self.words: list[tuple[int, int]] = []
        self.last_sides: tuple[Actor, ...] = ()
        self.main_date: str | None = None
        self.main_sides: frozenset[str] = frozenset()
        self.main_people: frozenset[str] = frozenset()
        self.last_date: str | None = None

    def drafts(self) -> list[Draft]:
        """Every mention of an event, in the order of the text."""
        found: list[Draft] = []
        for sentence in self.sentences:
            for draft in self._sentence(sentence):
                found.append(draft)
        return found

    # one sentence

    def _sentence(self, s: Sentence) -> Iterator[Draft]:
        taken = bytearray(len(s.tagged))
        matches = []
        for rank, trigger in enumerate(triggers()):
            for m in trigger.pattern.finditer(s.tagged):
                if any(taken[m.start() : m.end()]) or not m[0]:
                    continue
                if trigger.needs is not None and not trigger.needs.search(s.tagged):
                    continue
                taken[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
                matches.append((m.start(), rank, m, trigger))
        self.words = sorted(m.span() for _, _, m, _ in matches)
        for _, _, m, trigger in sorted(matches, key=lambda x: (x[0], x[1])):
            for draft in self._drafts(s, trigger, m):
                complete = self._complete(s, draft, m)
                if complete is not None:
                    self._remember(complete)
                    yield complete
        self.told += [a for p in self.phrases[s.index] for a in p.actors if a.name]
        sides = [p for p in self.phrases[s.index] if p.role != "source" and p.actors]
        parties = [a for p in sides for a in p.actors if a.party]
        if len({a.party for a in parties}) >= 2 and not self.last_sides:
            self.last_sides = tuple(parties[:2])

    def _remember(self, draft: Draft) -> None:
        if len(draft.parties) > 1:
            self.last_sides = draft.sides
        if draft.dated is not None:
            self.last_date = draft.date
            if self.main_date is None and draft.kind != "title":
                when = interval(draft.date)
                if when and self.today and when.days < 28 and when.first <= self.today.last:
                    self.main_date, self.main_sides = draft.date, draft.parties
                    self.main_people = frozenset(a.name for a in draft.sides if a.name)

    def _drafts(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        frame = {
            "meet": self._meet,
            "call": self._meet,
            "visit": self._visit,
            "round": self._round,
            "act": self._act,
            "mutual": self._mutual,
            "sever": self._sever,
            "request": self._unanswered,
            "refuse": self._refuse,
        }[trigger.frame]
        yield from frame(s, trigger, m)

    def _draft(self, s: Sentence, trigger: Trigger, m: re.Match[str], sides: list[Actor], **more: str | None) -> Draft:
        start, end = s.source(m.start(), m.end())
        return Draft(
            type=trigger.type,
            status="occurred",
            sides=_once(sides),
            sentence=s.index,
            kind=s.kind,
            start=s.start,
            end=s.end,
            word=(start, end),
            rule=f"chinese.{trigger.frame}.{trigger.type}",
            **more,  # type: ignore[arg-type]
        )

    # who

    def _before(self, s: Sentence, position: int, roles: tuple[str, ...], clause_only: bool = True) -> list[Phrase]:
        start = s.clause(position)[0] if clause_only else 0
        return [p for p in self.phrases[s.index] if start <= p.first and p.last <= position and p.role in roles]

    def _after(self, s: Sentence, position: int, limit: int | None = None) -> list[Phrase]:
        end = s.clause(position)[1] if limit is None else limit
        return [p for p in self.phrases[s.index] if position <= p.first < end]

    def _subject(self, s: Sentence, position: int) -> Phrase | None:
        """Who does what the word at `position` says.

        The phrase that 与 or 同 binds to another just before the word; else the first bare phrase of the clause; else
        what opens the nearest clause before it that is not itself a setting ("…后", "…期间").
        """
        start, _ = s.clause(position)
        mine = [p for p in self.phrases[s.index] if start <= p.first and p.last <= position]
        for left, right in itertools.pairwise(mine):
            if (
                right.role == "with"
                and s.tagged[left.last : right.first] in ("与", "同", "和", "跟")
                and left.role not in ("with", "place")
            ):
                return left
        plain = [p for p in mine if p.role == "plain" and (p.group or _party_of(p))]
        if plain:
            return plain[0]
        if mine and mine[-1].role == "invited":
            return mine[-1]
        while start > 0:
            end = start - 1
            start, _ = s.clause(end)
            if _SETTING.search(s.tagged[start:end]):
                continue
            opening = [p for p in self.phrases[s.index] if start <= p.first and p.last <= end and p.role == "plain"]
            for p in opening:
                if any(start <= a and b <= p.first for a, b in self.words) or not (p.group or _party_of(p)):
                    continue
                if len(_NO_ITEMS.sub("", s.tagged[start : p.first])) <= 8 or (p is opening[0] and start == 0):
                    return p
        return None

    def _actors(self, p: Phrase, s: Sentence) -> list[Actor]:
        """The actors of a phrase; a group is those last told of together."""
        if p.group or not p.actors:
            titled = self._titled(s, p)
            if titled:
                return titled
            earlier = self._sides_before(s, p.first, p.group or 2)
            return [*p.actors, *earlier]
        return list(p.actors)

    def _titled(self, s: Sentence, p: Phrase) -> list[Actor]:
        """ "两国总理": the last two told of who are called so, of different parties."""
        title = next((t for t in _TITLES_OF_GROUPS if t in s.names[p.first]), None)
        found: dict[str, Actor] = {}
        for actor in reversed(self.told):
            if title and actor.party and actor.role and title in simplify(actor.role):
                found.setdefault(actor.party, actor)
        return list(found.values())[: max(2, p.group)][::-1] if len(found) > 1 else []

    def _sides_before(self, s: Sentence, position: int, size: int) -> list[Actor]:
        seen: dict[str, Actor] = {}
        for p in reversed([p for p in self.phrases[s.index] if p.last <= position and p.role != "source"]):
            for a in reversed(p.actors):
                if a.party and a.party not in seen:
                    seen[a.party] = a
        if len(seen) >= size:
            return list(seen.values())[:size][::-1]
        return list(self.last_sides)

    # frames

    def _meet(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        subject = self._subject(s, m.start())
        beside = self._before(
            s, m.start(), ("with", "by", "to", "host") if trigger.type != "meeting" else ("with", "by")
        )
        beside = [p for p in beside if p is not subject and p.role != "host"]
        objects: list[Phrase] = []
        transitive = _TRANSITIVE.search(m[0]) is not None
        if transitive or (not beside and trigger.frame == "call"):
            objects = self._object(s, m.end())
        if transitive and not objects and not beside and not _has_group(subject):
            return
        if subject is None and (objects or beside):
            subject = self._subject_after(s, m.end())
        first = self._actors(subject, s) if subject else []
        if not first and not beside and not objects:
            return
        others = [a for p in (*beside, *objects) for a in self._actors(p, s)]
        if not first and s.kind == "title":
            return
        if not first and len({a.party for a in others}) < 2 and self.last_sides:
            first = [self.last_sides[0]]
        if _SEPARATE.search(s.tagged, max(0, m.start() - 12), m.end()) and len(others) > 1:
            for other in others:
                yield self._draft(s, trigger, m, [*first, other])
            return
        yield self._draft(s, trigger, m, [*first, *others])

    def _object(self, s: Sentence, position: int) -> list[Phrase]:
        """The phrase after a word of meeting: the first one that names persons or offices, else the first party."""
        end = s.clause(position)[1]
        after = [p for p in self._after(s, position, end) if p.role in ("plain", "of", "with", "by")]
        gap = s.tagged[position:end]
        if re.match("时|后|期间|前|，|的", gap):
            return []
        for p in after:
            if p.offices or p.group:
                return [p]
        return [p for p in after[:1] if p.role == "plain"]

    def _subject_after(self, s: Sentence, position: int) -> Phrase | None:
        """ "会见奥尔西时，丁薛祥…": the subject follows in the next clause."""
        end = s.clause(position)[1]
        following = [p for p in self.phrases[s.index] if p.first > end and p.role == "plain" and p.offices]
        return following[0] if following and re.search("时|后|期间", s.tagged[position : end + 1]) else None

    def _visit(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        destinations = list(self._destinations(s, m))
        if not destinations:
            return
        relative = re.compile("[^，。]{0,30}的").match(s.tagged, m.end())
        visitor: list[Actor] = []
        head = (
            next((p for p in self._after(s, m.end()) if p.offices and s.tagged[p.first - 1] == "的"), None)
            if relative
            else None
        )
        subject = None
        if head is not None and head.actors[0].party not in (None, destinations[0][1]):
            visitor = list(head.actors)
        else:
            beside = [p for p in self.phrases[s.index] if p.last == m.start() and p.role in ("plain", "invited")]
            subject = beside[0] if beside else self._subject(s, m.start())
            hosts = self._before(s, m.start(), ("by",))
            if subject is not None:
                visitor = self._actors(subject, s)
            elif hosts:
                visitor = self._actors(hosts[-1], s)
        visitor = [a for a in visitor if a.party]
        if not visitor:
            return
        for name, country, span in destinations:
            guests = [a for a in visitor if country not in (a.party or "").split("|")]
            if not guests or country is None:
                continue
            if not any(a.name or a.role for a in guests) and re.search("抵达|前往|赴|到", m[0]):
                continue
            draft = self._draft(
                s, trigger, m, [*guests, Actor(party=country)], initiator=guests[0].party, target=country
            )
            yield replace(draft, place=(name, country), placed=span)

    def _destinations(self, s: Sentence, m: re.Match[str]) -> Iterator[tuple[str | None, str | None, tuple[int, int]]]:
        """Where a visit went: what follows the word at once, or what 对 or 在 names before it."""
        position = m.end()
        seen: set[str] = set()
        while position < len(s.tagged):
            item = s.items.get(position)
            if item is None or item.place is None:
                break
            name, country = item.place
            if country not in seen:
                city = item.kind == "place" or item.rule == "metonym"
                inner = s.items.get(position + 1)
                if not city and inner is not None and inner.kind == "place":
                    name, city = inner.place[0] if inner.place else name, True
                    position += 1
                seen.add(country or "")
                yield (name if city else None), country, (item.start, item.end)
            gap = re.compile("、|和|及|与|以及").match(s.tagged, position + 1)
            if gap is None:
                return
            position = gap.end()
        if seen:
            return
        if re.compile("当地|该国").match(s.tagged, m.end()):
            told = [i for i, item in s.items.items() if i < m.start() and item.place]
            if told:
                item = s.items[max(told)]
                yield None, item.place[1] if item.place else None, (item.start, item.end)
            return
        start = s.clause(m.start())[0]
        for i in range(m.start() - 1, start - 1, -1):
            item = s.items.get(i)
            if (
                item is not None
                and item.place
                and s.tagged[max(0, i - 2) : i].endswith(("对", "在", "到", "赴", "抵达", "往"))
            ):
                city = item.kind == "place" or item.rule == "metonym"
                yield (item.place[0] if city else None), item.place[1], (item.start, item.end)
                return

    def _round(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        """Dialogues and summits: held by the parties in their name, or by those who attend them."""
        start, end = s.clause(m.start())
        named = [
            p for p in self.phrases[s.index] if p.last == m.start() or (p.first >= m.start() and p.last <= m.end())
        ]
        near = [
            p
            for p in self.phrases[s.index]
            if start <= p.first
            and p.last <= m.start()
            and p.last >= m.start() - 12
            and p not in named
            and p.role == "plain"
            and not p.offices
        ]
        attending = [p for p in self._before(s, m.start(), ("plain", "with", "by", "to")) if p.offices or p.group]
        if not attending:
            subject = self._subject(s, m.start())
            codes = {a.party for p in named for a in p.actors}
            fits = subject is not None and (not codes or _party_of(subject) in codes or bool(subject.group))
            attending = [subject] if subject and fits and (subject.offices or subject.group) else []
        if len(attending) == 1:
            attending += [
                p for p in self._before(s, m.start(), ("with",), clause_only=False) if p not in attending and p.offices
            ]
        sides = [a for p in attending for a in self._actors(p, s)]
        named_sides = [a for p in (*named, *(near if not named else [])) for a in self._actors(p, s)]
        held = re.search(
            "举行|召开|出席|参加|主持|开始|启动|结束|展开|进行|闭幕|开幕|会后|会上|举办", s.tagged[start:end]
        )
        parties = {a.party for a in sides if a.party}
        if trigger.type == "summit":
            if not named_sides and not (held and len(parties) > 1) and not (held and sides):
                return
            if not held and len(named_sides) < 2:
                return
            if len(named_sides) == 1 and not sides and DATE not in s.tagged[start:end]:
                return
            yield self._draft(
                s,
                trigger,
                m,
                [*named_sides, *sides]
                if not (len(named_sides) > 1 and sides)
                else sides
                if len(parties) > 1
                else named_sides,
            )
            return
        if not held and len(named_sides) < 2 and not re.search("率团|率领|与{A}|同", s.tagged[start:end]):
            return
        everyone = [*sides, *(a for a in named_sides if a.party not in parties)]
        yield self._draft(s, trigger, m, everyone)

    def _act(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        passive = self._before(s, m.start(), ("by",)) or [
            p for p in self.phrases[s.index] if m.start() <= p.first and p.last <= m.end() and p.role == "by"
        ]
        addressed = self._before(s, m.start(), ("to",)) or self._before(s, m.start(), ("to",), clause_only=False)
        end = s.clause(m.end() - 1)[1]
        objects = [p for p in self._after(s, m.end(), end) if p.role in ("plain", "of", "to", "place", "by")]
        subject = self._subject(s, m.start())
        if passive:
            agent: Phrase | None = passive[-1]
            patient = subject if subject is not None else (objects[0] if objects else None)
        else:
            agent = subject
            patient = next((p for p in objects if agent is None or _party_of(p) != _party_of(agent)), None)
            if patient is None:
                patient = next(
                    (p for p in reversed(addressed) if agent is None or _party_of(p) != _party_of(agent)), None
                )
            if patient is None and agent is not None:
                told = [p for p in self.phrases[s.index] if p.last <= m.start() and p.role != "source"]
                others = [p for p in told if _party_of(p) and _party_of(p) != _party_of(agent)]
                patient = next((p for p in reversed(others) if p.offices), others[-1] if others else None)
        if agent is None or patient is None:
            return
        sides = [self._actors(agent, s), self._actors(patient, s)]
        initiator, target = (next((a.party for a in side if a.party), None) for side in sides)
        if initiator is None or target is None or initiator == target:
            return
        yield self._draft(s, trigger, m, [*sides[0][:2], *sides[1]], initiator=initiator, target=target)

    def _mutual(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        subject = self._subject(s, m.start())
        beside = self._before(s, m.start(), ("with",)) or self._before(s, m.start(), ("with",), clause_only=False)
        sides = self._actors(subject, s) if subject else []
        sides += [a for p in beside for a in self._actors(p, s)]
        if len({a.party for a in sides}) < 2:
            inside = [p for p in self.phrases[s.index] if m.start() <= p.first and p.last <= m.end()]
            sides += [a for p in inside for a in self._actors(p, s) if a.party not in {x.party for x in sides}]
        if len({c for a in sides for c in (a.party or "").split("|") if c}) < 2:
            return
        yield self._draft(s, trigger, m, sides, mechanism=_title_of(m[0]))

    def _sever(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        subject = self._subject(s, m.start())
        beside = self._before(s, m.start(), ("with", "to"))
        inside = [p for p in self.phrases[s.index] if m.start() <= p.first and p.last <= m.end()]
        sides = self._actors(subject, s) if subject else []
        sides += [a for p in (*beside, *inside) for a in self._actors(p, s) if a.party not in {x.party for x in sides}]
        if len({a.party for a in sides}) < 2:
            told = [p for p in self.phrases[s.index] if p.last <= m.start() and p.role != "source"]
            sides += [a for p in told for a in self._actors(p, s) if a.party not in {x.party for x in sides}]
        codes = list(dict.fromkeys(a.party for a in sides if a.party))
        if len(codes) < 2 or "原定" in m[0]:
            return
        mutual = subject is not None and len({a.party for a in subject.actors if a.party}) > 1
        yield self._draft(
            s, trigger, m, sides, initiator=None if mutual else codes[0], target=None if mutual else codes[1]
        )

    def _refuse(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        subject = self._subject(s, m.start())
        if subject is None:
            return
        after = [p for p in self._after(s, m.end()) if p.role != "source"]
        beside = self._before(s, m.start(), ("with", "to"))
        earlier = [p for p in self.phrases[s.index] if p.last <= m.start() and p is not subject and p.role != "source"]
        mine = _party_of(subject)
        if mine is None:
            return
        for p in (*beside, *after, *reversed(earlier)):
            if (
                _party_of(p)
                and _party_of(p) != mine
                and not _NO_PARTNER.get(mine, frozenset()) & {_party_of(p)} | {_party_of(p)} & _FORA
            ):
                sides = [self._actors(subject, s), self._actors(p, s)]
                yield self._draft(s, trigger, m, [*sides[0], *sides[1]], initiator=mine, target=_party_of(p))
                return
        other = next((a for a in self.last_sides if a.party not in (None, mine, *_FORA)), None)
        if other is not None and mine in {a.party for a in self.last_sides}:
            yield self._draft(s, trigger, m, [*self._actors(subject, s), other], initiator=mine, target=other.party)

    def _unanswered(self, s: Sentence, trigger: Trigger, m: re.Match[str]) -> Iterator[Draft]:
        """Who asked comes first, whom they asked second; who did not answer may be told beside the word."""
        told = [p for p in self.phrases[s.index] if p.last <= m.start() and p.role not in ("source", "of")]
        codes: dict[str, list[Actor]] = {}
        for p in told:
            for a in p.actors:
                if a.party:
                    codes.setdefault(a.party, []).append(a)
        if len(codes) < 2:
            return
        (asker, first), (asked, second) = list(codes.items())[:2]
        yield self._draft(s, trigger, m, [first[0], second[0]], initiator=asker, target=asked)

    # when, where, whether

    def _complete(self, s: Sentence, draft: Draft, m: re.Match[str]) -> Draft | None:
        start, end = s.clause(m.start())
        clause = s.tagged[start:end]
        before = s.tagged[start : m.start()]
        words = statuses()
        if s.tagged[m.start() - 1 : m.start()] in "「“《‘" and draft.type not in (
            "joint_statement",
            "agreement_signed",
        ):
            return None
        status = "occurred"
        if words.cancelled.search(clause) and draft.type in CONTACTS:
            status = "cancelled"
        elif words.denied.search(before) and draft.type in CONTACTS:
            status = "denied"
        elif self._planned(s, m, start) and not words.past.search(before):
            status = "planned"
        if status == "occurred" and draft.type not in ("contact_refused", "contact_unanswered"):
            tail = before[max((before.rfind(c) for c in "\ue000\ue001\ue002\ue003"), default=-1) + 1 :]
            leading = before if not draft.dated else tail
            if words.wish.search(leading) and not _DATE_IN.search(before):
                return None
            if _HYPOTHETICAL.match(s.tagged, m.end()) or _RUMOUR.search(s.tagged[: m.start()]):
                return None
            if _REPEATED.search(clause) and (DATE not in clause or "年" in m[0] or "今年" in s.tagged):
                return None
        if len(draft.parties) < 2 and not (draft.type == "summit" and draft.parties):
            return None
        if draft.parties <= {"CHN", "HKG", "MAC"}:
            return None
        draft = replace(draft, status=status)
        return self._placed(s, self._dated(s, draft, m), m)

    def _planned(self, s: Sentence, m: re.Match[str], start: int) -> bool:
        """Whether a word of planning governs the event: no other event's word stands between the two."""
        for word in statuses().planned.finditer(s.tagged, start, m.end()):
            taking = word[0] == "将" and (s.tagged[: word.start()].endswith("已") or _TAKEN.match(s.tagged, word.end()))
            if not taking and not any(word.end() <= a and b <= m.start() for a, b in self.words):
                return True
        return False

    def _dated(self, s: Sentence, draft: Draft, m: re.Match[str]) -> Draft:
        """The day told in the event's clause; else in a clause before it; else that of the occasion that goes on."""
        direction: Direction = "future" if draft.status == "planned" else "past"
        anchor = interval(self.last_date) or self.today
        for i in self._date_signs(s, m):
            found = self.found_dates[s.items[i].start]
            value = resolve(
                found.expression, self.today, direction, anchor if isinstance(found.expression, Anchored) else None
            )
            if value is None:
                continue
            when = interval(value)
            if (
                when
                and self.today
                and draft.status == "occurred"
                and when.first > self.today.last
                and draft.type in CONTACTS
            ):
                draft = replace(draft, status="planned")
            return replace(draft, date=value, dated=(found.start, found.end))
        words = statuses()
        if s.kind == "title" or draft.status == "planned" or words.past.search(s.tagged) or self.main_date is None:
            return draft
        if words.same_occasion.search(s.tagged) or (
            len(self.main_sides) > 1 and self.main_sides <= draft.parties and self._same_people(draft)
        ):
            return replace(draft, date=self.main_date)
        return draft

    def _date_signs(self, s: Sentence, m: re.Match[str]) -> list[int]:
        """Positions of the dates that may be the event's, likeliest first."""
        start, end = s.clause(m.start())
        signs = [i for i, c in enumerate(s.tagged) if c == DATE and not self._since(s, i)]
        here = [i for i in signs if start <= i < m.start()][::-1] or [i for i in signs if m.end() <= i < end]
        earlier = []
        for i in reversed([i for i in signs if i < start]):
            a, b = s.clause(i)
            if not _SAID.search(s.tagged, i, b) and not _PROPOSED.search(s.tagged, a, i):
                earlier.append(i)
        return [*here, *earlier]

    @staticmethod
    def _since(s: Sentence, i: int) -> bool:
        """Whether a date only tells since when: "自2012年…以来"."""
        return s.tagged[:i].endswith(("自", "自从", "早于", "早在")) or bool(
            re.compile("[^，。]{0,12}以来").match(s.tagged, i + 1)
        )

    def _same_people(self, draft: Draft) -> bool:
        names = {a.name for a in draft.sides if a.name}
        return not names or bool(names & self.main_people)

    def _placed(self, s: Sentence, draft: Draft, m: re.Match[str]) -> Draft:
        if draft.place is not None or draft.type in ("phone_call", "video_call"):
            return draft
        start, end = s.clause(m.start())
        for first, last in ((start, m.start()), (m.end(), end), (0, start)):
            for i in range(last - 1, first - 1, -1):
                item = s.items.get(i)
                if (
                    item is None
                    or item.place is None
                    or not s.tagged[max(0, i - 3) : i].endswith(("在", "于", "抵达", "到", "赴", "访问"))
                ):
                    continue
                name, country = item.place
                inner = s.items.get(i + 1)
                if inner is not None and inner.kind == "place" and inner.place:
                    name = inner.place[0] if item.kind == "party" and item.rule != "metonym" else name
                named = item.kind == "place" or item.rule == "metonym" or (inner is not None and inner.kind == "place")
                return replace(draft, place=(name if named else None, country), placed=(item.start, item.end))
        return draft


# Meeting places of states rather than partners, and territories that speak for themselves only beside others.
_FORA = frozenset({"UN", "UNSC", "UNGA"})
_NO_PARTNER = {"CHN": frozenset({"HKG", "MAC"})}
_TITLES_OF_GROUPS = ("总理", "外长", "防长", "总统", "国防部长", "首相", "议长")
_TAKEN = re.compile("其|他|她|之|该|这|此|两名|数名|有关")
_SAID = re.compile("表示|说|称|指出|强调|认为|透露|重申|警告|呼吁")
_PROPOSED = re.compile("建议|提议|邀请|要求")
_SETTING = re.compile("(?:后|时|之际|期间|以来|之前|前夕|之后|的是|过程中)$")
_NO_ITEMS = re.compile(f"[{DATE}{PLACE}]|当地时间|下午|上午|晚|（[^（）]*）")
_TRANSITIVE = re.compile("会见|接见|会晤|会面|约见|拜会|拜访|见面|面谈|晤|通话|通电|电话|致电|视频|视像")
_SPEAKS = re.compile("[^，。]{0,8}(?:表示|指出|强调|称|说|指|认为|透露|宣布|报道|报导)")
_SEPARATE = re.compile("分别|先后")
_RUMOUR = re.compile("传闻|谣传|据传|若|如果|倘若|假如")
_REPEATED = re.compile("两度|多次|数次|[2-9二三四五六七八九]次(?!会|对|磋|谈|通|定|峰|领|高)")
_HYPOTHETICAL = re.compile("的(?:可能|可能性|意愿|提议|建议|安排|日期|条件|基础|前提)|[^，。]{0,20}前(?=，)")
_DATE_IN = re.compile(DATE)
_TITLE = re.compile("《([^《》]{2,60})》")


def _has_group(p: Phrase | None) -> bool:
    return p is not None and (bool(p.group) or len({a.party for a in p.actors}) > 1)


def _party_of(p: Phrase) -> str | None:
    return next((a.party for a in p.actors if a.party), None)


def _title_of(words: str) -> str | None:
    title = _TITLE.search(words)
    return title[1] if title else None


def _once(actors: list[Actor]) -> tuple[Actor, ...]:
    """Each actor once; a bare party gives way to its persons and offices."""
    named: dict[object, Actor] = {}
    for a in actors:
        if a.name:
            known = named.get(a.name)
            named[a.name] = a if known is None else known
    offices = [a for a in actors if not a.name and a.role]
    parties = {a.party for a in named.values()}
    result = list(named.values())
    for a in offices:
        if a.party and a.party not in parties and all((a.role, a.party) != (x.role, x.party) for x in result):
            result.append(a)
    present = {a.party for a in result}
    for a in actors:
        if not a.name and not a.role and a.party and a.party not in present:
            present.add(a.party)
            result.append(a)
    order = {id(a): i for i, a in enumerate(actors)}
    return tuple(sorted(result, key=lambda a: order[id(a)]))


__all__ = ["CONTACTS", "PLACE", "Draft", "Teller"]
