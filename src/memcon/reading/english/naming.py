"""Names that take a side ("Chinese Taipei") and names that no state bears ("Black Macedonia").

The first come from a table (`naming.toml`); the second are found in lists of states, where a capitalised word before a
country's name makes a name that no table knows. Both are noted with their quote, not corrected.
"""

import functools
import re
import tomllib
from importlib.resources import files
from typing import Any

from memcon.knowledge import Knowledge
from memcon.knowledge.parties import Found
from memcon.model import Naming
from memcon.reading.analysis import Analysis

# A list of states has so many names at least.
STATES = 3


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("memcon.reading.english").joinpath("naming.toml").read_text("utf-8"))


@functools.cache
def _sided() -> tuple[re.Pattern[str], dict[str, tuple[str | None, str]]]:
    names = {w: (entry["party"] or None, entry["note"]) for entry in _table()["names"] for w in entry["written"]}
    pattern = "|".join(re.escape(w) for w in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), names


def find(analysis: Analysis, knowledge: Knowledge) -> tuple[Naming, ...]:
    """The page's sided and unknown names, each once, in the order of first use."""
    found: dict[str, Naming] = {}
    text = analysis.page.text
    pattern, names = _sided()
    for sentence in analysis.sentences:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            party, note = names[match[0]]
            if match[0] not in found:
                found[match[0]] = _naming(analysis, match.start(), match.end(), party, note, "naming.sided")
        for start, end, party in _unknown(text, sentence.start, sentence.end, knowledge):
            if text[start:end] not in found:
                note = "no state or territory bears this name"
                found[text[start:end]] = _naming(analysis, start, end, party, note, "naming.unknown")
    return tuple(found.values())


def _naming(analysis: Analysis, start: int, end: int, party: str | None, note: str, rule: str) -> Naming:
    quote = analysis.page.evidence(start, end, "naming", rule)
    return Naming(written=quote.quote, party=party, note=note, evidence=quote.quote, quotes=(quote,))


_BETWEEN = re.compile(r"[\s,;]*(?:(?:and|or|as well as|including|the)\s+)*(?:[A-Z][a-z]+\s+)?")


def _run(text: str, states: list[Found], n: int) -> int:
    """How many names of states follow one another, with nothing but commas between, around the one at `n`."""
    first = last = n
    while first > 0 and _BETWEEN.fullmatch(text[states[first - 1].end : states[first].start]):
        first -= 1
    while last + 1 < len(states) and _BETWEEN.fullmatch(text[states[last].end : states[last + 1].start]):
        last += 1
    return last - first + 1


_BEFORE = re.compile(r"(?:^|[,(]\s*|\band\s+|\bor\s+|\bas\s+)((?:[A-Z][a-z]+)\s+)$")


def _unknown(text: str, start: int, end: int, knowledge: Knowledge) -> list[tuple[int, int, None]]:
    """Compounds of a capitalised word and a country's name, in a list of states, that no table knows."""
    if text.count(",", start, end) < STATES - 1:
        return []
    states = [
        f
        for f in knowledge.parties.find(text[start:end])
        if f.kind == "name" and knowledge.parties[f.code].kind in ("state", "territory")
    ]
    found = []
    for n, state in enumerate(states):
        if _run(text[start:end], states, n) < STATES:
            continue
        before = _BEFORE.search(text[start : start + state.start])
        if before is None:
            continue
        word = before[1].strip()
        compound = f"{word} {text[start + state.start : start + state.end]}"
        known = knowledge.parties.code_of(compound) or knowledge.parties.code_of(word)
        if known or word.lower() in _table()["unknown"]["modifiers"] or knowledge.places.lookup(compound):
            continue
        if knowledge.tenures.named(word):
            continue  # somebody's name
        found.append((start + before.start(1), start + state.end, None))
    return found
