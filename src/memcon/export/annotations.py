"""W3C Web Annotation: every piece of evidence as an annotation upon its document, one page of JSON-LD.

Each has a TextQuoteSelector with the words before and after it and a TextPositionSelector, both on the text as it came.
"""

import itertools
import json
from collections.abc import Iterable, Iterator
from typing import Any

from memcon.export.entrytext import urn
from memcon.export.format import Format
from memcon.model import Document, Evidence, Reading

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of text given before and after a quote, as the recommendation's examples do
KINDS = ("events", "statements", "commitments", "mechanisms", "tenures", "claims", "naming")


def page(read: Iterable[tuple[Document, Reading]]) -> str:
    """An AnnotationPage of all evidence of some documents, in order of document, kind and place in the reading."""
    items = [item for document, reading in read for item in _of(document, reading)]
    made = {"@context": CONTEXT, "id": "urn:memcon:annotations", "type": "AnnotationPage", "items": items}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _of(document: Document, reading: Reading) -> Iterator[dict[str, Any]]:
    told: Iterable[tuple[str, Evidence]] = itertools.chain(
        (("date", q) for q in reading.dating),
        (
            (f"{kind}/{number}", q)
            for kind in KINDS
            for number, item in enumerate(getattr(reading, kind))
            for q in item.quotes
        ),
    )
    for number, (what, quote) in enumerate(told):
        yield _annotation(document, f"{number}", what, quote)


def _annotation(document: Document, number: str, what: str, q: Evidence) -> dict[str, Any]:
    text = document.text
    return {
        "id": f"{urn('document', document.id)}:annotation:{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": f"{what}/{q.field}"},
            {"type": "TextualBody", "purpose": "describing", "value": f"seen by the rule {q.rule}"},
        ],
        "target": {
            "source": document.url or urn("document", document.id),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": q.quote,
                    "prefix": text[max(q.start - AROUND, 0) : q.start],
                    "suffix": text[q.end : q.end + AROUND],
                },
                {"type": "TextPositionSelector", "start": q.start, "end": q.end},
            ],
        },
    }


FORMAT = Format("annotations", "every piece of evidence as a W3C Web Annotation", lambda s: page(s.read()))
