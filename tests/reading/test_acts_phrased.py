"""English acts in the many ways in which English tells them: turns of phrase, headlines, silences, what is called off.

Every page is dated Thursday, 18 May 2023.
"""

import pytest

from tests.reading.test_acts import events, parties

# sentence, type, who did it, on whom
PHRASED = [
    # turns of phrase
    ("China turned a cold shoulder to US overtures for military talks.", "contact_refused", "CHN", "USA"),
    ("Tehran slammed the door on direct talks with Washington, officials said.", "contact_refused", "IRN", "USA"),
    ("China pulled the plug on military dialogue with the United States.", "contact_suspended", "CHN", "USA"),
    ("Ottawa has hit the pause button on trade negotiations with New Delhi.", "contact_suspended", "CAN", "IND"),
    ("Turkey has put the talks with Sweden on the back burner.", "contact_suspended", "TUR", "SWE"),
    ("Azerbaijan has kept silent on Armenia's offer of a meeting.", "contact_unanswered", "ARM", "AZE"),
    (
        "Brazil's foreign minister Mauro Vieira gave the Israeli ambassador Daniel Zonshine a dressing-down.",
        "protest",
        "BRA",
        "ISR",
    ),
    ("Ecuador showed US ambassador Heather Hodges the door.", "expulsion_or_recall", "ECU", "USA"),
    ("Prague sent 18 Russian embassy staff packing over a blast.", "expulsion_or_recall", "CZE", "RUS"),
    # refused
    ("Niger's junta turned away a delegation from the United Nations.", "contact_refused", "NER", "UN"),
    ("North Korea said it would reject any contact or negotiations with Japan.", "contact_refused", "PRK", "JPN"),
    ("The Kremlin brushed aside Volodymyr Zelenskiy's call for a meeting.", "contact_refused", "RUS", "UKR"),
    ("Colombian President Gustavo Petro ruled out receiving Israel's envoy.", "contact_refused", "COL", "ISR"),
    ("The Kremlin refused to grant the Polish foreign minister a visa.", "contact_refused", "RUS", "POL"),
    # left without an answer
    ("Japan has received no response from North Korea to its proposal.", "contact_unanswered", "JPN", "PRK"),
    ("London has heard nothing from Tehran since it asked for a meeting.", "contact_unanswered", "GBR", "IRN"),
    ("New Delhi has not heard back from Beijing on its request for talks.", "contact_unanswered", "IND", "CHN"),
    (
        "Washington's outreach to Pyongyang was met with silence, White House press secretary Jen Psaki said.",
        "contact_unanswered",
        "USA",
        "PRK",
    ),
    ("Taipei's calls for dialogue with Beijing have fallen on deaf ears.", "contact_unanswered", "TWN", "CHN"),
    ("Mélanie Joly asked for a call with Wang Yi but never heard back.", "contact_unanswered", "CAN", "CHN"),
    ("The United Nations wrote to Damascus but never got a reply to its offer.", "contact_unanswered", "UN", "SYR"),
    # broken off, taken up again
    ("Mali's junta broke off its defence accords with France.", "contact_suspended", "MLI", "FRA"),
    ("Jordan lowered its diplomatic representation in Syria.", "contact_suspended", "JOR", "SYR"),
    (
        "Armenia has frozen its participation in the Russian-led CSTO, its foreign minister told Russian diplomats.",
        "contact_suspended",
        "ARM",
        "CSTO",
    ),
    ("Azerbaijan's embassy in Tehran resumed operations on Monday.", "contact_resumed", "AZE", "IRN"),
    # protests, expulsions
    ("Stockholm hauled in Iran's ambassador over the arrest.", "protest", "SWE", "IRN"),
    ("Chile called back its ambassador to Israel for consultations.", "expulsion_or_recall", "CHL", "ISR"),
    ("The UAE withdrew its diplomats from Lebanon in solidarity with Riyadh.", "expulsion_or_recall", "ARE", "LBN"),
    ("The expulsion of 15 Russian embassy employees from Denmark began.", "expulsion_or_recall", "DNK", "RUS"),
    ("New Delhi called Canada's high commissioner to the foreign ministry.", "protest", "IND", "CAN"),
    ("Algiers ordered 12 French officials out of the country.", "expulsion_or_recall", "DZA", "FRA"),
    # sanctions
    ("Canada targeted Myanmar's generals with fresh sanctions.", "sanction", "CAN", "MMR"),
    ("Sanctions on Belarus were agreed by the EU on Monday.", "sanction", "EU", "BLR"),
    (
        "Russia barred Fumio Kishida and 62 others from entering, the Russian foreign ministry said.",
        "sanction",
        "RUS",
        "JPN",
    ),
    ("Israel revoked the travel permit of Palestinian Foreign Minister Riyad al-Maliki.", "sanction", "ISR", "PSE"),
]


