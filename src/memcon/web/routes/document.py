"""A document as it came, with everything that was read from it marked; both languages side by side."""

from fastapi import APIRouter, Request, Response

from memcon.questions import translations
from memcon.web.languages import Row, aligned
from memcon.web.marking import Piece, pieces
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)
LONGEST = 200_000  # characters of one text on a page


@router.get("/document/{name:path}")
def document(request: Request, pages: Shared, name: str) -> Response:
    """The page of a document."""
    shown = pages.record.show(name)
    text = shown.document.text
    spans = [(m.start, m.end, str(m.number)) for m in shown.marks]
    rows: tuple[Row, ...] = ()
    if len(shown.reading.languages) > 1 and len(text) <= LONGEST:
        rows = aligned(text, spans, translations.pairs(shown.document))
    whole: tuple[Piece, ...] = () if rows else pieces(text, spans, 0, min(len(text), LONGEST))
    return pages.html(
        request,
        "document.html",
        shown=shown,
        document=shown.document,
        reading=shown.reading,
        kinds={str(m.number): m for m in shown.marks},
        pieces=whole,
        rows=rows,
        cut=max(0, len(text) - LONGEST),
    )
