"""`memcon decide`."""

import contextlib
import getpass
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from memcon.cli import options
from memcon.errors import NotInRecord

if TYPE_CHECKING:
    from memcon.merging import Entry
    from memcon.questions import Record

KINDS = ("merge", "split", "amend", "reject", "confirm", "undo")


@click.command("decide")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("subjects", nargs=-1, required=True, metavar="ENTRY...")
@click.option("--reason", metavar="TEXT", help="Why: every decision but undo needs one.")
@click.option("--author", metavar="NAME", envvar="MEMCON_AUTHOR", help="Who decides.  [default: MEMCON_AUTHOR or you]")
@click.option(
    "--document", "documents", multiple=True, metavar="ID", help="split: a document to split off; repeatable."
)
@click.option("--set", "settings", multiple=True, metavar="FIELD=VALUE", help="amend: a new value; repeatable.")
@options.record
def command(
    kind: str,
    subjects: tuple[str, ...],
    reason: str | None,
    author: str | None,
    documents: tuple[str, ...],
    settings: tuple[str, ...],
    record: str,
) -> None:
    """Correct the record. A decision outranks what was read, tells its reason, and survives every re-reading.

    merge two ENTRYs or more into one; split some documents off one; amend a field (--set date=2024-09-10, --set
    place="London, GBR", --set type=visit); reject an entry that is none; confirm one that is right; undo takes the
    number of a decision.

    \b
    Example:
      memcon decide merge 2024-09-10-gbr-usa 2024-09-11-gbr-usa \\
        --reason "one round of talks"
      memcon decide amend 2024-09-10-gbr-usa --set date=2024-09-10/2024-09-11 \\
        --reason "two days, says the FCDO"
      memcon decide undo 3
    """
    by = author or getpass.getuser()
    if kind == "undo":
        if len(subjects) != 1 or not subjects[0].isdigit():
            raise click.UsageError("undo takes the number of one decision; see memcon decisions.")
        with options.opened(record) as held:
            undone = held.undo(int(subjects[0]), author=by)
            now = _now(held, undone.entries)
        click.echo(f"Decision {undone.number} ({undone.kind}) is undone.")
        _shown(now)
        return
    if not reason:
        raise click.UsageError('Say why: --reason "...".')
    with options.opened(record) as held:
        made = held.decide(
            kind,  # type: ignore[arg-type]
            *subjects,
            reason=reason,
            author=by,
            documents=documents,
            values=dict(_setting(s) for s in settings),
        )
        now = [] if kind == "reject" else _now(held, made.entries)
    click.echo(f"Decision {made.number}: {made.kind} {', '.join(made.entries)}.")
    _shown(now)
    click.echo(f"Undo it with: memcon decide undo {made.number}")


def _now(held: "Record", names: Iterable[str]) -> "list[Entry]":
    """The entries that those of some names are after a decision, each once."""
    found = {}
    for name in names:
        with contextlib.suppress(NotInRecord):
            entry = held.why(name).entry
            found[entry.id] = entry
    return list(found.values())


def _shown(now: "list[Entry]") -> None:
    from memcon.cli import entries

    for entry in now:
        entries.one(entry)


def _setting(text: str) -> tuple[str, Any]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise click.UsageError(f"{text} is not FIELD=VALUE, such as date=2024-09-10.")
    return name.strip(), _value(value.strip())


def _value(text: str) -> Any:
    """JSON where it is JSON for more than a number (a date such as 2024 stays text), nothing for an empty value."""
    if not text:
        return None
    if text[0] in '[{"' or text == "null":
        try:
            return json.loads(text)
        except ValueError as error:
            raise click.UsageError(f"{text} is not JSON: {error}") from error
    return text
