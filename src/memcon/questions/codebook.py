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


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office: what it is, and an example of a title that tells it."""

    kind: str
    description: str
    example: str


@functools.cache
def event_types() -> tuple[EventType, ...]:
    """All types of event, in the order of the table."""
    held = _table("events")
    return tuple(msgspec.convert({"name": name, **row}, EventType) for name, row in held.items())


@functools.cache
def topics() -> tuple[Topic, ...]:
    """All topics, in the order of the table."""
    return tuple(msgspec.convert(row, Topic) for row in _table("topics")["topics"])


@functools.cache
def offices() -> tuple[Office, ...]:
    """All offices, in the order of the table: where a title fits several, the first is meant."""
    return tuple(msgspec.convert(row, Office) for row in _table("tables/offices", "memcon.knowledge")["office"])


def _table(name: str, package: str = "memcon.reading") -> dict[str, Any]:
    return tomllib.loads(resources.files(package).joinpath(f"{name}.toml").read_text("utf-8"))
