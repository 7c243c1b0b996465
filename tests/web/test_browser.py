"""The pages in a browser, and checked by axe-core. Skipped, with the reason, where there is no Chromium."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the extra web is not installed")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from memcon.questions import Record
from memcon.web.app import create
from tests.record import samples
from tests.web.conftest import TODAY, TOKEN

CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
AXE = Path(__file__).parent / "vendored" / "axe-4.14.1.min.js"
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")

PAGES = (
    "/",
    "/timeline",
    "/pairs",
    "/pair/CHN/USA",
    "/event/2024-04-02",
    "/compare/2024-04-02",
    "/document/washington",
    "/documents",
    "/official/Wang%20Yi",
    "/commitments",
    "/mechanisms",
    "/silences",
    "/claims",
    "/calendar",
    "/network",
    "/map",
    "/search?q=Biden",
    "/corrections",
    "/codebook",
    "/about",
    "/api",
    "/review",
    "/sign-in",
    "/no-such-page",
)


class Served:
    """The application on a port of its own, in a thread."""

    def __init__(self, path: Path):
        import uvicorn

        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.record = Record(path)
        application = create(self.record, TOKEN, today=lambda: TODAY)
        self._server = uvicorn.Server(uvicorn.Config(application, port=self.port, log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + 20
        while not self._server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        self.address = f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(20)
        self.record.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "memcon.db"
    with Record(path) as held:
        held.add_all(samples.everything())
    return path


@pytest.fixture(scope="module")
def served(kept: Path) -> Iterator[Served]:
    held = Served(kept)
    yield held
    held.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        held = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield held
        held.close()


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    context = browser.new_context(base_url=served.address, viewport={"width": 1200, "height": 900})
    held = context.new_page()
    foreign: list[str] = []
    held.on("request", lambda r: None if r.url.startswith(served.address) else foreign.append(r.url))
    held.on("pageerror", lambda error: pytest.fail(str(error)))
    yield held
    context.close()
    assert not foreign


def signed_in(page: Any) -> None:
    page.goto("/sign-in")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Sign in").click()


def test_from_home_to_a_quote_in_three_clicks(page: Any) -> None:
    page.goto("/")
    page.locator("a.title").filter(has_text="Xi Jinping").first.click()
    page.locator(".fields summary").first.click()
    quote = page.locator(".fields blockquote").first
    assert quote.is_visible()
    page.locator(".fields blockquote footer a").first.click()
    assert page.locator("mark").count() > 0


@pytest.mark.parametrize("path", ["/", "/timeline", "/pair/CHN/USA", "/commitments"])
def test_pages_work_without_scripts(browser: Any, served: Served, path: str) -> None:
    context = browser.new_context(base_url=served.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(path)
    assert page.locator("main h1").is_visible()
    page.get_by_label("Search the documents").fill("Biden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Biden")
    assert page.locator(".results li").count() > 0
    context.close()


@pytest.mark.parametrize("width", [360, 1600])
def test_nothing_runs_over_the_side(page: Any, width: int) -> None:
    signed_in(page)
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (path, wide)


def test_keys_lead_to_the_search_and_through_the_list(page: Any) -> None:
    page.goto("/timeline")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.href")
    assert "/event/" in first
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.href") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.href") == first
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_the_first_stop_of_the_keyboard_skips_to_the_page(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Any, scheme: str) -> None:
    signed_in(page)
    page.emulate_media(color_scheme=scheme)
    found = []
    for path in PAGES:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        answer = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [(path, v["id"], v["nodes"][0]["html"][:200], len(v["nodes"])) for v in answer["violations"]]
    assert not found


def test_search_answers_as_one_types(page: Any) -> None:
    page.goto("/search")
    loaded = page.evaluate("performance.timeOrigin")
    page.get_by_label("Words").press_sequentially("Biden", delay=20)
    page.locator(".results li").first.wait_for()
    assert "Xi Jinping" in page.locator("#found").inner_text()
    assert page.url.endswith("/search?q=Biden")
    assert page.evaluate("performance.timeOrigin") == loaded


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A record of more events and documents than a page holds."""
    from memcon.model import Document
    from tests.merging.factory import event, reading

    path = tmp_path_factory.mktemp("long") / "memcon.db"
    sides = ("FRA", "DEU", "POL", "ITA", "ESP", "PRT", "GRC", "AUT")
    with Record(path) as held:
        for n in range(70):
            day = f"{2022 + n // 35}-{1 + n % 12:02d}-{1 + n // 3:02d}"
            met = event("phone_call", sides[n % 7], sides[7], date=day, evidence=f"they spoke, {n}", confidence=0.5)
            held.add(Document(id=f"d{n}", text=f"they spoke, {n}"), reading(f"d{n}", met, date=day))
    served = Served(path)
    yield served
    served.stop()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("path", "items"), [("/timeline", ".entry"), ("/documents", "tbody tr")])
