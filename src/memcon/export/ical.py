"""iCalendar (RFC 5545): dated events as whole days, so that no time zone can shift them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from memcon.export import entrytext
from memcon.export.format import Format
from memcon.merging import Entry
from memcon.model import interval
from memcon.questions import wording

_STATUS = {"occurred": "CONFIRMED", "planned": "TENTATIVE", "cancelled": "CANCELLED", "denied": "CANCELLED"}


def calendar(entries: Iterable[Entry], addresses: Mapping[str, str], stamp: dt.date) -> str:
    """A calendar of the entries; an uncertain date spans all the days it may be, an undated entry is left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//memcon//memcon//EN", "X-WR-CALNAME:memcon"]
    for e in entries:
        lines += _event(e, addresses, stamp)
    return "".join(piece + "\r\n" for line in [*lines, "END:VCALENDAR"] for piece in _folded(line))


def _event(e: Entry, addresses: Mapping[str, str], stamp: dt.date) -> list[str]:
    days = interval(e.date)
    if days is None or days.last.year >= 9999:
        return []
    url, place = entrytext.address(e, addresses), wording.place(e.place)
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(e.id)}@memcon",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{days.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{days.last + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(entrytext.title(e))}",
        f"DESCRIPTION:{_text(entrytext.summary(e))}",
        f"CATEGORIES:{_text(e.type)}",
        f"STATUS:{_STATUS[e.status]}",
        *([f"LOCATION:{_text(place)}"] if place else []),
        *([f"URL:{_plain(url)}"] if url else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _plain(value: str) -> str:
    return "".join(c for c in value if ord(c) >= 32)


def _text(value: str) -> str:
    plain = "".join(c for c in value if c == "\n" or ord(c) >= 32)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """At most 75 bytes a line, cut between characters; what goes on begins with a space."""
    piece = ""
    for c in line:
        if len((piece + c).encode("utf-8", "replace")) > 75:
            yield piece
            piece = " "
        piece += c
    yield piece


FORMAT = Format("ical", "dated events as a calendar", lambda s: calendar(s.entries, s.addresses, s.day))
