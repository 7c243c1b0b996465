"""`memcon dossier`."""

from typing import TYPE_CHECKING

import click

from memcon.cli import options

if TYPE_CHECKING:
    from memcon.questions.dossier import Dossier


@click.command("dossier")
@click.argument("a", metavar="PARTY")
@click.argument("b", metavar="PARTY")
@options.as_of
@options.span
@options.record
@options.form
def command(a: str, b: str, as_of: str | None, since: str | None, until: str | None, record: str, form: str) -> None:
    """All about two parties: last contact at each level, the silence since, refusals, promises, disputes.

    \b
    Example:
      memcon dossier China USA
      memcon dossier GBR VNM --as-of 2025-01-01 --json
    """
    with options.opened(record) as held:
        answer = held.dossier(a, b, as_of=as_of or options.today(), since=since, until=until)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import entries

        entries.printed(list(answer.timeline), "csv")
    else:
        _shown(answer)


def _shown(d: "Dossier") -> None:
    from memcon.cli import blocks, entries, screen, wording
    from memcon.questions.parties import name

    a, b = d.parties
    screen.heading(f"{name(a)} – {name(b)}", f"as of {wording.date(d.as_of)}")
    blocks.coverage(d.coverage)
    blocks.section("Last contact")
    for last in d.last:
        label = f"{last.level}, {last.channel}" if last.level != "not told" else f"level not told, {last.channel}"
        screen.hanging(label, *blocks.entry(last.entry), width=22)
    blocks.gap(d.gap)
    if d.breaks:
        blocks.section("Refused, unanswered, broken off")
        for broken in d.breaks:
            screen.hanging(wording.date(broken.entry.date), *blocks.entry(broken.entry, date=False), width=14)
            screen.hanging(
                "", (wording.followed(broken.entry, broken.answered), "green" if broken.answered else "red"), width=14
            )
            for s in broken.behind:
                screen.hanging("", ("may rest on  ", "dim"), *blocks.entry(s), width=14)
    if d.planned:
        blocks.section("Planned")
        for e in d.planned:
            screen.hanging(wording.date(e.date), *blocks.entry(e, date=False), width=14)
    if d.holders:
        blocks.section("Who speaks for them")
        blocks.holders(d.holders)
    if d.mechanisms:
        blocks.section("Mechanisms")
        for life in d.mechanisms:
            blocks.life(life)
    if d.commitments:
        blocks.section("Open commitments")
        blocks.ledger(d.commitments, d.totals)
    if d.claims:
        blocks.section("Claims about the record")
        for c in d.claims:
            blocks.claim(c)
    for account in d.accounts:
        blocks.section(f"Two accounts: {wording.kind(account.entry)}, {wording.date(account.entry.date)}")
        blocks.accounts(account, quotes=False)
    if d.timeline:
        blocks.section("Timeline")
        entries.listed(d.timeline)
