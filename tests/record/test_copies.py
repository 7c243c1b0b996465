"""The same text from several addresses is one document, whichever comes first; originals stand beside the texts."""

import itertools
import random

import msgspec
import pytest

from memcon.errors import NotInRecord
from memcon.model import Document, Original, Reading
from memcon.record import Store, archive, finding, search, tally
from tests.conftest import Places
from tests.merging.factory import event, reading
from tests.record import samples

TEXT = "Foreign Minister Park Jin met Foreign Minister Yoshimasa Hayashi in Tokyo on 18 July 2022."


def copy(name: str, *, text: str = TEXT, **more: object) -> tuple[Document, Reading]:
    met = event("meeting", "Park Jin@KOR", "Yoshimasa Hayashi@JPN", date="2022-07-18", at="Tokyo, JPN", evidence=TEXT)
    document = Document(id=name, text=text, **more)  # type: ignore[arg-type]
    return document, reading(name, met, date=document.date or "2022-07-18", text_sha256=document.sha256)


def three() -> list[tuple[Document, Reading]]:
    return [
        copy("a", url="https://example.org/a"),
        copy("b", url="https://example.com/b", date="2022-07-18", title="Talks"),
        copy("c", text=TEXT + " \n", date="2022-07-19", outlet="Yonhap", original=Original(media_type="x", body=b"c")),
    ]


def held(store: Store, name: str) -> Document:
    return store.ask(lambda c: archive.document(c, name))  # type: ignore[no-any-return]


def test_copies_are_one_document_with_all_addresses(store: Store) -> None:
    added = store.add_all([*three(), *samples.everything()])
    assert (added.added, added.copies) == (5, 2)
    found = held(store, "c")
    assert (found.url, found.also) == ("https://example.com/b", ("https://example.org/a",))
    assert (found.title, found.outlet, found.date, found.text) == ("Talks", "Yonhap", "2022-07-19", TEXT + " \n")
    assert {held(store, name).id for name in "abc"} == {"c"}
    assert store.ask(archive.counts)["documents"] == 5
    assert [e.documents for e in store.ask(lambda c: finding.entries(c, parties=["KOR"]))] == [("c",)]
    assert [h.document for h in store.ask(lambda c: search.find(c, "Hayashi"))] == ["c"]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_any_order_gives_the_same_document(places: Places, order: tuple[int, ...]) -> None:
    with Store(places("whole")) as whole:
        whole.add_all(three())
        expected = whole.dump()
    with Store(places("one")) as one:
        for n in order:
            one.add(*three()[n])
        assert one.dump() == expected
        one.remove("b")
        assert "https://example.com/b" not in (held(one, "a").url, *held(one, "a").also)
        one.add(*three()[1])
        assert one.dump() == expected
        one.rebuild()
        assert one.dump() == expected
        readings = {d.id: r for d, r in three()}
        one.rebuild(lambda d: readings[d.id])
        assert one.dump() == expected


def test_a_copy_that_is_there_needs_no_reading_again(store: Store) -> None:
    store.add_all(three())
    before = store.dump()
    assert [store.has_read(d, r.reader) for d, r in three()] == [True, True, True]
    assert store.add_all(three()).unchanged == 3
    assert store.dump() == before


def test_a_copy_whose_text_changes_is_a_document_of_its_own(store: Store) -> None:
    store.add_all(three())
    store.add(*copy("c", text="Corrected. " + TEXT))
    assert held(store, "c").text.startswith("Corrected.")
    assert (held(store, "a").id, held(store, "a").also) == ("b", ("https://example.org/a",))
    store.add(*three()[2])
    assert held(store, "a").id == "c"
    assert store.ask(archive.counts)["documents"] == 1


@pytest.mark.parametrize(
    ("days", "documents"),
    [
        (("2022-07-18", "2022-07-25"), 1),
        (("2022-07-18", "2022-07-26"), 2),
        (("2022-07", "2022-08-05"), 1),
        ((None, "2022-07-18"), 1),
    ],
)
def test_a_text_that_comes_again_much_later_is_another_document(
    store: Store, days: tuple[str, str], documents: int
) -> None:
    store.add_all(copy(f"d{n}", date=day) for n, day in enumerate(days))
    assert store.ask(archive.counts)["documents"] == documents


def test_a_decision_stands_when_another_copy_takes_the_place(store: Store) -> None:
    store.add(*copy("a"))
    (name,) = [e.id for e in store.ask(finding.entries)]
    store.decide("amend", [name], values={"date": "2022-07-17"}, reason="as the ministry says", author="desk")
    store.add(*copy("b", date="2022-07-18"))
    (entry,) = store.ask(finding.entries)
    assert (entry.documents, entry.date, entry.state) == (("b",), "2022-07-17", "amended")
    store.undo(1, author="desk")
    assert [e.date for e in store.ask(finding.entries)] == ["2022-07-18"]


def test_originals_stay_with_their_documents(store: Store) -> None:
    page = Original(media_type="text/html", body=b"<p>" + TEXT.encode() + b"</p>" * 40)
    store.add(*copy("a", original=page))
    store.add_all(three()[1:])
    assert store.ask(lambda c: archive.original(c, "a")) == page
    assert store.ask(lambda c: archive.original(c, "b")).body == b"c"
    readings = {d.id: r for d, r in three()}
    store.rebuild(lambda d: readings[d.id])
    assert store.ask(lambda c: archive.original(c, "a")) == page
    store.remove("a")
    store.remove("c")
    with pytest.raises(NotInRecord, match="no original"):
        store.ask(lambda c: archive.original(c, "b"))
    assert not msgspec.json.decode(store.dump())["originals"]


def test_a_shuffled_stream_with_copies_ends_in_one_record(places: Places) -> None:
    told = [*three(), *samples.everything(), copy("z", text=samples.FOOTBALL), copy("y", date="2023-01-01")]
    with Store(places("whole")) as whole:
        whole.add_all(told)
        expected = whole.dump()
    for seed in range(4):
        random.Random(seed).shuffle(told)
        with Store(places(f"shuffled{seed}")) as store:
            for at in range(0, len(told), 2):
                store.add_all(told[at : at + 2])
            assert store.dump() == expected


def test_numbers_follow_when_a_copy_tells_more(store: Store) -> None:
    store.add(*copy("b", url="https://example.com/b", outlet="Yonhap"))
    store.add(*copy("a", url="https://example.org/a", outlet="KBS", date="2022-07-18"))
    assert store.ask(lambda c: tally.of(c, "outlet")) == {"KBS": 1}
    store.remove("a")
    assert store.ask(lambda c: tally.of(c, "outlet")) == {"Yonhap": 1}
    store.add(*copy("c", url="https://example.com/c"))
    assert store.ask(lambda c: tally.of(c, "documents")) == {"2022": 1}
