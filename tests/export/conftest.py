from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from memcon.export.formats import named
from memcon.export.selection import Asked, Selection
from memcon.questions import Record
from tests.questions import record_samples

Export = Callable[..., str]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "memcon.db") as opened:
        opened.add_all(record_samples.everything())
        yield opened


@pytest.fixture
def written(record: Record) -> Callable[..., bytes]:
    def write(format: str, *parties: str, **asked: object) -> bytes:
        wanted = Asked(parties=parties, as_of="2025-01-01", **asked)  # type: ignore[arg-type]
        made = named(format).write(Selection(record, wanted))
        if isinstance(made, bytes):
            return made
        return "".join([made] if isinstance(made, str) else made).encode()

    return write
