"""Known dialogues, treaties, agreements, partnerships and action plans."""

from typing import NamedTuple

from memcon.knowledge.tables import rows, split


class KnownMechanism(NamedTuple):
    """A mechanism: `parties` are codes; `established` is EDTF or empty; `cadence` a word ("annual") or empty."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    parties: tuple[str, ...]
    established: str
    cadence: str


def load() -> tuple[KnownMechanism, ...]:
    """The mechanisms of the shipped table."""
    return tuple(KnownMechanism(n, split(a), k, split(p), e, c) for n, a, k, p, e, c in rows("mechanisms"))
