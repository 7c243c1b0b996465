"""What is in the record, what changed lately, what is overdue."""

from fastapi import APIRouter, Request, Response

from memcon.questions import listing
from memcon.web.routes.boards import mechanisms_of
from memcon.web.routes.sharing import Shared
from memcon.web.wanted import Wanted

router = APIRouter(include_in_schema=False)
LATELY = 12


@router.get("/")
def home(request: Request, pages: Shared) -> Response:
    """The first page."""
    day = pages.day(request)
    counts = pages.kept("counts", (), pages.record.counts)
    return pages.html(
        request,
        "home.html",
        counts=counts,
        day=day,
        span=pages.ask(listing.span),
        parties=pages.kept("busiest", (), lambda: pages.ask(listing.busiest)),
        latest=pages.ask(listing.page, until=day.isoformat(), size=LATELY, counted=False).entries,
        overdue=[m for m in mechanisms_of(pages, Wanted(), day) if m.state in ("overdue", "suspended")][:6],
        planned=pages.ask(listing.planned, day.isoformat(), 6),
        changes=pages.ask(listing.latest, limit=6),
    )
