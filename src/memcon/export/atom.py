"""Atom (RFC 4287): the entries as a feed, the newest first."""

from collections.abc import Iterable, Mapping

from memcon.export import entrytext
from memcon.export.format import Format
from memcon.export.xmltext import attribute, text
from memcon.merging import Entry

_EPOCH = "1970-01-01"  # for what has no date: a feed needs one


def feed(entries: Iterable[Entry], addresses: Mapping[str, str]) -> str:
    """A feed of the entries; `updated` is the day a source first told of an entry, linked to its first source."""
    held = newest_first(entries)
    newest = max((day for _, day in held), default=_EPOCH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        "<title>memcon</title>",
        "<id>urn:memcon:feed</id>",
        f"<updated>{newest}T00:00:00Z</updated>",
        "<author><name>memcon</name></author>",
    ]
    for e, day in held:
        url = entrytext.address(e, addresses)
        lines += [
            "<entry>",
            f"<title>{text(entrytext.title(e))}</title>",
            f"<id>{text(entrytext.urn('entry', e.id))}</id>",
            f"<updated>{day}T00:00:00Z</updated>",
            *([f"<link href={attribute(url)}/>"] if url else []),
            *(f"<category term={attribute(word)}/>" for word in (e.type, *e.parties)),
            f"<summary>{text(entrytext.summary(e))}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def newest_first(entries: Iterable[Entry]) -> list[tuple[Entry, str]]:
    """Entries with the day a source first told of each, the newest first."""
    dated = [(e, entrytext.known_on(e) or _EPOCH) for e in entries]
    return sorted(dated, key=lambda d: (d[1], d[0].id), reverse=True)


FORMAT = Format("atom", "the entries as an Atom feed", lambda s: feed(s.entries, s.addresses))
