"""English dates and lengths of time, found as expressions; `dates.resolve` sets them against a calendar.

Each rule is a pattern over word classes (`date_words`) and a function that reads the matched words (`date_rules`,
`relative_rules`); at the leftmost place that fits the first rule wins, so longer forms stand before shorter ones.
"""

import functools
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from memcon.reading.analysis import DateMention, Sentence, Token
from memcon.reading.dates import CalendarDate, CalendarRange, Duration, Expression
from memcon.reading.english import date_rules as read
from memcon.reading.english import relative_rules as relative
from memcon.reading.english.date_neighbours import stands
from memcon.reading.english.date_words import CLASSES, TELLING, Word, compiled, from_text, from_tokens, row, triggers

_DAY = "(?:number|day_ordinal)"
_MONTH = "(?:month|month_short period?)"
_WEEKDAY = "(?:(?:weekday|weekday_short period?) time_of_day? (?:comma|bracket)? (?:preposition? the)?)?"
_YEAR = "(?:comma? of? year_number|comma? of? shift unit)"
_TO = "(?:dash|to|and|slash)"
_COUNT = (
    "(?:article? few of?|cardinal dash? cardinal|cardinal and article half|cardinal|number|count|article|"
    "half article|article half dash?)"
)
_PART = "(?:part dash?|the? part of the?|the? part of)"
_PLAIN_DATE = f"(?:{_MONTH} the? {_DAY}(?: {_YEAR})?|the? {_DAY} of? {_MONTH}(?: {_YEAR})?)"


class Rule(NamedTuple):
    """A name, a pattern over word classes, and what it reads the words as."""

    name: str
    pattern: str
    build: Callable[[Sequence[Word]], Expression | None]


