"""What a text was taken from is kept beside it, up to a size, where it is more than the text."""

import csv
import io
from pathlib import Path

import pytest

from memcon.model import Document, Original
from memcon.sources import Limits, documents, joined
from tests.sources.test_formats import archive

STORY = "Foreign Minister Lavrov received the Iranian ambassador in Moscow on 3 March 2023, and both spoke of trade."
PAGE = f"<html><head><title>Talks in Moscow</title></head><body><p>{STORY}</p></body></html>".encode()
CYRILLIC = "Министр принял посла Ирана в Москве.".encode("cp1251")
FEED = f"""<rss version="2.0"><channel><title>Desk</title><item><title>Talks</title><link>https://example.org/t</link>
<description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item></channel></rss>""".encode()


def table() -> bytes:
    made = io.StringIO()
    csv.writer(made).writerows([("text",), (f"<p>{STORY}</p>",), (STORY,)])
    return made.getvalue().encode()


def read(path: Path, limits: Limits | None = None) -> list[Document]:
    found = list(documents([path], limits=limits))
    assert all(isinstance(f, Document) for f in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.html", PAGE, [Original(media_type="text/html", body=PAGE)]),
        ("a.txt", STORY.encode(), [None]),
        ("a.txt", CYRILLIC, [Original(media_type="text/plain", body=CYRILLIC)]),
        ("a.csv", table(), [Original(media_type="text/html", body=f"<p>{STORY}</p>".encode()), None]),
        ("a.rss", FEED, [Original(media_type="text/html", body=f"<p>{STORY}</p>".encode())]),
    ],
)
def test_originals(tmp_path: Path, name: str, data: bytes, expected: list[Original | None]) -> None:
    if name == "a.rss":
        pytest.importorskip("feedparser")
    (tmp_path / name).write_bytes(data)
    assert [d.original for d in read(tmp_path / name)] == expected
    assert [d.original for d in read(tmp_path / name, Limits(original=10))] == [None] * len(expected)


def test_pages_of_an_archive_keep_theirs_and_are_one_where_they_are_the_same(tmp_path: Path) -> None:
    media = "text/html; charset=utf-8"
    pages = [("https://example.org/a", "200 OK", media, PAGE), ("https://example.com/b", "200 OK", media, PAGE)]
    found = read(archive(tmp_path / "a.warc", pages, packed=False))
    assert [d.original for d in found] == [Original(media_type=media, body=PAGE)] * 2
    (one,) = joined(found)
    assert {one.url, *one.also} == {"https://example.org/a", "https://example.com/b"}
