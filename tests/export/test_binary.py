"""Excel, Parquet, FollowTheMoney and Datasette metadata, each held against a reader that is not ours."""

import asyncio
import datetime as dt
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from memcon.export import datasette, ftm, parquet, xlsx
from memcon.export.eventtable import COLUMNS
from memcon.merging import merge
from memcon.questions import Record
from tests.merging.factory import event, reading
from tests.questions import record_samples

Written = Callable[..., bytes]
ODD = event("meeting", "FRA", "DEU", date="1871-05-10", evidence="=1+1 \x07 bell")


def test_excel_opens_with_dates_and_dictionary(written: Written) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    header, *rows = book["events"].iter_rows(values_only=True)
    assert header == tuple(c.name for c in COLUMNS)
    found = {row[header.index("type")]: dict(zip(header, row, strict=True)) for row in rows}
    call = found["video_call"]
    assert (call["first"].date(), call["sources"]) == (dt.date(2024, 4, 16), 2)
    assert [r[0] for r in book["dictionary"].iter_rows(min_row=2, values_only=True)] == list(header)
    assert book.properties.modified == dt.datetime(2025, 1, 1)


def test_excel_takes_no_word_for_a_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    made = xlsx.workbook(merge([reading("d", ODD)]), dt.date(2025, 1, 1))
    cells = openpyxl.load_workbook(io.BytesIO(made))["events"][2]
    assert (cells[-1].value, cells[-1].data_type) == ("=1+1  bell", "s")
    assert cells[2].value == "1871-05-10"


def test_parquet_opens_with_types(written: Written) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    import pyarrow.parquet as pq

    held = pq.read_table(io.BytesIO(written("parquet")))
    call = next(r for r in held.to_pylist() if r["type"] == "video_call")
    assert call["first"] == dt.date(2024, 4, 16)
    assert call["documents"] == ["beijing-2024", "pentagon-2024"]
    assert held.schema.field("date").metadata[b"description"].startswith(b"When, as EDTF")


def test_an_empty_parquet_keeps_its_types() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    import pyarrow.parquet as pq

    made = io.BytesIO(parquet.table([]))
    assert str(pq.read_schema(made).field("documents").type).startswith("list<")


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from memcon.errors import MissingExtra

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra, match=r"memcon\[formats\]"):
        xlsx.workbook([], dt.date(2025, 1, 1))


def _entities(made: str) -> dict[str, dict[str, Any]]:
    return {e["id"]: e for e in map(json.loads, made.splitlines())}


def test_entities_refer_to_entities_that_are_there(written: Written) -> None:
    found = _entities(written("ftm").decode())
    told = {v for e in found.values() for values in e["properties"].values() for v in values if v.startswith("memcon-")}
    assert told - set(found) == set()
    assert {e["schema"] for e in found.values()} >= {
        "Person", "PublicBody", "Event", "Sanction", "Article", "Mention",
    }  # fmt: skip
    sanction = next(e for e in found.values() if e["schema"] == "Sanction")["properties"]
    assert (sanction["authority"], sanction["startDate"]) == (["United States"], ["2018-09-20"])
    assert found[sanction["entity"][0]]["properties"]["name"] == ["Li Shangfu"]


def test_officials_of_the_tables_bring_their_posts() -> None:
    from memcon.knowledge import load

    term = next(t for t in load().tenures.terms if t.party == "FRA" and t.office == "foreign_minister" and t.until)
    person = load().tenures.officials[term.official]
    met = event("meeting", f"{person.id}:{person.name}@FRA", "DEU", date="2024-01-05")
    found = _entities(ftm.entities(merge([reading("d", met)]), [])).values()
    held = {p["id"]: p["properties"] for p in found if p["schema"] == "Position"}
    terms = [o["properties"] for o in found if o["schema"] == "Occupancy"]
    assert any(
        held[o["post"][0]]["name"] == [term.title] and o.get("endDate") == [term.until] for o in terms
    )  # fmt: skip


