"""Whether two mentions on a page may be of one event: nothing they say differs, and enough of it agrees."""

from memcon.model import Participant, Place, interval
from memcon.reading.candidate import ACTS, CALLS, DISCUSSED, NEXT, SEPARATE, SEVERAL, SPOKE, Candidate, alike, one


def same(a: Candidate, b: Candidate) -> bool:
    """Whether two mentions may be of one event: nothing they say differs, and enough of it agrees."""
    if not alike(a.type, b.type) or told_apart(a, b):
        return False
    if a.number is not None and b.number is not None and a.number != b.number:
        return False
    if called_off_alone(a, b) or _rounds_apart(a, b) or _of_many(a, b) or _of_many(b, a):
        return False
    if to_come(a, b) or to_come(b, a) or sitting_apart(a, b) or sitting_apart(b, a):
        return False
    if done_by_others(a, b) or done_by_others(b, a):
        return False
    if a.status != b.status and "summit" in (a.type, b.type) and a.type != b.type:
        return False
    if a.type == b.type == "agreement_signed" and _two_signed(a, b):
        return False
    if a.type in ACTS and b.type in ACTS and _other_way(a, b):
        return False
    p, q = a.parties, b.parties
    if not (p and q) or not (p <= q or q <= p):
        return False
    if (a.type in CALLS) != (b.type in CALLS) and not (a.weak or b.weak or _as_one(a, b)):
        return False
    if "summit" in (a.type, b.type) and a.type != b.type and p != q:
        return False
    if not people_agree(a, b):
        return False
    if _sat(a, b) or _sat(b, a):
        return False
    if not dates_agree(a, b) or _leg(a, b):
        return False
    return not (a.place and b.place and elsewhere(a.place, b.place))


def done_by_others(done: Candidate, plan: Candidate) -> bool:
    """Whether one tells as done, of people not named with it, a meeting that the other says is still to be; a visit is
    told of its company one by one.
    """
    held = done.status == "occurred" and plan.status == "planned" and "visit" not in (done.type, plan.type)
    return held and bool(plan.people) and bool(done.people - plan.people)


def called_off_alone(a: Candidate, b: Candidate) -> bool:
    """Whether one was called off and the other held; a bare "the visit" says neither."""
    if {a.status, b.status} != {"occurred", "cancelled"}:
        return False
    done = a if a.status == "occurred" else b
    return (
        done.sure or done.date is not None or (a.type != b.type and done.type in ("brief_encounter", "dialogue_round"))
    )


def to_come(a: Candidate, b: Candidate) -> bool:
    """Whether one is the next in a row, the other one that was held."""
    return NEXT in a.marks and a.status == "planned" and b.status == "occurred" and b.sure and NEXT not in b.marks


def _two_signed(a: Candidate, b: Candidate) -> bool:
    """Whether one sentence tells of two texts with a verb each: "besides the treaty signed in May, they signed four
    protocols".
    """
    told = a.carrier is not None and b.carrier is not None and a.carrier != b.carrier
    return a.sentence == b.sentence and told and a.word != b.word


def _rounds_apart(a: Candidate, b: Candidate) -> bool:
    """Whether of one dialogue a round that will be held is told and one that was held on days of its own."""
    if {a.status, b.status} != {"occurred", "planned"} or "dialogue_round" not in (a.type, b.type):
        return False
    ahead, done = (a, b) if a.status == "planned" else (b, a)
    told = ahead.sure and done.sure and "title" not in (a.kind, b.kind)
    if done.word == "round" and ahead.word != "round" and ahead.type == "meeting":
        return told  # "agreed to meet in public after five rounds of talks"
    return told and a.type == b.type and "cue:will" in ahead.marks and done.date is not None and not same_days(a, b)


def _of_many(rounds: Candidate, met: Candidate) -> bool:
    """Whether several rounds of talks are told, and one meeting of people beside them."""
    return SEVERAL in rounds.marks and SEVERAL not in met.marks and bool(met.people) and not rounds.people


