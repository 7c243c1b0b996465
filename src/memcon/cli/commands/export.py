"""`memcon export`."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memcon.cli import options

if TYPE_CHECKING:
    from memcon.export.format import Written


class _Formats(click.Command):
    """Lists the formats under the options, from the one list there is."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from memcon.export.formats import FORMATS

        with formatter.section("Formats"):
            formatter.write_dl([(f.name, f.says + ".") for f in FORMATS])


@click.command("export", cls=_Formats)
@click.argument("format", metavar="FORMAT")
@click.argument("path", required=False, metavar="[PATH]")
@click.option("--party", "parties", multiple=True, metavar="PARTY", help="Only with this party; twice for a pair.")
@options.span
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only events of this type; may be repeated.")
@options.as_of
@click.option(
    "--unit", type=click.Choice(["month", "year"]), default="month", show_default=True, help="Of dyads: rows of what."
)
@click.option("--directed", is_flag=True, help="Of dyads: a row for each direction of a pair.")
@click.option(
    "--describe", is_flag=True, help="Write what describes the format instead: data dictionary, schema, metadata."
)
@options.record
def command(
    format: str,
    path: str | None,
    parties: tuple[str, ...],
    types: tuple[str, ...],
    as_of: str | None,
    describe: bool,
    record: str,
    **asked: Any,
) -> None:
    """Write the record, or what the filters leave of it, in a FORMAT of other tools.

    Goes to PATH, or to standard output without one. The filters are those of `memcon timeline`.

    \b
    Example:
      memcon export csv events.csv --party China --since 2023
      memcon export markdown --party GBR --party USA > dossier.md
      memcon export jsonl record.jsonl
      memcon export dyads dyads.csv --unit year --directed
      memcon export jsonl --describe > schema.json
    """
    from memcon.cli.commands.timeline import known_type
    from memcon.errors import NotInRecord
    from memcon.export.formats import named

    try:
        chosen = named(format)
    except NotInRecord as error:
        raise click.UsageError(str(error)) from error
    if len(parties) > 2:
        raise click.UsageError("Name one party or two.")
    if describe:
        if chosen.describe is None:
            raise click.UsageError(f"{chosen.name} has no description of its own; see the documentation.")
        _put(chosen.describe(), path)
        return
    if chosen.binary and path is None and sys.stdout.isatty():
        raise click.UsageError(f"{chosen.name} is no text for a screen: name a PATH.")
    from memcon.export.selection import Asked, Selection

    wanted = Asked(parties=parties, types=tuple(known_type(t) for t in types), as_of=as_of or options.today(), **asked)
    with options.opened(record) as held:
        _put(chosen.write(Selection(held, wanted)), path)


def _put(written: "Written", path: str | None) -> None:
    if path is None or path == "-":
        out = sys.stdout.buffer
        for piece in _pieces(written):
            out.write(piece)
        out.flush()
        return
    # Beside the file until it is whole: what stands there already is kept if anything goes wrong.
    target = Path(path)
    part = target if target.exists() and not target.is_file() else target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            for piece in _pieces(written):
                file.write(piece)
        if part != target:
            part.replace(target)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        if part != target:
            part.unlink(missing_ok=True)


def _pieces(written: "Written") -> Iterable[bytes]:
    if isinstance(written, bytes):
        return [written]
    return (piece.encode() for piece in ([written] if isinstance(written, str) else written))
