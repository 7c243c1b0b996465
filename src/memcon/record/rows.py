"""Reports as their rows hold them, and queries over many names in pieces."""

from collections.abc import Iterable, Iterator

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Report
from memcon.merging.people import person
from memcon.model import Event
from memcon.record import schema

_PIECE = 400  # values in one query; SQLite allows more, PostgreSQL plans better with fewer


class Told(msgspec.Struct, frozen=True):
    """The body of a report's row."""

    event: Event
    document_date: str | None
    outlet: str | None


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """The values, each once, sorted, in pieces that fit in a query."""
    listed = sorted(set(values))
    for i in range(0, len(listed), _PIECE):
        yield listed[i : i + _PIECE]


def beginnings(name: str) -> frozenset[str]:
    """The first two letters of each word of a name: spellings of one name share one of them at least."""
    return frozenset(word[:2] for word in person(name).words)


def load_reports(connection: Connection, where: sa.ColumnElement[bool] | None = None) -> list[Report]:
    """The reports whose rows meet a condition; all without one."""
    columns = sa.select(schema.report.c.document, schema.report.c.number, schema.report.c.body)
    rows = connection.execute(columns if where is None else columns.where(where)).all()
    return [_report(document, number, body) for document, number, body in rows]


def reports_of(connection: Connection, documents: Iterable[str]) -> dict[str, list[Report]]:
    """The reports of some documents, by document."""
    held: dict[str, list[Report]] = {}
    for piece in chunks(documents):
        for r in load_reports(connection, schema.report.c.document.in_(piece)):
            held.setdefault(r.document, []).append(r)
    return held


def _report(document: str, number: int, body: bytes) -> Report:
    told = msgspec.json.decode(body, type=Told)
    return Report(document, number, told.event, told.document_date, told.outlet)
