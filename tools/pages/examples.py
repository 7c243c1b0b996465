"""Examples with real output: what stands in a page is what the program printed.

Two kinds of fenced blocks are run, in the order of the page and in one temporary folder with the sample documents:
`console` (lines after `$ ` are commands) and `pycon` (lines after `>>> `). All other blocks stay as they are.
"""

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COLUMNS = "100"
LIMIT_SECONDS = 120


def refreshed(page: str, root: Path) -> str:
    """The page with every example's output as it is now. Raises CalledProcessError where a command fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "src").symlink_to(root / "src")
        memory: dict[str, Any] = {}
        return BLOCK.sub(lambda block: _rerun(block, folder, memory), page)


def _rerun(block: re.Match[str], folder: Path, memory: dict[str, Any]) -> str:
    run = _console if block[1] == "console" else _python
    lines = run(block[2], folder, memory)
    return f"```{block[1]}\n" + "".join(lines) + "```"


def _console(body: str, folder: Path, memory: dict[str, Any]) -> Iterator[str]:
    environment = os.environ | {"COLUMNS": COLUMNS, "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    for line in body.splitlines():
        if not line.startswith("$ "):
            continue
        done = subprocess.run(
            ["bash", "-c", line[2:]],
            cwd=folder,
            env=environment,
            text=True,
            capture_output=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{line}\n{done.stdout}{done.stderr}")
        yield line + "\n"
        yield from (out.rstrip() + "\n" for out in done.stdout.splitlines())


def _python(body: str, folder: Path, memory: dict[str, Any]) -> Iterator[str]:
    with contextlib.chdir(folder):
        for example in doctest.DocTestParser().get_examples(body):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(example.source, "<example>", "single"), memory)
            source = example.source.rstrip("\n").split("\n")
            yield f">>> {source[0]}\n"
            yield from (f"... {line}\n" for line in source[1:])
            yield from (out.rstrip() + "\n" for out in printed.getvalue().splitlines())
