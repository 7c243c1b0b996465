"""How much was read: so that no contact is never confused with nothing read."""

from collections import Counter
from collections.abc import Iterable

import msgspec
from sqlalchemy.engine import Connection

from memcon.record import Kept, finding


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Documents that bear on a question: how many, over which time (ISO 8601 days), from which outlets.

    `outlets` are pairs of outlet and number of documents, the most first; `years` likewise, in order of year.
    """

    documents: int
    undated: int
    first: str | None
    last: str | None
    outlets: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


def coverage(connection: Connection, parties: Iterable[str] = ()) -> Coverage:
    """Coverage of documents that speak of all of some parties together; of all documents without any."""
    return of(finding.about(connection, parties))


def of(documents: Iterable[Kept]) -> Coverage:
    """Coverage of some documents."""
    held = list(documents)
    outlets = Counter(d.outlet or "outlet not known" for d in held)
    years = Counter(d.first[:4] for d in held if d.first)
    return Coverage(
        documents=len(held),
        undated=sum(d.first is None for d in held),
        first=min((d.first for d in held if d.first), default=None),
        last=max((d.last for d in held if d.last), default=None),
        outlets=tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        years=tuple(sorted(years.items())),
    )
