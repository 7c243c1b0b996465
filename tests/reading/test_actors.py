"""Who an English sentence speaks of."""

import functools

import pytest

from memcon.knowledge import load
from memcon.model import Document, interval
from memcon.reading.analysis import Page, Passage
from memcon.reading.english import actors, parsing, places

KNOWLEDGE = load()


@functools.cache
def read(text, when=None):
    page = Page(
        Document(id="test", text=text),
        tuple(
            Passage(start, start + len(part), "body", "en") for part in text.split("\n") for start in [text.index(part)]
        ),
    )
    sentences = tuple(parsing.sentences(page, range(len(page.passages))))
    return sentences, actors.find(sentences, KNOWLEDGE, interval(when))


def people(text, when=None):
    """(name, party) of every person mention, in order."""
    return [(m.actors[0].name, m.actors[0].party) for m in read(text, when)[1] if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US Secretary of State Antony Blinken met Wang Yi.", [("Antony Blinken", "USA"), ("Wang Yi", "CHN")]),
        ("David Lammy, the UK Foreign Secretary, flew to Kyiv.", [("David Lammy", "GBR")]),
        (
            "Vice Premier and Minister of Foreign Affairs Bùi Thanh Sơn spoke on Monday.",
            [("Bùi Thanh Sơn", "VNM")],
        ),
        ("The Israeli Minister of Strategic Affairs, Ron Dermer, was in Washington.", [("Ron Dermer", "ISR")]),
        ("They met the Chairman of the Joint Chiefs of Staff, General Joseph Dunford.", [("Joseph Dunford", "USA")]),
        ("Prime Minister Keir Starmer of the United Kingdom called.", [("Keir Starmer", "GBR")]),
        ("Russia's Sergei Lavrov arrived in Ankara.", [("Sergei Lavrov", "RUS")]),
        (
            "Japanese Prime Minister Fumio Kishida and French President Emmanuel Macron dined in Tokyo.",
            [("Fumio Kishida", "JPN"), ("Emmanuel Macron", "FRA")],
        ),
        (
            "US Assistant Secretary of State for East Asian and Pacific Affairs Daniel Kritenbrink testified.",
            [("Daniel Kritenbrink", "USA")],
        ),
        (
            "China's ambassador to Australia, Xiao Qian, was summoned.",
            [("Xiao Qian", "CHN")],
        ),
        # given names that are places too, and envoys whose post is told before the name
        (
            "Paraguayan President Santiago Peña and Argentina's President-elect Javier Milei spoke.",
            [("Santiago Peña", "PRY"), ("Javier Milei", "ARG")],
        ),
        ("They met the Swedish ambassador in Ankara Staffan Herrström.", [("Staffan Herrström", "SWE")]),
        (
            "Secretary of State Antony Blinken and National Security Adviser Jake Sullivan flew to Anchorage.",
            [("Antony Blinken", "USA"), ("Jake Sullivan", "USA")],
        ),
        (
            "Secretary of State Antony Blinken will meet senior Chinese officials March 18.",
            [("Antony Blinken", "USA")],
        ),
        ("Kenyan Cabinet Secretary Musalia Mudavadi hosted the envoys.", [("Musalia Mudavadi", "KEN")]),
    ],
)
def test_title_and_name(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lionel Messi scored twice for Argentina in Doha.",
        "Chief executive Tim Cook opened a shop.",
        "Maria Schneider, a nurse from Hamburg, lost her house in the flood.",
        "The general election in New Mexico was close.",
    ],
)
def test_people_without_office_are_no_officials(text):
    assert people(text) == []


def test_later_mentions_carry_the_fullest_name():
    text = (
        "Bùi Thanh Sơn, Foreign Minister of Viet Nam, received Japan's Foreign Minister Takeshi Iwaya. "
        "Iwaya thanked Son. Mr Iwaya then left."
    )
    assert people(text) == [
        ("Bùi Thanh Sơn", "VNM"),
        ("Takeshi Iwaya", "JPN"),
        ("Takeshi Iwaya", "JPN"),
        ("Bùi Thanh Sơn", "VNM"),
        ("Takeshi Iwaya", "JPN"),
    ]


