"""Pages fetched from http(s) addresses, politely and within limits; only where the caller asks for it.

Redirects are counted and each is checked like the first address; private and loopback addresses are refused unless
allowed (the address that was checked is the one connected to, so that a name cannot change in between); robots.txt is
respected (RFC 9309); a page is read up to a size and a time.
"""

import functools
import http.client
import io
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

from memcon.errors import DocumentError
from memcon.sources.addresses import Web
from memcon.sources.origin import Columns, Limits, Origin, megabytes

AGENT = "memcon"
_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS_SIZE = 500_000  # RFC 9309: parsers must read at least 500 KiB
_CHUNK = 65_536


class _Answer(msgspec.Struct, frozen=True):
    status: int
    url: str
    content_type: str | None
    body: bytes


class Fetcher:
    """Fetches addresses under one set of rules; a host's robots.txt is asked for once."""

    def __init__(self, web: Web, limits: Limits) -> None:
        self.web, self.limits = web, limits
        self._robots: dict[str, RobotFileParser | None] = {}

    def origin(self, url: str, columns: Columns) -> Origin:
        """The page of an address; DocumentError with the reason where it cannot or may not be fetched."""
        deadline = time.monotonic() + self.limits.seconds
        answer = self._follow(url, self.limits.file, deadline, ask_robots=self.web.robots)
        if answer.status != 200:
            raise DocumentError(
                url, f"was answered with {answer.status} {http.client.responses.get(answer.status, '')}"
            )
        body = answer.body
        return Origin(
            name=url,
            id=address_id(answer.url),
            open=lambda: io.BytesIO(body),
            url=answer.url,
            content_type=answer.content_type,
            limits=self.limits,
            columns=columns,
        )

    def _follow(self, url: str, most: int, deadline: float, ask_robots: bool) -> _Answer:
        asked = url
        for _ in range(self.web.redirects + 1):
            parts = _split(asked, url)
            if ask_robots and not self._allowed(asked, parts, deadline):
                raise DocumentError(url, "may not be fetched: the site's robots.txt forbids it")
            try:
                found = _get(parts, self._address(parts, url), most, deadline)
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise DocumentError(url, f"cannot be fetched: {_reason(error)}") from error
            if isinstance(found, _Answer):
                return found
            asked = urljoin(asked, found)
        raise DocumentError(url, f"redirects more than {self.web.redirects} times")

    def _address(self, parts: SplitResult, url: str) -> str:
        """The network address to connect to, checked; the first of the name's addresses that may be used."""
        found = socket.getaddrinfo(parts.hostname, parts.port or _port(parts), type=socket.SOCK_STREAM)
        addresses = [str(info[4][0]) for info in found]
        if not self.web.private and not all(_public(a) for a in addresses):
            raise DocumentError(url, "leads to an address of this machine or its network: allow it first")
        return addresses[0]

    def _allowed(self, url: str, parts: SplitResult, deadline: float) -> bool:
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site, deadline)
        rules = self._robots[site]
        return rules is None or rules.can_fetch(AGENT, url)

    def _read_robots(self, site: str, deadline: float) -> RobotFileParser | None:
        """The rules of a site: none where it has no file; all forbidden where the site fails to answer (RFC 9309)."""
        rules = RobotFileParser()
        answer = self._follow(site + "/robots.txt", _ROBOTS_SIZE, deadline, ask_robots=False)
        if 400 <= answer.status < 500:
            return None
        if answer.status == 200:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        else:
            rules.parse(["User-agent: *", "Disallow: /"])
        return rules


def address_id(url: str) -> str:
    """An id for a page: its address without scheme and query marks, as one word (`www.gov.uk-news-talks`)."""
    parts = urlsplit(url)
    name = f"{parts.hostname or ''}{parts.path}" + (f"-{parts.query}" if parts.query else "")
    return re.sub(r"[^\w.]+", "-", name).strip("-.")[:120] or "page"


def _split(url: str, first: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise DocumentError(first, f"is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise DocumentError(first, f"leads to {url[:100]!r}, which is no http(s) address")
    if parts.username is not None:
        raise DocumentError(first, "holds a user name: take it out of the address")
    return parts


def _port(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80


def _public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    return found.is_global and not found.is_multicast


@functools.cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _connection(parts: SplitResult, address: str, seconds: float) -> http.client.HTTPConnection:
    """A connection to the checked address that speaks to the site by its name."""
    host, port = parts.hostname or "", parts.port or _port(parts)
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(host, port, timeout=seconds, context=_tls())
        plain = socket.create_connection((address, port), timeout=seconds)
        connection.sock = _tls().wrap_socket(plain, server_hostname=host)
    else:
        connection = http.client.HTTPConnection(host, port, timeout=seconds)
        connection.sock = socket.create_connection((address, port), timeout=seconds)
    return connection


def _get(parts: SplitResult, address: str, most: int, deadline: float) -> _Answer | str:
    """The answer of an address, or where it redirects to."""
    connection = _connection(parts, address, _left(deadline))
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}
        connection.request("GET", _quoted(path), headers=headers)
        response = connection.getresponse()
        where = response.getheader("Location")
        if response.status in _REDIRECTS and where:
            return where
        body = _read(response, most, deadline, lambda seconds: _set_timeout(connection, seconds))
        return _Answer(response.status, parts.geturl(), response.getheader("Content-Type"), body)
    finally:
        connection.close()


def _read(
    response: http.client.HTTPResponse, most: int, deadline: float, set_timeout: Callable[[float], None]
) -> bytes:
    if response.getheader("Content-Encoding", "identity").lower() not in ("identity", ""):
        raise ValueError("it is packed, though that was not asked for")
    chunks: list[bytes] = []
    size = 0
    while True:
        set_timeout(_left(deadline))
        chunk = response.read1(_CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        size += len(chunk)
        if size > most:
            raise ValueError(f"it is larger than {megabytes(most)}")


def _set_timeout(connection: http.client.HTTPConnection, seconds: float) -> None:
    if connection.sock is not None:  # None once the answer's last byte is here
        connection.sock.settimeout(seconds)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("it takes too long")
    return left


def _quoted(path: str) -> str:
    """The path with what an address may not hold written in percent signs; what is so written already stays."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8")) for c in path)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it takes too long"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
