"""How questions are answered from the tables: through indexes, never by going through all entries or documents."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from memcon.questions import Record

pytestmark = pytest.mark.parametrize("places", ["sqlite"], indirect=True)  # whose plans are read here

ASKED: dict[str, Callable[[Record], object]] = {
    "timeline of a pair": lambda r: r.timeline("CHN", "USA"),
    "timeline of a pair, from a day on": lambda r: r.timeline("CHN", "USA", since="2024", until="2024-06"),
    "timeline of a pair, the first": lambda r: r.timeline("CHN", "USA", limit=5),
    "timeline of a party": lambda r: r.timeline("CHN"),
    "timeline of a person": lambda r: r.timeline(official="Wang Yi"),
    "mechanisms of a party": lambda r: r.mechanisms("CHN", as_of="2024-12-31"),
    "mechanisms of a pair": lambda r: r.mechanisms("CHN", "USA", as_of="2024-12-31"),
    "silences of a party": lambda r: r.silences("CHN", as_of="2024-12-31"),
    "commitments of a pair": lambda r: r.commitments("CHN", "USA", as_of="2024-12-31"),
    "dossier": lambda r: r.dossier("CHN", "USA", as_of="2024-12-31"),
    "compare": lambda r: r.compare(r.timeline("CHN", "USA")[0].id, "CHN", "USA"),
    "search": lambda r: r.search("talks"),
    "why": lambda r: r.why(r.timeline("CHN", "USA")[0].id),
}
# Few rows however large the record, or the full-text index.
SMALL = ("decision", "words", "found", "former_name", "alembic_version", "CONSTANT", "(subquery-1)")


@contextmanager
def heard(record: Record) -> Iterator[list[tuple[str, object]]]:
    """Every statement that is run meanwhile, with its values."""
    told: list[tuple[str, object]] = []

    def listen(connection: object, cursor: object, statement: str, values: object, *_: object) -> None:
        told.append((statement, values))

    engine = record.store._engine
    sa.event.listen(engine, "before_cursor_execute", listen)
    try:
        yield told
    finally:
        sa.event.remove(engine, "before_cursor_execute", listen)


def plan(record: Record, statement: str, values: object) -> list[str]:
    explained = f"EXPLAIN QUERY PLAN {statement}"
    return [step[3] for step in record.store.ask(lambda c: c.exec_driver_sql(explained, values).all())]


@pytest.mark.parametrize("name", ASKED)
def test_no_question_goes_through_everything(record: Record, name: str) -> None:
    with heard(record) as told:
        assert ASKED[name](record) is not None
    asked = {
        statement: values for statement, values in told if statement.lstrip().upper().startswith(("SELECT", "WITH"))
    }
    assert asked
    for statement, values in asked.items():
        for step in plan(record, statement, values):
            words = step.split()
            assert words[0] != "SCAN" or words[1] in SMALL, (name, step, statement)
            assert not step.endswith(("(kind=?)", "(type=?)", "(rejected=?)")), (
                name,
                step,
                statement,
            )  # as good as all


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("timeline of a pair", "entry_pair_by_date (a=? AND b=? AND first>?)"),
        ("timeline of a pair, the first", "entry_pair_by_date (a=? AND b=? AND first>?)"),
        ("timeline of a pair, from a day on", "entry_pair_by_date (a=? AND b=? AND first>? AND first<?)"),
        ("timeline of a party", "entry_party_by_date (party=? AND first>?)"),
        ("mechanisms of a pair", "entry_pair_of_mechanism (mechanism=? AND a=? AND b=? AND first>?)"),
        ("mechanisms of a party", "entry_party_of_mechanism (mechanism=? AND party=? AND first>?)"),
    ],
)
def test_what_has_an_order_is_read_off_an_index(record: Record, name: str, index: str) -> None:
    with heard(record) as told:
        ASKED[name](record)
    (statement, values) = next((s, v) for s, v in told if "FROM entry" in s)
    steps = plan(record, statement, values)
    assert steps[0].endswith(f"INDEX {index}"), steps
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps  # only within a day
