import pytest

from memcon.errors import NotInRecord, RecordError
from memcon.model import Amount, Claim, Commitment, Document, Mechanism, Naming, Reading
from memcon.questions import Record
from tests.merging.factory import event, reading
from tests.questions import record_samples
from tests.questions.record_samples import document, talks

SUM = Amount(value=3e9, currency="GBP")


def test_a_dossier_tells_the_story_of_a_channel(record: Record) -> None:
    d = record.dossier("China", "United States", as_of="2024-06-01")
    assert [(e.type, e.date) for e in d.timeline] == [
        ("sanction", "2018-09-20"),
        ("meeting", "2022-11-22"),
        ("contact_refused", "2023-05"),
        ("brief_encounter", "2023-06-02"),
        ("video_call", "2024-04-16"),
    ]
    assert [(x.level, x.channel, x.entry.date) for x in d.last] == [
        ("ministers", "in person", "2022-11-22"),
        ("ministers", "call", "2024-04-16"),
        ("ministers", "in passing", "2023-06-02"),
    ]
    assert (d.gap.days, d.gap.contacts) == (46, 3)
    assert [h.name for h in d.holders if h.party == "CHN" and h.office == "defence_minister"] == [
        "Wei Fenghe",
        "Li Shangfu",
        "Dong Jun",
    ]
    (refusal,) = d.breaks
    assert refusal.state == "answered"  # by the successor in the same office, not by the handshake
    assert refusal.answered is not None
    assert refusal.answered.date == "2024-04-16"
    assert [s.type for s in refusal.behind] == ["sanction"]
    assert d.coverage.documents == 5
    assert dict(d.coverage.outlets)["Reuters"] == 2


def test_a_dossier_before_the_call_still_waits_for_an_answer(record: Record) -> None:
    d = record.dossier("CHN", "USA", as_of="2024-01-01")
    assert d.breaks[0].state == "open"
    assert [(w.entry.type, w.days) for w in d.awaited] == [("contact_refused", 215)]
    assert "video_call" not in {e.type for e in d.timeline}


def test_a_dossier_of_one_party_is_refused(record: Record) -> None:
    with pytest.raises(RecordError, match="two different"):
        record.dossier("China", "CHN", as_of="2024-01-01")


def test_nothing_read_is_not_no_contact(record: Record) -> None:
    d = record.dossier("FRA", "BRA", as_of="2024-01-01")
    assert (d.coverage.documents, d.gap.days, d.timeline) == (0, None, ())


@pytest.mark.parametrize(
    ("dates", "as_of", "quiet"),
    [
        (("2024-01-10", "2024-02-10", "2024-03-10"), "2024-04-01", False),
        (("2024-01-10", "2024-02-10", "2024-03-10"), "2024-06-10", True),
        (("2024-01-10", "2024-02-10", "2024-09-10"), "2025-01-10", False),  # it has been silent for longer before
        (("2024-01-10", "2024-02-10"), "2026-01-01", False),  # two contacts are no habit
        (
            ("2024-01-10", "2024-02-10", "2024-03-10", "2024-08-10"),
            "2024-06-10",
            True,
        ),  # what comes later does not count
    ],
)
def test_a_pair_is_quiet_against_its_own_habit(empty: Record, dates: tuple[str, ...], as_of: str, quiet: bool) -> None:
    empty.add_all([*talks(*dates), _elsewhere("2024-05-20")])
    found = empty.silences(as_of=as_of).quiet
    assert bool(found) is quiet
    assert all(q.parties == ("DEU", "FRA") for q in found)


def _elsewhere(day: str) -> tuple[Document, Reading]:
    """France meets someone else: the sources are not silent."""
    return document("elsewhere", reading("elsewhere", event("meeting", "FRA", "ITA", date=day), date=day))


def test_a_silence_of_the_sources_is_no_silence_of_the_two(empty: Record) -> None:
    empty.add_all(talks("2024-01-10", "2024-02-10", "2024-03-10"))
    assert empty.silences(as_of="2025-01-01").quiet == ()
    empty.add_all([_elsewhere("2024-05-20")])
    (quiet,) = empty.silences(as_of="2025-01-01").quiet
    assert quiet.read_since == 1
    assert empty.silences("FRA", "DEU", as_of="2025-01-01").quiet == (quiet,)


def test_a_visit_and_its_meetings_are_one_occasion(empty: Record) -> None:
    empty.add_all(talks("2024-01-10", "2024-01-11", "2024-01-12", "2024-05-10"))
    gap = empty.dossier("FRA", "DEU", as_of="2024-06-01").gap
    assert (gap.contacts, gap.median, gap.unusual) == (2, 119.0, None)


