"""Markdown: the dossier of a pair, for a note or a file."""

from collections.abc import Iterable, Iterator

from memcon.errors import RecordError
from memcon.export.format import Format
from memcon.export.selection import Selection
from memcon.merging import Entry
from memcon.questions import parties, wording
from memcon.questions.claims import Checked
from memcon.questions.commitments import Undertaking
from memcon.questions.dossier import Broken, Dossier, Holder
from memcon.questions.gaps import Gap
from memcon.questions.mechanisms import Life

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def dossier(d: Dossier) -> str:
    """All about two parties as of a day, under headings; a part with nothing in it is left out."""
    a, b = (parties.name(p) for p in d.parties)
    lines = [f"# {_text(a)} – {_text(b)}", "", f"As of {wording.date(d.as_of)}. {_rests_on(d)}", "", _silence(d.gap)]
    told = (
        ("Last contact", [f"- {last.level}, {last.channel}: {_entry(last.entry)}" for last in d.last]),
        ("Refused, unanswered, broken off", [_broken(x) for x in d.breaks]),
        ("Planned", [f"- {_entry(e)}" for e in d.planned]),
        ("Who speaks for them", [_holder(h) for h in d.holders]),
        ("Mechanisms", [_life(m) for m in d.mechanisms]),
        ("Open commitments", [*(_promise(u) for u in d.commitments), *_totals(d.totals)]),
        ("Claims about the record", [_claim(c) for c in d.claims]),
        ("Timeline", list(_timeline(d.timeline))),
    )
    for heading, found in told:
        if found:
            lines += ["", f"## {heading}", "", *found]
    return "\n".join(lines) + "\n"


def _rests_on(d: Dossier) -> str:
    if not d.coverage.documents:
        return "Nothing that bears on the two was read: no contact in the record means nothing here."
    outlets = ", ".join(f"{_text(name)} ({count})" for name, count in d.coverage.outlets)
    span = f", {wording.date(d.coverage.first)} to {wording.date(d.coverage.last)}" if d.coverage.first else ""
    return f"Rests on {d.coverage.documents} document{'' if d.coverage.documents == 1 else 's'}{span}: {outlets}."


def _silence(g: Gap) -> str:
    if g.days is None:
        return "No dated contact is in the record."
    usual = f"; {g.median:g} days between contacts are usual, {g.longest} the longest before" if g.median else ""
    verdict = {True: ": out of habit", False: ": within habit", None: ""}[g.unusual]
    return f"**{g.days} days without contact**{usual}{verdict}."


def _entry(e: Entry) -> str:
    where = wording.place(e.place)
    told = f"{wording.date(e.date)}, {wording.kind(e)}, {_text(wording.who(e))}{', ' + _text(where) if where else ''}"
    return f"{told} ({', '.join(_text(name) for name in e.documents)}; `{e.id}`)"


def _timeline(entries: Iterable[Entry]) -> Iterator[str]:
    for e in entries:
        yield f"- {_entry(e)}"
        yield f"  > {_text(' '.join(e.evidence.split()))}"


def _broken(x: Broken) -> str:
    after = wording.followed(x.entry, x.answered)
    return f"- {_entry(x.entry)}: **{after}**"


def _holder(h: Holder) -> str:
    term = f" ({wording.date(h.since)} – {wording.date(h.until) if h.until else ''})" if h.since else ""
    return f"- {h.party}, {h.office.replace('_', ' ')}: {_text(h.name)}{term}"


def _life(m: Life) -> str:
    held = [r for r in m.rounds if r.status == "held"]
    notes = [
        f"last held {wording.date(held[-1].date)}" if held else "",
        f"meant to be {m.cadence}" if m.cadence else "",
        f"next due {wording.date(m.next_due)}" if m.next_due else "",
        f"runs {wording.date(m.period)}" if m.period else "",
    ]
    return f"- **{_text(m.name)}**, {m.state}{''.join(f', {n}' for n in notes if n)}"


def _promise(u: Undertaking) -> str:
    sides = f"{u.by or '?'} → {u.to}" if u.to else u.by or "?"
    amount = f", {wording.amount(u.amount.value, u.amount.currency)}" if u.amount else ""
    due = f", due {wording.date(u.due)}" if u.due else ""
    return f"- {_text(sides)}: {_text(u.what)}{amount}{due}, {u.status.replace('_', ' ')}"


def _totals(totals: Iterable[tuple[str, float]]) -> list[str]:
    sums = [wording.amount(value, currency) for currency, value in totals]
    return ["", f"Open, in all: {'; '.join(sums)}."] if sums else []


def _claim(c: Checked) -> str:
    return f"- “{_text(' '.join(c.quote.split()))}” ({_text(c.document)}): **{c.verdict}**, {_text(c.why)}"


def _text(value: str) -> str:
    """Words that no reader of Markdown takes for markup."""
    return value.translate(_SPECIAL)


def _write(selection: Selection) -> str:
    a = selection.asked
    if len(a.parties) != 2:
        raise RecordError("a Markdown dossier is of two parties; name both, as in: --party GBR --party USA")
    return dossier(selection.record.dossier(*a.parties, as_of=a.as_of, since=a.since, until=a.until))


FORMAT = Format("markdown", "the dossier of two parties", _write)
