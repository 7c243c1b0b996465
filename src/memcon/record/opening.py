"""Opening a record: an engine that waits its turn, the schema brought up to date, faults in plain words.

SQLite files are opened in write-ahead-log mode: readers never wait, one writer at a time. A writer takes its turn at
the start of its transaction and waits for it, however long, while others write one after another; it gives up where
one of them keeps the turn for `PATIENCE`, so that nobody meets "database is locked" and nobody waits for a program
that hangs. A file or folder that may not be written is opened for reading alone.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from memcon.errors import MissingExtra, RecordDamaged, RecordError

LATEST = "0009"  # the newest step under migrations/versions
ONE_WRITER = 6364136223  # the lock that writers on a server take in turn; any number that nobody else uses
PATIENCE = 180.0  # seconds one writer may keep the turn: two hundred documents take one, on a busy machine ten
LOOK = 1.0  # seconds between two looks at whether the others still write
CACHE = 64 * 1024  # KiB of pages kept at hand: writes meet keys all over the indexes
DEFAULT = "memcon.db"

T = TypeVar("T")


def engine_for(target: str | Path, create: bool) -> Engine:
    """An engine for a SQLite path or a database URL; `create` allows a new file."""
    text = str(target)
    if "://" in text:
        return _server(text)
    path = Path(text)
    _check(path, create)
    if path.exists() and not _writable(path):
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return _engine(lambda: sqlite3.connect(address, uri=True, check_same_thread=False), False)
    return _engine(lambda: sqlite3.connect(path, timeout=PATIENCE, check_same_thread=False), True)


def _server(address: str) -> Engine:
    """An engine for a database server; `postgresql://` goes through psycopg 3."""
    scheme, _, rest = address.partition("://")
    if scheme in ("postgresql", "postgres"):
        if find_spec("psycopg") is None:
            raise MissingExtra(
                "a record on a PostgreSQL server needs the extra postgresql: make extras in a clone, "
                "else pip install 'memcon[postgresql]'"
            )
        scheme = "postgresql+psycopg"
    try:
        return sa.create_engine(f"{scheme}://{rest}", pool_pre_ping=True)
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        # Without the rest of the address, which may hold a password.
        raise RecordError(f"this is not the address of a record: {scheme}://...") from error


def _check(path: Path, create: bool) -> None:
    if path.is_dir():
        raise RecordError(f"{path} is a folder; name a file in it, such as {path / DEFAULT}")
    if not path.exists():
        if not create:
            raise RecordError(f"there is no record at {path}; make one with: memcon read PATH --record {path}")
        if not path.parent.is_dir():
            raise RecordError(f"the folder {path.parent} does not exist")
        if not os.access(path.parent, os.W_OK):
            raise RecordError(f"the folder {path.parent} may not be written to")
        return
    if not os.access(path, os.R_OK):
        raise RecordError(f"{path} may not be read")
    with path.open("rb") as file:
        head = file.read(16)
    if head and not head.startswith(b"SQLite format 3"):
        raise RecordError(f"{path} is not a record: it is not a SQLite file")


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _engine(connect: Callable[[], sqlite3.Connection], writable: bool) -> Engine:
    def opened() -> sqlite3.Connection:
        connection = connect()
        connection.isolation_level = None  # transactions are begun here, in words, not by the driver
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
        if writable:
            _ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
        return connection

    return sa.create_engine("sqlite://", creator=opened, poolclass=sa.pool.QueuePool, pool_size=4)


def _ahead(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead log: where two programs make a record at once, SQLite refuses one of them at once."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the record throughout."""
    with told_plainly(engine), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execute(sa.text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        yield connection
        connection.rollback()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that owns the right to write from its start: all of it is kept, or nothing."""
    with told_plainly(engine), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _begin(connection)
        else:
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_WRITER})
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _begin(connection: Connection) -> None:
    """Take the turn to write: SQLite tells that another has it, and its count of changes whether anything is done."""
    seen, since = None, time.monotonic()
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(LOOK * 1000)}")
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except sa.exc.OperationalError as error:
                if "locked" not in str(error):
                    raise
                if (done := _done_by_others(connection)) != seen:
                    seen, since = done, time.monotonic()
                elif time.monotonic() - since > PATIENCE:
                    raise
            else:
                return
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


def _done_by_others(connection: Connection) -> int | None:
    """SQLite's number for what others have written; None in the moment in which it may not be looked at."""
    try:
        return int(connection.exec_driver_sql("PRAGMA data_version").scalar() or 0)
    except sa.exc.OperationalError:
        return None


SAVE = "`memcon rebuild` makes it anew from what was read and can still be found in it"
_IN_WORDS = (
    (
        "locked",
        f"another program has been writing to the record for {PATIENCE / 60:.0f} minutes without an end: wait "
        "until it is done, or end it where it hangs or was stopped, then give the same command again; "
        "what was read before is kept and not read twice",
    ),
    ("readonly", "the record may not be written to: check the rights of its file and folder"),
    ("disk is full", "the disk is full; nothing was changed"),
    ("disk i/o", "the disk could not be read or written; nothing was changed"),
    ("does not exist", "the database does not exist on the server, or its user does not"),
    ("connection failed", "the database server cannot be reached; check its address and whether it runs"),
    ("connection refused", "the database server cannot be reached; check its address and whether it runs"),
    ("unable to open", "the record cannot be opened: check its path and rights"),
)


@contextmanager
def told_plainly(engine: Engine) -> Iterator[None]:
    """Turn what the database says into a RecordError a person can act on."""
    try:
        yield
    except (sa.exc.DatabaseError, sqlite3.DatabaseError) as error:
        said = str(getattr(error, "orig", None) or error)
        if "malformed" in said.lower() or "not a database" in said.lower():
            raise RecordDamaged(f"the record is damaged ({said}); {SAVE}") from error
        for sign, words in _IN_WORDS:
            if sign in said.lower():
                raise RecordError(words) from error
        raise RecordError(f"the record could not be used: {said}") from error


def bring_up_to_date(engine: Engine, shape: str = LATEST) -> None:
    """Make the tables, or run the steps an older record lacks. A newer record than this program is refused."""
    with told_plainly(engine), engine.connect() as connection:
        version = _version(connection)
    if version == shape:
        return
    if version is not None and version > LATEST:
        raise RecordError(f"the record was made by a newer memcon (shape {version}; this one knows {LATEST})")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with writing(engine) as connection:
        if _version(connection) != shape:  # another program may have done it meanwhile
            config.attributes["connection"] = connection
            command.upgrade(config, shape)


def _version(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        if sa.inspect(connection).has_table("entry") or sa.inspect(connection).get_table_names():
            raise RecordError("this SQLite file belongs to another program: it is not a record")
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found) if found is not None else None
