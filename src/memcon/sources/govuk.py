"""GOV.UK content items: the JSON that www.gov.uk/api/content gives for each of its pages."""

from collections.abc import Mapping
from typing import Any

import msgspec

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources.markup import paragraphs
from memcon.sources.origin import Origin
from memcon.sources.stamps import edtf_date

SITE = "https://www.gov.uk"


def is_content(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a content item."""
    return isinstance(item.get("base_path"), str) and isinstance(item.get("details"), dict)


def document(item: Mapping[str, Any], origin: Origin, where: str) -> Document:
    """The document of a content item: title, description and body, dated by the page's first publication.

    Its id is the last part of its address. DocumentError where the page has no body.
    """
    path = str(item["base_path"])
    details = item["details"]
    body = _body(details)
    if not body.strip():
        raise DocumentError(where, f"is a GOV.UK page without a body ({item.get('document_type', 'unknown type')})")
    title = str(item.get("title") or "").strip() or None
    head = [t for t in (title, str(item.get("description") or "").strip()) if t]
    date = item.get("first_published_at") or details.get("first_public_at") or item.get("public_updated_at")
    return Document(
        id=path.rstrip("/").rpartition("/")[2] or origin.id,
        text="\n\n".join([*head, body]),
        url=SITE + path,
        date=edtf_date(date),
        title=title,
        outlet=_organisations(item) or "GOV.UK",
        author=_speaker(details),
        original=origin.original(msgspec.json.encode(item), "application/json"),
    )


def _body(details: Mapping[str, Any]) -> str:
    body = details.get("body")
    if isinstance(body, list):  # the same in several forms: HTML is the one that is shown
        forms = {f.get("content_type"): f.get("content") for f in body if isinstance(f, dict)}
        body = forms.get("text/html") or next(iter(forms.values()), "")
    return paragraphs(body) if isinstance(body, str) else ""


def _organisations(item: Mapping[str, Any]) -> str | None:
    links = item.get("links")
    found = links.get("organisations") if isinstance(links, dict) else None
    if not isinstance(found, list):
        return None
    titles = [str(o["title"]) for o in found if isinstance(o, dict) and o.get("title")]
    return ", ".join(titles) or None


def _speaker(details: Mapping[str, Any]) -> str | None:
    speaker = details.get("speaker_without_profile") or details.get("speaker")
    return str(speaker) if isinstance(speaker, str) and speaker.strip() else None
