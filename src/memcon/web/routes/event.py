"""One entry: its fields with quotes, its reports side by side, what they disagree on, what analysts decided."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from memcon.questions.why import Backed, Why
from memcon.web.marking import Piece, around
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)
SIDE_BY_SIDE = 6  # reports shown with their text; the rest are linked


@dataclass(frozen=True)
class Report:
    """A document that tells of the entry, and its words around what was read."""

    document: str
    outlet: str | None
    title: str | None
    date: str | None
    url: str | None
    pieces: tuple[Piece, ...]


@router.get("/event/{name:path}")
def event(request: Request, pages: Shared, name: str) -> Response:
    """The page of an entry."""
    answer = pages.record.why(name)
    return pages.html(
        request,
        "event.html",
        answer=answer,
        entry=answer.entry,
        fields=_by_field(answer),
        reports=[_report(pages, answer, d.id) for d in answer.documents[:SIDE_BY_SIDE]],
        more=answer.documents[SIDE_BY_SIDE:],
    )


def _by_field(answer: Why) -> list[tuple[str, list[Backed]]]:
    found: dict[str, list[Backed]] = {}
    for backed in answer.fields:
        found.setdefault(backed.field, []).append(backed)
    return list(found.items())


def _report(pages: Shared, answer: Why, document: str) -> Report:
    text = pages.record.show(document).document.text
    kept = next(d for d in answer.documents if d.id == document)
    spans = [
        (q.start, q.end, q.field)
        for s in answer.entry.sources
        if s.document == document
        for q in s.quotes
        if 0 <= q.start < q.end <= len(text)
    ]
    if not spans:
        for s in answer.entry.sources:
            start = text.find(s.evidence) if s.document == document and s.evidence else -1
            if start >= 0:
                spans.append((start, start + len(s.evidence), "event"))
    return Report(document, kept.outlet, kept.title, kept.date, kept.url, around(text, spans))
