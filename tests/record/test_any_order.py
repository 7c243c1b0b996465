"""Added in any order, in any pieces, taken out and put back: the record is the same, byte for byte."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.model import Document, Reading
from memcon.record import Store
from tests.merging.test_order import readings

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def pairs(told: list[Reading]) -> list[tuple[Document, Reading]]:
    return [(Document(id=r.id, text=f"text of {r.id}"), r) for r in told]


def whole(told: list[tuple[Document, Reading]], folder: str) -> bytes:
    with Store(Path(folder) / "whole.db") as store:
        store.add_all(told)
        return store.dump()


@SLOW
@given(readings(), st.randoms(use_true_random=False))
def test_pieces_in_any_order(told: list[Reading], chance: object) -> None:
    read = pairs(told)
    with tempfile.TemporaryDirectory() as folder:
        expected = whole(read, folder)
        chance.shuffle(read)  # type: ignore[attr-defined]
        with Store(Path(folder) / "pieces.db") as store:
            while read:
                size = chance.randint(1, 3)  # type: ignore[attr-defined]
                piece, read = read[:size], read[size:]
                store.add_all(piece)
            assert store.dump() == expected


@SLOW
@given(readings(), readings(), st.randoms(use_true_random=False))
def test_what_is_read_anew_or_taken_out_leaves_no_trace(
    told: list[Reading], otherwise: list[Reading], chance: object
) -> None:
    read, before = pairs(told), pairs(otherwise)
    with tempfile.TemporaryDirectory() as folder:
        expected = whole(read, folder)
        with Store(Path(folder) / "changed.db") as store:
            store.add_all(before)  # the same ids, read otherwise
            kept = {d.id for d, _ in read}
            for document, _ in before:
                if document.id not in kept:
                    store.remove(document.id)
            chance.shuffle(read)  # type: ignore[attr-defined]
            for pair in read:
                store.add_all([pair])
            assert store.dump() == expected
            store.rebuild()
            assert store.dump() == expected
