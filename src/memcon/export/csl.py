"""CSL-JSON: the sources as references, for Zotero, pandoc and whatever else cites."""

import json
import re
from collections.abc import Iterable
from typing import Any

from memcon.export.format import Format
from memcon.model import Document, Reading


def references(read: Iterable[tuple[Document, Reading]]) -> str:
    """An item each: an article where an outlet is known, else a web page where an address is, else a document."""
    items = [_item(document, reading) for document, reading in read]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(document: Document, reading: Reading) -> dict[str, Any]:
    outlet = document.outlet or reading.outlet
    item: dict[str, Any] = {
        "id": document.id,
        "type": "article-newspaper" if outlet else "webpage" if document.url else "document",
        "title": document.title or reading.title or document.id,
    }
    if document.author:
        item["author"] = [{"literal": document.author}]
    if outlet:
        item["container-title"] = outlet
    if issued := _issued(document.date or reading.document_date):
        item["issued"] = issued
    if document.url:
        item["URL"] = document.url
    if reading.languages:
        item["language"] = reading.languages[0]
    return item


def _issued(edtf: str | None) -> dict[str, Any] | None:
    """CSL's date: one list of year, month and day, or two for an interval; `circa` where it is uncertain."""
    if not edtf:
        return None
    ends = [re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", end) for end in edtf.split("/")]
    parts = [[int(p) for p in m.groups() if p] for m in ends if m]
    if not parts:
        return None
    issued: dict[str, Any] = {"date-parts": parts}
    if re.search(r"[~?%]", edtf):
        issued["circa"] = True
    return issued


FORMAT = Format("csl", "the sources as references (CSL-JSON)", lambda s: references(s.read()))
