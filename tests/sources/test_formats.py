"""Files of many documents: JSON Lines, JSON, CSV, Parquet, web archives, feeds, GOV.UK content."""

import csv
import gzip
import importlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from memcon.errors import DocumentError, MissingExtra
from memcon.model import Document
from memcon.sources import FORMATS, Columns, Limits, documents

CALL = "President Emmanuel Macron spoke by telephone with Prime Minister Narendra Modi of India on Friday."
VISIT = "King Felipe of Spain arrives in Cairo on Monday for a three-day visit to Egypt."
ROWS: list[dict[str, Any]] = [
    {"id": "call", "body": CALL, "link": "https://example.org/call", "published": "2024-03-12T09:00:00Z",
     "headline": "Macron and Modi talk", "source": "Example Herald", "byline": "Anna Smith"},
    {"id": "visit", "body": VISIT, "link": "https://example.org/visit", "published": "2024-03-13",
     "headline": "Felipe in Cairo", "source": "Example Herald", "byline": ""},
]  # fmt: skip
FOUND = [
    Document(id="call", text=CALL, url="https://example.org/call", date="2024-03-12", title="Macron and Modi talk",
             outlet="Example Herald", author="Anna Smith"),
    Document(id="visit", text=VISIT, url="https://example.org/visit", date="2024-03-13", title="Felipe in Cairo",
             outlet="Example Herald"),
]  # fmt: skip


def read(path: Path, **options: Any) -> list[Document | DocumentError]:
    return list(documents([path], **options))


def as_lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    return path


def as_json(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def as_csv(path: Path, rows: list[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]), delimiter="\t" if path.suffix == ".tsv" else ",")
        writer.writeheader()
        writer.writerows(rows)
    return path


def as_parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    pyarrow = pytest.importorskip("pyarrow")
    importlib.import_module("pyarrow.parquet").write_table(pyarrow.Table.from_pylist(rows), path)
    return path


WRITERS = {
    "news.jsonl": as_lines,
    "news.ndjson": as_lines,
    "news.json": as_json,
    "news.csv": as_csv,
    "news.tsv": as_csv,
    "news.parquet": as_parquet,
}


@pytest.mark.parametrize("name", WRITERS)
def test_rows_by_the_usual_names(tmp_path: Path, name: str) -> None:
    assert read(WRITERS[name](tmp_path / name, ROWS)) == FOUND


@pytest.mark.parametrize("name", WRITERS)
def test_rows_by_a_column_map(tmp_path: Path, name: str) -> None:
    rows = [{"nr": 7, "words": CALL, "when": 1710234000, "body": "not this"}]
    (found,) = read(WRITERS[name](tmp_path / name, rows), columns=Columns(text="words", id="nr", date="when"))
    assert found == Document(id="7", text=CALL, date="2024-03-12")


@pytest.mark.parametrize("name", WRITERS)
def test_a_row_without_an_id_is_called_after_its_file_and_number(tmp_path: Path, name: str) -> None:
    rows = [{"text": CALL}, {"text": VISIT}]
    assert [d.id for d in read(WRITERS[name](tmp_path / name, rows)) if isinstance(d, Document)] == ["news-1", "news-2"]


@pytest.mark.parametrize("name", WRITERS)
def test_a_row_without_text_is_named_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    first, second = read(WRITERS[name](tmp_path / name, [{"text": " "}, {"text": CALL}]))
    assert isinstance(first, DocumentError)
    assert first.reason == "holds no text under 'text'"
    assert first.document.endswith(("line 1", "row 1", "item 1"))
    assert isinstance(second, Document)


@pytest.mark.parametrize("name", ["news.csv", "news.parquet", "news.json"])
def test_a_table_without_text_says_what_it_has(tmp_path: Path, name: str) -> None:
    (error,) = read(WRITERS[name](tmp_path / name, [{"number": 1, "note": "x"}]))
    assert isinstance(error, DocumentError)
    assert "text=COLUMN" in error.reason
    assert "'number', 'note'" in error.reason


@pytest.mark.parametrize("name", ["news.jsonl", "news.csv", "news.txt"])
def test_packed_files_are_unpacked_as_they_are_read(tmp_path: Path, name: str) -> None:
    plain = WRITERS.get(name, lambda p, _: p)(tmp_path / name, ROWS)
    if name == "news.txt":
        plain.write_text(CALL, encoding="utf-8")
    (tmp_path / "packed").mkdir()
    packed = tmp_path / "packed" / (name + ".gz")
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert read(packed) == read(plain)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"a" * 3_000_000, mtime=0), "unpacks to more than the limit"),
        (gzip.compress(b"text " * 1000, mtime=0)[:-20], "damaged or cut off"),
        (b"no gzip at all", "cannot be read"),
    ],
)
def test_packed_files_that_are_damaged_or_bombs(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt.gz").write_bytes(data)
    (error,) = read(tmp_path / "a.txt.gz", limits=Limits(unpacked=1_000_000))
    assert isinstance(error, DocumentError)
    assert reason in error.reason


def test_lines_that_are_no_json_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        b'{"text": "one"}\n\nnonsense\n[1]\n{"text": "\xff"}\n' + b'{"a":' * 5000 + b"\n" + b'{"text": "two"}\n'
    )
    found = read(tmp_path / "a.jsonl")
    assert [d.text for d in found if isinstance(d, Document)] == ["one", "two"]
    errors = [d for d in found if isinstance(d, DocumentError)]
    assert [e.document.rpartition(", ")[2] for e in errors] == ["line 3", "line 4", "line 5", "line 6"]


