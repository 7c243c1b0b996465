"""Where documents come from: files and folders, standard input, and the formats they are in.

    from memcon.sources import documents
    for document in documents(["reports/", "page.html", "-"]):
        ...

What cannot be read comes as a DocumentError in its place, naming the file and the reason; the rest goes on.
"""

from memcon.sources.addresses import Web
from memcon.sources.formats import FORMATS, Format
from memcon.sources.gathering import documents
from memcon.sources.origin import Columns, Limits
from memcon.sources.same import joined
from memcon.sources.watching import watch

__all__ = ["FORMATS", "Columns", "Format", "Limits", "Web", "documents", "joined", "watch"]