def test_a_misspelt_later_mention_is_the_same_person():
    found = people("Iranian Foreign Minister Abbas Araghchi went to Muscat. Araqchi saw the sultan.")
    assert [n for n, _ in found] == ["Abbas Araghchi", "Abbas Araghchi"]


@pytest.mark.parametrize(
    ("when", "official"),
    [("2023-05-10", "Li Shangfu@CHN"), ("2024-05-10", "Dong Jun@CHN"), (None, None)],
)
def test_an_office_is_resolved_by_date(when, official):
    mention = next(m for m in read("The Chinese defence minister declined.", when)[1] if m.kind == "office")
    assert mention.actors[0].official == official
    assert (mention.actors[0].name, mention.actors[0].party) == (None, "CHN")
    assert mention.actors[0].office == "defence_minister"


def test_counterparts_take_the_office_of_the_one_they_belong_to():
    text = "US Defense Secretary Lloyd Austin called his Chinese counterpart."
    mention = next(m for m in read(text, "2022-10-01")[1] if m.rule == "counterpart")
    assert (mention.actors[0].party, mention.actors[0].office) == ("CHN", "defence_minister")


def test_two_counterparts():
    text = "Antony Blinken, the US Secretary of State, met her Japanese and South Korean counterparts."
    mention = next(m for m in read(text)[1] if m.rule == "counterpart")
    assert {a.party for a in mention.actors} == {"JPN", "KOR"}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "French President Emmanuel Macron met German Chancellor Olaf Scholz. The two leaders spoke of trade.",
            "The two leaders",
            ["Emmanuel Macron", "Olaf Scholz"],
        ),
        (
            "French President Emmanuel Macron met German Chancellor Olaf Scholz. He left early.",
            "He",
            ["Emmanuel Macron"],
        ),
    ],
)
def test_back_references_to_people(text, words, expected):
    _, mentions = read(text)
    assert [[a.name for a in m.actors] for m in mentions if text[m.start : m.end] == words] == [expected]


def test_both_sides_are_the_parties_just_named():
    _, mentions = read("China and Japan held talks. Both sides agreed on trade.")
    group = next(m for m in mentions if m.kind == "group")
    assert [a.party for a in group.actors] == ["CHN", "JPN"]


@pytest.mark.parametrize(
    ("text", "metonyms"),
    [
        ("Beijing rejected the request.", ["Beijing"]),
        ("He arrived in Beijing on Monday.", []),
        ("Talks between Beijing and Washington stalled.", ["Beijing", "Washington"]),
        ("The talks were held at the Kremlin.", []),
        ("The Kremlin denied the report.", ["Kremlin"]),
    ],
)
def test_capitals_and_seats_by_use(text, metonyms):
    assert [text[m.start : m.end] for m in read(text)[1] if m.kind == "metonym"] == metonyms


def test_bodies_have_their_party():
    _, mentions = read("Chinese officials met a Ukrainian delegation at the Iranian foreign ministry.")
    assert [m.actors[0].party for m in mentions if m.kind == "body"] == ["CHN", "UKR", "IRN"]


def test_mentions_are_cut_from_the_text():
    text = "US Secretary of State   Marco Rubio\nspoke to Sergei Lavrov, Russia's foreign minister."
    mentions = read(text)[1]
    assert len(mentions) == 2
    for mention in mentions:
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert mention.first <= mention.head < mention.last


def test_places():
    text = "Officials met in Geneva, at Camp David and near the South China Sea."
    sentences, mentions = read(text)
    found = [(p.name, p.country, p.kind) for p in places.find(sentences, KNOWLEDGE, mentions)]
    assert found == [("Geneva", "CHE", "city"), ("Camp David", "USA", "venue"), ("South China Sea", None, "water")]


