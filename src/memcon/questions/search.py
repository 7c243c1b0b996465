"""Words in documents, with the place they were found and the entries of that document."""

import msgspec
from sqlalchemy.engine import Connection

from memcon.record import Kept, archive, finding
from memcon.record import search as index


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A document that holds all the words asked for, best first; `start` and `end` are positions in its text."""

    document: Kept
    snippet: str
    start: int
    end: int
    entries: tuple[str, ...]


def search(
    connection: Connection, text: str, *, since: str | None = None, until: str | None = None, limit: int = 20
) -> list[Found]:
    """Documents with all the words, ranked; words in quotation marks are a phrase, Chinese is found character by
    character, in simplified and traditional ones. `since` and `until` bound the documents' dates.
    """
    hits = index.find(connection, text, limit, index.Days(since, until))
    kept = {d.id: d for d in archive.kept(connection, [h.document for h in hits])}
    found = []
    for hit in hits:
        document = kept[hit.document]
        entries = tuple(e.id for e in finding.entries(connection, document=hit.document))
        found.append(Found(document=document, snippet=hit.snippet, start=hit.start, end=hit.end, entries=entries))
    return found
