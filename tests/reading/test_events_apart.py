"""One event or several, and whose: the page, and every event that must come out of it.

An event is written "type status PARTIES day | People"; every page is dated Thursday, 18 May 2023.
"""

import pytest

from memcon import knowledge
from memcon.model import Document, Event
from memcon.reading import read


def told(event: Event) -> str:
    codes = {c for p in event.participants for c in (p.party or "").split("|")}
    codes |= {c for side in (event.initiator, event.target) for c in (side or "").split("|")}
    people = ", ".join(sorted(p.name.split()[-1] for p in event.participants if p.name))
    return f"{event.type} {event.status} {' '.join(sorted(codes - {''}))} {event.date or '-'} | {people}".rstrip(" |")


PAGES = [
    # one journey to several countries is one visit
    (
        "German Chancellor Olaf Scholz will travel to Ethiopia and Kenya from May 22 to 24.",
        ["visit planned DEU ETH KEN 2023-05-22/2023-05-24 | Scholz"],
    ),
    # a day for each: two meetings
    (
        "Finnish Foreign Minister Pekka Haavisto will meet Norway's Foreign Minister Anniken Huitfeldt on 22 May and "
        "Denmark's Foreign Minister Lars Løkke Rasmussen on 23 May.",
        [
            "meeting planned FIN NOR 2023-05-22 | Haavisto, Huitfeldt",
            "meeting planned DNK FIN 2023-05-23 | Haavisto, Rasmussen",
        ],
    ),
    # a telephone joins two
    (
        "Japanese Foreign Minister Yoshimasa Hayashi spoke by phone on Tuesday with Indian External Affairs Minister "
        "Subrahmanyam Jaishankar and Australian Foreign Minister Penny Wong.",
        [
            "phone_call occurred IND JPN 2023-05-16 | Hayashi, Jaishankar",
            "phone_call occurred AUS JPN 2023-05-16 | Hayashi, Wong",
        ],
    ),
    (
        "U.S. President Joe Biden called Israeli Prime Minister Benjamin Netanyahu on Monday.",
        ["phone_call occurred ISR USA 2023-05-15 | Biden, Netanyahu"],
    ),
    (
        "Egyptian Foreign Minister Sameh Shoukry received a call on Wednesday from his Sudanese counterpart "
        "Ali al-Sadiq.",
        ["phone_call occurred EGY SDN 2023-05-17 | Shoukry, al-Sadiq"],
    ),
    # numbered rounds are told apart, and each has the sides of its own body
    (
        "The second meeting of the Turkish-Uzbek Joint Commission and the fifth meeting of the Turkish-Kyrgyz Joint "
        "Commission were held in Ankara on May 10.",
        ["dialogue_round occurred TUR UZB 2023-05-10", "dialogue_round occurred KGZ TUR 2023-05-10"],
    ),
    (
        "Officials of Brazil and Argentina met on Tuesday for the third Strategic Dialogue in Brasília.",
        ["dialogue_round occurred ARG BRA 2023-05-16"],
    ),
    # who mediates takes part
    (
        "Serbian President Aleksandar Vučić and Kosovo's Prime Minister Albin Kurti held EU-mediated talks in Brussels "
        "on May 2.",
        ["meeting occurred EU SRB XKX 2023-05-02 | Kurti, Vučić"],
    ),
    # what stands before "talks with" is their topic
    (
        "Russian Foreign Minister Sergei Lavrov held Syria talks with Turkish Foreign Minister Mevlut Cavusoglu in "
        "Moscow on May 10.",
        ["meeting occurred RUS TUR 2023-05-10 | Cavusoglu, Lavrov"],
    ),
    # the envoy's hearing belongs to the summons, and gives it its people
    (
        "The Polish foreign ministry summoned the Russian ambassador on Tuesday. Deputy Foreign Minister Marcin "
        "Przydacz met Ambassador Sergey Andreyev and handed him a note.",
        ["protest occurred POL RUS 2023-05-16 | Andreyev, Przydacz"],
    ),
    # a host at the airport receives a visit
    (
        "Indonesian President Joko Widodo was welcomed at Hiroshima airport on Wednesday by Japanese Foreign Minister "
        "Yoshimasa Hayashi.",
        ["visit occurred IDN JPN 2023-05-17 | Hayashi, Widodo"],
    ),
    # who speaks in a quotation is its "I"
    (
        "“I met President Volodymyr Zelenskyy in Kyiv on Monday,” Dutch Prime Minister Mark Rutte said.",
        ["meeting occurred NLD UKR 2023-05-15 | Rutte, Zelenskyy"],
    ),
    # the dateline takes no part in its sentence
    (
        "ANKARA, May 16 (Reuters) - Turkish Foreign Minister Mevlut Cavusoglu received his Iraqi counterpart Fuad "
        "Hussein on Tuesday.",
        ["meeting occurred IRQ TUR 2023-05-16 | Cavusoglu, Hussein"],
    ),
    # a spokesperson stands for the party
    (
        "China suspended climate talks with the United States on Monday, foreign ministry spokesman Wang Wenbin said.",
        ["contact_suspended occurred CHN USA 2023-05-15"],
    ),
    # the meeting and the summit it comes a year after
    (
        "The meeting between Foreign Minister Yoshimasa Hayashi of Japan and Foreign Minister Park Jin of South Korea "
        "on Monday came a year after a summit between Prime Minister Fumio Kishida and President Joe Biden in Tokyo.",
        [
            "meeting occurred JPN KOR 2023-05-15 | Hayashi, Jin",
            "summit occurred JPN USA 2022-04-15~/2022-06-14~ | Biden, Kishida",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES, ids=[t[:60] for t, _ in PAGES])
def test_every_event(text: str, expected: list[str]) -> None:
    page = read(Document(id="case", text=text, date="2023-05-18"), knowledge.load())
    assert sorted(told(e) for e in page.events) == sorted(expected)


# sentence, status of its one event
STATUS = [
    ("Iranian Foreign Minister Hossein Amir-Abdollahian is coming to Beirut for talks.", "planned"),
    ("Plans for Foreign Minister Annalena Baerbock to visit Beijing have been cancelled.", "cancelled"),
    ("Tripoli spoke of a delay in the visit of Libyan foreign minister Najla Mangoush to Italy.", "cancelled"),
    ("Chinese Foreign Minister Qin Gang is due in Berlin.", "planned"),
    ("The Kenyan president, William Ruto, told reporters of his two-day Israel trip.", "occurred"),
    ("Doha spoke of Egyptian President Abdel Fattah al-Sisi's visit to Qatar which he paid in March.", "occurred"),
    ("UAE President Mohamed bin Zayed Al Nahyan is currently visiting France.", "occurred"),
]


@pytest.mark.parametrize(("sentence", "status"), STATUS)
def test_status(sentence: str, status: str) -> None:
    page = read(Document(id="case", text=sentence, date="2023-05-18"), knowledge.load())
    assert [e.status for e in page.events if e.type == "visit"] == [status]


def test_what_talks_are_about_is_not_where_they_are() -> None:
    text = "The talks between Turkish Foreign Minister Mevlut Cavusoglu and Iranian Foreign Minister Hossein "
    text += "Amir-Abdollahian in Ankara covered several matters including the wars in Yemen and Libya."
    page = read(Document(id="case", text=text, date="2023-05-18"), knowledge.load())
    assert [e.place and e.place.country for e in page.events if e.type == "meeting"] in (["TUR"], [None])


REFUSED = "China rejected an American invitation to a meeting of the two defence ministers in Singapore on 30 May."


def test_what_was_refused_is_not_held() -> None:
    page = read(Document(id="case", text=REFUSED, date="2023-06-02"), knowledge.load())
    assert [e.type for e in page.events] == ["contact_refused"]


NOTHING = [
    "Annual summits will be held among the leaders of Japan, South Korea and the United States.",
    "Ecuador's President Guillermo Lasso denounced remarks by Colombia's President Gustavo Petro. The banker finished "
    "first in the first round. The runoff is on Sunday.",
    "The British ambassador left the Russian foreign ministry after half an hour and refused to talk to the press.",
    "French Ambassador to Russia Pierre Lévy arrived at the Russian foreign ministry on Monday.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(text: str) -> None:
    page = read(Document(id="case", text=text, date="2023-05-18"), knowledge.load())
    assert [told(e) for e in page.events] == []
