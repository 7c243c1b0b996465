"""`memcon official`."""

import click

from memcon.cli import options


@click.command("official")
@click.argument("name")
@click.option("--party", metavar="PARTY", help="The party the official serves, where several have one name.")
@options.span
@options.record
@options.form
def command(name: str, party: str | None, since: str | None, until: str | None, record: str, form: str) -> None:
    """An official: offices over time, and contacts in the role held then.

    \b
    Example:
      memcon official "David Lammy"
      memcon official 王毅 --since 2024
    """
    with options.opened(record) as held:
        answer = held.official(name, party=party, since=since, until=until)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
        return
    from memcon.cli import entries

    if form == "csv":
        entries.printed([c.entry for c in answer.contacts], "csv")
        return
    from memcon.cli import blocks, screen

    screen.heading(answer.name, " · ".join(v for v in (answer.party, answer.official) if v))
    if answer.others:
        screen.line((f"The name may also be: {', '.join(answer.others)}.", "dim"))
    if answer.offices:
        blocks.section("Offices")
    for t in answer.offices:
        blocks.term(t)
    blocks.section("Contacts")
    for c in answer.contacts:
        entries.one(c.entry)
        if c.title:
            screen.hanging("", (f"  as {c.title}", "dim"), width=15)
    if not answer.contacts:
        screen.line(("None in the record.", "dim"))
