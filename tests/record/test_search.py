import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Document
from memcon.record import Store, search
from tests.merging.factory import reading
from tests.record import samples


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Taiwan", ["washington"]),
        ("taiwan biden", ["washington"]),
        ("Taiwan penalties", []),
        ('"spoke with"', ["washington"]),
        ('"with spoke"', []),
        ("习近平", ["beijing"]),
        ("拜登", ["beijing"]),
        ("習近平", ["beijing"]),  # in the other script
        ("習近平 Taiwan", []),
        ("平习", []),
        ("Pham Minh Chinh", ["blinken"]),
        ("Phạm Minh Chính", ["blinken"]),
        ("april-2", ["washington"]),
        ("2024年4月2日", ["beijing"]),
        ('AND OR NOT ( * "', []),
        ("", []),
    ],
)
def test_documents_are_found_by(store: Store, query: str, expected: list[str]) -> None:
    store.add_all(samples.everything())
    assert [h.document for h in store.ask(lambda c: search.find(c, query))] == expected


def test_a_hit_points_into_the_text(store: Store) -> None:
    store.add_all(samples.everything())
    (hit,) = store.ask(lambda c: search.find(c, "pham"))
    assert samples.BLINKEN[hit.start : hit.end] == "Phạm"
    assert "Phạm Minh Chính" in hit.snippet


def test_a_removed_document_is_found_no_more(store: Store) -> None:
    store.add_all(samples.everything())
    store.remove("beijing")
    assert store.ask(lambda c: search.find(c, "拜登")) == []


@pytest.mark.parametrize(
    "query", ["annex-7", "f-16", "eur-lex.europa.eu", "/c/2024", "3.5", "+41", "a_b", "o'neill", "7"]
)
def test_what_looks_like_no_word_is_found_on_both(store: Store, query: str) -> None:
    text = "See annex-7 on F-16s and f-16, https://eur-lex.europa.eu/C/2024/x.html, 3.5 %, +41 22, a_b, O'Neill."
    store.add(Document(id="odd", text=text), reading("odd"))
    store.add(Document(id="plain", text="There is nothing here."), reading("plain"))
    assert [h.document for h in store.ask(lambda c: search.find(c, query))] == ["odd"]


def test_what_is_written_in_traditional_characters_is_found_by_simplified_ones(store: Store) -> None:
    store.add(Document(id="hk", text="美國國務卿與外長舉行戰略對話。"), reading("hk"))
    (hit,) = store.ask(lambda c: search.find(c, "战略对话 外长"))
    assert (hit.document, hit.start, hit.end) == ("hk", 6, 8)


def test_days_bound_what_is_ranked(store: Store) -> None:
    for n in range(1, 9):
        day = f"2024-0{n}-01"
        store.add(Document(id=f"d{n}", text="talks " * n + "on grain", date=day), reading(f"d{n}", date=day))
    store.add(Document(id="undated", text="talks " * 9), reading("undated", date=None))

    def found(since: str | None, until: str | None, limit: int) -> list[str]:
        return sorted(
            h.document for h in store.ask(lambda c: search.find(c, "talks", limit, search.Days(since, until)))
        )

    assert found("2024-02-15", "2024-04-30", 20) == ["d3", "d4"]
    assert found(None, "2024-01-31", 1) == ["d1"]  # the last by rank, and yet the one asked for
    assert found("2024-08", None, 20) == ["d8"]
    assert len(found(None, None, 20)) == 9


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(search.folded(text)) == len(text)


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_of_very_many_documents_with_the_words_the_last_are_ranked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RANKED", 3)
    for n in range(6):
        store.add(Document(id=f"d{n}", text="talks " * (6 - n) + "on grain"), reading(f"d{n}"))
    assert [h.document for h in store.ask(lambda c: search.find(c, "talks"))] == ["d3", "d4", "d5"]
    assert [h.document for h in store.ask(lambda c: search.find(c, "talks", limit=1))] == ["d3"]
