"""Each format is opened by a reader that is not ours, where one is installed."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.errors import DocumentError, NotInRecord, RecordError
from memcon.export import csvtable, geojson, ical, jsonlines
from memcon.export.formats import FORMATS, named
from memcon.merging import merge
from memcon.model import Document, Original, Place
from memcon.questions import Record
from tests.merging.factory import event, reading

Written = Callable[..., bytes]
ATOM = "{http://www.w3.org/2005/Atom}"


def _rows(made: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode()), delimiter=delimiter))


@pytest.mark.parametrize("name", [f.name for f in FORMATS if f.name != "markdown"])
def test_an_empty_record_makes_a_file_too(name: str, tmp_path: Path) -> None:
    from memcon.export.selection import Asked, Selection

    with Record(tmp_path / "empty.db") as empty:
        made = named(name).write(Selection(empty, Asked(as_of="2025-01-01")))
        assert isinstance(made, (str, bytes)) or list(made) is not None


@pytest.mark.parametrize("name", [f.name for f in FORMATS])
def test_the_same_record_makes_the_same_file(name: str, written: Written) -> None:
    parties = ("GBR", "USA") if name == "markdown" else ()
    assert written(name, *parties) == written(name, *parties)


def test_csv_holds_a_row_an_entry_and_its_dictionary_every_column(written: Written) -> None:
    rows = _rows(written("csv"))
    call = next(r for r in rows if r["type"] == "video_call")
    assert (call["first"], call["last"], call["first_since"]) == ("2024-04-16", "2024-04-16", "P17M")
    assert (call["documents"], call["sources"]) == ("beijing-2024; pentagon-2024", "2")
    round_ = next(r for r in rows if r["type"] == "dialogue_round")
    assert (round_["first"], round_["last"], round_["place"]) == ("2024-09-10", "2024-09-11", "London")
    described = list(csv.DictReader(io.StringIO(csvtable.described())))
    assert [d["column"] for d in described] == list(rows[0])
    assert all(d["meaning"] and d["kind"] for d in described)


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ({"types": ("video_call",)}, {"video_call"}),
        ({"since": "2024-12"}, {"phone_call"}),
        ({"until": "2018"}, {"sanction"}),
    ],
)
def test_filters_are_those_of_the_timeline(asked: dict[str, object], types: set[str], written: Written) -> None:
    assert {r["type"] for r in _rows(written("csv", **asked))} == types
    kinds = {
        json.loads(line)["entry"]["type"] for line in written("jsonl", **asked).splitlines() if b'"entry"' in line[:20]
    }
    assert kinds == types


def test_jsonl_loses_nothing_on_the_way_back(written: Written, record: Record, tmp_path: Path) -> None:
    made = written("jsonl")
    with Record(tmp_path / "again.db") as again:
        jsonlines.restore(again, made.splitlines())
        assert again.store.dump() == record.store.dump()
    entries = [json.loads(line)["entry"] for line in made.splitlines() if line.startswith(b'{"kind":"entry"')]
    assert [e["id"] for e in entries] == [e.id for e in record.timeline()]


def test_jsonl_carries_copies_and_originals(written: Written, record: Record, tmp_path: Path) -> None:
    page = Original(media_type="text/html", body=bytes(range(256)))
    same = {"text": "The foreign ministers of Chile and Peru met in Lima.", "original": page}
    for name, url in (("peru", "https://example.org/p"), ("chile", "https://example.org/c")):
        document = Document(id=name, url=url, **same)  # type: ignore[arg-type]
        record.add(document, reading(name, event("meeting", "CHL", "PER", date="2024-03-04"), date="2024-03-05"))
    made = written("jsonl").splitlines()
    with Record(tmp_path / "again.db") as again:
        jsonlines.restore(again, made)
        assert again.store.dump() == record.store.dump()
        assert again.original("peru") == again.original("chile") == page
        assert again.show("peru").document.also == ("https://example.org/p",)
        jsonlines.restore(again, made)
        assert again.store.dump() == record.store.dump()


def test_jsonl_carries_decisions(written: Written, record: Record, tmp_path: Path) -> None:
    call, refusal = (record.timeline(types=[kind])[0].id for kind in ("video_call", "contact_refused"))
    record.decide("amend", call, reason="the readout says so", author="ana", values={"date": "2024-04-17"})
    record.decide("reject", refusal, reason="a rumour", author="ana")
    record.undo(2, author="ben")
    made = written("jsonl").splitlines()
    with Record(tmp_path / "again.db") as again:
        jsonlines.restore(again, made)
        assert again.store.dump() == record.store.dump()
        assert again.decisions() == record.decisions()
        assert again.timeline(types=["video_call"])[0].date == "2024-04-17"
        with pytest.raises(RecordError, match="decisions of its own"):
            jsonlines.restore(again, made)


def test_jsonl_names_the_line_that_is_none() -> None:
    with pytest.raises(DocumentError, match="line 2"):
        list(jsonlines.parsed(["\n", "{}"]))


def test_jsonl_keeps_to_its_schema(written: Written) -> None:
    schema = json.loads(jsonlines.described())
    assert schema["$schema"] == jsonlines.SCHEMA
    assert {"DocumentLine", "EntryLine", "Reading", "Evidence"} <= set(schema["$defs"])
    library = pytest.importorskip("jsonschema_rs", reason="jsonschema-rs is not installed")
    check = library.validator_for(schema)
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    assert [error.message for line in lines for error in check.iter_errors(line)] == []
    assert not check.is_valid({"kind": "document", "document": {"id": 1}})


def test_markdown_has_the_parts_of_the_dossier(written: Written) -> None:
    page = written("markdown", "USA", "CHN").decode()
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings[0] == "# United States – China"
    assert {"## Last contact", "## Refused, unanswered, broken off", "## Timeline"} <= set(headings)
    assert "contact again: video call, 16 Apr 2024" in page
    assert "put Li on the list" in page


def test_markdown_escapes_what_would_be_markup(tmp_path: Path) -> None:
    from memcon.export.markdown import dossier
    from tests.questions.record_samples import document

    met = event("meeting", "FRA", "DEU", date="2024-01-05", evidence="<script> *met* [here](x) | there")
    with Record(tmp_path / "m.db") as record:
        record.add_all([document("d", reading("d", met))])
        page = dossier(record.dossier("FRA", "DEU", as_of="2025"))
    assert r"\<script\> \*met\* \[here\](x) \| there" in page


def test_markdown_needs_two_parties(written: Written) -> None:
    with pytest.raises(RecordError, match="two parties"):
        written("markdown", "USA")


def test_ical_opens_in_a_calendar(written: Written) -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    held = icalendar.Calendar.from_ical(written("ical")).walk("VEVENT")
    found = {str(e["CATEGORIES"].cats[0]): e for e in held}
    round_ = found["dialogue_round"]
    assert (str(round_.decoded("DTSTART")), str(round_.decoded("DTEND"))) == ("2024-09-10", "2024-09-12")
    assert str(round_["LOCATION"]) == "London, GBR"
    assert str(found["video_call"]["URL"]) == "https://www.defense.gov/readout"
    assert str(found["contact_refused"].decoded("DTEND")) == "2023-06-01"


def test_ical_folds_lines_at_75_bytes_and_escapes(written: Written) -> None:
    quote = "会谈; " * 60
    made = ical.calendar(
        merge([reading("d", event("meeting", "FRA", "DEU", date="2024-01-05", evidence=quote))]), {}, _day()
    )
    assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
    assert made.replace("\r\n ", "").count("会谈\\;") == 60


def _day():  # type: ignore[no-untyped-def]
    import datetime as dt

    return dt.date(2025, 1, 1)


def test_atom_is_a_feed(written: Written, record: Record) -> None:
    root = ET.fromstring(written("atom"))
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(record.timeline())
    for e in [root, *entries]:
        assert all(e.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated"))
    days = [e.find(f"{ATOM}updated").text for e in entries]  # type: ignore[union-attr]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
    parsed = feedparser.parse(written("atom"))
    assert not parsed.bozo
    assert "https://www.defense.gov/readout" in {e.get("link") for e in parsed.entries}


def test_jsonfeed_has_what_the_standard_asks_for(written: Written) -> None:
    feed = json.loads(written("jsonfeed"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all(item["id"] and item["content_text"] for item in feed["items"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])


def test_geojson_puts_cities_on_the_map(written: Written) -> None:
    made = json.loads(written("geojson"))
    points = {f["properties"]["place"]: f["geometry"]["coordinates"] for f in made["features"] if f["geometry"]}
    longitude, latitude = points["London"]
    assert (round(longitude), round(latitude)) == (0, 52)
    assert "Siem Reap" in points
    library = pytest.importorskip("geojson", reason="geojson is not installed")
    assert library.loads(written("geojson")).is_valid


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (Place(name="Peking", country="CHN"), (116, 40)),
        (Place(name="北京", country=None), (116, 40)),
        (Place(name="Paris", country="FRA"), (2, 49)),
        (Place(name="Paris", country="MNG"), None),
        (Place(name=None, country="FRA"), None),
        (Place(name="Downing Street", country="GBR"), None),
        (None, None),
    ],
)
def test_only_cities_have_positions(place: Place | None, where: tuple[int, int] | None) -> None:
    found = geojson.position(place)
    assert (found and (round(found[0]), round(found[1]))) == where


@pytest.mark.parametrize(("asked", "hint"), [("csvv", "csv"), ("jsonlines", "jsonl"), ("geo-json", "geojson")])
def test_an_unknown_format_is_answered_with_the_nearest(asked: str, hint: str) -> None:
    with pytest.raises(NotInRecord, match=f"Did you mean .*{hint}"):
        named(asked)
