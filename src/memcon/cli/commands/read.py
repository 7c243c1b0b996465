"""`memcon read`."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click
import msgspec

from memcon.cli import gathering, options

if TYPE_CHECKING:
    from memcon.model import Document, Reading
    from memcon.record import Added


@click.command("read")
@click.argument("paths", nargs=-1, required=True)
@click.option("--jsonl", metavar="FILE|-", help="Write one reading a line here (- for the screen) and keep no record.")
@options.record
@gathering.options
def command(paths: tuple[str, ...], jsonl: str | None, record: str, **plan: Any) -> int:
    """Read documents: files and folders of text, web pages, JSON Lines, CSV, Parquet, web archives and feeds.

    What is read goes into the record, which is made if need be; reading the same file twice changes nothing. A file
    that cannot be read is named with its reason, the rest is read, and the exit status is 1.

    \b
    Example:
      memcon read readouts/ --record memcon.db
      memcon read page.html --jsonl -
      memcon read news.csv --columns text=body,date=published
    """
    missing = [p for p in paths if p != "-" and "://" not in p and not Path(p).exists()]
    if len(missing) == len(paths):
        raise click.UsageError(f"There is nothing at {', '.join(missing)}.")
    faults = gathering.Faults()
    chosen = gathering.Plan(**plan)
    if jsonl is not None:
        chosen = msgspec.structs.replace(chosen, originals=False)
        with _target(jsonl) as file:
            count = _lines(gathering.read_all(paths, chosen, faults), file)
        if jsonl != "-":
            click.echo(f"{_number(count, 'reading')} written to {jsonl}.", err=True)
    else:
        _into_record(paths, chosen, faults, record)
    if faults.count:
        click.echo(f"{_number(faults.count, 'document')} could not be read.", err=True)
    return 1 if faults.count else 0


def _lines(found: "Iterable[tuple[Document, Reading]]", file: IO[bytes]) -> int:
    from memcon.cli import screen

    count = 0
    with screen.progress(None, "Reading") as step:
        for _, reading in found:
            file.write(msgspec.json.encode(reading) + b"\n")
            file.flush()
            count += 1
            step()
    return count


@contextmanager
def _target(name: str) -> Iterator[IO[bytes]]:
    if name == "-":
        yield sys.stdout.buffer
        return
    try:
        with Path(name).open("wb") as file:
            yield file
    except OSError as error:
        raise click.UsageError(f"{name} cannot be written: {error.strerror or error}.") from error


def _into_record(paths: Iterable[str], plan: gathering.Plan, faults: gathering.Faults, record: str) -> None:
    from memcon.cli import screen
    from memcon.questions import Record

    passed = 0
    with Record(record) as held, screen.progress(None, "Reading") as step:

        def new(document: "Document") -> bool:
            nonlocal passed
            known = held.has_read(document)
            passed += known
            return not known

        def pairs() -> "Iterator[tuple[Document, Reading]]":
            for pair in gathering.read_all(paths, plan, faults, new):
                yield pair
                step()

        added = held.add_all(pairs())
        counts = held.counts()
    _summary(added, passed, counts, record)


def _summary(added: "Added", passed: int, counts: dict[str, int], record: str) -> None:
    there = added.unchanged + passed
    total = added.added + added.changed + added.copies + there
    told = [
        f"{added.added} new" if added.added else "",
        f"{added.changed} changed" if added.changed else "",
        f"{added.copies} with the text of another" if added.copies else "",
        f"{there} already there" if there else "",
    ]
    click.echo(
        f"{_number(total, 'document')} read into {options.named(record)}: {', '.join(t for t in told if t) or 'none'}."
    )
    click.echo(
        f"The record holds {_number(counts['documents'], 'document')}, {_number(counts['events'], 'event')}, "
        f"{_number(counts['statements'], 'statement')}, {_number(counts['commitments'], 'commitment')} and "
        f"{_number(counts['mechanisms'], 'mention')} of mechanisms."
    )
    if counts["events"]:
        click.echo(
            f"See them with: memcon timeline{'' if record == options.DEFAULT else f' --record {options.named(record)}'}"
        )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
