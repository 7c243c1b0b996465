"""Readings against answers: the comparisons of all documents, and the figures over them."""

from collections.abc import Mapping
from typing import Any

from memcon.evaluation.answers import Answer
from memcon.evaluation.figures import figures
from memcon.evaluation.tally import Comparison, Tally, compare, tally


def compare_all(
    answers: Mapping[str, Answer], readings: Mapping[str, Answer], texts: Mapping[str, str]
) -> list[Comparison]:
    """Each answered document beside its reading, in the order of the ids. Readings without an answer do not count."""
    return [compare(texts[name], answer, readings.get(name)) for name, answer in sorted(answers.items())]


def score(comparisons: list[Comparison]) -> dict[str, Any]:
    """The figures over all documents."""
    return figures(sum((tally(comparison) for comparison in comparisons), Tally()))
