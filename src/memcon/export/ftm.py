"""FollowTheMoney entities, one JSON object a line: people and their posts, parties, events, sanctions, articles.

Written by us against the schema of followthemoney 3.8, whose own reader drops unknown properties without a word.
"""

import csv
import functools
import hashlib
import json
import re
from collections.abc import Iterable
from importlib import resources
from typing import Any

from memcon.export import entrytext
from memcon.export.format import Format
from memcon.merging import Entry
from memcon.model import Participant, interval
from memcon.questions.parties import name as name_of
from memcon.record import Kept

# ISO 639-1 to 639-3, for the languages memcon reads.
_LANGUAGES = {"en": "eng", "zh": "zho", "fr": "fra"}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Entities:
    """Entities by id, each made once; values of one property are gathered, in the order they came."""

    def __init__(self) -> None:
        self.made: dict[str, dict[str, Any]] = {}

    def put(self, schema: str, key: str, **properties: Iterable[str | None]) -> str:
        """Add values to the entity of a schema and a key; returns its id."""
        name = "memcon-" + hashlib.sha1(f"{schema}:{key}".encode("utf-8", "replace")).hexdigest()
        entity = self.made.setdefault(name, {"id": name, "schema": schema, "properties": {}})
        for told, values in properties.items():
            held = entity["properties"].setdefault(told, [])
            held += [v for v in dict.fromkeys(values) if v and v not in held]
            if not held:
                del entity["properties"][told]
        return name


def entities(entries: Iterable[Entry], documents: Iterable[Kept]) -> str:
    """Everything as JSON Lines, in order of schema and id."""
    made = Entities()
    articles = {k.id: _article(made, k) for k in documents}
    for e in entries:
        _event(made, e, articles)
    listed = sorted(made.made.values(), key=lambda x: (x["schema"], x["id"]))
    return "".join(json.dumps(x, ensure_ascii=False) + "\n" for x in listed)


def _article(made: Entities, k: Kept) -> str:
    languages = [_LANGUAGES.get(tag.split("-")[0]) for tag in k.languages]
    return made.put(
        "Article", k.id, title=[k.title or k.id], sourceUrl=[_web(k.url)], publisher=[k.outlet],
        publishedAt=[_date(k.date)], language=languages,
    )  # fmt: skip


def _event(made: Entities, e: Entry, articles: dict[str, str]) -> None:
    bodies = {code: _party(made, code) for code in e.parties}
    people = [(p, _person(made, p)) for p in e.participants if p.name]
    for p, person in people:
        _mentions(made, e, p, person, articles)
    days = interval(e.date)
    place = e.place
    proof = [articles[d] for d in e.documents if d in articles]
    made.put(
        "Event", e.id, name=[entrytext.title(e)], recordId=[e.id],
        startDate=[days.first.isoformat() if days else None], endDate=[days.last.isoformat() if days else None],
        involved=[*bodies.values(), *(person for _, person in people)],
        location=[place.name if place else None], country=[alpha2(place.country) if place else None],
        keywords=[e.type, e.status, *e.topics], program=[e.mechanism], summary=[e.evidence], proof=proof,
    )  # fmt: skip
    if e.type == "sanction" and e.status == "occurred" and e.initiator:
        upon = (e.target or "").split("|")
        named = [person for p, person in people if p.party in upon]
        for target in named or [bodies[code] for code in upon if code in bodies]:
            made.put(
                "Sanction", f"{e.id} {target}", entity=[target], recordId=[e.id],
                authority=[name_of(code) for code in e.initiator.split("|")],
                country=[alpha2(code) for code in e.initiator.split("|")],
                startDate=[_date(e.date)], reason=[e.evidence],
            )  # fmt: skip


def _party(made: Entities, code: str) -> str:
    return made.put("PublicBody", code, name=[name_of(code)], country=[alpha2(code)])


def _person(made: Entities, p: Participant) -> str:
    key = p.official or f"{p.name}@{p.party}"
    known = p.official if p.official and re.fullmatch(r"Q\d+", p.official) else None
    person = made.put("Person", key, name=[p.name], country=[alpha2(p.party)], position=[p.role], wikidataId=[known])
    if p.official:
        _terms(made, p.official, person)
    return person


def _terms(made: Entities, official: str, person: str) -> None:
    """The posts that the fact tables know an official to have held."""
    from memcon.knowledge import load

    for term in load().tenures.offices_of(official):
        post = made.put("Position", f"{term.party} {term.title}", name=[term.title], country=[alpha2(term.party)])
        made.put(
            "Occupancy", f"{official} {term.party} {term.title} {term.since}", holder=[person], post=[post],
            startDate=[_date(term.since)], endDate=[_date(term.until)],
        )  # fmt: skip


def _mentions(made: Entities, e: Entry, p: Participant, person: str, articles: dict[str, str]) -> None:
    for document in e.documents:
        if document in articles:
            made.put(
                "Mention", f"{document} {person}", document=[articles[document]], name=[p.name], resolved=[person],
                detectedSchema=["Person"], contextCountry=[alpha2(p.party)],
            )  # fmt: skip


def _date(edtf: str | None) -> str | None:
    """A day, month or year; None for what is uncertain or an interval, which the schema has no way to say."""
    return edtf if edtf and _DATE.fullmatch(edtf) else None


def _web(url: str | None) -> str | None:
    return url if url and re.match(r"https?://", url) else None


def alpha2(code: str | None) -> str | None:
    """ISO 3166-1 alpha-2 in small letters, as FollowTheMoney writes countries; None for what is no country."""
    return _alpha2().get(code or "")


@functools.cache
def _alpha2() -> dict[str, str]:
    with resources.files("memcon.export").joinpath("tables/alpha2.csv").open(encoding="utf-8") as file:
        return {row["iso3"]: row["iso2"].lower() for row in csv.DictReader(file)}


FORMAT = Format(
    "ftm",
    "people, posts, events, sanctions and articles as FollowTheMoney entities",
    lambda s: entities(s.entries, s.kept),
)
