"""Who may decide: a token shown once at the start, a same-site cookie that proves it was known, a mark in each form.

Neither the cookie nor the mark holds the token: both are keyed hashes of it, compared in constant time.
"""

import hashlib
import hmac
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from memcon.web.safety import LARGEST_BODY

COOKIE = "memcon_session"


class NotAllowed(Exception):
    """A request to change something that may not; the message says why."""


class Editing:
    """The right to decide, or its absence where there is no token."""

    def __init__(self, token: str | None, key: bytes):
        self._token = token
        self._key = key

    @property
    def on(self) -> bool:
        """Whether anything may be decided here at all."""
        return bool(self._token)

    def signed_in(self, request: Request) -> bool:
        """Whether the request comes from who gave the token."""
        given = request.cookies.get(COOKIE, "")
        return self.on and hmac.compare_digest(given.encode(), self._mark("session").encode())

    def mark(self, request: Request) -> str:
        """What a form must send along; empty for who may not decide."""
        return self._mark("form") if self.signed_in(request) else ""

    def sign_in(self, token: str, response: Response) -> bool:
        """Set the cookie where the token is right."""
        if not self.on or not hmac.compare_digest(token.encode(), (self._token or "").encode()):
            return False
        response.set_cookie(COOKIE, self._mark("session"), httponly=True, samesite="strict", path="/")
        return True

    async def form(self, request: Request) -> dict[str, list[str]]:
        """The fields of a form that may change the record. Raises NotAllowed."""
        if not self.signed_in(request):
            raise NotAllowed("Sign in with the token that memcon serve printed.")
        held = await fields(request)
        if not hmac.compare_digest(held.get("mark", [""])[0].encode(), self._mark("form").encode()):
            raise NotAllowed("This form does not come from these pages, or is from an earlier run. Load it again.")
        return held

    def _mark(self, purpose: str) -> str:
        return hmac.new(self._key + (self._token or "").encode(), purpose.encode(), hashlib.sha256).hexdigest()


async def fields(request: Request) -> dict[str, list[str]]:
    """The fields of a form sent from the same origin. Raises NotAllowed."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise NotAllowed("This form comes from another site.")
    body = await request.body()
    if len(body) > LARGEST_BODY:
        raise NotAllowed("This form is too long.")
    try:
        return parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=100)
    except (UnicodeDecodeError, ValueError) as error:
        raise NotAllowed("This form cannot be read.") from error
