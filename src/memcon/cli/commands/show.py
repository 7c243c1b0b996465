"""`memcon show`."""

import sys
from typing import TYPE_CHECKING

import click

from memcon.cli import options

if TYPE_CHECKING:
    from memcon.questions.show import Shown

_STYLES = {
    "event": "bold green",
    "statement": "cyan",
    "commitment": "yellow",
    "mechanism": "magenta",
    "tenure": "blue",
    "claim": "bold red",
    "naming": "red",
    "date": "underline",
}


@click.command("show")
@click.argument("document")
@click.option("--original", is_flag=True, help="Write the page or item that the text was taken from, as it came.")
@options.record
@options.form
def command(document: str, original: bool, record: str, form: str) -> None:
    """The text of a DOCUMENT with what was read from it marked, and a list of the marks.

    DOCUMENT is its id: for a file, the name without its ending.

    \b
    Example:
      memcon show call-2024-04-02-beijing
      memcon show some-page --original > some-page.html
    """
    with options.opened(record) as held:
        if original:
            sys.stdout.buffer.write(held.original(document).body)
            sys.stdout.buffer.flush()
            return
        answer = held.show(document)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        rows = (
            {
                "number": m.number,
                "kind": m.kind,
                "start": m.start,
                "end": m.end,
                "says": m.says,
                "entry": m.entry,
                "quote": answer.document.text[m.start : m.end],
            }
            for m in answer.marks
        )
        printing.as_csv(("number", "kind", "start", "end", "says", "entry", "quote"), rows)
    else:
        _shown(answer)


def _shown(answer: "Shown") -> None:
    from memcon.cli import screen, wording

    document, reading = answer.document, answer.reading
    basis = f", {reading.date_basis}" if reading.date_basis else ""
    title = document.title or reading.title or document.id
    screen.heading(title)
    notes = (document.outlet or reading.outlet, f"{wording.date(reading.document_date)}{basis}",
             " ".join(reading.languages), document.url)  # fmt: skip
    screen.line((" · ".join(n for n in notes if n), "dim"))
    screen.blank()
    screen.marked(document.text.strip("\n"), _spans(answer))
    screen.blank()
    screen.heading("Read from this text")
    for m in answer.marks:
        pieces: list[str | tuple[str, str]] = [(m.kind, _STYLES[m.kind]), f"  {m.says}"]
        if m.entry:
            pieces.append((f"  {m.entry}", "dim"))
        screen.hanging(str(m.number), *pieces, width=4)
    if not answer.marks:
        screen.line(("Nothing: memcon saw no diplomacy in it.", "dim"))


def _spans(answer: "Shown") -> list[tuple[int, int, str, str]]:
    lead = len(answer.document.text) - len(answer.document.text.lstrip("\n"))
    return [(m.start - lead, m.end - lead, _STYLES[m.kind], f"{m.number}") for m in answer.marks]
