"""What parties bind themselves to in a Chinese document: 承诺, 同意, 将…, with the sum where one is named."""

import functools
import re
from collections.abc import Iterator

from msgspec import structs

from memcon.model import Amount, Commitment
from memcon.reading.analysis import Page
from memcon.reading.chinese.drafts import codes
from memcon.reading.chinese.scene import Scene, party_of
from memcon.reading.chinese.sentences import Phrase, Sentence
from memcon.reading.chinese.statements import lists

_SCHEDULE_REACH = 8  # signs behind the word in which its verb stands
_SHORT = 6  # signs of a clause that only opens what the next one says: 将会同两国政府，…
_SUPPORT = re.compile("提供|协助|帮助|援助|捐|支持")
_AND = re.compile("并(?!非|不|未|无|重)|以及|在[^，。]{1,10}(?:内|之前)")
_SAYS_TOO = re.compile("(?:又|并|还|亦|也)(?:称|表示|指出|说)")
_ADVERB = re.compile("(?:都|均|也|还|已|一致)*")
_NEAR = 10  # signs between who binds itself and the word that does


@functools.cache
def _undertaking() -> re.Pattern[str]:
    own = lists()["undertakings"]
    words = "|".join(map(re.escape, sorted(own["words"], key=len, reverse=True)))
    barred = "|".join(map(re.escape, own["not_before"]))
    firm = "|".join(map(re.escape, own["firm"]))
    return re.compile(f"(?<![即已仍行必能才不的一此该项要须应])(?:(?:{firm})(?!的|被|书|函)|(?:{words})(?!{barred}))")


@functools.cache
def _no_undertaking() -> re.Pattern[str]:
    """What follows 将 or 决定 where nobody binds itself: a schedule, an event, an outcome, an object put first."""
    own = lists()["undertakings"]
    near, anywhere, objects = ("|".join(map(re.escape, own[k])) for k in ("schedule", "outcome", "of_objects"))
    reach = f"[^，。]{{0,{_SCHEDULE_REACH}}}?"
    return re.compile(f"{reach}(?:{near})|[^，。]*(?:{anywhere})|[^，。]{{1,24}}?(?:{objects})")


@functools.cache
def _money() -> re.Pattern[str]:
    own = lists()["money"]
    multipliers = "|".join(sorted((m for m in own["multipliers"] if m), key=len, reverse=True))
    currencies = "|".join(sorted(own["currencies"], key=len, reverse=True))
    return re.compile(f"(?P<n>[0-9][0-9,.]*)\\s?(?P<m>{multipliers})?(?:多|余)?(?P<c>{currencies})")


def amount(text: str) -> Amount | None:
    """The first sum of money in simplified words: 30亿美元 is 3,000,000,000 USD."""
    match = _money().search(text)
    if match is None:
        return None
    own = lists()["money"]
    value = float(match["n"].replace(",", "").rstrip(".")) * own["multipliers"][match["m"] or ""]
    return Amount(value=value, currency=own["currencies"][match["c"]] or None)


def find(scene: Scene, page: Page) -> tuple[Commitment, ...]:
    """The undertakings of a document in order, at most one a clause."""
    return tuple(c for s in scene.sentences if s.kind == "body" for c in _of_sentence(scene, page, s))


def _of_sentence(scene: Scene, page: Page, s: Sentence) -> Iterator[Commitment]:
    end_of_last = 0
    scene.back_to(s)
    for m in _undertaking().finditer(s.tagged):
        start, end = s.clause(m.start())
        if end - m.end() < _SHORT and s.tagged[end : end + 1] == "，":
            end = s.clause(end + 1)[1]
        if m.start() < end_of_last or end - m.end() < 4:
            continue
        who = _who(scene, s, start, m.start())
        if who is None or (m[0].startswith(("将", "决定", "必将")) and _no_undertaking().match(s.tagged, m.end())):
            continue
        if m[0].startswith("愿") and _SUPPORT.search(s.tagged, m.end(), end) is None:
            continue
        by = "|".join(dict.fromkeys(c for a in scene.actors(who, s) for c in codes([a])))
        to = [p for p in scene.after(s, m.end()) if p.role in ("to", "with") and party_of(p) not in (None, by)]
        here = who in scene.phrases(s) and start <= who.first < m.start()  # 他 may be meant of the sentence before
        first, last = s.source(who.first if here else start, end)
        words = "".join(s.names.get(i, s.tagged[i]) for i in range(m.start(), end))
        quote = page.evidence(first, last, "commitment", "chinese.undertaking")
        told = Commitment(
            by=by or None,
            to=party_of(to[0]) if to else None,
            what=page.text[s.source(m.end(), end)[0] : last],
            amount=amount(words),
            status="agreed" if "同意" in m[0] else "promised",
            evidence=quote.quote,
            quotes=(quote,),
        )
        yield told
        end_of_last = end
        if m[0] in ("同意", "承诺", "答应", "商定") and _AND.match(s.tagged, end + 1):
            first, end_of_last = end + 1, s.clause(end + 1)[1]
            if not any(p.role == "plain" and first <= p.first <= first + 2 for p in scene.phrases(s)):
                yield _also(page, s, told, first, end_of_last)


def _also(page: Page, s: Sentence, told: Commitment, first: int, end: int) -> Commitment:
    """What the clause behind an undertaking adds to it: 同意…，并在两个月内重开使馆."""
    quote = page.evidence(*s.source(first, end), "commitment", "chinese.undertaking-and")
    words = "".join(s.names.get(i, s.tagged[i]) for i in range(first, end))
    return structs.replace(told, what=quote.quote, amount=amount(words), evidence=quote.quote, quotes=(quote,))


def _who(scene: Scene, s: Sentence, start: int, position: int) -> Phrase | None:
    near = [
        p
        for p in scene.before(s, position, ("plain", "of"))
        if p.last >= position - _NEAR and p.first >= start
        if p.role == "plain" or (_ADVERB.fullmatch(s.tagged, p.last, position) and s.tagged[p.first - 1] in "“「")
    ]
    found = [p for p in near if p.group or party_of(p)]
    if found or any(start <= p.first < position for p in scene.phrases(s)):
        return found[-1] if found else None
    if _SAYS_TOO.match(s.tagged, start):  # …声明，表示…，又称将…: who made it
        speaker = next((p for p in scene.before(s, position, ("plain",), clause_only=False) if party_of(p)), None)
        if speaker is not None:
            return speaker
    subject = scene.subject(s, position)
    return subject if subject is not None and party_of(subject) else None
