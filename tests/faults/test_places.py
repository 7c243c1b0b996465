"""A disk that is full, a folder that may not be written, two readers at once: told in words, and nothing is lost."""

import re
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from memcon.record import Store, archive
from memcon.samples import FOLDER
from tests.faults.commands import ENOUGH, corpus, dump, ran, started

QUARTER = "A match ended without a goal. " * 400


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the samples, made without a fault."""
    path = tmp_path_factory.mktemp("undisturbed") / "memcon.db"
    assert ran("read", FOLDER, "--record", path)[0] == 0
    return path


def at_most(size: int) -> Callable[[], None]:
    """No file of the process may grow beyond so many bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Makes a file system of a size in memory; only the superuser may."""
    made: list[Path] = []

    def mounted(options: str) -> Path:
        place = tmp_path / "disk"
        place.mkdir(exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(place)], capture_output=True)
        if done.returncode:
            pytest.skip("no file system may be mounted here")
        made.append(place)
        return place

    yield mounted
    for place in made:
        subprocess.run(["umount", str(place)], check=True)


def plainly(err: str) -> str:
    """What was told, which must be one line of words and no traceback."""
    assert re.fullmatch(r"Error: [^\n]+\n", err), err
    return err


def test_a_file_that_may_not_grow_changes_nothing(undisturbed: Path, tmp_path: Path) -> None:
    record = Path(shutil.copy(undisturbed, tmp_path / "memcon.db"))
    pages = corpus(tmp_path / "pages.jsonl", 60)
    code, _, err = ran("read", pages, "--record", record, limits=at_most(record.stat().st_size))
    assert code == 1
    assert "nothing was changed" in plainly(err)
    assert dump(record) == dump(undisturbed)
    assert ran("read", pages, "--record", record)[0] == 0
    with Store(record) as store:
        assert store.ask(archive.counts)["documents"] == 60 + len(list(FOLDER.glob("*.txt")))


@pytest.mark.slow
def test_a_full_disk_changes_nothing_and_room_mends_it(
    undisturbed: Path, small_disk: Callable[[str], Path], tmp_path: Path
) -> None:
    disk = small_disk("size=1600k")
    record = disk / "memcon.db"
    assert ran("read", FOLDER, "--record", record)[0] == 0
    before = dump(record)
    pages = corpus(tmp_path / "pages.jsonl", 250)
    code, _, err = ran("read", pages, "--record", record)
    assert code == 1
    assert "the disk is full; nothing was changed" in plainly(err)
    assert dump(record) == before == dump(undisturbed)
    subprocess.run(["mount", "-o", "remount,size=40m", str(disk)], check=True)
    assert ran("read", pages, "--record", record)[0] == 0


def test_a_disk_too_full_for_a_new_record_is_told_and_room_mends_it(
    undisturbed: Path, small_disk: Callable[[str], Path]
) -> None:
    disk = small_disk("size=200k")
    code, _, err = ran("read", FOLDER, "--record", disk / "memcon.db")
    assert code == 1
    assert "full" in plainly(err)
    subprocess.run(["mount", "-o", "remount,size=40m", str(disk)], check=True)
    assert ran("read", FOLDER, "--record", disk / "memcon.db")[0] == 0
    assert dump(disk / "memcon.db") == dump(undisturbed)


@pytest.mark.parametrize("args", [["timeline"], ["export", "csv"], ["dossier", "CHN", "USA"]], ids=lambda a: a[0])
def test_output_that_finds_no_room_is_told(undisturbed: Path, args: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    with open("/dev/full", "w") as full:
        process = started(*args, "--record", undisturbed, out=full)
        _, err = process.communicate(timeout=100)
    assert process.returncode == 1
    assert "No space left" in plainly(err)


def test_a_folder_that_may_only_be_read_answers_and_takes_nothing(
    undisturbed: Path, small_disk: Callable[[str], Path], tmp_path: Path
) -> None:
    disk = small_disk("size=8m")
    record = Path(shutil.copy(undisturbed, disk / "memcon.db"))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert "phone_call" in ran("timeline", "--json", "--record", record)[1]
    page = tmp_path / "page.txt"
    page.write_text(QUARTER)
    code, _, err = ran("read", page, "--record", record)
    assert code == 1
    assert "may not be written to" in plainly(err)
    code, _, err = ran("read", page, "--record", disk / "other.db")
    assert code == 1
    assert "may not be written to" in plainly(err)
    assert dump(record) == dump(undisturbed)


@pytest.mark.slow
@pytest.mark.timeout(3 * ENOUGH)
def test_two_readers_of_one_record_lose_nothing(tmp_path: Path) -> None:
    record, alone = tmp_path / "memcon.db", tmp_path / "alone.db"
    pages = corpus(tmp_path / "pages.jsonl", 420)
    lines = pages.read_bytes().splitlines(keepends=True)
    halves = [lines[:240], lines[180:]]  # sixty pages come to both
    readers = []
    for number, half in enumerate(halves):
        part = tmp_path / f"half{number}.jsonl"
        part.write_bytes(b"".join(half))
        readers.append(started("read", part, "--record", record, "--workers", "1"))
    ended = [(*reader.communicate(timeout=ENOUGH), reader.returncode) for reader in readers]
    assert [(err, code) for _, err, code in ended] == [("", 0), ("", 0)]
    assert ran("read", pages, "--record", alone)[0] == 0
    assert dump(record) == dump(alone)
    texts = {told["id"]: told["text"] for told in map(msgspec.json.decode, lines)}
    with Store(record) as store:
        assert {d.id: d.text for d, _ in store.ask(archive.documents_with_readings)} == texts
