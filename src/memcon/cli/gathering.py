"""From paths on the command line to documents with their readings: the options for it, and the faults counted."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from memcon.errors import DocumentError

if TYPE_CHECKING:
    from memcon.model import Document, Reading
    from memcon.sources import Columns

F = TypeVar("F", bound=Callable[..., Any])
FIELDS = ("text", "id", "url", "date", "title", "outlet", "author")


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How documents are found and read, as the options say."""

    format: str | None = None
    columns: str | None = None
    fetch: bool = False
    allow_private: bool = False
    originals: bool = True
    engine: str = "pool"
    workers: int | None = None
    scheduler: str | None = None
    seconds: float = 60.0


_OPTIONS = (
    click.option("--format", metavar="NAME", help="The format of all PATHS, where their endings do not tell it."),
    click.option(
        "--columns",
        metavar="FIELD=COLUMN,...",
        help=f"Which column of a table holds what. Fields: {', '.join(FIELDS)}.",
    ),
    click.option("--fetch", is_flag=True, help="Fetch http(s) addresses among PATHS; robots.txt is respected."),
    click.option("--allow-private", is_flag=True, help="Let --fetch go to addresses of this machine and its network."),
    click.option(
        "--originals/--no-originals",
        default=True,
        help="Keep web pages and the like beside the texts taken from them. [yes]",
    ),
    click.option(
        "--engine",
        type=click.Choice(["pool", "dask"]),
        default="pool",
        show_default=True,
        help="Read with processes on this machine, or on a Dask cluster.",
    ),
    click.option("--workers", type=click.IntRange(min=1), metavar="N", help="How many processes read. [all cores]"),
    click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, tcp://HOST:8786; else one is started here."),
    click.option(
        "--seconds",
        type=click.FloatRange(min=0.1),
        default=60.0,
        show_default=True,
        help="Give up a document that takes longer, of up to 100,000 characters.",
    ),
)


def options(command: F) -> F:
    """The options of finding and reading documents: the fields of `Plan`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Faults:
    """Counts documents that cannot be read, and names each on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, error: DocumentError) -> None:
        """Name one."""
        self.count += 1
        click.echo(str(error), err=True)


def read_all(
    paths: Iterable[str], plan: Plan, faults: Faults, wanted: "Callable[[Document], bool]" = lambda _: True
) -> "Iterator[tuple[Document, Reading]]":
    """Documents with their readings, in order; what cannot be read is told to `faults`, and the rest goes on.

    Documents that are not `wanted` are passed over unread.
    """
    from memcon.sources import FORMATS, Limits, Web, documents

    names = [f.name for f in FORMATS]
    if plan.format is not None and plan.format not in names:
        raise click.UsageError(f"--format {plan.format}: one of {', '.join(names)}.")
    web = Web(private=plan.allow_private) if plan.fetch else None
    limits = Limits() if plan.originals else Limits(original=0)
    found = documents(paths, format=plan.format, columns=column_map(plan.columns), limits=limits, web=web)
    taken: deque[Any] = deque()

    def remembered() -> "Iterator[Document | DocumentError]":
        for item in found:
            if not isinstance(item, DocumentError) and not wanted(item):
                continue
            taken.append(item)
            yield item

    for reading in _readings(remembered(), plan):
        document = taken.popleft()
        if isinstance(reading, DocumentError):
            faults.tell(reading)
        else:
            yield document, reading


def _readings(source: "Iterator[Document | DocumentError]", plan: Plan) -> "Iterator[Reading | DocumentError]":
    from memcon import read
    from memcon.reading import prepare

    if plan.engine == "dask":
        from memcon.runners.dask import dask

        return dask(source, read, scheduler=plan.scheduler, workers=plan.workers, warm=prepare, seconds=plan.seconds)
    from memcon.runners import pool

    return pool(source, read, workers=plan.workers, warm=prepare, seconds=plan.seconds)


def column_map(given: str | None) -> "Columns | None":
    """`text=body,date=published` as a column map; wrong use where it is none."""
    if given is None:
        return None
    from memcon.sources import Columns

    chosen: dict[str, str] = {}
    for part in given.split(","):
        field, equals, column = (p.strip() for p in part.partition("="))
        if not equals or not column or field not in FIELDS:
            raise click.UsageError(f"--columns {given}: write FIELD=COLUMN; the fields are {', '.join(FIELDS)}.")
        chosen[field] = column
    return Columns(**chosen)
