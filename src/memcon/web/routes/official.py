"""An official: offices over time, and contacts in each."""

from fastapi import APIRouter, Request, Response

from memcon.export.entryrows import COLUMNS, row
from memcon.questions.officials import Person, succession
from memcon.web import wanted
from memcon.web.pages import csv
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)
SHOWN = 200


def person(request: Request, pages: Shared, name: str) -> Person:
    """The person of a name, of the party asked for."""
    asked = wanted.filters(request)
    party = asked.parties[0] if asked.parties else None
    return pages.record.official(name, party=party, since=asked.since, until=asked.until)


@router.get("/official/{name:path}.csv")
def official_csv(request: Request, pages: Shared, name: str) -> Response:
    """Contacts as CSV, with the title held then."""
    found = person(request, pages, name)
    return csv("official", ("title", *COLUMNS), ({"title": c.title, **row(c.entry)} for c in found.contacts))


@router.get("/official/{name:path}")
def official(request: Request, pages: Shared, name: str) -> Response:
    """The page of a person."""
    found = person(request, pages, name)
    contacts = found.contacts[-SHOWN:][::-1]
    return pages.html(request, "official.html", found=found, offices=succession(found.offices), contacts=contacts,
                      name=name, day=pages.day(request))  # fmt: skip
