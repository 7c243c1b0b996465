"""A time limit for a piece of work in this process, on any of its threads."""

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from memcon.model import Document

SECONDS = 60.0  # for a document of up to `_LONG`, unless told
_LONG = 100_000  # characters: a longer document has as many times the time limit


class TooLong(BaseException):
    """The work took longer than its limit. No `except Exception` on the way holds it up."""


def allowed(document: Document, seconds: float) -> float:
    """The seconds a document may take, where `seconds` is the limit of one of up to 100,000 characters."""
    return seconds * max(1.0, len(document.text) / _LONG)


def told(seconds: float) -> str:
    """The reason why a document was given up."""
    return f"took longer than {seconds:g} seconds to read"


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooLong in what runs within once it has taken `seconds`.

    By the system's alarm where that is free, which also ends what runs in compiled code that listens to signals
    (regular expressions do); else, as on the threads of a cluster, at the next step of Python code.
    """
    if _alarm_is_free():
        before = signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        return
    watch = _Watch(threading.get_ident())
    timer = threading.Timer(seconds, watch.ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        watch.end()
        timer.cancel()


def _alarm_is_free() -> bool:
    return (
        threading.current_thread() is threading.main_thread()
        and hasattr(signal, "setitimer")
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
        and signal.getsignal(signal.SIGALRM) in (signal.SIG_DFL, signal.SIG_IGN)
    )


def _ring(number: int, frame: FrameType | None) -> NoReturn:
    raise TooLong


class _Watch:
    """Raises TooLong in another thread, unless that has come to its end before."""

    def __init__(self, thread: int) -> None:
        self.thread = thread
        self.over = False
        self.lock = threading.Lock()

    def ring(self) -> None:
        with self.lock:
            if not self.over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self.thread), ctypes.py_object(TooLong))

    def end(self) -> None:
        with self.lock:
            self.over = True
