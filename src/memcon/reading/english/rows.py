"""Mentions that stand in a row: joined by commas and "and" on the surface, whatever the parse says."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from memcon.reading.analysis import Mention, Sentence

LINKS = frozenset({"and", "&", ",", "the", "both", "also", "as", "well", "along", "with", "his", "her", "its", "/"})


def whole(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, those of one stretch of words ("a U.S.-Russia summit") as one with all their actors."""
    out: dict[tuple[int, int], Mention] = {}
    for m in mentions:
        known = out.get((m.first, m.last))
        out[m.first, m.last] = m if known is None else replace(known, actors=(*known.actors, *m.actors))
    return tuple(out.values())


def rows(sentence: Sentence, mentions: list[Mention]) -> dict[int, tuple[Mention, ...]]:
    """Mentions coordinated on the surface ("A, B and C"): the parse often breaks such a row where long titles stand
    in it.

    A row ends with the mention behind its last "and": "A and B, C said" is the row of A and B.
    """
    out: dict[int, tuple[Mention, ...]] = {}
    row: list[Mention] = []
    pending: list[Mention] = []
    ordered = sorted(mentions, key=lambda m: m.first)

    def close() -> None:
        if len(row) > 1:
            for m in row:
                out[m.first] = tuple(row)
        row.clear()
        pending.clear()

    for left, right in zip(ordered, [*ordered[1:], None], strict=False):
        if not row:
            row.append(left)
        if right is None:
            break
        between = _unplaced([t.lower for t in sentence.tokens[left.last : right.first]])
        linked = bool(between) and len(between) <= 4 and all(w in LINKS for w in between)
        pair = between in (["-"], ["–"], ["—"]) and {left.kind, right.kind} <= {"party", "metonym"}
        joined = "and" in between or "&" in between or between[:3] == ["as", "well", "as"] or between == ["/"]
        if pair or (linked and joined):
            row.extend(pending)
            pending.clear()
            row.append(right)
        elif linked and between[0] == ",":
            pending.append(right)
            if between == [","] and _headed(sentence, row, pending):
                row.extend(pending)
                pending.clear()
        else:
            close()
    close()
    return out


def _headed(sentence: Sentence, row: list[Mention], pending: list[Mention]) -> bool:
    """Whether a headline's commas stand for "and": "India, China hold talks", a row of different parties from the first
    word to the verb."""
    named = [*row, *pending]
    end = named[-1].last
    if named[0].first or len(row) > 1 or end >= len(sentence.tokens) or any(len(m.actors) != 1 for m in named):
        return False
    told = sentence.tokens[end].tag in ("VBP", "VBD", "VB") or sentence.tokens[end].lower == "to"
    commas = all(b.first == a.last + 1 and sentence.tokens[a.last].text == "," for a, b in pairwise(named))
    return told and commas and len({m.actors[0].party for m in named}) == len(named)


# Where somebody stands in a picture: "Wang Yi (front R) and ...".
STANDING = frozenset(
    {"l", "r", "c", "left", "right", "center", "centre", "front", "back", "2nd", "3rd", "second", "third"}
)


def _unplaced(words: list[str]) -> list[str]:
    """Words without a bracket that tells where in a picture the one before them stands."""
    if "(" not in words or ")" not in words:
        return words
    a, b = words.index("("), words.index(")")
    return words[:a] + words[b + 1 :] if a < b and set(words[a + 1 : b]) <= STANDING else words
