"""Stand-ins for the reading, at the top of a module so that workers can import them."""

import os
import signal
import time
from pathlib import Path

from memcon.errors import DocumentError, MissingExtra
from memcon.model import Document, Reading


def read(document: Document) -> Reading:
    """A reading that shows what it was of; the text says what goes wrong."""
    word, _, rest = document.text.partition(" ")
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "die-once" and not Path(rest).exists():
        Path(rest).write_text("died", encoding="utf-8")
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "sleep":
        time.sleep(float(rest))
    if word == "spin":
        until = time.monotonic() + float(rest)
        while time.monotonic() < until:
            pass
    if word == "refuse":
        raise DocumentError(document.id, "is refused")
    if word == "fail":
        raise ValueError("a rule failed")
    if word == "fill":
        return Reading(id=document.id, title=str(len(bytearray(int(rest)))))
    if word == "grow":
        return Reading(id=document.id, title="x" * int(rest))
    return Reading(id=document.id, title=document.text, text_sha256=document.sha256)


def dead_start() -> None:
    """A start that fails."""
    os._exit(3)


def refused_start() -> None:
    """A start that misses a package."""
    raise MissingExtra("no English parser is installed")