def test_silences_name_overdue_mechanisms_and_open_requests(record: Record) -> None:
    found = record.silences("USA", as_of="2025-11-01")
    assert [(m.name, m.state) for m in found.mechanisms] == [("UK-US Strategic Dialogue", "overdue")]
    assert record.silences("USA", as_of="2024-01-01").awaited[0].entry.type == "contact_refused"
    assert record.silences("VNM", as_of="2025-11-01").mechanisms == ()


@pytest.mark.parametrize(
    ("as_of", "state"), [("2024-12-01", "active"), ("2025-09-15", "due"), ("2025-10-01", "overdue")]
)
def test_a_yearly_dialogue_falls_due_a_year_later(record: Record, as_of: str, state: str) -> None:
    (life,) = record.mechanisms("UK", "US", as_of=as_of)
    assert (life.next_due, life.basis, life.state) == ("2025-09", "stated", state)
    assert [(r.date, r.status) for r in life.rounds] == [("2024-09-10/2024-09-11", "held")]
    assert life.documents == ("london-2024",)


@pytest.mark.parametrize(("as_of", "state"), [("2026-12-31", "active"), ("2027-01-01", "run out")])
def test_a_plan_runs_out_with_its_period(record: Record, as_of: str, state: str) -> None:
    (life,) = record.mechanisms("Vietnam", "UK", as_of=as_of)
    assert life.state == state


def test_dialogues_of_one_kind_with_other_parties_are_others(empty: Record) -> None:
    told = [
        Mechanism(name="UK-Vietnam Strategic Dialogue", parties=("GBR", "VNM"), evidence="a"),
        Mechanism(name="strategic dialogue", parties=("VNM", "GBR"), evidence="b"),
        Mechanism(name="strategic dialogue", parties=("GBR", "JPN"), evidence="c"),
    ]
    empty.add_all([document("page", reading("page", date="2024-12-01", mechanisms=tuple(told)))])
    assert sorted((m.parties, len(m.names)) for m in empty.mechanisms(as_of="2025-01-01")) == [
        (("GBR", "JPN"), 1),
        (("GBR", "VNM"), 2),
    ]


def test_cadence_is_observed_from_three_rounds_on(empty: Record) -> None:
    rounds = [
        document(
            f"r{y}",
            reading(
                f"r{y}", event("dialogue_round", "JPN", "IND", date=f"{y}-03-10", mechanism="2+2"), date=f"{y}-03-11"
            ),
        )
        for y in (2019, 2021, 2023)
    ]
    empty.add_all(rounds)
    (life,) = empty.mechanisms("JPN", as_of="2024-01-01")
    assert (life.observed, life.next_due, life.basis) == (24.0, "2025-03", "observed")


@pytest.mark.parametrize(
    ("kind", "due", "state"), [("treaty", None, "active"), ("strategic_dialogue", "1961-09", "overdue")]
)
def test_a_treaty_in_force_is_never_overdue(empty: Record, kind: str, due: str | None, state: str) -> None:
    told = Mechanism(
        name="Indus Waters", kind=kind, parties=("IND", "PAK"), cadence="annual", last="1960-09-19", evidence="a"
    )
    empty.add(Document(id="a", text="a"), reading("a", mechanisms=(told,), date="2022-03-03"))
    (life,) = empty.mechanisms("IND", as_of="2024-01-01")
    assert (life.cadence, life.next_due, life.state) == ("annual", due, state)


def test_a_suspended_channel_is_suspended_until_it_is_resumed(empty: Record) -> None:
    held = event("dialogue_round", "USA", "CHN", date="2023-11-06", mechanism="arms control talks")
    off = event("contact_suspended", "CHN", "USA", date="2024-07-17", mechanism="arms control talks", initiator="CHN")
    on = event("contact_resumed", "CHN", "USA", date="2024-11-17", mechanism="arms control talks")
    for n, e in enumerate((held, off, on)):
        empty.add_all([document(f"d{n}", reading(f"d{n}", e, date=e.date))])
    states = [empty.mechanisms("USA", as_of=day)[0].state for day in ("2024-01-01", "2024-08-01", "2024-12-01")]
    assert states == ["active", "suspended", "active"]


def test_a_claim_that_counts_from_a_known_contact_holds(record: Record) -> None:
    (claim,) = record.claims("USA", "CHN")
    assert claim.verdict == "holds"
    assert [e.date for e in claim.support] == ["2022-11-22"]
    assert [e.type for e in claim.not_counted] == ["brief_encounter"]


