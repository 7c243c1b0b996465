"""A record of real diplomacy for the questions, in readings written for these tests.

The defence channel of the US and China from 2022 to 2024, a yearly dialogue of the UK and the US, and a plan of the UK
and Viet Nam: contacts, refusals, claims, promises and mechanisms with known answers.
"""

from memcon.model import Amount, Claim, Commitment, Document, Mechanism, Participant, Reading, Statement, Tenure
from tests.merging.factory import event, reading, who


def minister(name: str, party: str, role: str) -> Participant:
    return Participant(name=name, role=role, party=party)


AUSTIN = minister("Lloyd Austin", "USA", "Secretary of Defense")
WEI = minister("Wei Fenghe", "CHN", "Minister of National Defense")
LI = minister("Li Shangfu", "CHN", "Minister of National Defense")
DONG = minister("Dong Jun", "CHN", "Minister of National Defense")


def document(name: str, read: Reading, outlet: str | None = None, url: str | None = None) -> tuple[Document, Reading]:
    told = [
        item.evidence for kind in ("events", "statements", "commitments", "mechanisms") for item in getattr(read, kind)
    ]
    text = f"{name}: the text of the document. {'. '.join(told)}"
    return Document(id=name, text=text, outlet=outlet, url=url), read


def met(kind: str, *people: Participant, date: str | None, quote: str, **more: object) -> object:
    made = event(kind, date=date, evidence=quote, **more)
    return type(made)(**{f: getattr(made, f) for f in made.__struct_fields__} | {"participants": people})


def defence() -> list[tuple[Document, Reading]]:
    siem_reap = met("meeting", AUSTIN, WEI, date="2022-11-22", at="Siem Reap, KHM", quote="the two met in Siem Reap")
    refused = met(
        "contact_refused", LI, AUSTIN, date="2023-05", initiator="CHN", target="USA", quote="declined the request"
    )
    sanction = met(
        "sanction",
        Participant(party="USA"),
        LI,
        date="2018-09-20",
        initiator="USA",
        target="CHN",
        quote="put Li on the list",
    )
    shook = met("brief_encounter", AUSTIN, LI, date="2023-06-02", at="Singapore, SGP", quote="shook hands at dinner")
    call = met("video_call", AUSTIN, DONG, date="2024-04-16", quote="spoke by video", first_since="P17M")
    claim = Claim(
        kind="first_since",
        interval="P17M",
        participants=(AUSTIN, DONG),
        evidence="the first talks in 17 months",
    )
    usa = Statement(
        speaker="Lloyd Austin",
        party="USA",
        topics=("South China Sea", "military communication"),
        stance="supports",
        evidence="Austin stressed freedom of navigation",
    )
    chn = Statement(
        speaker="Dong Jun",
        party="CHN",
        topics=("South China Sea", "Taiwan"),
        stance="opposes",
        evidence="Dong warned over Taiwan",
    )
    tenure = Tenure(
        person="Dong Jun", office="defence_minister", party="CHN", since="2023-12", evidence="appointed in December"
    )
    return [
        document("asean-2022", reading("asean-2022", siem_reap, date="2022-11-23"), outlet="Reuters"),
        document("refusal-2023", reading("refusal-2023", refused, sanction, date="2023-05-30"), outlet="Reuters"),
        document("singapore-2023", reading("singapore-2023", shook, date="2023-06-03"), outlet="AFP"),
        document(
            "pentagon-2024",
            reading("pentagon-2024", call, date="2024-04-16", statements=(usa,), claims=(claim,)),
            url="https://www.defense.gov/readout",
        ),
        document(
            "beijing-2024",
            reading(
                "beijing-2024",
                met("video_call", AUSTIN, DONG, date="2024-04-16", quote="通话"),
                date="2024-04-16",
                statements=(chn,),
                tenures=(tenure,),
            ),
            outlet="Xinhua",
        ),
    ]


def dialogue() -> list[tuple[Document, Reading]]:
    round_ = event(
        "dialogue_round",
        "David Lammy@GBR",
        "Antony Blinken@USA",
        date="2024-09-10/2024-09-11",
        at="London, GBR",
        mechanism="UK-US Strategic Dialogue",
        evidence="opened the dialogue",
    )
    yearly = Mechanism(
        name="UK-US Strategic Dialogue",
        parties=("GBR", "USA"),
        cadence="annual",
        state="launched",
        evidence="to be held yearly",
    )
    return [document("london-2024", reading("london-2024", round_, date="2024-09-11", mechanisms=(yearly,)))]


def plan() -> list[tuple[Document, Reading]]:
    call = event("phone_call", "Bùi Thanh Sơn@VNM", "David Lammy@GBR", date="2024-12-20", evidence="spoke by telephone")
    action = Mechanism(
        name="Viet Nam - UK Action Plan for 2024-26",
        parties=("VNM", "GBR"),
        period="2024/2026",
        evidence="the Action Plan",
    )
    aid = Commitment(
        by="GBR",
        to="UKR",
        what="military aid every year",
        amount=Amount(value=3e9, currency="GBP"),
        evidence="£3 billion a year",
    )
    again = Commitment(
        by="GBR",
        to="UKR",
        what="yearly military aid",
        amount=Amount(value=3e9, currency="GBP"),
        evidence="three billion",
    )
    missiles = Commitment(
        by="GBR",
        to="UKR",
        what="650 missiles",
        amount=Amount(value=162e6, currency="GBP"),
        due="2024-12",
        evidence="£162m",
    )
    return [
        document(
            "hanoi-2024", reading("hanoi-2024", call, date="2024-12-20", mechanisms=(action,), commitments=(aid,))
        ),
        document("kyiv-2024", reading("kyiv-2024", date="2024-09-11", commitments=(again, missiles))),
    ]


def talks(*dates: str, name: str = "talks") -> list[tuple[Document, Reading]]:
    """Contacts of France and Germany on some dates, one document each."""
    return [
        document(f"{name}-{d}", reading(f"{name}-{d}", event("meeting", "FRA", "DEU", date=d), date=d)) for d in dates
    ]


def everything() -> list[tuple[Document, Reading]]:
    return [*defence(), *dialogue(), *plan()]


__all__ = ["defence", "dialogue", "document", "everything", "met", "plan", "talks", "who"]
