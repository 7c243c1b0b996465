"""English acts, one sentence each: agreements, breaks of contact, refusals, protests, expulsions, sanctions.

Every page is dated Thursday, 18 May 2023.
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


# sentence, type, who did it, on whom
BETWEEN = [
    # broken off and taken up again
    ("Algeria broke diplomatic relations with Morocco in August 2021.", "contact_suspended", "DZA", "MAR"),
    ("The African Union suspended Sudan in October 2021.", "contact_suspended", "AU", "SDN"),
    ("The Arab League readmitted Syria on May 7.", "contact_resumed", "LAS", "SYR"),
    ("Saudi Arabia reopened its embassy in Damascus on Tuesday.", "contact_resumed", "SAU", "SYR"),
    ("South Korea suspended a 2018 military pact with North Korea.", "contact_suspended", "KOR", "PRK"),
    ("India put the Indus Waters Treaty with Pakistan in abeyance.", "contact_suspended", "IND", "PAK"),
    ("The United Arab Emirates sent its ambassador back to Tehran.", "contact_resumed", "ARE", "IRN"),
    ("Honduras's decision to cut ties with Taiwan drew criticism.", "contact_suspended", "HND", "TWN"),
    ("Mexico announced the suspension of diplomatic ties with Ecuador.", "contact_suspended", "MEX", "ECU"),
    ("Morocco declared the severance of its relations with Iran.", "contact_suspended", "MAR", "IRN"),
    # refused
    ("Israel denied entry to EU foreign policy chief Josep Borrell.", "contact_refused", "ISR", "EU"),
    ("Beijing has refused to resume military talks with the United States.", "contact_refused", "CHN", "USA"),
    ("Israel said it would not allow the Turkish foreign minister to visit Ramallah.", "contact_refused", "ISR", "TUR"),
    ("China disinvited the EU's foreign policy chief, Josep Borrell.", "contact_refused", "CHN", "EU"),
    ("Peru withdrew its invitation to Nicolas Maduro in February 2018.", "contact_refused", "PER", "VEN"),
    ("Iran's foreign ministry said Tehran had no intention of talking to Washington.", "contact_refused", "IRN", "USA"),
    ("Ireland's government refused to take calls from the Israeli embassy.", "contact_refused", "IRL", "ISR"),
    # left without an answer
    ("North Korea has yet to respond to Washington's offer of dialogue.", "contact_unanswered", "USA", "PRK"),
    ("Pyongyang has not responded to Seoul's offer of talks.", "contact_unanswered", "KOR", "PRK"),
    ("Seoul's letter to Pyongyang remained unanswered, officials said.", "contact_unanswered", "KOR", "PRK"),
    ("The Chinese ministry left Washington's request for a call unanswered.", "contact_unanswered", "USA", "CHN"),
    ("Ankara is still waiting for a reply from Athens to its invitation.", "contact_unanswered", "TUR", "GRC"),
    # protests
    ("The French ambassador in Baku was summoned to the foreign ministry.", "protest", "AZE", "FRA"),
    ("Russia's ambassador to Berlin was called in on Wednesday.", "protest", "DEU", "RUS"),
    ("India summoned Canada's deputy high commissioner on Monday.", "protest", "IND", "CAN"),
    ("Poland handed the Russian ambassador a protest note.", "protest", "POL", "RUS"),
    ("Kathmandu sent a note verbale to New Delhi over the road.", "protest", "NPL", "IND"),
    ("Beijing lodged solemn representations with Seoul on Friday.", "protest", "CHN", "KOR"),
    ("Japan protested to Russia over the military drills.", "protest", "JPN", "RUS"),
    ("Ecuador's foreign ministry handed Mexico's ambassador a note of protest.", "protest", "ECU", "MEX"),
    ("The British ambassador was summoned to Russia's foreign ministry on Monday.", "protest", "RUS", "GBR"),
    ("The Thai envoy was summoned to the Ministry of Foreign Affairs of Cambodia.", "protest", "KHM", "THA"),
    ("Paris responded with an urgent summons of the Chinese ambassador.", "protest", "FRA", "CHN"),
    (
        "The foreign ministry summoned the Belarusian ambassador. Latvia chooses its own friends.",
        "protest",
        "LVA",
        "BLR",
    ),
    # told to leave, called home, closed
    ("Burkina Faso asked France to withdraw its ambassador.", "expulsion_or_recall", "BFA", "FRA"),
    ("The US ordered China to close its consulate in Houston in July 2020.", "expulsion_or_recall", "USA", "CHN"),
    ("Niger gave the French ambassador 48 hours to leave.", "expulsion_or_recall", "NER", "FRA"),
    ("Moldova's government told Russia to cut its embassy staff by 45.", "expulsion_or_recall", "MDA", "RUS"),
    ("Lithuania closed its embassy in Beijing.", "expulsion_or_recall", "LTU", "CHN"),
    ("Ukraine's ambassador to Hungary was recalled.", "expulsion_or_recall", "UKR", "HUN"),
    ("Norway expelled 15 Russian intelligence officers in April.", "expulsion_or_recall", "NOR", "RUS"),
    ("India withdrew its high commissioner from Canada.", "expulsion_or_recall", "IND", "CAN"),
    ("Turkey called home its ambassador to Israel for consultations.", "expulsion_or_recall", "TUR", "ISR"),
    ("The Czechs gave 60 Russian diplomats until the end of May to leave.", "expulsion_or_recall", "CZE", "RUS"),
    # sanctions
    ("Japan has added 25 Russian individuals to its sanctions list.", "sanction", "JPN", "RUS"),
    ("Britain sanctioned 86 people and entities linked to Russia.", "sanction", "GBR", "RUS"),
    ("Canada froze the assets of Russian officials, the Canadian foreign ministry said.", "sanction", "CAN", "RUS"),
    ("Russia barred Joe Biden from entering, the Russian foreign ministry said.", "sanction", "RUS", "USA"),
    ("The United States has revoked the visas of Nicaraguan officials, diplomats said.", "sanction", "USA", "NIC"),
    ("The EU extended sanctions on Myanmar for another year.", "sanction", "EU", "MMR"),
]


@pytest.mark.parametrize(("text", "type", "initiator", "target"), BETWEEN, ids=[c[0][:60] for c in BETWEEN])
def test_one_party_on_another(text: str, type: str, initiator: str, target: str) -> None:
    found = [(e.type, e.initiator, e.target) for e in events(text)]
    assert (type, initiator, target) in found, found


TOGETHER = [
    ("Russia and Ukraine carried out another prisoner exchange on Saturday.", "RUS UKR"),
    ("India and Sri Lanka exchanged seven memoranda of understanding in Colombo.", "IND LKA"),
    ("Somalia and Ethiopia agreed in Ankara in December to end their dispute.", "SOM ETH"),
    ("India and China reached an understanding on patrols along the border in October.", "IND CHN"),
    ("Serbia and Kosovo agreed on a roadmap in Ohrid on March 18.", "SRB XKX"),
    ("President Donald Trump forced Ukraine to sign a minerals agreement in April.", "USA UKR"),
]


@pytest.mark.parametrize(("text", "who"), TOGETHER, ids=[c[0][:60] for c in TOGETHER])
def test_agreed_together(text: str, who: str) -> None:
    assert [parties(e) for e in events(text) if e.type == "agreement_signed"] == [set(who.split())]


def test_a_statement_of_two_governments_is_joint() -> None:
    text = "The foreign ministers of Australia and Canada called in a statement for a ceasefire."
    assert [(e.type, parties(e)) for e in events(text)] == [("joint_statement", {"AUS", "CAN"})]


NO_ACT = [
    "A ceasefire between Israel and Hamas could begin soon, Egyptian officials said.",
    "Several American companies have signed agreements with Saudi Arabia's oil ministry.",
    "No agreement was signed by France and Algeria, diplomats said.",
    "Iran refused to sign the agreement with the United States.",
    "Washington ordered its diplomats to leave Ukraine in February 2022.",
    "The Chinese foreign ministry did not respond to calls from American reporters.",
    "Talks between London and Brussels ended on Friday, officials from Britain and the EU said.",
    "Ethiopia and Egypt failed to reach an agreement on the dam.",
    "President Joe Biden lifted sanctions on Venezuela.",
    "Russia filed a complaint against Ukraine with the court in The Hague.",
]
ACTS = {"agreement_signed", "contact_suspended", "sanction", "protest", "expulsion_or_recall", "contact_unanswered"}


@pytest.mark.parametrize("text", NO_ACT)
def test_no_act(text: str) -> None:
    assert [e.type for e in events(text) if e.type in ACTS] == []


def test_an_envoy_called_home_is_no_envoy_sent_home() -> None:
    text = "Latvia expelled the Russian ambassador on Monday. Latvia also recalled its ambassador from Russia."
    assert [(e.type, e.initiator, e.target) for e in events(text)] == [("expulsion_or_recall", "LVA", "RUS")] * 2


def test_an_answer_in_kind_is_an_act_of_its_own() -> None:
    text = "Germany expelled 40 Russian diplomats in April 2022. Russia expelled 40 German diplomats that month."
    assert {(e.initiator, e.target) for e in events(text)} == {("DEU", "RUS"), ("RUS", "DEU")}