def test_a_claim_is_contradicted_by_a_contact_between(record: Record) -> None:
    between = record_samples.met(
        "phone_call", record_samples.AUSTIN, record_samples.LI, date="2023-08-10", quote="they spoke on the telephone"
    )
    record.add_all([document("between", reading("between", between, date="2023-08-11"))])
    (claim,) = record.claims("USA", "CHN")
    assert claim.verdict == "contradicted"
    assert [e.date for e in claim.against] == ["2023-08-10"]


def test_a_claim_without_the_contact_before_cannot_be_told(empty: Record) -> None:
    empty.add_all(record_samples.defence()[3:])
    (claim,) = empty.claims()
    assert claim.verdict == "cannot be told"
    assert claim.coverage is not None
    assert claim.coverage.documents == 2


def test_a_claim_about_presidents_is_not_contradicted_by_ministers(empty: Record) -> None:
    leaders = event(
        "meeting",
        "Joe Biden@USA",
        "Xi Jinping@CHN",
        date="2023-11-15",
        first_since="P1Y",
        evidence="the first in a year",
    )
    ministers = event("meeting", "Antony Blinken@USA", "Wang Yi@CHN", date="2023-10-26")
    roles = {
        "Joe Biden": "President",
        "Xi Jinping": "President",
        "Antony Blinken": "Secretary of State",
        "Wang Yi": "Foreign Minister",
    }
    empty.add_all(
        [
            document("leaders", _with_roles(reading("leaders", leaders, date="2023-11-16"), roles)),
            document("ministers", _with_roles(reading("ministers", ministers, date="2023-10-27"), roles)),
        ]
    )
    (claim,) = empty.claims()
    assert claim.against == ()


def _with_roles(read: object, roles: dict[str, str]) -> object:
    import msgspec

    def of(e: object) -> object:
        told = tuple(msgspec.structs.replace(p, role=roles.get(p.name or "")) for p in e.participants)  # type: ignore[attr-defined]
        return msgspec.structs.replace(e, participants=told)  # type: ignore[type-var]

    return msgspec.structs.replace(read, events=tuple(of(e) for e in read.events))  # type: ignore[attr-defined,type-var]


def test_the_ledger_counts_a_promise_once_and_sums_by_currency(record: Record) -> None:
    ledger = record.commitments(as_of="2025-02-01", by="UK", to="Ukraine")
    assert [(u.what, u.status, u.documents) for u in ledger.undertakings] == [
        ("650 missiles", "overdue", ("kyiv-2024",)),
        ("military aid every year", "promised", ("kyiv-2024", "hanoi-2024")),
    ]
    assert ledger.totals == (("GBP", 3.162e9),)
    assert {u.status for u in record.commitments(as_of="2024-12-31").undertakings} == {"promised"}
    assert [u.what for u in record.commitments(as_of="2025-02-01", status="overdue").undertakings] == ["650 missiles"]


@pytest.mark.parametrize(
    ("status", "shown"), [("delivered", "delivered"), ("withdrawn", "withdrawn"), ("under_way", "overdue")]
)
def test_only_open_promises_fall_overdue(empty: Record, status: str, shown: str) -> None:
    made = Commitment(by="DEU", to="UKR", what="two air defence systems", due="2024-06", status=status, evidence="x")  # type: ignore[arg-type]
    empty.add_all([document("page", reading("page", date="2024-05-01", commitments=(made,)))])
    assert [u.status for u in empty.commitments(as_of="2025-01-01").undertakings] == [shown]


def test_two_accounts_of_one_call_side_by_side(record: Record) -> None:
    (call,) = record.timeline("CHN", "USA", types=["video_call"])
    c = record.compare(call.id)
    assert {c.left.party: c.left.documents, c.right.party: c.right.documents} == {
        "USA": ("pentagon-2024",),
        "CHN": ("beijing-2024",),
    }
    assert {(t.topic, t.who, t.differ) for t in c.topics} == {
        ("South China Sea", "both", True),
        ("Taiwan", "CHN", False),
        ("military communication", "USA", False),
    }


def test_what_a_page_says_belongs_to_its_own_event(record: Record) -> None:
    (met,) = record.timeline("CHN", "USA", types=["meeting"])
    assert record.compare(met.id).topics == ()


