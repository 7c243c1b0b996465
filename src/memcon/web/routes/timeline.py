"""Everything that happened, newest first, by party, pair, type and time; as a page, CSV and a feed."""

from fastapi import APIRouter, Request, Response

from memcon.export.entryrows import COLUMNS, row
from memcon.questions import listing, wording
from memcon.questions.listing import MOST
from memcon.questions.words import TYPES
from memcon.web import addresses, feeds, wanted
from memcon.web.pages import csv, who, words
from memcon.web.routes.sharing import Shared
from memcon.web.wanted import Wanted

router = APIRouter(include_in_schema=False)


@router.get("/timeline")
def timeline(request: Request, pages: Shared) -> Response:
    """One page of the list."""
    asked = wanted.filters(request)
    found = _page(pages, asked, listing.SIZE, wanted.text(request, "after"))
    more = pages.piece(request, "more")
    return pages.html(
        request,
        "_entries.html" if more else "timeline.html",
        asked=asked,
        found=found,
        types=TYPES,
        statuses=wanted.STATUSES,
        told=wanted.text(request, "told") if more else None,
    )


@router.get("/timeline.csv")
def timeline_csv(request: Request, pages: Shared) -> Response:
    """The same as CSV, a page at a time."""
    found = _page(pages, wanted.filters(request), MOST, wanted.text(request, "after"))
    return csv("timeline", COLUMNS, (row(e) for e in found.entries))


@router.get("/timeline.atom")
def timeline_atom(request: Request, pages: Shared) -> Response:
    """The newest of the list as a feed."""
    asked = wanted.filters(request)
    found = _page(pages, asked, listing.SIZE, None)
    items = (
        feeds.Item(
            title=f"{wording.date(e.date)}: {wording.kind(e)}, {who(e)}",
            path=addresses.event(e.id),
            at=feeds.day(e.date),
            summary=e.evidence,
        )
        for e in found.entries
    )
    title = " ".join(("memcon: timeline", *asked.parties, *(words(t) for t in asked.types)))
    return feeds.atom(request, title, asked.address("/timeline"), items)


def _page(pages: Shared, asked: Wanted, size: int, after: str | None) -> listing.Page:
    return pages.ask(
        listing.page, asked.parties, since=asked.days["since"], until=asked.days["until"], types=asked.types,
        status=asked.status, size=size, after=after,
    )  # fmt: skip
