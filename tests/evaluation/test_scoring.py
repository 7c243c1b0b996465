"""The figures are those of the published scorer: on the sample always, on larger sets where they are at hand.

`sample/readings.jsonl` holds imperfect readings of the sample, `sample/figures.json` what the published scorer made of
them.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from memcon.evaluation.answers import load_answers, load_readings, load_texts
from memcon.evaluation.scoring import compare_all, score
from memcon.samples import ANSWERS, FOLDER
from tests.evaluation import imperfect

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared"
SCORER = SHARED / "gold" / "score.py"


def figures(gold: Path, readings: Path, texts: Path) -> dict[str, Any]:
    answers = load_answers(gold)
    comparisons = compare_all(answers, load_readings(readings), load_texts(texts, answers))
    return json.loads(json.dumps(score(comparisons)))


def test_figures_of_the_sample_are_the_published_scorers() -> None:
    expected = json.loads((HERE / "sample" / "figures.json").read_text(encoding="utf-8"))
    assert figures(ANSWERS, HERE / "sample" / "readings.jsonl", FOLDER) == expected


@pytest.mark.skipif(not SCORER.is_file(), reason="the published scorer is not beside this repository")
@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(("gold", "texts"), [("gold/seeds", "seeds"), ("gold/dev", "gold/texts")])
def test_figures_agree_with_the_published_scorer(gold: str, texts: str, seed: int, tmp_path: Path) -> None:
    readings = imperfect.write(tmp_path / "readings.jsonl", imperfect.readings(imperfect.answers(SHARED / gold), seed))
    command = [sys.executable, SCORER, SHARED / gold, readings, "--texts", SHARED / texts, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert figures(SHARED / gold, readings, SHARED / texts) == json.loads(done.stdout)


def test_the_answers_themselves_score_full_marks(tmp_path: Path) -> None:
    exact = []
    for answer in imperfect.answers(ANSWERS):
        exact.append(answer | {"events": [{k: v for k, v in e.items() if k != "optional"} for e in answer["events"]]})
    got = figures(ANSWERS, imperfect.write(tmp_path / "readings.jsonl", exact), FOLDER)
    assert got["events"]["f1"] == got["events_strict"]["f1"] == 1.0
    assert got["statements"]["recall"] == got["commitments"]["recall"] == 1.0
    assert got["evidence_verbatim"] == got["document_date_right"] == 1.0
    assert got["events_per_document_without_any"] == 0.0


def test_no_readings_score_nothing(tmp_path: Path) -> None:
    got = figures(ANSWERS, imperfect.write(tmp_path / "readings.jsonl", []), FOLDER)
    assert got["events"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "tp": 0, "predicted": 0, "gold": 36}
    assert got["evidence_verbatim"] is None
