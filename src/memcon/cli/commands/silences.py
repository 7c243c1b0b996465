"""`memcon silences`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from memcon.cli import options

if TYPE_CHECKING:
    from memcon.questions.silences import Silences

COLUMNS = ("kind", "who", "what", "level", "channel", "days", "usual", "longest", "due", "last", "read_since")


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
    elif form == "csv":
        from memcon.cli import printing

        printing.as_csv(COLUMNS, _rows(answer))
    else:
        _shown(answer)


def _rows(found: "Silences") -> Iterator[dict[str, object]]:
    """One row a silence: pairs out of their habit, then mechanisms, then what is open since a refusal or request."""
    for q in found.quiet:
        yield {"kind": "quiet", "who": q.parties, "level": q.level, "channel": q.channel, "days": q.gap.days,
               "usual": q.gap.median, "longest": q.gap.longest, "last": q.last.id, "read_since": q.read_since,
        }  # fmt: skip
    for m in found.mechanisms:
        yield {"kind": m.state, "who": m.parties, "what": m.name, "due": m.next_due}
    for w in found.awaited:
        yield {"kind": w.entry.type, "who": w.entry.parties, "days": w.days, "last": w.entry.id}


def _shown(found: "Silences") -> None:
    from memcon.cli import blocks, screen, wording

    screen.heading("Silences", f"as of {wording.date(found.as_of)}")
    blocks.coverage(found.coverage)
    if found.quiet:
        blocks.section("Quiet for longer than their habit")
    for q in found.quiet:
        # The count tells a silence of the two from a silence of the sources.
        how = f"  {q.level}, {q.channel}" if q.level else ""
        screen.line((" – ".join(q.parties), "bold"), how, f"  {q.gap.days:,} days")
        read = f"{q.read_since} event{'' if q.read_since == 1 else 's'} of either side read since"
        usual = f"usual {q.gap.median:,.0f}, longest before {q.gap.longest:,}; {read}; last "
        screen.line((usual, "dim"), *blocks.entry(q.last), indent=2)
    if found.mechanisms:
        blocks.section("Mechanisms overdue or suspended")
    for life in found.mechanisms:
        blocks.life(life)
    if found.awaited:
        blocks.section("Refused, unanswered or broken off, and no contact since")
    # The latest first, as on the pages: what was refused long ago was most often made good unread.
    for w in sorted(found.awaited, key=lambda w: (w.days is None, w.days or 0)):
        # Undated entries tell so themselves.
        ago = f"{w.days:,} days" if w.days is not None else ""
        screen.hanging(ago, *blocks.entry(w.entry), width=11)
    if not (found.quiet or found.mechanisms or found.awaited):
        screen.line("None that the record can tell.")
