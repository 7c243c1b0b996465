"""The word lists of the finders of actors, read once from `actors.toml` and the tables of offices."""

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from memcon.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Sets of lower-case words; see `actors.toml` for what each is for."""

    strong: frozenset[str]
    weak: frozenset[str]
    honour: frozenset[str]
    heads: frozenset[str]
    modifiers: frozenset[str]
    sent_to: frozenset[str]
    ranks: frozenset[str]
    capital_only: frozenset[str]
    former: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    body_nouns: frozenset[str]
    body_persons: frozenset[str]
    of_party: frozenset[str]
    group_people: frozenset[str]
    group_parties: frozenset[str]
    numbers: dict[str, int]
    place_before: frozenset[str]
    contact: frozenset[str]
    addressed: frozenset[str]
    place_nouns: frozenset[str]


@functools.cache
def words(knowledge: Knowledge) -> ActorWords:
    """The lists, as sets."""
    table = tomllib.loads((files(__package__) / "actors.toml").read_text(encoding="utf-8"))
    title, names, bodies, groups, places = (table[k] for k in ("title", "names", "bodies", "groups", "places"))
    offices = knowledge.offices
    return ActorWords(
        strong=offices.strong,
        weak=offices.weak,
        honour=offices.honour,
        heads=offices.strong | offices.weak,
        modifiers=frozenset(title["modifiers"]),
        sent_to=frozenset(title["sent_to"]),
        ranks=frozenset(title["ranks"]),
        capital_only=frozenset(title["capital_only"]),
        former=frozenset(title["former"]),
        never=frozenset(names["never"]),
        openers=frozenset(names["openers"]),
        particles=frozenset(names["particles"]),
        body_nouns=frozenset(bodies["nouns"]),
        body_persons=frozenset(bodies["persons"]),
        of_party=frozenset(bodies["of_party"]),
        group_people=frozenset(groups["people"]),
        group_parties=frozenset(groups["parties"]),
        numbers=dict(groups["numbers"]),
        place_before=frozenset(places["before"]),
        contact=frozenset(places["contact"]),
        addressed=frozenset(places["addressed"]),
        place_nouns=frozenset(places["nouns"]),
    )