RULES: tuple[Rule, ...] = (
    Rule(
        "iso-date",
        "year_number (dash number dash number|slash number slash number|period number period number)",
        read.iso,
    ),
    Rule(
        "numeric-date",
        "(number slash number slash|number period number period|number dash number dash) year_number",
        read.numeric,
    ),
    Rule("week-of-date", f"the? unit (?:of|part|from|other) {_PLAIN_DATE}", read.week_of),
    Rule(
        "day-month-range",
        f"from? {_WEEKDAY} the? {_DAY}(?: of? {_MONTH}(?: {_YEAR})?)?(?: comma {_DAY})* comma? {_TO} "
        f"{_WEEKDAY} the? {_DAY} of? {_MONTH}(?: {_YEAR})?",
        read.day_range,
    ),
    Rule(
        "month-day-range",
        f"from? {_WEEKDAY} {_MONTH} the? {_DAY}(?: comma year_number)?(?: comma {_DAY})* comma? {_TO} {_WEEKDAY} "
        f"(?:{_MONTH})? the? {_DAY}(?: {_YEAR})?",
        read.day_range,
    ),
    Rule("month-day", f"{_WEEKDAY} {_MONTH} the? {_DAY}(?: {_YEAR})?", read.date),
    Rule("day-month", f"{_WEEKDAY} the? {_DAY}(?: of| dash)? {_MONTH}(?: {_YEAR}| dash year_number)?", read.date),
    Rule("day-of-month-unit", f"preposition? the? {_DAY} of shift unit", read.day_of_unit),
    Rule("month-range", f"{_PART}? {_MONTH}(?: {_YEAR})? {_TO} {_PART}? {_MONTH} {_YEAR}", read.month_range),
    Rule("month-pair", f"(?:from|in) month (?:to|and|dash) month(?! {_YEAR})", read.month_range),
    Rule("week-of-month", f"the? (?:ordinal|shift) unit (?:of|in) {_MONTH}(?: {_YEAR})?", read.week_of_month),
    Rule(
        "half-or-quarter",
        "the? (?:ordinal|shift|part) (?:half|unit) of (?:the? shift? unit|year_number)",
        read.part_of_year,
    ),
    Rule("weeks-of-month", f"the (?:shift|ordinal) cardinal units of {_MONTH}(?: {_YEAR})?", read.weeks_of_month),
    Rule("half-of-month", f"the? (?:ordinal|part) half of {_MONTH}(?: {_YEAR})?", read.half_of_month),
    Rule("shifted-month", f"{_PART}? shift stretch? month(?! the? (?:number|day_ordinal))", read.shifted_month),
    Rule("month-year", f"{_PART}? {_MONTH} {_YEAR}", read.month_year),
    Rule("part-of-month", f"{_PART} month", read.month_year),
    Rule("month", "month", read.bare_month),
    Rule("weekday-of-week", "part? weekday time_of_day? of? shift unit", relative.weekday_of_week),
    Rule("week-and-weekday", "shift unit comma? preposition? weekday", relative.weekday_of_week),
    Rule("weekday-range", "weekday (?:to|dash|and) weekday", relative.weekday_range),
    Rule(
        "weekday", "(?:part preposition?)? (?:the? shift stretch?|shift shift)? weekday time_of_day?", relative.weekday
    ),
    Rule("ago", f"(?:{_COUNT} (?:dash? unit|units)|article unit and article half) ago", relative.ago),
    Rule(
        "from-now", f"in {_COUNT} (?:unit|units) apostrophe? time|{_COUNT} (?:unit|units) from now", relative.from_now
    ),
    Rule("day-beside-today", "the? unit beside today", relative.day_beside_today),
    Rule("week-after-next", "the unit beside shift", relative.week_after_next),
    Rule(
        "beside",
        f"{_COUNT} (?:unit|units) (?:part|beside)|the unit beside|the (?:following|shift) unit",
        relative.beside,
    ),
    Rule("same", "(?:the same|same same?) unit", relative.same),
    Rule("stretch", f"the? (?:shift|stretch|following) stretch? {_COUNT} dash? (?:unit|units)", relative.stretch),
    Rule(
        "stretch-of-units",
        "the? (?:shift|stretch) (?:units|weekend)|the? stretch unit|shift stretch (?:unit|weekend)",
        relative.stretch,
    ),
    Rule("period", f"{_PART}? the? shift shift? (?:unit|weekend)", relative.period),
    Rule("part-of-period", "the? part of the (?:unit|weekend)|unit dash part|part in the unit", relative.period),
    Rule("weekend", "(?:preposition|in) the weekend", relative.weekend),
    Rule("night", "(?:part )?shift time_of_day", relative.night),
    Rule("today", "part? today time_of_day?", relative.today),
    Rule("recently", "recently", relative.recently),
    Rule("recent", "stretch", relative.recent),
    Rule("season", f"{_PART}? (?:shift|in the?|preposition the?) season(?: {_YEAR})?|season {_YEAR}", relative.season),
    Rule(
        "year-range",
        "year_number (?:dash|to|slash) (?:year_number|number|count)|(?:from|in) year_number and year_number",
        read.year_range,
    ),
    Rule("decade", f"{_PART}? the? years_of", read.decade),
    Rule("part-of-year", f"{_PART} year_number", read.year),
    Rule("year", "year_number", read.bare_year),
    Rule("bare-day-range", f"the day_ordinal {_TO} the? day_ordinal|the number dash day_ordinal", read.bare_days),
    Rule("bare-day", "(?:the|preposition) day_ordinal", read.bare_day),
    Rule(
        "length",
        f"{_COUNT} dash? (?:unit|units)(?: and article half)?|half article unit|unit and article half",
        relative.length,
    ),
    Rule("unit-long", "unit dash? long", relative.length),
)

_PATTERNS = tuple(re.compile(compiled(rule.pattern)) for rule in RULES)
# No date is without a word that tells time, or begins with a word of no class: most of a sentence is passed over.
_TELLING = "".join(sorted(TELLING))
_GRAMMAR = re.compile(
    f"(?=[^{CLASSES['other']}{_TELLING}]*[{_TELLING}])(?:"
    + "|".join(f"(?P<r{n}>{compiled(rule.pattern)})" for n, rule in enumerate(RULES))
    + ")"
)


@functools.cache
def _qualifiers(table: str) -> dict[str, str]:
    path = Path(__file__).with_name("date_qualifiers.toml")
    found: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))[table]
    return found


