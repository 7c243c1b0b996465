"""What a clause may say of an event: that it happened, is planned, was called off, turned down, or is no event."""

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from memcon.reading.analysis import Token
from memcon.reading.english.grammar import Clause


@dataclass(frozen=True, slots=True)
class Reality:
    """`status` of an event, or None where the clause gives no event at all (a wish, a condition, a denial); `cue` is
    the token that says so, if any; `refused` where the clause says that the contact was turned down; `sure` where a
    verb or a modifier settles it, not the bare mention of a noun.
    """

    status: str | None
    cue: int | None = None
    refused: bool = False
    sure: bool = False


@functools.cache
def words() -> dict[str, frozenset[str]]:
    """The lists of `status.toml`, read once."""
    raw = tomllib.loads((files(__package__) / "status.toml").read_text(encoding="utf-8"))
    return {name: frozenset(lemmas) for name, lemmas in raw.items()}


def on_the_way(clause: Clause, verb: Token) -> bool:
    """Whether a journey is told in the present progressive ("is coming to London"): it is still to come."""
    present = any(c.dep == "aux" and c.lemma == "be" and c.tag in ("VBZ", "VBP") for c in clause.children(verb.i))
    return verb.lemma in words()["moving"] and verb.tag == "VBG" and present


def coming(clause: Clause, verb: Token) -> bool:
    """Whether the verb is told of the future."""
    return any(c.dep == "aux" and c.lower in words()["future"] for c in clause.children(verb.i))
