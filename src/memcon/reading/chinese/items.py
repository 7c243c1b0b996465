"""What is named in a text, and where."""

from dataclasses import dataclass
from typing import Literal

from memcon.reading.analysis import Actor

Kind = Literal["person", "office", "party", "group", "place", "date", "outlet", "literal"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something named at `start:end` of the document.

    `actors` are whom it stands for; `place` is (name, country) where it may also be a place; `group` is how many
    parties an unresolved group has, `posted` the party an envoy is sent to, `rule` what saw it.
    """

    start: int
    end: int
    kind: Kind
    actors: tuple[Actor, ...] = ()
    place: tuple[str, str | None] | None = None
    group: int = 0
    rule: str = ""
    posted: str | None = None
