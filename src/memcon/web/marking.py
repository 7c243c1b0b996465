"""Marked text: a text and overlapping spans of it, cut into pieces a page can show one after another."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int, str]
AROUND = 220  # characters shown on each side of a mark


@dataclass(frozen=True)
class Piece:
    """A stretch of text. `marks` names what was read from it; `begins` the marks that start here; `cut` tells that text
    before it is left out.
    """

    text: str
    marks: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    cut: bool = False


def pieces(text: str, spans: Iterable[Span], first: int = 0, last: int | None = None) -> tuple[Piece, ...]:
    """The text from `first` to `last`, cut wherever a span begins or ends."""
    end = len(text) if last is None else last
    held = [(max(a, first), min(b, end), name) for a, b, name in spans if a < end and b > first and a < b]
    edges = sorted({first, end, *(e for a, b, _ in held for e in (a, b))})
    found = []
    for left, right in itertools.pairwise(edges):
        over = [s for s in held if s[0] <= left and s[1] >= right]
        names = tuple(dict.fromkeys(name for _, _, name in over))
        begins = tuple(dict.fromkeys(name for a, _, name in over if a == left))
        found.append(Piece(text[left:right], names, begins))
    return tuple(found)


def around(text: str, spans: Iterable[Span], margin: int = AROUND) -> tuple[Piece, ...]:
    """The text near some spans: windows of whole words, with a sign where something between is left out."""
    held = sorted(s for s in spans if s[0] < s[1])
    windows: list[list[int]] = []
    for a, b, _ in held:
        left, right = _back(text, max(a - margin, 0)), _on(text, min(b + margin, len(text)))
        if windows and left <= windows[-1][1] + 1:
            windows[-1][1] = max(windows[-1][1], right)
        else:
            windows.append([left, right])
    found: list[Piece] = []
    for left, right in windows:
        if left > 0:
            found.append(Piece("", cut=True))
        found += pieces(text, held, left, right)
    if windows and windows[-1][1] < len(text):
        found.append(Piece("", cut=True))
    return tuple(found)


def _back(text: str, at: int) -> int:
    """The beginning of the word at a position."""
    low = max(at - 30, 0)
    while at > low and not text[at - 1].isspace():
        at -= 1
    return at


def _on(text: str, at: int) -> int:
    """The end of the word at a position."""
    high = min(at + 30, len(text))
    while at < high and not text[at].isspace():
        at += 1
    return at
