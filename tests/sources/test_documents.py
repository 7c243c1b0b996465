"""Paths in, documents or errors by name out."""

import io
import os
from pathlib import Path

import pytest

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import Limits, documents

PAGE = """<!doctype html><html lang="en"><head><title>Macron and Modi talk | Example Herald</title>
<meta property="og:site_name" content="Example Herald"><meta name="author" content="Anna Smith">
<meta property="article:published_time" content="2024-03-12T09:00:00Z">
<link rel="canonical" href="https://example.org/macron-modi"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Macron and Modi talk</h1>
<p>President Emmanuel Macron spoke by telephone with Prime Minister Narendra Modi of India on Friday about the war
in Ukraine, his office said in a statement.</p><p>The two leaders agreed to meet in Paris in the coming weeks, and to
continue their work on a treaty about trade in goods and services between the two countries.</p></article>
<footer>Contact us</footer></body></html>"""


def read(*paths: Path | str, **options: object) -> list[Document | DocumentError]:
    return list(documents(paths, **options))  # type: ignore[arg-type]


def good(found: list[Document | DocumentError]) -> list[Document]:
    return [d for d in found if isinstance(d, Document)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/talks.txt", "a/talks.txt", "a/zeta.txt", "alpha.txt", ".hidden/secret.txt", "a/.secret.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"The text of {name}.", encoding="utf-8")
    (tmp_path / "a" / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_folders_are_read_in_one_order_and_hidden_files_left(folder: Path) -> None:
    texts = [d.text for d in good(read(folder))]
    assert texts == [f"The text of {n}." for n in ("alpha.txt", "a/talks.txt", "a/zeta.txt", "b/talks.txt")]


def test_two_files_of_one_name_have_two_ids(folder: Path) -> None:
    assert [d.id for d in good(read(folder))] == ["alpha", "talks", "zeta", "b-talks"]


def test_a_file_named_twice_has_two_ids(folder: Path) -> None:
    ids = [d.id for d in good(read(folder / "alpha.txt", folder / "alpha.txt"))]
    assert len(set(ids)) == 2


@pytest.mark.parametrize(("name", "id_"), [("2024-05-31.txt", "2024-05-31"), ("a.b.txt", "a.b"), ("readme", "readme")])
def test_the_id_is_the_name_without_its_ending(tmp_path: Path, name: str, id_: str) -> None:
    (tmp_path / name).write_text("Some text.", encoding="utf-8")
    assert [d.id for d in good(read(tmp_path / name))] == [id_]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x00\x01\x02")
    (folder / "empty.txt").write_bytes(b"")
    found = read(folder, folder / "nothing.txt")
    assert len(good(found)) == 4
    errors = [d for d in found if isinstance(d, DocumentError)]
    assert [Path(e.document).name for e in errors] == ["bad.txt", "empty.txt", "nothing.txt"]
    assert [e.reason for e in errors] == [
        "is not text: it holds zero bytes",
        "is empty",
        "there is no such file or folder",
    ]


def test_a_folder_that_cannot_be_opened_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def closed(path: str) -> object:
        if path.endswith("/a"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", closed)
    found = read(folder)
    assert [d.id for d in good(found)] == ["alpha", "talks"]
    assert [(e.document, e.reason) for e in found if isinstance(e, DocumentError)] == [
        (str(folder / "a"), "cannot be opened: Permission denied")
    ]


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text("word " * 1000, encoding="utf-8")
    (error,) = read(tmp_path, limits=Limits(file=1000))
    assert isinstance(error, DocumentError)
    assert "larger than 0.001 MB" in error.reason


def test_a_text_longer_than_a_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text("word " * 1000, encoding="utf-8")
    (error,) = read(tmp_path, limits=Limits(document=1000))
    assert isinstance(error, DocumentError)
    assert "more than 1,000 characters" in error.reason


def test_a_page_gives_its_story_and_what_it_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (page,) = good(read(tmp_path))
    assert (page.id, page.title, page.outlet) == ("page", "Macron and Modi talk", "Example Herald")
    assert (page.author, page.date, page.url) == ("Anna Smith", "2024-03-12", "https://example.org/macron-modi")
    assert page.text.startswith("Macron and Modi talk\n")
    assert "agreed to meet in Paris" in page.text
    assert "Sport" not in page.text
    assert "Contact us" not in page.text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<html><body></body></html>", "holds no text"),
        ("<div>" * 60_000, "tags"),
        ("<div>" * 5_000 + "text", "nests"),
    ],
)
def test_pages_that_are_none(tmp_path: Path, markup: str, reason: str) -> None:
    (tmp_path / "page.html").write_text(markup, encoding="utf-8")
    (error,) = read(tmp_path)
    assert isinstance(error, DocumentError)
    assert reason in error.reason


@pytest.mark.parametrize(("data", "start"), [(b"Plain text.", "Plain"), (PAGE.encode(), "Macron and Modi talk\n")])
def test_standard_input_is_told_by_its_beginning(data: bytes, start: str) -> None:
    (found,) = good(read("-", stdin=io.BytesIO(data)))
    assert found.id == "stdin"
    assert found.text.startswith(start)


def test_a_format_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (found,) = good(read(tmp_path / "page.txt", format="html"))
    assert found.title == "Macron and Modi talk"
    with pytest.raises(KeyError, match="no format 'pdf': one of text, html"):
        read(tmp_path, format="pdf")
