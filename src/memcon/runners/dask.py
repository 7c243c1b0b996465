"""Readings on a Dask cluster: many machines, the same readings in the same order.

Documents travel in small batches and come back as packed readings. A worker that dies has its batches given to others
by the scheduler; a document that kills every worker it comes to is told by name. So is one that takes too long, once it
comes back to Python code: Dask runs it in a thread, which cannot be stopped from outside.
"""

import functools
import importlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from memcon.errors import DocumentError, MemconError, MissingExtra
from memcon.model import Document, Reading
from memcon.runners import limit
from memcon.runners.worker import Read, attempt, pack, pack_found, unpack, unpack_documents

Found = Reading | DocumentError

_AT_ONCE = 16  # documents a task
_PATIENCE = 5.0  # seconds between looks whether the cluster still has workers
_WITHOUT_WORKERS = 60.0  # seconds that a cluster may have none, while they are started anew
_AHEAD = 4  # tasks under way for each thread of the cluster


def dask(
    documents: Iterable[Document | DocumentError],
    read: Read,
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    warm: Callable[[], object] | None = None,
    seconds: float | None = limit.SECONDS,
) -> Iterator[Found]:
    """Readings in the documents' order by a Dask cluster: the one at `scheduler` (`tcp://host:8786`), or one started
    here with `workers` processes.

    `read` and `warm` are functions at the top of a module that the workers can import (memcon must be installed
    there, in the same version); `warm` loads once a worker what each reading needs. `seconds` is the time limit of a
    document of up to 100,000 characters. Memory here stays bounded. Raises MissingExtra without the extra `dask`,
    MemconError where the scheduler does not answer.
    """
    distributed = _distributed()
    if scheduler is not None:
        try:
            client = distributed.Client(scheduler, timeout=30)
        except (OSError, TimeoutError, ValueError) as error:
            raise MemconError(f"no Dask scheduler answers at {scheduler}: {error}") from error
        with client:
            yield from on_client(documents, read, client, warm=warm, seconds=seconds)
        return
    cluster = distributed.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        yield from on_client(documents, read, client, warm=warm, seconds=seconds)


def _distributed() -> Any:
    try:
        return importlib.import_module("distributed")
    except ModuleNotFoundError as error:
        raise MissingExtra(
            "a Dask cluster needs the package distributed: make extras in a clone, else pip install 'memcon[dask]'"
        ) from error


def on_client(
    documents: Iterable[Document | DocumentError],
    read: Read,
    client: Any,
    *,
    warm: Callable[[], object] | None = None,
    seconds: float | None = limit.SECONDS,
) -> Iterator[Found]:
    """The same over a `distributed.Client` that is open already."""
    task = _Task(client, read, warm, seconds)
    source = iter(documents)
    under_way: deque[tuple[list[Document | DocumentError], Any]] = deque()
    exhausted = False
    while True:
        threads = sum(client.nthreads().values()) or 1
        while not exhausted and len(under_way) < _AHEAD * threads:
            batch = list(islice(source, _AT_ONCE))
            exhausted = len(batch) < _AT_ONCE
            if batch:
                under_way.append((batch, task.submit([d for d in batch if isinstance(d, Document)])))
        if not under_way:
            return
        batch, future = under_way.popleft()
        found = iter(task.gathered([d for d in batch if isinstance(d, Document)], future))
        for item in batch:
            yield item if isinstance(item, DocumentError) else next(found)


class _Task:
    """What is done with each batch on a cluster."""

    def __init__(self, client: Any, read: Read, warm: Callable[[], object] | None, seconds: float | None) -> None:
        self.client, self.read, self.warm, self.seconds = client, read, warm, seconds

    def submit(self, batch: list[Document]) -> Any:
        """A future of the batch's readings; None where there is nothing to read."""
        if not batch:
            return None
        return self.client.submit(read_packed, pack(batch), self.read, self.warm, self.seconds, pure=False)

    def gathered(self, batch: list[Document], future: Any) -> list[Found]:
        """The readings of a batch. One that kept killing workers is read again one by one, to name the document."""
        if future is None:
            return []
        try:
            return [_unpacked(message) for message in _result(self.client, future)]
        except _distributed().KilledWorker:
            if len(batch) == 1:
                return [DocumentError(batch[0].id, "the workers that read it died")]
        # One after the other: what is under way on a worker when it dies is suspected as well.
        return [found for document in batch for found in self.gathered([document], self.submit([document]))]


def _result(client: Any, future: Any) -> list[bytes]:
    """What a task gives; MemconError where the cluster has had no workers for `_WITHOUT_WORKERS` seconds."""
    since = time.monotonic()
    while True:
        try:
            found: list[bytes] = future.result(timeout=_PATIENCE)
            return found
        except TimeoutError:
            if client.nthreads():
                since = time.monotonic()
            elif time.monotonic() - since > _WITHOUT_WORKERS:
                raise MemconError("the Dask cluster has no workers left") from None


def _unpacked(message: bytes) -> Found:
    found = unpack(message)
    assert found is not None
    return found


@functools.cache
def _ready(warm: Callable[[], object]) -> bool:
    warm()
    return True


def read_packed(batch: bytes, read: Read, warm: Callable[[], object] | None, seconds: float | None) -> list[bytes]:
    """What runs on a worker: packed documents in, packed readings out."""
    if warm is not None:
        _ready(warm)
    return [pack_found(attempt(read, document, seconds)) for document in unpack_documents(batch)]
