"""Where tests keep their records: a file, and a database on a PostgreSQL server that the session starts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import postgresql

Places = Callable[[str], str]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    reason = postgresql.missing()
    if reason is not None:
        pytest.skip(reason)
    with postgresql.server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Addresses of new, empty records by a name: each test that asks for one runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield lambda name: str(tmp_path / f"{name}.db")
        return
    server: postgresql.Server = request.getfixturevalue("postgresql_server")
    made: dict[str, str] = {}

    def place(name: str) -> str:
        if name not in made:
            made[name] = server.make()
        return made[name]

    yield place
    for address in made.values():
        server.drop(address)
