"""`memcon claims`."""

import click

from memcon.cli import options


@click.command("claims")
@click.argument("parties", nargs=-1, metavar="[PARTY [PARTY]]")
@options.span
@options.record
@options.form
def command(parties: tuple[str, ...], since: str | None, until: str | None, record: str, form: str) -> None:
    """What documents claim about the record ("the first in 18 months"), checked: holds, contradicted, cannot be told.

    \b
    Example:
      memcon claims China USA
    """
    with options.opened(record) as held:
        answer = held.claims(*parties, since=since, until=until)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        columns = ("verdict", "why", "quote", "document", "entry", "against", "support", "not_counted")
        rows = (
            {"verdict": c.verdict, "why": c.why, "quote": c.quote, "document": c.document,
             "entry": c.entry.id if c.entry else None, "against": [e.id for e in c.against],
             "support": [e.id for e in c.support], "not_counted": [e.id for e in c.not_counted]}
            for c in answer
        )  # fmt: skip
        printing.as_csv(columns, rows)
    else:
        from memcon.cli import blocks, screen

        for c in answer:
            blocks.claim(c)
        if not answer:
            screen.line(("No claim of the kind is in the record.", "dim"))
