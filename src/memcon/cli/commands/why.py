"""`memcon why`."""

from typing import TYPE_CHECKING, Any

import click

from memcon.cli import options

if TYPE_CHECKING:
    from memcon.questions.why import Why


@click.command("why")
@click.argument("entry")
@options.record
@options.form
def command(entry: str, record: str, form: str) -> None:
    """Every field of an ENTRY: each value that any source gives, the quotes it rests on, and the rule that saw it.

    ENTRY is the id that `memcon timeline` prints, or as much of its beginning as no other entry shares.

    \b
    Example:
      memcon why 2024-04-16-chn-usa-video-call
    """
    with options.opened(record) as held:
        answer = held.why(entry)
    if form == "json":
        from memcon.cli import printing

        printing.as_json(answer)
    elif form == "csv":
        from memcon.cli import printing

        printing.as_csv(("field", "value", "shown", "document", "quote", "start", "end", "rule"), _rows(answer))
    else:
        _shown(answer)


def _rows(answer: "Why") -> list[dict[str, Any]]:
    return [
        {
            "field": f.field,
            "value": plain(f.field, f.value),
            "shown": f.shown,
            "document": g.document,
            "quote": g.quote,
            "start": g.start,
            "end": g.end,
            "rule": g.rule,
        }
        for f in answer.fields
        for g in f.grounds
    ]


def plain(field: str, value: Any) -> str:
    """A field's value as a person writes it."""
    from memcon.cli import wording

    if field == "date":
        return wording.date(value)
    if field == "place":
        return wording.place(value)
    if field == "participants":
        role = f", {value['role']}" if value.get("role") else ""
        name = value.get("name") or value.get("party") or "?"
        party = f" ({value['party']})" if value.get("name") and value.get("party") else ""
        return f"{name}{party}{role}"
    if field == "first_since":
        return f"first in {wording.duration(value)}"
    return str(value).replace("_", " ")


def _shown(answer: "Why") -> None:
    from memcon.cli import entries, screen, wording

    entry = answer.entry
    entries.one(entry)
    if answer.rejected:
        screen.line(("An analyst rejected this entry: no question counts it.", "red"))
    screen.blank()
    numbers = {d.id: n for n, d in enumerate(answer.documents, 1)}
    said: dict[tuple[str, str], int] = {}
    for f in answer.fields:
        label = f.field.replace("_", " ")
        differs = f.field in entry.disagreements
        made = next((d for d in reversed(answer.decisions) if f.field in d.values), None)
        note = "" if f.shown else "  not shown: another value has more or surer sources"
        if made is not None:
            said_so = f"  decision {made.number}, {made.author}: {made.reason}"
            note = said_so if f.shown else f"  not shown: decision {made.number}"
        screen.hanging(
            label, (plain(f.field, f.value), "bold" if f.shown else ""), (note, "yellow" if differs else "dim")
        )
        for g in f.grounds:
            rule = f" {g.rule}" if g.rule else ""
            where = f"[{numbers.get(g.document, '?')}]"
            key = (g.document, g.quote)
            if key in said:
                screen.line((f"the words above  {where}{rule}", "dim"), indent=13)
            else:
                said[key] = 1
                screen.quote(g.quote, f"{where}{rule}", indent=13)
    if entry.topics:
        screen.hanging("topics", ", ".join(entry.topics))
    _context(answer)
    screen.blank()
    screen.heading("Sources")
    for d in answer.documents:
        told = " · ".join(v for v in (d.outlet, wording.date(d.date), d.title, d.url) if v)
        screen.hanging(f"[{numbers[d.id]}]", (d.id, "blue"), f"  {told}", width=4)


def _context(answer: "Why") -> None:
    from memcon.cli import screen, wording

    entry = answer.entry
    if entry.reasons:
        screen.blank()
        screen.heading("Why these reports are one event")
        for r in entry.reasons:
            screen.hanging(f"{r.score:.1f}", f"{r.left[0]} and {r.right[0]}: ", ("; ".join(r.because), "dim"), width=5)
    if answer.neighbours:
        screen.blank()
        screen.heading("Belongs with")
        for n in answer.neighbours:
            how = n.how.replace("_", " ")
            screen.hanging(how, f"{wording.kind(n.entry)}, {wording.date(n.entry.date)}  ", (n.entry.id, "blue"))
    if answer.decisions:
        screen.blank()
        screen.heading("Decisions")
        for d in answer.decisions:
            screen.hanging(f"{d.number}", f"{d.kind} by {d.author}, {d.at[:10]}: {d.reason}", width=4)
