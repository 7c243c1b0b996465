"""`memcon read` killed at any moment and run again: the record is that of a run that nothing disturbed."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.faults.commands import ENOUGH, corpus, dump, ran, started, written

DOCUMENTS = 900
MOMENTS = 20
IN_SHORT = (3, 8, 14)  # of the moments, those that every test run tries; `make stress` tries all


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The corpus, and the record that one whole run makes of it."""
    folder = tmp_path_factory.mktemp("undisturbed")
    pages = corpus(folder / "pages.jsonl", DOCUMENTS)
    code, _, err = ran("read", pages, "--record", folder / "memcon.db", "--workers", "2")
    assert (code, err) == (0, "")
    return pages, dump(folder / "memcon.db")


def of_group(leader: int) -> list[int]:
    """The processes of a session, as numbers (Linux)."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                told = (entry / "stat").read_text("utf-8").rpartition(") ")[2].split()
            except OSError:
                continue
            if int(told[3]) == leader and told[0] != "Z":
                found.append(int(entry.name))
    return found


def killed_at(moment: int, pages: Path, record: Path) -> int:
    """Kill a run once it has written so many documents, chosen by the moment's number, and a while after."""
    chance = random.Random(moment)
    enough, pause = chance.randrange(DOCUMENTS), chance.uniform(0, 0.4)
    process = started("read", pages, "--record", record, "--workers", "2", limits=os.setsid)
    while process.poll() is None and written(record) < enough:
        time.sleep(0.005)
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    for _ in range(600):  # its workers hear that it is gone and end by themselves
        if not of_group(process.pid):
            return process.returncode
        time.sleep(0.1)
    raise AssertionError(f"still running: {of_group(process.pid)}")


@pytest.mark.slow
@pytest.mark.timeout(3 * ENOUGH)
@pytest.mark.parametrize(
    "moment", [m if m in IN_SHORT else pytest.param(m, marks=pytest.mark.stress) for m in range(MOMENTS)]
)
def test_a_run_killed_and_run_again_gives_the_same_record(
    undisturbed: tuple[Path, bytes], tmp_path: Path, moment: int
) -> None:
    pages, expected = undisturbed
    record = tmp_path / "memcon.db"
    ended = killed_at(moment, pages, record)
    assert ended == -signal.SIGKILL or written(record) == DOCUMENTS
    code, out, err = ran("read", pages, "--record", record, "--workers", "2")
    assert (code, err) == (0, "")
    assert f"{DOCUMENTS} documents read" in out
    assert dump(record) == expected