def test_reading_twice_gives_the_same():
    text = "President Joe Biden met President Xi Jinping of China in Bali. They shook hands."
    first = actors.find(read(text)[0], KNOWLEDGE, None)
    assert first == actors.find(read(text)[0], KNOWLEDGE, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Presidents Joe Biden and Abdel Fattah al-Sisi met in Cairo.",
            [("Joe Biden", "USA"), ("Abdel Fattah al-Sisi", "EGY")],
        ),
        (
            "Hamas officials Khalil al-Hayya and Osama Hamdan flew to Doha.",
            [("Khalil al-Hayya", "HAMAS"), ("Osama Hamdan", "HAMAS")],
        ),
        (
            "Secretary of State Marco Rubio, special envoy Steve Witkoff and Jared Kushner met Ukrainian officials.",
            [("Marco Rubio", "USA"), ("Steve Witkoff", "USA"), ("Jared Kushner", "USA")],
        ),
        (
            "His Excellency Sar Kheng, Deputy Prime Minister of Cambodia, signed it.",
            [("Sar Kheng", "KHM")],
        ),
        (
            "The Hon Peter Dutton MP, Australian Minister for Immigration and Border Protection, was in Nauru.",
            [("Peter Dutton", "AUS")],
        ),
        (
            "The President of the Swiss Confederation Viola Amherd hosted Chinese Premier Li Qiang in Bern.",
            [("Viola Amherd", "CHE"), ("Li Qiang", "CHN")],
        ),
        ("The Ukrainian side was led by Rustem Umerov in Istanbul.", [("Rustem Umerov", "UKR")]),
        ("The Syrian government's foreign minister, Faisal Mekdad, was in Algiers.", [("Faisal Mekdad", "SYR")]),
        ("EU foreign policy chief Kaja Kallas spoke.", [("Kaja Kallas", "EU")]),
        ("UN Secretary-General António Guterres spoke.", [("António Guterres", "UN")]),
        (
            "Japan's Takeshi Iwaya and Cho Tae-yul of South Korea spoke.",
            [("Takeshi Iwaya", "JPN"), ("Cho Tae-yul", "KOR")],
        ),
        ("The talks with Foreign Secretary Vikram Misri of India went well.", [("Vikram Misri", "IND")]),
    ],
)
def test_lists_and_other_orders(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "when", "expected"),
    [
        ("President Biden telephoned. Blinken flew to Kyiv.", "2022-09", [("Biden", "USA"), ("Blinken", "USA")]),
        ("Secretary Rubio met Prime Minister Modi.", "2025-03", [("Rubio", "USA"), ("Modi", "IND")]),
        ("Prime Minister May met Chancellor Merkel.", "2018-05", [("May", "GBR"), ("Merkel", "DEU")]),
        ("Prime Minister Howard met President Clinton.", "1999-07", [("Howard", "AUS"), ("Clinton", "USA")]),
        ("King Salman received Crown Prince Hussein of Jordan.", "2020", [("Salman", "SAU"), ("Hussein", "JOR")]),
        ("Prime Minister Mark Rutte met Premier Li Keqiang.", None, [("Mark Rutte", "NLD"), ("Li Keqiang", "CHN")]),
        ("China's Vice Premier He Lifeng came.", "2025-05", [("He Lifeng", "CHN")]),
        ("[Russian] President [Vladimir] Putin came.", "2025-05", [("Vladimir Putin", "RUS")]),
        ("Steve Witkoff, Trump's Middle East envoy, came.", "2025-05", [("Steve Witkoff", "USA")]),
        (
            "Kim Gunn, South Korea's nuclear envoy, met his U.S. and Japanese counterparts, Sung Kim and Takehiro "
            "Funakoshi.",
            "2023-04",
            [("Kim Gunn", "KOR"), ("Sung Kim", "USA"), ("Takehiro Funakoshi", "JPN")],
        ),
    ],
)
def test_who_is_known_by_the_day(text, when, expected):
    assert people(text, when) == expected


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Claudia Sheinbaum, Mexico's president, met Donald Trump. She thanked him.", "him", "Donald Trump"),
        ("President Macron called Chancellor Scholz to inform him of the plan.", "him", "Scholz"),
        ("Claudia Sheinbaum, Mexico's president, met Donald Trump. She thanked him.", "She", "Claudia Sheinbaum"),
        ("US President Joe Biden said that he had met Xi Jinping.", "he", "Joe Biden"),
    ],
)
def test_pronouns(text, pronoun, name):
    found = [m for m in read(text, "2024-12-01")[1] if m.kind == "pronoun" and text[m.start : m.end] == pronoun]
    assert [m.actors[0].name for m in found] == [name]


