"""Dated events that other texts refer to: "the invasion", "when Pelosi visited Taiwan"; they date the pages that do.

A short chronology of what nearly every later report may mention in passing. Each event has the lemmas that tell it
(`heads`) and groups of words of which one each must stand in the same sentence.
"""

import functools
from collections.abc import Collection
from typing import NamedTuple

from memcon.knowledge.tables import rows
from memcon.model import Interval, interval


class Landmark(NamedTuple):
    """A known event: `heads` are lemmas of the verb or noun that tells it, `words` groups of which each is needed."""

    days: Interval
    name: str
    heads: frozenset[str]
    words: tuple[frozenset[str], ...]

    def told(self, lemmas: Collection[str], text: str) -> bool:
        """Whether a sentence with these lemmas (lower case) and this text (lower case, padded with spaces) tells it."""
        return not self.heads.isdisjoint(lemmas) and all(any(f" {w}" in text for w in group) for group in self.words)


@functools.cache
def load() -> tuple[Landmark, ...]:
    """The shipped chronology, oldest first."""
    found = []
    for date, name, heads, words in rows("landmarks"):
        days = interval(date)
        if days is None:
            raise ValueError(f"landmarks.csv: {date!r} is no date")
        groups = tuple(frozenset(group.split("|")) for group in words.split(";"))
        found.append(Landmark(days, name, frozenset(heads.split("|")), groups))
    return tuple(found)
