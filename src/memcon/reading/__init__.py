"""One document in, one reading out: a pure function of the text and the fact tables, without I/O and without a
clock.
"""

from collections.abc import Callable

from memcon.knowledge import Knowledge, load
from memcon.model import Document, Evidence, Reading
from memcon.reading import alignment, chinese, dating, english, french, gate, passages
from memcon.reading.analysis import Page, Passage
from memcon.reading.findings import Findings
from memcon.reading.language import languages

READER = "2026.11"  # part of every reading: a record knows which reader its entries come from

Reader = Callable[[Page, tuple[int, ...], Knowledge, str | None], Findings]

LANGUAGES: dict[str, Reader] = {"en": english.read, "zh-Hans": chinese.read, "zh-Hant": chinese.read, "fr": french.read}


def read(document: Document, knowledge: Knowledge) -> Reading:
    """Everything `document` says.

    The text is cut into passages; those of each language are read by its rules; a page without diplomacy is left after
    the first look and gives a reading without entries.
    """
    if not gate.worth_cutting(document.text, knowledge):
        return _join(_uncut(document), _dated(dating.stated_at_the_top(document)))
    page = passages.cut(document)
    if not gate.diplomatic(page, knowledge):
        return _join(page, _dated(dating.stated(page)))
    by_reader: dict[Reader, list[int]] = {}
    for i in gate.relevant(page, knowledge):
        if (reader := LANGUAGES.get(page.passages[i].language)) is not None:
            by_reader.setdefault(reader, []).append(i)
    findings: dict[str, Findings] = {}
    today: str | None = None
    for reader, indices in by_reader.items():
        found = reader(page, tuple(indices), knowledge, today)
        today = today or found.today
        findings[page.passages[indices[0]].language] = found
    if len(findings) > 1:
        return _join(page, list(findings.values()), alignment.join(findings, page, knowledge))
    return _join(page, list(findings.values()))


def prepare() -> None:
    """Load the tables and the parser now rather than at the first page: what a worker does when it starts."""
    read(Document(id="", text="The foreign minister of France met the foreign minister of Germany in Paris."), load())


def _uncut(document: Document) -> Page:
    """A page that is left before it is cut, in one passage: most documents hold no diplomacy, and cutting costs more
    than all else that is done to them.
    """
    return Page(document, (Passage(0, len(document.text), "body", languages([document.text])[0]),))


def _headline(page: Page) -> str | None:
    """The title before the story; one within it is a subheading."""
    first = next((p for p in page.passages if p.kind in ("title", "body")), None)
    return " ".join(page.text[first.start : first.end].split()) if first and first.kind == "title" else None


def _dated(stated: tuple[str, Evidence] | None) -> list[Findings]:
    """What is known of a page without diplomacy: the date that it states."""
    return [Findings(today=stated[0], date_basis="stated", dating=(stated[1],))] if stated else []


def _join(
    page: Page,
    findings: list[Findings],
    joined: alignment.Joined | None = None,
) -> Reading:
    dated = next((f for f in findings if f.today), None)
    tags = dict.fromkeys(p.language for p in page.passages if p.kind in ("title", "body") and p.language != "und")
    return Reading(
        id=page.document.id,
        document_date=dated.today if dated else None,
        date_basis=dated.date_basis if dated else None,  # type: ignore[arg-type]
        dating=dated.dating if dated else (),
        languages=tuple(tags),
        title=page.document.title or _headline(page),
        outlet=page.document.outlet,
        events=joined.events if joined else tuple(e for f in findings for e in f.events),
        statements=joined.statements if joined else tuple(s for f in findings for s in f.statements),
        commitments=joined.commitments if joined else tuple(c for f in findings for c in f.commitments),
        mechanisms=tuple(m for f in findings for m in f.mechanisms),
        tenures=tuple(t for f in findings for t in f.tenures),
        claims=tuple(c for f in findings for c in f.claims),
        naming=tuple(n for f in findings for n in f.naming),
        translation_differences=joined.differences if joined else (),
        text_sha256=page.document.sha256,
        reader=READER,
    )
