"""The same record on a PostgreSQL server: run where one can be started here."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from memcon.errors import RecordError
from memcon.questions import Record
from memcon.record import Store, finding, search
from tests.record import samples

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if Path("/usr/lib/postgresql").is_dir() else []
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("psycopg") is None, reason="psycopg is not installed"),
    pytest.mark.skipif(not PROGRAMS, reason="there is no PostgreSQL here"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own, on a port of its own, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="memcon-pg-"))
    account = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    if account:
        shutil.chown(folder, "nobody", "nogroup")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    subprocess.run(
        [*account, PROGRAMS[-1] / "initdb", "-D", data, "-U", "memcon", "-A", "trust", "-E", "UTF8"], **quiet
    )
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [*account, PROGRAMS[-1] / "pg_ctl", "-D", data, "-w"]
    subprocess.run([*control, "-o", options, "-l", folder / "log", "start"], **quiet)
    try:
        yield f"postgresql://memcon@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def address(server: str) -> str:
    """A fresh database on the server."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS record")
        connection.execute("CREATE DATABASE record")
    return server.removesuffix("postgres") + "record"


def test_a_server_holds_the_same_record_as_a_file(address: str, tmp_path: Path) -> None:
    with Store(tmp_path / "memcon.db") as file, Store(address) as server:
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


def test_questions_and_decisions_answer_alike(address: str) -> None:
    with Record(address) as record:
        record.add_all(samples.everything())
        assert [e.type for e in record.timeline("CHN", "USA")] == ["phone_call", "meeting"]
        record.decide("amend", "2024-04-26", values={"date": "2024-04-25"}, reason="x", author="desk")
        assert [e.date for e in record.timeline("CHN", since="2024-04-20")] == ["2024-04-25"]
        record.undo(1, author="desk")
        assert record.dossier("China", "USA", as_of="2024-05-01").gap.days == 5
        assert record.store.ask(finding.counts)["documents"] == 4


def test_an_unreachable_server_is_told_in_words() -> None:
    with pytest.raises(RecordError, match="cannot be reached"):
        Store("postgresql://memcon@127.0.0.1:1/none?connect_timeout=2")
