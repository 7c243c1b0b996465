"""The API against its own description: schemathesis asks what the description allows and finds no server error."""

import warnings
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the extra web is not installed")
schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings

from memcon.questions import Record
from memcon.web.app import create
from tests.record import samples
from tests.web.conftest import TODAY


def test_nothing_asked_of_the_api_makes_it_fail(tmp_path: Path) -> None:
    with Record(tmp_path / "memcon.db") as record:
        record.add_all(samples.everything())
        application = create(record, today=lambda: TODAY, hosts=("testserver",))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            described = schemathesis.openapi.from_asgi("/api/openapi.json", application)
            for operation in described.get_all_operations():
                _ask(operation.ok())


def _ask(operation: Any) -> None:
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),
    )
    @given(case=operation.as_strategy())
    def asked(case: Any) -> None:
        response = case.call()
        assert response.status_code < 500, (operation.path, response.text[:500])

    asked()


def test_every_question_is_described(pages: TestClient) -> None:
    held = pages.get("/api/openapi.json").json()["paths"]
    assert {
        "/api/events", "/api/events/{name}", "/api/documents/{name}", "/api/dossier/{a}/{b}", "/api/compare/{name}",
        "/api/commitments", "/api/mechanisms", "/api/officials/{name}", "/api/claims", "/api/silences", "/api/search",
        "/api/changes", "/api/counts",
    } <= set(held)  # fmt: skip
    assert all(call["get"]["summary"] for call in held.values())


@pytest.mark.parametrize("asked", ["", "party=USA", "party=USA&party=CHN", "party=CHN&until=2024-04-20&since=2024"])
def test_pages_of_events_join_without_gap_or_repetition(pages: TestClient, asked: str) -> None:
    whole = [e["id"] for e in pages.get(f"/api/events?{asked}").json()["entries"]]
    walked, after = [], ""
    while after is not None:
        held = pages.get(f"/api/events?{asked}&size=1&after={after}").json()
        walked += [e["id"] for e in held["entries"]]
        after = held["next"]
    assert whole
    assert walked == whole


def test_search_tells_events_in_words(pages: TestClient) -> None:
    found = pages.get("/api/search?q=Biden").json()
    shown = pages.get("/search?q=Biden").text
    names = [name for f in found for name in f["entries"]]
    assert names
    for name in names:
        entry = pages.get(f"/api/events/{name}").json()["entry"]
        assert f'<a href="/event/{name}">{entry["type"].replace("_", " ").capitalize()}, ' in shown
        assert f">{name}<" not in shown
