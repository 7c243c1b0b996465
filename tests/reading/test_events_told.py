"""English events: what is denied, called off, turned down, still to come, and which words tell a round or a video call.

Every page is dated Thursday, 18 May 2023, so that offices and weekdays resolve.
"""

import pytest

from memcon import knowledge
from memcon.model import Document, Event
from memcon.reading import read


def events(text: str) -> tuple[Event, ...]:
    return read(Document(id="case", text=text, date="2023-05-18"), knowledge.load()).events


def parties(event: Event) -> set[str]:
    codes = {c for p in event.participants for c in (p.party or "").split("|")}
    return (codes | set((event.initiator or "").split("|")) | set((event.target or "").split("|"))) - {""}


# text, type, status, parties, a word of the quote
CASES = [
    # denied
    (
        "Saudi Foreign Minister Prince Faisal bin Farhan denied reports that Crown Prince Mohammed bin Salman had met "
        "Israeli Prime Minister Benjamin Netanyahu in Neom.",
        "meeting",
        "denied",
        "SAU ISR",
        "denied",
    ),
    (
        "The Kremlin dismissed claims that Russian Foreign Minister Sergey Lavrov had met Turkish Foreign Minister "
        "Mevlut Cavusoglu in Ankara.",
        "meeting",
        "denied",
        "RUS TUR",
        "met",
    ),
    (
        "Iran's Foreign Ministry denied that Foreign Minister Hossein Amir-Abdollahian had spoken by phone with "
        "U.S. Secretary of State Antony Blinken.",
        "phone_call",
        "denied",
        "IRN USA",
        "spoken",
    ),
    (
        "Israel's Defence Ministry denied a report alleging that Defence Minister Yoav Gallant had met Palestinian "
        "President Mahmoud Abbas in Amman. Gallant met Abbas in Amman, the report said.",
        "meeting",
        "denied",
        "ISR PSE",
        "denied",
    ),
    (
        "News that Ethiopian Prime Minister Abiy Ahmed will visit Eritrea is false, his office said.",
        "visit",
        "denied",
        "ETH ERI",
        "visit",
    ),
    # called off
    (
        "The Foreign Ministry in Islamabad announced the postponement of Chinese Foreign Minister Qin Gang's visit to "
        "Pakistan.",
        "visit",
        "cancelled",
        "CHN PAK",
        "postponement",
    ),
    (
        "Canadian Foreign Minister Melanie Joly announced on Monday the cancellation of her talks in Beijing with "
        "Chinese Foreign Minister Qin Gang.",
        "meeting",
        "cancelled",
        "CAN CHN",
        "cancellation",
    ),
    # a video call is told by how it is held, too
    (
        "The foreign ministers of Japan and India held a special meeting via video conference on Monday.",
        "video_call",
        "occurred",
        "JPN IND",
        "video conference",
    ),
    (
        "Turkish Foreign Minister Mevlut Cavusoglu had a video conference with Hungarian Foreign Minister Peter "
        "Szijjarto on Monday.",
        "video_call",
        "occurred",
        "TUR HUN",
        "video conference",
    ),
    # rounds of standing bodies
    (
        "The 11-th meeting of the joint commission between Georgia and Turkey was held in Ankara on Monday.",
        "dialogue_round",
        "occurred",
        "GEO TUR",
        "meeting",
    ),
    (
        "A meeting of the working groups of Kyrgyzstan and Tajikistan on the border was held in Dushanbe on Monday.",
        "dialogue_round",
        "occurred",
        "KGZ TJK",
        "working groups",
    ),
    (
        "Cuba and the United States will hold their biannual migration talks in Havana on June 12.",
        "dialogue_round",
        "planned",
        "USA CUB",
        "talks",
    ),
    (
        "North Korea agreed on Monday to government talks with South Korea in Seoul next month.",
        "dialogue_round",
        "planned",
        "PRK KOR",
        "agreed",
    ),
    (
        "Vietnam, Laos Deputy Foreign Ministers To Hold Consultations In 2024\n\n"
        "Vietnam's and Laos's deputy foreign ministers will hold consultations on trade and the border in Hanoi, "
        "the Vietnamese Foreign Ministry said on Monday.",
        "dialogue_round",
        "planned",
        "LAO VNM",
        "consultations",
    ),
    (
        "Armenia and Azerbaijan extended their ceasefire by ten days on Monday.",
        "agreement_signed",
        "occurred",
        "ARM AZE",
        "extended",
    ),
    # leaders of many at a summit
    (
        "The second meeting of the Heads of State of Kazakhstan, Kyrgyzstan and Uzbekistan was held on Monday.",
        "summit",
        "occurred",
        "KAZ KGZ UZB",
        "meeting",
    ),
    (
        "A meeting of the heads of the foreign ministries of Kazakhstan, Kyrgyzstan and Uzbekistan was held on Monday.",
        "meeting",
        "occurred",
        "KAZ KGZ UZB",
        "meeting",
    ),
    # turned down, left without an answer: the quote holds the word that tells it
    (
        "Russian President Vladimir Putin has declined to meet Georgian Foreign Minister Ilia Darchiashvili.",
        "contact_refused",
        "occurred",
        "RUS GEO",
        "declined",
    ),
    (
        "Palestinian President Mahmoud Abbas said that his efforts to meet with Israeli Prime Minister Benjamin "
        "Netanyahu had been rejected by the Israeli premier's office.",
        "contact_refused",
        "occurred",
        "PSE ISR",
        "rejected",
    ),
    (
        "Japan is yet to receive a response from South Korea to its invitation to Foreign Minister Park Jin.",
        "contact_unanswered",
        "occurred",
        "JPN KOR",
        "yet to receive",
    ),
    (
        "China blocked Australian legislators from attending the summit of trade ministers in Beijing.",
        "contact_refused",
        "occurred",
        "CHN AUS",
        "blocked",
    ),
    # agreements: sides that stand far behind the noun
    (
        "A memorandum on cooperation in science and technology between the Ministry of Education of Nepal and the "
        "Ministry of Education of Sri Lanka was signed in Kathmandu on Monday.",
        "agreement_signed",
        "occurred",
        "NPL LKA",
        "memorandum",
    ),
    (
        "Kazakhstan and China signed a memo of cooperation in Beijing on Monday.",
        "agreement_signed",
        "occurred",
        "KAZ CHN",
        "memo",
    ),
    # broken off, and steps that were taken
    (
        "Russia has suspended its Space Research Technical Co-operation Program with Germany.",
        "contact_suspended",
        "occurred",
        "RUS DEU",
        "suspended",
    ),
    (
        "The U.S. State Department took steps on Monday to impose visa restrictions on Nicaraguan officials.",
        "sanction",
        "occurred",
        "USA NIC",
        "impose",
    ),
    (
        "The U.S. Treasury Department has included two Nicaraguan judges in the sanctions list.",
        "sanction",
        "occurred",
        "USA NIC",
        "included",
    ),
    (
        "Bulgaria decided on Monday to declare two Russian diplomats persona non grata.",
        "expulsion_or_recall",
        "occurred",
        "BGR RUS",
        "decided",
    ),
    # the day is that of the talks that there will not be
    (
        "North Korea said that it was suspending its talks with South Korea scheduled for Friday.",
        "contact_suspended",
        "occurred",
        "PRK KOR",
        "suspending",
    ),
    (
        "Fourteen officials were expelled from the Bulgarian embassy in Moscow by Russia on Monday.",
        "expulsion_or_recall",
        "occurred",
        "BGR RUS",
        "expelled",
    ),
    # told to leave
    (
        "Nigeria announced on Monday the recall of its acting High Commissioner in Pretoria.",
        "expulsion_or_recall",
        "occurred",
        "NGA ZAF",
        "recall",
    ),
    (
        "On Monday he was summoned: Bulgarian diplomat Ivan Dimitrov had been declared persona non grata by Russia.",
        "expulsion_or_recall",
        "occurred",
        "BGR RUS",
        "persona non grata",
    ),
    (
        "Sweden cut its ties with Syria and ordered the Syrian diplomatic mission in Stockholm to leave within a week.",
        "expulsion_or_recall",
        "occurred",
        "SWE SYR",
        "ordered",
    ),
    (
        "The U.S. Treasury Department added Belarusian President Alexander Lukashenko to its list of specially "
        "designated nationals on Monday.",
        "sanction",
        "occurred",
        "USA BLR",
        "list",
    ),
]


