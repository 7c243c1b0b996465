"""French, in small: five event types by word lists alone (`words.toml`); the reader is `reading.word_lists`."""

from pathlib import Path

from memcon.knowledge import Knowledge
from memcon.reading import word_lists
from memcon.reading.analysis import Page
from memcon.reading.findings import Findings


def read(page: Page, passages: tuple[int, ...], knowledge: Knowledge, today: str | None) -> Findings:
    """What the given French passages (indices into `page.passages`) say; `today` is the page's date as EDTF."""
    return word_lists.read(Path(__file__).with_name("words.toml"), page, passages, knowledge, today)


def parties(knowledge: Knowledge) -> dict[str, str]:
    """French names, demonyms and metonyms of parties, and their codes: for the first look at a page."""
    return word_lists.parties(Path(__file__).with_name("words.toml"), knowledge)


__all__ = ["parties", "read"]
