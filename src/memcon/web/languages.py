"""A text in two languages as rows of two columns: paragraphs in a Latin script left, in Chinese right."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.questions.translations import Stretch
from memcon.web.marking import Piece, Span, pieces

_HAN = re.compile(r"[\u3400-\u9fff]")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
# Letters that a Chinese paragraph may hold for each of its characters: names in brackets are in Latin letters.
_LATIN_A_CHARACTER = 4

Pairs = Sequence[tuple[Sequence[Stretch], Sequence[Stretch]]]


@dataclass(frozen=True)
class Row:
    """What stands side by side; one side is empty where the other has more."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


def aligned(text: str, spans: Iterable[Span], pairs: Pairs = ()) -> tuple[Row, ...]:
    """The paragraphs of both languages in order; none where the text is in one language after all.

    What translates each other stands side by side, as `pairs` tell. Without them paragraphs stand beside one another
    in order where both languages have as many, else each column runs on its own.
    """
    held = list(spans)
    sides: tuple[list[Stretch], list[Stretch]] = ([], [])
    for match in _PARAGRAPH.finditer(text):
        sides[_chinese(match[0])].append(match.span())
    left, right = sides
    if not left or not right:
        return ()
    if pairs:
        groups = _grouped(left, right, pairs)
    elif len(left) == len(right):
        groups = [([a], [b]) for a, b in zip(left, right, strict=True)]
    else:
        groups = [(left, right)]
    return tuple(Row(_joined(text, held, a), _joined(text, held, b)) for a, b in groups)


def _grouped(
    left: Sequence[Stretch], right: Sequence[Stretch], pairs: Pairs
) -> list[tuple[list[Stretch], list[Stretch]]]:
    """Paragraphs of both sides by the pair they are in; those between two pairs stand in a row of their own."""
    sides = (left, right)
    homes = [[_home(p, [pair[side] for pair in pairs]) for p in paragraphs] for side, paragraphs in enumerate(sides)]
    groups: list[tuple[list[Stretch], list[Stretch]]] = []
    at = [0, 0]
    for number in range(len(pairs) + 1):
        alone: tuple[list[Stretch], list[Stretch]] = ([], [])
        both: tuple[list[Stretch], list[Stretch]] = ([], [])
        for side, paragraphs in enumerate(sides):
            ends = [n for n, home in enumerate(homes[side]) if home == number]
            stop = ends[0] if ends else len(paragraphs) if number == len(pairs) else at[side]
            alone[side].extend(paragraphs[at[side] : stop])
            stop = max(stop, ends[-1] + 1) if ends else stop
            both[side].extend(paragraphs[at[side] + len(alone[side]) : stop])
            at[side] = stop
        groups += [group for group in (alone, both) if group[0] or group[1]]
    return groups


def _home(paragraph: Stretch, passages: Sequence[Sequence[Stretch]]) -> int | None:
    """The pair in whose passages a paragraph lies."""
    start, end = paragraph
    return next((n for n, held in enumerate(passages) if any(a < end and start < b for a, b in held)), None)


def _chinese(paragraph: str) -> bool:
    han = len(_HAN.findall(paragraph))
    latin = sum(c.isalpha() for c in paragraph) - han
    return han > 0 and latin < han * _LATIN_A_CHARACTER


def _joined(text: str, spans: Iterable[Span], paragraphs: Iterable[Stretch]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for start, end in paragraphs:
        found += [*([Piece("\n\n")] if found else []), *pieces(text, spans, start, end)]
    return tuple(found)
