"""English events: the sentence, and what must come out of it.

Every page is dated Thursday, 18 May 2023, so that offices and weekdays resolve.
"""

import pytest

from memcon import knowledge
from memcon.model import Document, Event
from memcon.reading import read

TODAY = "2023-05-18"


def events(text: str, date: str | None = TODAY) -> tuple[Event, ...]:
    return read(Document(id="case", text=text, date=date), knowledge.load()).events


def parties(event: Event) -> set[str]:
    codes = {c for p in event.participants for c in (p.party or "").split("|")}
    return (codes | set((event.initiator or "").split("|")) | set((event.target or "").split("|"))) - {""}


# sentence, type, status, parties, date (None: left open)
CASES = [
    # journeys named by their city, and arrivals
    (
        "French President Emmanuel Macron began his Beijing trip on Monday.",
        "visit",
        "occurred",
        "FRA CHN",
        "2023-05-15",
    ),
    (
        "Chinese President Xi Jinping met U.S. President Joe Biden on Monday on the first day of his Beijing trip.",
        "visit",
        "occurred",
        "USA CHN",
        "2023-05-15",
    ),
    (
        "The ceremony on President Joe Biden's arrival at Beijing airport on Tuesday was elaborate.",
        "visit",
        "occurred",
        "USA CHN",
        "2023-05-16",
    ),
    # who calls a person telephones; who calls on one does not
    (
        "U.S. Secretary of State Antony Blinken called his Chinese counterpart on Monday.",
        "phone_call",
        "occurred",
        "USA CHN",
        "2023-05-15",
    ),
    (
        "French Foreign Minister Catherine Colonna called her Indian counterpart Subrahmanyam Jaishankar on Tuesday.",
        "phone_call",
        "occurred",
        "FRA IND",
        "2023-05-16",
    ),
    (
        "EU foreign policy chief Josep Borrell facilitated a meeting in Brussels on May 2 between Serbian President "
        "Aleksandar Vucic and Kosovo Prime Minister Albin Kurti.",
        "meeting",
        "occurred",
        "EU SRB XKX",
        "2023-05-02",
    ),
    # meetings
    (
        "Pakistani Foreign Minister Shah Mahmood Qureshi talked to the visiting Tajik president on Monday.",
        "meeting",
        "occurred",
        "PAK TJK",
        "2023-05-15",
    ),
    (
        "U.S. Secretary of State Antony Blinken met Turkish Foreign Minister Mevlut Cavusoglu in Ankara on Monday.",
        "meeting",
        "occurred",
        "USA TUR",
        "2023-05-15",
    ),
    (
        "French Foreign Minister Catherine Colonna held talks with her Indian counterpart, "
        "Subrahmanyam Jaishankar, in Paris on May 12.",
        "meeting",
        "occurred",
        "FRA IND",
        "2023-05-12",
    ),
    (
        "Prime Minister Fumio Kishida of Japan and President Yoon Suk Yeol of South Korea "
        "met in Seoul earlier this month.",
        "meeting",
        "occurred",
        "JPN KOR",
        "2023-05-01/2023-05-17",
    ),
    (
        "German Chancellor Olaf Scholz will meet French President Emmanuel Macron in Berlin next week.",
        "meeting",
        "planned",
        "DEU FRA",
        "2023-05-22/2023-05-28",
    ),
    (
        "The defence ministers of Australia and Indonesia are scheduled to hold talks in Jakarta on May 30.",
        "meeting",
        "planned",
        "AUS IDN",
        "2023-05-30",
    ),
    # calls
    (
        "President Joe Biden spoke by phone with Ukrainian President Volodymyr Zelenskyy on Tuesday.",
        "phone_call",
        "occurred",
        "USA UKR",
        "2023-05-16",
    ),
    (
        "Chinese Foreign Minister Qin Gang and his Dutch counterpart Wopke Hoekstra held a video call on Wednesday.",
        "video_call",
        "occurred",
        "CHN NLD",
        "2023-05-17",
    ),
    # visits
    (
        "Iranian President Ebrahim Raisi arrived in Damascus on May 3 for a two-day visit.",
        "visit",
        "occurred",
        "IRN SYR",
        "2023-05-03",
    ),
    (
        "Pakistani Foreign Minister Bilawal Bhutto Zardari is set to visit India in July.",
        "visit",
        "planned",
        "PAK IND",
        "2023-07",
    ),
    # dialogue rounds
    (
        "China and Bhutan held the eleventh round of boundary talks in Kunming in January 2023.",
        "dialogue_round",
        "occurred",
        "CHN BTN",
        "2023-01",
    ),
    # refusals, silences, breaks
    (
        "China declined a request from the United States for a meeting between Defence Secretary Lloyd Austin "
        "and Defence Minister Li Shangfu.",
        "contact_refused",
        "occurred",
        "CHN USA",
        None,
    ),
    (
        "Serbian President Aleksandar Vucic refused to meet Kosovo Prime Minister Albin Kurti in Brussels.",
        "contact_refused",
        "occurred",
        "SRB XKX",
        None,
    ),
    (
        "Beijing suspended climate talks with Washington in August 2022.",
        "contact_suspended",
        "occurred",
        "CHN USA",
        "2022-08",
    ),
    (
        "Saudi Arabia and Iran restored diplomatic relations in March 2023.",
        "contact_resumed",
        "occurred",
        "SAU IRN",
        "2023-03",
    ),
    (
        "The Japanese foreign ministry summoned the Russian ambassador on Friday.",
        "protest",
        "occurred",
        "JPN RUS",
        "2023-05-12",
    ),
    (
        "Canada expelled Chinese diplomat Zhao Wei on May 8.",
        "expulsion_or_recall",
        "occurred",
        "CAN CHN",
        "2023-05-08",
    ),
    (
        "The United Kingdom imposed sanctions on Iran in January 2023.",
        "sanction",
        "occurred",
        "GBR IRN",
        "2023-01",
    ),
    (
        "The Philippines and the United States signed an agreement on new bases in February 2023.",
        "agreement_signed",
        "occurred",
        "PHL USA",
        "2023-02",
    ),
    (
        "In a joint statement on Wednesday, Britain and Japan condemned the launch.",
        "joint_statement",
        "occurred",
        "GBR JPN",
        "2023-05-17",
    ),
    (
        "Polish Prime Minister Mateusz Morawiecki cancelled a visit to Israel that was planned for June.",
        "visit",
        "cancelled",
        "POL ISR",
        "2023-06",
    ),
    # agreements told by what was agreed
    (
        "Armenia and Azerbaijan agreed on May 14 to exchange prisoners.",
        "agreement_signed",
        "occurred",
        "ARM AZE",
        "2023-05-14",
    ),
    (
        "A prisoner swap between Russia and the United States took place in Abu Dhabi on December 8, 2022.",
        "agreement_signed",
        "occurred",
        "RUS USA",
        "2022-12-08",
    ),
    # told in the present, with a day ahead
    (
        "The Arab League summit opens in Jeddah on Friday, the Saudi foreign minister said.",
        "summit",
        "planned",
        "LAS",
        "2023-05-19",
    ),
    # one in the row of a standing body
    (
        "The seventh meeting of the Turkey-Qatar High Strategic Committee was held in Istanbul in October 2021.",
        "dialogue_round",
        "occurred",
        "TUR QAT",
        "2021-10",
    ),
    # two parties in one word
    (
        "The White House announced plans for a U.S.-Japan summit in Hiroshima on May 19.",
        "summit",
        "planned",
        "USA JPN",
        "2023-05-19",
    ),
    # a freeze that ends
    (
        "India and Pakistan ended a freeze on official talks in February 2004.",
        "contact_resumed",
        "occurred",
        "IND PAK",
        "2004-02",
    ),
    # measures called by what they stop
    (
        "The United States imposed visa restrictions on officials of Nicaragua on May 10.",
        "sanction",
        "occurred",
        "USA NIC",
        "2023-05-10",
    ),
    # a habit, a channel, a place between a contact and its sides
    (
        "The United States and Vietnam will hold their annual defence talks in Hanoi on May 25.",
        "dialogue_round",
        "planned",
        "USA VNM",
        "2023-05-25",
    ),
    (
        "It followed a video conference between Germany's Boris Pistorius and Poland's Mariusz Blaszczak on May 10.",
        "video_call",
        "occurred",
        "DEU POL",
        "2023-05-10",
    ),
    (
        "The discussions held in Stockholm on May 13 between Foreign Minister Tobias Billstrom of Sweden and "
        "Indian Foreign Minister Subrahmanyam Jaishankar were cordial.",
        "meeting",
        "occurred",
        "IND SWE",
        "2023-05-13",
    ),
    (
        "During their meeting on May 8, President Yoon Suk Yeol repeated to Prime Minister Fumio Kishida that "
        "the past must not hold them back.",
        "meeting",
        "occurred",
        "JPN KOR",
        "2023-05-08",
    ),
    (
        "Nepali Foreign Minister Narayan Prakash Saud paid a courtesy call on Indian Prime Minister Narendra Modi.",
        "meeting",
        "occurred",
        "IND NPL",
        None,
    ),
    (
        "Negotiators from Baku and Yerevan will hold talks in Brussels on May 22.",
        "dialogue_round",
        "planned",
        "ARM AZE",
        "2023-05-22",
    ),
    # who could not go, who mediated, who sat together in the chair
    (
        "German Chancellor Olaf Scholz said that he would be unable to travel to South Africa on May 22.",
        "visit",
        "cancelled",
        "DEU ZAF",
        "2023-05-22",
    ),
    (
        "Serbia and Kosovo held a third round of talks in Ohrid on March 18, mediated by the EU.",
        "dialogue_round",
        "occurred",
        "EU SRB XKX",
        "2023-03-18",
    ),
    (
        "Turkish Foreign Minister Mevlut Cavusoglu and Hungarian Foreign Minister Peter Szijjarto co-chaired a meeting "
        "of the Joint Economic Council in Ankara on May 9.",
        "dialogue_round",
        "occurred",
        "HUN TUR",
        "2023-05-09",
    ),
    # named by number, asked for, not of talks
    (
        "Norwegian Foreign Minister Anniken Huitfeldt and India's Subrahmanyam Jaishankar held the third "
        "India-Norway Strategic Dialogue in Oslo on May 9. During their discussions they spoke of trade.",
        "dialogue_round",
        "occurred",
        "IND NOR",
        "2023-05-09",
    ),
    (
        "Turkish Foreign Minister Mevlut Cavusoglu held a telephone conversation on May 9 at the request of "
        "Ukrainian Foreign Minister Dmytro Kuleba.",
        "phone_call",
        "occurred",
        "TUR UKR",
        "2023-05-09",
    ),
    # sides told far from the noun, or by the country told of before
    (
        "The ninth meeting of the commission on the delimitation of the border between Uzbekistan and Kyrgyzstan was "
        "held in Osh on May 3.",
        "dialogue_round",
        "occurred",
        "KGZ UZB",
        "2023-05-03",
    ),
    (
        "Jordan's King Abdullah urged Syrian President Bashar al-Assad to accept the plan in a phone call on May 9.",
        "phone_call",
        "occurred",
        "JOR SYR",
        "2023-05-09",
    ),
    (
        "Kenyan President William Ruto thanked Germany. Chancellor Olaf Scholz arrived in the country on May 5.",
        "visit",
        "occurred",
        "DEU KEN",
        "2023-05-05",
    ),
    (
        "A Malawian delegation led by Foreign Minister Nancy Tembo is in the Zambian capital Lusaka.",
        "visit",
        "occurred",
        "MWI ZMB",
        "2023-05-18~",
    ),
    (
        "Last month's summit of the leaders of the two Koreas ended without a statement.",
        "summit",
        "occurred",
        "KOR PRK",
        "2023-04",
    ),
    (
        "Italian Prime Minister Giorgia Meloni received on May 9 in Rome the President of Tunisia, Kais Saied.",
        "meeting",
        "occurred",
        "ITA TUN",
        "2023-05-09",
    ),
    (
        "Kazakhstan and Uzbekistan signed a plan of cooperation for 2023-2025 in Astana on May 4.",
        "agreement_signed",
        "occurred",
        "KAZ UZB",
        "2023-05-04",
    ),
    # due to begin
    (
        "A second round of talks between Serbia and Kosovo is due to begin in Ohrid on May 22.",
        "dialogue_round",
        "planned",
        "SRB XKX",
        "2023-05-22",
    ),
]


