"""A PostgreSQL server of the test session's own: on a port of its own, as a user of its own, gone afterwards.

Its programs are those on the search path, or those of the system's package (Debian keeps them off the path).
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

# Nothing here outlives the session, so nothing is waited for until it is safely on the disk.
START = 120.0  # seconds, on a busy machine
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
}


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`; None where there is no PostgreSQL."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


def missing() -> str | None:
    """Why no server can be started here; None where one can."""
    if find_spec("psycopg") is None:
        return "psycopg is not installed"
    if programs() is None:
        return "there is no PostgreSQL here (Debian: apt-get install postgresql)"
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        return "PostgreSQL does not run as root, and there is no setpriv to become another user"
    return None


def _account() -> pwd.struct_passwd | None:
    """Whom the server runs as: root may not; the package's own account where there is one."""
    if os.geteuid() != 0:
        return None
    held = {user.pw_name: user for user in pwd.getpwall()}
    return held.get("postgres") or held["nobody"]


class Server:
    """A running server that makes databases by copying one that holds an empty record."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._numbers = count(1)
        self._template: str | None = None

    def connected(self) -> Any:
        """A connection on which every statement stands alone."""
        import psycopg

        return psycopg.connect(f"{self.address}/postgres", autocommit=True)

    def make(self) -> str:
        """The address of a new database that holds an empty record."""
        if self._template is None:
            from memcon.record import Store

            with self.connected() as connection:
                connection.execute("CREATE DATABASE template_record")
            Store(f"{self.address}/template_record").close()
            self._template = "template_record"
        name = f"record{next(self._numbers)}"
        with self.connected() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {self._template} STRATEGY FILE_COPY")
        return f"{self.address}/{name}"

    def make_bare(self) -> str:
        """The address of a new database without any table."""
        name = f"bare{next(self._numbers)}"
        with self.connected() as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"{self.address}/{name}"

    def drop(self, address: str) -> None:
        """Remove a database, whoever is still connected."""
        with self.connected() as connection:
            connection.execute(f"DROP DATABASE {address.rpartition('/')[2]} WITH (FORCE)")


@contextmanager
def server() -> Iterator[Server]:
    """A server while it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="memcon-pg-"))
    account = _account()
    become: list[str] = []
    if account is not None:
        become = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
        os.chown(folder, account.pw_uid, account.pw_gid)
    # A session that is killed takes its server along.
    along = become or ["setpriv"]
    along = [*along, "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []
    bin, data, port = programs(), folder / "data", _free_port()
    assert bin is not None
    made = [bin / "initdb", "-D", data, "-U", "memcon", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    settings = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
    running = [bin / "postgres", "-D", data, "-p", str(port), "-k", folder, *settings]
    with (folder / "log").open("wb") as log:
        subprocess.run([*become, *made], check=True, cwd=folder, stdout=log, stderr=log)
        process = subprocess.Popen([*along, *running], cwd=folder, stdout=log, stderr=log)
        try:
            yield _ready(Server(f"postgresql://memcon@127.0.0.1:{port}"), process, folder / "log")
        finally:
            process.send_signal(signal.SIGQUIT)
            process.wait(30)
            shutil.rmtree(folder, ignore_errors=True)


def _ready(made: Server, process: "subprocess.Popen[bytes]", log: Path) -> Server:
    """The server once it answers."""
    import psycopg

    until = time.monotonic() + START
    while True:
        try:
            made.connected().close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL does not start:\n{log.read_text('utf-8', 'replace')}") from None
            time.sleep(0.1)
        else:
            return made


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