@pytest.mark.parametrize(("text", "type", "status", "codes", "word"), CASES, ids=lambda v: str(v)[:40])
def test_told(text: str, type: str, status: str, codes: str, word: str) -> None:
    found = [e for e in events(text) if e.type == type]
    assert [(e.status, parties(e)) for e in found] == [(status, set(codes.split()))]
    assert word in found[0].evidence


# text, the events told: type and status in order
SEVERAL = [
    # a headline's infinitive lies ahead, under whatever noun the parse hangs it
    (
        "Iran, US delegations to meet in Rome\n\nMay 17, 2023\n\nThe weather in the city will be fair, and shops stay "
        "open for the whole of the week, the mayor said.",
        [("meeting", "planned")],
    ),
    # a call is not held on the journey that it tells of
    (
        "Prime Minister Narendra Modi had a telephone conversation with US President Joe Biden. Mr Biden recalled "
        "the visit of the Prime Minister to Washington in February.",
        [("phone_call", "occurred"), ("visit", "occurred")],
    ),
    (
        "Qin Gang, China's foreign minister, has postponed his visit to Pakistan. Both sides attach importance to the "
        "visit of Foreign Minister Qin Gang to Pakistan.",
        [("visit", "cancelled")],
    ),
    (
        "Iran and the United States held their fourth round of talks in Muscat on Monday. The next round will be held "
        "in Rome.",
        [("dialogue_round", "occurred"), ("dialogue_round", "planned")],
    ),
    (
        "Russian Foreign Minister Sergey Lavrov is expected to meet Kazakh Foreign Minister Murat Nurtleu. The sides "
        "will discuss trade. They will also discuss security. The 14th Forum of Border Regions of "
        "Kazakhstan and Russia will be held in Uralsk.",
        [("meeting", "planned"), ("dialogue_round", "planned")],
    ),
    (
        "Venezuelan President Nicolas Maduro gave the U.S. ambassador to Venezuela 72 hours to leave the country.",
        [("expulsion_or_recall", "occurred")],
    ),
    (
        "Negotiators of the European Union and Mercosur will hold another round of negotiations in Montevideo. A round "
        "of talks held in Brussels last week between the European Union and Mercosur ended without a deal.",
        [("dialogue_round", "planned"), ("dialogue_round", "occurred")],
    ),
    (
        "The 12th human rights dialogue between China and Australia was held in Canberra on Monday. Chinese Assistant "
        "Foreign Minister Nong Rong and Australian Deputy Secretary Justin Hayhurst met the press after the dialogue.",
        [("dialogue_round", "occurred")],
    ),
    (
        "Kazakh Foreign Minister Murat Nurtleu was received by Turkish President Recep Tayyip Erdogan in Ankara. They "
        "spoke of trade. They spoke of transport. The sixth meeting of the joint commission of Turkey and "
        "Kazakhstan was held on Monday.",
        [("meeting", "occurred"), ("dialogue_round", "occurred")],
    ),
    (
        "Moscow expelled five Swedish diplomats on Monday after Stockholm expelled five Russians in April.",
        [("expulsion_or_recall", "occurred"), ("expulsion_or_recall", "occurred")],
    ),
    # who spoke at a meeting did not telephone besides
    (
        "Armenian Foreign Minister Ararat Mirzoyan met Azerbaijani Foreign Minister Jeyhun Bayramov in Geneva on "
        "Monday. Mirzoyan also spoke with Bayramov about prisoners.",
        [("meeting", "occurred")],
    ),
    (
        "Saudi Arabia and Iran agreed to hold a meeting of their foreign ministers in Baghdad after five rounds of "
        "talks.",
        [("meeting", "planned")],
    ),
    # what was called off is none of what was held
    (
        "The United States and Cuba held their last migration talks in Havana in January 2023. The talks in April were "
        "postponed.",
        [("dialogue_round", "occurred"), ("dialogue_round", "cancelled")],
    ),
    (
        "Sri Lankan Foreign Minister Ali Sabry will meet Nepali Foreign Minister Narayan Prakash Saud at the joint "
        "commission meeting on Monday. A separate meeting of both foreign ministers is scheduled.",
        [("meeting", "planned"), ("meeting", "planned")],
    ),
    # what is welcomed or received need not be a guest; who is denied a visa attends nothing
    ("The United States, Britain and Norway welcomed the start of talks on the budget of South Sudan.", []),
    (
        "The United States denied visas to an Iranian delegation to attend the session of the UN General Assembly in "
        "New York.",
        [("contact_refused", "occurred")],
    ),
    (
        "North Korea's and Russia's deputy foreign ministers will hold political consultations in Moscow in September. "
        "The first round of the Russian-North Korean consultations was held in Pyongyang on May 3.",
        [("dialogue_round", "planned"), ("dialogue_round", "occurred")],
    ),
    (
        "South African President Cyril Ramaphosa visited Ghana on Monday. The inaugural sitting of the commission of "
        "South Africa and Ghana was held in Accra on Monday.",
        [("visit", "occurred"), ("dialogue_round", "occurred")],
    ),
    # a measure named by those who want it gone
    ("Cuba's foreign ministry called for lifting the sanctions imposed by the United States.", []),
    # talks are held through video, they are no call besides
    (
        "The consultations between the foreign ministries of Azerbaijan and Mongolia were held on Monday in the format "
        "of a video conference.",
        [("dialogue_round", "occurred")],
    ),
]


