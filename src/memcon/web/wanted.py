"""What an address asks for: parties, time, types, day. Wrong values are answered in words, with status 400."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from starlette.requests import Request

from memcon.errors import RecordError
from memcon.questions import parties as naming
from memcon.questions.record import bounded
from memcon.questions.words import TYPES
from memcon.web import addresses

STATUSES = ("occurred", "planned", "cancelled", "denied")
LONGEST = 200  # characters of any one value


@dataclass(frozen=True)
class Wanted:
    """The filters of a list: party codes, time as asked and as days (ISO 8601), types, status.

    `cut` tells that its beginning was set here, because there is more than a page goes through at once.
    """

    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    status: str | None = None
    cut: bool = False
    days: dict[str, str | None] = field(default_factory=lambda: {"since": None, "until": None})

    def address(self, path: str, **more: str | int | None) -> str:
        """This filter, with more to it or other values, at another path: `/timeline.csv`, the next page."""
        query: dict[str, str | int | Iterable[str] | None] = {
            "party": self.parties,
            "since": None if self.cut else self.since,
            "until": self.until,
            "type": self.types,
            "status": self.status,
        }
        return addresses.of(path, **query | more)

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for but everything."""
        return bool(self.parties or self.since or self.until or self.types or self.status)


def filters(request: Request) -> Wanted:
    """The filters an address gives. Raises RecordError, and NotInRecord for a party nobody knows."""
    parties = [p for p in values(request, "party") if p]
    if len(parties) > 2:
        raise RecordError("name one party or two")
    types = [t.replace("-", "_").replace(" ", "_") for t in values(request, "type") if t]
    for t in types:
        if t not in TYPES:
            raise RecordError(f"there is no type of event {t}; the types are {', '.join(TYPES)}")
    status = text(request, "status")
    if status and status not in STATUSES:
        raise RecordError(f"there is no status {status}; they are {', '.join(STATUSES)}")
    since, until = text(request, "since"), text(request, "until")
    return Wanted(
        parties=tuple(dict.fromkeys(naming.code(p) for p in parties)),
        since=since,
        until=until,
        types=tuple(dict.fromkeys(types)),
        status=status,
        days=bounded(since, until),
    )


def values(request: Request, name: str) -> list[str]:
    """All values of a name in the query, in order. Raises RecordError where one is too long or holds a NUL."""
    found = [v.strip() for v in request.query_params.getlist(name)]
    if len(found) > 20 or any(len(v) > LONGEST or "\0" in v for v in found):
        raise RecordError(f"{name}: at most 20 values of {LONGEST} characters each")
    return found


def text(request: Request, name: str) -> str | None:
    """One value of the query; None where it is missing or empty."""
    return next((v for v in values(request, name) if v), None)


def start(request: Request) -> int:
    """How many items of a list the pages before have shown: `?start=100`."""
    asked = text(request, "start")
    if asked is None:
        return 0
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 8):
        raise RecordError("there is no such page")
    return int(asked)


def day(request: Request, today: dt.date) -> dt.date:
    """The day a question is asked as of: `?as_of=2024-09-10`, else today."""
    asked = text(request, "as_of")
    if asked is None:
        return today
    try:
        return dt.date.fromisoformat(asked)
    except ValueError:
        raise RecordError(f"{asked} is not a day such as 2024-09-10") from None
