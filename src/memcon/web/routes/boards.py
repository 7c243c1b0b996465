"""What was promised and what is due: commitments and mechanisms, each as page, CSV, feed and calendar."""

import datetime as dt
from typing import Any

import msgspec
from fastapi import APIRouter, Request, Response

from memcon.errors import RecordError
from memcon.questions import parties as naming
from memcon.questions import wording
from memcon.questions.commitments import Ledger
from memcon.questions.mechanisms import Life
from memcon.web import addresses, calendars, feeds, wanted
from memcon.web.pages import csv, money
from memcon.web.pages import parties as named
from memcon.web.routes.sharing import Shared
from memcon.web.wanted import Wanted

router = APIRouter(include_in_schema=False)
SHOWN = 100  # rows on a page; the CSV has them all
STATUSES = ("promised", "agreed", "under_way", "delivered", "withdrawn", "overdue")
STATES = ("overdue", "due", "suspended", "planned", "active", "run out", "mentioned")
_PROMISED = ("by", "to", "what", "amount", "currency", "due", "condition", "status", "made", "documents", "quotes")
_LIVES = ("name", "kind", "parties", "state", "last", "next_due", "basis", "cadence", "observed_months", "established",
          "period", "rounds", "documents")  # fmt: skip


def ledger(request: Request, pages: Shared) -> tuple[Wanted, Ledger, str | None]:
    """The filter, the promises it asks for, and the status."""
    asked, day = wanted.filters(request), pages.day(request)
    standing = wanted.text(request, "standing")
    if standing and standing not in STATUSES:
        raise RecordError(f"a commitment is one of {', '.join(STATUSES)}")
    found = pages.kept(
        "commitments",
        (asked.parties, asked.since, asked.until, day, standing),
        lambda: pages.record.commitments(
            *asked.parties, as_of=day.isoformat(), since=asked.since, until=asked.until, status=standing
        ),
    )
    # First what falls due next, then what fell due lately, then the rest, the newest promises first.
    now = day.isoformat()
    made = sorted(found.undertakings, key=lambda u: u.made or "", reverse=True)
    ahead = sorted((u for u in made if u.due and u.due >= now), key=lambda u: u.due or "")
    past = sorted((u for u in made if u.due and u.due < now), key=lambda u: u.due or "", reverse=True)
    listed = (*ahead, *past, *(u for u in made if not u.due))
    return asked, msgspec.structs.replace(found, undertakings=listed), standing


@router.get("/commitments")
def commitments(request: Request, pages: Shared) -> Response:
    """The ledger."""
    asked, found, standing = ledger(request, pages)
    start = wanted.start(request)
    return pages.html(request, "commitments.html", asked=asked, found=found, start=start,
                      shown=found.undertakings[start : start + SHOWN], standing=standing, statuses=STATUSES,
                      day=pages.day(request))  # fmt: skip


@router.get("/commitments.csv")
def commitments_csv(request: Request, pages: Shared) -> Response:
    """The ledger as CSV."""
    rows = (
        {
            "by": u.by, "to": u.to, "what": u.what, "amount": u.amount.value if u.amount else None,
            "currency": u.amount.currency if u.amount else None, "due": u.due, "condition": u.condition,
            "status": u.status, "made": u.made, "documents": u.documents, "quotes": [q for _, q in u.quotes],
        }
        for u in ledger(request, pages)[1].undertakings
    )  # fmt: skip
    return csv("commitments", _PROMISED, rows)


@router.get("/commitments.atom")
def commitments_atom(request: Request, pages: Shared) -> Response:
    """The promises made last."""
    asked, found, standing = ledger(request, pages)
    made = sorted(found.undertakings, key=lambda u: u.made or "", reverse=True)[:SHOWN]
    items = (
        feeds.Item(
            title=f"{named(u.by) or 'someone'}: {u.what}",
            path=addresses.document(u.documents[0]),
            at=feeds.day(u.made),
            summary=f"{u.status}; {money(u.amount)}; {u.quotes[0][1] if u.quotes else ''}",
        )
        for u in made
    )
    return feeds.atom(request, "memcon: commitments", asked.address("/commitments", standing=standing), items)


