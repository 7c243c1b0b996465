"""Floors: figures that no change may fall under, in a committed file with the hash of what they were measured on.

The idea is that of trafilatura's evaluation gate (`tests/eval_gate.py`): better is remembered, worse is refused, and
lowering a floor is a decision that someone has to state.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from memcon.errors import EvaluationError
from memcon.evaluation.answers import Answer, load_answers
from memcon.evaluation.index import about, load_index

# Higher is better, and lower is better. Paths into the figures.
FLOORS = (
    "events.f1",
    "events.precision",
    "events.recall",
    "events_strict.f1",
    "on_matched_events.date_right",
    "document_date_right",
    "statements.recall",
    "commitments.recall",
    "commitment_amounts_right",
    "evidence_verbatim",
    "recall_of_breaks",
)
CEILINGS = ("events_per_document_without_any",)

# A floor lies this much under the figure it was set from: one entry more or less is no fall. It weighs more in a
# small corpus, and in the documents without events, of which no corpus has many.
SLACK = 0.01
SLACK_WHEN_SMALL, SMALL = 0.03, 50  # documents
SLACK_OF_CEILINGS = 0.05
# Shares of what was found: a reading that finds more may get a smaller share of it right and still be the better one.
SLACK_OF_SHARES = {"on_matched_events.date_right": 0.05, "commitment_amounts_right": 0.1}
EXACT = ("evidence_verbatim",)  # a quote that is not in its text is a fault at any rate

HEADER = """\
# Figures that no change may fall under: `make gate` compares, `memcon evaluate --update-floors` raises them, and with
# --lower-floor lowers them. `sha256` names the texts and answers they were measured on. Corpora outside this repository
# are compared where they are present.
"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with answers, and the figures to hold. Paths are relative to the folder above the floors file's."""

    name: str
    answers: str
    texts: str
    language: str | None = None
    sha256: str = ""
    floors: Mapping[str, float] = field(default_factory=dict)
    ceilings: Mapping[str, float] = field(default_factory=dict)

    def present(self, root: Path) -> bool:
        """Whether its texts and answers are here."""
        return (root / self.answers).is_dir() and (root / self.texts).is_dir()

    def load(self, root: Path) -> dict[str, Answer]:
        """Its answers by id; those whose first language's tag begins with `language`, where one is named."""
        answers = load_answers(root / self.answers)
        if self.language is None:
            return answers
        index = load_index(root / self.answers)
        languages = {name: about(answer, index).language or "" for name, answer in answers.items()}
        return {name: answers[name] for name in answers if languages[name].startswith(self.language)}

    def fingerprint(self, root: Path) -> str:
        """SHA-256 over the names and contents of its answers and texts."""
        digest = hashlib.sha256()
        for name in sorted(self.load(root)):
            for path in (root / self.answers / f"{name}.json", root / self.texts / f"{name}.txt"):
                content = path.read_bytes()
                digest.update(f"{path.name} {len(content)}\n".encode() + content)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure on the wrong side of its bound; `measured` is None where there was nothing to measure."""

    figure: str
    bound: float
    measured: float | None

    def __str__(self) -> str:
        side = "over its ceiling" if self.figure in CEILINGS else "under its floor"
        return f"{self.figure} is {self.measured}, {side} of {self.bound}"


def figure(figures: Mapping[str, Any], path: str) -> float | None:
    """The figure at a dotted path; None where there is none."""
    value: Any = figures
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return float(value) if isinstance(value, int | float) else None


def shortfalls(corpus: Corpus, figures: Mapping[str, Any]) -> list[Shortfall]:
    """Every bound that the figures break."""
    broken: list[Shortfall] = []
    for path, bound in (*corpus.floors.items(), *corpus.ceilings.items()):
        measured = figure(figures, path)
        worse = measured is None or (measured > bound if path in CEILINGS else measured < bound)
        if worse:
            broken.append(Shortfall(path, bound, measured))
    return broken


def updated(corpus: Corpus, figures: Mapping[str, Any], sha256: str, lower: bool = False) -> Corpus:
    """The corpus with bounds drawn closer to the figures; with `lower` they are set anew, some of them looser.

    Raises EvaluationError if one would be loosened unasked.
    """
    if not lower and (broken := shortfalls(corpus, figures)):
        raise EvaluationError(
            f"{corpus.name}: " + "; ".join(map(str, broken)) + ". Lowering a floor takes --lower-floor."
        )
    floors: dict[str, float] = {}
    ceilings: dict[str, float] = {}
    slack = SLACK_WHEN_SMALL if figures.get("documents", SMALL) < SMALL else SLACK
    for path in FLOORS:
        measured = figure(figures, path)
        if measured is not None:
            reach = max(0.0, measured - (0 if path in EXACT else SLACK_OF_SHARES.get(path, slack)))
            kept = 0.0 if lower else corpus.floors.get(path, 0.0)
            floors[path] = round(max(reach, kept), 4)
    for path in CEILINGS:
        measured = figure(figures, path)
        if measured is not None:
            ceiling = None if lower else corpus.ceilings.get(path)
            reach = measured + SLACK_OF_CEILINGS
            ceilings[path] = round(reach if ceiling is None else min(reach, ceiling), 4)
    return replace(corpus, sha256=sha256, floors=floors, ceilings=ceilings)


def load(path: Path) -> list[Corpus]:
    """The corpora of a floors file. Raises EvaluationError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return [Corpus(name=name, **entry) for name, entry in table.items()]
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise EvaluationError(f"{path}: {error}") from error


def save(path: Path, corpora: list[Corpus]) -> None:
    """Write a floors file."""
    blocks = [HEADER]
    for corpus in corpora:
        lines = [f"[{corpus.name}]", f'answers = "{corpus.answers}"', f'texts = "{corpus.texts}"']
        if corpus.language:
            lines.append(f'language = "{corpus.language}"')
        lines.append(f'sha256 = "{corpus.sha256}"')
        for title, bounds in (("floors", corpus.floors), ("ceilings", corpus.ceilings)):
            lines += ["", f"[{corpus.name}.{title}]", *(f'"{name}" = {bound}' for name, bound in bounds.items())]
        blocks.append("\n".join(lines) + "\n")
    path.write_text("\n".join(blocks), encoding="utf-8")
