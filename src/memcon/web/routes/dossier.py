"""All about two parties: what the dossier answers, with a timeline in lanes."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from markupsafe import Markup
from starlette.responses import RedirectResponse

from memcon.model import interval
from memcon.questions import listing, wording
from memcon.questions import parties as naming
from memcon.questions import pictures as drawn
from memcon.questions.dossier import Dossier
from memcon.questions.levels import LEVELS, level_between
from memcon.questions.listing import Entry
from memcon.questions.words import CONTACTS
from memcon.web import addresses, wanted
from memcon.web.drawing.swimlane import Mark, Silence, swimlane
from memcon.web.pages import Pages, shape_of, who
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)
DRAWN = 300  # events in the picture and its table: the newest; the timeline page has them all
LONG = 90  # days without contact from which a silence is drawn


@router.get("/pairs")
def pairs(request: Request, pages: Shared) -> Response:
    """The form for two parties; with both given, on to their dossier."""
    asked = wanted.filters(request)
    if len(asked.parties) == 2:
        return RedirectResponse(addresses.pair(*asked.parties), 303)
    party = asked.parties[0] if asked.parties else None
    met, since = _met(pages, pages.day(request), party)
    return pages.html(request, "pairs.html", asked=asked, met=met, since=since)


def _met(pages: Pages, day: dt.date, party: str | None = None) -> tuple[tuple[drawn.Met, ...], str]:
    """The pairs that met most of late, and since when."""
    since = (day - dt.timedelta(days=3 * 365)).isoformat()
    span = pages.ask(listing.span)
    if span and span[1] < since:  # a record of older events: its own last years
        since = (dt.date.fromisoformat(span[1]) - dt.timedelta(days=3 * 365)).isoformat()
    return pages.ask(drawn.met, party, since=since, until=day.isoformat(), types=CONTACTS), since


def of_most_met(pages: Pages) -> None:
    """Work out the dossier of the pair that met most: it is likely to be opened, and loads what all of them need."""
    day = pages.today()
    met, _ = _met(pages, day)
    if met:
        one, other = met[0].parties
        _dossier(pages, pages.bounded(wanted.Wanted(parties=(one, other)), day), day)


@router.get("/pair/{a}/{b}")
def pair(request: Request, pages: Shared, a: str, b: str) -> Response:
    """The dossier."""
    day = pages.day(request)
    one, other = naming.code(a), naming.code(b)
    asked = pages.bounded(dataclasses.replace(wanted.filters(request), parties=(one, other)), day)
    found = _dossier(pages, asked, day)
    shown = (*found.timeline[-DRAWN:], *(e for e in found.planned if e not in found.timeline))
    return pages.html(
        request,
        "dossier.html",
        found=found,
        asked=asked,
        day=day,
        shown=tuple(reversed(shown)),
        levels={e.id: level_between(e, one, other) for e in shown},
        chart=_chart(found, shown, day),
    )


def _dossier(pages: Pages, asked: wanted.Wanted, day: dt.date) -> Dossier:
    one, other = asked.parties
    return pages.kept(
        "dossier",
        (one, other, day, asked.since, asked.until),
        lambda: pages.record.dossier(one, other, as_of=day.isoformat(), since=asked.since, until=asked.until),
    )


def _chart(found: Dossier, shown: Sequence[Entry], day: dt.date) -> Markup:
    a, b = found.parties
    marks = []
    for e in shown:
        days = interval(e.date)
        if days:
            label = f"{wording.date(e.date)}: {wording.kind(e)}, {who(e)}"
            lane = level_between(e, a, b)
            marks.append(Mark(days.first, days.last, lane, shape_of(e), label, addresses.event(e.id)))
    lanes = [level for level in LEVELS if level != "not told" or any(m.lane == level for m in marks)]
    label = f"Events between {naming.name(a)} and {naming.name(b)} by level, with silences and how much was read"
    read = [(int(year), n) for year, n in found.coverage.years]
    return swimlane(marks, _silences(shown, found, day), lanes, read, label=label, until=day)


def _silences(shown: Sequence[Entry], found: Dossier, day: dt.date) -> list[Silence]:
    """Long times between contacts at one level, and since the last."""
    a, b = found.parties
    silences = []
    for lane in LEVELS:
        held = [
            d
            for e in shown
            if e.type in CONTACTS
            and e.status == "occurred"
            and level_between(e, a, b) == lane
            and (d := interval(e.date))
        ]
        ends = [d.last for d in sorted(held)]
        starts = [*(d.first for d in sorted(held)[1:]), day]
        for left, right in zip(ends, starts, strict=False):
            if (right - left).days >= LONG:
                words = f"{(right - left).days} days without a known contact of {lane}, {left} to {right}"
                silences.append(Silence(left, right, lane, words))
    return silences
