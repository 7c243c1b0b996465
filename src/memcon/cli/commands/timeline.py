"""`memcon timeline`."""

import click

from memcon.cli import options
from memcon.errors import either


@click.command("timeline")
@click.argument("parties", nargs=-1, metavar="[PARTY [PARTY]]")
@options.span
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only events of this type; may be repeated.")
@click.option("--official", metavar="NAME", help="Only events with this person.")
@click.option("--mechanism", metavar="WORDS", help="Only rounds of a mechanism so named.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@options.record
@options.form
def command(
    parties: tuple[str, ...],
    since: str | None,
    until: str | None,
    types: tuple[str, ...],
    official: str | None,
    mechanism: str | None,
    limit: int | None,
    record: str,
    form: str,
) -> None:
    """What happened, in order: everything, everything of one PARTY, or everything between two.

    A PARTY is a code (CHN) or a name in English or Chinese. Where a date is uncertain, an event is listed if it may
    fall between --since and --until.

    \b
    Example:
      memcon timeline China "United States" --since 2022
      memcon timeline GBR --type dialogue_round --csv > rounds.csv
    """
    if len(parties) > 2:
        raise click.UsageError("Name one party or two.")
    wanted = tuple(known_type(t) for t in types)
    with options.opened(record) as held:
        found = held.timeline(
            *parties, since=since, until=until, types=wanted, official=official, mechanism=mechanism, limit=limit
        )
    from memcon.cli import entries

    entries.printed(found, form)
    if form == "screen":
        from memcon.cli import screen, wording

        if not found:
            screen.messages().print("Nothing of the kind is in the record.", style="dim")
            return
        screen.blank()
        screen.line((wording.SIGNS, "dim"))
        screen.line((f"Every field of one, with its quotes: memcon why {found[-1].id}", "dim"))


def known_type(asked: str) -> str:
    """The type of that name, however its words are joined."""
    import difflib

    from memcon.questions.words import TYPES

    name = asked.strip().lower().replace("-", "_").replace(" ", "_")
    if name in TYPES:
        return name
    near = difflib.get_close_matches(name, TYPES, n=2, cutoff=0.5)
    hint = f" Did you mean {either(near)}?" if near else f" The types: {', '.join(TYPES)}."
    raise click.UsageError(f"There is no type {asked}.{hint}")
