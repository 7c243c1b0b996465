"""What was counted in one document, or in many: tallies of documents add up, and figures are made of the sum."""

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Self

from memcon.evaluation.agreement import (
    date_verdict,
    names_in_common,
    parties_of,
    people_of,
    same_place,
    same_status,
)
from memcon.evaluation.answers import Answer, EventAnswer
from memcon.evaluation.matching import GROUP, Pair, fully_right, pair_commitments, pair_events, pair_statements

# Sums agree within half a hundredth: "about 3 billion" is rounded by those who write it.
AMOUNT_TOLERANCE = 0.005


@dataclass(slots=True)
class Hits:
    """How many were right, how many were given, how many were wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(self.right + other.right, self.given + other.given, self.wanted + other.wanted)


@dataclass(slots=True)
class Tally:
    """Counts over documents. Entries in `listed_*` are those of documents whose answers list every entry."""

    documents: int = 0
    events: Hits = field(default_factory=Hits)
    fully_right: int = 0
    type_right: int = 0
    status_right: int = 0
    parties_right: int = 0
    people: Hits = field(default_factory=Hits)
    place_right: int = 0
    place_wanted: int = 0
    dates: Counter[str] = field(default_factory=Counter)
    document_dates: Counter[str] = field(default_factory=Counter)
    statements: Hits = field(default_factory=Hits)
    listed_statements: Hits = field(default_factory=Hits)
    commitments: Hits = field(default_factory=Hits)
    listed_commitments: Hits = field(default_factory=Hits)
    amounts_right: int = 0
    amounts_wanted: int = 0
    quotes: int = 0
    quotes_verbatim: int = 0
    documents_without_events: int = 0
    events_in_documents_without: int = 0
    wanted_by_type: Counter[str] = field(default_factory=Counter)
    found_by_type: Counter[str] = field(default_factory=Counter)
    given_by_type: Counter[str] = field(default_factory=Counter)
    type_right_by_type: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Self) -> "Tally":
        return Tally(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True)
class Comparison:
    """One document's answer and reading, with their events paired by index. Events of unknown types are left out."""

    text: str
    wanted: Answer
    given: Answer
    wanted_events: tuple[EventAnswer, ...]
    given_events: tuple[EventAnswer, ...]
    pairs: tuple[Pair, ...]

    def optional(self, index: int) -> bool:
        """Whether a wanted event counts neither way."""
        return self.wanted_events[index].optional

    def scored_pairs(self) -> list[tuple[EventAnswer, EventAnswer]]:
        """The paired events that count."""
        return [(self.wanted_events[i], self.given_events[j]) for i, j in self.pairs if not self.optional(i)]


def compare(text: str, wanted: Answer, given: Answer | None) -> Comparison:
    """Pair the events of an answer with those of a reading; a document that was not read has none."""
    given = given or Answer(id=wanted.id)
    wanted_events = tuple(e for e in wanted.events or () if e.type in GROUP)
    given_events = tuple(e for e in given.events or () if e.type in GROUP)
    pairs = tuple(pair_events(text, wanted_events, given_events))
    return Comparison(text, wanted, given, wanted_events, given_events, pairs)


def tally(comparison: Comparison) -> Tally:
    """The counts of one document."""
    result = Tally(documents=1)
    _count_quotes(result, comparison)
    _count_events(result, comparison)
    for wanted, given in comparison.scored_pairs():
        _count_fields(result, wanted, given)
    _count_positions(result, comparison)
    verdict = date_verdict(comparison.wanted.document_date, comparison.given.document_date)
    if verdict:
        result.document_dates[verdict] += 1
    return result


def _count_quotes(result: Tally, comparison: Comparison) -> None:
    given = comparison.given
    quotes = [event.evidence for event in given.events or ()]
    quotes += [statement.evidence for statement in given.statements or ()]
    quotes += [commitment.evidence for commitment in given.commitments or ()]
    result.quotes = len(quotes)
    result.quotes_verbatim = sum(bool(quote) and (quote or "") in comparison.text for quote in quotes)


def _count_events(result: Tally, comparison: Comparison) -> None:
    found = {i for i, _ in comparison.pairs}
    neither_way = {j for i, j in comparison.pairs if comparison.optional(i)}
    for i, event in enumerate(comparison.wanted_events):
        if not event.optional:
            result.wanted_by_type[event.type] += 1
            result.found_by_type[event.type] += i in found
    for j, event in enumerate(comparison.given_events):
        if j not in neither_way:
            result.given_by_type[event.type] += 1
    if not comparison.wanted_events:
        result.documents_without_events = 1
        result.events_in_documents_without = len(comparison.given_events)
    result.events = Hits(
        right=len(comparison.scored_pairs()),
        given=len(comparison.given_events) - len(neither_way),
        wanted=sum(not e.optional for e in comparison.wanted_events),
    )


def _count_fields(result: Tally, wanted: EventAnswer, given: EventAnswer) -> None:
    people_wanted, people_given = people_of(wanted), people_of(given)
    result.fully_right += fully_right(wanted, given)
    result.type_right += wanted.type == given.type
    result.type_right_by_type[given.type] += wanted.type == given.type
    result.status_right += same_status(wanted, given)
    result.parties_right += parties_of(wanted) == parties_of(given)
    result.people += Hits(names_in_common(people_wanted, people_given), len(people_given), len(people_wanted))
    if wanted.place:
        result.place_wanted += 1
        result.place_right += same_place(wanted.place, given.place)
    verdict = date_verdict(wanted.date, given.date)
    if verdict:
        result.dates[verdict] += 1


def _count_positions(result: Tally, comparison: Comparison) -> None:
    text, wanted, given = comparison.text, comparison.wanted, comparison.given
    statements, statements_given = wanted.statements or (), given.statements or ()
    paired = pair_statements(text, statements, statements_given)
    result.statements = Hits(len(paired), len(statements_given), len(statements))
    commitments, commitments_given = wanted.commitments or (), given.commitments or ()
    kept = pair_commitments(text, commitments, commitments_given)
    result.commitments = Hits(len(kept), len(commitments_given), len(commitments))
    if wanted.complete:
        result.listed_statements, result.listed_commitments = result.statements, result.commitments
    for i, j in kept:
        want, have = commitments[i].amount, commitments_given[j].amount
        if want:
            result.amounts_wanted += 1
            result.amounts_right += (
                have is not None
                and have.currency == want.currency
                and abs(have.value - want.value) <= AMOUNT_TOLERANCE * abs(want.value)
            )
