"""What runs in a worker process: takes documents from its pipe, reads each, sends back the reading or the reason.

Documents and readings travel as MessagePack of their own types; nothing is pickled.
"""

import contextlib
import logging
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection

import msgspec

from memcon.errors import DocumentError, MemconError
from memcon.model import Document, Reading
from memcon.runners import limit

Read = Callable[[Document], Reading]

READY, READING, ERROR, FAILED = b"+", b"R", b"E", b"F"
_documents = msgspec.msgpack.Decoder(list[Document])
_reading = msgspec.msgpack.Decoder(Reading)
_error = msgspec.msgpack.Decoder(tuple[str, str])
_encode = msgspec.msgpack.Encoder().encode
_log = logging.getLogger(__name__)


def attempt(read: Read, document: Document, seconds: float | None = None) -> Reading | DocumentError:
    """A document's reading, or the error by name that stands for it: no document stops a batch.

    `seconds` is the time limit of a document of up to 100,000 characters.
    """
    most = limit.allowed(document, seconds) if seconds is not None else None
    try:
        with limit.limited(most) if most is not None else contextlib.nullcontext():
            return read(document)
    except DocumentError as error:
        return error
    except limit.TooLong:
        return DocumentError(document.id, limit.told(most or 0.0))
    except MemoryError:
        return DocumentError(document.id, "needs more memory to be read than a worker has")
    except Exception as error:  # a fault in a rule must cost one document, not the run
        # Its message may hold words of the document, which are no business of a log.
        _log.debug("reading %s failed: %s\n%s", document.id, type(error).__name__, _places(error))
        return DocumentError(document.id, f"could not be read, by a fault of memcon's: {type(error).__name__}")


def _places(error: Exception) -> str:
    return "".join(traceback.format_tb(error.__traceback__))


def pack(documents: list[Document]) -> bytes:
    """Documents, without their originals, as a message to a worker; an empty list tells it to end."""
    return _encode([d if d.original is None else msgspec.structs.replace(d, original=None) for d in documents])


def unpack_documents(message: bytes) -> list[Document]:
    """The documents of a message."""
    return _documents.decode(message)


def pack_found(found: Reading | DocumentError) -> bytes:
    """A reading or an error as a message."""
    if isinstance(found, DocumentError):
        return ERROR + _encode((found.document, found.reason))
    return READING + _encode(found)


def unpack(message: bytes) -> Reading | DocumentError | None:
    """A worker's message: a reading, an error, or None for "ready". Raises MemconError where it could not start."""
    if message.startswith(FAILED):
        raise MemconError(message[1:].decode("utf-8"))
    if message.startswith(READING):
        return _reading.decode(message[1:])
    if message.startswith(ERROR):
        return DocumentError(*_error.decode(message[1:]))
    return None


def work(pipe: Connection, read: Read, warm: Callable[[], object] | None, memory: int | None) -> None:
    """The life of a worker. `warm` loads what every reading needs, once; `memory` bounds its address space in bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends its workers
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            if warm is not None:
                warm()
        except MemconError as error:  # a package or a table is missing: the same for every worker
            pipe.send_bytes(FAILED + str(error).encode("utf-8", "replace"))
            return
        _bound(memory)
        pipe.send_bytes(READY)
        while documents := unpack_documents(pipe.recv_bytes()):
            for document in documents:
                pipe.send_bytes(pack_found(attempt(read, document)))


def _bound(memory: int | None) -> None:
    if memory is None:
        return
    with contextlib.suppress(ImportError, ValueError, OSError):  # no such limit on this system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
