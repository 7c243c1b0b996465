"""What starting a command takes, on a record of the sample documents."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import command_seconds, program
from memcon.samples import FOLDER


@dataclass(frozen=True, slots=True)
class Start:
    """A command and its median processor time in seconds, with the bare interpreter's beside it."""

    command: str
    seconds: float
    limit: float
    interpreter: float


def starts() -> list[Start]:
    """Measure `memcon --help` and `memcon timeline`."""
    command = program()
    interpreter = command_seconds([sys.executable, "-c", "pass"])
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "sample.db")
        subprocess.run([*command, "read", str(FOLDER), "--record", record], capture_output=True, check=True)
        return [
            Start("memcon --help", command_seconds([*command, "--help"]), 0.2, interpreter),
            Start("memcon timeline", command_seconds([*command, "timeline", "--record", record]), 0.5, interpreter),
        ]
