"""The addresses of pages, so that every one is written in one place."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

Query = str | int | None | Iterable[str]


def of(path: str, **query: Query) -> str:
    """A path with its query; empty values are left out, lists are repeated."""
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        if value is None or value == "":
            continue
        values = [str(value)] if isinstance(value, (str, int)) else [str(v) for v in value]
        pairs += [(name, v) for v in values if v]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def event(name: str) -> str:
    """The page of an entry."""
    return f"/event/{quote(name, safe='')}"


def compared(name: str) -> str:
    """Both sides' accounts of an entry."""
    return f"/compare/{quote(name, safe='')}"


def document(name: str, mark: int | None = None) -> str:
    """A document, at one of its marks."""
    return f"/document/{quote(name, safe='')}" + (f"#m{mark}" if mark else "")


def pair(a: str, b: str) -> str:
    """The dossier of two parties."""
    return f"/pair/{quote(a, safe='')}/{quote(b, safe='')}"


def official(name: str, party: str | None = None) -> str:
    """A person, by identity or name."""
    return of(f"/official/{quote(name, safe='')}", party=party)
