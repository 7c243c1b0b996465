"""How sure the reading is of an event: a calibrated score over what the rules saw, from weights in `confidence.json`.

The weights are those of a logistic regression, trained and cross-validated by `scripts/train_confidence.py`. A
candidate whose confidence is under the threshold of its type is left out: the rules abstain rather than guess.
"""

import functools
import json
import math
from importlib.resources import files

from memcon.reading.candidate import Candidate

THRESHOLD = 0.52  # of events kept in cross-validation 0.84 are right at it, and 0.94 of those seen are kept
# Contact refused, broken off or resumed and sanctions are rare and worth more to a reader than one more meeting.
BREAKS = frozenset(
    {
        "sanction",
        "contact_refused",
        "contact_unanswered",
        "contact_suspended",
        "contact_resumed",
        "protest",
        "expulsion_or_recall",
    }
)
THRESHOLD_OF_BREAKS = 0.3


def features(c: Candidate) -> dict[str, float]:
    """What the score looks at, by name; all values lie between 0 and 1."""
    people = [p for p in c.participants if p.name]
    known = [p for p in c.participants if p.official]
    sides = len(c.parties)
    undated = c.date is None and not c.timed
    found: dict[str, float] = {
        f"type={c.type}": 1.0,
        f"status={c.status}": 1.0,
        f"rule={c.rule.split('+')[0]}": 1.0,
        f"word={c.type}:{c.word}": 1.0,
        f"people={min(len(people), 3)}": 1.0,
        f"sides={min(sides, 4)}": 1.0,
        f"group={'contact' if c.initiator is None else 'act'}:people={min(len(people), 2)}": 1.0,
        "people on two sides": float(len({p.party for p in people}) > 1),
        "known official": float(bool(known)),
        "date": float(c.timed or c.date is not None),
        "told by a verb": float(c.sure),
        "told by a verb, dated": float(c.sure and c.timed and sides > 1),
        "sides by its own words": float(sides > 1 and not {"borrowed", "by context"} & set(c.marks)),
        "numbered": float(c.number is not None),
        "place": float(c.place is not None),
        "city": float(c.place is not None and c.place.name is not None),
        "told again": float(c.mentions > 1),
        "headline only": float(c.kind == "title"),
        "in quotation marks": float(c.in_speech),
        "definite": float(c.definite),
        "weak": float(c.weak),
        "carried": float(c.carrier is not None),
        "collective": float(c.collective),
        "early": 1.0 / (1.0 + c.sentence / 4.0),
        "mechanism": float(c.mechanism is not None),
        "everyone named": float(bool(people) and len({p.party for p in people}) == sides),
        "nobody named": float(not people),
        "headline too": float(c.in_title and c.kind != "title"),
        "one party": float(sides == 1),
        "undated, nobody named": float(undated and not people),
        "undated, borrowed": float(undated and "borrowed" in c.marks),
        "dated, sides by its own words": float(
            (c.timed or c.date is not None) and sides > 1 and not {"borrowed", "by context"} & set(c.marks)
        ),
    }
    found.update({f"saw={mark}": 1.0 for mark in c.marks})
    return found


@functools.cache
def weights() -> dict[str, float]:
    """The trained weights by feature name."""
    raw: dict[str, float] = json.loads((files(__package__) / "confidence.json").read_text(encoding="utf-8"))["weights"]
    return raw


def score(c: Candidate) -> float:
    """Probability that a careful reader would list the event, between 0 and 1, to three decimals."""
    table = weights()
    total = table.get("bias", 0.0) + sum(table.get(name, 0.0) * value for name, value in sorted(features(c).items()))
    return round(1.0 / (1.0 + math.exp(-total)), 3)


def enough(c: Candidate, sure: float) -> bool:
    """Whether a candidate of the confidence `sure` is an entry of the reading."""
    return sure >= (THRESHOLD_OF_BREAKS if c.type in BREAKS else THRESHOLD)
