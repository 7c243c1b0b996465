from collections.abc import Iterator

import pytest

from memcon.record import Store
from tests.conftest import Places


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    with Store(places("memcon")) as opened:
        yield opened
