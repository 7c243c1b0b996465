"""The sample documents and their reference answers belong together, word for word."""

import json

import pytest

from memcon import samples
from memcon.model import Document

PARTS = ("events", "statements", "commitments")


def answer(document: Document) -> dict:
    return json.loads((samples.ANSWERS / f"{document.id}.json").read_text(encoding="utf-8"))


def test_every_document_has_an_answer_and_every_answer_a_document() -> None:
    assert {d.id for d in samples.documents()} == {path.stem for path in samples.ANSWERS.glob("*.json")}
    assert len(samples.documents()) >= 10


@pytest.mark.parametrize("document", samples.documents(), ids=lambda d: d.id)
def test_answers_quote_their_document_exactly(document: Document) -> None:
    expected = answer(document)
    assert expected["id"] == document.id
    assert expected["complete"] is True
    quotes = [entry["evidence"] for part in PARTS for entry in expected[part]]
    assert [quote for quote in quotes if quote not in document.text] == []


def test_samples_show_what_they_are_for() -> None:
    answers = [answer(document) for document in samples.documents()]
    types = {event["type"] for a in answers for event in a["events"]}
    assert {"phone_call", "meeting", "visit", "contact_refused", "contact_suspended", "protest", "summit"} <= types
    assert {"agreement_signed", "dialogue_round", "joint_statement", "expulsion_or_recall"} <= types
    assert any(not a["events"] for a in answers)
    assert any(len(a["languages"]) == 2 for a in answers)
    assert any(c["amount"] for a in answers for c in a["commitments"])