@pytest.mark.parametrize(("text", "type", "status", "who", "date"), CASES, ids=[c[0][:60] for c in CASES])
def test_one_sentence_one_event(text: str, type: str, status: str, who: str, date: str | None) -> None:
    found = [e for e in events(text) if e.type == type]
    assert len(found) == 1, [(e.type, e.status, sorted(parties(e))) for e in events(text)]
    event = found[0]
    assert (event.status, parties(event), event.date) == (status, set(who.split()), date)
    assert event.evidence in text


NOT_EVENTS = [
    "Kazakhstan's Kassym-Jomart Tokayev marked the arrival of a train from Xian in Almaty on Monday.",
    "He stressed the importance of open lines of communication between Beijing and Washington.",
    "If the two presidents met, they would have much to discuss.",
    "The senator urged the president to visit Taiwan.",
    "Analysts say that dialogue between Japan and China is needed more than ever.",
    "Manchester United met Arsenal in London on Sunday.",
    "The American company Apple held talks with its suppliers in Shenzhen last week.",
    "Diplomacy between Rome and Carthage had failed long before.",
    "Brazil's Luiz Inacio Lula da Silva and Chile's Gabriel Boric each won the second round of an election.",
    "Iran ended its suspension of uranium enrichment in August 2005, France said.",
    "Chile's Gabriel Boric and Argentina's Alberto Fernandez met with members of civil society in Bogota on Monday.",
    "Russia's Sergei Lavrov welcomed on Monday the decision of the court, France's Emmanuel Macron said.",
    "The prime minister met farmers in the north of the country on Tuesday.",
]


