"""Both sides' accounts of one event, side by side and by topic."""

from fastapi import APIRouter, Request, Response

from memcon.web import wanted
from memcon.web.pages import csv
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)


@router.get("/compare/{name:path}.csv")
def compared_csv(request: Request, pages: Shared, name: str) -> Response:
    """The comparison as CSV, a row for each thing said."""
    found = pages.record.compare(name, wanted.text(request, "left"), wanted.text(request, "right"))
    rows = [
        {"topic": t.topic, "who": t.who, "differ": t.differ, "side": side.party, "speaker": v.speaker,
         "stance": v.stance, "quote": v.quote, "document": v.document}
        for t in found.topics
        for side, voices in ((found.left, t.left), (found.right, t.right))
        for v in voices
    ]  # fmt: skip
    return csv("compare", ("topic", "who", "differ", "side", "speaker", "stance", "quote", "document"), rows)


@router.get("/compare/{name:path}")
def compared(request: Request, pages: Shared, name: str) -> Response:
    """The comparison; of an entry with more than two parties, of the two named."""
    entry = pages.record.why(name).entry
    left, right = wanted.text(request, "left"), wanted.text(request, "right")
    if len(entry.parties) > 2 and not (left and right):
        left, right = entry.parties[:2]
    found = pages.record.compare(entry.id, left, right)
    return pages.html(request, "compare.html", found=found, entry=entry)
