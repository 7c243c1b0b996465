"""What a reading costs: over the bare parse, on a news mix, beside a plain pipeline, and in memory."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.corpus import Corpus
from benchmarks.timing import peak_megabytes, resident_megabytes, seconds
from memcon.knowledge import load
from memcon.model import Document
from memcon.reading import read
from memcon.reading.english import parsing

ROUNDS = 3
BATCH = 64  # texts given to the parser at once, as the reading does


def _read_all(documents: Sequence[Document]) -> None:
    knowledge = load()
    for document in documents:
        read(document, knowledge)


def parsed_texts(documents: Sequence[Document]) -> list[list[str]]:
    """What the reading hands to the parser, document by document."""
    parser = parsing.parser()
    handed: list[list[str]] = []
    whole = parser.pipe

    def listening(texts, **options):  # type: ignore[no-untyped-def]
        kept = list(texts)
        handed.append(kept)
        return whole(kept, **options)

    parser.pipe = listening  # type: ignore[method-assign]
    try:
        _read_all(documents)
    finally:
        del parser.pipe
    return [texts for texts in handed if texts]


@dataclass(frozen=True, slots=True)
class ParseCost:
    """Seconds of one core for the bare parse and for the whole reading of the same documents."""

    documents: int
    tokens: int
    parse: float
    whole: float

    @property
    def ratio(self) -> float:
        """Whole over parse: 1 would be a reading that costs nothing."""
        return self.whole / self.parse


def over_the_parse(count: int = 80, seed: int = 1) -> ParseCost:
    """Read diplomatic documents, then parse the very same texts alone, by turns; medians of the rounds."""
    documents = list(Corpus(seed, diplomatic=1.0).documents(count))
    texts = parsed_texts(documents)  # also warms everything up
    parser = parsing.parser()
    tokens = sum(len(parsed) for batch in texts for parsed in parser.pipe(batch, batch_size=BATCH))

    def parse() -> None:
        for batch in texts:
            for _ in parser.pipe(batch, batch_size=BATCH):
                pass

    parses, wholes = [], []
    for _ in range(ROUNDS):
        parses.append(seconds(parse))
        wholes.append(seconds(lambda: _read_all(documents)))
    return ParseCost(count, tokens, statistics.median(parses), statistics.median(wholes))


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
    import spacy

    documents = list(Corpus(seed, diplomatic).documents(count))
    parser = parsing.parser()
    pipeline = spacy.load(str(parser.path) if parser.path else parsing.MODELS[-1])
    _read_all(documents[:30])
    ours = seconds(lambda: _read_all(documents))
    texts = [document.text for document in documents[:sample]]
    parse = seconds(lambda: [None for _ in parser.pipe(texts, batch_size=BATCH)])
    names = seconds(lambda: [None for _ in pipeline.pipe(texts, batch_size=BATCH)])
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
