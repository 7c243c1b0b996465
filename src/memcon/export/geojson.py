"""GeoJSON (RFC 7946): each entry a feature, a point where its city is known.

A country alone is no point: such an entry has no geometry, as the standard allows, and its `country` tells where.
"""

import csv
import functools
import json
from collections.abc import Iterable
from importlib import resources

from memcon.export import entrytext
from memcon.export.format import Format
from memcon.merging import Entry
from memcon.model import Place


def collection(entries: Iterable[Entry]) -> str:
    """A FeatureCollection of the entries; positions are longitude and latitude, WGS 84, of the city's middle."""
    features = []
    for e in entries:
        point = position(e.place)
        told = {
            "title": entrytext.title(e),
            "date": e.date,
            "type": e.type,
            "status": e.status,
            "parties": list(e.parties),
            "place": e.place.name if e.place else None,
            "country": e.place.country if e.place else None,
            "documents": list(e.documents),
            "evidence": e.evidence,
        }
        geometry = {"type": "Point", "coordinates": list(point)} if point else None
        features.append({"type": "Feature", "id": e.id, "geometry": geometry, "properties": told})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def position(place: Place | None) -> tuple[float, float] | None:
    """Longitude and latitude of the city a place names, by any name the tables know; None for all else."""
    if place is None or not place.name:
        return None
    from memcon.knowledge import load

    known = load().places.lookup(place.name)
    name = known.name if known else place.name
    country = place.country or (known.country if known else None)
    return _positions().get((name, country or ""))


@functools.cache
def _positions() -> dict[tuple[str, str], tuple[float, float]]:
    """From GeoNames, made by scripts/build_coordinates.py."""
    with resources.files("memcon.export").joinpath("tables/coordinates.csv").open(encoding="utf-8") as file:
        return {(r["name"], r["country"]): (float(r["longitude"]), float(r["latitude"])) for r in csv.DictReader(file)}


FORMAT = Format("geojson", "events on the map, at the cities they took place in", lambda s: collection(s.entries))
