"""`memcon read`."""

import sys
from collections import deque
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
@click.option(
    "--format", "kind", metavar="NAME", help="What the files are: text, html, jsonl, ...; told from each unless given."
)
@click.option("--fetch", is_flag=True, help="Fetch http(s) addresses among the PATHs, respecting robots.txt.")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes that read.  [default: all cores]")
@options.record
def command(
    paths: tuple[str, ...], jsonl: str | None, kind: str | None, fetch: bool, workers: int | None, record: str
) -> int:
    """Read documents: files and folders of text and web pages, archives and tables of them, and addresses.

    What is read goes into the record, which is made if need be; reading the same file twice changes nothing. A file
    that cannot be read is named with its reason, the rest is read, and the exit status is 1.

    \b
    Example:
      memcon read readouts/ --record memcon.db
      memcon read page.html --jsonl -
    """
    _check(paths, kind)
    faults = Faults()
    found = faults.past(_documents(paths, kind, fetch))
    if jsonl is not None:
        with _target(jsonl) as file:
            count = _lines(_readings(found, faults, workers), file)
        if jsonl != "-":
            click.echo(f"{_number(count, 'reading')} written to {jsonl}.", err=True)
    else:
        _into_record(found, record, faults, workers)
    if faults.count:
        click.echo(f"{_number(faults.count, 'document')} could not be read.", err=True)
    return 1 if faults.count else 0


def _check(paths: tuple[str, ...], kind: str | None) -> None:
    """Refuse what is wrong use: no path that exists, an unknown format."""
    missing = [p for p in paths if p != "-" and "://" not in p and not Path(p).exists()]
    if len(missing) == len(paths):
        raise click.UsageError(f"There is nothing at {', '.join(missing)}.")
    if kind is not None:
        from memcon.sources import FORMATS

        names = [f.name for f in FORMATS]
        if kind not in names:
            raise click.UsageError(f"There is no format {kind}. The formats: {', '.join(names)}.")


class Faults:
    """Counts documents that cannot be read, names each on standard error, and lets the rest pass."""

    def __init__(self) -> None:
        self.count = 0

    def past(self, found: Iterable["Document | DocumentError"]) -> "Iterator[Document]":
        """The documents among what was found."""
        for item in found:
            if isinstance(item, DocumentError):
                self.name(item)
            else:
                yield item

    def name(self, error: DocumentError) -> None:
        """Tell of one."""
        self.count += 1
        click.echo(str(error), err=True)


def _documents(paths: Iterable[str], kind: str | None, fetch: bool) -> "Iterator[Document | DocumentError]":
    from memcon.sources import Web, documents

    return documents(paths, format=kind, web=Web() if fetch else None)


def _readings(
    documents: "Iterable[Document]", faults: Faults, workers: int | None
) -> "Iterator[tuple[Document, Reading]]":
    """Each document with its reading, in order; one whose reading fails is named and left out."""
    from memcon import read
    from memcon.runners import pool

    handed: deque[Document] = deque()

    def kept() -> "Iterator[Document]":
        for document in documents:
            handed.append(document)
            yield document

    for found in pool(kept(), read, workers=workers, warm=warm):
        document = handed.popleft()
        if isinstance(found, DocumentError):
            faults.name(found)
        else:
            yield document, found


def warm() -> None:
    """Load tables and parser in a worker before its first document."""
    from memcon import read

    read("The foreign ministers of France and Germany met in Paris on 3 March 2024.")


def _lines(read: "Iterable[tuple[Document, Reading]]", file: IO[bytes]) -> int:
    import msgspec

    from memcon.cli import screen

    count = 0
    with screen.progress(None, "Reading") as step:
        for _, reading in read:
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


def _into_record(documents: "Iterable[Document]", record: str, faults: Faults, workers: int | None) -> None:
    from memcon.cli import screen
    from memcon.questions import Record
    from memcon.reading import READER

    seen = 0

    def counted() -> "Iterator[Document]":
        nonlocal seen
        for document in documents:
            seen += 1
            yield document

    with Record(record) as held, screen.progress(None, "Reading") as step:

        def stepped() -> "Iterator[tuple[Document, Reading]]":
            for pair in _readings(held.store.unread(counted(), READER), faults, workers):
                yield pair
                step()

        added = held.add_all(stepped())
        counts = held.counts()
    _summary(added, seen, counts, record)


def _summary(added: "Added", seen: int, counts: dict[str, int], record: str) -> None:
    there = seen - added.added - added.changed
    told = [
        f"{added.added} new" if added.added else "",
        f"{added.changed} changed" if added.changed else "",
        f"{there} already there" if there else "",
    ]
    click.echo(f"{_number(seen, 'document')} read into {record}: {', '.join(t for t in told if t) or 'none'}.")
    click.echo(
        f"The record holds {_number(counts['documents'], 'document')}, {_number(counts['events'], 'event')}, "
        f"{_number(counts['statements'], 'statement')}, {_number(counts['commitments'], 'commitment')} and "
        f"{_number(counts['mechanisms'], 'mention')} of mechanisms."
    )
    if counts["events"]:
        click.echo(f"See them with: memcon timeline{'' if record == options.DEFAULT else f' --record {record}'}")


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
