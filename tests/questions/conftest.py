from collections.abc import Iterator

import pytest

from memcon.questions import Record
from tests.conftest import Places
from tests.questions import record_samples


@pytest.fixture
def empty(places: Places) -> Iterator[Record]:
    with Record(places("memcon")) as opened:
        yield opened


@pytest.fixture
def record(empty: Record) -> Record:
    empty.add_all(record_samples.everything())
    return empty
