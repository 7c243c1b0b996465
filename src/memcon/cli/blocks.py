"""Blocks of text that several answers share: a gap, a mechanism's life, a ledger, a claim, two accounts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from memcon.cli import screen, wording

if TYPE_CHECKING:
    from memcon.merging import Entry
    from memcon.questions.claims import Checked
    from memcon.questions.commitments import Undertaking
    from memcon.questions.compare import Comparison
    from memcon.questions.coverage import Coverage
    from memcon.questions.dossier import Holder
    from memcon.questions.gaps import Gap
    from memcon.questions.mechanisms import Life
    from memcon.questions.officials import Term

_VERDICTS = {"holds": "green", "contradicted": "red", "cannot be told": "yellow"}
_STATES = {"overdue": "red", "suspended": "red", "due": "yellow", "run out": "dim", "active": "green"}


def section(title: str) -> None:
    """A heading with a line of air above."""
    screen.blank()
    screen.heading(title)


def entry(e: "Entry", date: bool = True) -> list[str | tuple[str, str]]:
    """An entry in one line: when, what, who, and its id."""
    when = f"{wording.date(e.date)}  " if date else ""
    mark, style = wording.sign(e)
    return [when, (f"{mark} ", style), wording.kind(e), "  ", wording.who(e), (f"  {e.id}", "blue")]


def coverage(c: "Coverage") -> None:
    """How much was read."""
    if not c.documents:
        screen.line(("Nothing that bears on this was read: no contact in the record means nothing here.", "yellow"))
        return
    outlets = ", ".join(f"{name} ({count})" for name, count in c.outlets[:5])
    more = f" and {len(c.outlets) - 5} more" if len(c.outlets) > 5 else ""
    span = f"{wording.date(c.first)} to {wording.date(c.last)}" if c.first else "undated"
    count = f"{c.documents} document{'' if c.documents == 1 else 's'}"
    screen.line((f"Rests on {count}, {span}: {outlets}{more}.", "dim"))


def gap(g: "Gap") -> None:
    """A silence in a sentence."""
    if g.days is None:
        screen.line(("No dated contact is in the record.", "dim"))
        return
    words = f"{g.days:,} day{'' if g.days == 1 else 's'} without contact"
    verdict = {
        True: ", out of their habit",
        False: ", within their habit",
        None: "; too few contacts to call it unusual",
    }
    usual = ""
    if g.median is not None:
        days = f"{g.median:,.0f} day{'' if g.median == 1 else 's'}"
        usual = f" Usual between contacts: {days}; the longest before: {g.longest:,}."
    screen.line((words, "bold"), (verdict[g.unusual] + ".", "red" if g.unusual else "dim"), usual)


def holders(found: "Iterable[Holder]") -> None:
    """Office-holders in order, one line an office of a side."""
    groups: dict[tuple[str, str], list[str]] = {}
    for h in found:
        term = f" ({wording.date(h.since)} – {wording.date(h.until) if h.until else ''})" if h.since else ""
        groups.setdefault((h.party, h.office), []).append(h.name + term)
    for (party, office), names in groups.items():
        screen.hanging(f"{party} {office.replace('_', ' ')}", ", then ".join(names), width=26)


def life(m: "Life") -> None:
    """A mechanism and where it stands."""
    sides = ", ".join(m.parties) or "parties not told"
    screen.line((m.name, "bold"), f"  {sides}  ", (m.state, _STATES.get(m.state, "")))
    notes = []
    held = [r for r in m.rounds if r.status == "held"]
    if m.established:
        notes.append(f"since {wording.date(m.established)}")
    if held:
        notes.append(f"last held {wording.date(held[-1].date)}")
    if m.cadence:
        notes.append(f"meant to be {m.cadence}")
    if m.observed:
        every = f"{m.observed:g} months" if m.observed >= 2 else f"{m.observed * 30.44:.0f} days"
        notes.append(f"held every {every} so far")
    if m.next_due:
        basis = {"announced": "announced", "stated": "by its cadence", "observed": "by habit"}[m.basis or "stated"]
        notes.append(f"next due {wording.date(m.next_due)} ({basis})")
    if m.period:
        notes.append(f"runs {wording.date(m.period)}, out at the end of {m.period.split('/')[-1]}")
    notes.append(", ".join(m.documents[:3]))
    screen.line((" · ".join(notes), "dim"), indent=2)


def ledger(found: "Iterable[Undertaking]", totals: Iterable[tuple[str, float]], quoted: bool = False) -> None:
    """Promises, and what open ones sum to; `quoted` in the words of the documents, where they hold what is promised."""
    for u in found:
        told = " ".join(u.what.split())
        quotes = u.quotes[:2] if quoted else ()
        inside = any(told in " ".join(quote.split()) for _, quote in quotes)
        sides = f"{u.by or '?'} → {u.to}" if u.to else u.by or "?"
        amount = f"  {wording.amount(u.amount.value, u.amount.currency)}" if u.amount else ""
        due = f"  due {wording.date(u.due)}" if u.due else ""
        status = u.status.replace("_", " ")
        stands = (status, "red" if u.status == "overdue" else "dim")
        rest = ("", "") if quoted else (f"  {', '.join(u.documents[:2])}", "dim")
        first = "" if inside else f"{told}  "
        screen.hanging(sides.replace("|", ", "), first, stands, due, (amount, "bold"), rest, width=14, style="")
        for document, quote in quotes:
            screen.quote(quote, document, indent=15)
    sums = [wording.amount(value, currency) for currency, value in totals]
    if sums:
        screen.line((f"Open, in all: {'; '.join(sums)}.", "dim"))


def claim(c: "Checked") -> None:
    """A claim, the verdict and what it rests on."""
    screen.quote(c.quote, c.document, indent=0)
    screen.line((c.verdict, _VERDICTS[c.verdict]), f": {c.why}.", indent=2)
    for label, found in (("against it", c.against), ("before it", c.support), ("not counted", c.not_counted)):
        for e in found[:5]:
            screen.hanging(label, *entry(e), width=11, indent=2)


def accounts(c: "Comparison", quotes: bool = True) -> None:
    """Two sides' accounts: facts, topics, and with `quotes` the words themselves."""
    left, right = c.left.party, c.right.party
    for side in (c.left, c.right):
        if side.documents:
            told = ", ".join(side.documents)
            screen.hanging(side.party, (f"its own account: {told}, {side.length:,} characters", "dim"), width=14)
    if c.asked:
        screen.hanging("asked by", c.asked, width=14)
    for field, values in c.facts:
        said = "; ".join(f"{wording.value(field, v)} ({', '.join(d)})" for v, d in values)
        screen.hanging(f"{field} told as", said, width=14, style="yellow")
    for who, label in (("both", "both say"), (left, f"only {left}"), (right, f"only {right}")):
        topics = [t.topic + (" (they differ)" if t.differ else "") for t in c.topics if t.who == who]
        if topics:
            screen.hanging(label, ", ".join(topics), width=14)
    for document, written, note in c.names:
        screen.hanging("named", f"{written}: {note}", (f"  {document}", "dim"), width=14)
    if quotes:
        for t in c.topics:
            section(t.topic)
            for party, voices in ((left, t.left), (right, t.right)):
                for v in voices:
                    speaker = f"{v.speaker}, " if v.speaker else ""
                    screen.hanging(
                        party, "“", " ".join(v.quote.split()), "”", (f"  {speaker}{v.document}", "dim"), width=5
                    )
        if c.joint:
            section("Both together")
            for v in c.joint:
                screen.quote(v.quote, v.document, indent=2)


def term(t: "Term") -> None:
    """Someone's time in an office."""
    span = f"{wording.date(t.since) if t.since else '?'} – {wording.date(t.until) if t.until else ''}".rstrip()
    title = t.title or (t.office or "").replace("_", " ")
    doubt = "" if t.sure else "  not known to have lasted so long"
    screen.hanging(span, (t.person, "bold"), f"  {title}, {t.party or '?'}", (doubt, "yellow"), width=27)
    if t.source != "tables":
        screen.quote(t.quote or "", t.source, indent=28)
    if t.conflict:
        screen.line((t.conflict, "yellow"), indent=28)
