"""Which entry of a reading answers which entry of the reference.

Pairs are taken greedily, the likest first; each entry serves once.
"""

from collections.abc import Iterable, Sequence

from memcon.evaluation.agreement import (
    date_verdict,
    names_in_common,
    overlap,
    parties_in,
    parties_of,
    people_of,
    same_name,
    same_sentence,
    same_status,
)
from memcon.evaluation.answers import CommitmentAnswer, EventAnswer, StatementAnswer
from memcon.model import interval

# Types that a careful reader may take for one another: a text rarely says whether a visit or its meeting is meant.
CONTACTS = ("meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter")
REFUSALS = ("contact_refused", "contact_unanswered", "contact_suspended")
ALONE = ("contact_resumed", "joint_statement", "agreement_signed", "sanction", "protest", "expulsion_or_recall")
GROUP = {t: t for t in ALONE} | dict.fromkeys(CONTACTS, "contact") | dict.fromkeys(REFUSALS, "refusal")
BREAKS = (*REFUSALS, "contact_resumed", "protest", "expulsion_or_recall")

# Quotes that share this much of the shorter one speak of one thing.
EVENT_OVERLAP, POSITION_OVERLAP = 0.3, 0.5
# Entries from different sentences are one event only when dated within a week of each other.
CLOSE_DAYS = 7

Pair = tuple[int, int]


def pair(likeness: Iterable[tuple[float, int, int]]) -> list[Pair]:
    """The pairs (wanted, given), the likest first; 0 is no likeness."""
    wanted_taken: set[int] = set()
    given_taken: set[int] = set()
    pairs: list[Pair] = []
    for score, wanted, given in sorted(likeness, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if score > 0 and wanted not in wanted_taken and given not in given_taken:
            wanted_taken.add(wanted)
            given_taken.add(given)
            pairs.append((wanted, given))
    return pairs


def event_likeness(text: str, wanted: EventAnswer, given: EventAnswer) -> float:
    """How like two events are; 0 where group, a party, or the place in the text (or date and people) disagree."""
    group = GROUP.get(wanted.type)
    if group is None or group != GROUP.get(given.type):
        return 0
    want, have = parties_of(wanted), parties_of(given)
    shared = len(want & have)
    if not shared:
        return 0
    near = same_sentence(text, wanted.evidence, given.evidence)
    near = near or overlap(text, wanted.evidence, given.evidence) > EVENT_OVERLAP
    one, other = interval(wanted.date), interval(given.date)
    close = one is not None and other is not None and one.gap(other) <= CLOSE_DAYS
    want_people, have_people = people_of(wanted), people_of(given)
    hits = names_in_common(want_people, have_people)
    if not near and not (close and (hits or shared == len(want) > 1)):
        return 0
    score = 2.0 * near + close + (wanted.type == given.type)
    score += 2 * shared / max(len(want), len(have))
    return score + 2 * hits / max(len(want_people), len(have_people), 1)


def fully_right(wanted: EventAnswer, given: EventAnswer) -> bool:
    """Whether type, status, all parties, all people and the date agree."""
    want_people, have_people = people_of(wanted), people_of(given)
    return (
        wanted.type == given.type
        and same_status(wanted, given)
        and parties_of(wanted) == parties_of(given)
        and len(want_people) == len(have_people) == names_in_common(want_people, have_people)
        and date_verdict(wanted.date, given.date) in (None, "exact", "compatible")
    )


def pair_events(text: str, wanted: Sequence[EventAnswer], given: Sequence[EventAnswer]) -> list[Pair]:
    """Which event of the reading is which of the answer."""
    return pair((event_likeness(text, a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(given))


def _statement_likeness(text: str, wanted: StatementAnswer, given: StatementAnswer) -> float:
    shared = overlap(text, wanted.evidence, given.evidence)
    if shared < POSITION_OVERLAP:
        return 0
    if wanted.speaker and given.speaker:
        same_side = same_name(wanted.speaker, given.speaker)
    else:
        same_side = bool(parties_in(wanted.party) & parties_in(given.party))
    return 1 + shared if same_side else 0


def pair_statements(text: str, wanted: Sequence[StatementAnswer], given: Sequence[StatementAnswer]) -> list[Pair]:
    """Which statement is which: the same words by the same speaker, or of the same party where one has none."""
    return pair((_statement_likeness(text, a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(given))


def _commitment_likeness(text: str, wanted: CommitmentAnswer, given: CommitmentAnswer) -> float:
    shared = overlap(text, wanted.evidence, given.evidence)
    by = parties_in(wanted.by)
    same_side = not by or bool(by & parties_in(given.by))
    return 1 + shared if same_side and shared >= POSITION_OVERLAP else 0


def pair_commitments(text: str, wanted: Sequence[CommitmentAnswer], given: Sequence[CommitmentAnswer]) -> list[Pair]:
    """Which commitment is which: the same words by the same party."""
    return pair((_commitment_likeness(text, a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(given))
