"""`memcon search`."""

import click

from memcon.cli import options


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@options.span
@options.record
@options.form
def command(words: tuple[str, ...], limit: int, since: str | None, until: str | None, record: str, form: str) -> None:
    """Documents with all the words of TEXT, best first. A phrase goes in quotation marks; diacritics do not count.

    \b
    Example:
      memcon search strategic dialogue
      memcon search '"strategic dialogue" Taiwan'
      memcon search 战略对话
    """
    with options.opened(record) as held:
        answer = held.search(" ".join(words), since=since, until=until, limit=limit)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        rows = (
            {"document": f.document.id, "date": f.document.date, "outlet": f.document.outlet, "url": f.document.url,
             "snippet": f.snippet, "start": f.start, "end": f.end, "entries": f.entries}
            for f in answer
        )  # fmt: skip
        printing.as_csv(("document", "date", "outlet", "url", "snippet", "start", "end", "entries"), rows)
    else:
        from memcon.cli import screen, wording

        for f in answer:
            notes = " · ".join(v for v in (wording.date(f.document.date), f.document.outlet) if v)
            screen.line((f.document.id, "bold"), (f"  {notes}", "dim"))
            screen.line(f.snippet, indent=2)
        if not answer:
            screen.line(("No document has all these words.", "dim"))
