"""Entries as lines on a screen and as rows of CSV: shared by the commands that list them."""

from collections.abc import Iterable

from memcon.cli import printing, screen, wording
from memcon.export.entryrows import COLUMNS, row
from memcon.merging import Entry, as_event


def printed(entries: list[Entry], form: str) -> None:
    """The entries in the form asked for."""
    if form == "json":
        printing.as_json([as_event(e) for e in entries])
    elif form == "csv":
        printing.as_csv(COLUMNS, (row(e) for e in entries))
    else:
        listed(entries)


def listed(entries: Iterable[Entry]) -> None:
    """Two lines an entry, a heading a year."""
    year = None
    for entry in entries:
        this = (entry.date or "")[:4] or "Undated"
        if this != year:
            if year is not None:
                screen.blank()
            screen.heading(this)
            year = this
        one(entry, under=this)


def one(entry: Entry, under: str | None = None) -> None:
    """One entry: when and what and who; then where, how well sourced, and its id. The year it stands `under` is not
    told again.
    """
    mark, style = wording.sign(entry)
    when = wording.date(entry.date)
    when = when.removesuffix(f" {under}") if entry.date and "/" not in entry.date else when
    screen.hanging(
        when,
        (f"{mark} ", style),
        (wording.kind(entry), "bold"),
        "  ",
        wording.who(entry),
        width=15,
        style="",
    )
    notes = [
        wording.place(entry.place),
        entry.mechanism or "",
        f"said to be the first in {wording.duration(entry.first_since)}" if entry.first_since else "",
        "" if entry.state == "machine" else entry.state,
        wording.sources(entry),
        f"sources differ on {', '.join(entry.disagreements)}" if entry.disagreements else "",
    ]
    screen.hanging("", (" · ".join(n for n in notes if n), "dim"), width=17)
    screen.hanging("", (entry.id, "blue"), width=17)
