import random
from pathlib import Path

from memcon.evaluation.clusters import score
from memcon.merging import merge
from tests import reference

BOTH_TELL = {
    tuple(line.split())
    for line in (Path(__file__).parent / "both_tell.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
}


@reference.needed
def test_documents_on_one_event_share_an_entry() -> None:
    told = list(reference.readings("dev"))
    read = {r.id for r in told}
    scores = score(merge(told), {d: c for d, c in reference.clusters().items() if d in read})
    assert scores.recall >= 0.78
    assert {pair[:2] for pair in scores.wrong} <= BOTH_TELL
    assert scores.b_cubed >= 0.94


@reference.needed
def test_the_order_of_documents_changes_nothing() -> None:
    told = list(reference.readings("dev"))
    expected = merge(told)
    random.Random(1).shuffle(told)
    assert merge(told) == expected