@pytest.mark.parametrize("text", NOT_EVENTS)
def test_no_event(text: str) -> None:
    assert [(e.type, sorted(parties(e))) for e in events(text)] == []


def test_many_mentions_make_one_event() -> None:
    text = (
        "Blinken meets Cavusoglu in Ankara\n\n"
        "U.S. Secretary of State Antony Blinken met Turkish Foreign Minister Mevlut Cavusoglu in Ankara on Monday.\n\n"
        "The meeting lasted two hours, officials said. During the talks, Blinken thanked Cavusoglu for Turkey's help.\n"
    )
    found = [e for e in events(text) if e.type == "meeting"]
    assert len(found) == 1
    assert {p.name for p in found[0].participants} == {"Antony Blinken", "Mevlut Cavusoglu"}
    assert found[0].date == "2023-05-15"
    assert len([q for q in found[0].quotes if q.field == "event"]) > 1


def test_every_quote_stands_where_it_says() -> None:
    text = "\n\n".join(c[0] for c in CASES)
    found = events(text)
    assert len(found) > len(CASES) / 2
    for event in found:
        assert event.evidence in text
        for quote in event.quotes:
            assert text[quote.start : quote.end] == quote.quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Italy and Croatia have agreed to hold talks in Trieste on May 22, officials said.",
            "Italy and Croatia have agreed to hold talks in Trieste on May 22",
        ),
        (
            "Slovak President Zuzana Caputova left for Vienna to meet Austrian President Alexander Van der Bellen.",
            "Slovak President Zuzana Caputova left for Vienna to meet Austrian President Alexander Van der Bellen",
        ),
    ],
)
def test_a_quote_tells_who_did_it(text: str, quote: str) -> None:
    assert {e.evidence for e in events(text)} == {quote}


