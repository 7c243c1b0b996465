"""Claims, silences, search, corrections: questions whose answer is a list."""

from fastapi import APIRouter, Request, Response

from memcon.questions import listing, wording
from memcon.questions import parties as naming
from memcon.questions.claims import Checked
from memcon.questions.silences import Silences
from memcon.web import addresses, feeds, wanted
from memcon.web.pages import csv
from memcon.web.routes.sharing import Shared
from memcon.web.wanted import Wanted

router = APIRouter(include_in_schema=False)
SHOWN = 100
FOUND = 50  # documents a search shows
TOLD = 6  # events told of each


def claims_of(request: Request, pages: Shared) -> tuple[Wanted, list[Checked]]:
    """The filter and its claims, those the record contradicts first."""
    asked = pages.bounded(wanted.filters(request), pages.today())
    found = pages.kept(
        "claims",
        (asked.parties, asked.since, asked.until),
        lambda: pages.record.claims(*asked.parties, since=asked.since, until=asked.until),
    )
    order = {"contradicted": 0, "holds": 1, "cannot be told": 2}
    return asked, sorted(found, key=lambda c: (order[c.verdict], c.document, c.quote))


@router.get("/claims")
def claims(request: Request, pages: Shared) -> Response:
    """Claims, those the record contradicts first."""
    asked, found = claims_of(request, pages)
    start = wanted.start(request)
    return pages.html(request, "claims.html", asked=asked, found=found, shown=found[start : start + SHOWN], start=start)


@router.get("/claims.csv")
def claims_csv(request: Request, pages: Shared) -> Response:
    """Claims as CSV."""
    columns = ("verdict", "why", "quote", "document", "entry", "from_day", "against", "support")
    rows = (
        {"verdict": c.verdict, "why": c.why, "quote": c.quote, "document": c.document, "from_day": c.from_day,
         "entry": c.entry.id if c.entry else None, "against": [e.id for e in c.against],
         "support": [e.id for e in c.support]}
        for c in claims_of(request, pages)[1]
    )  # fmt: skip
    return csv("claims", columns, rows)


@router.get("/claims.atom")
def claims_atom(request: Request, pages: Shared) -> Response:
    """Claims as a feed."""
    asked, found = claims_of(request, pages)
    items = (
        feeds.Item(
            title=f"{c.verdict}: {c.quote}",
            path=addresses.event(c.entry.id) if c.entry else addresses.document(c.document),
            at=feeds.day(c.entry.date if c.entry else None),
            summary=c.why,
        )
        for c in found[:SHOWN]
    )
    return feeds.atom(request, "memcon: claims", asked.address("/claims"), items)


def silences_of(request: Request, pages: Shared) -> tuple[Wanted, Silences]:
    """The filter and its silences."""
    day = pages.day(request)
    asked = pages.bounded(wanted.filters(request), day)
    return asked, pages.kept(
        "silences",
        (asked.parties, asked.since, asked.until, day),
        lambda: pages.record.silences(*asked.parties, as_of=day.isoformat(), since=asked.since, until=asked.until),
    )


@router.get("/silences")
def silences(request: Request, pages: Shared) -> Response:
    """Who has fallen silent."""
    asked, found = silences_of(request, pages)
    quiet = sorted(found.quiet, key=lambda q: -(q.gap.days or 0) / (q.gap.median or 1))
    # The latest first: what was refused long ago was most often made good unread.
    awaited = sorted(found.awaited, key=lambda a: (a.days is None, a.days or 0))
    start, span = wanted.start(request), pages.ask(listing.span)
    return pages.html(request, "silences.html", asked=asked, found=found, quiet=quiet[:SHOWN], start=start,
                      awaited=awaited[start : start + SHOWN], open=len(awaited), day=pages.day(request),
                      begun=span[0][:4] if span else None)  # fmt: skip


@router.get("/silences.csv")
def silences_csv(request: Request, pages: Shared) -> Response:
    """Silences as CSV."""
    columns = ("party", "other", "level", "channel", "days", "median", "longest", "contacts", "last")
    rows = (
        {"party": q.parties[0], "other": q.parties[1], "level": q.level, "channel": q.channel, "days": q.gap.days,
         "median": q.gap.median, "longest": q.gap.longest, "contacts": q.gap.contacts, "last": q.last.id}
        for q in silences_of(request, pages)[1].quiet
    )  # fmt: skip
    return csv("silences", columns, rows)


