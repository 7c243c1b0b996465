"""What one mention says of an event, before the mentions of one event are joined."""

from dataclasses import dataclass

from memcon.knowledge.names import same_name
from memcon.model import Evidence, Participant, Place

CONTACT = frozenset({"meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter"})


# What comes out of a contact and is often told without its parties.
ISSUED = frozenset({"joint_statement", "agreement_signed"})


# What one party does to another: who did it tells two of them apart.
ACTS = frozenset({"contact_refused", "contact_suspended", "sanction", "protest", "expulsion_or_recall"})


# Types that one mention may call by the other's name: "talks" for a dialogue round, "summit" for a meeting of leaders.
ALIKE = (
    frozenset({"meeting", "dialogue_round", "summit", "brief_encounter"}),
    frozenset({"phone_call", "video_call", "meeting"}),
    frozenset({"contact_refused", "contact_unanswered"}),
)


# A mark: told as one more thing that somebody did ("he also met"), at the time of what is told before.
ALSO = "also"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one mention says of an event. `telling` grows with what its own clause tells. `definite`: spoken of as
    known ("the meeting"); `timed`: a date stands with it,
    even one that the page leaves open; `number` counts it in a row ("the fifth round"); `evidence[0]` is its own quote.
    """

    type: str
    status: str
    sentence: int
    kind: str
    head: int
    carrier: int | None
    word: str
    rule: str
    weak: bool
    participants: tuple[Participant, ...]
    initiator: str | None = None
    target: str | None = None
    date: str | None = None
    timed: bool = False
    place: Place | None = None
    definite: bool = False
    sure: bool = False
    in_speech: bool = False
    collective: bool = False
    in_title: bool = False
    telling: int = 0
    marks: tuple[str, ...] = ()
    spare: tuple[Participant, ...] = ()
    number: int | None = None
    mechanism: str | None = None
    first_since: str | None = None
    evidence: tuple[Evidence, ...] = ()
    mentions: int = 1

    @property
    def parties(self) -> frozenset[str]:
        """All party codes of the event."""
        codes = {c for p in self.participants for c in (p.party or "").split("|")}
        codes |= {c for side in (self.initiator, self.target) for c in (side or "").split("|")}
        return frozenset(codes - {""})

    @property
    def people(self) -> frozenset[str]:
        """Names of the people who take part."""
        return frozenset(p.name for p in self.participants if p.name)


def alike(a: str, b: str) -> bool:
    """Whether two mentions of one event may call it by these two types."""
    return a == b or any(a in family and b in family for family in ALIKE)


def one(p: Participant, q: Participant) -> bool:
    """Whether two participants are one person: the same official of the tables, or one name within the other."""
    if p.official and q.official:
        return p.official == q.official
    return bool(p.name and q.name and same_name(p.name, q.name))


CALLS = frozenset({"phone_call", "video_call"})


DISCUSSED = "discussed"  # a mark: "they discussed ..." tells of a contact told elsewhere, if there is one


RANKED = "ranked"  # a mark: "the first such call since 1979" describes a call told in the same breath


OF_HIS = "counterpart"  # a mark: "talks with the British counterpart" has the side of whoever was told of before
STRANGER = "stranger"  # a mark: "she met Elon Musk" names the other side, and it is no party's official


SPOKE = "spoke"  # a mark: "she spoke with the minister about trade" may be of a meeting told on the page


SEPARATE = "separate"  # a mark: "a separate meeting" is none told before


NEXT = "next"  # a mark: "the next round" is none that was held already


SEVERAL = "several"  # a mark: "five rounds of talks" are none of the meetings told one by one


ANEW = "again"  # a mark: "agreed to meet again" after a round of talks tells of the next one
