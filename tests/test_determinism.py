"""A reading is the same bytes in every process and under every Python: no clock, no chance, no order of a hash."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READ_THE_SAMPLE = """
import sys, msgspec, memcon
from memcon.samples import documents
order = list(documents()) if sys.argv[1] == "forwards" else list(documents())[::-1]
readings = {document.id: msgspec.json.encode(memcon.read(document)) for document in order}
sys.stdout.buffer.write(b"\\n".join(readings[name] for name in sorted(readings)))
"""


def read_the_sample(python: str, seed: str, order: str) -> bytes:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed}
    command = [python, "-c", READ_THE_SAMPLE, order]
    return subprocess.run(command, capture_output=True, env=environment, check=True).stdout


@pytest.fixture(scope="module")
def here() -> bytes:
    return read_the_sample(sys.executable, "0", "forwards")


def test_two_processes_read_the_same(here: bytes) -> None:
    assert here.count(b"\n") >= 10
    assert read_the_sample(sys.executable, "4242", "backwards") == here


OTHERS = [p for p in os.environ.get("MEMCON_OTHER_PYTHONS", "").split(os.pathsep) if p]


@pytest.mark.skipif(not OTHERS, reason="MEMCON_OTHER_PYTHONS names no other interpreter with the dependencies")
@pytest.mark.parametrize("python", OTHERS)
def test_other_pythons_read_the_same(python: str, here: bytes) -> None:
    assert read_the_sample(python, "7", "forwards") == here
