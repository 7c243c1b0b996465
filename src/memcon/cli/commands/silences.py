"""`memcon silences`."""

import click

from memcon.cli import options


@click.command("silences")
@click.argument("parties", nargs=-1, metavar="[PARTY [PARTY]]")
@options.as_of
@options.span
@options.record
@options.form
def command(
    parties: tuple[str, ...], as_of: str | None, since: str | None, until: str | None, record: str, form: str
) -> None:
    """Who has fallen silent: pairs out of their habit, mechanisms overdue, channels broken off, requests unanswered.

    A pair is quiet when it has met at least three times and is silent for longer than ever before and than twice its
    usual gap.

    \b
    Example:
      memcon silences
      memcon silences China --as-of 2024-01-01
    """
    if len(parties) > 2:
        raise click.UsageError("Name one party or two.")
    with options.opened(record) as held:
        answer = held.silences(*parties, as_of=as_of or options.today(), since=since, until=until)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
        return
    if form == "csv":
        from memcon.cli import printing

        rows: list[dict[str, object]] = [
            {"kind": "quiet", "who": q.parties, "level": q.level, "channel": q.channel, "days": q.gap.days,
             "usual": q.gap.median, "longest": q.gap.longest, "last": q.last.id, "read_since": q.read_since}
            for q in answer.quiet
        ]  # fmt: skip
        rows += [{"kind": m.state, "who": m.parties, "what": m.name, "due": m.next_due} for m in answer.mechanisms]
        rows += [
            {"kind": w.entry.type, "who": w.entry.parties, "days": w.days, "last": w.entry.id} for w in answer.awaited
        ]
        printing.as_csv(
            ("kind", "who", "what", "level", "channel", "days", "usual", "longest", "due", "last", "read_since"), rows
        )
        return
    from memcon.cli import blocks, screen, wording

    screen.heading("Silences", f"as of {wording.date(answer.as_of)}")
    blocks.coverage(answer.coverage)
    if answer.quiet:
        blocks.section("Quiet for longer than their habit")
    for q in answer.quiet:
        # The count tells a silence of the two from a silence of the sources.
        how = f"  {q.level}, {q.channel}" if q.level else ""
        screen.line((" – ".join(q.parties), "bold"), how, f"  {q.gap.days} days")
        read = f"{q.read_since} event{'' if q.read_since == 1 else 's'} of either side read since"
        usual = f"usual {q.gap.median:.0f}, longest before {q.gap.longest}; {read}; last "
        screen.line((usual, "dim"), *blocks.entry(q.last), indent=2)
    if answer.mechanisms:
        blocks.section("Mechanisms overdue or suspended")
    for life in answer.mechanisms:
        blocks.life(life)
    if answer.awaited:
        blocks.section("Refused, unanswered or broken off, and no contact since")
    for w in answer.awaited:
        ago = f"{w.days} days" if w.days is not None else "undated"
        screen.hanging(ago, *blocks.entry(w.entry), width=10)
    if not (answer.quiet or answer.mechanisms or answer.awaited):
        screen.line("None that the record can tell.")
