from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.record import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "memcon.db") as opened:
        yield opened
