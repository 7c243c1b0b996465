"""Words that stand for a party on some pages only: "the North" where both Koreas are spoken of, "the PA" where the
Palestinians are.
"""

import functools
import tomllib
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files

from memcon.reading.english.lines import Line, PartyWord

_BETWEEN = frozenset(("and", "between", "from", "with", "&"))


@dataclass(frozen=True, slots=True)
class ContextWord:
    """`word` means `party` on a page that names all of `heard`; `article` says that it needs "the" or a partner
    ("between North and South"), `instead` that the tables give it to another party, which such a page never names.
    """

    word: str
    party: str
    heard: tuple[str, ...]
    article: bool
    instead: str | None


@functools.cache
def table() -> tuple[ContextWord, ...]:
    """The words of `actors.toml`."""
    raw = tomllib.loads((files(__package__) / "actors.toml").read_text(encoding="utf-8"))["context"]["words"]
    return tuple(
        ContextWord(w["word"], w["party"], tuple(w["heard"]), w.get("article", False), w.get("instead")) for w in raw
    )


def settle(lines: list[Line], heard: Counter[str]) -> list[Line]:
    """The lines of a page with the party words that its other words tell; `heard` counts the parties it names."""
    for word in table():
        if all(heard[code] > 0 for code in word.heard):
            lines = _give(lines, word, heard) if word.instead is not None else [_found(line, word) for line in lines]
    return lines


def _found(line: Line, word: ContextWord) -> Line:
    more = [
        PartyWord(t.i, t.i + 1, word.party, "name")
        for t in line.tokens
        if t.text == word.word and t.i not in line.word_at and _means_it(line, t.i, word)
    ]
    return line.worded((*line.words, *more)) if more else line


def _give(lines: list[Line], word: ContextWord, heard: Counter[str]) -> list[Line]:
    """Give an institution of one name in several states to the one that the page speaks of."""
    named = [(n, w) for n, line in enumerate(lines) for w in line.words if line.quote(w.first, w.last) == word.word]
    if not named or heard[str(word.instead)] > len(named):
        return lines
    del heard[str(word.instead)]
    heard[word.party] += len(named)
    given = {n for n, _ in named}
    return [
        line.worded(w._replace(code=word.party) if (n, w) in named else w for w in line.words) if n in given else line
        for n, line in enumerate(lines)
    ]


def _means_it(line: Line, i: int, word: ContextWord) -> bool:
    tokens = line.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and (after.text[0].isupper() or after.text in ("-", "–")):
        return False  # "the North Atlantic", "North-South"
    if not word.article:
        return True
    before = tokens[i - 1].lower if i else ""
    if before == "the":
        return after is None or after.pos not in ("NOUN", "PROPN", "ADJ") or after.text in ("'s", "’s")
    return before in _BETWEEN and any(t.text in ("North", "South") and t.i != i for t in tokens[max(0, i - 3) : i + 4])
