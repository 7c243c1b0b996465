"""Persons whom no title marks but what the sentence says of them: who leads a delegation, who is met or comes along."""

from dataclasses import dataclass

from memcon.reading.english.actor_names import name_end
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line

_NAMES = frozenset(("name", "demonym", "body"))
_AT_LEAST = 2  # capitalised words: a lone one may be anything


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Words that name a person: the whole at tokens `first` to `last`, the name alone at `name_first` to `name_last`.

    `parties` are those the words give; `rule` the pattern that saw them.
    """

    first: int
    last: int
    name_first: int
    name_last: int
    titles: tuple[Title, ...]
    parties: tuple[str, ...]
    rule: str


def unmarked(line: Line, words: ActorWords, taken: set[int]) -> list[PersonWords]:
    """Full names of people who head a side, are talked with, or accompany officials."""
    found: list[PersonWords] = []
    tokens = line.tokens
    for token in tokens:
        i = token.i
        if token.lower == "by" and i and tokens[i - 1].lower in words.led:
            found.extend(_names(line, words, i + 1, _party_before(line, i), "leader_name", taken))
        elif token.lower in words.company or (token.lower == "by" and i and tokens[i - 1].lower in words.joined):
            found.extend(_names(line, words, i + 1, (), "listed_name", taken))
        elif token.lower in ("with", "to") and i and _contact(line, words, i):
            found.extend(_names(line, words, i + 1, (), "contact_name", taken))
        elif token.lower == "who" and i + 1 < len(tokens) and tokens[i + 1].lower in words.leads:
            found.extend(_name_before(line, words, i, taken))
    return found


def _contact(line: Line, words: ActorWords, i: int) -> bool:
    """Whether "with" or "to" follows a verb or noun of talking: "met with", "talks with", "spoke to"."""
    for k in (i - 1, i - 2):
        if k >= 0 and (line.tokens[k].lemma in words.meets or line.tokens[k].lower in words.meets):
            return bool(line.words)
    return False


def _party_before(line: Line, i: int) -> tuple[str, ...]:
    return next(((w.code,) for w in reversed(line.words) if w.last <= i), ())


def _names(
    line: Line, words: ActorWords, at: int, parties: tuple[str, ...], rule: str, taken: set[int]
) -> list[PersonWords]:
    """The full names at a place of a line, one or several joined by "and" and commas."""
    found: list[PersonWords] = []
    tokens = line.tokens
    while at < len(tokens):
        first = at
        while at < len(tokens) and tokens[at].lower in words.plain_honour:
            at += 1
        end = name_end(line, words, at)
        capitals = sum(1 for k in range(at, end) if tokens[k].text[0].isupper())
        if capitals < _AT_LEAST or taken.intersection(range(first, end)):
            break
        if any(first <= at and end <= last for first, last, _ in line.places):
            break
        found.append(PersonWords(first, end, at, end, (), parties, rule))
        at = end
        while at < len(tokens) and tokens[at].lower in ("and", ","):
            at += 1
        if at == end:
            break
    return found


def _name_before(line: Line, words: ActorWords, i: int, taken: set[int]) -> list[PersonWords]:
    """ "Hossam Zaki, who leads the Palestine section of the Arab League": the name before, the party behind."""
    tokens = line.tokens
    last = i - 1 if i and tokens[i - 1].text == "," else i
    for first in range(max(0, last - 4), last):
        if first not in taken and name_end(line, words, first) == last and last - first >= _AT_LEAST:
            party = next(((w.code,) for w in line.words if i < w.first <= i + 12 and w.kind in _NAMES), ())
            return [PersonWords(first, last, first, last, (), party, "leader_name")] if party else []
    return []
