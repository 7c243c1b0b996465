"""Accords, rounds, summits and calls: the many ways of English to tell of them, and what only looks like one.

Every page is dated Wednesday, 12 June 2024.
"""

import pytest

from memcon import knowledge
from memcon.model import Document, Event
from memcon.reading import read


def events(text: str) -> tuple[Event, ...]:
    return read(Document(id="case", text=text, date="2024-06-12"), knowledge.load()).events


def told(event: Event) -> tuple[str, str]:
    codes = {c for p in event.participants for c in (p.party or "").split("|")}
    codes |= {c for side in (event.initiator, event.target) for c in (side or "").split("|")}
    return event.type, " ".join(sorted(codes - {""}))


# sentence, type, parties
CASES = [
    # idioms of agreeing and signing
    (
        "Egypt and Cyprus put pen to paper on a gas pipeline accord in Nicosia on Tuesday.",
        "agreement_signed",
        "CYP EGY",
    ),
    ("Baku and Ashgabat penned a memorandum of understanding on Tuesday.", "agreement_signed", "AZE TKM"),
    ("Israel and Lebanon hammered out a maritime border deal in October 2022.", "agreement_signed", "ISR LBN"),
    (
        "Presidents Shavkat Mirziyoyev and Emomali Rahmon affixed their signatures to the treaty on allied relations.",
        "agreement_signed",
        "TJK UZB",
    ),
    (
        "On April 19, Armenia and Azerbaijan agreed on the delimitation of a section of the border.",
        "agreement_signed",
        "ARM AZE",
    ),
    (
        "Guyana and Venezuela agreed on December 14, 2023, not to use force against one another.",
        "agreement_signed",
        "GUY VEN",
    ),
    (
        "The UK was the first to conclude a security cooperation agreement with Ukraine, on January 12.",
        "agreement_signed",
        "GBR UKR",
    ),
    (
        "In December 2022, the United States freed the arms dealer Viktor Bout in a prisoner swap with Russia.",
        "agreement_signed",
        "RUS USA",
    ),
    (
        "The minutes of the 21st meeting were signed by the Vietnamese and Cambodian foreign ministers.",
        "agreement_signed",
        "KHM VNM",
    ),
    ("Malaysia and Brunei exchanged notes on the demarcation of their land boundary.", "agreement_signed", "BRN MYS"),
    (
        "The free trade agreement between Oman and India is expected to be signed within weeks.",
        "agreement_signed",
        "IND OMN",
    ),
    (
        "Two trade agreements were on Monday morning inked between Rwanda and Guinea-Bissau in Kigali.",
        "agreement_signed",
        "GNB RWA",
    ),
    (
        "The Black Sea grain deal, brokered by Turkey and the UN, was signed by Russia and Ukraine in Istanbul on "
        "22 July 2022.",
        "agreement_signed",
        "RUS TUR UKR UN",
    ),
    # joint texts
    ("A joint declaration was signed by Xi Jinping and Kassym-Jomart Tokayev in Astana.", "joint_statement", "CHN KAZ"),
    (
        "Brazil, Colombia and Mexico in a joint note on Thursday called for the release of the tallies.",
        "joint_statement",
        "BRA COL MEX",
    ),
    ("G7 foreign ministers issued a joint statement on Friday condemning the seizure.", "joint_statement", "G7"),
    # rounds of standing bodies, and what people meet for
    ("India, China hold 30th meeting of border affairs mechanism in New Delhi", "dialogue_round", "CHN IND"),
    ("The eighth EU-Moldova Association Council met in Brussels on Tuesday.", "dialogue_round", "EU MDA"),
    (
        "The Nepal-India Joint Commission meeting is scheduled to be held in Kathmandu on July 4.",
        "dialogue_round",
        "IND NPL",
    ),
    (
        "The foreign ministers of Britain and Spain met in Brussels with Maros Sefcovic for a new round of "
        "negotiations on Gibraltar.",
        "dialogue_round",
        "ESP EU GBR",
    ),
    (
        "Olaf Scholz hosted Emmanuel Macron and Donald Tusk in Berlin on Friday for a Weimar Triangle summit.",
        "summit",
        "DEU FRA POL",
    ),
    (
        "The co-chairs of the Russian-Saudi intergovernmental commission, Alexander Novak and Abdulaziz bin Salman, "
        "met in Riyadh for its eighth session.",
        "dialogue_round",
        "RUS SAU",
    ),
    (
        "The fourth meeting of the state commissions on border delimitation of Armenia and Azerbaijan was held on "
        "Tuesday.",
        "dialogue_round",
        "ARM AZE",
    ),
    (
        "Consultations in the 2+2 format between the foreign and defence ministers of Italy and Russia were held in "
        "Rome on Monday.",
        "dialogue_round",
        "ITA RUS",
    ),
    ("India and New Zealand held their Foreign Office Consultations in Wellington.", "dialogue_round", "IND NZL"),
    ("The SCO heads of state council will meet in Astana on July 3 and 4.", "summit", "SCO"),
    # calls
    (
        "British Foreign Secretary David Cameron's call with Israeli Foreign Minister Israel Katz on Monday lasted "
        "40 minutes.",
        "phone_call",
        "GBR ISR",
    ),
    (
        "US Secretary of State Antony Blinken called up Indian Foreign Minister Subrahmanyam Jaishankar on Tuesday.",
        "phone_call",
        "IND USA",
    ),
    ("Fumio Kishida and Ferdinand Marcos Jr. spoke by phone late on Monday.", "phone_call", "JPN PHL"),
    ("Canadian Prime Minister Justin Trudeau rang Narendra Modi on Thursday.", "phone_call", "CAN IND"),
    ("Narendra Modi dialled Vladimir Putin on Wednesday to congratulate him.", "phone_call", "IND RUS"),
    (
        "King Abdullah of Jordan discussed aid deliveries with US President Joe Biden in a call on Monday.",
        "phone_call",
        "JOR USA",
    ),
    ("Vladimir Putin and Nikol Pashinyan exchanged views by telephone on Monday.", "phone_call", "ARM RUS"),
    ("G7 leaders held a virtual meeting on Sunday after Iran's attack on Israel.", "video_call", "G7"),
    # words in passing
    (
        "Volodymyr Zelenskyy and Viktor Orban had a short exchange in Buenos Aires at the inauguration.",
        "brief_encounter",
        "HUN UKR",
    ),
    ("Xi Jinping buttonholed Justin Trudeau at the G20 in Bali.", "brief_encounter", "CAN CHN"),
]


