"""`memcon watch`."""

import click

from memcon.cli import gathering, options
from memcon.errors import DocumentError


@click.command("watch")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option("--every", type=click.FloatRange(min=0.1), default=2.0, show_default=True, help="Seconds between looks.")
@click.option("--once", is_flag=True, help="Read what is there and end.")
@click.option("--columns", metavar="FIELD=COLUMN,...", help="Which column of a table holds what.")
@options.record
def command(folder: str, every: float, once: bool, columns: str | None, record: str) -> int:
    """Read what comes into a folder, into the record, until stopped with Ctrl-C.

    A file is read once it has stopped growing; one that changes is read again. What cannot be read is named and left.

    \b
    Example:
      memcon watch inbox/ --record memcon.db
    """
    from memcon import read
    from memcon.questions import Record
    from memcon.runners import limit
    from memcon.runners.worker import attempt
    from memcon.sources import watch

    faults = gathering.Faults()
    looks = 0

    def until() -> bool:
        nonlocal looks
        looks += 1
        return once and looks > 2

    with Record(record) as held:
        pause = 0.1 if once else every
        for found in watch(folder, every=pause, until=until, columns=gathering.column_map(columns)):
            reading = found if isinstance(found, DocumentError) else attempt(read, found, limit.SECONDS)
            if isinstance(reading, DocumentError):
                faults.tell(reading)
            elif not isinstance(found, DocumentError):
                held.add(found, reading)
                click.echo(f"{found.id}: {len(reading.events)} events", err=True)
    return 1 if faults.count else 0
