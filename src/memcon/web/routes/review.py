"""Review, where editing is on: entries of low confidence first; confirm, amend, reject, merge, and take it back."""

import json
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from memcon.errors import RecordError
from memcon.questions import listing
from memcon.questions.nearby import nearby
from memcon.record import Decision
from memcon.web import addresses, wanted
from memcon.web.editing import NotAllowed, fields
from memcon.web.pages import Pages
from memcon.web.routes.sharing import Shared

router = APIRouter(include_in_schema=False)
SHOWN = 10
Kind = Literal["confirm", "amend", "reject", "merge"]
KINDS: tuple[Kind, ...] = ("confirm", "amend", "reject", "merge")
FIELDS = ("date", "type", "status", "place", "initiator", "target", "mechanism")


@router.get("/sign-in")
def asking_for_the_token(request: Request, pages: Shared) -> Response:
    """The form for the token."""
    if not pages.editing.on:
        raise NotAllowed("These pages are for reading; start memcon serve with --edit to decide.")
    return pages.html(request, "sign_in.html", code=200)


@router.post("/sign-in")
async def sign_in(request: Request, pages: Shared) -> Response:
    """Check the token."""
    given = (await fields(request)).get("token", [""])[0]
    response = RedirectResponse("/review", 303)
    if not pages.editing.sign_in(given, response):
        raise NotAllowed("That is not the token.")
    return response


@router.get("/review")
def review(request: Request, pages: Shared) -> Response:
    """What to look at next."""
    if not pages.editing.on:
        raise NotAllowed("These pages are for reading; start memcon serve with --edit to decide.")
    if not pages.editing.signed_in(request):
        return RedirectResponse("/sign-in", 303)
    asked, one = wanted.filters(request), wanted.text(request, "entry")
    page = (
        listing.Unsure(entries=(pages.record.why(one).entry,), next=None)
        if one
        else pages.ask(listing.unsure, asked.parties, size=SHOWN, after=wanted.text(request, "after"))
    )
    return pages.html(
        request,
        "review.html",
        asked=asked,
        found=[(e, pages.ask(nearby, e)) for e in page.entries],
        next=page.next,
        one=one,
        amendable=FIELDS,
        author=wanted.text(request, "author") or "",
        done=wanted.text(request, "done"),
    )


@router.post("/review")
async def decide(request: Request, pages: Shared) -> Response:
    """Record one decision, then show what is next."""
    from starlette.concurrency import run_in_threadpool

    form = {name: held[0].strip() for name, held in (await pages.editing.form(request)).items()}
    kind = next((k for k in KINDS if k == form.get("kind")), None)
    if kind is None:
        raise RecordError(f"a decision is one of {', '.join(KINDS)}")
    try:
        made = await run_in_threadpool(lambda: _decided(pages, kind, form))
    except RecordError as error:
        fault = str(error)
        if request.headers.get("hx-request"):
            return await run_in_threadpool(lambda: _again(request, pages, form, fault))
        raise
    if request.headers.get("hx-request"):
        return pages.html(request, "_decided.html", made=made)
    asked = parse_qs(urlsplit(form.get("back", "")).query)
    return RedirectResponse(
        addresses.of("/review", party=asked.get("party", [])[:2], author=form["author"][:200], done=made.number), 303
    )


@router.post("/corrections")
async def take_back(request: Request, pages: Shared) -> Response:
    """Undo one decision, then show them all."""
    from starlette.concurrency import run_in_threadpool

    form = {name: held[0].strip() for name, held in (await pages.editing.form(request)).items()}
    number, author = form.get("number", ""), form.get("author", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 12):
        raise RecordError("name the decision by its number")
    if not author:
        raise RecordError("a decision is taken back by somebody: give your name")
    await run_in_threadpool(lambda: pages.record.undo(int(number), author=author))
    return RedirectResponse("/corrections", 303)


def _decided(pages: Pages, kind: Kind, form: dict[str, str]) -> Decision:
    entries = [form.get("entry", "")]
    if kind == "merge":
        other = form.get("named") or form.get("other")
        if not other:
            raise RecordError("choose the entry that is the same event, or give its name")
        entries.append(other)
    values = {form["field"]: amended(form.get("field", ""), form.get("value", ""))} if kind == "amend" else None
    return pages.record.decide(
        kind, *entries, reason=form.get("reason", ""), author=form.get("author", ""), values=values
    )


def _again(request: Request, pages: Pages, form: dict[str, str], fault: str) -> Response:
    """The entry once more, with what is wrong with the decision."""
    entry = pages.record.why(form.get("entry", "")).entry
    return pages.html(request, "_review_item.html", e=entry, near=pages.ask(nearby, entry), amendable=FIELDS,
                      author=form.get("author", ""), back=form.get("back", ""),
                      fault=f"{fault[:1].upper()}{fault[1:]}.")  # fmt: skip


def amended(field: str, value: str) -> Any:
    """The value of an amendment as the record takes it: empty is "not told"."""
    if field not in FIELDS:
        raise RecordError(f"the fields that can be amended here are {', '.join(FIELDS)}")
    if not value:
        return None
    if value.startswith(("{", "[")):
        try:
            return json.loads(value)
        except ValueError as error:
            raise RecordError(f"{field}: {value} cannot be read") from error
    return value
