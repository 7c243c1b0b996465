"""Short documents to try memcon on, with the answers a careful reader would give.

Each was written for this project, in its own words, about real and public diplomacy. `NAME.txt` is the document; its
reference answer, in the shape of a reading with every event, statement and commitment, stands with the evaluation as
`evaluation/sample/NAME.json`.
"""

from functools import cache
from pathlib import Path

from memcon.model import Document

FOLDER = Path(__file__).parent
ANSWERS = FOLDER.parent / "evaluation" / "sample"


@cache
def documents() -> tuple[Document, ...]:
    """The sample documents, in the order of their names."""
    return tuple(Document(id=path.stem, text=path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt")))
