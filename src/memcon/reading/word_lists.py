"""A reader made of word lists alone: how a language with spaces between words is read before it has rules of its own.

A language is a folder with a `words.toml` (`docs/adding-a-language.md` tells its tables). Persons are known by a title
beside a capitalised name or by their full name in the fact tables; an event is a word of the list with the persons and
parties before and after it.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from memcon.knowledge import Knowledge
from memcon.model import Event, Evidence, Interval, Participant, Place, interval
from memcon.reading import dating
from memcon.reading.analysis import Actor, Page
from memcon.reading.dates import Direction, resolve
from memcon.reading.findings import Findings
from memcon.reading.word_dates import Found, find_dates

_SENTENCE = re.compile(r"(?:[^.!?\n]|(?<=\b[A-Z])\.|(?<=\bM)\.|\.(?=\d))+[.!?]?")
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s(?:de|da|von|van|der|al|el|ben|bin)(?=\s[A-ZÀ-Þ])|\s[A-ZÀ-Þ][\w’'-]+){0,4}"
_KINDS = ("title", "body", "caption")
_READ = 2  # parties that an event needs


@dataclass(frozen=True, slots=True)
class Mention:
    """Who or where something is at `start:end` of the document; `place` is (name or None, country)."""

    start: int
    end: int
    actor: Actor
    place: tuple[str | None, str] | None = None


@functools.cache
def _language(path: Path) -> "Language":
    return Language(tomllib.loads(path.read_text(encoding="utf-8")))


class Language:
    """A `words.toml` as patterns."""

    def __init__(self, lists: dict[str, Any]) -> None:
        self.lists = lists
        self.demonyms = {w: code for code, words in lists["demonyms"].items() for w in words}
        self.metonyms = {w: code for code, words in lists["metonyms"].items() for w in words}
        self.own_names = {w: code for code, words in lists["parties"].items() for w in words}
        titles = _any(lists["titles"]["words"])
        joins = _any(lists["titles"]["joins"])
        self.demonym = re.compile(rf"\b({_any(self.demonyms)})(?:e|es|s)?\b", re.IGNORECASE)
        self.title = re.compile(rf"\b({titles})\b(?:\s(?:{joins})\s?)?")
        self.events = [(e["type"], e["frame"], re.compile(e["words"])) for e in lists["event"]]
        self.planned = re.compile(rf"\b(?:{_any(lists['words']['planned'])})\b")
        self.cancelled = re.compile(rf"\b(?:{_any(lists['words']['cancelled'])})\b")
        self.negated = re.compile(_any(lists["words"]["negated"]))
        self.with_ = re.compile(rf"\b(?:{_any(lists['words']['with'])})\s$")
        self.to = re.compile(rf"\b(?:{_any(lists['words']['to'])})\s?$")

    @functools.cached_property
    def _parties(self) -> dict[int, tuple[re.Pattern[str], dict[str, str]]]:
        return {}

    def parties(self, knowledge: Knowledge) -> tuple[re.Pattern[str], dict[str, str]]:
        """A pattern of all party names and metonyms, and the code of each."""
        if id(knowledge) not in self._parties:
            names = {n: p.code for p in knowledge.parties.by_code.values() for n in p.other_names if n[:1].isupper()}
            names |= self.metonyms | self.own_names
            self._parties[id(knowledge)] = re.compile(rf"\b(?:{_any(names)})\b"), names
        return self._parties[id(knowledge)]


def _any(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def read(path: Path, page: Page, passages: tuple[int, ...], knowledge: Knowledge, today: str | None) -> Findings:
    """What passages say, by the lists of a `words.toml`."""
    language = _language(path)
    basis, evidence = None, None
    if today is None and (stated := dating.stated(page)) is not None:
        today, basis, evidence = stated[0], "stated", stated[1]
    when = interval(today)
    people: dict[str, Actor] = {}
    events: list[Event] = []
    for p in passages:
        if page.passages[p].kind not in _KINDS:
            continue
        for m in _SENTENCE.finditer(page.text, page.passages[p].start, page.passages[p].end):
            mentions = _mentions(language, page.text, m.start(), m.end(), knowledge, when, people)
            found = find_dates(language.lists["dates"], page.text, m.start(), m.end())
            for event in _events(language, page, m.start(), m.end(), mentions, found, when):
                _join(events, event)
    return Findings(today=today, date_basis=basis, dating=(evidence,) if evidence else (), events=tuple(events))


def parties(path: Path, knowledge: Knowledge) -> dict[str, str]:
    """What a language calls the parties, with their codes."""
    language = _language(path)
    return {**language.parties(knowledge)[1], **language.demonyms}


def _mentions(
    language: Language,
    text: str,
    start: int,
    end: int,
    knowledge: Knowledge,
    today: Interval | None,
    people: dict[str, Actor],
) -> list[Mention]:
    """Persons, offices, parties and places of a sentence in order; `people` gains the persons it introduces."""
    pattern, names = language.parties(knowledge)
    parties = [
        Mention(m.start(), m.end(), Actor(party=names[m[0]]), _place(language, m[0], names))
        for m in pattern.finditer(text, start, end)
    ]
    found = list(_titled(language, text, start, end, parties, knowledge, today))
    for m in re.compile(_NAME).finditer(text, start, end):
        if any(a.start < m.end() and m.start() < a.end for a in found):
            continue
        actor = people.get(m[0]) or _official(m[0], None, knowledge, today, full=" " in m[0])
        if actor is not None:
            found.append(Mention(m.start(), m.end(), actor))
    for mention in found:
        if mention.actor.name:
            people[mention.actor.name] = mention.actor
            people.setdefault(mention.actor.name.split()[-1], mention.actor)
    free = [p for p in parties if not any(a.start < p.end and p.start < a.end for a in found)]
    return sorted([*found, *free], key=lambda mention: mention.start)


def _place(language: Language, word: str, names: dict[str, str]) -> tuple[str | None, str]:
    return (word if word in language.metonyms else None), names[word]


def _titled(
    language: Language,
    text: str,
    start: int,
    end: int,
    parties: list[Mention],
    knowledge: Knowledge,
    today: Interval | None,
) -> Iterator[Mention]:
    """ "le ministre allemand des Affaires étrangères Johann Wadephul", "l'ambassadeur de Russie"."""
    taken = start
    for m in language.title.finditer(text, start, end):
        if m.start() < taken:
            continue
        position, party = m.end(), None
        of = next((p for p in parties if p.start == position), None)
        if of is not None:
            party, position = of.actor.party, of.end
        rest = re.compile(r"[\s,]*").match(text, position, end)
        position = rest.end() if rest else position
        demonym = language.demonym.match(text, position, end)
        if demonym is not None:
            party, position = language.demonyms[demonym[1].lower()], demonym.end()
            rest = re.compile(
                r"(?:\s(?:des|de la|de l'|du)\s[A-Za-zÀ-ÿ' ]{3,24}?(?=\s[A-ZÀ-Þ][a-zà-ÿ]+\s[A-ZÀ-Þ]))?[\s,]*"
            ).match(text, position, end)
            position = rest.end() if rest else position
        name = re.compile(_NAME).match(text, position, end)
        known = any(p.start < name.end() and name.start() < p.end for p in parties) if name else False
        stop = name.end() if name and not known else position
        role = m[1]
        if name is not None and not known:
            official = _official(name[0], party, knowledge, today, full=False)
            actor = official or Actor(name=name[0], party=party)
            yield Mention(m.start(), stop, replace(actor, name=name[0], role=role, party=party or actor.party))
        elif party is not None:
            yield Mention(m.start(), len(text[:stop].rstrip(" ,")), Actor(role=role, party=party))
        taken = stop


def _official(name: str, party: str | None, knowledge: Knowledge, today: Interval | None, full: bool) -> Actor | None:
    """The official a name means: any form beside a title, otherwise only a whole name."""
    for c in knowledge.tenures.named(name, today, party):
        if c.how in ("name", "alias") or (party is not None and not full):
            return Actor(name=name, party=c.term.party, office=c.term.office, official=c.official.id)
    return None


def _events(
    language: Language,
    page: Page,
    start: int,
    end: int,
    mentions: list[Mention],
    found: list[Found],
    today: Interval | None,
) -> Iterator[Event]:
    text = page.text
    sentence = text[start:end]
    if language.negated.search(sentence):
        return
    taken: list[tuple[int, int]] = []
    for kind, frame, pattern in language.events:
        for m in pattern.finditer(text, start, end):
            if any(a < m.end() and m.start() < b for a, b in taken):
                continue
            taken.append(m.span())
            sides, place = _sides(language, text, frame, m, mentions)
            parties = list(dict.fromkeys(c for a in sides for c in (a.party or "").split("|") if c))
            if len(parties) < _READ:
                continue
            status = (
                "cancelled"
                if language.cancelled.search(sentence)
                else "planned"
                if language.planned.search(sentence)
                else "occurred"
            )
            one_way = frame in ("visit", "act")
            date = _date(found, m.start(), today, "future" if status == "planned" else "past")
            quotes = [page.evidence(start, end, "event", f"words.{frame}.{kind}")]
            if date is not None:
                quotes.append(page.evidence(date[1], date[2], "date", "words.date"))
            yield Event(
                type=kind,
                status=status,  # type: ignore[arg-type]
                participants=tuple(
                    Participant(name=a.name, role=a.role, party=a.party, official=a.official) for a in sides
                ),
                initiator=parties[0] if one_way else None,
                target=parties[1] if one_way else None,
                date=date[0] if date else None,
                place=Place(name=place[0], country=place[1]) if place else None,
                evidence=quotes[0].quote,
                confidence=0.4,
                quotes=tuple(quotes),
            )


def _sides(
    language: Language, text: str, frame: str, m: re.Match[str], mentions: list[Mention]
) -> tuple[list[Actor], tuple[str | None, str] | None]:
    """Who takes part: whoever stands before the word, and after it the object, partner (avec) or destination."""
    at = [p for p in mentions if p.place and language.to.search(text[m.start() : p.start]) and p.start >= m.end()]
    where = at[0] if at else None
    before = [p for p in mentions if p.end <= m.start() and not (p.place and language.to.search(text[: p.start]))]
    after = [p for p in mentions if p.start >= m.end() and p is not where]
    subjects = (
        [p.actor for p in before]
        if frame == "mutual"
        else [p.actor for p in before[-2:] if p.end >= before[-1].start - 6]
    )
    if frame == "visit":
        return [*subjects, Actor(party=where.place[1])] if where and where.place else [], where.place if where else None
    partners = [p for p in mentions if language.with_.search(text[: p.start]) and p not in before] or after[:2]
    if len(partners) == 2 and partners[1].start - partners[0].end > 6:
        partners = partners[:1]
    return _once([*subjects, *(p.actor for p in partners)]), where.place if where else None


def _once(actors: list[Actor]) -> list[Actor]:
    named = {a.party for a in actors if a.name or a.role}
    return list(dict.fromkeys(a for a in actors if a.name or a.role or a.party not in named))


def _date(
    found: list[Found], position: int, today: Interval | None, direction: Direction
) -> tuple[str, int, int] | None:
    """The date nearest to the event's word."""
    for f in sorted(found, key=lambda f: abs(f.start - position)):
        value = resolve(f.expression, today, direction)
        if value is not None:
            return value, f.start, f.end
    return None


def _join(events: list[Event], event: Event) -> None:
    """Adds an event, or its quotes to the entry that tells of the same one."""
    for i, known in enumerate(events):
        mine, theirs = ({p.party for p in e.participants} for e in (known, event))
        x, y = interval(known.date), interval(event.date)
        if (
            known.type == event.type
            and (mine <= theirs or theirs <= mine)
            and (x is None or y is None or x.overlaps(y))
        ):
            quotes: tuple[Evidence, ...] = (*known.quotes, *event.quotes)
            fuller = (
                known
                if sum(bool(p.name) for p in known.participants) >= sum(bool(p.name) for p in event.participants)
                else event
            )
            import msgspec

            events[i] = msgspec.structs.replace(
                known,
                participants=fuller.participants,
                date=known.date or event.date,
                place=known.place or event.place,
                quotes=quotes,
            )
            return
    events.append(event)