def test_groupings_without_an_office_stand_for_their_members():
    _, mentions = read("The E3 met Iran in Geneva. The G7 did not.")
    parties = [{a.party for a in m.actors} for m in mentions if m.kind == "party"]
    assert parties[0] == {"DEU", "FRA", "GBR"}
    assert {"G7"} in parties


def test_the_holder_of_an_office_is_not_who_left_it():
    text = "Palestinian president Mahmoud Abbas recalled Yasser Arafat. The Palestinian president flew to Amman."
    mention = next(m for m in read(text, "2006-12-24")[1] if m.kind == "office")
    assert mention.actors[0].name == "Mahmoud Abbas"


def test_a_successor_is_one_person_of_the_same_party():
    text = "China's Defence Minister Wei Fenghe retired. Lloyd Austin met Wei's successor, Li Shangfu, in Singapore."
    assert people(text) == [("Wei Fenghe", "CHN"), ("Lloyd Austin", "USA"), ("Li Shangfu", "CHN")]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "US Defense Secretary Lloyd Austin met Japan's Minoru Kihara in Tokyo. The defense chiefs agreed.",
            "The defense chiefs",
            ["Lloyd Austin", "Minoru Kihara"],
        ),
        (
            "Vietnam's Bùi Thanh Sơn met David Lammy in London. The Vietnamese diplomat thanked Britain.",
            "The Vietnamese diplomat",
            ["Bùi Thanh Sơn"],
        ),
        (
            "Foreign ministers from Japan and China met. Japan sent Takeshi Iwaya, its foreign minister.",
            "Foreign ministers from Japan and China",
            ["Takeshi Iwaya", None],
        ),
        (
            "Ursula von der Leyen, the head of the EU Commission, met Keir Starmer, the British prime "
            "minister. She thanked him.",
            "She",
            ["Ursula von der Leyen"],
        ),
        (
            "Statement by Prime Minister Anthony Albanese of Australia. I met ministers today. I thank my team.",
            "I",
            ["Anthony Albanese"],
        ),
    ],
)
def test_what_points_back(text, words, names):
    _, mentions = read(text)
    found = [[a.name for a in m.actors] for m in mentions if text[m.start : m.end] == words]
    assert found
    assert found[0] == names


def test_i_in_a_quotation_is_not_the_author():
    text = 'Statement by Prime Minister Anthony Albanese. I met her. "I agree," she said. My thanks to all.'
    _, mentions = read(text)
    assert [text[m.start : m.end] for m in mentions if m.rule == "pronoun_author"] == ["I", "My"]


def test_a_body_named_again_is_the_same():
    _, mentions = read("The Japanese embassy in Kabul closed. The embassy gave no reason.")
    assert [m.actors[0].party for m in mentions if m.kind == "body"] == ["JPN", "JPN"]


def test_the_party_a_text_gives_outranks_the_tables():
    assert people("The EU's chief negotiator Michel Barnier came. Barnier left.", "2020-09-01")[0][1] == "EU"
