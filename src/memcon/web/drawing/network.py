"""Who met whom: parties on a ring, the busiest first, lines as wide as the number of entries they share."""

import math
from collections.abc import Callable, Sequence

from markupsafe import Markup

from memcon.questions.pictures import Met
from memcon.web.drawing import svg

SIZE, RADIUS = 760.0, 250.0
MOST = 24  # parties on the ring
BEND = 0.75  # how far lines bend from straight to the middle
LONGEST = 20  # characters of a name that fit beside the ring; else the code stands


def network(met: Sequence[Met], *, label: str, name: Callable[[str], str], href: Callable[[str, str], str]) -> Markup:
    """The drawing; parties beyond the busiest are left to the table. Nothing without pairs."""
    weight: dict[str, int] = {}
    for m in met:
        for code in m.parties:
            weight[code] = weight.get(code, 0) + m.entries
    ring = _placed(sorted(weight, key=lambda code: (-weight[code], code))[:MOST], met)
    if not ring:
        return Markup("")
    at = {code: _place(n, len(ring)) for n, code in enumerate(ring)}
    widest = max(m.entries for m in met)
    parts = []
    for m in sorted(met, key=lambda m: m.entries):
        a, b = m.parties
        if a in at and b in at:
            (ax, ay), (bx, by) = at[a], at[b]
            # Lines bend towards the middle, so that neighbours are joined near the ring.
            cx, cy = ((p + q) / 2 * (1 - BEND) + SIZE / 2 * BEND for p, q in ((ax, bx), (ay, by)))
            bend = f"M{ax:.0f} {ay:.0f}Q{cx:.0f} {cy:.0f} {bx:.0f} {by:.0f}"
            wide = 1 + 9 * m.entries / widest
            words = f"{name(a)} and {name(b)}: {m.entries} contact{'' if m.entries == 1 else 's'}"
            line = svg.element("path", d=bend, fill="none", stroke_width=wide, class_="edge")
            parts.append(svg.titled(words, line, href=href(a, b)))
    heaviest = max(weight.values())
    for code in ring:
        x, y = at[code]
        size = 5 + 13 * math.sqrt(weight[code] / heaviest)
        parts.append(svg.element("circle", cx=x, cy=y, r=size, class_="node"))
        parts.append(_name(name(code) if len(name(code)) <= LONGEST else code, x, y, size))
    return svg.picture(label, SIZE, SIZE, parts, class_="narrow-ok")


def _placed(codes: list[str], met: Sequence[Met]) -> list[str]:
    """Parties in an order that puts each beside the one it met most, so that fewer lines cross the middle."""
    shared = {frozenset(m.parties): m.entries for m in met}
    left = list(codes)
    ring: list[str] = []
    while left:
        last = ring[-1] if ring else None
        best = max(left, key=lambda c: (shared.get(frozenset((c, last)), 0) if last else 0, -codes.index(c)))
        left.remove(best)
        ring.append(best)
    return ring


def _place(n: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * n / count - math.pi / 2
    return SIZE / 2 + RADIUS * math.cos(angle), SIZE / 2 + RADIUS * math.sin(angle)


def _name(words: str, x: float, y: float, size: float) -> Markup:
    across, down = x - SIZE / 2, y - SIZE / 2
    away = size + 6
    length = math.hypot(across, down) or 1.0
    anchor = "middle" if abs(across) < 40 else "start" if across > 0 else "end"
    return svg.text(words, x + across / length * away, y + down / length * (away + 5) + 4, text_anchor=anchor)
