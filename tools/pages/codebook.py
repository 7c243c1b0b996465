"""The codebook: what each event type is and how to decide, from `reading/events.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
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


def page(package: Path) -> str:
    """The page in MyST Markdown. `package` is the folder of memcon's modules."""
    types = tomllib.loads((package / "reading" / "events.toml").read_text(encoding="utf-8"))
    blocks = [INTRODUCTION.rstrip()]
    for name, entry in types.items():
        blocks += _event_type(name, entry)
    return "\n\n".join(blocks) + "\n"