def test_fields_within_fields(tmp_path: Path) -> None:
    as_lines(tmp_path / "a.jsonl", [{"article": {"text": CALL, "source": {"name": "Example Herald"}}}])
    (found,) = read(tmp_path / "a.jsonl", columns=Columns(text="article.text", outlet="article.source"))
    assert found == Document(id="a-1", text=CALL, outlet="Example Herald")


def test_marked_up_text_in_a_row_becomes_plain(tmp_path: Path) -> None:
    as_lines(tmp_path / "a.jsonl", [{"text": f"<p>{CALL}</p><p>{VISIT}</p><script>alert(1)</script>"}])
    (found,) = read(tmp_path / "a.jsonl")
    assert isinstance(found, Document)
    assert found.text == f"{CALL}\n\n{VISIT}"


def test_a_quotation_mark_never_closed_is_an_error_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('text\nfirst row\n"never closed' + " word" * 40_000, encoding="utf-8")
    first, second = read(tmp_path / "a.csv", limits=Limits(document=131_072))
    assert isinstance(first, Document)
    assert isinstance(second, DocumentError)
    assert "row 2" in second.document


def test_a_table_in_another_character_set(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(
        "title;text\n会谈;国务委员兼外长王毅周二在北京会见来访的德国外长，双方交换了意见。\n".encode("gb18030")
    )
    (found,) = read(tmp_path / "a.csv")
    assert isinstance(found, Document)
    assert found.title == "会谈"


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Example Herald</title>
<item><title>Macron &amp; Modi talk</title><link>https://example.org/call</link>
<pubDate>Tue, 12 Mar 2024 09:05:00 GMT</pubDate><author>Anna Smith</author>
<description>&lt;p&gt;The two leaders spoke on Friday.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>
<item><guid>2</guid><description>Second entry.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Herald</title><entry>
<title>Macron and Modi talk</title><link href="https://example.org/call"/><updated>2024-03-12T09:05:00Z</updated><summary>Short.</summary>
<content type="html">&lt;p&gt;The two leaders spoke on Friday.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(("name", "data"), [("a.rss", FEED), ("a.atom", ATOM), ("a.xml", FEED)])
def test_feeds(tmp_path: Path, name: str, data: str) -> None:
    pytest.importorskip("feedparser")
    (tmp_path / name).write_text(data, encoding="utf-8")
    found = read(tmp_path / name)
    first = found[0]
    assert isinstance(first, Document)
    assert first.text.endswith("talk\n\nThe two leaders spoke on Friday.")
    assert (first.url, first.date, first.outlet) == ("https://example.org/call", "2024-03-12", "Example Herald")
    assert first.id.startswith("a-")


@pytest.mark.parametrize("data", ["<rss><channel></channel></rss>", "nothing of the kind", "<rss>" * 10_000])
def test_feeds_that_are_none(tmp_path: Path, data: str) -> None:
    pytest.importorskip("feedparser")
    (tmp_path / "a.rss").write_text(data, encoding="utf-8")
    (error,) = read(tmp_path / "a.rss")
    assert isinstance(error, DocumentError)
    assert "feed" in error.reason


ITEM: dict[str, Any] = {
    "base_path": "/government/news/uk-and-norway-sign-agreement",
    "title": "UK and Norway sign agreement",
    "description": "The two countries will work together at sea.",
    "document_type": "press_release",
    "first_published_at": "2024-05-31T12:00:00.000+01:00",
    "public_updated_at": "2024-06-02T12:00:00.000+01:00",
    "links": {"organisations": [{"title": "Ministry of Defence"}, {"title": "Foreign Office"}]},
    "details": {
        "body": "<div class='govspeak'><p>The ministers signed in London.</p><p>They will meet again.</p></div>"
    },
}


def test_govuk_content(tmp_path: Path) -> None:
    (tmp_path / "item.json").write_text(json.dumps(ITEM), encoding="utf-8")
    (found,) = read(tmp_path / "item.json")
    assert found == Document(
        id="uk-and-norway-sign-agreement",
        text="UK and Norway sign agreement\n\nThe two countries will work together at sea.\n\n"
        "The ministers signed in London.\n\nThey will meet again.",
        url="https://www.gov.uk/government/news/uk-and-norway-sign-agreement",
        date="2024-05-31",
        title="UK and Norway sign agreement",
        outlet="Ministry of Defence, Foreign Office",
        original=found.original,
    )
    assert found.original is not None
    assert (found.original.media_type, json.loads(found.original.body)) == ("application/json", ITEM)


def test_govuk_content_on_lines_and_in_several_forms(tmp_path: Path) -> None:
    forms = [
        {"content_type": "text/govspeak", "content": "The *ministers*"},
        {"content_type": "text/html", "content": "<p>The ministers</p>"},
    ]
    as_lines(tmp_path / "a.jsonl", [ITEM, {**ITEM, "details": {"body": forms}}, {**ITEM, "details": {}}])
    first, second, third = read(tmp_path / "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert second.text.endswith("\n\nThe ministers")
    assert isinstance(third, DocumentError)
    assert "without a body" in third.reason


def archive(path: Path, pages: list[tuple[str, str, str, bytes]], packed: bool) -> Path:
    writer_of = pytest.importorskip("warcio.warcwriter")
    headers_of = importlib.import_module("warcio.statusandheaders").StatusAndHeaders
    with path.open("wb") as out:
        writer = writer_of.WARCWriter(out, gzip=packed)
        for url, status, media, body in pages:
            headers = headers_of(status, [("Content-Type", media)], protocol="HTTP/1.0")
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=headers,
                warc_headers_dict={"WARC-Date": "2024-03-12T09:00:00Z"},
            )  # fmt: skip
            writer.write_record(record)
    return path


PAGE = (
    "<html><head><title>Macron and Modi talk</title></head>"
    f"<body><article><p>{CALL}</p><p>{VISIT}</p></article></body></html>"
).encode()


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_web_archives(tmp_path: Path, name: str, packed: bool) -> None:
    pages = [
        ("https://example.org/call", "200 OK", "text/html; charset=utf-8", PAGE),
        ("https://example.org/gone", "404 Not Found", "text/html", b"<p>gone</p>"),
        ("https://example.org/logo", "200 OK", "image/png", b"\x89PNG"),
        ("https://example.org/huge", "200 OK", "text/plain", b"word " * 100_000),
        ("https://example.org/note", "200 OK", "text/plain", VISIT.encode()),
    ]
    call, huge, note = read(archive(tmp_path / name, pages, packed), limits=Limits(document=400_000))
    assert isinstance(call, Document)
    assert (call.url, call.date) == ("https://example.org/call", None)
    assert CALL in call.text
    assert isinstance(huge, DocumentError)
    assert "https://example.org/huge" in huge.document
    assert isinstance(note, Document)
    assert note.text == VISIT
    assert note.id != call.id


def test_an_archive_that_is_none(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    (tmp_path / "a.warc").write_bytes(b"This is no archive at all\r\n\r\n" * 10)
    (error,) = read(tmp_path / "a.warc")
    assert isinstance(error, DocumentError)
    assert "web archive" in error.reason


@pytest.mark.parametrize(("name", "package"), [("a.parquet", "pyarrow"), ("a.rss", "feedparser"), ("a.warc", "warcio")])
def test_a_missing_package_says_what_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    real = importlib.import_module

    def without(wanted: str, *rest: Any) -> Any:
        if wanted.split(".")[0] == package:
            raise ModuleNotFoundError(wanted)
        return real(wanted, *rest)

    monkeypatch.setattr("memcon.sources.needs.importlib.import_module", without)
    (tmp_path / name).write_bytes(b"anything")
    with pytest.raises(MissingExtra, match=r"pip install 'memcon\[formats\]'"):
        read(tmp_path / name)


def test_every_format_is_told_by_its_endings_and_described() -> None:
    endings = [e for f in FORMATS for e in f.endings]
    assert len(endings) == len(set(endings))
    assert all(f.description and f.name for f in FORMATS)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (json.dumps(ROWS[0]).encode() + b"\n" + json.dumps(ROWS[1]).encode(), 2),
        (json.dumps(ROWS).encode(), 2),
        (json.dumps(ITEM, indent=1).encode(), 1),
    ],
)
def test_what_comes_in_on_standard_input_is_told(data: bytes, count: int) -> None:
    found = list(documents(["-"], stdin=io.BytesIO(data)))
    assert [type(d) for d in found] == [Document] * count


def test_no_format_opens_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("the network was used")

    monkeypatch.setattr("socket.socket.connect", refuse)
    (tmp_path / "a.xml").write_text(FEED, encoding="utf-8")
    (tmp_path / "b.html").write_bytes(PAGE)
    assert all(isinstance(d, Document) for d in read(tmp_path))
