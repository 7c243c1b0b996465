"""One mention of an event, before the mentions of a document are made into entries."""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.reading.analysis import Actor

CONTACTS = frozenset({"meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter"})
CALLS = frozenset({"phone_call", "video_call"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention of an event; positions count characters of the document.

    `sides` are its actors in order. `dated` is where the date stands, None where it was carried from another sentence;
    `recalls` tells one's own envoy called back from others' expelled;
    `invited` marks a visit that its visitor is only asked or sent to make, `named` a round told by its number or
    as that of a standing mechanism.
    """

    type: str
    status: str
    sides: tuple[Actor, ...]
    sentence: int
    passage: int
    kind: str
    start: int
    end: int
    word: tuple[int, int]
    rule: str
    initiator: str | None = None
    target: str | None = None
    date: str | None = None
    dated: tuple[int, int] | None = None
    place: tuple[str | None, str | None] | None = None
    placed: tuple[int, int] | None = None
    mechanism: str | None = None
    invited: bool = False
    named: bool = False
    recalls: bool = False

    @property
    def parties(self) -> frozenset[str]:
        """The codes of all sides."""
        return codes(self.sides)

    @property
    def people(self) -> frozenset[str]:
        """The names of all persons."""
        return frozenset(a.name for a in self.sides if a.name)


def codes(actors: Iterable[Actor]) -> frozenset[str]:
    """The party codes of actors; a joint act's two codes count each."""
    return frozenset(c for a in actors for c in (a.party or "").split("|") if c)


def once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once, in order: a bare party or an office gives way to its persons, a bare party to its offices."""
    told = list(actors)
    with_name = {a.party for a in told if a.name}
    with_office = {a.party for a in told if a.role and not a.name}
    seen: set[tuple[str | None, ...]] = set()
    kept = []
    for a in told:
        if not a.name and (a.party is None or a.party in with_name or (not a.role and a.party in with_office)):
            continue
        key = (a.name,) if a.name else (None, a.role, a.party)
        if key not in seen:
            seen.add(key)
            kept.append(a)
    return tuple(kept)
