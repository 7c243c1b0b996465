"""The chronology of known events, and the sentences that tell them."""

import pytest

from memcon.knowledge import load


def told(lemmas: str, text: str) -> list[str]:
    return [m.name for m in load().landmarks if m.told(set(lemmas.split()), f" {text.lower()} ")]


@pytest.mark.parametrize(
    ("lemmas", "text", "name"),
    [
        (
            "since russia 's invasion of ukraine",
            "since russia's invasion of ukraine",
            "Russia's full-scale invasion of Ukraine",
        ),
        ("when pelosi visit taiwan", "when pelosi visited taiwan", "Nancy Pelosi visits Taiwan"),
        ("the killing of haniyeh in tehran", "the killing of haniyeh in tehran", "Ismail Haniyeh is killed in Tehran"),
    ],
)
def test_a_sentence_tells_a_landmark(lemmas: str, text: str, name: str) -> None:
    assert told(lemmas, text) == [name]


@pytest.mark.parametrize("text", ["the ministers visit taiwan", "pelosi speak", "the invasion of privacy"])
def test_a_word_alone_does_not(text: str) -> None:
    assert told(text, text) == []


def test_the_chronology_is_in_order_and_complete() -> None:
    marks = load().landmarks
    assert len(marks) > 100
    assert [m.days.first for m in marks] == sorted(m.days.first for m in marks)
    for mark in marks:
        assert mark.name
        assert mark.heads
        assert all(mark.words)
        assert all(word == word.lower() for group in mark.words for word in group)
