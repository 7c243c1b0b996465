"""Readings on all cores of one machine: worker processes, bounded memory, the documents' own order.

A worker that dies (killed, out of memory, a fault in compiled code) costs the document it was at one more try in
another worker; a second death, or too much time, makes it a DocumentError by name, and the rest goes on.
"""

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from multiprocessing.connection import Connection, wait

from memcon.errors import DocumentError, MemconError
from memcon.model import Document, Reading
from memcon.runners import limit
from memcon.runners.worker import Read, attempt, pack, unpack, work

Found = Reading | DocumentError

_FEW = 24  # documents that are read sooner than workers have started
_AT_ONCE = 8  # documents handed to a worker in one message
_AHEAD = 8  # messages a worker that are taken from the source before the first reading is given on
_MOST = 100_000  # characters in one message of several documents
_START_SECONDS = 300.0  # to load tables and parser, on a busy machine
_MEMORY = 6_000_000_000  # bytes of address space a worker; what it uses is far less
_TRIES = 2


def in_process(
    documents: Iterable[Document | DocumentError], read: Read, seconds: float | None = None
) -> Iterator[Found]:
    """Readings one after the other in this process; errors in the source are given on in their place.

    `seconds` is the time limit of a document of up to 100,000 characters; see `limit.limited` for what it can end.
    """
    for document in documents:
        yield document if isinstance(document, DocumentError) else attempt(read, document, seconds)


def pool(
    documents: Iterable[Document | DocumentError],
    read: Read,
    *,
    workers: int | None = None,
    warm: Callable[[], object] | None = None,
    seconds: float = limit.SECONDS,
    few: int = _FEW,
    memory: int | None = _MEMORY,
) -> Iterator[Found]:
    """Readings in the documents' order, read by `workers` processes (all cores unless told).

    `read` and `warm` are functions at the top of a module (workers are started anew and import them); `warm` loads
    once a worker what each reading needs. `seconds` is the time limit of a document of up to 100,000 characters.
    Up to `few` documents, or with one worker, everything happens in this process.
    Memory stays bounded however many documents there are: only a few hundred are under way.
    """
    source = iter(documents)
    count = workers if workers is not None else available_cores()
    first = list(islice(source, few + 1))
    if count <= 1 or len(first) <= few:
        yield from in_process(chain(first, source), read, seconds)
        return
    crew = _Crew(chain(first, source), read, warm, count, seconds, memory)
    try:
        yield from crew.readings()
    finally:
        crew.end()


