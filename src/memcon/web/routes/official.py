"""An official: offices over time, and contacts in each."""

import datetime as dt
from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from memcon.export.entryrows import COLUMNS, row
from memcon.model import interval
from memcon.questions import wording
from memcon.questions.officials import Person, Term, held_in, succession
from memcon.web import addresses, feeds, wanted
from memcon.web.drawing.swimlane import Mark
from memcon.web.drawing.terms import Bar, terms
from memcon.web.pages import Pages, csv, shape_of, who
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)
SHOWN = 200
DRAWN = 12  # offices in the picture


def person(request: Request, pages: Pages, name: str) -> Person:
    """The person of a name, of the party asked for."""
    asked = wanted.filters(request)
    party = asked.parties[0] if asked.parties else None
    return pages.record.official(name, party=party, since=asked.since, until=asked.until)


@router.get("/official/{name:path}.csv")
def official_csv(request: Request, pages: Shared, name: str) -> Response:
    """Contacts as CSV, with the title held then."""
    found = person(request, pages, name)
    return csv("official", ("title", *COLUMNS), ({"title": c.title, **row(c.entry)} for c in found.contacts))


@router.get("/official/{name:path}.atom")
def official_atom(request: Request, pages: Shared, name: str) -> Response:
    """The latest contacts as a feed."""
    found = person(request, pages, name)
    items = (
        feeds.Item(
            title=f"{wording.date(c.entry.date)}: {wording.kind(c.entry)}, {who(c.entry)}",
            path=addresses.event(c.entry.id),
            at=feeds.day(c.entry.date),
            summary=c.entry.evidence,
        )
        for c in found.contacts[-SHOWN:][::-1]
    )
    return feeds.atom(request, f"memcon: {found.name}", addresses.official(name, found.party), items)


@router.get("/official/{name:path}")
def official(request: Request, pages: Shared, name: str) -> Response:
    """The page of a person."""
    found, day = person(request, pages, name), pages.day(request)
    dated = [c for c in found.contacts if c.entry.date]
    newest = [*dated[::-1], *(c for c in found.contacts if not c.entry.date)][:SHOWN]
    contacts = [(held_in(found, c), c.entry) for c in newest]
    offices = succession(found.offices)
    return pages.html(request, "official.html", found=found, offices=offices, contacts=contacts, name=name, day=day,
                      chart=_chart(found, offices, day))  # fmt: skip


def _chart(found: Person, offices: Sequence[Term], day: dt.date) -> Markup:
    bars = [_bar(t) for t in offices if t.since or t.until]
    marks = []
    for c in found.contacts[-SHOWN:]:
        days = interval(c.entry.date)
        if days:
            label = f"{wording.date(c.entry.date)}: {wording.kind(c.entry)}, {who(c.entry)}"
            marks.append(Mark(days.first, days.last, "", shape_of(c.entry), label, addresses.event(c.entry.id)))
    if not bars:
        return Markup("")
    return terms(bars[:DRAWN], marks, label=f"Offices of {found.name} over time, and contacts in them", until=day)


def _bar(term: Term) -> Bar:
    since, until = interval(term.since), interval(term.until)
    name = term.title or (term.office or "office not told").replace("_", " ")
    told = f"{wording.date(term.since) if term.since else 'begin not told'} to " + (
        wording.date(term.until) if term.until else "an end not told"
    )
    return Bar(since.first if since else None, until.last if until else None, name, told, term.source == "tables")
