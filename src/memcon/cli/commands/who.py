"""`memcon who`."""

import click

from memcon.cli import options


@click.command("who")
@click.argument("party")
@click.argument("office")
@click.argument("date")
@options.record
@options.form
def command(party: str, office: str, date: str, record: str, form: str) -> None:
    """Who held an OFFICE of a PARTY on a DATE: what the tables know, and what documents say.

    \b
    Example:
      memcon who China "defence minister" 2023-05
      memcon who UK foreign_minister 2024-09-10
    """
    with options.tables_or_record(record) as held:
        answer = held.who(party, office, date)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        columns = ("person", "party", "office", "title", "since", "until", "sure", "source", "quote")
        printing.as_csv(columns, ({c: getattr(t, c) for c in columns} for t in answer))
    else:
        from memcon.cli import blocks

        for t in answer:
            blocks.term(t)
