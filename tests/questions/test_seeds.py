"""The dossiers tell the story of the five seed documents."""

from memcon.questions import Record
from tests import reference

pytestmark = reference.needed


def test_the_defence_channel_of_china_and_the_united_states(empty: Record) -> None:
    empty.add_all(reference.documents("seeds"))
    d = empty.dossier("China", "United States", as_of="2025-01-01")
    kinds = [(e.type, (e.date or "")[:4]) for e in d.timeline if e.date]
    refusals = [i for i, (kind, _) in enumerate(kinds) if kind in ("contact_refused", "contact_unanswered")]
    assert kinds[0] == ("meeting", "2022")
    assert kinds[-1] == ("video_call", "2024")
    assert refusals
    assert all(kinds[i][1] == "2023" for i in refusals)
    ministers = [h.name for h in d.holders if (h.party, h.office) == ("CHN", "defence_minister")]
    assert ministers == ["Wei Fenghe", "Li Shangfu", "Dong Jun"]
    (claim,) = [c for c in d.claims if c.claim.interval == "P18M"]
    assert claim.verdict == "holds"
    assert [e.date for e in claim.support] == ["2022-11"]
    assert any(s.type == "sanction" for b in d.breaks for s in b.behind)


def test_the_annual_dialogue_of_the_united_kingdom_and_the_united_states(empty: Record) -> None:
    empty.add_all(reference.documents("seeds"))
    (life,) = empty.dossier("GBR", "USA", as_of="2025-01-01").mechanisms
    assert (life.next_due, life.basis, life.state) == ("2025-09", "stated", "active")
    assert len(life.documents) == 2
    assert empty.mechanisms("GBR", "USA", as_of="2025-10-01")[0].state == "overdue"


def test_the_action_plan_of_the_united_kingdom_and_viet_nam(empty: Record) -> None:
    empty.add_all(reference.documents("seeds"))
    states = {}
    for day in ("2026-12-31", "2027-01-01"):
        lives = empty.dossier("GBR", "VNM", as_of=day).mechanisms
        states[day] = next(m.state for m in lives if m.period == "2024/2026")
    assert states == {"2026-12-31": "active", "2027-01-01": "run out"}