def test_an_event_of_many_needs_two_names(empty: Record) -> None:
    empty.add_all(
        [document("g", reading("g", event("summit", "KOR", "JPN", "CHN", date="2024-05-27"), date="2024-05-27"))]
    )
    (summit,) = empty.timeline()
    with pytest.raises(RecordError, match="name the two"):
        empty.compare(summit.id)
    with pytest.raises(RecordError, match="no party"):
        empty.compare(summit.id, "JPN", "USA")
    assert empty.compare(summit.id, "Japan", "China").left.party == "JPN"


@pytest.mark.parametrize(
    ("asked", "hint"),
    [("XYZ", "give a name"), ("CHM", "CHN (China)"), ("Untied States", "United States"), ("UKK", "UK")],
)
def test_an_unknown_party_is_told_with_names_like_it(empty: Record, asked: str, hint: str) -> None:
    with pytest.raises(NotInRecord, match=f"no party is called {asked}") as told:
        empty.timeline(asked)
    assert hint in str(told.value)


def test_a_group_that_only_the_record_names_is_a_party(empty: Record) -> None:
    met = event("meeting", "QXZ", "CHN", date="2024-04-02")
    empty.add_all([document("p", reading("p", met, date="2024-04-02"))])
    assert [e.parties for e in empty.timeline("QXZ")] == [("CHN", "QXZ")]


def test_compare_tells_names_that_take_a_side(empty: Record) -> None:
    name = Naming(written="Chinese Taipei", party="TWN", note="the outlet's name for Taiwan", evidence="Chinese Taipei")
    call = event("phone_call", "CHN", "USA", date="2024-04-02")
    empty.add_all([document("p", reading("p", call, date="2024-04-02", naming=(name,)))])
    assert empty.compare("2024-04-02").names == (("p", "Chinese Taipei", "the outlet's name for Taiwan"),)


@pytest.mark.parametrize(
    ("party", "office", "date", "name"),
    [
        ("China", "defence minister", "2023-01", "Wei Fenghe"),
        ("China", "Defense Minister", "2023-05", "Li Shangfu"),
        ("CHN", "defence_minister", "2024-04-16", "Dong Jun"),
        ("UK", "Foreign Secretary", "2024-09-10", "David Lammy"),
        ("United States", "head of state", "2022", "Joe Biden"),
    ],
)
def test_who_held_an_office(record: Record, party: str, office: str, date: str, name: str) -> None:
    found = record.who(party, office, date)
    assert found[0].person == name
    assert found[0].sure


def test_what_a_document_says_of_an_office_stands_beside_the_tables(record: Record) -> None:
    found = record.who("CHN", "defence_minister", "2024-04")
    assert {t.source for t in found} == {"tables", "beijing-2024"}
    assert [t.quote for t in found if t.source != "tables"] == ["appointed in December"]


def test_an_unknown_office_or_date_is_told(record: Record) -> None:
    with pytest.raises(NotInRecord, match="no office"):
        record.who("CHN", "xyzzy", "2024")
    with pytest.raises(RecordError, match="is not a date"):
        record.who("CHN", "defence minister", "in May")


def test_an_official_in_the_role_held_then(record: Record) -> None:
    austin = record.official("Lloyd Austin")
    assert austin.party == "USA"
    assert any(t.office == "defence_minister" for t in austin.offices)
    assert [(c.title, c.entry.date) for c in austin.contacts] == [
        ("Secretary of Defense", "2022-11-22"),
        ("Secretary of Defense", "2023-05"),
        ("Secretary of Defense", "2023-06-02"),
        ("Secretary of Defense", "2024-04-16"),
    ]
    assert len(record.official("Austin", party="USA", since="2024").contacts) == 1
    with pytest.raises(NotInRecord):
        record.official("Qwertz Uiop")


def test_search_gives_the_entries_of_a_document(record: Record) -> None:
    (found,) = record.search('"london-2024"')
    assert found.document.id == "london-2024"
    assert [e.split("-gbr")[0] for e in found.entries] == ["2024-09-10"]
    assert record.search("document", since="2024-12", until="2024-12") != record.search("document")


def test_changes_tell_what_happened_to_the_record(empty: Record) -> None:
    empty.add_all(talks("2024-01-10"))
    assert [(c.kind, bool(c.document), bool(c.entry)) for c in empty.changes()] == [
        ("added", True, False),
        ("added", False, True),
    ]
    assert empty.changes(since="2999") == []
    with pytest.raises(RecordError, match="is not a time"):
        empty.changes(since="yesterday")


