"""The fields of an event one by one: its day, its people, its kind. Every page is dated Thursday, 18 May 2023."""

import pytest

from tests.reading.test_events import events

# text, type, status, people, date
CASES: list[tuple[str, str, str, set[str], str | None]] = [
    # the day: the closest date that can be the event's
    (
        "North Korea said on Tuesday it was suspending talks with South Korea that were due on Friday.",
        "contact_suspended",
        "occurred",
        set(),
        "2023-05-16",
    ),
    # who was called home, named behind the place of the post
    (
        "Venezuela on Tuesday recalled its ambassador in Bogotá, Félix Plasencia, for consultations.",
        "expulsion_or_recall",
        "occurred",
        {"Félix Plasencia"},
        "2023-05-16",
    ),
    (
        "Nigeria announced on Monday the recall of its High Commissioner in Pretoria, Martin Cobham.",
        "expulsion_or_recall",
        "occurred",
        {"Martin Cobham"},
        "2023-05-15",
    ),
    # who attended
    (
        "Jordan's King Abdullah II met Australian Foreign Minister Penny Wong in Amman on Monday. During the meeting, "
        "which was attended by Jordan's Foreign Minister Ayman Safadi, the King spoke of the two-state solution.",
        "meeting",
        "occurred",
        {"Abdullah II", "Penny Wong", "Ayman Safadi"},
        "2023-05-15",
    ),
    # what an envoy is for
    (
        "The Special Envoy of the Chinese Government on the Middle East issue, Zhai Jun, met Syrian Foreign Minister "
        "Faisal Mekdad in Damascus on Monday.",
        "meeting",
        "occurred",
        {"Zhai Jun", "Faisal Mekdad"},
        "2023-05-15",
    ),
    # people who talk somewhere meet there
    (
        "Azerbaijani President Ilham Aliyev and Armenian Prime Minister Nikol Pashinyan had a conversation in Moscow "
        "on Monday.",
        "meeting",
        "occurred",
        {"Ilham Aliyev", "Nikol Pashinyan"},
        "2023-05-15",
    ),
    (
        "Azerbaijani President Ilham Aliyev and Armenian Prime Minister Nikol Pashinyan had a telephone conversation "
        "on Monday.",
        "phone_call",
        "occurred",
        {"Ilham Aliyev", "Nikol Pashinyan"},
        "2023-05-15",
    ),
    # leaders who hold talks hold no summit
    (
        "Pakistani Prime Minister Nawaz Sharif flew to Delhi on May 26, 2014. Indian Prime Minister Narendra Modi "
        "received Sharif there. The two leaders held talks the next day.",
        "meeting",
        "occurred",
        {"Nawaz Sharif", "Narendra Modi"},
        "2014-05-27",
    ),
    (
        "French President Emmanuel Macron dined with German Chancellor Olaf Scholz in Berlin on Monday. The foreign "
        "ministers of both countries were in New York for talks at the United Nations.",
        "meeting",
        "occurred",
        {"Emmanuel Macron", "Olaf Scholz"},
        "2023-05-15",
    ),
    (
        "Russian Foreign Minister Sergey Lavrov and Ukrainian Foreign Minister Dmytro Kuleba have not talked for a "
        "year. The two ministers last saw each other in Antalya on March 10, 2022.",
        "meeting",
        "occurred",
        {"Sergey Lavrov", "Dmytro Kuleba"},
        "2022-03-10",
    ),
    # whose visit it is
    (
        "Russian Foreign Minister Sergey Lavrov's official visit to Kenya ended on Monday. Lavrov met President "
        "William Ruto in Nairobi.",
        "visit",
        "occurred",
        {"Sergey Lavrov"},
        "2023-05-15",
    ),
    (
        "Russian President Dmitry Medvedev`s visit to Cuba in November 2008 came at its end.",
        "visit",
        "occurred",
        {"Dmitry Medvedev"},
        "2008-11",
    ),
    (
        "Invited by Turkish Foreign Minister Mevlut Cavusoglu, Deputy Prime Minister - Minister of Foreign "
        "Affairs of Kazakhstan Murat Nurtleu arrived on a visit to Ankara on Monday, his ministry's press service "
        "said.",
        "visit",
        "occurred",
        {"Murat Nurtleu"},
        "2023-05-15",
    ),
    # "the same day" counts from a day, not from the year told last
    (
        "Kazakh Foreign Minister Murat Nurtleu met Russian Foreign Minister Sergey Lavrov in Minsk on April 12. A plan "
        "was made for the games of 2026. On the same day, Nurtleu met Tajik Foreign Minister Sirojiddin Muhriddin.",
        "meeting",
        "occurred",
        {"Murat Nurtleu", "Sirojiddin Muhriddin"},
        "2023-04-12",
    ),
    # the official who received the envoy called in
    (
        "Sudan's foreign ministry summoned Ethiopian Ambassador Yibeltal Aemero on Monday. Sudan's Director General "
        "of African Affairs, Ambassador Fadl Abdullah Fadl, conveyed regret to the Ethiopian ambassador.",
        "protest",
        "occurred",
        {"Yibeltal Aemero", "Fadl Abdullah Fadl"},
        "2023-05-15",
    ),
    # who speaks at a meeting named at length
    (
        "At the third AU-EU ministerial meeting in Brussels on Monday, the African Union Commission Chairperson, "
        "Moussa Faki Mahamat, underscored the need for peace in Sudan.",
        "dialogue_round",
        "occurred",
        {"Moussa Faki Mahamat"},
        "2023-05-15",
    ),
    (
        "U.S. Secretary of State Antony Blinken is expected in Riyadh next month.",
        "visit",
        "planned",
        {"Antony Blinken"},
        "2023-06",
    ),
]