SCHEMA = json.loads((Path(__file__).parent / "followthemoney-3.8.2.json").read_text("utf-8"))
VALUES = {
    "country": SCHEMA["countries"].__contains__,
    "language": SCHEMA["languages"].__contains__,
    "date": re.compile(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?").fullmatch,
    "url": re.compile(r"https?://\S+").fullmatch,
    "entity": re.compile(r"memcon-[0-9a-f]{40}").fullmatch,
}


def faults(entity: dict[str, Any], found: dict[str, dict[str, Any]]) -> list[str]:
    """What in an entity is not as the schema has it: its names, types, ranges and what it requires."""
    name, told = entity["schema"], entity["properties"]
    known = SCHEMA["schemata"][name]
    made = [f"{name} lacks {p}" for p in known["required"] if p not in told]
    for p, values in told.items():
        if p not in known["properties"]:
            made.append(f"{name} has no {p}")
            continue
        kind, *ranges = known["properties"][p]
        made += [f"{name}.{p}: {v}" for v in values if kind in VALUES and not VALUES[kind](v)]
        for v in values if ranges else []:
            if ranges[0] not in SCHEMA["schemata"][found[v]["schema"]]["is_a"]:
                made.append(f"{name}.{p}: {found[v]['schema']} is no {ranges[0]}")
    return made


def test_entities_keep_to_the_published_schema(written: Written) -> None:
    found = _entities(written("ftm").decode())
    assert [fault for e in found.values() for fault in faults(e, found)] == []


@pytest.mark.parametrize(
    ("schema", "properties", "fault"),
    [
        ("Event", {}, "Event lacks name"),
        ("Event", {"name": ["x"], "colour": ["red"]}, "Event has no colour"),
        ("Event", {"name": ["x"], "country": ["France"]}, "Event.country: France"),
        ("Event", {"name": ["x"], "startDate": ["2024-05~"]}, "Event.startDate: 2024-05~"),
    ],
)
def test_the_check_sees_what_is_wrong(schema: str, properties: dict[str, list[str]], fault: str) -> None:
    assert faults({"schema": schema, "properties": properties}, {}) == [fault]


def test_entities_keep_to_the_schema_strictly(written: Written) -> None:
    library = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    found = _entities(written("ftm").decode())
    faults = []
    for e in found.values():
        schema = library.model.get(e["schema"])
        faults += [f"{e['schema']} lacks {name}" for name in schema.required if name not in e["properties"]]
        for name, values in e["properties"].items():
            known = schema.properties.get(name)
            if known is None or known.stub:
                faults.append(f"{e['schema']} has no {name}")
                continue
            for value in values:
                if known.type.clean(value) != value:
                    faults.append(f"{e['schema']}.{name}: {value}")
                if known.range is not None and not library.model.get(found[value]["schema"]).is_a(known.range):
                    faults.append(f"{e['schema']}.{name}: {found[value]['schema']} is no {known.range.name}")
    assert faults == []


@pytest.mark.parametrize(
    ("code", "told"), [("GBR", "gb"), ("GRC", "gr"), ("XKX", "xk"), ("NAM", "na"), ("EU", None), (None, None)]
)
def test_countries_in_two_letters(code: str | None, told: str | None) -> None:
    assert ftm.alpha2(code) == told


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_datasette_metadata_names_what_is_there(written: Written, record: Record) -> None:
    (name, held), *_ = json.loads(written("datasette"))["databases"].items()
    assert name == "memcon"
    with sqlite3.connect(record.store.target) as database:
        for table, told in held["tables"].items():
            columns = {row[1] for row in database.execute(f"pragma table_info({table})")}
            wanted = [*told.get("columns", {}), *told.get("facets", [])]
            wanted += [told[k] for k in ("sort_desc", "label_column") if k in told]
            assert columns, table
            assert set(wanted) <= columns


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", list(datasette.QUERIES))
def test_datasette_queries_answer(name: str, record: Record) -> None:
    with sqlite3.connect(record.store.target) as database:
        given = {"a": "CHN", "b": "USA", "party": "CHN"}
        rows = database.execute(datasette.QUERIES[name]["sql"], given).fetchall()
    assert len(rows) == {"pair": 5, "refusals": 1, "statements": 1, "coverage": 5}[name]


def test_datasette_serves_the_record_with_its_metadata(tmp_path: Path) -> None:
    app = pytest.importorskip("datasette.app", reason="datasette is not installed")
    path = tmp_path / "memcon.db"
    with Record(path) as record:
        record.add_all(record_samples.everything())
        told = json.loads(datasette.metadata("memcon"))

    async def asked() -> list[tuple[str, int]]:
        served = app.Datasette([str(path)], metadata=told)
        await served.invoke_startup()
        pages = [f"/memcon/{table}" for table in told["databases"]["memcon"]["tables"]]
        pages += [f"/memcon/{query}?a=CHN&b=USA&party=CHN" for query in told["databases"]["memcon"]["queries"]]
        return [(page, (await served.client.get(page)).status_code) for page in ["/memcon", *pages]]

    assert [(page, code) for page, code in asyncio.run(asked()) if code != 200] == []


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_open_in_duckdb_and_pandas(written: Written, tmp_path: Path, format: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    path = tmp_path / f"events.{format}"
    path.write_bytes(written(format))
    counted = duckdb.sql(f"SELECT count(*), count(DISTINCT id) FROM '{path}'").fetchall()
    frame = pandas.read_csv(path) if format == "csv" else pandas.read_parquet(path)
    assert counted == [(len(frame), frame["id"].nunique())]
    assert len(frame) == 7
