"""Who is meant by the words that papers of Asia, the Pacific and the Middle East use: forms of address, hyphened
peoples, the two Koreas, institutions of one name in several states, datelines."""

import functools

import pytest

from memcon.knowledge import load
from memcon.model import Document, interval
from memcon.reading.analysis import Page, Passage
from memcon.reading.english import actors, parsing
from memcon.reading.english.grammar import Clause

KNOWLEDGE = load()


@functools.cache
def read(text, when=None, title=None):
    whole = f"{title}\n{text}" if title else text
    spans = [(0, len(title), "title"), (len(title) + 1, len(whole), "body")] if title else [(0, len(whole), "body")]
    page = Page(Document(id="test", text=whole), tuple(Passage(a, b, kind, "en") for a, b, kind in spans))
    sentences = tuple(parsing.sentences(page, range(len(spans))))
    return sentences, actors.find(sentences, KNOWLEDGE, interval(when))


def people(text, title=None):
    return [(m.actors[0].name, m.actors[0].party) for m in read(text, None, title)[1] if m.kind == "person"]


def codes(text):
    return [a.party for m in read(text)[1] if m.kind != "person" for a in m.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Datuk Seri Anwar Ibrahim arrived in Kuala Lumpur.", [("Anwar Ibrahim", "MYS")]),
        ("Tan Sri Muhyiddin Yassin, the Prime Minister of Malaysia, spoke.", [("Muhyiddin Yassin", "MYS")]),
        ("Malaysian Foreign Minister Dato' Seri Mohamad Hasan left.", [("Mohamad Hasan", "MYS")]),
        ("Cambodian Prime Minister Samdech Techo Hun Sen thanked Thailand.", [("Hun Sen", "KHM")]),
        ("Fiji's Foreign Minister Ratu Inoke Kubuabola was in Suva.", [("Inoke Kubuabola", "FJI")]),
        ("Singapore's Manpower Minister Tan See Leng was in Jakarta.", [("Tan See Leng", "SGP")]),
        ("Indonesian Finance Minister Sri Mulyani Indrawati was in Bali.", [("Sri Mulyani Indrawati", "IDN")]),
        ("Malaysian Plantation Industries Minister Teresa Kok flew to India.", [("Teresa Kok", "MYS")]),
    ],
)
def test_forms_of_address_and_portfolios(text, expected):
    assert people(text) == expected


def test_a_form_of_address_is_no_role():
    (mention,) = (m for m in read("Prime Minister Datuk Seri Anwar Ibrahim spoke.")[1] if m.kind == "person")
    assert mention.actors[0].role == "Prime Minister"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sino-Japanese talks resumed in Beijing.", ["CHN", "JPN"]),
        ("The Sino-Indian border talks ended.", ["CHN", "IND"]),
        ("The Indo-Pak talks were put off.", ["IND", "PAK"]),
        ("The Indo-Pacific strategy was presented by Germany.", ["DEU"]),
        ("Russo-Turkish relations are good.", ["RUS", "TUR"]),
        ("The two Koreas opened an office.", ["KOR", "PRK"]),
        ("Inter-Korean talks were held in June.", ["KOR", "PRK"]),
        ("North and South Korea restored a hotline.", ["KOR", "PRK"]),
        ("South Korea wrote to North Korea. The North did not answer the South.", ["KOR", "PRK", "PRK", "KOR"]),
        ("South Korea wrote to North Korea. Rain fell in the north and over the North Sea.", ["KOR", "PRK"]),
        ("Egypt wrote to the Sudan. The North did not answer.", ["EGY", "SDN"]),
        ("The Palestinian government met. The PA did not answer.", ["PSE", "PSE"]),
        ("Norway met Denmark. The PA did not answer.", ["NOR", "DNK"]),
        ("The Foreign Office in Islamabad summoned an Indian envoy. Pakistan objected.", ["PAK", "IND", "PAK"]),
        ("The Foreign Office summoned a Russian envoy. Britain and Pakistan objected.", ["GBR", "RUS", "GBR", "PAK"]),
    ],
)
def test_words_for_two_and_words_of_one_page(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JAKARTA – Prime Minister Narendra Modi met President Joko Widodo.", []),
        ("POLITICS: SINGAPORE – Prime Minister Narendra Modi met Shinzo Abe.", []),
        ("JAPAN - CHINA TALKS END WITHOUT RESULT", ["JPN", "CHN"]),
        ("UK - EU summit ends without result.", ["GBR", "EU"]),
        ("India - Pakistan talks end without result.", ["IND", "PAK"]),
    ],
)
def test_the_place_a_report_is_sent_from_is_no_party(text, expected):
    assert codes(text) == expected


def test_a_dateline_is_nobodys_country():
    assert people("CANBERRA – Prime Minister Narendra Modi met Anthony Albanese.")[0] == ("Narendra Modi", "IND")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "North Korea, at odds with South Korea, put off a summit in Hanoi of its leader Kim Jong-un and President "
            "Donald Trump of the US.",
            [("Kim Jong-un", "PRK"), ("Donald Trump", "USA")],
        ),
        ("China said on Friday that its foreign minister, Wang Yi, would visit India.", [("Wang Yi", "CHN")]),
        ("After talks in Moscow, Turkey said its minister Hakan Fidan would go on.", [("Hakan Fidan", "TUR")]),
    ],
)
def test_its(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("India, Nepal Foreign Secretaries Hold Bilateral Talks", "India and Nepal spoke in Delhi.", []),
        ("Special Leaders Retreat Opens In Nadi", "Fiji hosts the leaders of the Pacific.", []),
        (
            "Statement by Foreign Ministry Spokesperson Aibek Smadiyarov",
            "Kazakhstan condemned the attack.",
            [("Aibek Smadiyarov", "KAZ")],
        ),
    ],
)
def test_capitals_of_headlines(title, text, expected):
    assert people(text, title) == expected


