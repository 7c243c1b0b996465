"""From texts to dossiers, the whole way: what the readings of a few pages tell once they stand in one record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon import read
from memcon.model import Document
from memcon.questions import Record
from tests import reference

PAGES = {
    "handshake": """2 June 2023

US Defense Secretary Lloyd Austin shook hands with Chinese Defence Minister Li Shangfu in Singapore on Friday.

On 29 May 2023 China rejected an American request for talks.
""",
    "call": """16 April 2024

Lloyd Austin, the US Defense Secretary, held a video call with Chinese Defence Minister Dong Jun on Tuesday, the first \
talks between the two countries' defence chiefs in almost 18 months.

Austin met Chinese Defence Minister Wei Fenghe in Cambodia in November 2022.
""",
    "dialogue": """11 September 2024

British Foreign Secretary David Lammy and US Secretary of State Antony Blinken held the UK-US Strategic Dialogue in \
London on 10 September 2024. The UK-US Strategic Dialogue is to be held annually.
""",
    "plan": """20 December 2024

Vietnamese Foreign Minister Bui Thanh Son spoke by phone with British Foreign Secretary David Lammy on Friday. The two \
agreed to carry out the Vietnam-UK Action Plan for 2024-26.
""",
}


@pytest.fixture(scope="module", params=["own", "seeds"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of our own pages, and one of the seed texts where they lie beside the repository."""
    pages = dict(PAGES)
    if request.param == "seeds":
        folder = reference.SHARED / "seeds"
        if not folder.is_dir():
            pytest.skip("the seed texts are not at hand")
        pages = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    with Record(Path(tmp_path_factory.mktemp("story")) / "memcon.db") as record:
        documents = [Document(id=name, text=text) for name, text in pages.items()]
        record.add_all((d, read(d)) for d in documents)
        yield record


def test_the_defence_channel_of_china_and_the_united_states(told: Record) -> None:
    d = told.dossier("China", "United States", as_of="2025-01-01")
    kinds = {e.type: (e.date or "")[:4] for e in d.timeline}
    assert (kinds["meeting"], kinds["brief_encounter"], kinds["video_call"]) == ("2022", "2023", "2024")
    assert any(b.entry.type == "contact_refused" for b in d.breaks)
    ministers = [h.name for h in d.holders if (h.party, h.office) == ("CHN", "defence_minister")]
    assert ministers == ["Wei Fenghe", "Li Shangfu", "Dong Jun"]
    (claim,) = [c for c in d.claims if c.claim.interval == "P18M"]
    assert claim.verdict == "holds"
    assert [(e.date or "")[:7] for e in claim.support] == ["2022-11"]


def test_the_annual_dialogue_falls_due(told: Record) -> None:
    (life,) = [m for m in told.dossier("GBR", "USA", as_of="2025-01-01").mechanisms if m.cadence]
    assert (life.next_due, life.basis, life.state) == ("2025-09", "stated", "active")
    (life,) = [m for m in told.mechanisms("GBR", "USA", as_of="2025-10-01") if m.cadence]
    assert life.state == "overdue"


def test_the_action_plan_runs_out(told: Record) -> None:
    states = {}
    for day in ("2026-12-31", "2027-01-01"):
        lives = told.dossier("GBR", "VNM", as_of=day).mechanisms
        states[day] = next(m.state for m in lives if m.period)
    assert states == {"2026-12-31": "active", "2027-01-01": "run out"}
    assert [e.type for e in told.timeline("GBR", "VNM", since="2024-12")][:1] == ["phone_call"]


def test_every_entry_and_promise_leads_to_words_in_its_texts(told: Record) -> None:
    for entry in told.timeline():
        for source in entry.sources:
            text = told.show(source.document).document.text
            assert all(text[q.start : q.end] == q.quote for q in source.quotes)
