"""`memcon read` and `memcon watch`: which documents, read by whom, into what."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli.group import commands
from memcon.errors import NotInRecord
from memcon.questions import Record

CALL = "President Emmanuel Macron spoke by telephone with Prime Minister Narendra Modi of India on Friday."


def run(*args: str) -> Result:
    return CliRunner().invoke(commands, list(args), standalone_mode=False)


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_tables_are_read_by_a_column_map(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text(f"nr,words\n7,{CALL}\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert (
        run("read", str(tmp_path / "news.csv"), "--columns", "id=nr,text=words", "--jsonl", str(out)).exception is None
    )
    assert ids(out) == ["7"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--columns", "words=text"], "the fields are text, id"),
        (["--columns", "text"], "FIELD=COLUMN"),
        (["--format", "pdf"], "one of text, html, jsonl"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, options: list[str], message: str) -> None:
    (tmp_path / "a.txt").write_text(CALL, encoding="utf-8")
    result = run("read", str(tmp_path), "--jsonl", str(tmp_path / "out"), *options)
    assert message in str(result.exception)


def test_addresses_are_not_fetched_unasked(tmp_path: Path) -> None:
    result = run("read", "http://127.0.0.1:9/page", "--jsonl", str(tmp_path / "out.jsonl"))
    assert result.return_value == 1
    assert "only on request (--fetch)" in result.stderr


@pytest.mark.slow
def test_worker_processes_write_the_same_bytes(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"{CALL} It was call number {number}.", encoding="utf-8")
    (tmp_path / "13.txt").write_bytes(b"\x00\x00")
    for workers in ("1", "2"):
        result = run("read", str(tmp_path), "--workers", workers, "--jsonl", str(tmp_path / f"out{workers}"))
        assert result.return_value == 1
        assert "13.txt: is not text" in result.stderr
    assert (tmp_path / "out1").read_bytes() == (tmp_path / "out2").read_bytes()
    assert len(ids(tmp_path / "out1")) == 29


def test_pages_are_kept_beside_their_texts_and_copies_told(tmp_path: Path) -> None:
    page = f"<html><body><p>{CALL}</p></body></html>".encode()
    for name in ("one", "two"):
        (tmp_path / f"{name}.html").write_bytes(page)
    record = ("--record", str(tmp_path / "memcon.db"))
    result = run("read", str(tmp_path / "one.html"), str(tmp_path / "two.html"), *record)
    assert "2 documents read into" in result.stdout
    assert "1 new, 1 with the text of another." in result.stdout
    assert "2 already there." in run("read", str(tmp_path), *record).stdout
    assert run("show", "two", "--original", *record).stdout.encode() == page
    bare = ("--record", str(tmp_path / "bare.db"))
    run("read", str(tmp_path / "one.html"), "--no-originals", *bare)
    assert isinstance(run("show", "one", "--original", *bare).exception, NotInRecord)


def test_a_watched_folder_goes_into_the_record(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "call.txt").write_text(CALL, encoding="utf-8")
    (inbox / "bad.txt").write_bytes(b"\x00\x00")
    result = run("watch", str(inbox), "--once", "--record", str(tmp_path / "memcon.db"))
    assert result.return_value == 1
    assert "bad.txt: is not text" in result.stderr
    with Record(tmp_path / "memcon.db", create=False) as record:
        assert record.counts()["documents"] == 1
