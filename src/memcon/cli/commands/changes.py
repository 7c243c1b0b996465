"""`memcon changes`."""

import click

from memcon.cli import options


@click.command("changes")
@click.argument("since", required=False)
@click.option("--since", "begin", metavar="TIME", help="The same as SINCE.")
@click.option("--until", metavar="TIME", help="Up to this day or time, UTC.")
@options.record
@options.form
def command(since: str | None, begin: str | None, until: str | None, record: str, form: str) -> None:
    """What new documents and decisions changed in the record SINCE a day or time.

    Times are UTC, as ISO 8601 has them; today and yesterday are understood.

    \b
    Example:
      memcon changes yesterday
      memcon changes 2024-09-10T08:00:00Z --json
    """
    with options.opened(record) as held:
        answer = held.changes(options.time(since or begin), options.time(until))
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        columns = ("number", "at", "kind", "entry", "document", "note")
        printing.as_csv(columns, ({c: getattr(r, c) for c in columns} for r in answer))
    else:
        from memcon.cli import screen, wording

        at = None
        for c in answer:
            if c.at[:16] != at:  # to the minute
                if at is not None:
                    screen.blank()
                screen.heading(f"{wording.date(c.at[:10])}, {c.at[11:16]} UTC")
                at = c.at[:16]
            screen.hanging(c.kind, f"{c.entry or c.document or ''}  ", (wording.note(c.note), "dim"), width=8)
        if not answer:
            screen.line(("Nothing changed.", "dim"))
