"""The questions over HTTP, as JSON in the published shapes."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse

from memcon.questions import listing
from memcon.questions.listing import MOST, SIZE
from memcon.web import wanted
from memcon.web.routes.sharing import Shared

_FAULT: dict[str, Any] = {
    "type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"], "title": "Fault",
}  # fmt: skip


def _fault(words: str) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": _FAULT}}}


FAULTS: dict[int | str, dict[str, Any]] = {
    400: _fault("The request cannot be answered"),
    404: _fault("Not in the record"),
}
router = APIRouter(prefix="/api", tags=["record"], responses=FAULTS)

Party = Annotated[list[str], Query(description="Code or name; at most two", max_length=2)]
Since = Annotated[str | None, Query(description="EDTF date: from its first day", max_length=30)]
Until = Annotated[str | None, Query(description="EDTF date: to its last day", max_length=30)]
Name = Annotated[str, Path(description="The name of an entry or document, or an unambiguous beginning", max_length=500)]


def answer(value: Any) -> Response:
    """A value of the model as JSON."""
    return Response(msgspec.json.encode(value), media_type="application/json")


@router.get("/counts", summary="How much is in the record")
def counts(pages: Shared) -> dict[str, int]:
    """Documents, events and findings of each kind."""
    return pages.kept("counts", (), pages.record.counts)


@router.get("/events", summary="Events, newest first, a page at a time")
def events(
    request: Request,
    pages: Shared,
    party: Party = [],  # noqa: B006
    since: Since = None,
    until: Until = None,
    type: Annotated[list[str], Query(description="Types of event")] = [],  # noqa: B006
    status: Annotated[str | None, Query(description="occurred, planned, cancelled or denied")] = None,
    after: Annotated[str | None, Query(description="`next` of the page before", max_length=600)] = None,
    size: Annotated[int, Query(ge=1, le=MOST)] = SIZE,
) -> Response:
    """Entries with all of the parties; `next` is null on the last page, `total` null beyond 1,000."""
    asked = wanted.filters(request)
    return answer(
        pages.ask(
            listing.page, asked.parties, since=asked.days["since"], until=asked.days["until"], types=asked.types,
            status=asked.status, size=size, after=after,
        )
    )  # fmt: skip


@router.get("/events/{name:path}", summary="Why an entry says what it says")
def event(pages: Shared, name: Name) -> Response:
    """Every field with each value, its sources, quotes and rules."""
    return answer(pages.record.why(name))


@router.get("/documents/{name:path}", summary="A document with its reading and marks")
def document(pages: Shared, name: Name) -> Response:
    """The text as it came and everything read from it."""
    return answer(pages.record.show(name))


@router.get("", include_in_schema=False)
def page(request: Request, pages: Shared) -> Response:
    """The list of what can be asked, made from the OpenAPI description."""
    held = request.app.openapi()
    calls = [
        (path, method.upper(), call) for path, methods in held["paths"].items() for method, call in methods.items()
    ]
    return pages.html(request, "api.html", calls=calls)


@router.get("/{rest:path}", include_in_schema=False)
def nothing(rest: str) -> Response:
    """Anything else."""
    return JSONResponse({"error": "there is no such question; see /api"}, 404)
