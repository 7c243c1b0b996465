"""About the data: what was read, what the words mean, what the record cannot tell."""

from fastapi import APIRouter, Request, Response

from memcon.questions import codebook as words
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)


@router.get("/codebook")
def codebook(request: Request, pages: Shared) -> Response:
    """Types of event and topics, from the tables the reading uses."""
    return pages.html(
        request, "codebook.html", types=words.event_types(), topics=words.topics(), offices=words.offices()
    )


@router.get("/about")
def about(request: Request, pages: Shared) -> Response:
    """How much was read, from whom, over which time."""
    counts = pages.kept("counts", (), pages.record.counts)
    coverage = pages.kept("coverage", (), pages.record.coverage)
    return pages.html(request, "about.html", counts=counts, coverage=coverage)
