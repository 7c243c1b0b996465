"""Are two reports about one event? A score with the reasons a person can read, or a reason why they cannot be.

The weights are whole steps on one scale: `SAME` is what two reports must reach to be taken for one event. They were set
by reasoning about what each agreement rules out and checked against the clusters of the reference answers
(`scripts/score_merging.py`); a step of one half moves the outcome little.
"""

from typing import NamedTuple

from memcon.merging.comparing_days import compare_days
from memcon.merging.people import same
from memcon.merging.report import Report, gathers, parties
from memcon.merging.tally import Tally

SAME = 3.5
TOGETHER = 1.5  # what bare reports of the same parties reach, told of at the same time
MOST_ALIKE = 3.0  # what two quotes of nearly the same words add
# What is between people: with others it is another.
_OF_PEOPLE = ("gathering", "call", "visit", "protest")
# What seldom happens twice in a month between two parties.
_BREAKS = ("contact_suspended", "contact_resumed", "expulsion_or_recall")
_RARE = (*_BREAKS, "agreement_signed")
# What one side does to another.
ACTS = (*_BREAKS, "protest")


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


def compare(a: Report, b: Report, words: bool = True) -> Comparison:
    """Compare two reports of two documents; the order of the two does not matter."""
    tally = Tally()
    for part in (_types, _rounds, _parties, compare_days, _people, _places, _mechanisms, _direction):
        veto = part(a, b, tally)
        if veto is not None:
            return Comparison(None, (veto,))
    if words:
        tally.score += likeness(a, b, tally)
    return Comparison(round(tally.score, 3), tuple(tally.because))


def likeness(a: Report, b: Report, tally: Tally | None = None) -> float:
    """Steps for the wording of the two quotes: one report often copies another."""
    if not a.words or not b.words:
        return 0.0
    share = len(a.words & b.words) / len(a.words | b.words)
    points = MOST_ALIKE if share >= 0.9 else 1.0 if share >= 0.5 else 0.5 if share >= 0.25 else 0.0
    if points and tally is not None:
        tally.because.append("nearly the same words" if points == MOST_ALIKE else "similar words")
    return points


def _types(a: Report, b: Report, tally: Tally) -> str | None:
    left, right = a.event.type, b.event.type
    if {left, right} == {"agreement_signed", "joint_statement"}:
        if not (a.by_statement or b.by_statement) or a.parties != b.parties or a.days is None or a.days != b.days:
            return f"a {left} is not a {right}"
        tally.add(-0.5, "an agreement made known by a joint statement")
        return None
    if a.family != b.family:
        if _on_screen(a, b):
            tally.add(-1.0, "a video call may be told as a meeting")
        elif (a.talked and b.telephoned) or (b.talked and a.telephoned):
            # "Spoke with" tells of a call on the day of a call; on any day near it, only a third report can say so.
            tally.add(-1.0 if a.days == b.days else -3.5, "a meeting told without a place may be a call")
        else:
            return f"a {left} is not a {right}"
    elif left != right:
        tally.add(-1.0 if "brief_encounter" in (left, right) else 0.0, f"{left} and {right} can be one event")
    if a.family in _RARE or (a.family == "joint_statement" and a.parties == b.parties and len(a.parties) == 2):
        tally.add(0.5, f"{left} is rare")
    if {a.event.status, b.event.status} == {"occurred", "cancelled"}:
        tally.add(-2.0, "one report says it was cancelled")
    return None


def _on_screen(a: Report, b: Report) -> bool:
    """Whether one tells of a video call what the other tells as a meeting."""
    types = {a.event.type, b.event.type}
    return {a.family, b.family} == {"gathering", "call"} and "video_call" in types and "brief_encounter" not in types


def _rounds(a: Report, b: Report, tally: Tally) -> str | None:
    if a.round is None or b.round is None:
        return None
    if a.round != b.round:
        return f"round {a.round} is not round {b.round}"
    tally.add(0.5, f"round {a.round} in both")
    return None


def _parties(a: Report, b: Report, tally: Tally) -> str | None:
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
        if _third_came(a, b):
            return "a third was there in person"
        sizes = sorted((len(a.parties), len(b.parties)))
        if sizes[0] == 2 and not a.mechanism & b.mechanism:
            if sizes[1] == 3 and (_one_table(a, b) or _nobody_came(a, b)):
                tally.add(-0.5, "one counts a mediator or host")
            else:
                tally.add(-2.0 if sizes[1] == 3 else -3.0, "one has more parties at the table")
    else:
        tally.add(0.0, f"parties in common: {listed}")
        if len(shared) * 2 <= min(len(a.parties), len(b.parties)):
            tally.add(-2.0, "most parties differ")
    return None


def _third_came(a: Report, b: Report) -> bool:
    """Whether one tells of two people what the other tells of the two and people of a third: two tables of a day.

    An envoy of many states (the EU, the UN) sits beside the two to mediate.
    """
    smaller, larger = sorted((a, b), key=lambda r: len(r.parties))
    others = {code for code in larger.parties - smaller.parties if not gathers(code)}
    met = a.family == b.family == "gathering" and len(smaller.people) == len(smaller.parties) == 2
    return met and bool(others) and others <= set(larger.people) and set(smaller.people) <= set(larger.people)


def _nobody_came(a: Report, b: Report) -> bool:
    """Whether nobody of the third party is named beside the people of the two: it is the host, or stood by."""
    larger = max(a, b, key=lambda r: len(r.parties))
    return (
        larger.event.type in ("meeting", "dialogue_round")
        and set(larger.people) == set(a.people) & set(b.people)
        and len(larger.people) == 2
    )


def _one_table(a: Report, b: Report) -> bool:
    """Whether two rounds of talks were on one day in one city, or two agreements were signed on one day."""
    if a.days is None or a.days != b.days or a.days.days > 3:
        return False
    if a.event.type == b.event.type == "agreement_signed":
        return a.place[1] == b.place[1] or not (a.place[1] and b.place[1])
    return "dialogue_round" in (a.event.type, b.event.type) and a.place == b.place != ("", "")


def _people(a: Report, b: Report, tally: Tally) -> str | None:
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


def _places(a: Report, b: Report, tally: Tally) -> str | None:
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


def _mechanisms(a: Report, b: Report, tally: Tally) -> str | None:
    if not a.mechanism or not b.mechanism:
        return None
    share = len(a.mechanism & b.mechanism) / min(len(a.mechanism), len(b.mechanism))
    if share >= 0.5:
        tally.add(1.5, f"the same mechanism: {' '.join(sorted(a.mechanism & b.mechanism))}")
    else:
        tally.add(-1.0, "other mechanisms named")
    return None


def _direction(a: Report, b: Report, tally: Tally) -> str | None:
    for field in ("initiator", "target"):
        left, right = getattr(a.event, field), getattr(b.event, field)
        if left and right and left != right:
            # One report tells of a joint visit what another tells of one of the visitors.
            if parties((left,)) & parties((right,)):
                continue
            if a.family in ("sanction", "protest", "expulsion_or_recall", "refusal", "visit"):
                return f"{field} {left} is not {right}"
            tally.add(-0.5, f"{field}s differ")
    if a.family in ACTS and None not in a.ends and a.ends == b.ends:
        tally.add(1.0, f"{a.ends[0]} acted on {a.ends[1]} in both")
    return None
