"""The codebook: event types, topics and offices, from the tables that the reading and the fact tables use."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

INTRODUCTION = """\
# Codebook

How events are told apart: the definition of each type, the rule that decides, an example, and near misses that are
*not* of the type. Root and mode place it in PLOVER (Open Event Data Alliance), the code in CAMEO (Schrodt 2012), so
that exports can be compared with other event data.

This page is generated from the tables that the reading itself uses (`make generate`).

What holds for all types:

- One entry an interaction, however often a text mentions it. Background interactions count when the text says who, and
  roughly when or where.
- Only what the document says. A date the text cannot give is empty; an uncertain one is an interval.
- The initiator is the party that acted, went, asked, imposed, summoned or refused; for a request left unanswered the
  one who asked. It is empty for mutual meetings. The target is the party it went to or acted on.
- Postponed counts as cancelled; announced and not yet done as planned.
"""


def _event_type(name: str, entry: Mapping[str, Any]) -> Iterator[str]:
    root, _, mode = entry["plover"].partition("/")
    yield f"## `{name}`"
    yield f"{entry['definition']}"
    rows = [
        f"Rule\n: {entry['rule']}",
        f"Example\n: *{entry['example']}*",
        f"Not this\n: {'; '.join(entry['near_misses'])}",
        f"PLOVER\n: root `{root}`" + (f", mode `{mode}`" if mode else ""),
        f"CAMEO\n: code `{entry['cameo']}`",
    ]
    yield from rows


TOPICS = """\
## Topics

What a statement, a commitment or an event can be about. A topic is told by its words, whole and in any case; a `*`
stands for any ending. Words in Chinese are matched as they stand."""

OFFICES = """\
## Offices

An office is told from the words of a title. Where a title fits several, the first of this list is meant: special
wordings stand before general ones. Any other title is kept as it stands, as the office `other`."""


def _cell(words: str) -> str:
    """Words within a table: a bar would end the cell, a star begin italics."""
    return words.replace("|", "\\|").replace("*", "\\*")


def _topics(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield TOPICS
    told = (f"| {r['name']} | {_cell(r['description'])} | {_cell(', '.join(r['words']))} |" for r in rows)
    yield "\n".join(("| topic | what belongs to it | words that tell it |", "|---|---|---|", *told))


def _offices(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield OFFICES
    told = (f"| `{r['kind']}` | {_cell(r['description'])} | *{_cell(r['example'])}* | {_words(r)} |" for r in rows)
    yield "\n".join(("| office | what it is | example | titles that tell it |", "|---|---|---|---|", *told))


def _words(office: Mapping[str, Any]) -> str:
    """Heads and subjects that make a title together, then titles as they stand, then the parties they hold for."""
    parts = []
    if office.get("heads"):
        parts.append(f"{', '.join(office['heads'])} with {', '.join(office['topics'])}")
    if office.get("titles"):
        parts.append(", ".join(office["titles"]))
    named = [code for code in office.get("parties", ()) if code]
    if named:
        parts.append(f"of {', '.join(named)}")
    return _cell("; ".join(parts))


def page(package: Path) -> str:
    """The page in MyST Markdown. `package` is the folder of memcon's modules."""
    types = _table(package / "reading" / "events.toml")
    blocks = [INTRODUCTION.rstrip()]
    for name, entry in types.items():
        blocks += _event_type(name, entry)
    blocks += _topics(_table(package / "reading" / "topics.toml")["topics"])
    blocks += _offices(_table(package / "knowledge" / "tables" / "offices.toml")["office"])
    return "\n\n".join(blocks) + "\n"


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
