"""The gate holds: a reading made worse must fail it, a better one raises it, and nothing lowers it unasked."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from memcon.errors import EvaluationError
from memcon.evaluation import floors, gate
from memcon.evaluation.answers import Answer, load_answers
from memcon.evaluation.floors import Corpus
from memcon.samples import ANSWERS
from tests.evaluation import imperfect

ROOT = Path(__file__).parent.parent.parent
SAMPLE = Corpus("sample", "src/memcon/evaluation/sample", "src/memcon/samples")


def perfect(_: Mapping[str, str]) -> dict[str, Answer]:
    return load_answers(ANSWERS)


def spoilt(folder: Path, part: str) -> gate.Reader:
    """A reader that is perfect but for one part, which it reads nothing of."""

    def read(_: Mapping[str, str]) -> dict[str, Answer]:
        readings = [answer | {part: None} for answer in imperfect.answers(ANSWERS)]
        return {r["id"]: a for r in readings if (a := _decoded(folder, r))}

    return read


def _decoded(folder: Path, reading: dict[str, Any]) -> Answer:
    from memcon.evaluation.answers import load_readings

    return load_readings(imperfect.write(folder / "one.jsonl", [reading]))[reading["id"]]


def held(corpus: Corpus, reader: gate.Reader) -> gate.Outcome:
    return next(gate.outcomes([corpus], ROOT, reader))


@pytest.fixture
def strict() -> Corpus:
    """The sample with floors set by a perfect reader."""
    outcome = held(SAMPLE, perfect)
    assert outcome.figures is not None
    return floors.updated(SAMPLE, outcome.figures, outcome.sha256)


def test_what_set_the_floors_passes(strict: Corpus) -> None:
    assert held(strict, perfect).passed


@pytest.mark.parametrize(
    ("part", "figure"),
    [
        ("events", "events.f1"),
        ("statements", "statements.recall"),
        ("commitments", "commitments.recall"),
        ("document_date", "document_date_right"),
    ],
)
def test_a_worse_reading_fails(strict: Corpus, tmp_path: Path, part: str, figure: str) -> None:
    outcome = held(strict, spoilt(tmp_path, part))
    assert not outcome.passed
    assert figure in {shortfall.figure for shortfall in outcome.shortfalls}
    assert any("FAILED" in line and figure in line for line in gate.lines(outcome))


def test_events_where_there_are_none_fail(strict: Corpus) -> None:
    def inventive(texts: Mapping[str, str]) -> dict[str, Answer]:
        answers = load_answers(ANSWERS)
        invented = answers["seoul-summit"].events
        return answers | {"quarter-final": Answer(id="quarter-final", events=invented)}

    broken = {shortfall.figure for shortfall in held(strict, inventive).shortfalls}
    assert "events_per_document_without_any" in broken


def test_a_floor_is_lowered_only_on_request(strict: Corpus, tmp_path: Path) -> None:
    outcome = held(strict, spoilt(tmp_path, "statements"))
    assert outcome.figures is not None
    with pytest.raises(EvaluationError, match=r"statements\.recall is 0\.0.*--lower-floor"):
        floors.updated(strict, outcome.figures, outcome.sha256)
    assert floors.updated(strict, outcome.figures, outcome.sha256, lower=True).floors["statements.recall"] == 0.0


def test_better_figures_raise_the_floor_and_never_lower_it(strict: Corpus) -> None:
    outcome = held(strict, perfect)
    assert outcome.figures is not None
    low = floors.updated(SAMPLE, {"events": {"f1": 0.5}}, "")
    assert low.floors == {"events.f1": 0.49}
    assert floors.updated(low, outcome.figures, "").floors["events.f1"] == 0.97
    slightly_less = {"events": {"f1": 0.995}}
    reached = Corpus("sample", "", "", floors={"events.f1": 0.99})
    assert floors.updated(reached, slightly_less, "").floors["events.f1"] == 0.99


def test_changed_texts_are_noticed(strict: Corpus) -> None:
    from dataclasses import replace

    outcome = held(replace(strict, sha256="0" * 64), perfect)
    assert not outcome.passed
    assert any("have changed" in line for line in gate.lines(outcome))


def test_an_absent_corpus_is_skipped_with_its_reason() -> None:
    outcome = held(Corpus("elsewhere", "nowhere/answers", "nowhere/texts"), perfect)
    assert outcome.passed
    assert list(gate.lines(outcome)) == ["elsewhere: skipped, nowhere/answers is not here"]


def test_the_file_comes_back_as_it_was_written(strict: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    corpora = [strict, Corpus("other", "a", "b", language="zh")]
    floors.save(path, corpora)
    assert floors.load(path) == corpora


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[sample]\nanswrs = "typo"\n')
    with pytest.raises(EvaluationError, match=r"floors\.toml"):
        floors.load(path)
