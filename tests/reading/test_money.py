"""Sums of money in English text."""

import pytest

from memcon.reading.english.money import find
from memcon.reading.money import home

SUMS = [
    ("Britain will give £3 billion a year.", "£3 billion", 3e9, "GBP"),
    ("a loan of US$1.5bn to Kyiv", "US$1.5bn", 1.5e9, "USD"),
    ("an A$2.2 billion package", "A$2.2 billion", 2.2e9, "AUD"),
    ("$420m in projects", "$420m", 420e6, "USD"),
    ("€500m for Moldova", "€500m", 500e6, "EUR"),
    ("€1.065 billion for the facility", "€1.065 billion", 1.065e9, "EUR"),
    ("missiles worth 162 million pounds", "162 million pounds", 162e6, "GBP"),
    ("1.5 billion dollars of aid", "1.5 billion dollars", 1.5e9, "USD"),
    ("Tokyo set aside 400 million yen", "400 million yen", 400e6, "JPY"),
    ("Beijing lent RMB 80 million", "RMB 80 million", 80e6, "CNY"),
    ("a grant of 100 million yuan", "100 million yuan", 100e6, "CNY"),
    ("Australia will provide $500,000.", "$500,000", 500e3, "USD"),
    ("Canada pledged C$5 million", "C$5 million", 5e6, "CAD"),
    ("Singapore gave S$30,000", "S$30,000", 30e3, "SGD"),
    ("India offered Rs 500 crore", "Rs 500 crore", 5e9, "INR"),
    ("₹2.5 lakh crore was spent", "₹2.5 lakh crore", 2.5e12, "INR"),
    ("a USD 20 million credit", "USD 20 million", 20e6, "USD"),
    ("20 million USD were paid", "20 million USD", 20e6, "USD"),
    ("a $40-million deal", "$40-million", 40e6, "USD"),
    ("10 million U.S. dollars", "10 million U.S. dollars", 10e6, "USD"),
    ("300 billion Egyptian pounds", "300 billion Egyptian pounds", 300e9, "EGP"),
    ("about one million dollars", "one million dollars", 1e6, "USD"),
    ("half a billion euros", "half a billion euros", 0.5e9, "EUR"),
    ("a three million dollar grant", "three million dollar", 3e6, "USD"),
    ("a $12 trillion proposal", "$12 trillion", 12e12, "USD"),
    ("the 3 bn € plan", "3 bn €", 3e9, "EUR"),
    ("$4.5 million as a first step", "$4.5 million", 4.5e6, "USD"),
]


@pytest.mark.parametrize(("text", "words", "value", "code"), SUMS)
def test_sums(text: str, words: str, value: float, code: str) -> None:
    (money,) = find(text)
    assert text[money.start : money.end] == words
    assert (money.amount.value, money.amount.currency) == (value, code)


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("between $10 million and $15 million", 10e6, 15e6),
        ("€2-3 billion in loans", 2e9, 3e9),
        ("10 to 15 million dollars", 10e6, 15e6),
        ("$10 million and 3 ships", 10e6, None),
    ],
)
def test_of_a_range_the_first_value_counts(text: str, value: float, upper: float | None) -> None:
    (money,) = find(text)
    assert (money.amount.value, money.upper) == (value, upper)


@pytest.mark.parametrize(
    "text",
    [
        "hundreds of missiles were sent",
        "the party won 200 seats",
        "the ship weighs 2,000 tonnes",
        "the bag weighs 200 pounds",
        "hundreds of millions of dollars",
        "a 15-day extension",
        "he won two",
        "the dollar fell",
    ],
)
def test_what_is_no_sum(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("MEDIA RELEASE. Senator the Hon Penny Wong. Australia will provide $4 million.", "dollar", "AUD"),
        ("Australia will provide $4 million, ministers told Reuters.", "dollar", None),
        ("The United States gave $4 million to Australia, the White House said.", "dollar", None),
        ("The Egyptian Ministry of Finance allocated 300 billion pounds to Upper Egypt.", "pound", "EGP"),
        ("Egypt and Britain agreed on 300 million pounds.", "pound", None),
        ("China lent ¥80 million, the Chinese envoy said.", "yen_or_yuan", "CNY"),
    ],
)
def test_what_many_countries_share_is_decided_by_the_text(text: str, name: str, code: str | None) -> None:
    assert home(text).get(name) == code


def test_the_home_of_a_text_decides_its_dollars() -> None:
    text = "MEDIA RELEASE. The Hon Stephen Smith MP. Australia will provide $4 million to Kenya."
    (money,) = find(text, home=home(text))
    assert money.amount.currency == "AUD"
