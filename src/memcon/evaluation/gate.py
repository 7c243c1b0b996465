"""The quality gate: reads every corpus of the floors file that is present, and compares."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.evaluation import floors
from memcon.evaluation.answers import Answer, load_texts
from memcon.evaluation.floors import Corpus, Shortfall
from memcon.evaluation.scoring import compare_all, score

Reader = Callable[[Mapping[str, str]], Mapping[str, Answer]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one corpus came out; `skipped` says why it was not compared."""

    corpus: Corpus
    figures: Mapping[str, Any] | None = None
    sha256: str = ""
    skipped: str | None = None
    changed: bool = False

    @property
    def shortfalls(self) -> list[Shortfall]:
        """Every bound that was broken."""
        return floors.shortfalls(self.corpus, self.figures) if self.figures is not None else []

    @property
    def passed(self) -> bool:
        """Whether every figure holds, on the very texts and answers that the floors were measured on."""
        return not self.shortfalls and not self.changed


def outcomes(corpora: list[Corpus], root: Path, reader: Reader) -> Iterator[Outcome]:
    """Read and compare corpus by corpus; the texts are read with `reader`."""
    for corpus in corpora:
        if not corpus.present(root):
            yield Outcome(corpus, skipped=f"{corpus.answers} is not here")
            continue
        answers = corpus.load(root)
        texts = load_texts(root / corpus.texts, answers)
        figures = score(compare_all(answers, reader(texts), texts))
        sha256 = corpus.fingerprint(root)
        yield Outcome(corpus, figures, sha256, changed=sha256 != corpus.sha256)


def lines(outcome: Outcome) -> Iterator[str]:
    """What to tell of one corpus."""
    name = outcome.corpus.name
    if outcome.skipped:
        yield f"{name}: skipped, {outcome.skipped}"
        return
    if outcome.changed:
        yield f"{name}: FAILED, texts or answers have changed since the floors were set; run with --update-floors"
    for shortfall in outcome.shortfalls:
        yield f"{name}: FAILED, {shortfall}"
    if outcome.passed and outcome.figures is not None:
        bounds = (*outcome.corpus.floors.items(), *outcome.corpus.ceilings.items())
        held = ", ".join(f"{path} {floors.figure(outcome.figures, path)} ({bound})" for path, bound in bounds)
        yield f"{name}: held on {outcome.figures['documents']} documents: {held}"
