"""Metadata for Datasette: titles, meanings, facets and ready queries for the tables of a record in SQLite.

    memcon export datasette metadata.json
    datasette memcon.db --metadata metadata.json

Bodies are JSON kept as bytes, which Datasette shows as files; the queries unfold them.
"""

import json
from pathlib import Path
from typing import Any

from memcon.export.format import Format
from memcon.export.selection import Selection

TABLES: dict[str, dict[str, Any]] = {
    "entry": {
        "title": "Events",
        "description": "One row an event, however many documents report it.",
        "columns": {
            "type": "Type of event; see memcon's codebook.",
            "status": "occurred, planned, cancelled or denied.",
            "first": "First day it may have been (ISO 8601).",
            "last": "Last day it may have been.",
            "state": "machine, or confirmed or amended by an analyst.",
        },
        "facets": ["type", "status"],
        "sort_desc": "first",
        "label_column": "id",
    },
    "entry_party": {"title": "Parties of events", "facets": ["party"]},
    "document": {
        "title": "Documents",
        "description": "What was read, as it came.",
        "columns": {"date": "The document's date (EDTF), stated or inferred.", "sha256": "Hash of the text."},
        "facets": ["outlet"],
        "sort_desc": "first",
        "label_column": "title",
    },
    "finding": {"title": "Statements, commitments, mechanisms, tenures, claims and naming", "facets": ["kind"]},
    "decision": {"title": "What analysts decided", "sort_desc": "number"},
    "change": {"title": "What changed in the record", "sort_desc": "number", "facets": ["kind"]},
    "neighbourhood": {"hidden": True},
    "entry_person": {"hidden": True},
    "finding_party": {"hidden": True},
    "former_name": {"hidden": True},
}

_EVENT = (
    "select e.id, e.first, e.last, e.type, e.status, "
    "json_extract(cast(e.body as text), '$.evidence') as evidence, "
    "json_extract(cast(e.body as text), '$.documents') as documents from entry e"
)
QUERIES: dict[str, dict[str, str]] = {
    "pair": {
        "title": "What happened between two parties",
        "sql": f"{_EVENT} join entry_party a on a.entry = e.id and a.party = :a "
        "join entry_party b on b.entry = e.id and b.party = :b where not e.rejected order by e.first",
    },
    "refusals": {
        "title": "Contact refused, unanswered or broken off",
        "sql": f"{_EVENT} where e.type in ('contact_refused', 'contact_unanswered', 'contact_suspended') "
        "and not e.rejected order by e.first desc",
    },
    "statements": {
        "title": "What a party said",
        "sql": "select d.date, json_extract(cast(f.body as text), '$.speaker') as speaker, "
        "json_extract(cast(f.body as text), '$.stance') as stance, "
        "json_extract(cast(f.body as text), '$.evidence') as evidence, f.document from finding f "
        "join finding_party p on p.document = f.document and p.kind = f.kind and p.number = f.number "
        "join document d on d.id = f.document where f.kind = 'statements' and p.party = :party order by d.first",
    },
    "coverage": {
        "title": "Documents read, by year and outlet",
        "sql": "select substr(first, 1, 4) as year, outlet, count(*) as documents from document "
        "group by year, outlet order by year, documents desc",
    },
}


def metadata(database: str) -> str:
    """The metadata of a record that Datasette serves under the name `database` (the file's name without its ending)."""
    made = {
        "title": "memcon",
        "description": "A sourced record of diplomacy, read from news and official readouts.",
        "databases": {database: {"tables": TABLES, "queries": QUERIES}},
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _write(selection: Selection) -> str:
    target = selection.record.store.target
    return metadata("memcon" if "://" in target else Path(target).stem)


FORMAT = Format("datasette", "metadata with which the SQLite record browses well in Datasette", _write)