def test_a_page_without_date_dates_nothing_by_guess() -> None:
    (event,) = events(
        "Australian Foreign Minister Penny Wong met Indian Foreign Minister Subrahmanyam Jaishankar on Monday.", None
    )
    assert event.date is None


def people(event: Event) -> set[str]:
    return {p.name for p in event.participants if p.name}


# text, type, people, date: what a clause says only together with the words around it
TOGETHER = [
    # who came along
    (
        "U.S. Secretary of State Antony Blinken met Israeli Prime Minister Benjamin Netanyahu in Jerusalem on Monday. "
        "He was accompanied by U.S. Ambassador to Israel Tom Nides.",
        "meeting",
        {"Antony Blinken", "Benjamin Netanyahu", "Tom Nides"},
        "2023-05-15",
    ),
    # a date that the clause hangs on
    (
        "Relations have been cool since March 2023, when Polish President Andrzej Duda met Chinese Xi Jinping "
        "in Beijing.",
        "meeting",
        {"Andrzej Duda", "Xi Jinping"},
        "2023-03",
    ),
    # predecessors of those named are not those named: their parties alone
    (
        "Yoon Suk Yeol, Fumio Kishida and Li Qiang held a summit in Seoul. Their predecessors last met in Chengdu in "
        "December 2019.",
        "meeting",
        set(),
        "2019-12",
    ),
    # a date that is part of an event's name
    (
        "Egyptian Foreign Minister Sameh Shoukry's visit to Khartoum comes ahead of May 25 talks of Egypt and Sudan.",
        "dialogue_round",
        set(),
        "2023-05-25",
    ),
    # who speaks as he comes from talks was there that day
    (
        "German Foreign Minister Annalena Baerbock told reporters on Tuesday after talks with Chinese Foreign Minister "
        "Qin Gang in Beijing that trade must be fair.",
        "meeting",
        {"Annalena Baerbock", "Qin Gang"},
        "2023-05-16",
    ),
    # this year, of an event in it
    (
        "Bishkek prepares for Chinese President Xi Jinping's visit to Kyrgyzstan this year.",
        "visit",
        {"Xi Jinping"},
        "2023",
    ),
    # what is done shortly after something has its date
    (
        "Shortly after he became prime minister in October, British Prime Minister Rishi Sunak travelled to Egypt.",
        "visit",
        {"Rishi Sunak"},
        "2022-10",
    ),
    # a dateline dates the page, not the event
    (
        "TOKYO, May 18 - Japanese Foreign Minister Yoshimasa Hayashi spoke by phone with British Foreign Secretary "
        "James Cleverly on Tuesday.",
        "phone_call",
        {"Yoshimasa Hayashi", "James Cleverly"},
        "2023-05-16",
    ),
    # words of time between a verb and whom it goes with
    (
        "President Joe Biden spoke today with Canadian Prime Minister Justin Trudeau about Ukraine.",
        "phone_call",
        {"Joe Biden", "Justin Trudeau"},
        "2023-05-18",
    ),
    # what has a day ahead of the page is planned, whatever the verb's form
    (
        "French President Emmanuel Macron hosts Indian Prime Minister Narendra Modi in Paris on 14 July.",
        "meeting",
        {"Emmanuel Macron", "Narendra Modi"},
        "2023-07-14",
    ),
    # at once behind the verb, whatever the parse makes of it
    (
        "Australian Foreign Minister Penny Wong called on Fijian Prime Minister Sitiveni Rabuka on Tuesday.",
        "meeting",
        {"Penny Wong", "Sitiveni Rabuka"},
        "2023-05-16",
    ),
    # at the head of a delegation
    (
        "Omani Foreign Minister Badr Albusaidi received a delegation led by Iranian Foreign Minister "
        "Hossein Amir-Abdollahian in Muscat on Monday.",
        "meeting",
        {"Badr Albusaidi", "Hossein Amir-Abdollahian"},
        "2023-05-15",
    ),
    # short and in passing
    (
        "Lloyd Austin, the U.S. defense secretary, shook hands with Chinese Defense Minister Li Shangfu in Singapore.",
        "brief_encounter",
        {"Lloyd Austin", "Li Shangfu"},
        None,
    ),
]


