"""Offices over time as bars, with contacts beneath: who someone was when they met whom."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from memcon.web.drawing import svg
from memcon.web.drawing.swimlane import Mark, shape

WIDTH, LEFT, RIGHT, TOP, ROW, FOOT = 1100.0, 8.0, 8.0, 26.0, 44.0, 46.0
SHORT = 3.0  # a bar is drawn at least this wide
LETTER = 6.6  # width of a letter of a label, about


@dataclass(frozen=True)
class Bar:
    """An office: its days (None where they are not told), and whether the fact tables or a document tell of it."""

    first: dt.date | None
    last: dt.date | None
    label: str
    told: str
    tables: bool


def terms(bars: Sequence[Bar], marks: Sequence[Mark], *, label: str, until: dt.date) -> Markup:
    """The drawing, the earliest office on top; an end that is not told fades. Nothing without a day to begin at."""
    days = [d for b in bars for d in (b.first, b.last) if d] + [m.first for m in marks]
    if not days:
        return Markup("")
    first, last = min(days) - dt.timedelta(days=60), max(until, *days) + dt.timedelta(days=60)
    span = (last - first).days

    def at(day: dt.date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (min(max(day, first), last) - first).days / span

    bottom = TOP + ROW * len(bars)
    parts = []
    step = max(1, round((last.year - first.year) / 12))
    for year in range(first.year + 1, last.year + 1):
        if (year - first.year) % step == 0:
            x = at(dt.date(year, 1, 1))
            parts.append(svg.element("line", x1=x, x2=x, y1=TOP - 6, y2=bottom + (FOOT if marks else 0), class_="rule"))
            if x < WIDTH - RIGHT - 30:
                parts.append(svg.text(str(year), x + 3, TOP - 10))
    for n, bar in enumerate(bars):
        left, right = at(bar.first or first), at(bar.last or until)
        y = TOP + ROW * n
        wide = max(right - left, SHORT)
        ends = "term" + ("" if bar.first and bar.last else " open") + ("" if bar.tables else " said")
        box = svg.element("rect", x=left, y=y + 22, width=wide, height=10.0, rx=2.0, class_=ends)
        # A label that would run over the right edge ends where its bar does.
        length = len(bar.label) * LETTER
        over = left + length > WIDTH - RIGHT
        words = svg.text(bar.label, max(right, length) if over else left, y + 16,
                         text_anchor="end" if over else None, class_="strong")  # fmt: skip
        parts.append(svg.titled(f"{bar.label}, {bar.told}", box, words))
    for mark in marks:
        parts.append(svg.titled(mark.label, shape(mark.kind, at(mark.first), bottom + 22, 4.0), href=mark.href))
    return svg.picture(label, WIDTH, bottom + (FOOT if marks else 8), parts)
