"""The word lists of `triggers.toml`, ready for look-up by lemma."""

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

RECEIVING = frozenset({"meet", "receive", "get", "draw"})  # what a request does that gets an answer, or silence


@dataclass(frozen=True, slots=True)
class Sense:
    """One entry of the word lists."""

    type: str
    frame: str
    rule: str
    weak: bool
    prepositions: frozenset[str]
    particles: frozenset[str]
    modifiers: frozenset[str]
    of: frozenset[str]
    to: frozenset[str]
    objects: frozenset[str]
    bare: bool
    carried: bool
    sided: bool
    owned: bool
    kept_from: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """A verb with an object of a certain kind. `last_words` are the last words of nouns of two words."""

    type: str
    frame: str
    rule: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    last_words: frozenset[str]
    modifiers: frozenset[str]
    needs: str | None


@dataclass(frozen=True, slots=True)
class Idiom:
    """A turn of phrase that stands for verbs: `words` are the words behind its verb, `means` those verbs."""

    words: tuple[str, ...]
    means: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists, ready for look-up by lemma; of several senses of a word, the first that fits holds. `acts_of`
    holds the places in `acts` of a verb's acts, `act_verbs` those verbs without their particles and those of `idioms`;
    `unanswering` are the verbs that may tell of a request without an answer.
    """

    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    acts: tuple[Act, ...]
    acts_of: dict[str, tuple[int, ...]]
    act_verbs: frozenset[str]
    idioms: dict[str, tuple[Idiom, ...]]
    carriers: frozenset[str]
    contact: frozenset[str]
    games: frozenset[str]
    modifiers: dict[str, frozenset[str]]
    silence: dict[str, frozenset[str]]
    unanswering: frozenset[str]
    orders: dict[str, frozenset[str]]
    gates: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that speaks of an event.

    `head` indexes the word itself; `carrier` the verb that carries a noun ("hold" talks) or acts on it ("suspend"
    talks); `frame` tells how its participants are read (see `triggers.toml`); `status` is set where the word settles
    it.
    """

    type: str
    frame: str
    head: int
    carrier: int | None
    rule: str
    weak: bool = False
    status: str | None = None


def _sense(kind: str, lemma: str, entry: dict[str, Any]) -> Sense:
    return Sense(
        type=entry["type"],
        frame=entry["frame"],
        rule=f"{kind}:{lemma}",
        weak=entry.get("weak", False),
        prepositions=frozenset(entry.get("prepositions", ())),
        particles=frozenset(entry.get("particles", ())),
        modifiers=frozenset(entry.get("modifiers", ())),
        of=frozenset(entry.get("of", ())),
        to=frozenset(entry.get("to", ())),
        objects=frozenset(entry.get("objects", ())),
        bare=entry.get("bare", False),
        carried=entry.get("carried", False),
        sided=entry.get("sided", False),
        owned=entry.get("owned", False),
        kept_from=frozenset(entry.get("from", ())),
    )


def _idioms(entries: list[dict[str, Any]]) -> dict[str, tuple[Idiom, ...]]:
    found: dict[str, list[Idiom]] = {}
    for entry in entries:
        for verb in entry["verbs"]:
            told = (Idiom(tuple(words.split()), frozenset(entry["means"])) for words in entry["words"])
            found.setdefault(verb, []).extend(told)
    return {verb: tuple(several) for verb, several in found.items()}


@functools.cache
def lexicon() -> Lexicon:
    """The word lists of `triggers.toml`, read once."""
    raw = tomllib.loads((files(__package__) / "triggers.toml").read_text(encoding="utf-8"))

    def senses(kind: str) -> dict[str, tuple[Sense, ...]]:
        found: dict[str, list[Sense]] = {}
        for entry in raw[kind]:
            for lemma in entry["lemmas"]:
                found.setdefault(lemma, []).append(_sense(kind, lemma, entry))
        return {lemma: tuple(several) for lemma, several in found.items()}

    def table(name: str) -> dict[str, frozenset[str]]:
        return {part: frozenset(words) for part, words in raw[name].items()}

    acts = tuple(
        Act(
            type=entry["type"],
            frame=entry["frame"],
            rule=f"act:{entry['type']}",
            verbs=frozenset(entry["verbs"]),
            nouns=frozenset(entry["nouns"]),
            last_words=frozenset(n.split()[-1] for n in entry["nouns"] if " " in n),
            modifiers=frozenset(entry.get("modifiers", ())),
            needs=entry.get("needs"),
        )
        for entry in raw["act"]
    )
    acts_of: dict[str, tuple[int, ...]] = {}
    for place, act in enumerate(acts):
        for verb in sorted(act.verbs):
            acts_of[verb] = (*acts_of.get(verb, ()), place)
    silence = table("silence")
    idioms = _idioms(raw["idiom"])
    return Lexicon(
        verbs=senses("verb"),
        nouns=senses("noun"),
        acts=acts,
        acts_of=acts_of,
        act_verbs=frozenset((*(verb.split()[0] for verb in acts_of), *idioms)),
        idioms=idioms,
        carriers=frozenset(raw["carriers"]["hold"]),
        contact=frozenset(raw["contact"]["words"]),
        games=frozenset(raw["games"]["words"]),
        modifiers=table("modifiers"),
        silence=silence,
        unanswering=RECEIVING | silence["staying"] | silence["verbs"] | {v.split()[0] for v in silence["picking"]},
        orders=table("orders"),
        gates=table("gates"),
    )
