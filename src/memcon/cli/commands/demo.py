"""`memcon demo`."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli import options

if TYPE_CHECKING:
    from memcon.merging import Entry
    from memcon.questions import Record

NAME = "memcon-demo.db"


@click.command("demo")
@click.option("--record", "record", metavar="FILE", help=f"Where to keep the record.  [default: {NAME}]")
def command(record: str | None) -> None:
    """Read the sample documents that come with memcon and show what it makes of them.

    They are short texts written for memcon about real, public diplomacy. The record is made anew each time.

    \b
    Example:
      memcon demo
    """
    from memcon import read
    from memcon.questions import Record
    from memcon.samples import documents

    path = Path(record) if record else _place()
    for old in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        old.unlink(missing_ok=True)
    with Record(path) as held:
        held.add_all((d, read(d)) for d in documents())
        _told(held, str(path))


def _place() -> Path:
    """The folder at hand; a temporary one where it may not be written to."""
    return Path(NAME) if os.access(Path.cwd(), os.W_OK) else Path(tempfile.gettempdir()) / NAME


def _told(held: "Record", path: str) -> None:
    from memcon.cli import entries, screen

    counts = held.counts()
    screen.line(
        ("memcon", "bold"),
        f" read {counts['documents']} documents and found ",
        (f"{counts['events']} events", "bold"),
        f", {counts['statements']} statements, {counts['commitments']} commitments and "
        f"{counts['mechanisms']} mentions of mechanisms.",
    )
    screen.blank()
    found = held.timeline()
    entries.listed(found)
    screen.blank()
    best = striking(found)
    if best is not None:
        screen.heading("One answer with its sources", f"memcon why {best.id}")
        for source in best.sources:
            screen.quote(source.evidence, f"{source.document}", indent=2)
        screen.blank()
    option = "" if path == options.DEFAULT else f" --record {path}"
    screen.heading("Try next")
    if best is not None:
        screen.line(f"  memcon why {best.id}{option}")
    screen.line(f"  memcon timeline China USA{option}")


def striking(found: "list[Entry]") -> "Entry | None":
    """The entry told by most documents, and of those the one whose tellers differ most."""
    return max(found, key=lambda e: (len(e.documents), len(e.disagreements), len(e.participants), e.id), default=None)
