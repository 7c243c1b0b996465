"""A record that is not as it was written: noticed when it is opened, named, and made anew from what is whole in it."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.group import commands
from memcon.errors import RecordDamaged, RecordError
from memcon.model import Document
from memcon.record import Store, archive, decisions, finding, saving, search
from tests.merging.factory import event, reading
from tests.record import samples

SIDES = ("FRA", "DEU", "POL", "ITA", "ESP", "GBR")


def told(count: int = 40) -> list[tuple[Document, object]]:
    chance = random.Random(1)
    made = []
    for n in range(count):
        sides = chance.sample(SIDES, 2)
        text = f"{n}: " + " ".join(chance.choices(("talks", "trade", "visit", "border", "grain", "Paris"), k=900))
        met = event("meeting", *sides, date=f"2024-{1 + n % 12:02d}-{1 + n % 28:02d}", evidence=text[:40])
        made.append((Document(id=f"d{n:02d}", text=text), reading(f"d{n:02d}", met, date="2024-12-31")))
    return [*samples.everything(), *made]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with two decisions, in one file."""
    path = tmp_path_factory.mktemp("kept") / "memcon.db"
    with Store(path) as store:
        store.add_all(told())  # type: ignore[arg-type]
        names = [e.id for e in store.ask(finding.entries)]
        store.decide("confirm", names[:1], reason="both tell it", author="Ana")
        store.decide("reject", names[2:3], reason="it never was", author="Ana")
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()
    return path


def overwritten(path: Path, page: int, junk: bytes) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(junk)


def root(path: Path, name: str) -> int:
    with sqlite3.connect(path) as plain:
        (page,) = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    plain.close()
    return int(page)


def page_with(path: Path, words: str) -> int:
    return path.read_bytes().index(words.encode()) // 4096 + 1


@pytest.mark.parametrize(
    "table",
    ["entry", "report", "finding", "entry_pair", "entry_pair_by_date", "entry_by_date", "neighbourhood", "link",
     "words_data", "words_content", "tally", "sqlite_autoindex_document_1", "document_by_date", "former_name"],
)  # fmt: skip
@pytest.mark.parametrize("junk", ["noise", "zeros"])
def test_what_can_be_made_anew_is_whatever_the_damage(kept: Path, tmp_path: Path, table: str, junk: str) -> None:
    path = Path(shutil.copy(kept, tmp_path / "memcon.db"))
    with Store(path) as store:
        before, made = store.dump(), store.ask(decisions.listed)
    overwritten(path, root(path, table), random.Random(table).randbytes(4096) if junk == "noise" else bytes(4096))
    with pytest.raises(RecordDamaged, match=r"memcon\.db is damaged .*memcon rebuild"):
        Store(path)
    damaged = path.read_bytes()
    saved = saving.save(path)
    assert saved.lost == ()
    assert Path(saved.kept_as).read_bytes() == damaged
    with Store(path) as store:
        store.look_through()
        assert store.dump() == before
        assert store.ask(decisions.listed) == made
        assert [h.document for h in store.ask(lambda c: search.find(c, "拜登"))] == ["beijing"]


@pytest.mark.parametrize("name", ["d00", "d17", "d39"])
@pytest.mark.parametrize("where", ["text", "reading"])
def test_documents_that_are_lost_are_named_and_the_others_saved(
    kept: Path, tmp_path: Path, name: str, where: str
) -> None:
    path = Path(shutil.copy(kept, tmp_path / "memcon.db"))
    everything = {d.id: (d, r) for d, r in told()}
    text = everything[name][0].text
    overwritten(path, page_with(path, text[3000:3100] if where == "text" else f'{{"id":"{name}"'), b"\x5a" * 4096)
    with pytest.raises(RecordDamaged, match=r"memcon\.db is damaged"):
        Store(path)
    saved = saving.save(path)
    assert name in saved.lost
    left = sorted(everything.keys() - set(saved.lost))
    assert len(left) == saved.documents > len(everything) * 2 / 3
    with Store(path) as store:
        assert store.ask(archive.documents_with_readings) == [everything[n] for n in left]
        assert [d.kind for d in store.ask(decisions.listed)] == ["confirm", "reject"]
        before = store.dump()
        store.add_all(everything[n] for n in saved.lost)  # type: ignore[misc]
        assert store.dump() != before
    with Store(kept) as whole, Store(path) as store:
        assert store.dump() == whole.dump()


def test_a_changed_word_is_noticed(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path / "memcon.db"))
    held = path.read_bytes()
    text = told()[30][0].text[2000:2060].encode()
    path.write_bytes(held.replace(text, text.swapcase()))
    with pytest.raises(RecordDamaged, match="the text of d26 is not what was read"):
        Store(path)
    assert saving.save(path).lost == ("d26",)


def test_a_file_cut_short_is_noticed(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path / "memcon.db"))
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with pytest.raises(RecordDamaged):
        Store(path)


def test_where_nothing_is_left_nothing_is_changed(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path / "memcon.db"))
    held = path.read_bytes()
    path.write_bytes(held[:4096] + bytes(len(held) - 4096))
    before = path.read_bytes()
    with pytest.raises(RecordError):
        saving.save(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.suffix not in (".db-wal", ".db-shm")] == ["memcon.db"]


def test_rebuild_restores_a_damaged_record_and_tells_what_was_lost(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path / "memcon.db"))
    overwritten(path, page_with(path, told()[9][0].text[3000:3100]), bytes(4096))
    runner = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"})
    opened = runner.invoke(commands, ["timeline", "--record", str(path)], standalone_mode=False)
    assert isinstance(opened.exception, RecordDamaged)
    result = runner.invoke(commands, ["rebuild", "--record", str(path)], standalone_mode=False, catch_exceptions=False)
    assert "memcon.db is damaged" in result.stderr
    assert "documents restored; the damaged file is kept as" in result.stderr
    assert "Lost with their readings, to be read again: d05" in result.stderr
    assert "made anew in" in result.stdout
    again = runner.invoke(commands, ["timeline", "--record", str(path)], standalone_mode=False)
    assert again.exception is None
