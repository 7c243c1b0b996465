"""Wording for the screen: that of the questions, so that pages and terminal say the same."""

from memcon.questions.wording import (
    SIGNS,
    amount,
    date,
    duration,
    followed,
    kind,
    note,
    people,
    person,
    place,
    sign,
    sources,
    value,
    who,
)

__all__ = [
    "SIGNS",
    "amount",
    "date",
    "duration",
    "followed",
    "kind",
    "note",
    "people",
    "person",
    "place",
    "sign",
    "sources",
    "value",
    "who",
]
