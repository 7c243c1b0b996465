"""Addresses fetched from a server on this machine: what comes, what is refused."""

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from memcon.errors import DocumentError
from memcon.model import Document
from memcon.sources import Limits, Web, documents
from memcon.sources.web import address_id

STORY = "President Emmanuel Macron spoke by telephone with Prime Minister Narendra Modi of India on Friday."
PAGE = f"<html><head><title>Macron and Modi talk</title></head><body><article><p>{STORY}</p></article></body></html>"


ENTRY = f"<item><title>Talks</title><description>{STORY}</description></item>"
FEED = f"<rss><channel><title>Herald</title>{ENTRY}</channel></rss>"
ITEM = {"base_path": "/government/news/talks", "title": "Talks", "details": {"body": f"<p>{STORY}</p>"}}


class Site(BaseHTTPRequestHandler):
    asked: list[str]
    robots = "User-agent: *\nDisallow: /secret\n"

    def do_GET(self) -> None:
        Site.asked.append(self.path)
        if self.path == "/robots.txt":
            self.answer(200 if Site.robots else 500, "text/plain", Site.robots.encode())
        elif self.path.startswith("/to/"):
            self.redirect("/" + self.path.removeprefix("/to/"))
        elif self.path == "/loop":
            self.redirect("/loop")
        elif self.path == "/file":
            self.redirect("file:///etc/passwd")
        elif self.path == "/large":
            self.answer(200, "text/plain", b"word " * 100_000)
        elif self.path == "/slow":
            self.slow()
        elif self.path == "/latin":
            self.answer(200, "text/plain; charset=iso-8859-2", "Prezydent Gruzji złożyła wizytę.".encode("iso-8859-2"))
        elif self.path == "/packed":
            self.answer(200, "text/html", b"\x1f\x8b", {"Content-Encoding": "gzip"})
        elif self.path == "/feed":
            self.answer(200, "application/rss+xml", FEED.encode())
        elif self.path == "/api/content/talks":
            self.answer(200, "application/json; charset=utf-8", json.dumps(ITEM).encode())
        elif self.path in ("/page", "/secret/page"):
            self.answer(200, "text/html; charset=utf-8", PAGE.encode())
        else:
            self.answer(404, "text/plain", b"no such page")

    def answer(self, status: int, media: str, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media, "Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"drip ")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Site, "asked", [], raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def fetch(url: str, web: Web | None = None, limits: Limits | None = None) -> Document | DocumentError:
    (found,) = documents([url], web=web or Web(private=True), limits=limits)
    return found


def test_a_page(site: str) -> None:
    found = fetch(f"{site}/page")
    assert isinstance(found, Document)
    assert (found.url, found.title) == (f"{site}/page", "Macron and Modi talk")
    assert STORY in found.text


def test_a_redirect_is_followed_and_the_last_address_kept(site: str) -> None:
    found = fetch(f"{site}/to/page")
    assert isinstance(found, Document)
    assert found.url == f"{site}/page"


def test_the_character_set_of_the_transport(site: str) -> None:
    found = fetch(f"{site}/latin")
    assert isinstance(found, Document)
    assert found.text == "Prezydent Gruzji złożyła wizytę."


def test_what_comes_is_told_by_its_media_type(site: str) -> None:
    item = fetch(f"{site}/api/content/talks")
    assert isinstance(item, Document)
    assert (item.id, item.url) == ("talks", "https://www.gov.uk/government/news/talks")
    pytest.importorskip("feedparser")
    entry = fetch(f"{site}/feed")
    assert isinstance(entry, Document)
    assert (entry.title, entry.outlet) == ("Talks", "Herald")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "was answered with 404"),
        ("/loop", "redirects more than 5 times"),
        ("/file", "no http"),
        ("/secret/page", "robots.txt"),
        ("/to/secret/page", "robots.txt"),
        ("/large", "larger than 0.1 MB"),
        ("/slow", "takes too long"),
        ("/packed", "packed"),
    ],
)
def test_refusals_by_name(site: str, path: str, reason: str) -> None:
    found = fetch(site + path, limits=Limits(file=100_000, seconds=0.5))
    assert isinstance(found, DocumentError)
    assert reason in found.reason
    assert found.document == site + path


def test_robots_are_asked_once_and_only_where_respected(site: str) -> None:
    list(documents([f"{site}/page", f"{site}/latin"], web=Web(private=True)))
    assert Site.asked.count("/robots.txt") == 1
    assert isinstance(fetch(f"{site}/secret/page", Web(private=True, robots=False)), Document)
    assert Site.asked.count("/robots.txt") == 1


def test_a_site_that_fails_to_tell_its_rules_is_left_alone(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Site, "robots", "")
    found = fetch(f"{site}/page")
    assert isinstance(found, DocumentError)
    assert "robots.txt" in found.reason


def test_nothing_is_fetched_unless_asked_for(site: str) -> None:
    (found,) = documents([f"{site}/page"])
    assert isinstance(found, DocumentError)
    assert "only on request" in found.reason
    assert Site.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://2130706433/",
    ],
)
def test_this_machine_and_its_network_are_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.sources.web.socket.create_connection", None)
    found = fetch(url, Web())
    assert isinstance(found, DocumentError)
    assert "this machine" in found.reason


@pytest.mark.parametrize("url", ["http://", "https://user:word@example.org/", "http://a:99999/", "http://[::1"])
def test_addresses_that_are_none(url: str) -> None:
    found = fetch(url)
    assert isinstance(found, DocumentError)


def test_ids_of_addresses() -> None:
    assert (
        address_id("https://www.gov.uk/government/news/talks?page=2#top") == "www.gov.uk-government-news-talks-page-2"
    )
