"""Rows for documents and all that their readings say, and taking them out again."""

from collections import Counter, defaultdict
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.merging import Report
from memcon.merging import reports as reports_of
from memcon.merging.blocking import stored
from memcon.model import Document, Reading, Tenure, interval
from memcon.record import bearing, schema, search, tally
from memcon.record.rows import Told, beginnings
from memcon.sources import same

Rows = dict[sa.Table, list[dict[str, Any]]]


def put(connection: Connection, read: list[tuple[Document, Reading]]) -> list[Report]:
    """Rows for documents that are not in the record and their readings. Returns their reports, not yet in entries."""
    first = int(connection.scalar(sa.select(sa.func.max(schema.document.c.number))) or 0) + 1
    rows = [_document(document, reading, number) for number, (document, reading) in enumerate(read, first)]
    if not rows:
        return []
    connection.execute(schema.document.insert(), rows)
    tally.add(connection, tally.of_documents((row["outlet"], row["first"]) for row in rows))
    held = [{"document": r.id, "reader": r.reader, "body": msgspec.json.encode(r)} for _, r in read]
    connection.execute(schema.reading.insert(), held)
    for row in rows:
        search.put(connection, row["number"], row["id"], row["title"] or "", row["text"])
    return put_told(connection, [reading for _, reading in read])


def put_told(connection: Connection, readings: list[Reading]) -> list[Report]:
    """Rows for what some readings say: reports, where they are found, and findings. Returns the reports."""
    rows: Rows = defaultdict(list)
    told: list[Report] = []
    bears = {}
    for reading in readings:
        reports = reports_of(reading)
        told += reports
        bears[reading.id] = bearing.pairs(reading, reports)
        rows[schema.report] += [_report(r) for r in reports]
        rows[schema.neighbourhood] += [
            {"key": key, "document": r.document, "number": r.number} for r in reports for key in sorted(set(stored(r)))
        ]
        _findings(reading, rows)
    for table in (schema.report, schema.neighbourhood, schema.finding, schema.finding_party, schema.finding_person):
        if rows[table]:
            connection.execute(table.insert(), rows[table])
    bearing.put(connection, bears)
    tally.add(connection, Counter(("findings", row["kind"]) for row in rows[schema.finding]))
    return told


def _document(document: Document, reading: Reading, number: int) -> dict[str, Any]:
    days = interval(reading.document_date)
    return {
        "id": document.id,
        "number": number,
        "sha256": document.sha256,
        "same": same.key(document.text),
        "text": document.text,
        "url": document.url,
        "also": "\n".join(document.also),
        "title": document.title or reading.title,
        "outlet": document.outlet or reading.outlet,
        "author": document.author,
        "stated_date": document.date,
        "date": reading.document_date,
        "first": days.first.isoformat() if days else None,
        "last": days.last.isoformat() if days else None,
        "languages": " ".join(reading.languages),
    }


def tell(connection: Connection, document: Document) -> None:
    """Bring what a row tells about a document up to date, where its text and reading stay."""
    table = schema.document
    old = connection.execute(sa.select(table.c.outlet, table.c.first).where(table.c.id == document.id)).one()
    tally.add(connection, tally.of_documents([(old.outlet, old.first)], -1))
    tally.add(connection, tally.of_documents([(document.outlet, old.first)]))
    values = {"url": document.url, "also": "\n".join(document.also), "title": document.title,
              "outlet": document.outlet, "author": document.author, "stated_date": document.date}  # fmt: skip
    connection.execute(table.update().where(table.c.id == document.id).values(**values))
    bearing.tell(connection, document.id, document.outlet)


def document_of(row: Any, text: str | None = None) -> Document:
    """The document of a row of `document` or, with the text it shares, of `copy`."""
    return Document(
        id=row.id,
        text=row.text if text is None else text,
        url=row.url,
        also=tuple(row.also.split("\n")) if row.also else (),
        date=row.stated_date,
        title=row.title,
        outlet=row.outlet,
        author=row.author,
    )


def copy_row(document: Document, reading: Reading, home: Document) -> dict[str, Any]:
    """The row of a copy of a text that `home` stands for."""
    return {
        "id": document.id,
        "document": home.id,
        "sha256": document.sha256,
        "text": None if document.text == home.text else document.text,
        "url": document.url,
        "also": "\n".join(document.also),
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "stated_date": document.date,
        "reader": reading.reader,
        "reading": msgspec.json.encode(reading),
    }


def _report(report: Report) -> dict[str, Any]:
    body = msgspec.json.encode(Told(report.event, report.document_date, report.outlet))
    return {"document": report.document, "number": report.number, "entry": "", "body": body}


def _findings(reading: Reading, rows: Rows) -> None:
    days = interval(reading.document_date)
    first = days.first.isoformat() if days else None
    for kind in bearing.FINDINGS:
        for number, item in enumerate(getattr(reading, kind)):
            place = {"kind": kind, "document": reading.id, "number": number}
            rows[schema.finding].append({**place, "first": first, "body": msgspec.json.encode(item)})
            rows[schema.finding_party] += [{**place, "party": code} for code in sorted(bearing.sides(item))]
            if isinstance(item, Tenure):
                rows[schema.finding_person] += [{**place, "beginning": b} for b in sorted(beginnings(item.person))]


def remove(connection: Connection, name: str) -> set[str]:
    """Take a document, its copies and all that was read from it out; returns the entries that lose a source."""
    lost = set(connection.scalars(sa.select(schema.report.c.entry).where(schema.report.c.document == name)))
    held, kind = schema.document.c, schema.finding.c.kind
    row = connection.execute(sa.select(held.number, held.outlet, held.first).where(held.id == name)).first()
    if row is not None:
        search.take_out(connection, row.number, name)
        tally.add(connection, tally.of_documents([(row.outlet, row.first)], -1))
        found = sa.select(kind, sa.func.count()).where(schema.finding.c.document == name).group_by(kind)
        tally.add(connection, Counter({("findings", k): -n for k, n in connection.execute(found)}))
    for table, column in (
        (schema.bearing, schema.bearing.c.document),
        (schema.neighbourhood, schema.neighbourhood.c.document),
        (schema.report, schema.report.c.document),
        (schema.finding_person, schema.finding_person.c.document),
        (schema.finding_party, schema.finding_party.c.document),
        (schema.finding, schema.finding.c.document),
        (schema.reading, schema.reading.c.document),
        (schema.copy, schema.copy.c.document),
        (schema.document, schema.document.c.id),
    ):
        connection.execute(table.delete().where(column == name))
    return lost - {""}
