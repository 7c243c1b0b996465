"""The questions over HTTP, as JSON in the published shapes."""

import dataclasses
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse

from memcon.questions import listing
from memcon.questions import parties as naming
from memcon.questions.listing import MOST, SIZE
from memcon.web import wanted
from memcon.web.routes import boards, lists
from memcon.web.routes.official import person
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
AsOf = Annotated[str | None, Query(description="Day the question is asked as of; today where left out", max_length=10)]
Stands = Annotated[str | None, Query(description="Only those that stand so", max_length=30)]
Side = Annotated[str | None, Query(description="A party of the event, where it has more than two", max_length=100)]
Code = Annotated[str, Path(description="A party, by code or name", max_length=100)]
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
            status=asked.status, size=size, after=after or None,
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


@router.get("/dossier/{a}/{b}", summary="All about two parties")
def dossier(request: Request, pages: Shared, a: Code, b: Code, as_of: AsOf = None, since: Since = None,
            until: Until = None) -> Response:  # fmt: skip
    """Last contacts by level, silence, refusals, mechanisms, commitments, claims, coverage.

    Without `since` it begins with the newest 300 entries of the two; `since` of the answer tells from when on.
    """
    day, sides = pages.day(request), (naming.code(a), naming.code(b))
    asked = pages.bounded(dataclasses.replace(wanted.filters(request), parties=sides), day)
    return answer(pages.record.dossier(*sides, as_of=day.isoformat(), since=asked.since, until=asked.until))


@router.get("/compare/{name:path}", summary="Both sides' accounts of an event")
def compare(request: Request, pages: Shared, name: Name, left: Side = None, right: Side = None) -> Response:
    """What only the one says, what only the other, what both, where they differ."""
    return answer(pages.record.compare(name, wanted.text(request, "left"), wanted.text(request, "right")))


@router.get("/commitments", summary="The ledger of promises")
def commitments(request: Request, pages: Shared, party: Party = [], standing: Stands = None,  # noqa: B006
                as_of: AsOf = None, since: Since = None, until: Until = None) -> Response:  # fmt: skip
    """By whom, to whom, how much, due when, and where each stands."""
    return answer(boards.ledger(request, pages)[1])


@router.get("/mechanisms", summary="Dialogues and agreements, and where they stand")
def mechanisms(request: Request, pages: Shared, party: Party = [], state: Stands = None,  # noqa: B006
               as_of: AsOf = None, since: Since = None, until: Until = None) -> Response:  # fmt: skip
    """Last round, next due, overdue, suspended."""
    return answer(boards.lives(request, pages)[1])


@router.get("/officials/{name:path}", summary="An official's offices and contacts")
def official(request: Request, pages: Shared, name: Name, party: Party = [], since: Since = None,  # noqa: B006
             until: Until = None) -> Response:  # fmt: skip
    """Offices over time, and contacts in the role held then."""
    return answer(person(request, pages, name))


@router.get("/claims", summary="Claims about the record, checked")
def claims(request: Request, pages: Shared, party: Party = [], since: Since = None,  # noqa: B006
           until: Until = None) -> Response:  # fmt: skip
    """What the record bears out, contradicts or cannot tell."""
    return answer(lists.claims_of(request, pages)[1])


@router.get("/silences", summary="Who has fallen silent")
def silences(request: Request, pages: Shared, party: Party = [], as_of: AsOf = None,  # noqa: B006
             since: Since = None, until: Until = None) -> Response:  # fmt: skip
    """Pairs out of their habit, requests without answer, mechanisms overdue; how much was read."""
    return answer(lists.silences_of(request, pages)[1])


@router.get("/search", summary="Documents with some words")
def search(
    request: Request,
    pages: Shared,
    q: Annotated[str, Query(description="Words; in quotation marks a phrase", min_length=1, max_length=200)],
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Ranked, with a snippet and the events of each document."""
    asked = wanted.filters(request)
    text = wanted.text(request, "q")
    return answer(pages.record.search(text, since=asked.since, until=asked.until, limit=limit) if text else [])


@router.get("/changes", summary="What changed in the record, newest first")
def changes(
    pages: Shared,
    before: Annotated[int | None, Query(description="Number of a change", ge=0, le=2**62)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = SIZE,
) -> Response:
    """Additions, mergers, decisions."""
    return answer(pages.ask(listing.latest, limit=limit, before=before))


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
