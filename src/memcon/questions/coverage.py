"""How much was read: so that no contact is never confused with nothing read."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy.engine import Connection

from memcon.record import archive, bearing, tally

UNKNOWN = "outlet not known"


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
    wanted = list(parties)
    if not wanted:
        return _whole(connection)
    read = bearing.read_of(connection, wanted)
    outlets: Counter[str] = Counter()
    years: Counter[str | None] = Counter()
    for r in read:
        outlets[r.outlet or UNKNOWN] += r.documents
        years[r.year] += r.documents
    return Coverage(
        documents=outlets.total(),
        undated=years.pop(None, 0),
        first=min((r.first for r in read if r.first), default=None),
        last=max((r.last for r in read if r.last), default=None),
        outlets=_most_first(outlets),
        years=tuple(sorted((year, n) for year, n in years.items() if year)),
    )


def _whole(connection: Connection) -> Coverage:
    """Coverage of the whole record, from the numbers it keeps."""
    years = tally.of(connection, "documents")
    undated = years.pop(tally.UNDATED, 0)
    first, last = archive.days_read(connection)
    return Coverage(
        documents=undated + sum(years.values()),
        undated=undated,
        first=first,
        last=last,
        outlets=_most_first({name or UNKNOWN: n for name, n in tally.of(connection, "outlet").items()}),
        years=tuple(sorted(years.items())),
    )


def _most_first(outlets: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0])))
