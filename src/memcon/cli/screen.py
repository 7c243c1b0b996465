"""What a terminal shows. The only module that knows rich; every other hands it plain values."""

import functools
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

MEASURE = 100  # columns that text is set in at most: longer lines are hard to read


def out() -> Console:
    """Standard output: no colour off a terminal or with NO_COLOR; set to COLUMNS, a terminal's width, or `MEASURE`."""
    console = _console(*_surroundings(sys.stdout))
    told = "COLUMNS" in os.environ or console.is_terminal
    console.width = min(shutil.get_terminal_size((MEASURE, 24)).columns if told else MEASURE, MEASURE)
    return console


def messages() -> Console:
    """Standard error."""
    return _console(*_surroundings(sys.stderr), stderr=True)


# What a console looks up when it is made, and never again.
_LOOKED_UP = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "TTY_COMPATIBLE")


def _surroundings(stream: TextIO) -> tuple[bool, tuple[str | None, ...]]:
    return stream.isatty(), tuple(map(os.environ.get, _LOOKED_UP))


@functools.lru_cache(maxsize=16)
def _console(terminal: bool, environment: tuple[str | None, ...], stderr: bool = False) -> Console:
    """A console for these surroundings: one that was made in others would keep their width and colours."""
    return Console(stderr=stderr, highlight=False)


def text(*pieces: str | tuple[str, str]) -> Text:
    """Words, some with a style."""
    return Text.assemble(*pieces)


def line(*pieces: str | tuple[str, str], indent: int = 0) -> None:
    """One line or paragraph, wrapped under its own beginning."""
    _wrapped(text(*pieces), indent)


def _wrapped(words: Text, indent: int = 0) -> None:
    for row in words.wrap(out(), max(out().width - indent, 20)):
        row.rstrip()
        out().print(Text(" " * indent) + row, no_wrap=True)


def blank() -> None:
    """An empty line."""
    out().print()


def heading(words: str, note: str = "") -> None:
    """A title with a note beside it."""
    _wrapped(text((words, "bold"), (f"  {note}" if note else "", "dim")))


def hanging(label: str, *pieces: str | tuple[str, str], width: int = 12, indent: int = 0, style: str = "dim") -> None:
    """A label, and beside it words that wrap under themselves. A label too long for its column has its own line."""
    room = max(out().width - indent - width - 1, 20)
    lines = list(text(*pieces).wrap(out(), room)) or [Text()]
    head = Text(" " * indent)
    head.append(label, style=style)
    if len(label) > width:
        out().print(head)
        head = Text(" " * indent)
        label = ""
    head.append(" " * (width - len(label) + 1))
    for n, words in enumerate(lines):
        words.rstrip()
        out().print((head if n == 0 else Text(" " * (indent + width + 1))) + words, no_wrap=True)


def quote(words: str, source: str = "", indent: int = 2) -> None:
    """A quote in quotation marks, its source after it."""
    pieces: list[str | tuple[str, str]] = [("“", "dim"), (" ".join(words.split()), "italic"), ("”", "dim")]
    if source:
        pieces.append((f"  {source}", "dim"))
    line(*pieces, indent=indent)


def table(columns: Iterable[tuple[str, dict[str, Any]]], rows: Iterable[Iterable[str | Text]]) -> None:
    """A plain table: headings in bold, no frame."""
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    for name, options in columns:
        grid.add_column(name, **options)
    for row in rows:
        grid.add_row(*row)
    out().print(grid)


def marked(body: str, spans: Iterable[tuple[int, int, str, str]]) -> None:
    """A text with stretches (start, end, style, label after it) set off; without colour, set in brackets."""
    plain = out().no_color or not out().is_terminal
    starts: dict[int, list[tuple[int, str]]] = {}
    ends: dict[int, list[str]] = {}
    shown = Text()
    for start, end, style, label in spans:
        starts.setdefault(start, []).append((end, style))
        ends.setdefault(end, []).append(label)
    cuts = sorted({0, len(body), *starts, *ends})
    open_spans: list[tuple[int, str]] = []
    for left, right in zip(cuts, [*cuts[1:], len(body)], strict=True):
        for label in ends.get(left, ()):
            shown.append(f"]{label}" if plain else label, style="dim")
        open_spans = [s for s in open_spans if s[0] > left]
        for span in sorted(starts.get(left, ()), reverse=True):
            open_spans.append(span)
            if plain:
                shown.append("[", style="dim")
        shown.append(body[left:right], style=open_spans[-1][1] if open_spans and not plain else "")
    _wrapped(shown)


@contextmanager
def progress(total: int | None, what: str) -> Iterator[Any]:
    """A bar on a terminal's standard error; nothing elsewhere. Yields a function to call once an item."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=messages(), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
