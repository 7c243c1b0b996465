"""Four documents with readings: two reports of one call, a meeting, and a page without diplomacy."""

from memcon.model import Claim, Commitment, Document, Mechanism, Reading, Statement
from tests.merging.factory import event, reading, who

WASHINGTON = "President Biden spoke with President Xi Jinping on April 2, 2024 and raised Taiwan."
BEIJING = "2024年4月2日，国家主席习近平同美国总统拜登通电话。"
BLINKEN = "Secretary Blinken met Foreign Minister Wang Yi in Beijing on April 26, 2024. Phạm Minh Chính was not there."
FOOTBALL = "The home side won on penalties."


def washington() -> tuple[Document, Reading]:
    call = event("phone_call", "Biden@USA", "Xi Jinping@CHN", date="2024-04-02", evidence=WASHINGTON[:68])
    said = Statement(speaker="Joe Biden", party="USA", about="Taiwan", evidence="raised Taiwan")
    first = Claim(
        kind="first_since", interval="P4M", type="phone_call", participants=who("USA", "CHN"), evidence="spoke"
    )
    return (
        Document(id="washington", text=WASHINGTON, outlet="White House", url="https://example.org/w"),
        reading(
            "washington",
            call,
            date="2024-04-02",
            date_basis="stated",
            languages=("en",),
            statements=(said,),
            claims=(first,),
        ),
    )


def beijing() -> tuple[Document, Reading]:
    call = event(
        "phone_call", "Joe Biden@USA", "Xi Jinping@CHN", date="2024-04-02", evidence="习近平同美国总统拜登通电话"
    )
    return (
        Document(id="beijing", text=BEIJING, outlet="Xinhua"),
        reading("beijing", call, date="2024-04-02", languages=("zh-Hans",)),
    )


def blinken() -> tuple[Document, Reading]:
    met = event(
        "meeting", "Antony Blinken@USA", "Wang Yi@CHN", date="2024-04-26", at="Beijing, CHN", evidence=BLINKEN[:45]
    )
    promise = Commitment(by="USA|CHN", what="hold talks on artificial intelligence", due="2024-05", evidence="met")
    talks = Mechanism(
        name="US-China talks on AI", parties=("USA", "CHN"), next="2024-05", state="planned", evidence="met"
    )
    return (
        Document(id="blinken", text=BLINKEN),
        reading("blinken", met, date="2024-04-26", languages=("en",), commitments=(promise,), mechanisms=(talks,)),
    )


def football() -> tuple[Document, Reading]:
    return Document(id="football", text=FOOTBALL), reading("football", date=None, languages=("en",))


def everything() -> list[tuple[Document, Reading]]:
    return [washington(), beijing(), blinken(), football()]
