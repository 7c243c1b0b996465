"""A record on a PostgreSQL server beside one in a file: the same contents, byte for byte, and writers that take turns.

Everything else is tested on both by the fixture `places`.
"""

from pathlib import Path

import pytest

from memcon.errors import RecordError
from memcon.record import Store, archive, search
from tests.postgresql import Server
from tests.record import samples


def test_a_server_holds_the_same_record_as_a_file(postgresql_server: Server, tmp_path: Path) -> None:
    with Store(tmp_path / "memcon.db") as file, Store(postgresql_server.make()) as server:
        for store in (file, server):
            store.add_all(samples.everything())
            store.add_all(samples.everything())
            store.remove("blinken")
            store.add(*samples.blinken())
        assert server.dump() == file.dump()
        server.rebuild()
        assert server.dump() == file.dump()
        for query in ("Taiwan", "拜登", "Pham Minh Chinh", '"with spoke"', "( & !"):
            found = [[h.document for h in s.ask(lambda c, q=query: search.find(c, q))] for s in (file, server)]
            assert found[0] == found[1]


def test_an_empty_database_becomes_a_record(postgresql_server: Server) -> None:
    address = postgresql_server.make_bare()
    with Store(address) as store:
        store.add_all(samples.everything())
    with Store(address, create=False) as store:
        assert store.ask(archive.counts)["documents"] == 4


def test_a_database_of_another_program_is_left_alone(postgresql_server: Server) -> None:
    import psycopg

    address = postgresql_server.make_bare()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE songs (title text)")
    with pytest.raises(RecordError, match="belongs to another program"):
        Store(address)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://memcon@127.0.0.1:1/none?connect_timeout=2", "cannot be reached"),
        ("papyrus://library/scroll", "not the address of a record"),
    ],
)
def test_a_server_that_is_none_is_told_in_words(address: str, words: str) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(RecordError, match=words):
        Store(address)


def test_a_database_that_is_not_there_is_told_in_words(postgresql_server: Server) -> None:
    with pytest.raises(RecordError, match="does not exist"):
        Store(f"{postgresql_server.address}/nowhere")