@router.get("/commitments.ics")
def commitments_ics(request: Request, pages: Shared) -> Response:
    """What is due when."""
    root = _root(request)
    items = (
        calendars.Due(
            name=f"commitment-{short_name(u.by, u.to, u.what)}",
            when=u.due,
            summary=f"Due: {named(u.by)} to {named(u.to) or 'all'}: {u.what}",
            description=u.quotes[0][1] if u.quotes else u.what,
            address=root + addresses.document(u.documents[0]),
        )
        for u in ledger(request, pages)[1].undertakings
        if u.due and u.status not in ("delivered", "withdrawn")
    )
    return calendars.ical("memcon: commitments", items, pages.day(request))


def lives(request: Request, pages: Shared) -> tuple[Wanted, list[Life], str | None]:
    """The filter, the mechanisms it asks for, and the state."""
    asked, day = wanted.filters(request), pages.day(request)
    state = wanted.text(request, "state")
    if state and state not in STATES:
        raise RecordError(f"a mechanism is one of {', '.join(STATES)}")
    found = mechanisms_of(pages, asked, day)
    return asked, [one for one in found if state in (None, one.state)], state


def mechanisms_of(pages: Shared, asked: Wanted, day: dt.date) -> list[Life]:
    """The mechanisms of a filter, those that need looking at first."""
    found = pages.kept(
        "mechanisms",
        (asked.parties, asked.since, asked.until, day),
        lambda: pages.record.mechanisms(*asked.parties, as_of=day.isoformat(), since=asked.since, until=asked.until),
    )
    found = sorted(found, key=lambda one: one.name.casefold())
    # What was due long ago was most often held unread: of the overdue the latest come first.
    return sorted(
        sorted(found, key=lambda one: one.next_due or "", reverse=True), key=lambda one: STATES.index(one.state)
    )


@router.get("/mechanisms")
def mechanisms(request: Request, pages: Shared) -> Response:
    """The board."""
    asked, found, state = lives(request, pages)
    start = wanted.start(request)
    return pages.html(request, "mechanisms.html", asked=asked, found=found, shown=found[start : start + SHOWN],
                      state=state, states=STATES, start=start, day=pages.day(request))  # fmt: skip


@router.get("/mechanisms.csv")
def mechanisms_csv(request: Request, pages: Shared) -> Response:
    """The board as CSV."""
    rows: list[dict[str, Any]] = [
        {
            "name": m.name, "kind": m.kind, "parties": m.parties, "state": m.state, "last": last_held(m),
            "next_due": m.next_due, "basis": m.basis, "cadence": m.cadence, "observed_months": m.observed,
            "established": m.established, "period": m.period, "documents": m.documents,
            "rounds": [f"{r.date} ({r.status})" for r in m.rounds],
        }
        for m in lives(request, pages)[1]
    ]  # fmt: skip
    return csv("mechanisms", _LIVES, rows)


@router.get("/mechanisms.atom")
def mechanisms_atom(request: Request, pages: Shared) -> Response:
    """Where each stands, as a feed."""
    asked, found, state = lives(request, pages)
    items = (
        feeds.Item(
            title=f"{m.name} ({named(m.parties)}): {m.state}",
            path=addresses.of("/mechanisms", party=m.parties[:2], state=m.state),
            at=feeds.day(last_held(m)),
            summary=f"next due {wording.date(m.next_due)}" if m.next_due else m.state,
        )
        for m in found[:SHOWN]
    )
    return feeds.atom(request, "memcon: mechanisms", asked.address("/mechanisms", state=state), items)


@router.get("/mechanisms.ics")
def mechanisms_ics(request: Request, pages: Shared) -> Response:
    """When the next rounds are due."""
    root = _root(request)
    items = (
        calendars.Due(
            name=f"mechanism-{short_name(m.name, *m.parties)}",
            when=m.next_due,
            summary=f"{m.name} ({', '.join(naming.name(p) for p in m.parties)}), {m.basis}",
            description=m.quotes[0][1] if m.quotes else m.name,
            address=root + addresses.of("/mechanisms", party=m.parties[:2]),
        )
        for m in lives(request, pages)[1]
        if m.next_due
    )
    return calendars.ical("memcon: mechanisms", items, pages.day(request))


def last_held(life: Life) -> str | None:
    """The date of the last round held."""
    return next((r.date for r in reversed(life.rounds) if r.status == "held"), None)


def short_name(*parts: str | None) -> str:
    """A short name for what has none, the same in every run."""
    import hashlib

    return hashlib.sha256("\x1f".join(p or "" for p in parts).encode()).hexdigest()[:20]


def _root(request: Request) -> str:
    return f"{request.url.scheme}://{request.headers['host']}"
