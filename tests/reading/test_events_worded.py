"""English events by the words that tell them: receptions, calls of courtesy, dates that are set, talks called off.

Every page is dated Thursday, 18 May 2023, so that offices and weekdays resolve.
"""

import pytest

from memcon import knowledge
from memcon.model import Document, Event
from memcon.reading import read


def events(text: str) -> tuple[Event, ...]:
    return read(Document(id="case", text=text, date="2023-05-18"), knowledge.load()).events


def told(event: Event) -> str:
    codes = {c for p in event.participants for c in (p.party or "").split("|")}
    codes |= set((event.initiator or "").split("|")) | set((event.target or "").split("|"))
    surnames = sorted(p.name.split()[-1] for p in event.participants if p.name)
    return " ".join([event.type, event.status, *sorted(codes - {""}), *surnames])


# text, an event that must be found: type, status, parties, surnames
TOLD = [
    (
        "This came during Jordanian King Abdullah II's reception of Saudi Foreign Minister Prince Faisal bin Farhan in "
        "Amman on Monday.",
        "meeting occurred JOR SAU Farhan II",
    ),
    (
        "Indian Foreign Minister Subrahmanyam Jaishankar also paid a courtesy visit to Swedish Prime Minister Ulf "
        "Kristersson in Stockholm on Monday.",
        "meeting occurred IND SWE Jaishankar Kristersson",
    ),
    (
        "Minister Counselor of the US Embassy in Moscow Bartle Gorman was summoned to appear at the Foreign "
        "Ministry of Russia on Monday.",
        "protest occurred RUS USA Gorman",
    ),
    (
        "Talks between Armenia and Azerbaijan scheduled for Monday in Brussels have been called off, Yerevan said.",
        "dialogue_round cancelled ARM AZE",
    ),
    (
        "President Vladimir Putin of Russia told reporters that he had turned down two requests from Ukrainian "
        "President Volodymyr Zelenskyy to meet in Jerusalem.",
        "contact_refused occurred RUS UKR Putin Zelenskyy",
    ),
    (
        "A date has been set for the meeting between Armenian Prime Minister Nikol Pashinyan and Azerbaijani President "
        "Ilham Aliyev in Brussels, Armenian Foreign Minister Ararat Mirzoyan said on Monday.",
        "meeting planned ARM AZE Aliyev Pashinyan",
    ),
    (
        "The two countries signed a plan on the sidelines of the state visit by Indian Prime Minister Narendra Modi to "
        "the Republic of Mozambique on 7 July 2016.",
        "visit occurred IND MOZ Modi",
    ),
    (
        "US Secretary of State Antony Blinken arrived in Beijing. Chinese Minister of Foreign Affairs of the People's "
        "Republic of China Qin Gang met with him on Monday.",
        "meeting occurred CHN USA Blinken Gang",
    ),
    # the other side behind the inner noun, and behind the day
    (
        "Russia will hold a second round of talks with Turkey in Ankara on Monday.",
        "dialogue_round planned RUS TUR",
    ),
    (
        "In a telephone conversation on Tuesday with Armenian Prime Minister Nikol Pashinyan, Georgian Prime Minister "
        "Irakli Garibashvili expressed support for peace.",
        "phone_call occurred ARM GEO Garibashvili Pashinyan",
    ),
    (
        "Tunisian President Kais Saied granted an audience to Italian Foreign Minister Antonio Tajani on Monday.",
        "meeting occurred ITA TUN Saied Tajani",
    ),
    # an official whose party only the envoy's post tells
    (
        "Minister of State James Kabarebe received Yaya Doucouré, Ambassador of the Republic of Mali to the Republic "
        "of Rwanda.",
        "meeting occurred MLI RWA Doucouré Kabarebe",
    ),
    # envoys told by name alone
    (
        "Indian High Commissioner Pranay Verma lives in Dhaka. Verma was summoned by Bangladesh's foreign ministry on "
        "Sunday.",
        "protest occurred BGD IND Verma",
    ),
    (
        "US Ambassador Philip Goldberg spoke to the press. He was expelled from Bolivia in 2008.",
        "expulsion_or_recall occurred BOL USA Goldberg",
    ),
    (
        "India's High Commissioner to Canada Sanjay Kumar Verma was declared persona non grata.",
        "expulsion_or_recall occurred CAN IND Verma",
    ),
    ("Tunisia called back its ambassador from Rabat.", "expulsion_or_recall occurred MAR TUN"),
    ("Dutch authorities expelled two Iranian embassy workers in 2018.", "expulsion_or_recall occurred IRN NLD"),
    # relations frozen, measures named behind their noun
    (
        "Venezuelan President Hugo Chavez had frozen relations with Colombia.",
        "contact_suspended occurred COL VEN Chavez",
    ),
    (
        "Venezuelan President Hugo Chavez said he was putting relations with Colombia in the freezer.",
        "contact_suspended occurred COL VEN Chavez",
    ),
    ("The United States imposed new restrictions on doing business in Cuba on Monday.", "sanction occurred CUB USA"),
    (
        "Prime Minister Hon. James Marape of Papua New Guinea met Fijian Prime Minister Hon. Sitiveni Rabuka in Suva "
        "on Monday.",
        "meeting occurred FJI PNG Marape Rabuka",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[c[0][:60] for c in TOLD])
def test_what_the_words_tell(text: str, expected: str) -> None:
    assert expected in [told(e) for e in events(text)]


# text, what it must not be read as
NOT_TOLD = [
    (
        "Icelandic Foreign Minister Thórdís Gylfadóttir said Norway takes over the presidency of the Arctic "
        "Council next.",
        "dialogue_round",
    ),
    ("The talks between Seoul and Pyongyang are held alternately in the two capitals.", "dialogue_round"),
    (
        "NATO Deputy Secretary General Mircea Geoană thanked Bosnia and Herzegovina and welcomed Bosnia and "
        "Herzegovina's reform efforts.",
        "meeting",
    ),
    (
        "Australia should recall its high commissioner in Colombo. Sri Lankan High Commissioner Thisara Samarasinghe "
        "should go, or it should move to expel him.",
        "expulsion_or_recall",
    ),
    (
        "Speaking at a reception held by the Qatari embassy in Kuwait on Monday, Kuwaiti Foreign Minister Sheikh Salem "
        "Al-Sabah praised the ambassador.",
        "meeting",
    ),
]


def test_who_expels_an_envoy_is_not_whose_envoy_it_is() -> None:
    text = "India's High Commissioner to Canada Sanjay Kumar Verma was declared persona non grata."
    assert [(e.initiator, e.target) for e in events(text)] == [("CAN", "IND")]


def test_rounds_of_talks_are_none_of_the_meetings_told_beside_them() -> None:
    text = "Iran and Saudi Arabia held five rounds of talks in Baghdad. Iranian Foreign Minister Hossein "
    text += "Amir-Abdollahian met Saudi Foreign Minister Prince Faisal bin Farhan in Beijing."
    assert sorted(told(e) for e in events(text)) == [
        "dialogue_round occurred IRN SAU",
        "meeting occurred IRN SAU Amir-Abdollahian Farhan",
    ]


@pytest.mark.parametrize(("text", "type"), NOT_TOLD, ids=[c[0][:60] for c in NOT_TOLD])
def test_what_the_words_do_not_tell(text: str, type: str) -> None:
    assert type not in [e.type for e in events(text)]


def test_a_year_of_what_the_other_side_did_is_not_that_of_the_act() -> None:
    text = (
        "Honduras's decision to cut ties with Taiwan pleased its partner China, which opened an embassy in Panama in "
    )
    text += "in 2017."
    assert [e.date for e in events(text) if e.type == "contact_suspended"] == [None]


def test_acts_told_one_by_one_are_not_told_again_together() -> None:
    text = "Bahrain severed diplomatic relations with Iran in 2016. Bahrain severed diplomatic relations with Qatar "
    text += "in 2017. Bahrain's decision to cut ties with both Iran and Qatar pleased Riyadh."
    assert sorted(told(e) for e in events(text) if e.type == "contact_suspended") == [
        "contact_suspended occurred BHR IRN",
        "contact_suspended occurred BHR QAT",
    ]
