"""A folder watched, and the same text from several addresses."""

import os
from pathlib import Path

import pytest

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import joined, watch


def test_files_are_read_once_they_are_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First.", encoding="utf-8")
    looks = 0

    def sleep(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            (tmp_path / "b.txt").write_text("Second, half", encoding="utf-8")
        if looks == 3:
            (tmp_path / "b.txt").write_text("Second, half and whole.", encoding="utf-8")
        if looks == 5:
            (tmp_path / "a.txt").write_text("First, mended.", encoding="utf-8")
            os.utime(tmp_path / "a.txt", ns=(1, 1))

    found = list(watch(tmp_path, until=lambda: looks > 8, sleep=sleep))
    assert [d.text for d in found if isinstance(d, Document)] == ["First.", "Second, half and whole.", "First, mended."]


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no folder"):
        next(watch(tmp_path / "none"))


def test_the_same_text_from_two_addresses_is_one_document() -> None:
    first = Document(id="a", text="The same text.\nOn two lines.", url="https://example.org/a")
    second = Document(id="b", text="The same text. \nOn two lines.\n", url="https://example.com/b", date="2024-03-12")
    third = Document(id="c", text="Another text.", url="https://example.org/c")
    fourth = Document(id="d", text="The same text.\nOn two lines.", url="https://example.org/a", outlet="Herald")
    assert joined([first, second, third, fourth]) == [
        Document(id="b", text=second.text, url="https://example.com/b", also=("https://example.org/a",),
                 date="2024-03-12", outlet="Herald"),
        third,
    ]  # fmt: skip
