"""Bars as SVG: one measured value beside its limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, BAR, GAP, LABEL = 760, 22, 20, 300


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with its name and, where there is one, the limit it is held to; `written` is the value as text."""

    name: str
    value: float
    written: str
    limit: float | None = None


def bars(title: str, rows: list[Bar]) -> str:
    """A chart of horizontal bars from 0; a limit is a dashed line across its bar."""
    most = max([row.value for row in rows] + [row.limit or 0 for row in rows]) * 1.15 or 1.0
    height = 46 + len(rows) * (BAR + GAP)
    scale = (WIDTH - LABEL - 70) / most
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"',
        f' aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{height}" rx="6" fill="#faf5ea"/>',
        f'<text x="16" y="26" font-size="15" fill="#2b231c">{escape(title)}</text>',
    ]
    for number, row in enumerate(rows):
        y = 44 + number * (BAR + GAP)
        length = max(1.0, row.value * scale)
        parts += [
            f'<text x="{LABEL - 10}" y="{y + 15}" text-anchor="end" fill="#2b231c">{escape(row.name)}</text>',
            f'<rect x="{LABEL}" y="{y}" width="{length:.1f}" height="{BAR}" fill="#b9683c"/>',
            f'<text x="{LABEL + length + 6:.1f}" y="{y + 15}" fill="#2b231c">{escape(row.written)}</text>',
        ]
        if row.limit is not None:
            x = LABEL + row.limit * scale
            parts.append(
                f'<path d="M{x:.1f} {y - 6}V{y + BAR + 6}" stroke="#1f4e5f" stroke-width="2" stroke-dasharray="4 3"/>'
            )
    return "\n".join([*parts, "</svg>"]) + "\n"


@dataclass(frozen=True, slots=True)
class Line:
    """A series of values at even steps, the same number of them in every line of a chart."""

    name: str
    values: Sequence[float]


def lines(title: str, rows: list[Line]) -> str:
    """A chart of lines from 0 upwards, each with its name at its end."""
    colours = ("#b9683c", "#1f4e5f", "#7a8b4f", "#6b4c7a")
    most = max(max(row.values) for row in rows) * 1.15 or 1.0
    left, right, top, bottom = 60, 130, 46, 250
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 30}" role="img"',
        f' aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{bottom + 30}" rx="6" fill="#faf5ea"/>',
        f'<text x="16" y="26" font-size="15" fill="#2b231c">{escape(title)}</text>',
    ]
    for share in (0.0, 0.5, 1.0):
        y = bottom - share * (bottom - top)
        parts += [
            f'<path d="M{left} {y:.1f}H{WIDTH - right}" stroke="#d8cdb8"/>',
            f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#2b231c">{most * share:.0f}</text>',
        ]
    taken: list[float] = []
    for number, row in enumerate(rows):
        step = (WIDTH - right - left) / max(1, len(row.values) - 1)
        points = [(left + n * step, bottom - v / most * (bottom - top)) for n, v in enumerate(row.values)]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        colour = colours[number % len(colours)]
        y = points[-1][1] + 4
        while any(abs(y - other) < 16 for other in taken):
            y += 16
        taken.append(y)
        parts += [
            f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
            f'<text x="{WIDTH - right + 8}" y="{y:.1f}" fill="{colour}">{escape(row.name)}</text>',
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"
