"""The reader under evaluation: memcon's own."""

from collections.abc import Mapping

from memcon.evaluation.answers import Answer, answer_of
from memcon.model import Document


def read_texts(texts: Mapping[str, str]) -> dict[str, Answer]:
    """Read every text with the shipped tables. The parser is loaded here, not when the module is imported."""
    from memcon.knowledge import load
    from memcon.reading import read

    knowledge = load()
    return {name: answer_of(read(Document(id=name, text=text), knowledge)) for name, text in texts.items()}
