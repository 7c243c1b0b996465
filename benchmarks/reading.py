"""What a reading costs: over the bare parse, on a news mix, beside a plain pipeline, and in memory."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import Corpus
from benchmarks.timing import peak_megabytes, resident_megabytes, seconds
from memcon.knowledge import load
from memcon.model import Document
from memcon.reading import read
from memcon.reading.english import parsing

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ROUNDS = 3
BATCH = 64  # texts given to the parser at once, as the reading does


def _read_all(documents: Sequence[Document]) -> None:
    knowledge = load()
    for document in documents:
        read(document, knowledge)


def _plain(with_names: bool) -> "Language":
    """The same model as spaCy runs it: the whole pipeline, or all of it but the recogniser of names."""
    import spacy

    return spacy.load(str(parsing.parser().path), exclude=[] if with_names else parsing.NOT_NEEDED)


def _parse_plainly(pipeline: "Language", batches: Sequence[Sequence[str]]) -> None:
    for texts in batches:
        for _ in pipeline.pipe(texts, batch_size=BATCH):
            pass


def parsed_texts(documents: Sequence[Document]) -> list[list[str]]:
    """What the reading hands to the parser, document by document."""
    handed: list[list[str]] = []
    whole = parsing.parsed

    def listening(texts: Sequence[str]) -> Iterator["Doc"]:
        handed.append(list(texts))
        return whole(texts)

    parsing.parsed = listening
    try:
        _read_all(documents)
    finally:
        parsing.parsed = whole
    return [texts for texts in handed if texts]


@dataclass(frozen=True, slots=True)
class ParseCost:
    """Seconds of one core for the same documents: spaCy's parse of what is parsed in them (without its recogniser of
    names), memcon's own parse of it, and the whole reading.
    """

    documents: int
    tokens: int
    parse: float
    own: float
    whole: float

    @property
    def ratio(self) -> float:
        """Whole over spaCy's parse: what a reading costs beside the parse that another program would run."""
        return self.whole / self.parse

    @property
    def over_own(self) -> float:
        """Whole over memcon's own parse: 1 would be a reading that costs nothing but the parse."""
        return self.whole / self.own


def over_the_parse(count: int = 80, seed: int = 1) -> ParseCost:
    """Read diplomatic documents, then parse the very same texts alone, by turns; medians of the rounds."""
    documents = list(Corpus(seed, diplomatic=1.0).documents(count))
    texts = parsed_texts(documents)  # also warms everything up
    pipeline = _plain(with_names=False)
    tokens = sum(len(parsed) for batch in texts for parsed in pipeline.pipe(batch, batch_size=BATCH))
    parses, owns, wholes = [], [], []
    for _ in range(ROUNDS):
        parses.append(seconds(lambda: _parse_plainly(pipeline, texts)))
        owns.append(seconds(lambda: [list(parsing.parsed(batch)) for batch in texts]))
        wholes.append(seconds(lambda: _read_all(documents)))
    return ParseCost(count, tokens, *(statistics.median(times) for times in (parses, owns, wholes)))


@dataclass(frozen=True, slots=True)
class Mix:
    """Documents a second on one core: memcon on the mix, and parsing every document of it."""

    documents: int
    diplomatic: float
    memcon: float
    parse_all: float
    with_names: float

    @property
    def times_parse(self) -> float:
        """How many times as fast as parsing everything."""
        return self.memcon / self.parse_all

    @property
    def times_pipeline(self) -> float:
        """How many times as fast as the plain pipeline with its recogniser of names."""
        return self.memcon / self.with_names


def on_a_mix(diplomatic: float, count: int = 600, seed: int = 2, sample: int = 120) -> Mix:
    """Speeds on a corpus of which a share is diplomatic; the slow ones are measured on its first `sample` documents."""
    documents = list(Corpus(seed, diplomatic).documents(count))
    parser, pipeline = _plain(with_names=False), _plain(with_names=True)
    _read_all(documents[:30])
    ours = seconds(lambda: _read_all(documents))
    texts = [document.text for document in documents[:sample]]
    _parse_plainly(pipeline, [texts[:5]])
    parse = seconds(lambda: _parse_plainly(parser, [texts]))
    names = seconds(lambda: _parse_plainly(pipeline, [texts]))
    return Mix(count, diplomatic, count / ours, sample / parse, sample / names)


@dataclass(frozen=True, slots=True)
class Memory:
    """Millions of bytes in use after the first tenth and at the end of a stream of documents, and the most ever."""

    documents: int
    early: float
    late: float
    peak: float


def memory(count: int = 5000, seed: int = 3, diplomatic: float = 0.05) -> Memory:
    """Read a stream of documents one by one, keeping nothing."""
    knowledge = load()
    early = 0.0
    for number, document in enumerate(Corpus(seed, diplomatic).documents(count), 1):
        read(document, knowledge)
        if number == count // 10:
            early = resident_megabytes()
    return Memory(count, early, resident_megabytes(), peak_megabytes())