@pytest.mark.parametrize(("text", "type", "who"), CASES, ids=[c[0][:60] for c in CASES])
def test_told_in_many_ways(text: str, type: str, who: str) -> None:
    assert [told(e) for e in events(text)] == [(type, who)]


def test_a_summit_named_by_its_city_was_there() -> None:
    (summit,) = events(
        "At the Vilnius summit in July 2023, NATO leaders agreed that Ukraine's future is in the alliance."
    )
    assert summit.place is not None
    assert (summit.place.name, summit.place.country, summit.date) == ("Vilnius", "LTU", "2023-07")


def test_talks_on_a_country_are_not_there() -> None:
    (met,) = events("Vladimir Putin and Ebrahim Raisi met in Tehran on Tuesday for talks on Syria.")
    assert met.place is not None
    assert met.place.country == "IRN"


def test_a_meeting_that_ends_with_a_protocol_breaks_nothing_off() -> None:
    text = "The tenth meeting of the Azerbaijan-Georgia commission ended in Tbilisi with the signing of a protocol."
    assert "contact_suspended" not in {e.type for e in events(text)}


NOTHING = [
    "The mayors of Paris and Berlin issued a joint statement on cycling.",
    "Germany's coalition parties hammered out a compromise on the heating law.",
    "If Israel signs the ceasefire deal, Saudi Arabia may normalise ties.",
    "Colombian guerrillas and the army exchanged fire on Sunday.",
    "French unions and the government failed to reach a deal in Paris on Monday.",
    "A draft joint statement is still being negotiated by China and the Philippines.",
    "Under a 1951 mutual defence treaty, the United States is bound to defend the Philippines.",
    "Lionel Messi penned a two-year contract with Inter Miami.",
    "Any agreement between Armenia and Azerbaijan would have to respect territorial integrity.",
    "The coalition partners in Berlin came to an agreement on the budget on Tuesday.",
    "The German government called for restraint by Israel and Iran.",
    "Erdogan called Netanyahu a butcher.",
    "The parliamentary committee on foreign affairs met in Nairobi on Tuesday.",
    "The police received a phone call from a resident of Madrid on Tuesday.",
    "Vladimir Putin held a videoconference with regional governors.",
]


# So that every page is read, whatever its first sentence holds.
BESIDE = " The foreign ministers of France and Italy had no word on it, a diplomat at the embassy of Spain said."


@pytest.mark.parametrize("text", NOTHING, ids=[t[:60] for t in NOTHING])
def test_no_accord(text: str) -> None:
    assert not events(text + BESIDE)
