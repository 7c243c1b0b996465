"""A map of visits: the states visited, with a disc in the middle of each. Drawn from outlines, no tiles."""

import functools
import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from memcon.web.drawing import svg


@functools.cache
def _world() -> Any:
    """Made by scripts/build_world.py."""
    return json.loads(Path(__file__).with_name("world.json").read_text("utf-8"))


def worldmap(
    visits: Mapping[str, int], *, label: str, name: Callable[[str], str], href: Callable[[str], str]
) -> Markup:
    """The drawing, from the number of visits by alpha-3 code."""
    world = _world()
    width, height = world["size"]
    land = [svg.element("path", d=world["rest"], class_="land")]
    land += [
        svg.element("path", d=line, class_="there" if visits.get(code) else "land")
        for code, line in world["outlines"].items()
        if line
    ]
    most = max(visits.values(), default=1)
    dots = []
    for code, n in sorted(visits.items(), key=lambda v: (-v[1], v[0])):
        if code in world["middles"]:
            x, y = world["middles"][code]
            words = f"{name(code)}: {n} visit{'' if n == 1 else 's'}"
            dot = svg.element("circle", cx=x, cy=y, r=3 + 9 * math.sqrt(n / most), class_="dot")
            dots.append(svg.titled(words, dot, href=href(code)))
    return svg.picture(label, width, height, [*land, *dots], class_="narrow-ok")


def on_the_map(code: str) -> bool:
    """Whether a party has a place on the map."""
    return code in _world()["middles"]