def find(sentences: Iterable[Sentence]) -> tuple[DateMention, ...]:
    """Every date and length of time in parsed sentences, in order."""
    wanted = triggers()
    found: list[DateMention] = []
    for sentence in sentences:
        if sentence.figures or not wanted.isdisjoint(sentence.lowers):
            tokens = sentence.tokens
            for first, last, expression, rule, relation in _matches(from_tokens(tokens), tokens):
                found.append(
                    DateMention(
                        sentence=sentence.index,
                        first=first.token,
                        last=last.token + 1,
                        start=first.start,
                        end=last.end,
                        expression=expression,
                        rule=rule,
                        relation=relation,
                    )
                )
                if len(found) > 1 and _corresponding(found[-2], found[-1], tokens):
                    found[-2] = replace(found[-2], expression=expression, rule=rule)
    return tuple(found)


def _corresponding(first: DateMention, second: DateMention, tokens: Sequence[Token]) -> bool:
    """Whether a date says by another calendar or in full which day one before it means: "on Saturday, corresponding to
    11 March 2023".
    """
    between = [t.lower for t in tokens[first.last : second.first]] if first.sentence == second.sentence else []
    return [w for w in between if w != ","] == ["corresponding", "to"]


def find_in_text(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """Dates in raw text, without a parse: for date lines. Their `sentence`, `first` and `last` are -1."""
    words = from_text(text, start, len(text) if end is None else end)
    return tuple(
        DateMention(
            sentence=-1,
            first=-1,
            last=-1,
            start=first.start,
            end=last.end,
            expression=expression,
            rule=rule,
            relation=relation,
        )
        for first, last, expression, rule, relation in _matches(words, ())
    )


def _matches(words: list[Word], tokens: Sequence[Token]) -> Iterator[tuple[Word, Word, Expression, str, str]]:
    """First and last word, expression, rule and relation of each date in a row of words."""
    letters = row(words)
    at = 0
    while match := _GRAMMAR.search(letters, at):
        found = _fitting(words, letters, match.start(), int(str(match.lastgroup)[1:]), tokens)
        if found is None:
            at = match.start() + 1
            continue
        rule, first, last, expression = found
        at = last
        while last - 1 > first and words[last - 1].letter in _TRAILING:
            last -= 1
        if isinstance(expression, CalendarDate | CalendarRange):
            first += words[first].letter in _LEADING
        relation = _before(words, first, "relation")[0] or "on"
        if relation == "from" and (isinstance(expression, CalendarRange) or rule == "weekday-range"):
            relation = "on"
        if isinstance(expression, Duration):
            qualifier, width = _before(words, first, "length")
            first -= width
            opening = words[first - 1].text.lower() if first else ""
            expression = replace(
                expression,
                qualifier=qualifier or expression.qualifier,  # type: ignore[arg-type]
                within=opening in ("in", "within"),
            )
        yield words[first], words[last - 1], expression, rule, relation


def _fitting(
    words: list[Word], letters: str, first: int, start_rule: int, tokens: Sequence[Token]
) -> tuple[str, int, int, Expression] | None:
    """The first rule from `start_rule` on whose words at this place mean something and stand as a date."""
    for n in range(start_rule, len(RULES)):
        match = _PATTERNS[n].match(letters, first)
        if match:
            expression = RULES[n].build(words[first : match.end()])
            if expression is not None and stands(RULES[n].name, expression, words, first, match.end(), tokens):
                return RULES[n].name, first, match.end(), expression
    return None


_LEADING = frozenset(CLASSES[c] for c in ("from", "in", "preposition"))
_TRAILING = frozenset(CLASSES[c] for c in ("period", "comma"))


def _before(words: Sequence[Word], first: int, table: str) -> tuple[str | None, int]:
    """The longest phrase of a table that ends in front of a word, and its length in words."""
    phrases = _qualifiers(table)
    for width in (2, 1):
        if first >= width:
            value = phrases.get(" ".join(w.text.lower() for w in words[first - width : first]))
            if value:
                return value, width
    return None, 0
