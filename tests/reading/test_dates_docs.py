"""The table in docs/dates.md is what the code does."""

import re
from pathlib import Path

import pytest

from memcon.model import Document, interval
from memcon.reading.analysis import Page, Passage
from memcon.reading.dates import resolve
from memcon.reading.english import dates, dating, parsing

DOCS = Path(__file__).parents[2] / "docs" / "dates.md"
ROWS = re.findall(r"^\| ([^|`]+) \| (past|future) \| (\S+) \|$", DOCS.read_text(encoding="utf-8"), re.M)
TODAY = interval("2024-09-18")


def test_the_table_is_there() -> None:
    assert len(ROWS) >= 30


@pytest.mark.parametrize(("words", "told", "date"), ROWS)
def test_each_row_is_so(words: str, told: str, date: str) -> None:
    text = f"They {'met' if told == 'past' else 'will meet'} {words}"
    page = Page(Document(id="t", text=text), (Passage(0, len(text), "body", "en"),))
    (mention,) = dates.find(parsing.sentences(page, [0]))
    assert resolve(mention.expression, TODAY, told) == date


def test_each_rule_of_dating_is_described() -> None:
    named = set(re.findall(r"`([a-z-]+)`", DOCS.read_text(encoding="utf-8")))
    here = Path(dating.__file__).parent
    source = "".join(p.read_text(encoding="utf-8") for p in sorted(here.glob("dating*.py")))
    rules = set(re.findall(r'quote\([^)]*?"([a-z-]+)"\)', source))
    assert len(rules) > 10
    for rule in rules:
        assert rule in named, rule
