"""Where documents come from: files and folders, standard input, and the formats they are in.

    from memcon.sources import documents
    for document in documents(["reports/", "page.html", "-"]):
        ...

What cannot be read comes as a DocumentError in its place, naming the file and the reason; the rest goes on.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.sources.addresses import Web
    from memcon.sources.formats import FORMATS, Format
    from memcon.sources.gathering import documents
    from memcon.sources.origin import Columns, Limits
    from memcon.sources.same import joined
    from memcon.sources.watching import watch

__all__ = ["FORMATS", "Columns", "Format", "Limits", "Web", "documents", "joined", "watch"]

# Loaded when asked for: a record needs but one of these, and the timeline must come at once.
_PLACES = {
    "FORMATS": "formats",
    "Columns": "origin",
    "Format": "formats",
    "Limits": "origin",
    "Web": "addresses",
    "documents": "gathering",
    "joined": "same",
    "watch": "watching",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
