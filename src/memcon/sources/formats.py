"""The formats that documents come in: a list of them, and how a file's is told."""

from collections.abc import Callable, Iterator

import msgspec

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import csvtable, feed, html, jsonlines, parquet, text, warc
from memcon.sources.origin import Origin


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format: its name on the command line, the endings of its files and media types, and its reader.

    `read` yields documents, and errors for those that cannot be read while others can; it raises DocumentError where
    nothing can be read, and MissingExtra where a package is needed.
    """

    name: str
    description: str
    endings: tuple[str, ...]
    media: tuple[str, ...] = ()
    read: Callable[[Origin], Iterator[Document | DocumentError]]


FORMATS: tuple[Format, ...] = (
    Format(
        name="text",
        description="Plain text, one document a file",
        endings=(".txt", ".text", ".md"),
        media=("text/plain", "text/markdown"),
        read=text.read,
    ),
    Format(
        name="html",
        description="Web pages: the story without menus, with title, author, outlet and date",
        endings=(".html", ".htm", ".xhtml"),
        media=("text/html", "application/xhtml+xml"),
        read=html.read,
    ),
    Format(
        name="jsonl",
        description="JSON Lines, one document a line, with a column map",
        endings=(".jsonl", ".ndjson"),
        media=("application/jsonl", "application/x-ndjson"),
        read=jsonlines.read,
    ),
    Format(
        name="json",
        description="A JSON file: a GOV.UK content item, a document, or a list of documents",
        endings=(".json",),
        media=("application/json",),
        read=jsonlines.read_file,
    ),
    Format(
        name="csv",
        description="Tables as CSV or TSV, one document a row, with a column map",
        endings=(".csv", ".tsv"),
        media=("text/csv", "text/tab-separated-values"),
        read=csvtable.read,
    ),
    Format(
        name="parquet",
        description="Parquet tables, one document a row, with a column map",
        endings=(".parquet",),
        media=("application/vnd.apache.parquet",),
        read=parquet.read,
    ),
    Format(
        name="warc",
        description="Web archives: every page of text that was found",
        endings=(".warc",),
        media=("application/warc",),
        read=warc.read,
    ),
    Format(
        name="feed",
        description="RSS and Atom feeds: every entry, as far as the feed carries it",
        endings=(".rss", ".atom", ".xml"),
        media=("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
        read=feed.read,
    ),
)


def by_name(name: str) -> Format:
    """The format of a name; KeyError where there is none."""
    return next((f for f in FORMATS if f.name == name), None) or _unknown(name)


def _unknown(name: str) -> Format:
    raise KeyError(f"no format {name!r}: one of {', '.join(f.name for f in FORMATS)}")


def by_ending(path: str) -> Format | None:
    """The format of a file name, also with `.gz` behind it; None where the ending tells nothing."""
    low = path.lower().removesuffix(".gz")
    return next((f for f in FORMATS if low.endswith(f.endings)), None)


def told(origin: Origin) -> Format:
    """The format of an origin by its ending, its media type, or its first bytes; plain text where nothing tells."""
    media = (origin.content_type or "").partition(";")[0].strip().lower()
    return (
        next((f for f in FORMATS if media and media in f.media), None)
        or by_ending(origin.name)
        or _sniffed(origin.first(2048))
    )


_BEGINNINGS = ((b"par1", "parquet"), (b"warc/", "warc"), (b"[", "json"), (b"<rss", "feed"), (b"<feed", "feed"))


def _sniffed(start: bytes) -> Format:
    low = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for magic, name in _BEGINNINGS:
        if low.startswith(magic):
            return by_name(name)
    if low.startswith(b"{"):  # an object that is closed in its line has others under it
        return by_name("jsonl" if low.partition(b"\n")[0].rstrip().endswith(b"}") else "json")
    if low.startswith(b"<?xml") and (b"<rss" in low or b"<feed" in low or b"<rdf" in low):
        return by_name("feed")
    if low.startswith((b"<!doctype html", b"<html")) or b"<body" in low:
        return by_name("html")
    return by_name("text")
