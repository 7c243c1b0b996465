"""`memcon commitments`."""

import click

from memcon.cli import options

STATUSES = ("promised", "agreed", "under_way", "delivered", "withdrawn", "overdue")


@click.command("commitments")
@click.argument("parties", nargs=-1, metavar="[PARTY [PARTY]]")
@click.option("--by", metavar="PARTY", help="Only what this party promised.")
@click.option("--to", metavar="PARTY", help="Only what was promised to this party.")
@click.option("--status", type=click.Choice(STATUSES), help="Only those that stand so.")
@options.as_of
@options.span
@options.record
@options.form
def command(
    parties: tuple[str, ...],
    by: str | None,
    to: str | None,
    status: str | None,
    as_of: str | None,
    since: str | None,
    until: str | None,
    record: str,
    form: str,
) -> None:
    """What was promised: by whom, to whom, how much, due when, and where it stands.

    The status is what texts say; only "overdue" is set by the calendar. --since and --until bound the documents' dates.

    \b
    Example:
      memcon commitments --by UK --to Ukraine
      memcon commitments --status overdue --csv
    """
    with options.opened(record) as held:
        answer = held.commitments(
            *parties, as_of=as_of or options.today(), by=by, to=to, status=status, since=since, until=until
        )
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        columns = ("by", "to", "what", "value", "currency", "due", "condition", "status", "made", "documents", "quote")
        rows = (
            {"by": u.by, "to": u.to, "what": u.what, "value": u.amount.value if u.amount else None,
             "currency": u.amount.currency if u.amount else None, "due": u.due, "condition": u.condition,
             "status": u.status, "made": u.made, "documents": u.documents, "quote": u.quotes[0][1]}
            for u in answer.undertakings
        )  # fmt: skip
        printing.as_csv(columns, rows)
    else:
        from memcon.cli import blocks, screen

        for u in answer.undertakings:
            blocks.ledger([u], (), quoted=True)
        blocks.ledger((), answer.totals)
        if not answer.undertakings:
            screen.line(("No promise of the kind is in the record.", "dim"))