@router.get("/silences.atom")
def silences_atom(request: Request, pages: Shared) -> Response:
    """Silences as a feed."""
    asked, found = silences_of(request, pages)
    items = (
        feeds.Item(
            title=f"{naming.name(q.parties[0])} and {naming.name(q.parties[1])}: {q.gap.days} days"
            + (f" ({q.level}, {q.channel})" if q.level else ""),
            path=addresses.pair(*q.parties),
            at=feeds.day(q.last.date),
            summary=f"last: {wording.kind(q.last)}, {wording.date(q.last.date)}",
        )
        for q in found.quiet[:SHOWN]
    )
    return feeds.atom(request, "memcon: silences", asked.address("/silences"), items)


@router.get("/search")
def search(request: Request, pages: Shared) -> Response:
    """Documents with some words."""
    q = wanted.text(request, "q") or ""
    asked = wanted.filters(request)
    found = pages.record.search(q, since=asked.since, until=asked.until, limit=FOUND) if q else []
    told = pages.ask(listing.named, [name for f in found for name in f.entries[:TOLD]])
    template = "_found.html" if pages.piece(request, "found") else "search.html"
    return pages.html(request, template, q=q, asked=asked, found=found, most=FOUND, told=told, few=TOLD)


@router.get("/documents")
def documents(request: Request, pages: Shared) -> Response:
    """What was read, newest first; of some parties, what speaks of all of them."""
    asked = wanted.filters(request)
    found = pages.ask(listing.documents, asked.parties, after=wanted.text(request, "after"))
    template = "_documents.html" if pages.piece(request, "more") else "documents.html"
    return pages.html(request, template, asked=asked, found=found)


@router.get("/documents.csv")
def documents_csv(request: Request, pages: Shared) -> Response:
    """The same as CSV, a page at a time."""
    columns = ("id", "title", "outlet", "date", "languages", "length", "url")
    found = pages.ask(listing.documents, wanted.filters(request).parties, size=listing.MOST,
                      after=wanted.text(request, "after"))  # fmt: skip
    return csv("documents", columns, ({c: getattr(d, c) for c in columns} for d in found.documents))


@router.get("/documents.atom")
def documents_atom(request: Request, pages: Shared) -> Response:
    """The newest documents as a feed."""
    asked = wanted.filters(request)
    items = (
        feeds.Item(
            title=d.title or d.id,
            path=addresses.document(d.id),
            at=feeds.day(d.date),
            summary=f"{d.outlet or 'outlet not known'}, {wording.date(d.date)}",
        )
        for d in pages.ask(listing.documents, asked.parties).documents
    )
    title = " ".join(("memcon: documents", *asked.parties))
    return feeds.atom(request, title, asked.address("/documents"), items)


@router.get("/search.atom")
def search_atom(request: Request, pages: Shared) -> Response:
    """Documents with some words as a feed."""
    q = wanted.text(request, "q") or ""
    items = (
        feeds.Item(
            title=f.document.title or f.document.id,
            path=addresses.document(f.document.id),
            at=feeds.day(f.document.date),
            summary=f.snippet,
        )
        for f in (pages.record.search(q, limit=FOUND) if q else ())
    )
    return feeds.atom(request, f"memcon: {q or 'search'}", addresses.of("/search", q=q), items)


@router.get("/corrections")
def corrections(request: Request, pages: Shared) -> Response:
    """What analysts decided, and what changed when."""
    before = wanted.text(request, "before")
    number = int(before) if before and before.isdecimal() and len(before) < 12 else None
    changes = pages.ask(listing.latest, limit=SHOWN, before=number)
    template = "_changes.html" if pages.piece(request, "more") else "corrections.html"
    return pages.html(request, template, decisions=pages.record.decisions()[::-1][:SHOWN], changes=changes,
                      more=changes[-1].number if len(changes) == SHOWN else None)  # fmt: skip


@router.get("/corrections.atom")
def corrections_atom(request: Request, pages: Shared) -> Response:
    """Changes as a feed."""
    items = (
        feeds.Item(
            title=f"{c.kind}: {c.note}",
            path=addresses.event(c.entry) if c.entry else addresses.document(c.document) if c.document else "/",
            at=c.at,
            summary=c.note,
        )
        for c in pages.ask(listing.latest, limit=SHOWN)
    )
    return feeds.atom(request, "memcon: corrections", "/corrections", items)
