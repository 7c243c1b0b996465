"""`memcon compare`."""

import click

from memcon.cli import options


@click.command("compare")
@click.argument("entry")
@click.argument("parties", nargs=-1, metavar="[PARTY PARTY]")
@options.record
@options.form
def command(entry: str, parties: tuple[str, ...], record: str, form: str) -> None:
    """The two sides' accounts of an event: what only the one says, only the other, both, and where they differ.

    ENTRY is the id that `memcon timeline` prints. Where it has more than two parties, name the two to compare.

    \b
    Example:
      memcon compare 2024-04-16-chn-usa-video-call
    """
    if len(parties) not in (0, 2):
        raise click.UsageError("Name both parties to compare, or none.")
    with options.opened(record) as held:
        answer = held.compare(entry, *parties)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        rows = (
            {"topic": t.topic, "who": t.who, "differ": t.differ, "party": party, "speaker": v.speaker,
             "stance": v.stance, "quote": v.quote, "document": v.document}
            for t in answer.topics
            for party, voices in ((answer.left.party, t.left), (answer.right.party, t.right))
            for v in voices
        )  # fmt: skip
        printing.as_csv(("topic", "who", "differ", "party", "speaker", "stance", "quote", "document"), rows)
    else:
        from memcon.cli import blocks, entries, screen

        entries.one(answer.entry)
        screen.blank()
        blocks.accounts(answer)
        if not answer.topics:
            screen.line(("Nothing that either side says of it was read.", "dim"))
