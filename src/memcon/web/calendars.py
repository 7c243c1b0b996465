"""What is due as an iCalendar file (RFC 5545): whole days, so that no zone can shift them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.responses import Response

from memcon.model import interval


@dataclass(frozen=True)
class Due:
    """Something due. `when` is EDTF; what is uncertain spans all the days it may be."""

    name: str
    when: str
    summary: str
    description: str
    address: str


def ical(title: str, items: Iterable[Due], stamp: dt.date) -> Response:
    """A calendar of what is due; items without a readable date are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//memcon//memcon//EN", f"X-WR-CALNAME:{_text(title)}"]
    for i in items:
        days = interval(i.when)
        if days is None or days.last.year >= 9999:
            continue
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_text(i.name)}@memcon",
            f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{days.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{days.last + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(i.summary)}",
            f"DESCRIPTION:{_text(i.description)}",
            f"URL:{i.address}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    text = "\r\n".join(_folded(line) for line in [*lines, "END:VCALENDAR"]) + "\r\n"
    return Response(text, media_type="text/calendar; charset=utf-8")


def _text(value: str) -> str:
    plain = "".join(c for c in value if c == "\n" or ord(c) >= 32)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 bytes a line, cut between characters."""
    if len(line) <= 75 and line.isascii():
        return line
    pieces: list[str] = []
    piece = ""
    for c in line:
        if len((piece + c).encode()) > (75 if not pieces else 74):
            pieces.append(piece)
            piece = ""
        piece += c
    return "\r\n ".join([*pieces, piece])
