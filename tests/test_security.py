"""What SECURITY.md promises, held where a test can hold it."""

import ast
import logging
import re
import socket
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.group import commands
from memcon.errors import DocumentError, MemconError
from memcon.model import Document, Reading
from memcon.record import Store
from memcon.runners import in_process
from memcon.samples import FOLDER

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "src" / "memcon").rglob("*.py"))
LOADERS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "jsonpickle"}
RUNNERS = {"eval", "exec", "__import__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_nothing_that_was_loaded_is_run(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert not {alias.name.partition(".")[0] for alias in node.names} & LOADERS
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in LOADERS
        if isinstance(node, ast.Call):
            assert not (isinstance(node.func, ast.Name) and node.func.id in RUNNERS)
            assert not any(k.arg == "shell" and getattr(k.value, "value", None) is True for k in node.keywords)
            if isinstance(node.func, ast.Attribute):
                assert ast.unparse(node.func) not in {"os.system", "os.popen", "yaml.load"}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-extras.lock", "requirements-dev.lock"])
def test_every_package_is_pinned_by_its_hash(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    pinned = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith(("#", "-"))]
    assert len(pinned) > 20
    for line in pinned:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ ", line), line
        assert "--hash=sha256:" in line, line


SECRET = "hunter2-of-the-desk"


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://desk:{SECRET}@127.0.0.1:1/record",
        f"postgres://desk:{SECRET}@127.0.0.1:1/record?connect_timeout=1",
        f"postgresql://desk:{SECRET}@[::1/record",
        f"postgresql://desk:{SECRET}@127.0.0.1:port/record",
        f"mysql://desk:{SECRET}@127.0.0.1:1/record",
        f"nothing://desk:{SECRET}@127.0.0.1:1/record",
    ],
)
@pytest.mark.parametrize(
    "command", [["timeline"], ["read", str(FOLDER)], ["rebuild"], ["who", "CHN", "head_of_state", "2024"]]
)
def test_no_message_nor_file_holds_a_password(
    address: str, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    result = CliRunner(env={"NO_COLOR": "1"}).invoke(commands, [*command, "--record", address], standalone_mode=False)
    assert isinstance(result.exception, MemconError), result.exception
    assert SECRET not in str(result.exception)
    assert SECRET not in result.output + caplog.text
    assert list(tmp_path.iterdir()) == []


def test_a_record_holds_no_name_of_the_machine_or_its_user(tmp_path: Path) -> None:
    """What it holds is what was read, so that it can be handed on."""
    path = tmp_path / "private-folder-of-ana" / "memcon.db"
    path.parent.mkdir()
    (path.parent / "quarter-final.txt").write_bytes((FOLDER / "quarter-final.txt").read_bytes())
    asked = ["read", str(path.parent), "--record", str(path)]
    assert CliRunner().invoke(commands, asked, standalone_mode=False).return_value == 0
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"private-folder-of-ana" not in path.read_bytes()


def test_logs_hold_no_text_of_documents(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    words = "an unpublished sentence of the document"

    def fails(document: Document) -> Reading:
        raise ValueError(f"cannot make anything of {document.text!r}")

    caplog.set_level(logging.DEBUG)
    (found,) = in_process([Document(id="d", text=words)], fails)
    assert isinstance(found, DocumentError)
    assert "ValueError" in caplog.text
    assert words not in caplog.text + str(found)
    page = tmp_path / "page.txt"
    page.write_text(f"President Macron met Prime Minister Modi in Paris on 12 March 2024. {words}.")
    CliRunner().invoke(commands, ["read", str(page), "--record", str(tmp_path / "m.db")], standalone_mode=False)
    assert words not in caplog.text
    assert "Macron" not in caplog.text


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Whoever is called; nobody answers."""
    called: list[object] = []

    def refused(_: object, address: object, *rest: object) -> None:
        called.append(address)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket.socket, "connect_ex", refused)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: refused(None, a))
    return called


def test_nobody_is_called_unless_asked(no_network: list[object], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><link rel="stylesheet" href="http://192.0.2.1/a.css"><script src="http://192.0.2.1/a.js"></script>'
        '</head><body><img src="http://192.0.2.1/a.png"><p>President Macron met Prime Minister Modi in Paris on'
        " 12 March 2024. They spoke about trade, and agreed to meet again in Delhi within the year.</p></body></html>"
    )
    record = str(tmp_path / "m.db")
    for command in (
        ["read", str(page)],
        ["read", "http://192.0.2.1/page"],
        ["timeline"],
        ["export", "csv"],
        ["rebuild"],
    ):
        CliRunner().invoke(commands, [*command, "--record", record], standalone_mode=False)
    with Store(record) as store:
        assert "Macron" in store.dump().decode()
    assert no_network == []
