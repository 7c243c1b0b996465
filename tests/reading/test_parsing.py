"""Passages as the parser gets them: folded, and every character still where it stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Document
from memcon.reading import passages
from memcon.reading.english.parsing import fold, sentences


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
        ("Macron met (in Paris) others](", "Macron met (in Paris) others]("),
        # What an editor put into a quotation reads as if it had been said.
        ("The [Russian] President [Vladimir] Putin came.", "The Russian President Vladimir Putin came."),
        ("[T]he minister [of Armenia] met us [...] today.", "The minister of Armenia met us [...] today."),
        # A title cut short is no end of a sentence; an accent on its own is an apostrophe.
        ("Gen. (Rtd.) Kabarebe and Hon. Rabuka met.", "Gen. Kabarebe and Hon Rabuka met."),
        ("They met Secretary Rice´s team.", "They met Secretary Rice’s team."),
        ("They met in Paris.[1] [ad_1]", "They met in Paris.[1] [ad_1]"),
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


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("He said he was disappointed after informal talks with David Frost this week ended in failure.", "ended"),
        ("The deal is in doubt after Manila and Beijing gave opposing accounts of it.", "gave"),
        ("The minister left after talks with David Frost, and said little.", None),
        ("The minister left after talks held in London this week.", None),
    ],
)
def test_what_stands_behind_after_is_the_subject_of_the_verb_that_follows(text: str, verb: str | None) -> None:
    page = passages.cut(Document(id="case", text=text))
    (sentence,) = sentences(page, range(len(page.passages)))
    after = next(t for t in sentence.tokens if t.lower == "after")
    subjects = [t for t in sentence.tokens[after.i :] if t.dep == "nsubj" and t.head > t.i]
    if verb is None:
        assert after.dep == "prep"
    else:
        assert after.dep == "mark"
        assert sentence.tokens[after.head].text == sentence.tokens[subjects[0].head].text == verb