@pytest.mark.parametrize(("text", "told"), SEVERAL, ids=lambda v: str(v)[:40])
def test_told_apart(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.status) for e in events(text)] == told


def test_the_day_of_what_was_called_off_lay_ahead() -> None:
    text = "The Dutch parliament said that its delegation had cancelled its July visit to Russia."
    assert [(e.status, e.date) for e in events(text)] == [("cancelled", "2023-07")]


def test_a_sitting_that_was_called_off_breaks_off_no_talks() -> None:
    text = (
        "Russian Foreign Minister Sergey Lavrov said that the next session of talks between Russia and the United "
        "States had been scrapped."
    )
    assert "contact_suspended" not in {e.type for e in events(text)}


def test_a_call_has_not_the_days_of_a_journey_spoken_of() -> None:
    found = events(
        "Prime Minister Narendra Modi had a telephone conversation with US President Joe Biden. Mr Biden recalled "
        "the visit of the Prime Minister to Washington in February."
    )
    assert {e.type: e.date for e in found} == {"phone_call": None, "visit": "2023-02"}


def test_a_counterpart_is_that_of_who_was_told_of_before() -> None:
    (met,) = events(
        "French Foreign Minister Catherine Colonna warned of delays. The chief diplomat was disappointed after talks "
        "with British counterpart James Cleverly this week ended without a text."
    )
    assert (met.type, parties(met)) == ("meeting", {"FRA", "GBR"})
    assert met.confidence > 0.6


def test_telephone_contact_is_a_call() -> None:
    (call,) = events(
        "The grain corridor was discussed during telephone contact between Foreign Minister Mevlut Cavusoglu of Turkey "
        "and Foreign Minister Dmytro Kuleba of Ukraine on Tuesday."
    )
    assert (call.type, parties(call), call.date) == ("phone_call", {"TUR", "UKR"}, "2023-05-16")
