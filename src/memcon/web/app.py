"""The application: pages, feeds and the API over one record."""

import datetime as dt
import ipaddress
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.staticfiles import StaticFiles

from memcon.errors import NotInRecord, RecordError
from memcon.questions import Record
from memcon.web import safety
from memcon.web.editing import Editing, NotAllowed
from memcon.web.pages import Pages
from memcon.web.routes import ALL

STATIC = Path(__file__).parent / "static"


def create(
    record: Record,
    edit_token: str | None = None,
    *,
    hosts: Iterable[str] = (),
    today: Callable[[], dt.date] = dt.date.today,
) -> FastAPI:
    """The application over an open record.

    Without `edit_token` nothing can be changed. `hosts` are names it answers for besides the loopback address; `today`
    is the day questions are asked as of where an address gives none.
    """
    application = FastAPI(
        title="memcon",
        description="One sourced record of diplomacy: who engaged whom, when and where, what was said and promised.",
        version=_version(),
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    pages = Pages(record, Editing(edit_token, secrets.token_bytes(32)), today)
    application.state.pages = pages
    application.add_middleware(BaseHTTPMiddleware, dispatch=safety.guard((*safety.LOOPBACK, *hosts)))
    application.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ALL:
        application.include_router(router)
    _answer_faults(application, pages)
    return application


def warm(application: FastAPI) -> None:
    """Load the tables and work out what goes through the whole record, so that the first page need not wait."""
    from memcon.questions import codebook, parties
    from memcon.web.drawing.worldmap import on_the_map
    from memcon.web.routes.boards import mechanisms_of
    from memcon.web.routes.dossier import of_most_met
    from memcon.web.wanted import Wanted

    pages: Pages = application.state.pages
    parties.name("USA")
    codebook.event_types()
    codebook.topics()
    on_the_map("USA")
    pages.prepare()
    of_most_met(pages)
    mechanisms_of(pages, Wanted(), pages.today())


def is_loopback(address: str) -> bool:
    """Whether an address reaches this machine alone."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("memcon")
    except PackageNotFoundError:  # run from its sources
        return "0"


def _answer_faults(application: FastAPI, pages: Pages) -> None:
    """Every fault as a page with the way on, or as JSON under `/api`."""

    def answered(request: Request, code: int, title: str, why: str) -> Response:
        if request.url.path.startswith("/api"):
            return JSONResponse({"error": why}, code)
        return pages.html(request, "fault.html", code=code, title=title, why=why)

    @application.exception_handler(NotInRecord)
    def not_in_record(request: Request, error: NotInRecord) -> Response:
        return answered(request, 404, "Not in the record", str(error))

    @application.exception_handler(RecordError)
    def wrong(request: Request, error: RecordError) -> Response:
        return answered(request, 400, "That cannot be answered", str(error))

    @application.exception_handler(NotAllowed)
    def not_allowed(request: Request, error: NotAllowed) -> Response:
        return answered(request, 403, "Not allowed", str(error))

    @application.exception_handler(HTTPException)
    def not_here(request: Request, error: HTTPException) -> Response:
        why = "There is no such page." if error.status_code == 404 else str(error.detail)
        response = answered(request, error.status_code, "No such page" if error.status_code == 404 else why, why)
        response.headers.update(error.headers or {})
        return response
