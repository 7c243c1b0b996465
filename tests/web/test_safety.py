import re

import pytest
from fastapi.testclient import TestClient

from memcon.questions import Record
from tests.web.conftest import TOKEN
from tests.web.every_page import every_page

ADDRESS = re.compile(r"""(?:src|href|action)=["']([^"']*)""")


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("LOCALHOST", 200),
        ("[::1]:8765", 200),
        ("evil.example", 400),
        ("evil.example:8765", 400),
        ("127.0.0.1.evil.example", 400),
        ("localhost@evil.example", 400),
        ("", 400),
        ("[::1", 400),
    ],
)
def test_only_known_hosts_are_answered(pages: TestClient, host: str, code: int) -> None:
    assert pages.get("/", headers={"host": host}).status_code == code


def test_every_page_is_answered_with_a_strict_policy(pages: TestClient) -> None:
    for path in every_page(pages):
        response = pages.get(path)
        assert response.status_code == 200, (path, response.text[:300])
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["x-content-type-options"] == "nosniff"


def test_no_page_asks_anyone_else_for_anything_nor_holds_inline_code(pages: TestClient) -> None:
    for path in every_page(pages):
        response = pages.get(path)
        if not response.headers["content-type"].startswith("text/html"):
            continue
        text = response.text
        for address in re.findall(r'<(?:script|link|img|form|iframe|use|image)[^>]*(?:src|href|action)="([^"]*)', text):
            assert address.startswith(("/", "#")), (path, address)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*src=)", text), path


def test_text_of_documents_never_becomes_markup(hostile: TestClient) -> None:
    for path in every_page(hostile):
        response = hostile.get(path)
        known = not path.startswith(("/official/", "/api/officials/"))  # nobody is found by a name without words
        assert response.status_code == 200 or not known, (path, response.text[:300])
        kind = response.headers["content-type"]
        if kind.startswith("text/html"):
            assert "<img src=x" not in response.text, path
            assert "<script>alert" not in response.text, path
            assert not any(a.startswith("javascript:") for a in ADDRESS.findall(response.text)), path
        if "xml" in kind:
            import xml.etree.ElementTree as tree

            tree.fromstring(response.text)
            assert "<img" not in response.text


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/timeline?q=" + "x" * 3000, 414),
        ("/timeline?party=" + "x" * 300, 400),
        ("/timeline?party=Atlantis", 404),
        ("/timeline?since=yesterday", 400),
        ("/timeline?type=dance", 400),
        ("/timeline?after=%21%21", 400),
        ("/timeline?party=CHN&party=USA&party=GBR", 400),
        ("/event/nothing", 404),
        ("/document/nothing", 404),
        ("/nothing", 404),
        ("/api/nothing", 404),
        ("/api/events?size=100000", 422),
    ],
)
def test_wrong_requests_are_answered_in_words(pages: TestClient, path: str, code: int) -> None:
    response = pages.get(path)
    assert response.status_code == code
    assert "Traceback" not in response.text


def test_a_page_holds_no_more_than_its_limit(pages: TestClient) -> None:
    assert len(pages.get("/api/events?size=1").json()["entries"]) == 1


def test_nothing_can_be_changed_without_the_token(record: object, pages: TestClient, editing: TestClient) -> None:
    entry = pages.get("/api/events").json()["entries"][0]["id"]
    form = {"entry": entry, "kind": "reject", "author": "A", "reason": "R", "mark": "x"}
    assert pages.post("/review", data=form).status_code == 403
    assert pages.post("/sign-in", data={"token": TOKEN}).status_code == 403
    assert editing.post("/review", data=form).status_code == 403  # no mark of our own form
    assert pages.get(f"/api/events/{entry}").json()["rejected"] is False


def test_a_form_from_another_site_is_refused(editing: TestClient) -> None:
    response = editing.post("/sign-in", data={"token": TOKEN}, headers={"origin": "https://evil.example"})
    assert response.status_code == 403


def test_a_wrong_token_signs_nobody_in(editing: TestClient) -> None:
    editing.cookies.clear()
    assert editing.post("/sign-in", data={"token": "wrong"}).status_code == 403
    assert not editing.cookies
    response = editing.post("/sign-in", data={"token": TOKEN})
    cookie = response.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie


def test_a_decision_is_taken_back_by_who_is_signed_in(record: Record, editing: TestClient) -> None:
    entry = editing.get("/api/events").json()["entries"][0]["id"]
    made = record.decide("confirm", entry, reason="read in the source", author="desk")
    form = {"number": str(made.number), "author": "Ana Lyst", "mark": "x"}
    assert editing.post("/corrections", data=form).status_code == 403  # no mark of our own form
    page = editing.get("/corrections").text
    form["mark"] = re.search(r'name="mark" value="(\w+)"', page)[1]  # type: ignore[index]
    assert editing.post("/corrections", data=form | {"number": "x"}).status_code == 400
    assert editing.post("/corrections", data=form, follow_redirects=False).status_code == 303
    assert [d.undone_by for d in record.decisions() if d.number == made.number] == ["Ana Lyst"]


def test_review_offers_entries_that_may_be_the_same_event(record: Record, editing: TestClient) -> None:
    page = editing.get("/review").text
    offered = re.findall(r'<input type="radio" name="other" value="([^"]+)">', page)
    assert offered
    assert {record.why(name).entry.id for name in offered} == set(offered)


@pytest.mark.parametrize("path", ["/claims", "/silences", "/commitments", "/mechanisms"])
def test_a_long_list_goes_on_where_the_page_before_ended(pages: TestClient, path: str) -> None:
    assert '<nav class="next"' not in pages.get(path).text
    assert "Those before" in pages.get(path, params={"start": "1"}).text
    assert pages.get(path, params={"start": "one"}).status_code == 400
