"""English events in the words of many newsrooms: which contacts a sentence tells, of which type and between whom."""

import pytest

from memcon.knowledge import load
from memcon.model import Document
from memcon.reading import read

# what is told, as type and parties; the sentence, on a page of 12 June 2024
TOLD = [
    ("meeting AZE KAZ", "Presidents Kassym-Jomart Tokayev and Ilham Aliyev held a tete-a-tete in Astana on Monday."),
    ("meeting RUS UN", "UN Secretary-General Antonio Guterres sat down with Vladimir Putin at the Kremlin on Monday."),
    ("meeting CHN MYS", "Malaysian Foreign Minister Mohamad Hasan paid a courtesy call to Chinese Premier Li Qiang."),
    ("meeting KHM VNM", "Prime Minister Pham Minh Chinh hosted a banquet for Cambodian Prime Minister Hun Manet."),
    (
        "meeting IDN NLD",
        "Dutch Prime Minister Mark Rutte spoke with Indonesian President Joko Widodo in Bogor on Monday.",
    ),
    ("phone_call IDN NLD", "Dutch Prime Minister Mark Rutte spoke with Indonesian President Joko Widodo on Monday."),
    ("visit USA VNM", "US Treasury Secretary Janet Yellen touched down in Hanoi on Thursday."),
    ("visit CHN POL", "Polish President Andrzej Duda sets off for China on Saturday."),
    ("visit DEU NAM", "German Foreign Minister Annalena Baerbock heads to Namibia next week."),
    ("visit AUS VUT", "Australian Foreign Minister Penny Wong led a delegation to Vanuatu this week."),
    ("protest ESP ISR", "Israeli FM Israel Katz summons Spanish ambassador"),
    ("dialogue_round CHN USA", "US, China hold talks on Taiwan in Geneva on Monday"),
    (
        "meeting IRN UZB; meeting PAK UZB; meeting RUS UZB",
        "Uzbek Foreign Minister Bakhtiyor Saidov held separate meetings with the Foreign Minister of Iran Hossein "
        "Amir-Abdollahian, the Foreign Minister of Russia Sergey Lavrov and the Minister of State of Pakistan Hina "
        "Rabbani Khar.",
    ),
    (
        "meeting EST RWA; meeting HUN RWA; meeting POL RWA",
        "Rwandan Foreign Minister Olivier Nduhungirehe held bilateral meetings with his peers, among them Margus "
        "Tsahkna, Minister of Foreign Affairs of Estonia; Peter Szijjarto, Minister of Foreign Affairs of Hungary; "
        "and Radek Sikorski, Minister of Foreign Affairs of Poland.",
    ),
    (
        "meeting COD KEN; meeting KEN RWA",
        "President William Ruto of Kenya met several heads of state including Paul Kagame (Rwanda) and Felix "
        "Tshisekedi (DR Congo).",
    ),
    (
        "visit JPN SAU",
        "Japanese Prime Minister Fumio Kishida cancels Saudi trip over quake warning, aides say on Friday",
    ),
    (
        "visit FRA MAR",
        "French President Emmanuel Macron has accepted an invitation from King Mohammed VI for a state visit to "
        "Morocco in July.",
    ),
    ("", "India beat Pakistan when the two sides met in New York on Sunday, while their embassies cheered."),
    ("", "French President Emmanuel Macron met with German-born artists at the Elysee on Monday, the embassy said."),
    ("", "Officials in Warsaw hope that Ukraine and Hungary will talk to each other one day."),
    ("", "The Canadian delegation was led by Foreign Minister Melanie Joly to the surprise of the press in Germany."),
]


@pytest.mark.parametrize(("told", "text"), TOLD, ids=lambda v: v[:60])
def test_what_is_told(told: str, text: str) -> None:
    found = read(Document(id="t", text=text, date="2024-06-12"), load()).events
    kinds = sorted(" ".join([e.type, *sorted({p.party for p in e.participants if p.party})]) for e in found)
    assert kinds == [kind for kind in told.split("; ") if kind]


def test_the_day_on_which_somebody_told_of_a_meeting_is_no_second_meeting() -> None:
    text = (
        "US Secretary of State Antony Blinken held talks with Israeli Prime Minister Benjamin Netanyahu in Jerusalem "
        "on Monday, the State Department said on Tuesday."
    )
    found = read(Document(id="t", text=text, date="2024-06-12"), load()).events
    assert [(e.type, e.date) for e in found] == [("meeting", "2024-06-10")]


def test_a_meeting_held_with_others_is_not_the_one_that_is_planned() -> None:
    text = (
        "British Prime Minister Keir Starmer will meet US officials in the autumn. US Secretary of State Antony "
        "Blinken met Keir Starmer, who spoke of trade."
    )
    found = read(Document(id="t", text=text, date="2024-06-12"), load()).events
    assert sorted((e.type, e.status) for e in found) == [("meeting", "occurred"), ("meeting", "planned")]
