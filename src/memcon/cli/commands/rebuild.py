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

    A damaged record is made anew from the documents and readings in it that are whole; the damaged file is kept.

    \b
    Example:
      memcon rebuild --reread
      memcon rebuild --from record.jsonl --record again.db
    """
    from memcon.errors import RecordDamaged

    try:
        with _filled(source, record) if source else options.opened(record) as held:
            held.store.look_through()
            count = held.rebuild(reread=reread)
    except RecordDamaged as error:
        click.echo(f"{error}.", err=True)
        count = _saved(record)
        if reread:
            with options.opened(record) as held:
                count = held.rebuild(reread=True)
    click.echo(f"{count:,} entr{'y' if count == 1 else 'ies'} made anew in {options.named(record)}.")


def _saved(record: str) -> int:
    """Make a damaged record anew from what is whole in it; the number of its entries."""
    from memcon.record import saving

    saved = saving.save(Path(record))
    click.echo(f"{saved.documents:,} documents restored; the damaged file is kept as {saved.kept_as}.", err=True)
    if saved.lost:
        listed = ", ".join(saved.lost[:20]) + (", ..." if len(saved.lost) > 20 else "")
        click.echo(f"Lost with their readings, to be read again: {listed}.", err=True)
    return saved.entries


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
