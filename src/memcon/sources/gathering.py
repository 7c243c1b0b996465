"""Paths into documents: folders walked in order, formats told, every document with an id of its own in the run."""

import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from memcon.errors import DocumentError, MemconError
from memcon.model import Document
from memcon.sources import formats
from memcon.sources.addresses import Web, is_address
from memcon.sources.origin import Columns, Limits, Origin, from_bytes, from_file

if TYPE_CHECKING:
    from memcon.sources.web import Fetcher

STANDARD_INPUT = "-"
_log = logging.getLogger(__name__)


def documents(
    paths: Iterable[str | os.PathLike[str]],
    *,
    format: str | None = None,
    columns: Columns | None = None,
    limits: Limits | None = None,
    web: Web | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | DocumentError]:
    """The documents of files, folders (with all folders in them), addresses and standard input (`-`), in their order.

    Folders give the files whose ending is known, sorted by path; hidden files and folders are passed over. A file
    named itself is read whatever its ending. `format` (a name in FORMATS) says what all of them are. A document that
    cannot be read comes as a DocumentError in its place. http(s) addresses are fetched only where `web` says how.
    Raises MissingExtra where a format's package is not
    installed, KeyError for an unknown format.
    """
    chosen = formats.by_name(format) if format is not None else None
    limits, columns = limits or Limits(), columns or Columns()
    fetcher = _fetcher(web, limits) if web is not None else None
    ids = _Ids()
    for path in paths:
        for origin in _origins(os.fspath(path), chosen, limits, columns, stdin, fetcher):
            if isinstance(origin, DocumentError):
                yield origin
                continue
            for found in read(origin, chosen):
                yield ids.own(found, origin.name) if isinstance(found, Document) else found


def read(origin: Origin, chosen: formats.Format | None = None) -> Iterator[Document | DocumentError]:
    """The documents of one origin, in the given format or the one told from it."""
    try:
        yield from (chosen or formats.told(origin)).read(origin)
    except DocumentError as error:
        yield error
    except OSError as error:  # a stream that breaks off in the middle
        yield DocumentError(origin.name, f"cannot be read to its end: {error.strerror or error}")
    except MemconError:
        raise
    except Exception as error:  # a fault in a format must cost one file, not the run
        # Without its message, which may hold words of the file.
        places = "".join(traceback.format_tb(error.__traceback__))
        _log.debug("reading %s failed: %s\n%s", origin.name, type(error).__name__, places)
        yield DocumentError(origin.name, f"could not be read, by a fault of memcon's: {type(error).__name__}")


def _origins(
    path: str,
    chosen: formats.Format | None,
    limits: Limits,
    columns: Columns,
    stdin: BinaryIO | None,
    fetcher: "Fetcher | None",
) -> Iterator[Origin | DocumentError]:
    if path == STANDARD_INPUT:
        yield _standard_input(stdin or sys.stdin.buffer, limits, columns)
    elif is_address(path):
        yield _fetched(path, fetcher, columns)
    elif os.path.isdir(path):
        faults: list[OSError] = []
        for name in files(path, chosen, faults.append):
            yield from_file(name, limits, columns)
        for fault in faults:
            yield DocumentError(str(fault.filename), f"cannot be opened: {fault.strerror}")
    elif not os.path.exists(path):
        yield DocumentError(path, "there is no such file or folder")
    elif not os.path.isfile(path):
        yield DocumentError(path, "is neither a file nor a folder")
    else:
        yield from_file(path, limits, columns)


def _fetcher(web: Web, limits: Limits) -> "Fetcher":
    from memcon.sources.web import Fetcher  # http and tls are slow to import, and seldom needed

    return Fetcher(web, limits)


def _fetched(url: str, fetcher: "Fetcher | None", columns: Columns) -> Origin | DocumentError:
    if fetcher is None:
        return DocumentError(url, "is an address: addresses are fetched only on request (--fetch)")
    try:
        return fetcher.origin(url, columns)
    except DocumentError as error:
        return error


def _standard_input(stream: BinaryIO, limits: Limits, columns: Columns) -> Origin | DocumentError:
    name = "standard input"
    data = stream.read(limits.file + 1)
    if len(data) > limits.file:
        return DocumentError(
            name, f"is larger than {limits.file / 1_000_000:g} MB: save it as a file, or raise the limit"
        )
    return msgspec.structs.replace(from_bytes(name, data, limits, columns), id="stdin")


def files(
    folder: str, chosen: formats.Format | None = None, onerror: Callable[[OSError], object] | None = None
) -> Iterator[str]:
    """The files of a folder and all folders in it, sorted; links to folders are not followed.

    `onerror` is told of folders that cannot be opened.
    """
    for base, folders, names in os.walk(folder, onerror=onerror):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            if chosen is None and formats.by_ending(name) is None:
                continue
            if chosen is not None and not name.lower().removesuffix(".gz").endswith(chosen.endings):
                continue
            yield os.path.join(base, name)


class _Ids:
    """Gives a document whose id was given already in this run its folder's name in front, then a number behind."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def own(self, document: Document, name: str) -> Document:
        wanted = document.id
        folders = list(Path(name).parent.parts)
        while wanted in self.given and folders:
            folder = folders.pop().strip("/\\.")
            if folder:
                wanted = f"{folder}-{wanted}"
        base, number = wanted, 2
        while wanted in self.given:
            wanted = f"{base}-{number}"
            number += 1
        self.given.add(wanted)
        return document if wanted == document.id else msgspec.structs.replace(document, id=wanted)
