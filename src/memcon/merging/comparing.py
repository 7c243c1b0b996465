"""Are two reports about one event? A score with the reasons a person can read, or a reason why they cannot be.

The weights are whole steps on one scale: `SAME` is what two reports must reach to be taken for one event. They were set
by reasoning about what each agreement rules out and checked against the clusters of the reference answers
(`scripts/score_merging.py`); a step of one half moves the outcome little.
"""

from typing import NamedTuple

from memcon.merging.people import same
from memcon.merging.report import LONG, PRECISE, Report, gathers, parties
from memcon.model import Interval

SAME = 3.5
TOGETHER = 1.5  # what bare reports of the same parties reach, told of at the same time
MOST_ALIKE = 3.0  # what two quotes of nearly the same words add
NEAR_TELLING = 10  # days between two documents for their undated events to be compared
DOUBT = 5  # days a date marked ~ or ? may be off
SLIP = 3  # days a plan may move, and a visit may already have lasted
# What is between people: with others it is another.
_OF_PEOPLE = ("gathering", "call", "visit", "protest")
# What seldom happens twice in a month between two parties.
_BREAKS = ("contact_suspended", "contact_resumed", "expulsion_or_recall")
_RARE = (*_BREAKS, "agreement_signed")
_TOO_EARLY = "one was told as done before the other could be"


