"""Entries that one entry may be the same event as, for an analyst to choose from."""

import datetime as dt

from sqlalchemy.engine import Connection

from memcon.merging import Entry
from memcon.merging.report import FAMILIES
from memcon.model import interval
from memcon.questions import listing

AROUND = 45  # days before and after
LOOKED_AT = 100  # entries of the same parties that are held against it
OFFERED = 5


def nearby(connection: Connection, entry: Entry, limit: int = OFFERED) -> tuple[Entry, ...]:
    """Entries of the same parties, nearest first: by what they tell of (a meeting and a round of talks are alike), then
    by days between. Of an undated entry, the others that have no date, then the newest of any.
    """
    sides = entry.parties[:2]
    if not sides:
        return ()
    days = interval(entry.date)
    if days is None:
        found = listing.page(connection, sides, size=LOOKED_AT, after=listing.UNDATED, counted=False).entries
        if len(found) <= limit:
            found += listing.page(connection, sides, size=LOOKED_AT, counted=False).entries
    else:
        # Down from the last day looked at, so that an index gives the few that are wanted, whatever lies before them.
        until = min(days.last, dt.date.max - dt.timedelta(AROUND)) + dt.timedelta(AROUND)
        newest = listing.page(connection, sides, until=until.isoformat(), size=LOOKED_AT, counted=False).entries
        found = tuple(e for e in newest if (theirs := interval(e.date)) is not None and theirs.gap(days) <= AROUND)
    others = {e.id: e for e in found if e.id != entry.id}

    def apart(other: Entry) -> tuple[bool, int, str]:
        theirs = interval(other.date)
        gap = theirs.gap(days) if theirs is not None and days is not None else 0 if theirs is days else AROUND
        return _family(other) != _family(entry), gap, other.id

    return tuple(sorted(others.values(), key=apart)[:limit])


def _family(entry: Entry) -> str:
    return FAMILIES.get(entry.type, entry.type)
