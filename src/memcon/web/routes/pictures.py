"""Pictures of the whole: contacts by week, who met whom, where visits went. Each with its table and CSV."""

import datetime as dt
from collections import Counter

from fastapi import APIRouter, Request, Response

from memcon.questions import listing
from memcon.questions import parties as naming
from memcon.questions import pictures as drawn
from memcon.questions.words import CONTACTS
from memcon.web import addresses, wanted
from memcon.web.drawing.heat import heat
from memcon.web.drawing.network import network
from memcon.web.drawing.worldmap import on_the_map, worldmap
from memcon.web.pages import csv
from memcon.web.routes.sharing import Shared
from memcon.web.wanted import Wanted

router = APIRouter(include_in_schema=False)
YEARS = 3  # shown where no time is asked for
LONGEST = 12  # years of weeks in one picture


def _window(request: Request, pages: Shared, asked: Wanted) -> tuple[str, str]:
    """First and last day shown: as asked, else the last years of the record up to the day it is."""
    span = pages.ask(listing.span)
    day = pages.day(request).isoformat()
    last = asked.days["until"] or (min(day, span[1]) if span else day)
    end = dt.date.fromisoformat(last)
    first = asked.days["since"] or dt.date.fromisocalendar(max(end.year - YEARS + 1, 1), 1, 1).isoformat()
    least = dt.date(max(end.year - LONGEST, 1), 1, 1).isoformat()
    return max(first, least), last


def _earlier(pages: Shared, window: tuple[str, str]) -> str | None:
    """The year that a picture can go back to, where its window leaves out entries of the record."""
    span = pages.ask(listing.span)
    if span is None or span[0] >= window[0]:
        return None
    return f"{max(int(span[0][:4]), int(window[1][:4]) - LONGEST, 1):04d}"


def _weeks(request: Request, pages: Shared) -> tuple[Wanted, tuple[drawn.Week, ...], tuple[str, str]]:
    asked = wanted.filters(request)
    since, until = _window(request, pages, asked)
    if since > until:
        return asked, (), (since, until)
    found = pages.kept(
        "weeks",
        (asked.parties, since, until),
        lambda: pages.ask(drawn.weeks, asked.parties, since=since, until=until),
    )
    return asked, found, (since, until)


@router.get("/calendar")
def calendar(request: Request, pages: Shared) -> Response:
    """Contacts by week, with how much was read beneath."""
    asked, weeks, window = _weeks(request, pages)

    def href(week: drawn.Week) -> str:
        end = (dt.date.fromisoformat(week.monday) + dt.timedelta(days=6)).isoformat()
        return addresses.of("/timeline", party=asked.parties, since=week.monday, until=end)

    busy = [w for w in weeks if w.contacts or w.breaks or w.acts]
    chart = heat(weeks, label="Contacts by week, and documents read", href=href) if busy else ""
    return pages.html(request, "calendar.html", asked=asked, weeks=busy[::-1], chart=chart, href=href,
                      earlier=_earlier(pages, window))  # fmt: skip


@router.get("/calendar.csv")
def calendar_csv(request: Request, pages: Shared) -> Response:
    """The weeks as CSV, empty ones too."""
    _, weeks, _ = _weeks(request, pages)
    columns = ("monday", "contacts", "breaks", "acts", "documents")
    return csv("calendar", columns, ({c: getattr(w, c) for c in columns} for w in weeks))


def _met(request: Request, pages: Shared) -> tuple[Wanted, tuple[drawn.Met, ...], tuple[str, str]]:
    asked = wanted.filters(request)
    since, until = _window(request, pages, asked)
    party = asked.parties[0] if asked.parties else None
    found = pages.kept(
        "met",
        (party, since, until),
        lambda: pages.ask(drawn.met, party, since=since, until=until, types=CONTACTS),
    )
    return asked, found, (since, until)


@router.get("/network")
def who_met_whom(request: Request, pages: Shared) -> Response:
    """Pairs by the number of contacts."""
    asked, met, window = _met(request, pages)
    chart = network(met, label="Who met whom", name=naming.name, href=addresses.pair)
    return pages.html(request, "network.html", asked=asked, met=met, chart=chart, window=window,
                      earlier=_earlier(pages, window))  # fmt: skip


@router.get("/network.csv")
def network_csv(request: Request, pages: Shared) -> Response:
    """The pairs as CSV."""
    _, met, _ = _met(request, pages)
    rows = ({"party": m.parties[0], "other": m.parties[1], "contacts": m.entries} for m in met)
    return csv("network", ("party", "other", "contacts"), rows)


def _visits(request: Request, pages: Shared) -> tuple[Wanted, tuple[listing.Entry, ...], tuple[str, str]]:
    asked = wanted.filters(request)
    since, until = _window(request, pages, asked)
    found = pages.kept(
        "visits",
        (asked.parties, since, until),
        lambda: pages.ask(drawn.visits, asked.parties, since=since, until=until),
    )
    return asked, found, (since, until)


@router.get("/map")
def visits(request: Request, pages: Shared) -> Response:
    """Where visits went."""
    asked, found, window = _visits(request, pages)
    counts = Counter(e.place.country for e in found if e.place and e.place.country)
    chart = worldmap(
        counts,
        label="Visits by state visited",
        name=naming.name,
        href=lambda code: addresses.of("/timeline", party=(code,), type="visit", since=window[0], until=window[1]),
    )
    rows = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    off = [code for code, _ in rows if not on_the_map(code)]
    return pages.html(request, "map.html", asked=asked, rows=rows, chart=chart, off=off, found=found[:100],
                      placed=sum(counts.values()), visits=len(found), window=window,
                      earlier=_earlier(pages, window))  # fmt: skip


@router.get("/map.csv")
def visits_csv(request: Request, pages: Shared) -> Response:
    """The visits as CSV."""
    from memcon.export.entryrows import COLUMNS, row

    return csv("visits", COLUMNS, (row(e) for e in _visits(request, pages)[1]))
