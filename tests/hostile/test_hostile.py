"""Documents that nobody should send: each is read or refused by name, and none stops a batch."""

import time
from pathlib import Path

import pytest

import memcon
from memcon.errors import DocumentError
from memcon.model import Document, Reading
from memcon.runners import in_process, pool
from memcon.sources import Limits, documents
from tests.hostile.making import KINDS, made

LIMITS = Limits(file=5_000_000, document=1_000_000, unpacked=5_000_000)
SECONDS = 20.0  # a document, on a busy machine; most take milliseconds


def checked(found: Document | DocumentError, reading: Reading | DocumentError) -> None:
    """Every quote of a reading is where it says; a refusal names the file and the reason."""
    if isinstance(reading, DocumentError):
        assert reading.document
        assert reading.reason
        assert "fault of memcon's" not in reading.reason, reading
        return
    assert isinstance(found, Document)
    entries = (*reading.events, *reading.statements, *reading.commitments, *reading.mechanisms, *reading.claims)
    for entry in entries:
        assert entry.evidence in found.text
        for quote in entry.quotes:
            assert found.text[quote.start : quote.end] == quote.quote


@pytest.mark.parametrize("number", range(2 * len(KINDS)), ids=lambda n: KINDS[n % len(KINDS)].__name__)
def test_each_is_read_or_refused_by_name(number: int, tmp_path: Path) -> None:
    name, data = made(number)
    (tmp_path / name).write_bytes(data)
    start = time.monotonic()
    for found in documents([tmp_path], limits=LIMITS):
        (reading,) = in_process([found], memcon.read)
        checked(found, reading)
    assert time.monotonic() - start < SECONDS


@pytest.mark.stress
@pytest.mark.timeout(1800)  # a minute on an idle machine
def test_two_thousand_do_not_stop_a_batch(tmp_path: Path) -> None:
    for number in range(2_000):
        name, data = made(number)
        (tmp_path / name).write_bytes(data)
    batch = list(documents([tmp_path], limits=LIMITS))
    readings = list(pool(batch, memcon.read, seconds=SECONDS))
    assert len(readings) == len(batch)
    for found, reading in zip(batch, readings, strict=True):
        checked(found, reading)
