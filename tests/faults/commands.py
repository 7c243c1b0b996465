"""The command itself in a process of its own, on a corpus of made-up pages."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import msgspec

from benchmarks.corpus import Corpus
from memcon.record import Store

ROOT = Path(__file__).parents[2]
ENOUGH = 600  # seconds for a command that takes ten on an idle machine: what takes longer hangs
COMMAND = [sys.executable, "-c", "from memcon.cli import main; main()"]


def corpus(path: Path, documents: int, seed: int = 11) -> Path:
    """Pages of which one in ten speaks of diplomacy, as JSON Lines."""
    lines = [msgspec.json.encode({"id": d.id, "text": d.text}) for d in Corpus(seed, 0.1).documents(documents)]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def started(
    *args: str | Path, limits: Callable[[], None] | None = None, out: int | IO[str] = subprocess.PIPE
) -> "subprocess.Popen[str]":
    """`memcon ARGS`, under way."""
    return subprocess.Popen(
        [*COMMAND, *map(str, args)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "NO_COLOR": "1", "COLUMNS": "200"},
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limits,
    )


def ran(*args: str | Path, limits: Callable[[], None] | None = None) -> tuple[int, str, str]:
    """`memcon ARGS` to its end: exit status, what it printed, and what it told on standard error."""
    process = started(*args, limits=limits)
    out, err = process.communicate(timeout=ENOUGH)
    return process.returncode, out, err


def written(record: Path) -> int:
    """How many documents are in a record that another process may be making."""
    try:
        with sqlite3.connect(f"{record.absolute().as_uri()}?mode=ro", uri=True) as plain:
            (count,) = plain.execute("SELECT count(*) FROM document").fetchone()
        plain.close()
    except sqlite3.OperationalError:  # no file or no table yet
        return 0
    return int(count)


def dump(record: Path) -> bytes:
    """All that was read and made."""
    with Store(record, create=False) as store:
        store.look_through()
        return store.dump()
