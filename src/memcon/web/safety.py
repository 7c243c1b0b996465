"""What keeps the pages safe whoever asks: known hosts, short requests, and headers that let nothing foreign in."""

from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

LOOPBACK = ("127.0.0.1", "localhost", "::1")
LONGEST_ADDRESS = 2000  # characters of path and query together
LARGEST_BODY = 64 * 1024  # bytes of a form

# No inline script or style, nothing from elsewhere, no framing. Pictures are drawn in the page itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

Next = Callable[[Request], Awaitable[Response]]


def guard(hosts: Iterable[str]) -> Callable[[Request, Next], Awaitable[Response]]:
    """A middleware that answers requests for `hosts` alone and sets the headers of every answer."""
    known = frozenset(h.lower() for h in hosts)

    async def guarded(request: Request, proceed: Next) -> Response:
        refused = _refused(request, known)
        response = refused if refused is not None else await proceed(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        if not request.url.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store" if request.cookies else "no-cache"
        return response

    return guarded


def _refused(request: Request, known: frozenset[str]) -> Response | None:
    if host(request.headers.get("host", "")) not in known:
        return PlainTextResponse("This server does not answer for that host.", 400)
    if len(request.url.path) + len(request.url.query) > LONGEST_ADDRESS:
        return PlainTextResponse(f"An address here has at most {LONGEST_ADDRESS} characters.", 414)
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST_BODY:
        return PlainTextResponse(f"A form here has at most {LARGEST_BODY} bytes.", 413)
    if request.method == "POST" and "transfer-encoding" in request.headers:
        return PlainTextResponse("Send forms with their length.", 411)
    return None


def host(header: str) -> str:
    """The host of a Host header without its port, in lower case; empty where it is none."""
    try:
        return (urlsplit(f"//{header}").hostname or "").lower()
    except ValueError:
        return ""