def available_cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Worker:
    """One process, its pipe, and the documents it was given, of which it is at the first."""

    def __init__(self, read: Read, warm: Callable[[], object] | None, memory: int | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, read, warm, memory), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.given: deque[tuple[int, Document]] = deque()
        self.since = time.monotonic()

    def give(self, batch: list[tuple[int, Document]]) -> None:
        """Hand over documents; only to a worker that has none, so that neither side waits for the other."""
        self.given.extend(batch)
        self.since = time.monotonic()
        self.pipe.send_bytes(pack([document for _, document in batch]))

    def deadline(self, seconds: float) -> float:
        """When the document it is at (or its start) has taken too long."""
        if not self.ready:
            return self.since + _START_SECONDS
        return self.since + limit.allowed(self.given[0][1], seconds)

    def end(self) -> None:
        """Stop the process at once."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


class _Crew:
    """All workers with what is waiting, under way and done."""

    def __init__(
        self,
        source: Iterator[Document | DocumentError],
        read: Read,
        warm: Callable[[], object] | None,
        count: int,
        seconds: float,
        memory: int | None,
    ) -> None:
        self.source, self.seconds = enumerate(source), seconds
        self.read, self.warm, self.memory = read, warm, memory
        self.workers = [self._start() for _ in range(count)]
        self.waiting: deque[tuple[int, Document]] = deque()
        self.done: dict[int, Found] = {}
        self.tries: dict[int, int] = {}
        self.taken = self.next = 0
        self.failed_starts = 0
        self.exhausted = False

    def _start(self) -> _Worker:
        return _Worker(self.read, self.warm, self.memory)

    def readings(self) -> Iterator[Found]:
        """All readings, in order."""
        while True:
            self._take()
            self._hand_out()
            while self.next in self.done:
                yield self.done.pop(self.next)
                self.next += 1
            if self.exhausted and self.next == self.taken:
                return
            if not self.done.get(self.next) and any(not w.ready or w.given for w in self.workers):
                self._listen()

    def end(self) -> None:
        """Stop all workers."""
        for worker in self.workers:
            worker.end()

    def _take(self) -> None:
        most = len(self.workers) * _AT_ONCE * _AHEAD
        while not self.exhausted and self.taken - self.next < most:
            item = next(self.source, None)
            if item is None:
                self.exhausted = True
                return
            index, document = item
            self.taken = index + 1
            if isinstance(document, DocumentError):
                self.done[index] = document
            else:
                self.waiting.append((index, document))

    def _hand_out(self) -> None:
        for position, worker in enumerate(self.workers):
            if not worker.ready or worker.given or not self.waiting:
                continue
            batch = [self.waiting.popleft()]
            size = len(batch[0][1].text)
            while self.waiting and len(batch) < _AT_ONCE and batch[0][0] not in self.tries:
                size += len(self.waiting[0][1].text)
                if size > _MOST or self.waiting[0][0] in self.tries:
                    break
                batch.append(self.waiting.popleft())
            try:
                worker.give(batch)
            except (BrokenPipeError, ConnectionResetError):
                self._replace(position, "the worker that read it died", again=True)

    def _listen(self) -> None:
        busy = {w.pipe: i for i, w in enumerate(self.workers) if not w.ready or w.given}
        soonest = min(self.workers[i].deadline(self.seconds) for i in busy.values())
        heard = wait(list(busy), timeout=max(0.0, soonest - time.monotonic()))
        for pipe in heard:
            assert isinstance(pipe, Connection)
            self._hear(busy[pipe])
        if not heard:
            self._too_slow()

    def _hear(self, position: int) -> None:
        worker = self.workers[position]
        try:
            while True:
                found = unpack(worker.pipe.recv_bytes())
                if found is None:
                    worker.ready = True
                    self.failed_starts = 0
                else:
                    index, _ = worker.given.popleft()
                    self.done[index] = found
                    self.tries.pop(index, None)
                worker.since = time.monotonic()
                if not worker.pipe.poll():
                    return
        except (EOFError, ConnectionResetError):
            self._replace(position, "the worker that read it died", again=True)

    def _too_slow(self) -> None:
        now = time.monotonic()
        for position, worker in enumerate(self.workers):
            if (not worker.ready or worker.given) and worker.deadline(self.seconds) <= now:
                most = limit.allowed(worker.given[0][1], self.seconds) if worker.given else _START_SECONDS
                self._replace(position, limit.told(most), again=False)

    def _replace(self, position: int, reason: str, again: bool) -> None:
        """Start a new worker in a dead one's place; the document it was at is tried again or given up by name."""
        worker = self.workers[position]
        worker.end()
        if not worker.ready:
            self.failed_starts += 1
            if self.failed_starts > len(self.workers):
                raise MemconError(f"workers do not start (exit code {worker.process.exitcode}): read with one worker")
        if worker.given:
            index, document = worker.given.popleft()
            self.tries[index] = self.tries.get(index, 0) + 1
            self.waiting.extendleft(reversed(worker.given))
            if again and self.tries[index] < _TRIES:
                self.waiting.appendleft((index, document))
            else:
                how = f" twice ({_signal(worker.process.exitcode)})" if again else ""
                self.done[index] = DocumentError(document.id, reason + how)
        self.workers[position] = self._start()


def _signal(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