def _as_one(a: Candidate, b: Candidate) -> bool:
    """Whether a call and a meeting may be one: something only discussed, or spoken of without a word of telephones."""
    marks = {*a.marks, *b.marks}
    return DISCUSSED in marks or (SPOKE in marks and a.status == b.status)


# Words for one of the meetings that a standing body holds in a row.
SITTINGS = frozenset({"meeting", "session", "forum", "commission", "committee", "council"})


def sitting_apart(a: Candidate, b: Candidate) -> bool:
    """Whether one is a numbered sitting of a standing body, the other a meeting of people told elsewhere."""
    sitting = a.type == "dialogue_round" and a.number is not None and a.word in SITTINGS and not a.people
    return sitting and b.type == "meeting" and b.number is None and bool(b.people) and abs(a.sentence - b.sentence) > 1


BEYOND = frozenset({"under:after", "under:following", "under:since", "under:before"})


def told_apart(a: Candidate, b: Candidate) -> bool:
    """Whether one breath sets two mentions at two times ("the meeting comes a year after a summit"), or a page tells of
    "a separate meeting" after another.
    """
    later = a if (a.sentence, a.head) > (b.sentence, b.head) else b
    if SEPARATE in later.marks and later.type != "visit":
        return True
    return a.sentence == b.sentence and a.head != b.head and bool(BEYOND & {*a.marks, *b.marks})


CEREMONY = frozenset({"receive", "greet", "welcome", "call"})


def _sat(session: Candidate, met: Candidate) -> bool:
    """Whether one is the session of a standing body or a counted round, and the other somebody received, or talks that
    it went before: "following the ninth meeting of the joint commission"."""
    if session.type != "dialogue_round" or session.number is None or met.number is not None:
        return False
    return met.word in CEREMONY or bool(BEYOND & set(session.marks))


HOMEWARD = frozenset({"recall", "withdraw", "pull", "call", "close", "shut", "evacuate", "vacate", "withdrawal"})


def _other_way(a: Candidate, b: Candidate) -> bool:
    """Whether two acts are of different sides: one party's answer in kind is an act of its own."""
    x, y = set((a.initiator or "").split("|")) - {""}, set((b.initiator or "").split("|")) - {""}
    if a.type == b.type == "expulsion_or_recall" and x & y and _called_home(a) != _called_home(b):
        return True
    return bool(x and y) and not x & y


def _called_home(e: Candidate) -> bool:
    """Whether one's own diplomats are called home or their house is closed; others' are sent home."""
    told = e.rule.split(":")[-1].split("+")
    return told[0] in HOMEWARD or told[-1] in CALLED_HOME  # "announced the recall of"


CALLED_HOME = frozenset({"recall", "recalling", "withdrawal"})


def people_agree(a: Candidate, b: Candidate) -> bool:
    """Whether, of every party for which both name somebody, the people of one are among those of the other."""
    for code in a.parties & b.parties:
        x = [p for p in a.participants if p.name and p.party == code]
        y = [p for p in b.participants if p.name and p.party == code]
        if x and y and not (_among(x, y) or _among(y, x)):
            return False
    return True


def _among(few: list[Participant], many: list[Participant]) -> bool:
    return all(any(one(p, q) for q in many) for p in few)


def dates_agree(a: Candidate, b: Candidate) -> bool:
    """Whether the days of two mentions overlap, or one of them has none."""
    x, y = interval(a.date), interval(b.date)
    return x is None or y is None or x.overlaps(y)


def _leg(a: Candidate, b: Candidate) -> bool:
    """Whether one is a part with days of its own of a journey to several countries, which the other is."""
    legs = a.type == b.type == "visit" and a.target != b.target
    return legs and a.date is not None and b.date is not None and a.date != b.date


def same_days(a: Candidate, b: Candidate) -> bool:
    """Whether both have days of their own that agree."""
    return a.date is not None and b.date is not None and dates_agree(a, b)


def elsewhere(a: Place, b: Place) -> bool:
    """Whether two places cannot be one: other countries, or other names in one country."""
    if a.country and b.country and a.country != b.country:
        return True
    return bool(a.name and b.name and a.name != b.name and a.name not in b.name and b.name not in a.name)
