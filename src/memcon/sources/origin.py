"""What a format's reader is handed: a stream of bytes with its name, and the limits that hold for it."""

import io
import os
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from memcon.errors import DocumentError
from memcon.model import Original
from memcon.sources.unpacking import unpacked


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much is read at most; what is larger is refused by name.

    `file` is bytes of a whole file that is read at once, `document` characters of one text (a book is longer, a
    news report a thousandth of it); `unpacked` bounds what a compressed file may grow to; `seconds` bounds one fetch.
    `original` is bytes of a page that is kept beside its text: of a larger one the text alone is kept, with 0 of all.
    """

    file: int = 20_000_000
    document: int = 1_000_000
    unpacked: int = 2_000_000_000
    seconds: float = 30.0
    original: int = 2_000_000


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Which column or key holds what, for JSON Lines, CSV and Parquet; None leaves it to the usual names."""

    text: str | None = None
    id: str | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """One file, address or stream.

    `name` is what messages call it (a path, an address or `standard input`); `id` what its document is called if it
    holds one; `open` gives its bytes from the beginning each time it is called (standard input: once).
    """

    name: str
    id: str
    open: Callable[[], BinaryIO]
    url: str | None = None
    content_type: str | None = None
    limits: Limits = Limits()
    columns: Columns = Columns()

    def whole(self) -> bytes:
        """All bytes; DocumentError where they cannot be read or are more than the limit."""
        with self.stream() as stream:
            try:
                data = stream.read(self.limits.file + 1)
            except OSError as error:
                raise DocumentError(self.name, f"cannot be read: {error.strerror or error}") from error
        if len(data) > self.limits.file:
            raise DocumentError(
                self.name, f"is larger than {megabytes(self.limits.file)}: split it, or raise the limit for files"
            )
        return data

    def original(self, body: bytes | str, media_type: str) -> Original | None:
        """What a text was taken from, to be kept beside it; None where it is larger than the limit."""
        held = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
        return Original(media_type=media_type, body=held) if len(held) <= self.limits.original else None

    def stream(self) -> BinaryIO:
        """The bytes as a stream; DocumentError where they cannot be opened."""
        try:
            return self.open()
        except OSError as error:
            raise DocumentError(self.name, f"cannot be opened: {error.strerror or error}") from error

    def first(self, count: int) -> bytes:
        """The first bytes, to tell what it is."""
        with self.stream() as stream:
            try:
                return stream.read(count)
            except OSError as error:
                raise DocumentError(self.name, f"cannot be read: {error.strerror or error}") from error


def megabytes(count: int) -> str:
    """A number of bytes for a message."""
    return f"{count / 1_000_000:g} MB"


def from_file(path: str | os.PathLike[str], limits: Limits, columns: Columns) -> Origin:
    """A file on disk, unpacked where its name ends in `.gz`: its id is its name without the endings."""
    name = os.fspath(path)
    packed = name.lower().endswith(".gz")

    def opened() -> BinaryIO:
        stream = open(name, "rb")  # noqa: SIM115 - whoever asked closes it
        return unpacked(stream, limits.unpacked) if packed else stream

    return Origin(name=name, id=stem(name), open=opened, limits=limits, columns=columns)


def from_bytes(name: str, data: bytes, limits: Limits, columns: Columns) -> Origin:
    """Bytes that are here already (standard input, a fetched page)."""
    return Origin(name=name, id=stem(name), open=lambda: io.BytesIO(data), limits=limits, columns=columns)


def stem(name: str) -> str:
    """The file name without its ending: `reports/2024-05-31.txt` is `2024-05-31`."""
    base = os.path.basename(name.rstrip("/\\")) or name
    base = base[:-3] if base.lower().endswith(".gz") else base
    head, dot, ending = base.rpartition(".")
    return head if dot and head and len(ending) <= 8 else base


def lines(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines of a stream with their numbers from 1; None for a line longer than `longest` bytes, which is skipped."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            yield number, None
        else:
            yield number, line
