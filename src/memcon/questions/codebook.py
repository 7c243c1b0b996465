"""The codebook: what each type of event, topic and office means, from the same tables the reading uses."""

import functools
import tomllib
from importlib import resources
from typing import Any

import msgspec


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """A type of event: what it is, how to decide, an example, what it is not, and its place in two older codebooks."""

    name: str
    definition: str
    rule: str
    example: str
    near_misses: tuple[str, ...]
    plover: str
    cameo: str


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic and the words it is known by; a final `*` stands for any ending."""

    name: str
    description: str
    words: tuple[str, ...]


@functools.cache
def event_types() -> tuple[EventType, ...]:
    """All types of event, in the order of the table."""
    held = _table("events")
    return tuple(msgspec.convert({"name": name, **row}, EventType) for name, row in held.items())


@functools.cache
def topics() -> tuple[Topic, ...]:
    """All topics, in the order of the table."""
    return tuple(msgspec.convert(row, Topic) for row in _table("topics")["topics"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("memcon.reading").joinpath(f"{name}.toml").read_text("utf-8"))
