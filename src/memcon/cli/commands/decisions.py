"""`memcon decisions`."""

import click

from memcon.cli import options


@click.command("decisions")
@options.record
@options.form
def command(record: str, form: str) -> None:
    """What analysts decided, in order: kind, entries, reason, author, and whether it was undone.

    \b
    Example:
      memcon decisions --csv
    """
    with options.opened(record) as held:
        answer = held.decisions()
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        columns = ("number", "at", "author", "kind", "entries", "reason", "documents", "undone_at", "undone_by")
        printing.as_csv(columns, ({c: getattr(d, c) for c in columns} for d in answer))
    else:
        from memcon.cli import screen
        from memcon.cli.commands.why import plain

        for d in answer:
            undone = f"  undone {d.undone_at[:10]} by {d.undone_by}" if d.undone_at else ""
            values = "  ".join(f"{k} = {plain(k, v) if isinstance(v, str | dict) else v}" for k, v in d.values.items())
            screen.hanging(
                str(d.number), (d.kind, "bold"), f" {', '.join(d.entries)}  {values}", (undone, "yellow"), width=4
            )
            screen.line((f"{d.reason} — {d.author}, {d.at[:10]}", "dim"), indent=5)
        if not answer:
            screen.line(("No decision has been made.", "dim"))
