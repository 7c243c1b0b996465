"""Mechanisms: named dialogues, treaties, agreements, partnerships and plans, and what a page says of their life.

Known ones are found by the names of the fact tables; new ones by the form of their name (`mechanisms.toml`). `named`
gives those of one sentence, so that an event can tell which dialogue it was a round of.
"""

import functools
import re
from typing import Literal

from memcon.knowledge import Knowledge
from memcon.model import Evidence, Mechanism, interval
from memcon.reading import dates
from memcon.reading.analysis import Analysis, Sentence
from memcon.reading.english.mechanism_names import Named, lists, named
from memcon.reading.expressions import Expression

__all__ = ["Named", "find", "named"]

State = Literal["launched", "held", "planned", "suspended", "resumed", "mentioned"]
_CADENCES = (
    ("annual", r"annual(?:ly)?|yearly|every\s+year|once\s+a\s+year|each\s+year"),
    ("biannual", r"biannual(?:ly)?|twice\s+a\s+year|every\s+six\s+months|twice-yearly"),
    ("biennial", r"biennial(?:ly)?|every\s+two\s+years|every\s+other\s+year"),
    ("quarterly", r"quarterly|every\s+three\s+months|every\s+quarter"),
    ("monthly", r"monthly|every\s+month|each\s+month"),
    ("weekly", r"weekly|every\s+week"),
)
_CADENCE = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _CADENCES)
_YEARS = re.compile(r"((?:19|20)\d\d)\s?[-–/]\s?(\d{4}|\d{2})")


def find(analysis: Analysis, knowledge: Knowledge) -> tuple[Mechanism, ...]:
    """The mechanisms a page speaks of, one entry each, in the order of first mention."""
    mentions: dict[str, list[tuple[Named, Sentence]]] = {}
    for sentence in analysis.sentences:
        for name in named(sentence, analysis, knowledge):
            mentions.setdefault(_key(name, mentions, knowledge), []).append((name, sentence))
    return tuple(_mechanism(analysis, found) for found in mentions.values())


def _key(name: Named, seen: dict[str, list[tuple[Named, Sentence]]], knowledge: Knowledge) -> str:
    """What tells that two mentions are of one mechanism: the same words, but for the parties' names.

    A mention without parties of its own ("the strategic dialogue") is of the one already named with that word.
    """
    words = _bare(name.name, knowledge)
    for key, found in seen.items():
        if _bare(found[0][0].name, knowledge) != words:
            continue
        parties = set(found[0][0].parties)
        if not name.parties or not parties or parties <= set(name.parties) or set(name.parties) <= parties:
            return key
    return f"{words} {'|'.join(name.parties)}"


@functools.lru_cache(maxsize=1024)
def _bare(name: str, knowledge: Knowledge) -> str:
    text = name.replace("-", " ").replace("–", " ")
    for found in reversed(knowledge.parties.find(text)):
        text = text[: found.start] + " " + text[found.end :]
    return " ".join(re.sub(r"[^\w+]+", " ", text.lower()).split()) or name.lower()


@functools.cache
def _states() -> tuple[tuple[State, frozenset[str]], ...]:
    table = lists()["states"]
    order: tuple[State, ...] = ("suspended", "resumed", "launched", "held")
    return tuple((s, frozenset(w.split()[0] for w in table[s])) for s in order)


def _state(sentence: Sentence, name: Named) -> State:
    """What a sentence says of a mechanism: the verb that stands nearest to its name."""
    best: tuple[int, State] | None = None
    for token in sentence.tokens:
        if token.pos not in ("VERB", "NOUN") or (token.start >= name.start and token.end <= name.end):
            continue
        for state, verbs in _states():
            if token.lemma in verbs:
                gap = min(abs(token.start - name.end), abs(name.start - token.end))
                if gap > 90:
                    continue
                ahead = any(
                    t.lower in ("will", "to", "would", "shall") and token.i - 4 <= t.i < token.i
                    for t in sentence.tokens
                )
                told: State = "planned" if ahead and state in ("held", "launched") else state
                if best is None or gap < best[0]:
                    best = (gap, told)
    return best[1] if best else "mentioned"


STANDING = {"treaty", "trade_agreement", "partnership", "action_plan"}
_LIFE: tuple[State, ...] = ("suspended", "resumed", "launched", "held", "planned", "mentioned")


def _mechanism(analysis: Analysis, found: list[tuple[Named, Sentence]]) -> Mechanism:
    page, text = analysis.page, analysis.page.text
    states = [(_state(s, n), n, s) for n, s in found]
    state, told, sentence = min(states, key=lambda x: _LIFE.index(x[0]))
    best = next((n for n, _ in found if n.known), None) or max((n for n, _ in found), key=lambda n: len(n.name))
    evidence = page.evidence(sentence.start, sentence.end, "mechanism", told.rule)
    quotes: list[Evidence] = [evidence, page.evidence(told.start, told.end, "name", told.rule)]
    cadence = None
    for _, s in found:
        for word, pattern in _CADENCE:
            if cadence is None and (match := pattern.search(text, s.start, s.end)):
                cadence = word
                quotes.append(page.evidence(match.start(), match.end(), "cadence", "mechanism.cadence"))
    last, following = _dates(analysis, states, quotes)
    if best.kind in STANDING:
        following = None  # a treaty is not held again: the date is of what else the sentence tells
    years = _YEARS.search(best.name)
    rounds = [n.round for n, _ in found if n.round]
    return Mechanism(
        name=best.name,
        kind=best.kind,
        parties=best.parties or next((n.parties for n, _ in found if n.parties), ()),
        cadence=cadence or best.cadence,
        established=best.established or (last if state == "launched" else None),
        period=_period(years) if years else None,
        round=max(rounds) if rounds else None,
        last=last,
        next=following,
        state=state,
        evidence=evidence.quote,
        quotes=tuple(quotes),
    )


def _period(years: re.Match[str]) -> str:
    until = years[2] if len(years[2]) == 4 else years[1][:2] + years[2]
    return f"{years[1]}/{until}"


def _dates(
    analysis: Analysis, states: list[tuple[State, Named, Sentence]], quotes: list[Evidence]
) -> tuple[str | None, str | None]:
    """When it was last held or launched, and when it is to be held next, as far as its sentences say."""
    today = interval(analysis.today)
    last = following = None
    for state, _, sentence in states:
        if state in ("suspended", "mentioned"):
            continue
        ahead = state == "planned"
        for mention in analysis.dates_in(sentence.index):
            expression: Expression = mention.expression  # type: ignore[assignment]
            date = dates.resolve(expression, today, "future" if ahead else "past")
            if date is None or (following if ahead else last) is not None:
                continue
            if ahead:
                following = date
            else:
                last = date
            quotes.append(analysis.page.evidence(mention.start, mention.end, "next" if ahead else "last", mention.rule))
    return last, following
