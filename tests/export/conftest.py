from collections.abc import Callable, Iterator

import pytest

from memcon.export.formats import named
from memcon.export.selection import Asked, Selection
from memcon.questions import Record
from tests.conftest import Places
from tests.questions import record_samples

Export = Callable[..., str]


@pytest.fixture
def record(places: Places) -> Iterator[Record]:
    with Record(places("memcon")) as opened:
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
