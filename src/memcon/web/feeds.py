"""Lists as Atom feeds (RFC 4287): the newest of a list, each with a link to its page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from starlette.requests import Request
from starlette.responses import Response

from memcon.model import interval

# What XML 1.0 cannot hold, even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH = "1970-01-01T00:00:00Z"  # for what has no date: a feed needs one


@dataclass(frozen=True)
class Item:
    """One entry of a feed. `at` is a time or a day, ISO 8601; `path` leads to its page here."""

    title: str
    path: str
    at: str | None
    summary: str


def atom(request: Request, title: str, path: str, items: Iterable[Item]) -> Response:
    """A feed of a list whose page is at `path`."""
    root = f"{request.url.scheme}://{request.headers['host']}"
    held = list(items)
    newest = max((_time(i.at) for i in held), default=_EPOCH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_text(title)}</title>",
        f"<id>{_text(root + path)}</id>",
        f"<link href={quoteattr(root + path)}/>",
        f'<link rel="self" href={quoteattr(str(request.url))}/>',
        f"<updated>{newest}</updated>",
        "<author><name>memcon</name></author>",
    ]
    for i in held:
        address = root + i.path
        lines += [
            "<entry>",
            f"<title>{_text(i.title)}</title>",
            f"<id>{_text(address)}</id>",
            f"<link href={quoteattr(address)}/>",
            f"<updated>{_time(i.at)}</updated>",
            f"<summary>{_text(i.summary)}</summary>",
            "</entry>",
        ]
    return Response("\n".join([*lines, "</feed>", ""]), media_type="application/atom+xml; charset=utf-8")


def day(edtf: str | None) -> str | None:
    """The first day an EDTF date may mean, for `at`."""
    days = interval(edtf)
    return days.first.isoformat() if days else None


def _time(at: str | None) -> str:
    if not at:
        return _EPOCH
    return at if "T" in at else f"{at}T00:00:00Z"


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))
