"""What happened, in order: by party, pair, official, mechanism, type and time."""

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from memcon.merging import Entry
from memcon.record import finding


def timeline(
    connection: Connection,
    parties: Iterable[str] = (),
    *,
    since: str | None = None,
    until: str | None = None,
    types: Iterable[str] = (),
    official: str | None = None,
    mechanism: str | None = None,
    document: str | None = None,
    rejected: bool = False,
    limit: int | None = None,
) -> list[Entry]:
    """Entries with all of `parties` (codes), in order of date, undated ones last.

    `since` and `until` are days, ISO 8601: an entry whose date is uncertain counts where it may fall within; an undated
    entry does not. `official` is a name or an identity; `mechanism` some words of its name.
    """
    return finding.entries(
        connection,
        parties=parties,
        since=since,
        until=until,
        types=types,
        person=official,
        mechanism=mechanism,
        document=document,
        rejected=rejected,
        limit=limit,
    )
