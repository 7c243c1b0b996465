"""Commitments: who undertook what, for whom, how much, by when."""

import pytest

import memcon
from memcon import knowledge
from memcon.model import Commitment
from memcon.reading.english import commitments, statements
from tests.reading.pages import analysed

KNOWN = knowledge.load()


def read(text: str, today: str | None = "2024-05-01", **pronouns: str) -> list[Commitment]:
    analysis = analysed(text, today, **pronouns)
    return list(commitments.find(analysis, KNOWN, statements.spoken(analysis, KNOWN)))


CASES = [
    ("Japan pledged to train 200 officers.", "JPN", "promised"),
    ("Britain and Norway agreed to reopen the route.", "GBR|NOR", "agreed"),
    ("Lammy reaffirmed Britain's commitment to defend the treaty.", "GBR", "promised"),
    ("Norway is ready to host the next round.", "NOR", "promised"),
    ("Japan will deliver four patrol boats to Ukraine.", "JPN", "promised"),
    ("Japan earmarked 400 million yen for the coast guard.", "JPN", "promised"),
    ("Kamikawa said Japan would send engineers.", "JPN", "promised"),
    ("Japan promised a written answer by June.", "JPN", "promised"),
    ("Norway has delivered two more howitzers to Ukraine.", "NOR", "delivered"),
    ("Britain on Monday provided Ukraine with three patrol boats.", "GBR", "delivered"),
    ("Norway announced a new package of military aid to Ukraine.", "NOR", "promised"),
    ("Ukraine will receive six radars in June, Kamikawa said.", "JPN", "promised"),
    ("Some £9 million will be allocated to the port, Lammy said.", "GBR", "promised"),
    ("Lammy showed his intention to reopen the consulate.", "GBR", "promised"),
    ("Lammy said his government would not sell the docks.", "GBR", "promised"),
]


@pytest.mark.parametrize(("text", "by", "status"), CASES)
def test_one_commitment(text: str, by: str, status: str) -> None:
    found = read(text)
    assert [(c.by, c.status) for c in found] == [(by, status)]
    assert found[0].evidence in text


NONE = [
    "Lammy will visit Kyiv next week.",
    "Pakistan thanked the United States for $31 million in aid.",
    "Blinken urged China to release the men.",
    "Kuleba said China will lose the vote.",
    "Lammy agreed that the road is long.",
    "Japan hopes to see a treaty soon.",
    "Norway could send engineers.",
    "Japan did not agree to send engineers.",
    "“Our meeting will strengthen the friendship of the two peoples,” Kamikawa said.",
    "“It will bring the border no peace,” Kamikawa said.",
    "Lammy criticised sending military aid to Ukraine.",
    "The United States called on China and Japan to undertake steps to lower the tension.",
    "Kamikawa said Japanese companies would build the port.",
    "“Our joint statement will guide the two peoples,” Kamikawa said.",
    "Norway announced a new package of tax cuts.",
    "Ukraine has received 2 million dollars.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_commitment(text: str) -> None:
    assert read(text) == []


def test_terms() -> None:
    found = read("Britain will give Ukraine £3 billion by the end of 2026 if the war goes on.")
    assert len(found) == 1
    assert found[0].amount is not None
    assert (found[0].amount.value, found[0].amount.currency) == (3e9, "GBP")
    assert found[0].to == "UKR"
    assert found[0].due is not None
    assert found[0].due.startswith("2026")
    assert found[0].condition == "if the war goes on"


def test_the_sum_is_told_after_the_verb() -> None:
    found = read("Trade has reached £2 billion, and Britain and Norway agreed to double it to £4 billion by 2030.")
    assert [c.amount.value for c in found if c.amount] == [4e9]


DOLLARS = [
    ("New Zealand will give Tonga $3 million for a new wharf.", "NZD"),
    ("WELLINGTON (Reuters) - New Zealand will give Tonga $3 million for a new wharf.", "USD"),
    ("New Zealand will give Tonga $3 million. The wharf cost 9 million New Zealand dollars.", "USD"),
    ("Norway will give Tonga $3 million for a new wharf.", "USD"),
]


@pytest.mark.parametrize(("text", "currency"), DOLLARS)
def test_whose_dollar(text: str, currency: str) -> None:
    found = memcon.read(text + " Foreign Minister Winston Peters met Siaosi Sovaleni, the prime minister of Tonga.")
    assert [c.amount.currency for c in found.commitments if c.amount] == [currency]


def test_the_alliance_is_that_of_who_speaks() -> None:
    found = memcon.read(
        "NATO Secretary General Mark Rutte met Volodymyr Zelenskyy in Kyiv. Rutte said the alliance was ready to send "
        "more radars to Ukraine."
    )
    assert [c.by for c in found.commitments] == ["NATO"]


def test_an_agreement_that_helps_provides_nothing() -> None:
    text = (
        "Joint statement on the fisheries agreement between Norway and Britain\n\nMay 1, 2024\n\n"
        "The agreement provides for the licensing of 40 boats. The agreement will help both coasts to live."
    )
    assert [c.by for c in read(text)] == ["NOR|GBR"]


def test_a_speaker_promises_in_the_first_person() -> None:
    found = read("“We will send ten engineers to Kyiv,” Kamikawa said.")
    assert [(c.by, c.to) for c in found] == [("JPN", "UKR")]


def test_a_promise_not_to_act_keeps_its_not() -> None:
    found = memcon.read(
        "Keir Starmer met Volodymyr Zelenskyy in London. He added that Britain will never sell arms to Russia."
    )
    assert [c.what for c in found.commitments] == ["never sell arms to Russia"]


def test_the_two_sides_are_those_who_talk() -> None:
    found = memcon.read(
        "Xi Jinping spoke with Joe Biden by phone. Biden said that the United States does not support independence "
        "for Taiwan. The two sides agreed to hold further talks on trade."
    )
    assert [set((c.by or "").split("|")) for c in found.commitments] == [{"CHN", "USA"}]


def test_every_quote_is_cut_from_the_text() -> None:
    text = "Britain will give Ukraine £3 billion by 2026."
    quotes = [q for c in read(text) for q in c.quotes]
    assert {q.field for q in quotes} >= {"commitment", "amount", "due"}
    assert all(text[q.start : q.end] == q.quote for q in quotes)
