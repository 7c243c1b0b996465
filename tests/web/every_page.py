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
    "/api/commitments",
    "/api/mechanisms",
    "/api/claims",
    "/api/silences",
    "/api/search?q=Taiwan",
    "/api/changes",
    "/api/dossier/CHN/USA",
    "/api/officials/Wang%20Yi",
    "/pairs",
    "/pairs?party=China",
    "/pair/CHN/USA",
    "/pair/China/United%20Kingdom",
    "/commitments",
    "/commitments?standing=overdue",
    "/commitments.csv",
    "/commitments.atom",
    "/commitments.ics",
    "/mechanisms",
    "/mechanisms.csv",
    "/mechanisms.atom",
    "/mechanisms.ics",
    "/claims",
    "/claims.csv",
    "/claims.atom",
    "/silences",
    "/silences?as_of=2030-01-01",
    "/silences.csv",
    "/silences.atom",
    "/calendar",
    "/calendar?party=CHN&since=2024",
    "/calendar.csv",
    "/network",
    "/network?party=USA",
    "/network.csv",
    "/map",
    "/map.csv",
    "/search",
    "/search?q=Biden",
    "/search?q=%3Cscript%3E",
    "/official/Wang%20Yi",
    "/official/Wang%20Yi.csv",
    "/corrections",
    "/documents",
    "/documents?party=CHN&party=USA",
    "/documents.csv",
    "/documents.atom",
    "/documents.atom?party=CHN",
    "/search.atom",
    "/search.atom?q=Biden",
    "/official/Wang%20Yi.atom",
    "/corrections.atom",
    "/codebook",
    "/about",
)


def every_page(client: TestClient) -> Iterator[str]:
    yield from FIXED
    for entry in client.get("/api/events").json()["entries"]:
        name = quote(entry["id"], safe="")
        yield f"/event/{name}"
        yield f"/api/events/{name}"
        if len(entry["parties"]) == 2:
            yield f"/compare/{name}"
            yield f"/compare/{name}.csv"
            yield f"/api/compare/{name}"
        for person in entry["participants"]:
            if person["name"]:
                yield f"/official/{quote(person['name'], safe='')}?party={person['party'] or ''}"
        for document in entry["documents"]:
            yield f"/document/{quote(document, safe='')}"
            yield f"/api/documents/{quote(document, safe='')}"
