"""`memcon mechanisms`."""

import click

from memcon.cli import options


@click.command("mechanisms")
@click.argument("parties", nargs=-1, metavar="[PARTY [PARTY]]")
@click.option("--name", metavar="WORDS", help="Only those with these words in the name.")
@options.as_of
@options.span
@options.record
@options.form
def command(
    parties: tuple[str, ...],
    name: str | None,
    as_of: str | None,
    since: str | None,
    until: str | None,
    record: str,
    form: str,
) -> None:
    """Dialogues, agreements and plans: last round, cadence stated or observed, next due, overdue, suspended, run out.

    \b
    Example:
      memcon mechanisms UK USA
      memcon mechanisms --name "strategic dialogue" --as-of 2025-12-31
    """
    with options.opened(record) as held:
        answer = held.mechanisms(*parties, as_of=as_of or options.today(), name=name, since=since, until=until)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        columns = ("name", "parties", "state", "established", "period", "cadence", "observed", "last", "next_due",
                   "basis", "documents")  # fmt: skip
        rows = (
            {"name": m.name, "parties": m.parties, "state": m.state, "established": m.established, "period": m.period,
             "cadence": m.cadence, "observed": m.observed, "next_due": m.next_due, "basis": m.basis,
             "last": next((r.date for r in reversed(m.rounds) if r.status == "held"), None), "documents": m.documents}
            for m in answer
        )  # fmt: skip
        printing.as_csv(columns, rows)
    else:
        from memcon.cli import blocks, screen

        for life in answer:
            blocks.life(life)
        if not answer:
            screen.line(("No mechanism of the kind is in the record.", "dim"))
