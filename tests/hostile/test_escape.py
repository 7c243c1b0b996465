"""No text of a document runs, leaves the record, or changes what a file or a page is."""

import csv
import io
import json
import re
import sqlite3
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.group import commands
from memcon.questions import Record
from memcon.record import search
from tests.hostile.making import DATES, NAMES, STORY, made

PAGES = [
    f"{a} of France met {b} of India in {c} on {d}. {STORY}"
    for a, b, c, d in zip(NAMES, NAMES[1:], NAMES[2:], DATES, strict=False)
]
TERMS = [
    *NAMES,
    '"',
    '""',
    "*",
    "a*",
    "NEAR(a b)",
    "title:x",
    "-x",
    "^a",
    "a OR",
    "AND",
    "(",
    "\x00",
    "{",
    "🦊",
    "%",
    "_",
    "' --",
    "\\",
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of hostile pages, in a folder of its own with a witness beside it."""
    home = tmp_path_factory.mktemp("home")
    texts = home / "texts"
    texts.mkdir()
    for number, text in enumerate(PAGES):
        (texts / f"page-{number}.txt").write_text(text)
    for number in range(34):
        name, data = made(number)
        if not name.endswith(".gz"):
            (texts / name).write_bytes(data)
    before = tree(home)
    path = home / "memcon.db"
    done = CliRunner(env={"NO_COLOR": "1"}).invoke(
        commands, ["read", str(texts), "--record", str(path), "--workers", "1"], standalone_mode=False
    )
    assert done.exception is None, done.exception
    assert {p for p in tree(home) if "memcon.db" not in p} == before
    return path


def tree(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*")}


def test_the_tables_are_whole_and_what_they_were(record: Path) -> None:
    with Record(record, create=False) as held:
        held.store.look_through()
        assert held.counts()["documents"] >= len(PAGES)
        assert held.counts()["events"] > 0
        before = held.store.dump()
        held.rebuild()
        assert held.store.dump() == before
    with sqlite3.connect(record) as plain:
        assert plain.execute("SELECT count(*) FROM entry").fetchone()[0] > 0


@pytest.mark.parametrize("term", TERMS)
def test_any_words_may_be_searched_for(record: Path, term: str) -> None:
    with Record(record, create=False) as held:
        for hit in held.search(term):
            assert held.show(hit.document.id).document.text
        assert isinstance(held.store.ask(lambda c: search.find(c, term)), list)


class Tags(HTMLParser):
    """The tags of a page that only a document could have brought."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if any(name.startswith("on") for name, _ in attrs) or (tag == "script" and not dict(attrs).get("src")):
            self.found.append(tag)


def test_no_page_holds_markup_of_a_document(record: Path) -> None:
    client = pytest.importorskip("fastapi.testclient")
    from memcon.web.app import create

    with Record(record, create=False) as held:
        pages = client.TestClient(create(held), base_url="http://127.0.0.1")
        names = [e["id"] for e in pages.get("/api/events?size=20").json()["entries"]]
        documents = [f"/document/page-{n}" for n in range(len(PAGES))]
        for path in ("/", "/timeline", "/documents", "/search?q=alert", *(f"/event/{n}" for n in names), *documents):
            answer = pages.get(path)
            assert answer.status_code == 200, (path, answer.text[:200])
            tags = Tags()
            tags.feed(answer.text)
            assert tags.found == [], path


@pytest.mark.parametrize("form", ["csv", "dyads", "markdown", "jsonl", "geojson", "atom", "graphml"])
def test_no_export_is_anything_but_what_it_says(record: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    sides = ["--party", "FRA", "--party", "IND"] if form == "markdown" else []
    asked = ["export", form, str(out), "--record", str(record), "--as-of", "2025-01-01", *sides]
    done = CliRunner(env={"NO_COLOR": "1"}).invoke(commands, asked, standalone_mode=False)
    assert done.exception is None, done.exception
    text = out.read_text("utf-8")
    if form in ("csv", "dyads"):
        rows = list(csv.reader(io.StringIO(text)))
        assert len({len(row) for row in rows}) == 1
        # A spreadsheet takes a cell that begins so for a formula.
        assert not [c for row in rows for c in row if re.match(r"[=@\t\r]|[+-](?![\d.]+$)", c)]
    elif form in ("atom", "graphml"):
        import xml.etree.ElementTree as tree

        tree.fromstring(text)
    elif form in ("jsonl",):
        assert all(json.loads(line) for line in text.splitlines())
    elif form == "geojson":
        json.loads(text)
    else:
        assert not re.search(r"<(script|img)\b", text)
