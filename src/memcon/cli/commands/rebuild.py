"""`memcon rebuild`."""

import click

from memcon.cli import options


@click.command("rebuild")
@click.option("--reread", is_flag=True, help="Read every document anew first, with the reader at hand.")
@options.record
def command(reread: bool, record: str) -> None:
    """Make every entry anew from what was read and decided. Decisions, documents and the log stay.

    \b
    Example:
      memcon rebuild --reread
    """
    with options.opened(record) as held:
        count = held.rebuild(reread=reread)
    click.echo(f"{count:,} entr{'y' if count == 1 else 'ies'} made anew in {options.named(record)}.")
