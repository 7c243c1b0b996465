"""Options that several commands share."""

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from memcon.questions import Record

F = TypeVar("F", bound=Callable[..., Any])
DEFAULT = "memcon.db"


def record(command: F) -> F:
    """`--record FILE`: which record."""
    return click.option(
        "--record",
        "record",
        metavar="FILE",
        default=DEFAULT,
        envvar="MEMCON_RECORD",
        show_default=True,
        help="The record: a SQLite file, or a postgresql:// address. Also MEMCON_RECORD.",
    )(command)


def form(command: F) -> F:
    """`--json` and `--csv`: the form of the answer on standard output."""

    @functools.wraps(command)
    def formed(*args: Any, as_json: bool, as_csv: bool, **told: Any) -> Any:
        if as_json and as_csv:
            raise click.UsageError("Ask for --json or for --csv, not for both.")
        return command(*args, form="json" if as_json else "csv" if as_csv else "screen", **told)

    csv = click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row an item.")
    json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    return json(csv(formed))  # type: ignore[return-value]


def span(command: F) -> F:
    """`--since` and `--until`."""
    command = click.option(
        "--until", metavar="DATE", help="To the end of this day, month or year: 2024-09-11, 2024-09, 2024."
    )(command)
    return click.option(
        "--since", metavar="DATE", help="From the beginning of this day, month or year: 2024-09-10, 2024-09, 2024."
    )(command)


def opened(record: str) -> "Record":
    """The record of that name; RecordError with the command that makes one where there is none."""
    from memcon.questions import Record

    return Record(record, create=False)


def named(record: str) -> str:
    """The record's name for messages: an address without its password."""
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:***@", record)


def today() -> str:
    """The day it is, ISO 8601: asked for here alone, at the edge."""
    import datetime as dt

    return dt.date.today().isoformat()


def time(asked: str | None) -> str | None:
    """A time as the record keeps it: `today` and `yesterday` are days of UTC, all else stays as it is."""
    import datetime as dt

    days = {"today": 0, "yesterday": 1}
    if asked is None or asked.lower() not in days:
        return asked
    return (dt.datetime.now(dt.UTC).date() - dt.timedelta(days=days[asked.lower()])).isoformat()


def as_of(command: F) -> F:
    """`--as-of DATE`: the day to which silences, due dates and gaps are counted; today unless told."""
    return click.option(
        "--as-of", "as_of", metavar="DATE", help="Count gaps and due dates to this day.  [default: today]"
    )(command)


def tables_or_record(record: str) -> "Record":
    """The record of that name; where there is none, an empty one in memory: the fact tables answer by themselves."""
    from memcon.questions import Record

    missing = "://" not in record and not Path(record).exists()
    return Record(":memory:" if missing else record, create=missing)
