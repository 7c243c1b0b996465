"""A timeline of two parties in lanes: a shape for each event, a bar where the date is uncertain, dots for silence."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from memcon.web.drawing import svg

WIDTH, LEFT, RIGHT, TOP, LANE = 1100.0, 92.0, 14.0, 24.0, 46.0
STRIP = 40.0  # height of the coverage beneath
UNCERTAIN = 4  # days from which a date is drawn as a bar
NARROW = 360.0  # of the width, what a narrow page shows
SHORT = 6.0  # a silence narrower than this is not drawn

At = Callable[[dt.date], float]


@dataclass(frozen=True)
class Mark:
    """An event: its first and last possible day, its lane, and `contact`, `planned`, `none` or `act`."""

    first: dt.date
    last: dt.date
    lane: str
    kind: str
    label: str
    href: str


@dataclass(frozen=True)
class Silence:
    """A time without contact in a lane, in words."""

    first: dt.date
    last: dt.date
    lane: str
    label: str


def swimlane(
    marks: Sequence[Mark],
    silences: Sequence[Silence],
    lanes: Sequence[str],
    read: Sequence[tuple[int, int]],
    *,
    label: str,
    until: dt.date,
) -> Markup:
    """The drawing; `read` gives documents by year, for the strip beneath; nothing without marks."""
    if not marks:
        return Markup("")
    first = min(m.first for m in marks)
    first = first.replace(day=1) - dt.timedelta(days=20)
    last = max([until, *(m.last for m in marks)]) + dt.timedelta(days=20)
    span = (last - first).days

    def at(day: dt.date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (min(max(day, first), last) - first).days / span

    bottom = TOP + LANE * len(lanes)
    parts = _axis(first, last, at, bottom, lanes)
    parts += [_silence(s, at, lanes) for s in silences if at(s.last) - at(s.first) > SHORT]
    placed = sorted(((at(m.first), m) for m in marks), key=lambda p: (p[0], p[1].href))
    parts += [_mark(x, m, at, lanes, placed) for x, m in placed]
    if at(until) < WIDTH - RIGHT - 30:
        x = at(until)
        parts.append(svg.element("line", x1=x, x2=x, y1=TOP - 6, y2=bottom, class_="rule"))
    parts += _strip(read, at, bottom)
    return svg.picture(label, WIDTH, bottom + STRIP + 16, parts)


def _middle(lane: str, lanes: Sequence[str]) -> float:
    return TOP + LANE * (lanes.index(lane) + 0.5)


def _axis(first: dt.date, last: dt.date, at: At, bottom: float, lanes: Sequence[str]) -> list[Markup]:
    parts = []
    for n, lane in enumerate(lanes):
        if n % 2 == 0:
            parts.append(svg.element("rect", x=0, y=TOP + LANE * n, width=WIDTH, height=LANE, class_="lane"))
        parts.append(svg.text(lane, 8, TOP + LANE * (n + 0.5) + 4, class_="strong"))
        # On a narrow page the drawing is seen from its newest end: its lanes are named there once more.
        parts.append(svg.text(lane, WIDTH - NARROW, TOP + LANE * n + 11, class_="again", aria_hidden="true"))
    years = last.year - first.year
    step = max(1, round(years / 12))
    for year in range(first.year, last.year + 1):
        day = dt.date(year, 1, 1)
        if day < first or year % step:
            continue
        x = at(day)
        parts.append(svg.element("line", x1=x, x2=x, y1=TOP - 6, y2=bottom + STRIP, class_="rule"))
        parts.append(svg.text(str(year), x + 3, TOP - 8))
    if years <= 1:
        day = first.replace(day=1)
        while day <= last:
            if day >= first and day.month % 3 == 1 and day.month != 1:
                parts.append(svg.text(f"{day:%b}", at(day) + 3, TOP - 8))
            day = (day + dt.timedelta(days=32)).replace(day=1)
    return parts


def _mark(x: float, mark: Mark, at: At, lanes: Sequence[str], placed: Sequence[tuple[float, Mark]]) -> Markup:
    # Of those in one spot each stands a little lower than the one before, so that all can be pointed at.
    twins = [m for other, m in placed if abs(other - x) < 9 and m.lane == mark.lane]
    shift = (twins.index(mark) % 4 - min(len(twins) - 1, 3) / 2) * 10
    y = _middle(mark.lane, lanes) + shift
    parts: list[Markup] = []
    if (mark.last - mark.first).days >= UNCERTAIN:
        wide = max(at(mark.last) - x, 8.0)
        parts.append(svg.element("rect", x=x, y=y - 4, width=wide, height=8.0, rx=4.0, class_=f"{mark.kind} bar"))
        x += wide / 2
    parts.append(shape(mark.kind, x, y))
    return svg.titled(mark.label, *parts, href=mark.href)


def shape(kind: str, x: float, y: float, size: float = 5.0) -> Markup:
    """The sign of a kind: a disc for contact, a ring for a plan, a cross for none, a diamond for an act."""
    if kind == "none":
        line = f"M{x - size:.1f} {y - size:.1f}l{2 * size} {2 * size}m0 {-2 * size}l{-2 * size} {2 * size}"
        return svg.element("path", d=line, class_="none")
    if kind == "act":
        tall = size * 1.25
        line = f"M{x:.1f} {y - tall:.1f}l{tall} {tall}l{-tall} {tall}l{-tall} {-tall}z"
        return svg.element("path", d=line, class_="act")
    return svg.element("circle", cx=x, cy=y, r=size, class_=kind)


def _silence(silence: Silence, at: At, lanes: Sequence[str]) -> Markup:
    y = _middle(silence.lane, lanes)
    return svg.titled(
        silence.label,
        svg.element("line", x1=at(silence.first) + 8, x2=at(silence.last) - 8, y1=y, y2=y, class_="silence"),
    )


def _strip(read: Sequence[tuple[int, int]], at: At, bottom: float) -> list[Markup]:
    """Documents read, by year: a silence over an empty strip is no silence."""
    parts = [svg.text("read", 8, bottom + STRIP - 2)]
    most = max((n for _, n in read), default=0)
    for year, n in read:
        left, right = at(dt.date(year, 1, 1)), at(dt.date(year, 12, 31))
        if not n or right - left < 1:
            continue
        tall = max(2.0, (STRIP - 12) * n / most)
        words = f"{year}: {n} document{'' if n == 1 else 's'} that bear on both"
        bar = svg.element(
            "rect", x=left + 1, y=bottom + STRIP - tall, width=right - left - 2, height=tall, class_="cover"
        )
        parts.append(svg.titled(words, bar))
    return parts
