"""Which documents bear on which parties: in which of them an event or a finding has all of some.

What a document says alone decides, not what its events were merged with, nor whether an analyst rejected them: it tells
how much was read.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Report
from memcon.merging.entry import joined
from memcon.merging.report import parties
from memcon.model import Reading
from memcon.record import schema
from memcon.record.rows import chunks

FINDINGS = ("statements", "commitments", "mechanisms", "tenures", "claims", "naming", "translation_differences")


class Read(NamedTuple):
    """Documents of one outlet and year (None where it is not known): how many, and their first and last day."""

    outlet: str | None
    year: str | None
    documents: int
    first: str | None
    last: str | None


def sides(item: object) -> frozenset[str]:
    """The parties of a finding."""
    codes = [getattr(item, name, None) for name in ("party", "by", "to")]
    codes += list(getattr(item, "parties", ()))
    codes += [p.party for p in getattr(item, "participants", ())]
    return parties(codes)


def pairs(reading: Reading, reports: Iterable[Report]) -> set[tuple[str, str]]:
    """Every party and every two parties that a document speaks of together; a party alone is twice itself."""
    told = [(r.parties, joined(r.event.type, r.event.target, r.parties)) for r in reports]
    found = [sides(item) for kind in FINDINGS for item in getattr(reading, kind)]
    told += [(codes, list(combinations(sorted(codes), 2))) for codes in found]
    return {pair for codes, two in told for pair in (*((code, code) for code in codes), *two)}


def put(connection: Connection, told: Mapping[str, set[tuple[str, str]]]) -> None:
    """Rows for what documents of the record, by name, bear on."""
    d = schema.document.c
    rows = [
        {
            "a": a,
            "b": b,
            "outlet": outlet or "",
            "year": (first or "")[:4],
            "document": name,
            "first": first,
            "last": last,
        }
        for piece in chunks(told)
        for name, outlet, first, last in connection.execute(
            sa.select(d.id, d.outlet, d.first, d.last).where(d.id.in_(piece))
        )
        for a, b in sorted(told[name])
    ]
    if rows:
        connection.execute(schema.bearing.insert(), rows)


def tell(connection: Connection, name: str, outlet: str | None) -> None:
    """A document has another outlet."""
    table = schema.bearing
    connection.execute(table.update().where(table.c.document == name).values(outlet=outlet or ""))


def documents(wanted: Iterable[str]) -> sa.Select[tuple[str]]:
    """The names of the documents that bear on a party, on two together, or on every two of more."""
    return _among(sa.select(schema.bearing.c.document), wanted)


def read_of(connection: Connection, wanted: Iterable[str]) -> list[Read]:
    """How many documents bear on all of some parties, by outlet and year: counted in one stretch of the table."""
    b = schema.bearing.c
    sums = (sa.func.count(), sa.func.min(b.first), sa.func.max(b.last))
    statement = _among(sa.select(b.outlet, b.year, *sums), wanted).group_by(b.outlet, b.year)
    return [Read(r[0] or None, r[1] or None, *r[2:]) for r in connection.execute(statement)]


def _among(statement: sa.Select[Any], wanted: Iterable[str]) -> sa.Select[Any]:
    codes = sorted(set(wanted))
    two = list(combinations(codes, 2)) or [(codes[0], codes[0])]
    b = schema.bearing.c
    statement = statement.where(b.a == two[0][0], b.b == two[0][1])
    for left, right in two[1:]:
        other = schema.bearing.alias().c
        at = (other.document == b.document) & (other.outlet == b.outlet) & (other.year == b.year)
        statement = statement.where(sa.exists().where(other.a == left, other.b == right, at))
    return statement