def test_a_list_reads_on(browser: Any, long: Served, scripts: bool, path: str, items: str) -> None:
    context = browser.new_context(base_url=long.address, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(path)
    first = page.locator(items).all_inner_texts()
    assert len(first) == 50
    page.get_by_role("link", name="Earlier").click()
    if scripts:
        page.locator(items).nth(69).wait_for()
        assert page.url.endswith(path)
        years = page.locator("h2.year").all_inner_texts()
        assert years == list(dict.fromkeys(years))
    else:
        page.wait_for_url("**after=*")
        first += page.locator(items).all_inner_texts()
    assert len(set(page.locator(items).all_inner_texts() if scripts else first)) == 70
    assert page.get_by_role("link", name="Earlier").count() == 0
    context.close()


def test_decisions_follow_one_another_without_loading_the_page(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    with Record(path) as held:
        held.add_all(samples.everything())
    served = Served(path)
    context = browser.new_context(base_url=served.address)
    page = context.new_page()
    signed_in(page)
    loaded = page.evaluate("performance.timeOrigin")
    first, second = page.locator(".review-item code").all_inner_texts()[:2]
    page.keyboard.press("m")
    named = page.locator(".review-item").first.locator("input[name=named]")
    assert page.evaluate("document.activeElement.closest('form').dataset.key") == "merge"
    named.focus()
    page.keyboard.type("no-such-entry")
    for value in ("Tab", "the same call", "Tab", "Ana Lyst", "Enter"):
        page.keyboard.press(value) if value in ("Tab", "Enter") else page.keyboard.type(value)
    page.get_by_role("alert").wait_for()
    assert "there is no entry no-such-entry" in page.get_by_role("alert").inner_text().lower()
    for n, name in enumerate((first, second)):
        page.keyboard.press("c")
        page.keyboard.press("Tab")
        page.keyboard.type("Ana Lyst")
        page.keyboard.press("Enter")
        page.locator(".decided").nth(n).wait_for()
        assert name not in page.locator("main").inner_text()
    assert page.evaluate("performance.timeOrigin") == loaded
    context.close()
    served.stop()
    with Record(path) as held:
        assert [(d.kind, d.author) for d in held.decisions()] == [("confirm", "Ana Lyst")] * 2


def test_the_keyboard_goes_on_where_an_entry_was_decided(browser: Any, tmp_path: Path) -> None:
    from memcon.model import Document
    from tests.merging.factory import event, reading

    path = tmp_path / "memcon.db"
    with Record(path) as held:
        for n, side in enumerate(("DEU", "ITA", "ESP", "POL")):
            met = event("phone_call", "FRA", side, date=f"2024-0{n + 1}-10", evidence=f"they spoke, {n}")
            held.add(Document(id=f"d{n}", text=f"they spoke, {n}"), reading(f"d{n}", met))
    served = Served(path)
    context = browser.new_context(base_url=served.address)
    page = context.new_page()
    signed_in(page)
    names = page.locator(".review-item code").all_inner_texts()
    at_hand = "document.activeElement.closest('.review-item').querySelector('code').innerText"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(at_hand) == names[1]
    page.keyboard.press("c")
    page.keyboard.press("Tab")
    page.keyboard.type("Ana Lyst")
    page.keyboard.press("Enter")
    page.locator(".decided").wait_for()
    page.wait_for_function("document.activeElement.getAttribute('role') === 'status'")
    for key, name in (("j", names[2]), ("k", names[0]), ("j", names[2])):
        page.keyboard.press(key)
        assert page.evaluate(at_hand) == name
    page.locator(".decided [role=status]").focus()
    page.keyboard.press("r")
    assert page.evaluate(at_hand) == names[2]
    context.close()
    served.stop()


def test_a_decision_made_in_review_is_there_after_a_restart(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    with Record(path) as held:
        held.add_all(samples.everything())
    first = Served(path)
    context = browser.new_context(base_url=first.address)
    page = context.new_page()
    signed_in(page)
    name = page.locator(".review-item code").first.inner_text()
    page.keyboard.press("c")
    page.keyboard.press("Tab")
    page.keyboard.type("Ana Lyst")
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    assert name not in page.locator("main").inner_text()
    context.close()
    first.stop()

    again = Served(path)
    context = browser.new_context(base_url=again.address)
    page = context.new_page()
    page.goto(f"/event/{name}")
    text = page.locator("main").inner_text()
    assert "confirmed by an analyst" in text
    assert "Ana Lyst" in text
    page.goto("/corrections")
    assert "Ana Lyst" in page.locator("main").inner_text()
    context.close()
    again.stop()
