"""Bars as SVG: one measured value beside its limit."""

from dataclasses import dataclass
from html import escape

WIDTH, BAR, GAP, LABEL = 720, 22, 20, 250


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
