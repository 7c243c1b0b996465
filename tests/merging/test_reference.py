import random

from memcon.evaluation.clusters import score
from memcon.merging import merge
from tests import reference

# Pairs of documents of two clusters that tell of one event all the same: the talks of April and May 2025 between Iran
# and the US (two clusters of their reports), and the break of the Solomon Islands with Taiwan in two languages.
BOTH_TELL = {("rare37", "world08"), ("rare37", "world09"), ("zhx12", "zhx59")}


@reference.needed
def test_documents_on_one_event_share_an_entry() -> None:
    told = list(reference.readings("dev"))
    read = {r.id for r in told}
    scores = score(merge(told), {d: c for d, c in reference.clusters().items() if d in read})
    assert scores.recall >= 0.73
    assert scores.precision >= 0.92
    assert {pair[:2] for pair in scores.wrong} <= BOTH_TELL
    assert scores.b_cubed >= 0.93


@reference.needed
def test_the_order_of_documents_changes_nothing() -> None:
    told = list(reference.readings("dev"))
    expected = merge(told)
    random.Random(1).shuffle(told)
    assert merge(told) == expected
