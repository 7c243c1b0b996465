"""Files compressed with gzip, unpacked as they are read and up to a limit: a small file cannot fill the memory."""

import gzip
import io
import zlib
from typing import BinaryIO, cast


class TooMuch(OSError):
    """More came out of a compressed file than the limit."""


class _Unpacking(io.RawIOBase):
    def __init__(self, packed: BinaryIO, most: int) -> None:
        self._packed = packed
        self._stream = gzip.GzipFile(fileobj=packed)
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        try:
            data = self._stream.read(min(len(buffer), self._left + 1))
        except (EOFError, zlib.error) as error:
            raise OSError(f"the compressed file is damaged or cut off ({error})") from error
        self._left -= len(data)
        if self._left < 0:
            raise TooMuch("unpacks to more than the limit: unpack it first, or raise the limit")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._packed.close()
        super().close()


def unpacked(packed: BinaryIO, most: int) -> BinaryIO:
    """The content of a gzip file as a stream of at most `most` bytes; OSError where it is damaged or larger."""
    return cast(BinaryIO, io.BufferedReader(_Unpacking(packed, most), 1 << 16))
