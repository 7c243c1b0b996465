"""Merging does not depend on the order in which documents come, nor on what they come with."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.merging import Cluster, Report, closure, cluster, merge, reports
from memcon.merging.blocking import looked_up, stored
from memcon.merging.clustering import place
from memcon.merging.comparing import compare
from memcon.model import Event, Reading
from tests.merging.factory import event, reading

PEOPLE = ("Lavrov@RUS", "RUS", "Rubio@USA", "Witkoff@USA", "USA", "Araghchi@IRN", "IRN", "UN")
DATES = (None, "2025-05", "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-21~", "2025", "2025-05-19/2025-05-25")
TYPES = ("meeting", "dialogue_round", "phone_call", "video_call", "visit", "contact_refused", "sanction", "summit")
TYPES += ("joint_statement", "agreement_signed", "contact_suspended")
PLACES = (None, None, "Rome, ITA", "Geneva, CHE", "ITA")
STATUS = ("occurred", "occurred", "planned", "cancelled")
QUOTES = ("their fourth round of talks", "a fifth round", "in a joint statement they told of a deal", "they met again")
QUOTES += ("they met on 21 May", "on Tuesday", "talks on May 22-23")
TOLD = (None, "2025-05-21", "2025-05-22", "2025-06-01", "2024-01/2025-12", "2019")


@st.composite
def events(draw: st.DrawFn) -> Event:
    told = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    return event(
        draw(st.sampled_from(TYPES)),
        *told,
        date=draw(st.sampled_from(DATES)),
        at=draw(st.sampled_from(PLACES)),
        status=draw(st.sampled_from(STATUS)),
        evidence=draw(st.sampled_from(QUOTES)),
        initiator=draw(st.sampled_from((None, "RUS", "RUS|USA"))),
    )


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    told = draw(st.lists(st.lists(events(), max_size=3), min_size=1, max_size=7))
    dates = st.sampled_from(TOLD)
    return [reading(f"d{n}", *found, date=draw(dates)) for n, found in enumerate(told)]


@settings(max_examples=150, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_entries(told: list[Reading], chance: random.Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert merge(shuffled) == merge(told)


@settings(max_examples=150, deadline=None)
@given(readings())
def test_every_report_is_in_one_entry_and_none_contradicts_another(told: list[Reading]) -> None:
    found = cluster([r for t in told for r in reports(t)])
    places = [place(r) for c in found for r in c.reports]
    assert sorted(places) == sorted(place(r) for t in told for r in reports(t))
    assert not any(contradicts(c) for c in found)


def contradicts(found: Cluster) -> bool:
    return any(compare(a, b).different for a in found.reports for b in found.reports if a.document != b.document)


@settings(max_examples=150, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_clustering_what_is_touched_gives_the_same_as_clustering_everything(
    told: list[Reading], chance: random.Random
) -> None:
    everything = [r for t in told for r in reports(t)]
    if not everything:
        return
    seed = chance.choice(everything)

    def lookup(keys: tuple[str, ...]) -> list[Report]:
        return [r for r in everything if set(keys) & set(stored(r))]

    near = {place(r) for r in closure([seed], lookup)}
    whole = {frozenset(place(r) for r in c.reports) for c in cluster(everything)}
    part = {frozenset(place(r) for r in c.reports) for c in cluster([r for r in everything if place(r) in near])}
    assert part <= whole


@settings(max_examples=300, deadline=None)
@given(events(), events(), st.sampled_from(TOLD), st.sampled_from(TOLD))
def test_what_compares_as_one_event_is_found_by_its_keys(
    a: Event, b: Event, told: str | None, later: str | None
) -> None:
    left, right = Report("a", 0, a, told), Report("b", 0, b, later)
    if compare(left, right).same:
        assert set(looked_up(left)) & set(stored(right))
        assert set(looked_up(right)) & set(stored(left))


@settings(max_examples=200, deadline=None)
@given(events(), events(), st.sampled_from(TOLD), st.sampled_from(TOLD))
def test_comparing_is_the_same_from_both_sides(a: Event, b: Event, told: str | None, later: str | None) -> None:
    left, right = Report("a", 0, a, told), Report("b", 0, b, later)
    forth, back = compare(left, right), compare(right, left)
    assert forth.score == back.score


@settings(max_examples=300, deadline=None)
@given(events(), events(), events(), st.sampled_from(TOLD), st.sampled_from(TOLD), st.sampled_from(TOLD))
def test_reports_of_one_signature_compare_alike_with_every_other(
    a: Event, b: Event, other: Event, told: str | None, later: str | None, third: str | None
) -> None:
    left, right, against = Report("a", 0, a, told), Report("b", 0, b, later), Report("c", 0, other, third)
    if left.signature == right.signature:
        assert compare(left, against, words=False) == compare(right, against, words=False)


@settings(max_examples=300, deadline=None)
@given(events(), events(), st.sampled_from(TOLD), st.sampled_from(TOLD), st.sampled_from(TOLD))
def test_when_it_was_told_counts_only_where_the_signature_has_it(
    a: Event, other: Event, told: str | None, later: str | None, third: str | None
) -> None:
    left, right, against = Report("a", 0, a, told), Report("b", 0, a, later), Report("c", 0, other, third)
    if left.signature == right.signature:
        assert compare(left, against, words=False) == compare(right, against, words=False)
