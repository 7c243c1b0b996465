"""memcon keeps one sourced, queryable record of diplomacy from news reports and official readouts.

    import memcon

    reading = memcon.read("US Secretary of State Antony Blinken met ...", date="2024-07-27")
    with memcon.Record("memcon.db") as record:
        ...

Importing memcon is cheap: parsers and the store are loaded when first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.model import Document, Reading
    from memcon.questions.record import Record

__all__ = ["Document", "Reading", "Record", "read"]


def read(
    text: "str | Document",
    *,
    id: str | None = None,
    date: str | None = None,
    url: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> "Reading":
    """Everything one text says, each field with the quote it rests on.

    `date` is what the source states outside the text (EDTF, as `2024-09-10`); a date inside the text is found by the
    reading. Without an `id` the text is named by its hash.
    """
    from memcon.knowledge import load
    from memcon.model import Document
    from memcon.reading import read as reading_of

    if isinstance(text, Document):
        document = text
    else:
        document = Document(id=id or "text", text=text, date=date, url=url, title=title, outlet=outlet)
        if id is None:
            document = Document(id=document.sha256[:16], text=text, date=date, url=url, title=title, outlet=outlet)
    return reading_of(document, load())


def __getattr__(name: str) -> Any:
    if name == "Record":
        from memcon.questions.record import Record

        return Record
    if name in ("Reading", "Document"):
        from memcon import model

        return getattr(model, name)
    raise AttributeError(f"module 'memcon' has no attribute {name!r}")