@pytest.mark.parametrize(("text", "type", "initiator", "target"), PHRASED, ids=[c[0][:60] for c in PHRASED])
def test_however_it_is_phrased(text: str, type: str, initiator: str, target: str) -> None:
    found = [(e.type, e.initiator, e.target) for e in events(text)]
    assert (type, initiator, target) in found, found


# headline, type, who did it, on whom: verbs that look like nouns
HEADLINES = [
    ("Rome summons French envoy over remarks", "protest", "ITA", "FRA"),
    ("Bolivia severs relations with Israel over Gaza war", "contact_suspended", "BOL", "ISR"),
    ("Sudan severs diplomatic ties with UAE, accusing it of aid to rebels", "contact_suspended", "SDN", "ARE"),
    ("Brussels adopts 14th sanctions package against Moscow", "sanction", "EU", "RUS"),
    ("Russia blacklists 36 more Britons, foreign ministry says", "sanction", "RUS", "GBR"),
]


@pytest.mark.parametrize(("text", "type", "initiator", "target"), HEADLINES, ids=[c[0][:60] for c in HEADLINES])
def test_a_headline_s_verb(text: str, type: str, initiator: str, target: str) -> None:
    assert [(e.type, e.initiator, e.target) for e in events(text)] == [(type, initiator, target)]


def test_ties_raised_to_ambassadors_are_taken_up_again() -> None:
    text = "Turkey and Egypt raised their diplomatic relations to the ambassadorial level on Tuesday."
    assert [(e.type, parties(e)) for e in events(text)] == [("contact_resumed", {"TUR", "EGY"})]


# sentence, type, status, parties
STATUS = [
    ("The summit between Narendra Modi and Vladimir Putin will not take place.", "summit", "cancelled", "IND RUS"),
    ("Iran's foreign minister pulled the plug on his visit to India.", "visit", "cancelled", "IRN IND"),
    ("Joe Biden is no longer planning to visit India, officials said.", "visit", "cancelled", "USA IND"),
    ("Emmanuel Macron will no longer travel to China because of the unrest.", "visit", "cancelled", "FRA CHN"),
    ("Mateusz Morawiecki scrapped plans to fly to Israel for the summit.", "visit", "cancelled", "POL ISR"),
    ("Joe Biden abandoned his trip to Colombia, the White House said.", "visit", "cancelled", "USA COL"),
    ("Vladimir Putin has accepted an invitation to visit North Korea.", "visit", "planned", "RUS PRK"),
    ("Joe Biden is slated to meet Ferdinand Marcos Jr. in Washington.", "meeting", "planned", "USA PHL"),
    ("Volodymyr Zelenskiy is heading to Berlin for talks with Olaf Scholz.", "meeting", "planned", "UKR DEU"),
    ("Beijing denied that Xi Jinping had called Joe Biden about tariffs.", "phone_call", "denied", "CHN USA"),
    ("Indonesia denied that President Joko Widodo would visit Israel.", "visit", "denied", "IDN ISR"),
]


@pytest.mark.parametrize(("text", "type", "status", "codes"), STATUS, ids=[c[0][:60] for c in STATUS])
def test_what_became_of_it(text: str, type: str, status: str, codes: str) -> None:
    found = [(e.type, e.status, parties(e)) for e in events(text)]
    assert (type, status, set(codes.split())) in found, found


NOTHING = [
    "Cutting ties with China would be a mistake, former Australian Prime Minister Paul Keating wrote.",
    "If Turkey does not comply, the United States may impose sanctions, experts warned.",
    "There is no plan to expel the Israeli ambassador, Irish Foreign Minister Micheal Martin said.",
    "Diplomats in Moscow and Kyiv doubt that a summit of Vladimir Putin and Volodymyr Zelenskiy will ever take place.",
    "The ambassador declined to comment on the talks between China and the Philippines.",
    "A US judge froze the assets of a Russian hacker, the American embassy in Moscow said.",
    "The British embassy in Bangkok will be closed on Monday for a public holiday in Thailand.",
    "The Polish foreign minister ignored calls for transparency from Brussels.",
    "Vox, a party of Spain's far right, demanded that Morocco's ambassador be summoned.",
    "London has stopped short of imposing sanctions on China over the spying case.",
    "Brazil's Supreme Court denied Jair Bolsonaro permission to travel to the United States.",
    "Western sanctions on Russia hurt Germany's industry, officials in Berlin said.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_happened(text: str) -> None:
    assert [(e.type, e.status) for e in events(text)] == []
