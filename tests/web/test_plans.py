"""No page goes through all events: what each asks of the tables is answered from indexes, whatever the page."""

import re

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from memcon.questions import Record
from tests.web.every_page import FIXED

# Tables with a row for each event, report or document, and so as large as the record.
LARGE = {"entry", "entry_party", "entry_pair", "entry_person", "link", "report", "neighbourhood", "document", "reading",
         "finding", "finding_party", "finding_person", "bearing", "change"}  # fmt: skip
# These read one end of an index and stop: the newest first, the least sure first.
STOPS = re.compile(r"LIMIT|min\(|max\(", re.IGNORECASE)
MORE = (
    "/pair/CHN/USA",
    "/timeline?party=China&party=USA&since=2024",
    "/timeline?party=China&type=meeting&status=occurred",
    "/review",
    "/review?party=CHN",
    "/official/Wang%20Yi?party=CHN",
    "/documents?party=CHN",
    "/silences?party=CHN",
    "/claims?party=CHN&party=USA",
    "/map?party=USA",
)


@pytest.fixture
def asked(record: Record) -> list[tuple[str, object]]:
    """Every statement the pages run, with its values."""
    told: list[tuple[str, object]] = []

    def listen(connection: object, cursor: object, statement: str, values: object, *_: object) -> None:
        told.append((statement, values))

    sa.event.listen(record.store._engine, "before_cursor_execute", listen)
    return told


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)  # whose plans are read here
@pytest.mark.parametrize("page", sorted({*FIXED, *MORE}))
def test_no_page_goes_through_all_events(
    record: Record, editing: TestClient, asked: list[tuple[str, object]], page: str
) -> None:
    asked.clear()
    assert editing.get(page).status_code == 200
    for statement, values in list(asked):
        if not statement.lstrip().upper().startswith(("SELECT", "WITH")):
            continue
        plan = record.store.ask(lambda c, s=statement, v=values: c.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}", v).all())
        for step in plan:
            words = step[3].split()
            # Who asks of everyone without a beginning counts the contacts of every pair.
            if words[0] == "SCAN" and words[1] in (LARGE if "party=" not in page else {*LARGE, "contact"}):
                assert STOPS.search(statement), (page, step[3], statement)
                assert "INDEX" in step[3] or words[1] == "change", (
                    page,
                    step[3],
                    statement,
                )  # its numbers are its order
