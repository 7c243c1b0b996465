"""Whose official someone is who leads a side of talks, and titles told one behind the other."""

import pytest

from tests.reading.test_actors import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Ugandan delegation headed by Foreign Minister Sam Kutesa flew to Kigali.",
            [("Sam Kutesa", "UGA")],
        ),
        (
            "Pakistan's delegation was led by Tehmina Janjua; "
            "the Chinese side was headed by Vice Minister Kong Xuanyou.",
            [("Tehmina Janjua", "PAK"), ("Kong Xuanyou", "CHN")],
        ),
        ("Unification Minister Jeong Se-hyun will head the ROK team.", [("Jeong Se-hyun", "KOR")]),
        (
            "Deputy Foreign Minister Hafiz Pashayev from Azerbaijan's side opened the consultations.",
            [("Hafiz Pashayev", "AZE")],
        ),
        (
            "From the Turkmen side, the memorandum was signed by Minister of Foreign Affairs Rashid Meredov.",
            [("Rashid Meredov", "TKM")],
        ),
        ("Also on the Ugandan team is Attorney General William Byaruhanga.", [("William Byaruhanga", "UGA")]),
        (
            "Cuba said that its delegation would be headed by Deputy Minister Carlos Fernandez de Cossio.",
            [("Carlos Fernandez de Cossio", "CUB")],
        ),
        (
            "Deputy Assistant Secretary Alex Lee will lead the talks for the United States.",
            [("Alex Lee", "USA")],
        ),
        # who led a side once, or another office, leads this one now
        (
            "An ECOWAS delegation led by former Nigerian President Goodluck Jonathan arrived in Bamako.",
            [("Goodluck Jonathan", "ECOWAS")],
        ),
        (
            "Morocco received the UN envoy, former German president Horst Koehler, in Rabat.",
            [("Horst Koehler", "UN")],
        ),
        ("Royal Saudi Air Force Commander Lt. Gen. Turki bin Bandar spoke.", [("Turki bin Bandar", "SAU")]),
    ],
)
def test_whose_side(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each state has one foreign minister: two of them are of the two states spoken of
        (
            "Japan and the United Kingdom spoke. Minister for Foreign Affairs Hirofumi Nakasone and "
            "UK Foreign Secretary David Miliband held a telephone conversation.",
            {("Hirofumi Nakasone", "JPN"), ("David Miliband", "GBR")},
        ),
        (
            "Armenia and Azerbaijan met. The commission was chaired by Deputy Prime Ministers "
            "Mher Grigoryan and Azerbaijan's Shahin Mustafayev.",
            {("Mher Grigoryan", "ARM"), ("Shahin Mustafayev", "AZE")},
        ),
        ("Nigeria recalled its High Commissioner in Pretoria, Martin Cobham.", {("Martin Cobham", "NGA")}),
        (
            "Pakistan's National Security Adviser (NSA) Dr Moeed Yusuf met Afghan officials.",
            {("Moeed Yusuf", "PAK")},
        ),
        (
            "Sri Lanka's Minister of Foreign Affairs M. U. M. Ali Sabry is in Kathmandu.",
            {("M. U. M. Ali Sabry", "LKA")},
        ),
        # Ukrainian writers leave the capital out on purpose
        ("Poland summoned russian Ambassador Sergey Andreev.", {("Sergey Andreev", "RUS")}),
        ("Israeli envoy, attorney Yitzhak Molcho, met him.", {("Yitzhak Molcho", "ISR")}),
        # what a title is for, and the name of an agreement, are nobody's
        ("Pakistan's Additional Secretary (Americas) spoke.", set()),
        ("Britain left talks on Canada's Comprehensive Economic and Trade Agreement.", set()),
    ],
)
def test_names_by_their_setting(text, expected):
    assert set(people(text)) == expected


def test_an_ambassador_who_calls_another_in_is_not_of_that_ones_state():
    text = (
        "Sudan's foreign ministry summoned Ethiopia's ambassador. "
        "The Director General of African Affairs, Ambassador Fadl Abdullah Fadl, handed him a note. "
        "Ambassador Fadl Abdullah Fadl spoke of Ethiopia's troops."
    )
    assert {party for name, party in people(text) if name == "Fadl Abdullah Fadl"} != {"ETH"}


@pytest.mark.parametrize(
    ("text", "when", "party"),
    [
        ("Foreign Minister Hirofumi Nakasone spoke in Paris.", "2009-01-21", "JPN"),
        ("Foreign Minister Yusuf bin Alawi spoke in Paris.", "2013-05-01", "OMN"),
        ("Foreign Minister Rashid Meredov spoke in Paris.", "2019-02-01", "TKM"),
        ("Foreign Minister Sam Kutesa spoke in Paris.", "2015-02-01", "UGA"),
    ],
)
def test_ministers_whom_the_tables_know_by_their_day(text, when, party):
    assert [p for _, p in people(text, when)] == [party]
