import csv
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli.group import COMMANDS, commands, main
from memcon.record import Store
from tests.conftest import Places
from tests.record import samples

Run = Callable[..., Result]


@pytest.fixture
def run(places: Places) -> Run:
    path = places("memcon")
    with Store(path) as store:
        store.add_all(samples.everything())

    def called(*args: str) -> Result:
        def end(*given: str) -> None:
            main(list(given))

        # The whole way, with the faults turned into exit codes as on the command line.
        runner = CliRunner(env={"MEMCON_RECORD": path, "COLUMNS": "80", "NO_COLOR": "1"})
        import click

        @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
        @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
        def whole(rest: tuple[str, ...]) -> None:
            end(*rest)

        return runner.invoke(whole, ["--", *args])

    return called


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner(env={"COLUMNS": "80"}).invoke(commands, [name, "--help"])
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80
    assert "Example" in result.output
    assert f"memcon {name}" in result.output


def test_timeline_lists_entries_in_order(run: Run) -> None:
    result = run("timeline", "--json")
    entries = json.loads(result.stdout)
    assert [(e["type"], e["date"], e["documents"]) for e in entries] == [
        ("phone_call", "2024-04-02", ["beijing", "washington"]),
        ("meeting", "2024-04-26", ["blinken"]),
    ]
    assert {"id", "participants", "place", "status", "evidence", "topics", "mechanism"} <= set(entries[0])


@pytest.mark.parametrize(
    ("args", "count"),
    [
        (("China",), 2),
        (("中国", "usa"), 2),
        (("CHN", "GBR"), 0),
        (("--since", "2024-04-03"), 1),
        (("--until", "2024-04-02"), 1),
        (("--until", "2023"), 0),
        (("--type", "phone-call"), 1),
        (("--official", "Blinken"), 1),
        (("--limit", "1"), 1),
    ],
)
def test_timeline_keeps_what_is_asked_for(run: Run, args: tuple[str, ...], count: int) -> None:
    assert len(json.loads(run("timeline", *args, "--json").stdout)) == count


def test_timeline_as_csv(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("timeline", "--csv").stdout)))
    assert rows[1]["place"] == "Beijing"
    assert rows[0]["participants"] == "Joe Biden (USA); Xi Jinping (CHN)"


def test_timeline_fits_in_80_columns(run: Run) -> None:
    result = run("timeline")
    assert max(len(line) for line in result.stdout.splitlines()) <= 80
    assert "Antony Blinken (USA) – Wang Yi (CHN)" in result.stdout
    assert "\x1b" not in result.stdout


def test_why_gives_every_field_its_quotes(run: Run) -> None:
    result = run("why", "2024-04-02", "--json")
    answer = json.loads(result.stdout)
    grounds = {(f["field"], g["document"]) for f in answer["fields"] for g in f["grounds"]}
    assert {
        ("date", "washington"),
        ("date", "beijing"),
        ("status", "beijing"),
        ("participants", "washington"),
    } <= grounds
    assert "习近平同美国总统拜登通电话" in run("why", "2024-04-02").stdout
    assert "field,value,shown,document" in run("why", "2024-04-02", "--csv").stdout


def test_show_marks_the_text(run: Run) -> None:
    shown = run("show", "washington").stdout
    assert "[raised Taiwan]" in shown
    assert "Joe Biden on Taiwan" in shown
    marks = json.loads(run("show", "washington", "--json").stdout)["marks"]
    assert [samples.WASHINGTON[m["start"] : m["end"]] for m in marks if m["kind"] == "statement"] == ["raised Taiwan"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("timline",), 2, "Did you mean timeline?"),
        (("timeline", "Chna"), 1, "did you mean"),
        (("timeline", "--type", "meting"), 2, "Did you mean meeting"),
        (("timeline", "--since", "yesterday"), 1, "is not a date"),
        (("timeline", "--record", "nowhere.db"), 1, "memcon read PATH"),
        (("why", "2024-04-99"), 1, "no entry"),
        (("show", "washingtom"), 1, "did you mean washington"),
        (("why", "washington"), 1, "washington is a document, not an entry"),
        (("read", "nowhere.txt"), 2, "nothing at nowhere.txt"),
        (("read",), 2, "Missing argument"),
        (("timeline", "a", "b", "c"), 2, "one party or two"),
    ],
)
def test_faults_are_told_on_standard_error(run: Run, args: tuple[str, ...], code: int, words: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


def _memcon(*args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", "from memcon.cli import main; main()", *args]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env={"PYTHONPATH": str(root / "src")})


def test_the_command_itself(tmp_path: Path) -> None:
    with Store(tmp_path / "memcon.db") as store:
        store.add_all(samples.everything())
    done = _memcon("timeline", "China", "--json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)) == 2


def test_help_loads_neither_parser_nor_store() -> None:
    code = (
        "import sys\nfrom memcon.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('spacy', 'sqlalchemy', 'rich', 'msgspec', 'memcon.knowledge') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(root / "src")}
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_importing_memcon_is_cheap() -> None:
    code = "import sys, memcon; print([m for m in ('spacy', 'sqlalchemy', 'msgspec', 'click') if m in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(root / "src")}
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_help_starts_quickly() -> None:
    began = time.perf_counter()
    _memcon("--help")
    assert (
        time.perf_counter() - began < 2
    )  # 0.15 s on an idle machine; a parser loaded by mistake takes longer than this


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ("memcon.db", "memcon.db"),
        ("postgresql://desk:secret@host:5432/record", "postgresql://desk:***@host:5432/record"),
        ("postgresql://desk@host/record", "postgresql://desk@host/record"),
    ],
)
def test_no_message_tells_a_password(record: str, shown: str) -> None:
    from memcon.cli.options import named

    assert named(record) == shown
