"""A text in two languages as rows of two columns: paragraphs in a Latin script left, in Chinese right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.web.marking import Piece, Span, pieces

_HAN = re.compile(r"[\u3400-\u9fff]")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
# Letters that a Chinese paragraph may hold for each of its characters: names in brackets are in Latin letters.
_LATIN_A_CHARACTER = 4


@dataclass(frozen=True)
class Row:
    """A paragraph of each language; one is empty where the other has more."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


def aligned(text: str, spans: Iterable[Span]) -> tuple[Row, ...]:
    """The paragraphs of both languages in order; none where the text is in one language after all.

    Paragraphs stand beside one another in order where both languages have as many, else each column runs on its own.
    """
    held = list(spans)
    sides: tuple[list[tuple[Piece, ...]], list[tuple[Piece, ...]]] = ([], [])
    for match in _PARAGRAPH.finditer(text):
        sides[_chinese(match[0])].append(pieces(text, held, *match.span()))
    left, right = sides
    if not left or not right:
        return ()
    if len(left) == len(right):
        return tuple(Row(a, b) for a, b in zip(left, right, strict=True))
    return (Row(_joined(left), _joined(right)),)


def _chinese(paragraph: str) -> bool:
    han = len(_HAN.findall(paragraph))
    latin = sum(c.isalpha() for c in paragraph) - han
    return han > 0 and latin < han * _LATIN_A_CHARACTER


def _joined(paragraphs: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for p in paragraphs:
        found += [*([Piece("\n\n")] if found else []), *p]
    return tuple(found)
