"""The page on sources names every format with its endings, and its limits are those in force."""

from pathlib import Path

import pytest

from memcon.sources import FORMATS, Limits
from memcon.sources.formats import Format

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("one", FORMATS, ids=lambda f: f.name)
def test_every_format_has_its_line(one: Format) -> None:
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{one.name}`")]
    assert all(f"`{ending}`" in line for ending in one.endings)


def test_the_limits_are_those_in_force() -> None:
    limits = Limits()
    for words in (f"{limits.file // 1_000_000} MB", f"{limits.document:,} characters", f"{limits.seconds:g} seconds"):
        assert words in PAGE
