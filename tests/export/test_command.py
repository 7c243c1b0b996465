import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.commands.export import _put
from memcon.cli.group import commands
from memcon.errors import RecordError
from memcon.export.formats import FORMATS
from memcon.questions import Record


def _run(record: Record, *args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(commands, ["export", *args], env={"MEMCON_RECORD": record.store.target})
    return result.exit_code, result.stdout, result.stderr


def test_to_a_file_and_to_standard_output_alike(record: Record, tmp_path: Path) -> None:
    code, shown, _ = _run(record, "csv", "--party", "China", "--since", "2024")
    assert code == 0
    assert _run(record, "csv", str(tmp_path / "e.csv"), "--party", "China", "--since", "2024")[:2] == (0, "")
    assert (tmp_path / "e.csv").read_text("utf-8") == shown
    assert [r["type"] for r in csv.DictReader(shown.splitlines())] == ["video_call"]


def test_a_file_stays_as_it_was_where_an_export_fails(tmp_path: Path) -> None:
    def half() -> Iterator[str]:
        yield "half"
        raise RecordError("gone")

    (tmp_path / "e.jsonl").write_text("kept")
    with pytest.raises(RecordError):
        _put(half(), str(tmp_path / "e.jsonl"))
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("e.jsonl", "kept")]


def test_the_description_of_a_format(record: Record) -> None:
    assert _run(record, "csv", "--describe")[1].startswith("column,kind,meaning\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("cvs",), "Did you mean csv"),
        (("csv", "--type", "meting"), "Did you mean meeting"),
        (("atom", "--describe"), "no description"),
        (("csv", "/nowhere/e.csv"), "cannot be written"),
        (("csv", "--party", "a", "--party", "b", "--party", "c"), "one party or two"),
    ],
)
def test_wrong_use_is_told(record: Record, args: tuple[str, ...], words: str) -> None:
    code, shown, told = _run(record, *args)
    assert (code, shown) == (2, "")
    assert words in " ".join(told.split())


def test_help_lists_every_format(record: Record) -> None:
    shown = _run(record, "--help")[1]
    assert [f.name for f in FORMATS if f"  {f.name} " not in shown] == []


def test_a_record_made_again_from_its_export(record: Record, tmp_path: Path) -> None:
    record.decide("confirm", record.timeline()[0].id, reason="seen", author="ana")
    lines, again = str(tmp_path / "record.jsonl"), str(tmp_path / "again.db")
    assert _run(record, "jsonl", lines)[0] == 0
    result = CliRunner().invoke(commands, ["rebuild", "--from", lines, "--record", again])
    assert (result.exit_code, result.stdout[:2]) == (0, f"{len(record.timeline())} "[:2])
    with Record(again, create=False) as made:
        assert made.store.dump() == record.store.dump()


def test_an_export_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["rebuild", "--from", "/nowhere", "--record", str(tmp_path / "r.db")])
    assert result.exit_code == 2
    assert "does not exist" in result.stderr
    assert not (tmp_path / "r.db").exists()
