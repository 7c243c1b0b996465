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
    """What new documents and decisions changed in the record SINCE a day or time (UTC, ISO 8601).

    \b
    Example:
      memcon changes 2024-09-10
      memcon changes 2024-09-10T08:00:00Z --json
    """
    with options.opened(record) as held:
        answer = held.changes(since or begin, until)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        columns = ("number", "at", "kind", "entry", "document", "note")
        printing.as_csv(columns, ({c: getattr(r, c) for c in columns} for r in answer))
    else:
        from memcon.cli import screen

        for c in answer:
            screen.hanging(c.kind, f"{c.entry or c.document or ''}  ", (c.note, "dim"), (f"  {c.at}", "dim"), width=8)
        if not answer:
            screen.line(("Nothing changed.", "dim"))
