"""The pages and items that texts were taken from, kept beside the documents and looked up only when asked for."""

import zlib
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from memcon.errors import RecordDamaged
from memcon.model import Document, Original
from memcon.record import schema
from memcon.record.rows import chunks


def put(connection: Connection, came: Iterable[Document], gone: Iterable[str] = ()) -> None:
    """Keep the originals of documents in place of those of the same ids; those of `gone` are taken out."""
    documents = list(came)
    for piece in chunks([*(d.id for d in documents), *gone]):
        connection.execute(schema.original.delete().where(schema.original.c.id.in_(piece)))
    rows = [
        {"id": d.id, "media_type": o.media_type, "size": len(o.body), "body": zlib.compress(o.body)}
        for d in documents
        if (o := d.original) is not None
    ]
    if rows:
        connection.execute(schema.original.insert(), rows)


def get(connection: Connection, names: Iterable[str]) -> dict[str, Original]:
    """The originals of those documents that have one, by the ids under which they came."""
    found: dict[str, Original] = {}
    for piece in chunks(names):
        rows = connection.execute(sa.select(schema.original).where(schema.original.c.id.in_(piece)))
        found.update((r.id, Original(media_type=r.media_type, body=_inflated(r.id, r.body))) for r in rows)
    return found


def _inflated(name: str, body: bytes) -> bytes:
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise RecordDamaged(f"the original of {name} is damaged ({error}); read the document again") from error
