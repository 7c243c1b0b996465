"""A year of weeks as cells: the more contacts the darker, each with its number; beneath, how much was read."""

import datetime as dt
from collections.abc import Callable, Sequence

from markupsafe import Markup

from memcon.questions.pictures import Week
from memcon.web.drawing import svg

LEFT, TOP, CELL, GAP, ROW = 52.0, 26.0, 18.0, 2.0, 74.0
STEPS = (0, 1, 2, 4, 8)  # contacts from which each shade begins


def heat(weeks: Sequence[Week], *, label: str, href: Callable[[Week], str]) -> Markup:
    """A row for each year, newest first; a cell of dashes is a week of which nothing was read."""
    years = sorted({_year(w) for w in weeks}, reverse=True)
    width = LEFT + 53 * (CELL + GAP) + 4
    most = max((w.documents for w in weeks), default=0)
    parts = [
        svg.text(f"{dt.date(2024, m, 1):%b}", LEFT + (dt.date(2024, m, 1).timetuple().tm_yday // 7) * (CELL + GAP), 16)
        for m in range(1, 13)
    ]
    for n, year in enumerate(years):
        y = TOP + n * ROW
        parts.append(svg.text(str(year), 4, y + 14, class_="strong"))
        parts.append(svg.text("read", 4, y + 52))
        for w in (w for w in weeks if _year(w) == year):
            parts.append(_week(w, y, most, href(w)))
    return svg.picture(label, width, TOP + ROW * len(years), parts)


def _year(week: Week) -> int:
    """The year most days of a week are in."""
    return (dt.date.fromisoformat(week.monday) + dt.timedelta(days=3)).year


def _week(week: Week, y: float, most: int, href: str) -> Markup:
    day = dt.date.fromisoformat(week.monday) + dt.timedelta(days=3)
    x = LEFT + ((day.timetuple().tm_yday - 1) // 7) * (CELL + GAP)
    level = sum(week.contacts >= s for s in STEPS[1:])
    words = (
        f"week of {week.monday}: {week.contacts} contacts, {week.breaks} refused or broken off, {week.acts} others,"
        f" {week.documents} documents read"
    )
    inside = [
        svg.element("rect", x=x, y=y, width=CELL, height=CELL, rx=2,
                    class_="unread" if not week.documents and not week.contacts else f"h{level}")
    ]  # fmt: skip
    if week.breaks:
        inside.append(svg.element("path", d=f"M{x + 5:.0f} {y + 23:.0f}l8 8m0-8l-8 8", class_="none"))
    if week.documents and most:
        tall = max(1.5, 16.0 * week.documents / most)
        inside.append(svg.element("rect", x=x + 3, y=y + 54 - tall, width=CELL - 6, height=tall, class_="cover"))
    return svg.titled(words, *inside, href=href if week.contacts or week.breaks or week.acts else None)
