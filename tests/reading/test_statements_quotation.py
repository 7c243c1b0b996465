"""Quotation marks into spans of direct speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Document
from memcon.reading import passages
from memcon.reading.analysis import Page, Passage
from memcon.reading.english.quotation import Quotation, quotations


def page(text: str) -> Page:
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Passage(start=at, end=at + len(line), kind="body", language="en"))
        at += len(line) + 1
    return Page(document=Document(id="t", text=text), passages=tuple(lines))


def read(text: str) -> list[str]:
    cut = page(text)
    return [text[q.start : q.end] for q in quotations(cut, range(len(cut.passages)))]


CASES = [
    ("He said: “We will stay.” Then he left.", ["We will stay."]),
    ('"The door is open," Baerbock said. "We are ready."', ["The door is open,", "We are ready."]),
    ("'It's a good day for Europe's unity,' Kallas said.", ["It's a good day for Europe's unity,"]),
    ("‘The ministers’ talks were useful,’ Penny Wong said.", ["The ministers’ talks were useful,"]),
    ("Tajani said: «Italy supports this.»", ["Italy supports this."]),
    ("Scholz sagte: „Wir bleiben dabei.“", ["Wir bleiben dabei."]),
    ("It's the ministers' view, and Norway's too.", []),
    ("“He told me ‘no’ twice,” Sullivan said.", ["He told me ‘no’ twice,"]),
    ("The “status quo” must hold.", ["status quo"]),
    ("“We begin today.\n“We end tomorrow.”", ["We begin today.", "We end tomorrow."]),
    ("“An opening without its end", ["An opening without its end"]),
    ('A mark " alone means nothing here', []),
    ("The ’90s were different.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_spans(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_speech_of_several_paragraphs_continues() -> None:
    text = "“We begin today.\n“We end tomorrow,” Marape said.\n“And this is another.”"
    cut = page(text)
    found = quotations(cut, range(3))
    assert [q.continues for q in found] == [False, True, False]
    assert [q.closed for q in found] == [False, True, True]


@given(st.text(alphabet="ab .,“”\"'‘’«»\n", max_size=80))
def test_spans_lie_in_their_passage_and_never_overlap(text: str) -> None:
    cut = page(text)
    found = quotations(cut, range(len(cut.passages)))
    last: Quotation | None = None
    for q in found:
        passage = cut.passages[q.passage]
        assert passage.start <= q.outer_start <= q.start < q.end <= q.outer_end <= passage.end
        assert q.outer_start < q.start or q.continues
        assert last is None or last.outer_end <= q.outer_start
        last = q


def test_reads_only_the_passages_asked_for() -> None:
    cut = passages.cut(Document(id="t", text="“One thing.”\n\nNothing here.\n\n“Another thing.”"))
    assert [cut.text[q.start : q.end] for q in quotations(cut, [0])] == ["One thing."]


def test_paragraphs_between_an_open_mark_and_its_close_go_on() -> None:
    text = '"One road is closed.\n\nAnother is open.\n\nA third was mined." The envoy left.\n\nNobody spoke.'
    cut = page(text)
    found = quotations(cut, range(len(cut.passages)))
    assert [cut.text[q.start : q.end] for q in found] == [
        "One road is closed.",
        "Another is open.",
        "A third was mined.",
    ]
    assert [q.continues for q in found] == [False, True, True]


def test_a_mark_left_open_for_good_is_no_speech_of_the_next_paragraphs() -> None:
    text = '"One road is closed.\n\nAnother is open.\n\nA third was mined.'
    cut = page(text)
    assert len(quotations(cut, range(len(cut.passages)))) == 1
