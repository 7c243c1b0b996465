"""The parser's weights are those that the lock file pins, or are refused by name."""

from pathlib import Path

import pytest

from memcon.errors import KnowledgeError
from memcon.reading.english import parsing


def test_other_weights_are_refused(tmp_path: Path) -> None:
    for name in parsing.WEIGHTS:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"other weights")
    with pytest.raises(KnowledgeError, match="not those of the release"):
        parsing.check_weights(tmp_path)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        parsing.check_weights(tmp_path)


def test_the_installed_parser_passes() -> None:
    assert parsing.parser().pipe_names
