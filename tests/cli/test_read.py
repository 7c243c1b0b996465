"""`memcon read` and `memcon demo`, with the real reader on the sample documents."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli.group import commands
from memcon.samples import FOLDER

SAMPLES = ("call-2024-04-02-washington", "berlin-summons-ambassador", "quarter-final")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in SAMPLES:
        (texts / f"{name}.txt").write_bytes((FOLDER / f"{name}.txt").read_bytes())
    return texts


def run(*args: str, cwd: Path) -> Result:
    runner = CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1", "MEMCON_RECORD": str(cwd / "memcon.db")})
    return runner.invoke(commands, args, catch_exceptions=False, standalone_mode=False)


def test_reading_twice_changes_nothing_and_reads_nothing_again(folder: Path) -> None:
    first = run("read", str(folder), cwd=folder)
    assert "3 documents read into" in first.stdout
    assert "3 new." in first.stdout
    assert (first.return_value, first.stderr) == (0, "")
    before = run("timeline", "--json", cwd=folder).stdout
    again = run("read", str(folder), cwd=folder)
    assert "3 already there." in again.stdout
    assert run("timeline", "--json", cwd=folder).stdout == before
    assert "phone_call" in {e["type"] for e in json.loads(before)}


def test_a_changed_file_is_read_again(folder: Path) -> None:
    run("read", str(folder), cwd=folder)
    (folder / "quarter-final.txt").write_text("Another match.")
    assert "1 changed, 2 already there." in run("read", str(folder), cwd=folder).stdout


def test_bad_files_are_named_and_the_rest_is_read(folder: Path) -> None:
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02\x00")
    (folder / "empty.txt").write_bytes(b"")
    result = run("read", str(folder), str(folder / "missing.txt"), cwd=folder)
    assert result.return_value == 1
    assert "3 new" in result.stdout
    for name in ("binary.txt", "empty.txt", "missing.txt"):
        assert name in result.stderr
    assert "3 documents could not be read." in result.stderr


def test_readings_as_json_lines_keep_no_record(folder: Path) -> None:
    result = run("read", str(folder), "--jsonl", "-", cwd=folder)
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["id"] for r in readings] == sorted(SAMPLES)
    assert not (folder / "memcon.db").exists()
    target = folder / "out.jsonl"
    assert "3 readings written" in run("read", str(folder), "--jsonl", str(target), cwd=folder).stderr
    assert [json.loads(line) for line in target.read_text("utf-8").splitlines()] == readings


def test_an_unknown_format_is_told(folder: Path) -> None:
    import click

    with pytest.raises(click.UsageError, match="papyrus"):
        run("read", str(folder), "--format", "papyrus", cwd=folder)


def test_the_demo_reads_the_samples_and_says_what_to_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("demo", cwd=tmp_path)
    assert result.exception is None
    assert "documents and found" in result.stdout
    assert "One event, two accounts" in result.stdout
    tried = [line.split()[1:] for line in result.stdout.splitlines() if line.startswith("  memcon ")]
    assert len(tried) == 2
    for args in tried:
        assert run(*args, cwd=tmp_path).exception is None
