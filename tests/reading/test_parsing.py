"""Passages as the parser gets them: folded, and every character still where it stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.reading.english.parsing import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("They met in Paris.", "They met in Paris."),
        ("They met\n in  Paris.", "They met in Paris."),
        ("They\u200b met\u00a0in Paris.", "They met in Paris."),
        ("They [met in Paris](https://example.org/a_(b)) on Friday.", "They met in Paris on Friday."),
        ("The **two** leaders met in *Paris*.", "The two leaders met in Paris."),
        ("Published `2024-03-12`", "Published 2024-03-12"),
        ("They met [sic] in Paris (France).", "They met [sic] in Paris (France)."),
        ("Macron [of France] met (in Paris) others](", "Macron [of France] met (in Paris) others]("),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text, 0, len(text))[0] == folded


@given(st.text(alphabet="ab [](*`\n\u00a0\u200bé。", max_size=60), st.integers(0, 5), st.integers(0, 60))
def test_every_character_keeps_its_position(text: str, start: int, end: int) -> None:
    folded, positions = fold(text, start, min(end, len(text)))
    assert len(folded) == len(positions)
    assert list(positions) == sorted(set(positions))
    assert all(c == text[i] or (c == " " and text[i].isspace()) for c, i in zip(folded, positions, strict=True))
    assert all(start <= i < end for i in positions)
