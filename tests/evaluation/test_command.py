"""`memcon evaluate` as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.evaluation.command import evaluate
from memcon.samples import ANSWERS, FOLDER

SAMPLE = Path(__file__).parent / "sample"
GIVEN = [str(ANSWERS), "--texts", str(FOLDER), "--readings", str(SAMPLE / "readings.jsonl")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(evaluate, list(arguments))


def test_json_holds_the_figures() -> None:
    result = run(*GIVEN, "--json", "--errors", "--cross", "outlet")
    assert result.exit_code == 0, result.output
    got = json.loads(result.output)
    expected = json.loads((SAMPLE / "figures.json").read_text(encoding="utf-8"))
    assert {name: got[name] for name in expected} == expected
    assert set(got) - set(expected) == {"calibration", "by_outlet", "errors"}
    assert sum(row["documents"] for row in got["by_outlet"].values()) == got["documents"]


def test_calibration_counts_every_event_once() -> None:
    got = json.loads(run(*GIVEN, "--json").output)
    assert sum(row["events"] for row in got["calibration"]["bins"]) <= got["events"]["predicted"]
    assert 0 <= got["calibration"]["error"] <= 1


@pytest.mark.parametrize("cross", ["outlet", "language", "type"])
def test_text(cross: str) -> None:
    result = run(*GIVEN, "--errors", "--cross", cross)
    assert result.exit_code == 0, result.output
    for heading in ("events found", "MISSED", "Reliability of confidence", f"By {cross}"):
        assert heading in result.output


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ([], 2, "GOLD and --texts are needed"),
        ([str(FOLDER), "--texts", str(FOLDER)], 1, "holds no reference answers"),
        ([str(ANSWERS), "--texts", str(ANSWERS)], 1, "holds no text for arms-control-talks-suspended"),
        ([*GIVEN[:-1], "nowhere.jsonl"], 1, "nowhere.jsonl: No such file"),
        ([*GIVEN[:-1], __file__], 1, "line 1"),
        (["--gate", "--floors", "nowhere.toml"], 1, "nowhere.toml"),
    ],
)
def test_wrong_use_says_what_is_wrong(arguments: list[str], status: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == status
    assert words in result.output
