"""The words that tell an undertaking: the lists of `commitments.toml`, and the undertaking they are read into."""

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

Status = Literal["promised", "agreed", "under_way", "delivered", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `commitments.toml`."""

    undertaking: dict[str, Status]
    nouns: frozenset[str]
    noun_verbs: frozenset[str]
    states: frozenset[str]
    giving: frozenset[str]
    acts: frozenset[str]
    provision_texts: frozenset[str]
    provision_verbs: frozenset[str]
    stative: frozenset[str]
    deeds: frozenset[str]
    ordering: frozenset[str]
    ordered: frozenset[str]
    progress: frozenset[str]
    funds: frozenset[str]
    official_funds: frozenset[str]
    deeds_named: frozenset[str]
    effects: frozenset[str]
    goods: frozenset[str]
    goods_verbs: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The lists as shipped, read once a process."""
    table = tomllib.loads(files("memcon.reading.english").joinpath("commitments.toml").read_text("utf-8"))
    undertaking: dict[str, Status] = {}
    undertaking.update(dict.fromkeys(table["undertaking"]["agreed"], "agreed"))
    undertaking.update(dict.fromkeys(table["undertaking"]["promised"], "promised"))
    return Lexicon(
        undertaking=undertaking,
        nouns=frozenset(table["nouns"]["words"]),
        noun_verbs=frozenset(table["nouns"]["verbs"]),
        states=frozenset(table["states"]["words"]),
        giving=frozenset(table["giving"]["words"]),
        acts=frozenset(table["acts"]["words"]),
        provision_texts=frozenset(table["provisions"]["texts"]),
        provision_verbs=frozenset(table["provisions"]["verbs"]),
        stative=frozenset(table["stative"]["words"]),
        deeds=frozenset(table["deeds"]["words"]),
        ordering=frozenset(table["ordering"]["verbs"]),
        ordered=frozenset(table["ordering"]["people"]),
        progress=frozenset(table["progress"]["words"]),
        funds=frozenset(table["funds"]["words"]),
        official_funds=frozenset(table["funds"]["official"]),
        deeds_named=frozenset(table["things"]["words"]),
        effects=frozenset(table["effects"]["words"]),
        goods=frozenset(table["goods"]["words"]),
        goods_verbs=frozenset(table["goods"]["verbs"]),
    )


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A verb or noun that binds `by`: its words are tokens `first` to `last`, its content starts at token `what`."""

    by: str
    first: int
    last: int
    what: int
    status: Status
    rule: str