@pytest.mark.parametrize(("text", "type", "status", "who", "date"), CASES, ids=[c[0][:60] for c in CASES])
def test_fields(text: str, type: str, status: str, who: set[str], date: str | None) -> None:
    found = [(e.type, e.status, {p.name for p in e.participants if p.name}, e.date) for e in events(text)]
    assert (type, status, who, date) in found


# text, type, parties: who is of an event and who is only named beside it
PARTIES = [
    (
        "Fifth round of talks between Iran and United States to be held in Rome on Friday — Omani minister\n\nThe "
        "talks between Iran and the United States on the nuclear accord of 2015 go on, Tasnim reported.",
        "dialogue_round",
        {"IRN", "USA"},
    ),
    (
        "Saudi Arabia and Bahrain severed diplomatic relations and shut all transport links with Qatar in June 2017.",
        "contact_suspended",
        {"SAU", "BHR", "QAT"},
    ),
    (
        "Djibouti cut ties with Iran in solidarity with Saudi Arabia.",
        "contact_suspended",
        {"DJI", "IRN"},
    ),
    (
        "Following round-the-clock negotiations, Oslo and Moscow both said on Monday they had reached an agreement on "
        "fishing in the Barents Sea.",
        "agreement_signed",
        {"NOR", "RUS"},
    ),
    (
        "The visit follows a trilateral meeting on Sunday between the defence chiefs of the United States, Japan and "
        "South Korea.",
        "meeting",
        {"USA", "JPN", "KOR"},
    ),
    (
        "Japanese, Canadian and European leaders come together for the G7 summit in Hiroshima on Friday.",
        "summit",
        {"G7"},
    ),
]


@pytest.mark.parametrize(("text", "type", "codes"), PARTIES, ids=[c[0][:60] for c in PARTIES])
def test_parties(text: str, type: str, codes: set[str]) -> None:
    found = [{c for p in e.participants for c in (p.party or "").split("|")} for e in events(text) if e.type == type]
    assert found == [codes]


@pytest.mark.parametrize(
    "text",
    [
        "Will Chinese Foreign Minister Qin Gang meet Japanese Foreign Minister Yoshimasa Hayashi in Seoul?",
        "Q: Did Russian Foreign Minister Sergey Lavrov visit Iran in April?",
        "U.S. Secretary of State Antony Blinken is expected to speak of Sudan.",
        "The Kremlin would neither confirm nor deny diplomatic contacts of Vladimir Putin with President Joe Biden.",
    ],
)
def test_a_question_tells_of_nothing(text: str) -> None:
    assert events(text) == ()


JOURNEY = "Serbian Foreign Minister Ivica Dacic arrived in Skopje on Monday for a two-day visit to North Macedonia. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (JOURNEY + "Dacic met Foreign Minister Bujar Osmani of North Macedonia.", ("Skopje", "MKD")),
        (JOURNEY + "Dacic spoke by phone with Foreign Minister Peter Szijjarto of Hungary.", None),
        (
            "Russian Foreign Minister Sergey Lavrov will visit Kyrgyzstan and Tajikistan next week. Lavrov will meet "
            "Kyrgyz President Sadyr Japarov.",
            (None, "KGZ"),
        ),
    ],
)
def test_what_is_held_on_a_journey_is_held_where_the_hosts_are(text: str, place: tuple[str | None, str] | None) -> None:
    held = [e for e in events(text) if e.type != "visit"]
    assert [e.place and (e.place.name, e.place.country) for e in held] == [place]
