"""Every address of the pages over a record: fixed ones, and those of what the record holds."""

from collections.abc import Iterator
from urllib.parse import quote

from fastapi.testclient import TestClient

FIXED = (
    "/",
    "/timeline",
    "/timeline?party=China&party=USA&since=2024&type=meeting",
    "/timeline.csv",
    "/timeline.atom",
    "/api",
    "/api/openapi.json",
    "/api/counts",
)


def every_page(client: TestClient) -> Iterator[str]:
    yield from FIXED
    for entry in client.get("/api/events").json()["entries"]:
        name = quote(entry["id"], safe="")
        yield f"/event/{name}"
        yield f"/api/events/{name}"
        for document in entry["documents"]:
            yield f"/document/{quote(document, safe='')}"
            yield f"/api/documents/{quote(document, safe='')}"
