"""Every miss by name, for whoever mends the reading."""

from collections.abc import Iterator

from memcon.evaluation.agreement import parties_of, people_of
from memcon.evaluation.answers import EventAnswer
from memcon.evaluation.matching import fully_right, pair_commitments, pair_statements
from memcon.evaluation.tally import Comparison

QUOTE_LENGTH = 150


def _in_short(event: EventAnswer) -> str:
    parties = "+".join(sorted(parties_of(event))) or "nobody"
    people = ", ".join(people_of(event))
    return f"{event.type} ({event.status or 'occurred'}) {parties} [{people}] {event.date or 'undated'}"


def misses(comparison: Comparison) -> Iterator[str]:
    """Events missed, extra or not fully right, then statements and commitments missed; one line each."""
    name = comparison.wanted.id
    found = {i for i, _ in comparison.pairs}
    used = {j for _, j in comparison.pairs}
    for i, event in enumerate(comparison.wanted_events):
        if i not in found and not event.optional:
            yield f"MISSED    {name}  {_in_short(event)} | {(event.evidence or '')[:QUOTE_LENGTH]}"
    for j, event in enumerate(comparison.given_events):
        if j not in used:
            yield f"EXTRA     {name}  {_in_short(event)} | {(event.evidence or '')[:QUOTE_LENGTH]}"
    for wanted, given in comparison.scored_pairs():
        if not fully_right(wanted, given):
            yield f"NOT FULL  {name}  wanted {_in_short(wanted)}; read {_in_short(given)}"
    yield from _missed_positions(comparison)


def _missed_positions(comparison: Comparison) -> Iterator[str]:
    name, text = comparison.wanted.id, comparison.text
    statements = comparison.wanted.statements or ()
    said = {i for i, _ in pair_statements(text, statements, comparison.given.statements or ())}
    for i, statement in enumerate(statements):
        if i not in said:
            who = statement.speaker or statement.party
            yield f"UNHEARD   {name}  {who} | {(statement.evidence or '')[:QUOTE_LENGTH]}"
    commitments = comparison.wanted.commitments or ()
    promised = {i for i, _ in pair_commitments(text, commitments, comparison.given.commitments or ())}
    for i, commitment in enumerate(commitments):
        if i not in promised:
            yield f"NO PROMISE{name}  {commitment.by} | {(commitment.evidence or '')[:QUOTE_LENGTH]}"
