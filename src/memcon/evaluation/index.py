"""What is known of the texts of a corpus beside their answers: outlet and language, from `index.jsonl`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from memcon.evaluation.answers import Answer


class About(NamedTuple):
    """Where a text is from, and the BCP 47 tag of its first language."""

    outlet: str | None = None
    language: str | None = None


def load_index(answers: Path) -> dict[str, About]:
    """By document id, from `index.jsonl` in the folder of answers or beside it; empty without one."""
    for path in (answers / "index.jsonl", answers.parent / "index.jsonl"):
        if path.is_file():
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            return {row["id"]: About(row.get("outlet"), row.get("lang")) for row in rows}
    return {}


def about(answer: Answer, index: Mapping[str, About]) -> About:
    """What the answer itself says, then what the index does."""
    known = index.get(answer.id, About())
    language = answer.languages[0] if answer.languages else known.language
    return About(answer.outlet or known.outlet, language)
