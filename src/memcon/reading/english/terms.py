"""The terms of an undertaking: its sum, its date and its condition, each with where it stands."""

import functools
import re
from typing import NamedTuple

from memcon.model import Amount, interval
from memcon.reading import dates
from memcon.reading.analysis import Analysis
from memcon.reading.english import money
from memcon.reading.english.clauses import Tree
from memcon.reading.expressions import Expression
from memcon.reading.money import home, tables


class Sum(NamedTuple):
    """An amount of money at `start` to `end`."""

    amount: Amount
    start: int
    end: int


class Due(NamedTuple):
    """A date by which something is due, as EDTF, at `start` to `end`."""

    date: str
    start: int
    end: int
    rule: str


_home = functools.lru_cache(maxsize=8)(home)


# News agencies, whose bare "$" is the US dollar whoever gives it.
_WIRE = re.compile(r"\b(?:Reuters|AFP|AP|UPI|dpa|Bloomberg|Xinhua|Kyodo|Jiji|Associated Press|Agence France-Presse)\b")


@functools.lru_cache(maxsize=32)
def _meant(text: str, giver: str | None) -> dict[str, str]:
    """What shared names of currencies mean in a text, and in what `giver` gives there: its own dollars.

    Not so in a wire story, nor beside another dollar's full name: "2bn Australian dollars ($1.3bn)".
    """
    home = _home(text)
    own = tables()["shared"]["dollar"].get(giver) if giver else None
    if own is None or "dollar" in home or _WIRE.search(text):
        return home
    named = {m.amount.currency for m in money.find(text)} - {"USD"}
    return home if own in named or "US$" in text else home | {"dollar": own}


def amount_in(analysis: Analysis, start: int, end: int, giver: str | None = None) -> Sum | None:
    """The first sum of money between two positions, in the currency of the text, or of the party that gives it."""
    text = analysis.page.text
    if not money.find(text, start, end):
        return None
    found = money.find(text, start, end, _meant(text, giver))
    return Sum(found[0].amount, found[0].start, found[0].end) if found else None


_TITLED = re.compile(
    r"\b(?:Plan|Programme|Program|Strategy|Agenda|Roadmap|Vision|Framework)\s+(?:for\s+)?(?:the\s+period\s+)?$"
)


def due_in(analysis: Analysis, sentence: int, start: int, end: int) -> Due | None:
    """The date between two positions of a sentence that does not lie before the page's own."""
    today = interval(analysis.today)
    for mention in analysis.dates_in(sentence):
        if not (start <= mention.start and mention.end <= end):
            continue
        if _TITLED.search(analysis.page.text[max(0, mention.start - 40) : mention.start]):
            continue  # the years of a plan's name
        expression: Expression = mention.expression  # type: ignore[assignment]
        date = dates.resolve(expression, today, "future")
        days = interval(date)
        if date and days and (today is None or days.last > today.last):
            return Due(date, mention.start, mention.end, mention.rule)
    return None


_CONDITIONS = {"if", "unless", "once", "provided", "until"}


def condition(tree: Tree, first: int, last: int) -> tuple[int, int] | None:
    """The positions of a clause of condition among the given tokens ("if Russia does the same")."""
    for token in tree.sentence.tokens[first : last + 1]:
        marks = token.dep == "mark" and token.lower in _CONDITIONS
        if marks or (token.lower == "provided" and token.dep == "advcl"):
            clause = tree.subtree(token.head if marks else token.i)
            if clause[0] >= first and clause[-1] <= last:
                return tree.token(clause[0]).start, tree.token(clause[-1]).end
    return None
