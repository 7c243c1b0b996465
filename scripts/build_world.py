"""Build the outlines of the map of visits from the files of the npm package world-atlas 2.0.2.

    python scripts/build_world.py WORLD_ATLAS_DIR [--out src/memcon/web/drawing/world.json]

Outlines come from countries-110m.json, the middles of states (small ones too) from countries-50m.json, both made from
Natural Earth (public domain). Drawn in the Natural Earth projection, 1000 wide, to whole units. Deterministic.
"""

import argparse
import itertools
import json
import math
from pathlib import Path
from typing import Any

from memcon.errors import NotInRecord
from memcon.questions import parties

WIDTH, SOUTH, NORTH = 1000.0, -58.0, 84.0
LEFT_OUT = {"Antarctica", "Fr. S. Antarctic Lands"}
# What the atlas shortens, or draws apart without a code of its own; None is drawn but no party.
CALLED = {
    "Dem. Rep. Congo": "COD", "Congo": "COG", "W. Sahara": "ESH", "Dominican Rep.": "DOM", "Falkland Is.": "FLK",
    "Central African Rep.": "CAF", "Eq. Guinea": "GNQ", "eSwatini": "SWZ", "Solomon Is.": "SLB", "N. Cyprus": None,
    "Somaliland": None, "Bosnia and Herz.": "BIH", "Macedonia": "MKD", "S. Sudan": "SSD", "Taiwan": "TWN",
    "Kosovo": "XKX", "Palestine": "PSE", "Georgia": "GEO", "Hong Kong": "HKG", "Macao": "MAC", "Vatican": "VAT",
}  # fmt: skip

Point = tuple[float, float]
Ring = list[Point]


def projected(lon: float, lat: float) -> Point:
    """Natural Earth projection (Savric and others 2011), scaled so that the equator is `WIDTH` wide."""
    p = math.radians(lat)
    p2 = p * p
    p4 = p2 * p2
    x = math.radians(lon) * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = p * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    scale = WIDTH / (2 * math.pi * 0.8707)
    return x * scale + WIDTH / 2, -y * scale


def arcs(atlas: dict[str, Any]) -> list[Ring]:
    """The arcs of a topology as points of longitude and latitude."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        ring: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((x * sx + tx, y * sy + ty))
        found.append(ring)
    return found


def rings(geometry: dict[str, Any], held: list[Ring]) -> list[Ring]:
    """The outer rings of a country."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    found = []
    for polygon in polygons:
        ring: Ring = []
        for i in polygon[0]:
            ring += (held[i] if i >= 0 else held[~i][::-1])[1 if ring else 0 :]
        found.append(ring)
    return found


def area(ring: Ring) -> float:
    """Twice the area a ring of drawn points encloses."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)))


def middle(ring: Ring) -> Point:
    """The centroid of a ring; of a speck, its first point."""
    cross = [(a[0] * b[1] - b[0] * a[1], a, b) for a, b in zip(ring, ring[1:] + ring[:1], strict=True)]
    whole = sum(c for c, _, _ in cross)
    if abs(whole) < 1e-9:
        return ring[0]
    x = sum(c * (a[0] + b[0]) for c, a, b in cross) / (3 * whole)
    y = sum(c * (a[1] + b[1]) for c, a, b in cross) / (3 * whole)
    return x, y


def code(name: str) -> str | None:
    """The party of a country of the atlas."""
    if name in CALLED:
        return CALLED[name]
    try:
        return parties.code(name)
    except NotInRecord:
        return None


def unbroken(ring: Ring) -> Ring:
    """A ring that crosses the date line, carried on beyond it."""
    crosses = max(lon for lon, _ in ring) - min(lon for lon, _ in ring) > 180
    return [(lon + 360 if crosses and lon < 0 else lon, lat) for lon, lat in ring]


def drawn(geometry: dict[str, Any], held: list[Ring], top: float) -> list[Ring]:
    """A country's rings as drawn."""
    found = []
    for ring in rings(geometry, held):
        points = [projected(lon, min(max(lat, SOUTH), NORTH)) for lon, lat in unbroken(ring)]
        found.append([(x, y - top) for x, y in points])
    return found


def path(ring: Ring) -> str:
    """A ring in the words of SVG, in whole units."""
    points: list[tuple[int, int]] = []
    for x, y in ring:
        at = (round(x), round(y))
        if not points or at != points[-1]:
            points.append(at)
    if len(points) < 4:
        return ""
    words = [f"M{points[0][0]} {points[0][1]}"]
    for (ax, ay), (bx, by) in itertools.pairwise(points[:-1]):
        words.append(f"l{bx - ax} {by - ay}".replace(" -", "-"))
    return "".join(words) + "z"


def main() -> None:
    """Write the outlines and middles."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/memcon/web/drawing/world.json"))
    asked = parser.parse_args()
    coarse = json.loads((asked.folder / "countries-110m.json").read_text())
    fine = json.loads((asked.folder / "countries-50m.json").read_text())
    top = projected(0, NORTH)[1]
    outlines: dict[str, str] = {}
    rest = ""
    for g in coarse["objects"]["countries"]["geometries"]:
        if g["properties"]["name"] not in LEFT_OUT:
            line = "".join(path(r) for r in drawn(g, arcs(coarse), top))
            party = code(g["properties"]["name"])
            if party:
                outlines[party] = outlines.get(party, "") + line
            else:
                rest += line
    middles = {}
    for g in fine["objects"]["countries"]["geometries"]:
        party = code(g["properties"]["name"])
        if party and g["properties"]["name"] not in LEFT_OUT and g.get("arcs"):
            x, y = middle(max(drawn(g, arcs(fine), top), key=area))
            middles[party] = [round(x), round(y)]
    made = {
        "size": [round(WIDTH), round(projected(0, SOUTH)[1] - top)],
        "outlines": dict(sorted(outlines.items())),
        "rest": rest,
        "middles": dict(sorted(middles.items())),
    }
    asked.out.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
