"""Whose account a document is: by the address it came from, or by the outlet that speaks for a state."""

import functools
import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from memcon.record import Kept


@functools.cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    held = tomllib.loads(Path(__file__).with_name("sides.toml").read_text("utf-8"))
    outlets = {name.casefold(): row["party"] for row in held["outlets"] for name in row["names"]}
    return outlets, dict(held["domains"])


def side(document: Kept) -> str | None:
    """The party whose official account a document is; None for a press report."""
    outlets, domains = _table()
    if document.outlet and document.outlet.casefold() in outlets:
        return outlets[document.outlet.casefold()]
    host = (urlsplit(document.url or "").hostname or "").removeprefix("www.")
    while host:
        if host in domains:
            return domains[host]
        host = host.partition(".")[2]
    return None


def words(name: str) -> str:
    """An outlet's name without what varies in how it is written."""
    return re.sub(r"\W+", " ", name).strip().casefold()
