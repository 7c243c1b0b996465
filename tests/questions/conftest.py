from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.questions import Record
from tests.questions import record_samples


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "memcon.db") as opened:
        yield opened


@pytest.fixture
def record(empty: Record) -> Record:
    empty.add_all(record_samples.everything())
    return empty