class Comparison(NamedTuple):
    """`score` of at least `SAME` means one event; None means they cannot be one. `because` is in words."""

    score: float | None
    because: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the two are taken for one event."""
        return self.score is not None and self.score >= SAME

    @property
    def different(self) -> bool:
        """Whether the two contradict each other."""
        return self.score is None

    @property
    def unlike(self) -> bool:
        """Whether less speaks for one event than in two bare reports: a third must not bring the two together."""
        return self.score is None or self.score < TOGETHER


class _Tally:
    def __init__(self) -> None:
        self.score = 0.0
        self.because: list[str] = []

    def add(self, points: float, reason: str) -> None:
        self.score += points
        self.because.append(reason)


def compare(a: Report, b: Report, words: bool = True) -> Comparison:
    """Compare two reports of two documents; the order of the two does not matter."""
    tally = _Tally()
    for part in (_types, _rounds, _parties, _dates, _people, _places, _mechanisms, _direction):
        veto = part(a, b, tally)
        if veto is not None:
            return Comparison(None, (veto,))
    if words:
        tally.score += likeness(a, b, tally)
    return Comparison(round(tally.score, 3), tuple(tally.because))


def likeness(a: Report, b: Report, tally: _Tally | None = None) -> float:
    """Steps for the wording of the two quotes: one report often copies another."""
    if not a.words or not b.words:
        return 0.0
    share = len(a.words & b.words) / len(a.words | b.words)
    points = MOST_ALIKE if share >= 0.9 else 1.0 if share >= 0.5 else 0.5 if share >= 0.25 else 0.0
    if points and tally is not None:
        tally.because.append("nearly the same words" if points == MOST_ALIKE else "similar words")
    return points


def _types(a: Report, b: Report, tally: _Tally) -> str | None:
    left, right = a.event.type, b.event.type
    if {left, right} == {"agreement_signed", "joint_statement"}:
        if not (a.by_statement or b.by_statement) or a.parties != b.parties or a.days is None or a.days != b.days:
            return f"a {left} is not a {right}"
        tally.add(-0.5, "an agreement made known by a joint statement")
        return None
    if a.family != b.family:
        virtual = {a.family, b.family} == {"gathering", "call"} and "video_call" in (left, right)
        if not virtual or {"phone_call", "brief_encounter"} & {left, right}:
            return f"a {left} is not a {right}"
        tally.add(-1.0, "a video call may be told as a meeting")
    elif left != right:
        tally.add(-1.5 if "brief_encounter" in (left, right) else 0.0, f"{left} and {right} can be one event")
    if a.family in _RARE:
        tally.add(0.5, f"{left} is rare")
    if {a.event.status, b.event.status} == {"occurred", "cancelled"}:
        tally.add(-2.0, "one report says it was cancelled")
    return None


def _rounds(a: Report, b: Report, tally: _Tally) -> str | None:
    if a.round is None or b.round is None:
        return None
    if a.round != b.round:
        return f"round {a.round} is not round {b.round}"
    tally.add(0.5, f"round {a.round} in both")
    return None


def _parties(a: Report, b: Report, tally: _Tally) -> str | None:
    shared = a.parties & b.parties
    if not shared:
        return "no party in common"
    listed = ", ".join(sorted(shared))
    if len(shared) < 2:
        # One party alone says little, unless it is itself the gathering (the G7) and nobody else is named.
        organisation = any(gathers(code) for code in shared)
        if a.parties != b.parties and not (organisation and 1 in (len(a.parties), len(b.parties))):
            return f"only {listed} in common"
        tally.add(1.0 if organisation else 0.0, f"both of {listed}")
    elif a.parties == b.parties:
        tally.add(2.0, f"the same parties: {listed}")
    elif a.parties <= b.parties or b.parties <= a.parties:
        tally.add(1.0, f"parties in common: {listed}")
        sizes = sorted((len(a.parties), len(b.parties)))
        if sizes[0] == 2 and not a.mechanism & b.mechanism:
            if sizes[1] == 3 and _one_table(a, b):
                tally.add(-0.5, "one counts a mediator or host")
            else:
                tally.add(-2.0 if sizes[1] == 3 else -3.0, "one has more parties at the table")
    else:
        tally.add(0.0, f"parties in common: {listed}")
        if len(shared) * 2 <= min(len(a.parties), len(b.parties)):
            tally.add(-2.0, "most parties differ")
    return None


def _one_table(a: Report, b: Report) -> bool:
    """Whether two rounds of talks were on one day in one city."""
    talks = "dialogue_round" in (a.event.type, b.event.type)
    return talks and a.days == b.days and a.days is not None and a.days.days <= 3 and a.place == b.place != ("", "")


def _dates(a: Report, b: Report, tally: _Tally) -> str | None:
    if a.days is None or b.days is None:
        return _undated(a, b, tally)
    gap = a.days.gap(b.days)
    if gap > _allowed(a, b):
        return f"{a.event.date} is not {b.event.date}"
    if _foretold(a, b) or _foretold(b, a):
        return _TOO_EARLY
    longest = max(a.days.days, b.days.days)
    if gap:
        # A call has two local dates; a meeting has one: its people and its place must make up for a day.
        met = a.family == b.family == "gathering" and a.event.status == b.event.status
        near = -3.0 if met else 1.0 if gap == 1 else -0.5
        tally.add(near, f"{gap} day{'s' if gap > 1 else ''} apart")
    elif a.days == b.days and longest <= 3:
        tally.add(2.0, f"the same date, {a.event.date}")
    elif longest <= 9:
        tally.add(1.5, f"dates overlap: {a.event.date}, {b.event.date}")
    elif longest <= LONG:
        tally.add(1.0, f"dates overlap: {a.event.date}, {b.event.date}")
        if a.days == b.days and _told_together(a, b):
            tally.add(0.5, "told of in the same days")
    else:
        tally.add(-2.0, f"one date is wide: {a.event.date}, {b.event.date}")
    return None


def _foretold(done: Report, later: Report) -> bool:
    """Whether a page tells as done what by the other report's date lay ahead of it; a day is left to time zones."""
    if done.event.status != "occurred" or not done.told_counts or done.told is None or later.days is None:
        return False
    return (later.days.first - done.told.last).days > 1


def _told_together(a: Report, b: Report) -> bool:
    """Whether two pages of the same days tell it alike: of an event "in March" they mean one and the same."""
    return _alike(a, b) and a.told is not None and b.told is not None and _near(a.told, b.told)


def _alike(a: Report, b: Report) -> bool:
    return (a.event.type, a.event.status) == (b.event.type, b.event.status)


def _near(left: Interval, right: Interval) -> bool:
    return left.gap(right) <= SLIP and max(left.days, right.days) <= PRECISE


