"""The parse is spaCy's own, whatever is kept from one passage to the next and whatever stands beside a passage."""

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Document
from memcon.reading.analysis import Page, Passage
from memcon.reading.english import parsing, vectors, words

if TYPE_CHECKING:
    from spacy.language import Language

PASSAGES = (
    "The foreign ministers of Norway and Finland met in Oslo on Monday. There's to be another round, they said.",
    "“We aren't going to sign it,” Lavrov told reporters; it ain't what he'd agreed to, and he's gotta go.",
    "Let's see, y'all: she has been, was being and will have been the ambassador who wouldn't've been recalled.",
    "Those who doubted that did so because there are no better offers, but for one.",
    "Ministers met. The worst of it is that nothin' was said; the talks were held nonetheless.",
    "Geneva 2, N.Y., 5:30pm, $3.5bn, e-mail@example.org, (c) U.N., 1,200-strong, “third”–‘fourth’…",
    "gon na",
    "there",
    "is",
    "",
)
SAMPLES = tuple(  # as they are folded: "co-chaired" goes to the parser as one word
    parsing.fold(text := " ".join(passage.split()), 0, len(text))[0]
    for file in sorted(files("memcon.samples").iterdir(), key=lambda file: file.name)
    if file.name.endswith(".txt")
    for passage in file.read_text("utf-8").split("\n\n")
    if passage.strip()
)


Told = list[list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def pipeline() -> "Language":
    """The whole pipeline as spaCy runs it: nothing kept, nothing left out."""
    return parsing.parser.__wrapped__()


def expected(texts: tuple[str, ...], pipeline: "Language") -> list[Told]:
    """The sentences of each passage as the whole pipeline gives them, passage by passage."""
    found = []
    for doc in map(pipeline, texts):
        sentences: Told = []
        for span in doc.sents:
            words = [t for t in span if not t.is_space]
            order = {t.i: n for n, t in enumerate(words)}
            if words:
                heads = [order.get(t.head.i, n) for n, t in enumerate(words)]
                sentences.append(
                    [
                        (t.text, t.lower_, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, head, t.idx)
                        for t, head in zip(words, heads, strict=True)
                    ]
                )
        found.append(sentences)
    return found


def read(texts: tuple[str, ...]) -> list[Told]:
    """The sentences of passages that are parsed together, as memcon gives them."""
    passages, at = [], 0
    for text in texts:
        passages.append(Passage(at, at + len(text), "title", "en"))
        at += len(text) + 1
    page = Page(Document(id="page", text="\n".join(texts)), tuple(passages))
    found: list[Told] = [[] for _ in texts]
    for sentence in parsing.sentences(page, range(len(texts))):
        start = passages[sentence.passage].start
        found[sentence.passage].append([(*t[1:8], t.start - start) for t in sentence.tokens])
    return found


@pytest.mark.parametrize("text", PASSAGES)
def test_a_passage_by_itself(text: str, pipeline: "Language") -> None:
    assert read((text,)) == expected((text,), pipeline)


def test_passages_together(pipeline: "Language") -> None:
    assert read(PASSAGES) == expected(PASSAGES, pipeline)
    assert read(PASSAGES[::-1]) == expected(PASSAGES, pipeline)[::-1]


def test_real_pages(pipeline: "Language") -> None:
    assert read(SAMPLES) == expected(SAMPLES, pipeline)


def test_little_room_to_keep_words(pipeline: "Language", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "KEPT", 40)
    monkeypatch.setattr(words, "KEPT", 40)
    parsing._parts.cache_clear()
    try:
        assert read(SAMPLES[:60]) == expected(SAMPLES[:60], pipeline)
    finally:
        monkeypatch.undo()
        parsing._parts.cache_clear()


def test_threads_share_what_is_kept(pipeline: "Language") -> None:
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(read, [(text,) for text in PASSAGES * 3])) == [
            [one] for one in expected(PASSAGES, pipeline) * 3
        ]


@given(st.integers(1, 70), st.integers(1, 40))
def test_a_row_of_a_product_does_not_hang_on_the_others(rows: int, skip: int) -> None:
    x = numpy.sin(numpy.arange(rows * 96, dtype="float32")).reshape(rows, 96)
    y = numpy.cos(numpy.arange(96 * 50, dtype="float32")).reshape(96, 50)
    whole = vectors.product(x, y)
    assert (vectors.product(x[skip:], y) == whole[skip:]).all()
    assert numpy.allclose(whole, x @ y, atol=1e-4)
