"""`memcon rebuild`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli import options

if TYPE_CHECKING:
    from memcon.questions import Record


@click.command("rebuild")
@click.option("--reread", is_flag=True, help="Read every document anew first, with the reader at hand.")
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Take in what `memcon export jsonl` wrote first; makes the record if need be.",
)
@options.record
def command(reread: bool, source: str | None, record: str) -> None:
    """Make every entry anew from what was read and decided. Decisions, documents and the log stay.

    \b
    Example:
      memcon rebuild --reread
      memcon rebuild --from record.jsonl --record again.db
    """
    with _filled(source, record) if source else options.opened(record) as held:
        count = held.rebuild(reread=reread)
    click.echo(f"{count:,} entr{'y' if count == 1 else 'ies'} made anew in {options.named(record)}.")


def _filled(source: str, record: str) -> "Record":
    """The record, with all that a file of an export holds taken in."""
    from memcon.export.jsonlines import restore
    from memcon.questions import Record

    with Path(source).open("rb") as file:
        held = Record(record)
        try:
            restore(held, file)
        except BaseException:
            held.close()
            raise
    return held