def _allowed(a: Report, b: Report) -> int:
    """Days two dates of one event may lie apart: time zones, a doubtful date, a visit's days, a plan that moved."""
    if a.vague or b.vague:
        return 1 + DOUBT
    if a.days and b.days and max(a.days.days, b.days.days) > PRECISE:
        return 0
    moved = "planned" in (a.event.status, b.event.status) and a.event.status != b.event.status
    return SLIP if moved or a.family == "visit" else 1


def _undated(a: Report, b: Report, tally: _Tally) -> str | None:
    """An event without a date is compared by when it was told of: never by the page's date as if it were its own."""
    left, right = a.days or a.told, b.days or b.told
    if left and right and left.gap(right) > NEAR_TELLING:
        return "undated, and told of at different times"
    if _foretold(a, b) or _foretold(b, a):
        return _TOO_EARLY
    if (left is None or right is None) and not (a.timeless and b.timeless):
        return "one has no date at all"
    if a.timeless or b.timeless:
        # People on both sides must make up for it; two leaders may telephone any week: the words must agree too.
        tally.add(-3.0 if a.event.type == b.event.type == "phone_call" else -2.5, "it is not known when")
        return None
    if max(x.days for x in (left, right) if x) > LONG:
        return "undated, and told of at different times"
    days = _alike(a, b) and left is not None and right is not None and _near(left, right)
    tally.add(0.0 if days else -0.5, f"undated, told of {'in the same days' if days else 'at the same time'}")
    return None


def _people(a: Report, b: Report, tally: _Tally) -> str | None:
    met = clashed = 0
    for party in sorted(set(a.people) & set(b.people)):
        answers = [(same(p, q), p, q) for p in a.people[party] for q in b.people[party]]
        agreed = [q for answer, _, q in answers if answer]
        if agreed:
            met += 1
            tally.add(2.0 if met <= 2 else 0.5, f"the same person for {party}: {' '.join(agreed[0].words)}")
        elif all(answer is False for answer, _, _ in answers):
            clashed += 1
    if clashed:
        # Delegations of a dialogue or a summit are told by whom the teller knows; a meeting of two is not.
        loose = a.mechanism & b.mechanism or min(len(a.parties), len(b.parties)) > 3
        if not loose and a.family in _OF_PEOPLE:
            return "different people"
        tally.add(-1.0 * clashed, "other people named")
    return None


def _places(a: Report, b: Report, tally: _Tally) -> str | None:
    if "call" in (a.family, b.family):
        return None
    (city, country), (other, abroad) = a.place, b.place
    if country and abroad and country != abroad:
        if a.family in ("gathering", "visit"):
            return f"{country} is not {abroad}"
        tally.add(-1.0, "places differ")
    elif city and other and (set(city.split()) <= set(other.split()) or set(other.split()) <= set(city.split())):
        tally.add(1.0, f"the same place: {min(city, other, key=lambda name: (len(name), name))}")
        if country and country not in a.parties | b.parties:
            tally.add(1.0, f"a place that is no party's own, in {country}")
    elif country and country == abroad:
        tally.add(0.5, f"both in {country}")
    return None


def _mechanisms(a: Report, b: Report, tally: _Tally) -> str | None:
    if not a.mechanism or not b.mechanism:
        return None
    share = len(a.mechanism & b.mechanism) / min(len(a.mechanism), len(b.mechanism))
    if share >= 0.5:
        tally.add(1.5, f"the same mechanism: {' '.join(sorted(a.mechanism & b.mechanism))}")
    else:
        tally.add(-1.0, "other mechanisms named")
    return None


def _direction(a: Report, b: Report, tally: _Tally) -> str | None:
    for field in ("initiator", "target"):
        left, right = getattr(a.event, field), getattr(b.event, field)
        if left and right and left != right:
            # One report tells of a joint visit what another tells of one of the visitors.
            if parties((left,)) & parties((right,)):
                continue
            if a.family in ("sanction", "protest", "expulsion_or_recall", "refusal", "visit"):
                return f"{field} {left} is not {right}"
            tally.add(-0.5, f"{field}s differ")
    ends = (a.event.initiator, a.event.target)
    if a.family in (*_BREAKS, "protest") and None not in ends and ends == (b.event.initiator, b.event.target):
        tally.add(1.0, f"{ends[0]} acted on {ends[1]} in both")
    return None
