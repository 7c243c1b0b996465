"""A folder watched: documents as their files come in."""

import os
import time
from collections.abc import Callable, Iterator

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources.gathering import documents, files
from memcon.sources.origin import Columns, Limits


def watch(
    folder: str | os.PathLike[str],
    *,
    every: float = 2.0,
    until: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], None] = time.sleep,
    columns: Columns | None = None,
    limits: Limits | None = None,
) -> Iterator[Document | DocumentError]:
    """The documents of the files in a folder, and then of each that is new or changed, looked for `every` seconds.

    A file is read once two looks in succession find it the same, so that one still being written is left. `until`
    ends the watch. Raises DocumentError where the folder is not there at the beginning.
    """
    folder = os.fspath(folder)
    if not os.path.isdir(folder):
        raise DocumentError(folder, "is no folder that could be watched")
    seen: dict[str, tuple[int, int]] = {}
    read: dict[str, tuple[int, int]] = {}
    while not until():
        now = dict(_states(folder))
        still = [name for name, state in now.items() if seen.get(name) == state != read.get(name)]
        for name in still:
            read[name] = now[name]
            yield from documents([name], columns=columns, limits=limits)
        seen = now
        sleep(every)


def _states(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in files(folder):
        try:
            found = os.stat(name)
        except OSError:  # gone between two looks
            continue
        yield name, (found.st_size, found.st_mtime_ns)
