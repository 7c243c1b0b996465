"""Tables for political science: dyads, PLOVER, CAMEO, and the numbers of states."""

import csv
import io
from collections.abc import Callable, Iterable

import pytest

from memcon.export import cameo, dyads, plover
from memcon.export.statecodes import numbers
from memcon.merging import Entry, merge
from memcon.model import Event, interval
from memcon.questions import Record
from memcon.questions.codebook import event_types
from tests.merging.factory import event, reading

Written = Callable[..., bytes]


def _made(*events: Event) -> tuple[Entry, ...]:
    return merge([reading("d", *events, date="2024-06-01")])


def _rows(text: str | Iterable[str], delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(text)), delimiter=delimiter))


MET = event("meeting", "FRA", "DEU", date="2024-01-05")
CALLED = event("phone_call", "FRA", "ITA", date="2024-03-02")
SUMMONED = event("protest", "FRA", "DEU", date="2024-03-08", initiator="FRA", target="DEU")


def test_every_pair_has_a_row_every_month() -> None:
    rows = _rows(dyads.table(_made(MET, CALLED), []))
    assert [(r["period"], r["a"], r["b"]) for r in rows] == [
        (month, a, b)
        for month in ("2024-01", "2024-02", "2024-03")
        for a, b in (("DEU", "FRA"), ("DEU", "ITA"), ("FRA", "ITA"))
    ]
    told = {(r["period"], r["a"], r["b"]) for r in rows if r["contacts"] != "0"}
    assert told == {("2024-01", "DEU", "FRA"), ("2024-03", "FRA", "ITA")}


def test_rows_sum_to_the_events() -> None:
    for unit in ("month", "year"):
        rows = _rows(dyads.table(_made(MET, CALLED, SUMMONED), [], unit=unit))  # type: ignore[arg-type]
        assert sum(int(r["contacts"]) + int(r["acts"]) for r in rows) == 3
        assert sum(int(r[t.name]) for r in rows for t in event_types()) == 3


def test_a_directed_table_keeps_who_acted() -> None:
    rows = _rows(dyads.table(_made(MET, SUMMONED), [], directed=True, unit="year"))
    acts = {(r["a"], r["b"]): (r["contacts"], r["acts"]) for r in rows}
    assert acts == {("FRA", "DEU"): ("1", "1"), ("DEU", "FRA"): ("1", "0")}


@pytest.mark.parametrize(
    ("made", "column"),
    [
        (event("visit", "FRA", "DEU", date="2024-02", status="planned"), "planned"),
        (event("visit", "FRA", "DEU", date="2024-02", status="cancelled"), "called_off"),
        (event("contact_suspended", "FRA", "DEU", date="2024-02"), "breaks"),
        (event("meeting", "FRA", "DEU", date="2024-01/2024-02"), "uncertain"),
        (event("summit", "FRA", "DEU", "ITA", "ESP", "POL", "NLD", "BEL", date="2024-02-01"), "multilateral"),
    ],
)
def test_what_is_no_plain_contact_has_its_own_column(made: Event, column: str) -> None:
    rows = _rows(dyads.table(_made(made), [], bounds=("2024-02-01", "2024-02-29")))
    pair = next(r for r in rows if (r["a"], r["b"]) == ("DEU", "FRA"))
    kinds = ("contacts", "multilateral", "breaks", "acts", "called_off", "planned", "uncertain")
    assert {k for k in kinds if pair[k] != "0"} == {column}


def test_every_row_tells_how_much_was_read() -> None:
    read = [
        dyads.Read(interval("2024-01-06"), frozenset({"FRA", "DEU"})),
        dyads.Read(interval("2024-01-07"), frozenset({"FRA"})),
        dyads.Read(interval("2024-01-08"), frozenset()),
        dyads.Read(interval("2024"), frozenset({"FRA"})),
        dyads.Read(None, frozenset({"FRA"})),
    ]
    row = _rows(dyads.table(_made(MET), read))[0]
    assert (row["documents"], row["documents_either"]) == ("3", "2")


def test_dyads_of_one_party_are_its_own(written: Written, record: Record) -> None:
    rows = _rows(written("dyads", "China", unit="year").decode())
    assert {"CHN"} <= {r["a"] for r in rows}
    assert all("CHN" in (r["a"], r["b"]) for r in rows)
    assert sum(int(r["documents"]) for r in rows if r["b"] == "USA") > 0
    assert [r["column"] for r in _rows(dyads.described())] == list(rows[0])


@pytest.mark.parametrize(
    ("code", "cow", "gw"),
    [
        ("USA", "2", "2"),
        ("DEU", "255", "260"),
        ("YEM", "679", "678"),
        ("SRB", "345", "340"),
        ("VNM", "816", "816"),
        ("CZE", "316", "316"),
        ("TON", "955", "972"),
        ("EU", "", ""),
        ("PSE", "", ""),
    ],
)
def test_numbers_of_states(code: str, cow: str, gw: str) -> None:
    assert numbers(code) == (cow, gw)


def test_no_two_states_share_a_number() -> None:
    from memcon.export.statecodes import _table

    held = _table()
    for which in (0, 1):
        assert len({n[which] for n in held.values()}) == len(held) == 195


def _coded(*events: Event) -> list[tuple[str, str, str]]:
    return [(r["source_code"], r["cameo"], r["target_code"]) for r in _rows(cameo.table(_made(*events), {}), "\t")]


@pytest.mark.parametrize(
    ("made", "rows"),
    [
        (MET, {("DEUGOV", "040", "FRAGOV"), ("FRAGOV", "040", "DEUGOV")}),
        (SUMMONED, {("FRAGOV", "114", "DEUGOV")}),
        (
            event("visit", "FRA", "DEU", date="2024-02-01", at="Berlin, DEU"),
            {("FRAGOV", "042", "DEUGOV"), ("DEUGOV", "043", "FRAGOV")},
        ),
        (event("sanction", "EU", "RUS", date="2024-02-01", initiator="EU", target="RUS"), {("EU", "163", "RUSGOV")}),
        (event("visit", "FRA", "DEU", date="2024-02-01", status="planned"), set()),
    ],
)
def test_cameo_gives_source_code_and_target(made: Event, rows: set[tuple[str, str, str]]) -> None:
    found = _coded(made)
    assert set(found) == rows
    assert len(found) == len(rows)


@pytest.mark.parametrize("kind", [t.name for t in event_types()])
def test_every_type_has_its_codes(kind: str) -> None:
    made = _made(event(kind, "FRA", "DEU", date="2024-02-01"))
    row = _rows(plover.table(made, {}), "\t")[0]
    assert row["event"] in {"CONSULT", "REJECT", "SANCTION", "AGREE", "PROTEST"}
    assert all(r["cameo"].isdigit() and r["quad_class"] in "134" for r in _rows(cameo.table(made, {}), "\t"))


def test_plover_tells_actor_and_recipient() -> None:
    refused = event("contact_refused", "Li Shangfu@CHN", "Lloyd Austin@USA", initiator="CHN", target="USA",
                    date="2023-05", evidence="would\tnot\nmeet")  # fmt: skip
    row = _rows(plover.table(_made(refused), {"d": "https://example.org/d"}), "\t")[0]
    assert (row["event"], row["mode"]) == ("REJECT", "meet")
    assert (row["actor_name"], row["recipient_country"]) == ("Li Shangfu", "USA")
    assert (row["date"], row["date_last"], row["url"]) == ("2023-05-01", "2023-05-31", "https://example.org/d")
    assert row["text"] == "would not meet"