def test_claims_of_other_kinds_are_kept_but_not_judged(empty: Record) -> None:
    third = Claim(kind="nth", ordinal=3, type="phone_call", evidence="their third call this year")
    empty.add_all([document("p", reading("p", date="2024-04-02", claims=(third,)))])
    (claim,) = empty.claims()
    assert claim.verdict == "cannot be told"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("China", "CHN"),
        ("chinese", "CHN"),
        ("中国", "CHN"),
        ("美國", "USA"),
        ("chn", "CHN"),
        ("UK", "GBR"),
        ("Viet Nam", "VNM"),
        ("vietnam", "VNM"),
        ("EU", "EU"),
        ("nato", "NATO"),
        ("Việt Nam", "VNM"),
    ],
)
def test_parties_go_by_many_names(asked: str, code: str) -> None:
    from memcon.questions.parties import code as code_of

    assert code_of(asked) == code


def test_what_the_claiming_document_tells_itself_is_not_held_against_it(empty: Record) -> None:
    before = record_samples.met(
        "meeting", record_samples.AUSTIN, record_samples.WEI, date="2022-11-22", quote="met in November"
    )
    aside = record_samples.met(
        "phone_call", record_samples.AUSTIN, record_samples.LI, date="2023-06", quote="spoke briefly"
    )
    call = record_samples.met(
        "video_call",
        record_samples.AUSTIN,
        record_samples.DONG,
        date="2024-04-16",
        quote="the first such talks in 17 months",
    )
    claim = Claim(
        kind="first_since",
        since="2022-11",
        participants=(record_samples.AUSTIN, record_samples.WEI),
        evidence="such talks in 17 months",
    )
    empty.add_all([document("page", reading("page", before, aside, call, date="2024-04-16", claims=(claim,)))])
    (checked,) = empty.claims()
    assert checked.entry is not None
    assert checked.entry.type == "video_call"
    assert (checked.verdict, [e.type for e in checked.not_counted]) == ("holds", ["phone_call"])
    assert [e.date for e in checked.support] == ["2022-11-22"]


def test_a_claim_about_calls_is_not_contradicted_by_a_meeting(empty: Record) -> None:
    call = record_samples.met(
        "phone_call",
        record_samples.AUSTIN,
        record_samples.DONG,
        date="2024-04-16",
        quote="the first call in two years",
        first_since="P2Y",
    )
    claim = Claim(
        kind="first_since",
        interval="P2Y",
        type="phone_call",
        participants=(record_samples.AUSTIN, record_samples.DONG),
        evidence="the first call in two years",
    )
    empty.add_all(
        [*record_samples.defence()[:3], document("page", reading("page", call, date="2024-04-16", claims=(claim,)))]
    )
    (checked,) = empty.claims()
    assert (checked.verdict, checked.against) == ("cannot be told", ())


def test_a_claim_about_parties_is_not_contradicted_where_nobody_is_named(empty: Record) -> None:
    talks_ = event(
        "meeting", "USA", "CHN", date="2024-04-16", first_since="P2Y", evidence="the first talks in two years"
    )
    other = event("meeting", "USA", "CHN", date="2023-10-01")
    empty.add_all(
        [document("a", reading("a", talks_, date="2024-04-17")), document("b", reading("b", other, date="2023-10-02"))]
    )
    (checked,) = empty.claims()
    assert checked.verdict == "cannot be told"


@pytest.mark.parametrize(
    ("english", "chinese", "lines"),
    [
        ({"what": "give £3 billion in aid", "amount": SUM}, {"what": "提供30亿英镑援助", "amount": SUM}, 1),
        ({"what": "give £3 billion in aid", "amount": SUM}, {"what": "提供援助"}, 2),
        ({"what": "hold talks on climate change", "due": "2025"}, {"what": "就气候变化举行会谈", "due": "2025-05"}, 1),
        ({"what": "hold talks on climate change", "due": "2025"}, {"what": "就气候变化举行会谈", "due": "2026"}, 2),
        ({"what": "keep channels open"}, {"what": "保持沟通渠道畅通"}, 1),
        ({"what": "keep channels open"}, {"what": "保持沟通渠道畅通", "to": "FRA"}, 2),
    ],
)
def test_a_promise_told_in_two_languages_is_one_line(
    empty: Record, english: dict[str, object], chinese: dict[str, object], lines: int
) -> None:
    told = [Commitment(**{"by": "GBR", "to": "UKR", "evidence": "e", **words}) for words in (english, chinese)]  # type: ignore[arg-type]
    page = reading("page", date="2024-05-01", commitments=tuple(told))
    empty.add_all([document("page", page)])
    assert len(empty.commitments("GBR", as_of="2024-06-01").undertakings) == lines
