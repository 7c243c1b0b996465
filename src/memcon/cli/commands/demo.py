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
    from memcon.questions.compare import Comparison

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
    from memcon.cli import blocks, screen, wording

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
    dated = [e for e in found if e.date]
    for e in dated:
        _line(e)
    if len(dated) < len(found):
        screen.line((f"and {len(found) - len(dated)} that their documents do not date", "dim"))
    screen.line((wording.SIGNS, "dim"))
    screen.blank()
    best = striking(held, dated)
    option = "" if path == options.DEFAULT else f" --record {path}"
    if best is not None:
        screen.heading("One event, two accounts", f"memcon compare {best.entry.id}")
        _line(best.entry)
        blocks.accounts(best, quotes=False)
        topic = next((t for t in best.topics if t.who == "both"), None)
        if topic is not None:
            left = topic.left[0]
            right = next((v for v in topic.right if v.document != left.document), topic.right[0])
            for v in (left, right):
                screen.quote(v.quote, f"{v.speaker or 'the side as a whole'}, {v.document}", indent=2)
        screen.blank()
    screen.heading("Try next")
    last = best.entry.id if best else found[-1].id if found else "ENTRY"
    screen.line(f"  memcon why {last}{option}")
    screen.line(f"  memcon dossier China USA{option}")


def _line(e: "Entry") -> None:
    """An entry in a line: when, what, who, where, how many sources."""
    from memcon.cli import screen, wording

    mark, style = wording.sign(e)
    place = wording.place(e.place)
    screen.hanging(
        wording.date(e.date),
        (f"{mark} ", style),
        (wording.kind(e), "bold"),
        f"  {wording.who(e)}",
        (f"  {place}" if place else "", "dim"),
        (f"  [{len(e.documents)}]", "dim"),
        width=14,
        style="",
    )


def striking(held: "Record", found: "list[Entry]") -> "Comparison | None":
    """The event of two parties of which both sides are heard most: told by most documents, then on most topics."""
    best: tuple[tuple[int, int, int, str], Comparison] | None = None
    for e in found:
        if len(e.parties) != 2:
            continue
        compared = held.compare(e.id)
        both = sum(t.who == "both" for t in compared.topics)
        sides = len({t.who for t in compared.topics})
        rank = (min(both, 1) + sides, len(e.documents), len(compared.topics), e.id)
        if best is None or rank > best[0]:
            best = (rank, compared)
    return best[1] if best and best[1].topics else None