def test_who_does_the_next_thing_is_not_in_apposition():
    text = (
        "In a sign for the meeting between Narendra Modi and his host Xi Jinping, Russia's main news agency reported "
        "that Moscow had cancelled the talks."
    )
    (sentence,), mentions = read(text, "2024-10-23")
    clause = Clause(sentence, mentions)
    host = next(t.i for t in sentence.tokens if t.text == "Jinping")
    assert "RUS" not in {a.party for m in clause.fillers(host) for a in m.actors}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seoul called in Japan's ambassador. Ambassador Koichi Aiboshi heard Vice Foreign Minister Cho Hyun-dong.",
            [("Koichi Aiboshi", "JPN"), ("Cho Hyun-dong", "KOR")],
        ),
        (
            "Bangladesh summoned an Indian envoy. The Indian envoy met Foreign Secretary Asad Alam Siam.",
            [("Asad Alam Siam", "BGD")],
        ),
        (
            "Egyptian officials met Interior Minister Ziad Hab al-Reeh. The Palestinian Authority thanked Egypt.",
            [("Ziad Hab al-Reeh", "PSE")],
        ),
        ("Nepali Foreign Secretary Bharat Raj Paudyal spoke.", [("Bharat Raj Paudyal", "NPL")]),
        ("Bangladesh objected to it. Acting Foreign Secretary Khurshed Alam said so.", [("Khurshed Alam", "BGD")]),
        ("Foreign Secretary David Lammy spoke in London for Britain.", [("David Lammy", "GBR")]),
    ],
)
def test_whose_an_official_is_without_their_party(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Arab League met in Riyadh. Bahrain then withdrew its ambassador.", "its ambassador", ["BHR"]),
        (
            "Yoshimasa Hayashi of Japan met U.S. Secretary of State Antony Blinken. "
            "They will bring their foreign and defense ministers together.",
            "their foreign and defense ministers",
            ["JPN", "USA"],
        ),
    ],
)
def test_whose_office_it_is(text, words, expected):
    sentences, mentions = read(text)
    found = [m for m in mentions if " ".join(t.text for t in sentences[m.sentence].tokens[m.first : m.last]) == words]
    assert sorted(a.party for m in found for a in m.actors) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Presidents Shavkat Mirziyoyev of Uzbekistan, Kassym-Jomart Tokayev of Kazakhstan and Sadyr Japarov of "
            "Kyrgyzstan spoke in Awaza.",
            [("Shavkat Mirziyoyev", "UZB"), ("Kassym-Jomart Tokayev", "KAZ"), ("Sadyr Japarov", "KGZ")],
        ),
        (
            "Harsh Vardhan Shringla of India met his Nepali counterpart Bharat Raj Paudyal, "
            "the Prime Minister KP Sharma Oli "
            "and Minister of Foreign Affairs Pradeep Kumar Gyawali.",
            [
                ("Harsh Vardhan Shringla", "IND"),
                ("Bharat Raj Paudyal", "NPL"),
                ("KP Sharma Oli", "NPL"),
                ("Pradeep Kumar Gyawali", "NPL"),
            ],
        ),
    ],
)
def test_lists_of_people_met(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Indian Foreign Secretary Harsh Vardhan Shringla met Prime Minister KP Sharma Oli and Foreign Minister "
            "Pradeep Kumar Gyawali of Nepal. He thanked the prime minister.",
            "the prime minister",
            "KP Sharma Oli",
        ),
        (
            "Indian Foreign Secretary Harsh Vardhan Shringla met Prime Minister KP Sharma Oli of Nepal. "
            "He told the prime minister of his meetings.",
            "his",
            "Harsh Vardhan Shringla",
        ),
    ],
)
def test_who_is_meant_a_sentence_later(text, words, name):
    sentences, mentions = read(text)
    found = [m for m in mentions if " ".join(t.text for t in sentences[m.sentence].tokens[m.first : m.last]) == words]
    assert [m.actors[0].name for m in found] == [name]


def test_where_people_stand_in_a_picture_parts_no_list():
    text = "Japan's Toshimitsu Motegi (front R) and Antony Blinken of the United States (front L) hold talks in London."
    (sentence,), mentions = read(text)
    first = next(m for m in mentions if m.kind == "person")
    assert {a.party for m in Clause(sentence, mentions).chained[first.first] for a in m.actors} == {"JPN", "USA"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bangladesh's Foreign Minister A.K. Abdul Momen spoke in Dhaka.", [("A.K. Abdul Momen", "BGD")]),
        (
            "Tonga's Siaosi Sovaleni and Samoa's Fiame Naomi Mata'afa met in Apia.",
            [("Siaosi Sovaleni", "TON"), ("Fiame Naomi Mata'afa", "WSM")],
        ),
        ("France's Kylian Mbappe scored twice in Qatar's stadium.", []),
    ],
)
def test_initials_and_names_owned_by_a_party(text, expected):
    assert people(text) == expected


def test_a_royal_name_spelt_otherwise_is_the_same_prince():
    text = "Crown Prince Mohammad bin Salman of Saudi Arabia spoke. Crown Prince Mohamed thanked the United States."
    assert people(text) == [("Mohammad bin Salman", "SAU")] * 2
