"""Files beyond all measure: refused by name, within limits of time and memory, and what is beside them is read."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.making import STORY

ROOT = Path(__file__).parents[2]
SECONDS = 60.0  # of processor time; most take less than one
MEGABYTES = 900  # of a process with the tables loaded
LINE = 100_000_000


def packed(head: bytes, size: int) -> bytes:
    """A small file that unpacks to a large one."""
    piece = gzip.compress(b"a" * 10_000_000, 1)
    return gzip.compress(head) + piece * (size // 10_000_000)


ARCHIVED = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/\r\nContent-Length: 3000000000\r\n\r\n"
FILES: dict[str, Callable[[], bytes]] = {
    "line.txt": lambda: b"a" * LINE,
    "line.html": lambda: b"a" * LINE,
    "line.json": lambda: b'{"text": "' + b"a" * LINE + b'"}',
    "line.jsonl": lambda: b'{"text": "' + b"a" * LINE + b'"}\n{"text": "' + STORY.encode() + b'"}\n',
    "line.csv": lambda: b'text\n"' + b"a" * LINE,
    "line.xml": lambda: b"<rss>" + b"a" * LINE,
    "line.warc": lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100000000\r\n\r\n" + b"a" * LINE,
    "tags.html": lambda: b"<div>" * 1_000_000 + STORY.encode(),
    "anchors.html": lambda: b"<a href='" * 1_000_000 + STORY.encode(),
    "cells.html": lambda: b"<table><tr><td>" * 600_000 + STORY.encode(),
    "nested.json": lambda: b'{"text":' * 1_000_000 + b'"x"' + b"}" * 1_000_000,
    "nested.jsonl": lambda: b"[" * 5_000_000,
    "nested.xml": lambda: b"<rss>" * 1_000_000,
    "bomb.txt.gz": lambda: packed(b"", 3_000_000_000),
    "bomb.html.gz": lambda: packed(b"<html>", 3_000_000_000),
    "bomb.jsonl.gz": lambda: packed(b'{"text": "', 1_000_000_000),
    "bomb.csv.gz": lambda: packed(b"text\n", 1_000_000_000),
    "bomb.warc.gz": lambda: packed(ARCHIVED, 1_000_000_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_what_is_beyond_measure_is_refused_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name]())
    (tmp_path / "zz-story.txt").write_text(STORY)
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.looking", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
        capture_output=True,
        text=True,
        timeout=220,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    refused = [(where, reason) for where, reason in found["told"] if reason]
    assert refused
    assert all(name in where for where, _ in refused), refused
    assert not any("fault of memcon's" in reason for _, reason in refused), refused
    assert ["zz-story", None] in found["told"]
    assert found["seconds"] < SECONDS
    assert found["megabytes"] < MEGABYTES