@pytest.mark.parametrize(("text", "type", "who", "date"), TOGETHER, ids=[c[0][:60] for c in TOGETHER])
def test_what_the_words_around_add(text: str, type: str, who: set[str], date: str | None) -> None:
    found = [e for e in events(text) if e.type == type]
    assert len(found) == 1, [(e.type, e.status, people(e)) for e in events(text)]
    assert (people(found[0]), found[0].date) == (who, date)


# text, type, initiator, target: who did it to whom
SIDES = [
    (
        "Russia turned down a request from Japan for a meeting of the two foreign ministers.",
        "contact_refused",
        "RUS",
        "JPN",
    ),
    ("The Pentagon's attempts to reach China's defence ministry were rejected.", "contact_refused", "CHN", "USA"),
    ("North Korea ignored repeated calls from the United States last week.", "contact_unanswered", "USA", "PRK"),
    ("The British ambassador in Moscow was summoned by the Russian foreign ministry.", "protest", "RUS", "GBR"),
    ("Lithuania withdrew its ambassador from China in 2021.", "expulsion_or_recall", "LTU", "CHN"),
    ("The French ambassador to Australia returned to Canberra in October 2021.", "contact_resumed", "FRA", "AUS"),
    ("Seoul summoned Japan's ambassador on Tuesday over the textbooks.", "protest", "KOR", "JPN"),
    ("Sweden's foreign ministry called in the Russian ambassador on Tuesday.", "protest", "SWE", "RUS"),
    ("Canada declared Chinese diplomat Zhao Wei persona non grata on May 8.", "expulsion_or_recall", "CAN", "CHN"),
    ("Beijing snubbed an American offer for talks between defence chiefs.", "contact_refused", "CHN", "USA"),
    (
        "Xi Jinping refused to take a call from President Volodymyr Zelensky, officials said.",
        "contact_refused",
        "CHN",
        "UKR",
    ),
    ("Russia pulled out of the grain deal with Ukraine on May 17.", "contact_suspended", "RUS", "UKR"),
    (
        "Ukrainian President Volodymyr Zelensky is expected to travel to Hiroshima on Saturday for the G7 summit.",
        "visit",
        "UKR",
        "JPN",
    ),
    ("Switzerland adopted sanctions against Belarus in March 2022.", "sanction", "CHE", "BLR"),
    ("Pakistani Prime Minister Shehbaz Sharif visited Qatar in August 2022.", "visit", "PAK", "QAT"),
]


