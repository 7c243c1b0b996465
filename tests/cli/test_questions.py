"""Every question answers on the command line as JSON, as CSV and on a screen of 80 columns."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli.group import commands
from memcon.errors import MemconError
from memcon.questions import Record
from tests.conftest import Places
from tests.questions import record_samples

Ask = Callable[..., Result]
AS_OF = ("--as-of", "2025-11-01")


@pytest.fixture
def ask(places: Places) -> Ask:
    path = places("memcon")
    with Record(path) as record:
        record.add_all(record_samples.everything())
    runner = CliRunner(env={"MEMCON_RECORD": path, "COLUMNS": "80", "NO_COLOR": "1", "MEMCON_AUTHOR": "desk"})
    return lambda *args: runner.invoke(commands, args, catch_exceptions=False)


QUESTIONS = [
    ("timeline", "China"),
    ("why", "2024-04-16"),
    ("show", "hanoi-2024"),
    ("dossier", "China", "USA", *AS_OF),
    ("silences", *AS_OF),
    ("compare", "2024-04-16"),
    ("commitments", *AS_OF),
    ("mechanisms", *AS_OF),
    ("official", "Lloyd Austin"),
    ("who", "China", "defence minister", "2023-05"),
    ("claims", "USA"),
    ("search", "text"),
    ("changes",),
    ("decisions",),
]


@pytest.mark.parametrize("args", QUESTIONS, ids=[q[0] for q in QUESTIONS])
def test_a_question_answers_in_every_form(ask: Ask, args: tuple[str, ...]) -> None:
    ask("decide", "confirm", "2024-04-16", "--reason", "both readouts agree")
    assert json.loads(ask(*args, "--json").stdout)
    rows = list(csv.reader(io.StringIO(ask(*args, "--csv").stdout)))
    assert len(rows) > 1
    assert {len(r) for r in rows} == {len(rows[0])}
    shown = ask(*args)
    assert shown.exit_code == 0
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert not [line for line in shown.stdout.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("dossier", "China", "USA", "--as-of", "2024-06-01"), "Wei Fenghe (19 Mar 2018 – 12 Mar 2023), then"),
        (("dossier", "China", "USA", "--as-of", "2024-06-01"), "contact again: video call, 16 Apr 2024"),
        (("dossier", "China", "USA", "--as-of", "2024-06-01"), "may rest on"),
        (("dossier", "UK", "USA", *AS_OF), "next due Sep"),
        (("dossier", "UK", "Viet Nam", *AS_OF), "out at the end of 2026"),
        (("dossier", "France", "Brazil", *AS_OF), "Nothing that bears on this was read"),
        (("silences", *AS_OF), "UK-US Strategic Dialogue  GBR, USA  overdue"),
        (("compare", "2024-04-16"), "South China Sea (they differ)"),
        (("compare", "2024-04-16"), "Austin stressed freedom of navigation"),
        (("commitments", "--by", "UK", *AS_OF), "Open, in all: GBP 3.162 billion."),
        (("commitments", "--status", "overdue", *AS_OF), "650 missiles"),
        (("who", "China", "defence minister", "2023-05"), "Li Shangfu"),
        (("claims",), "holds"),
        (("official", "Austin"), "Secretary of Defense"),
        (("official", "Austin"), "16 Apr 2024"),  # no heading tells the year here
        (("compare", "2024-04-16"), "16 Apr 2024"),
        (("mechanisms", "--name", "action plan", "--as-of", "2027-06"), "run out"),
        (("search", "nothing of the kind"), "No document has all these words."),
    ],
)
def test_the_screen_says(ask: Ask, args: tuple[str, ...], words: str) -> None:
    assert words in " ".join(ask(*args).stdout.split()) or words in ask(*args).stdout


def test_deciding_on_the_command_line(ask: Ask) -> None:
    made = ask(
        "decide",
        "amend",
        "2024-04-16",
        "--set",
        "date=2024-04-15",
        "--set",
        'place={"country": "USA"}',
        "--reason",
        "x",
    )
    assert "Undo it with: memcon decide undo 1" in made.stdout
    entry = json.loads(ask("timeline", "CHN", "--type", "video_call", "--json").stdout)[0]
    assert (entry["date"], entry["place"]["country"], entry["state"]) == ("2024-04-15", "USA", "amended")
    assert "date = 15 Apr 2024  place = USA" in ask("decisions").stdout
    assert "made anew" in ask("rebuild").stdout
    assert json.loads(ask("timeline", "CHN", "--type", "video_call", "--json").stdout)[0] == entry
    assert "is undone" in ask("decide", "undo", "1").stdout
    assert json.loads(ask("timeline", "CHN", "--type", "video_call", "--json").stdout)[0]["date"] == "2024-04-16"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("decide", "confirm", "2024-04-16"), "Say why"),
        (("decide", "undo", "first"), "number of one decision"),
        (("decide", "amend", "2024-04-16", "--set", "date", "--reason", "x"), "is not FIELD=VALUE"),
        (("decide", "amend", "2024-04-16", "--set", "place={", "--reason", "x"), "is not JSON"),
        (("decide", "praise", "2024-04-16"), "is not one of"),
        (("compare", "2024-04-16", "USA"), "both parties"),
        (("commitments", "--status", "kept"), "is not one of"),
    ],
)
def test_wrong_use_is_told(ask: Ask, args: tuple[str, ...], words: str) -> None:
    result = ask(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_who_answers_without_a_record(tmp_path: Path) -> None:
    runner = CliRunner(env={"MEMCON_RECORD": str(tmp_path / "none.db")})
    result = runner.invoke(commands, ["who", "China", "defence minister", "2023-05"])
    assert "Li Shangfu" in result.stdout
    assert not (tmp_path / "none.db").exists()


def test_a_screen_is_as_wide_as_it_is_now(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    from memcon.cli import screen

    monkeypatch.delenv("COLUMNS", raising=False)
    assert screen.out().width == screen.MEASURE
    assert max(map(len, ask("timeline").stdout.splitlines())) <= 80


def test_a_console_goes_by_the_surroundings_it_has_now(monkeypatch: pytest.MonkeyPatch) -> None:
    from memcon.cli import screen

    for width, plain in (("200", True), ("64", False), ("90", True)):
        monkeypatch.setenv("COLUMNS", width)
        monkeypatch.setenv("NO_COLOR", "1" if plain else "")
        assert screen.messages().width == int(width)
        assert screen.out().width == min(int(width), screen.MEASURE)
        assert (screen.out().no_color, screen.messages().no_color) == (plain, plain)


def test_one_form_is_asked_for(ask: Ask) -> None:
    answer = ask("timeline", "--json", "--csv")
    assert answer.exit_code == 2
    assert "not for both" in answer.stderr


@pytest.mark.parametrize("question", [("timeline",), ("dossier", "CHN", "USA"), ("claims",)])
def test_a_time_that_ends_before_it_begins_is_told(ask: Ask, question: tuple[str, ...]) -> None:
    with pytest.raises(MemconError, match="nothing lies between 2024-02 and 2024-01"):
        ask(*question, "--since", "2024-02", "--until", "2024-01")
