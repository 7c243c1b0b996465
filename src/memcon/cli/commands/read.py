"""`memcon read`."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from memcon.cli import options
from memcon.errors import DocumentError

if TYPE_CHECKING:
    from memcon.model import Document, Reading
    from memcon.record import Added


@click.command("read")
@click.argument("paths", nargs=-1, required=True)
@click.option("--jsonl", metavar="FILE|-", help="Write one reading a line here (- for the screen) and keep no record.")
@options.record
def command(paths: tuple[str, ...], jsonl: str | None, record: str) -> int:
    """Read documents: files and folders of text and web pages.

    What is read goes into the record, which is made if need be; reading the same file twice changes nothing. A file
    that cannot be read is named with its reason, the rest is read, and the exit status is 1.

    \b
    Example:
      memcon read readouts/ --record memcon.db
      memcon read page.html --jsonl -
    """
    missing = [p for p in paths if p != "-" and not Path(p).exists()]
    if len(missing) == len(paths):
        raise click.UsageError(f"There is nothing at {', '.join(missing)}.")
    faults = Faults()
    if jsonl is not None:
        with _target(jsonl) as file:
            count = _lines(faults.past(_documents(paths)), file)
        if jsonl != "-":
            click.echo(f"{_number(count, 'reading')} written to {jsonl}.", err=True)
    else:
        _into_record(paths, record, faults)
    if faults.count:
        click.echo(f"{_number(faults.count, 'document')} could not be read.", err=True)
    return 1 if faults.count else 0


class Faults:
    """Counts documents that cannot be read, names each on standard error, and lets the rest pass."""

    def __init__(self) -> None:
        self.count = 0

    def past(self, found: Iterable["Document | DocumentError"]) -> "Iterator[Document]":
        """The documents among what was found."""
        for item in found:
            if isinstance(item, DocumentError):
                self.count += 1
                click.echo(str(item), err=True)
            else:
                yield item


def _documents(paths: Iterable[str]) -> "Iterator[Document | DocumentError]":
    from memcon.sources import documents

    return documents(paths)


def _lines(documents: "Iterable[Document]", file: IO[bytes]) -> int:
    import msgspec

    from memcon import read
    from memcon.cli import screen

    count = 0
    with screen.progress(None, "Reading") as step:
        for document in documents:
            file.write(msgspec.json.encode(read(document)) + b"\n")
            file.flush()
            count += 1
            step()
    return count


@contextmanager
def _target(name: str) -> Iterator[IO[bytes]]:
    if name == "-":
        yield sys.stdout.buffer
        return
    with Path(name).open("wb") as file:
        yield file


def _into_record(paths: Iterable[str], record: str, faults: Faults) -> None:
    from memcon import read
    from memcon.cli import screen
    from memcon.questions import Record

    with Record(record) as held, screen.progress(None, "Reading") as step:

        def pairs() -> "Iterator[tuple[Document, Reading]]":
            for document in faults.past(_documents(paths)):
                yield document, read(document)
                step()

        added = held.add_all(pairs())
        counts = held.counts()
    _summary(added, counts, record)


def _summary(added: "Added", counts: dict[str, int], record: str) -> None:
    total = added.added + added.changed + added.unchanged
    told = [
        f"{added.added} new" if added.added else "",
        f"{added.changed} changed" if added.changed else "",
        f"{added.unchanged} already there" if added.unchanged else "",
    ]
    click.echo(f"{_number(total, 'document')} read into {record}: {', '.join(t for t in told if t) or 'none'}.")
    click.echo(
        f"The record holds {_number(counts['documents'], 'document')}, {_number(counts['events'], 'event')}, "
        f"{_number(counts['statements'], 'statement')}, {_number(counts['commitments'], 'commitment')} and "
        f"{_number(counts['mechanisms'], 'mention')} of mechanisms."
    )
    if counts["events"]:
        click.echo(f"See them with: memcon timeline{'' if record == options.DEFAULT else f' --record {record}'}")


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