@pytest.mark.parametrize(("text", "type", "initiator", "target"), SIDES, ids=[c[0][:60] for c in SIDES])
def test_who_did_it_to_whom(text: str, type: str, initiator: str, target: str) -> None:
    found = [e for e in events(text) if e.type == type]
    assert [(e.initiator, e.target) for e in found] == [(initiator, target)], events(text)


def test_a_statement_headed_as_joint_is_issued_on_the_page_s_date() -> None:
    text = (
        "Joint Statement by the Foreign Ministers of Australia and Japan\n\n18 May 2023\n\n"
        "Australia and Japan hold to their pledge of an open Indo-Pacific."
    )
    (event,) = [e for e in events(text, None) if e.type == "joint_statement"]
    assert (parties(event), event.date) == ({"AUS", "JPN"}, "2023-05-18")


def test_the_issuer_of_a_release_is_its_i() -> None:
    text = (
        "MEDIA RELEASE\nMINISTER FOR FOREIGN AFFAIRS SENATOR THE HON PENNY WONG\n18 May 2023\n\n"
        "I will visit Fiji from 22 to 24 May for talks with Prime Minister Sitiveni Rabuka."
    )
    visits = [e for e in events(text, None) if e.type == "visit"]
    assert [(e.initiator, e.target, e.status, e.date) for e in visits] == [
        ("AUS", "FJI", "planned", "2023-05-22/2023-05-24")
    ]


def test_confidence_is_a_probability_and_the_same_every_time() -> None:
    first = events(CASES[0][0])
    assert all(0 <= e.confidence <= 1 for e in first)
    assert first == events(CASES[0][0])


def test_rounds_counted_on_without_a_verb_are_rounds_of_the_same_sides() -> None:
    text = (
        "Iran and Saudi Arabia held several rounds of talks in Iraq in 2021. The first round took place in Baghdad "
        "on April 9, 2021; the second, in Baghdad on April 29, 2021; and the third, in Muscat on May 21, 2021."
    )
    rounds = {e.date: parties(e) for e in events(text) if e.type == "dialogue_round" and len(e.date or "") == 10}
    assert {d: {"IRN", "SAU"} <= who for d, who in rounds.items()} == dict.fromkeys(
        ("2021-04-09", "2021-04-29", "2021-05-21"), True
    )


def test_what_somebody_also_did_was_at_the_time_of_what_is_told_before() -> None:
    text = (
        "French Foreign Minister Catherine Colonna met German Foreign Minister Annalena Baerbock in Berlin on Tuesday. "
        "The talks were about Ukraine. Colonna also met Chinese Ambassador to Germany Wu Ken."
    )
    assert {e.date for e in events(text) if "Catherine Colonna" in people(e)} == {"2023-05-16"}
    apart = text.replace("Colonna also met", "Colonna met")
    assert {e.date for e in events(apart) if "Catherine Colonna" in people(e)} == {"2023-05-16", None}


def test_what_is_planned_on_a_journey_has_its_days() -> None:
    found = events(
        "French Foreign Minister Catherine Colonna will visit Japan from June 20 to 22. Plans were made in April. In "
        "Tokyo, Catherine Colonna will meet Japanese Foreign Minister Yoshimasa Hayashi. Japan and France will sign an "
        "agreement on research."
    )
    assert [(e.type, e.date) for e in found] == [
        ("visit", "2023-06-20/2023-06-22"),
        ("meeting", "2023-06-20/2023-06-22"),
        ("agreement_signed", "2023-06-20/2023-06-22"),
    ]


def test_a_refusal_that_is_told_has_not_the_day_of_what_was_refused() -> None:
    text = "Poland blocked a trip to Warsaw by Hungarian Foreign Minister Peter Szijjarto scheduled for June 7."
    (event,) = [e for e in events(text) if e.type == "contact_refused"]
    assert (event.status, event.date) == ("occurred", None)


def test_a_semicolon_parts_the_times_of_two_statements() -> None:
    text = (
        "On Tuesday he will meet with French President Emmanuel Macron; Russian Foreign Minister Sergei Lavrov visited "
        "China in November."
    )
    assert "2022-11" not in {e.date for e in events(text) if "RUS" not in parties(e)}
