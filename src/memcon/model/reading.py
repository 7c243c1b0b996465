"""A reading: everything one document says, each field with the quote it rests on.

The records encode to JSON exactly as they stand, in the published shape of a reading: dates are EDTF strings, parties
are ISO 3166-1 alpha-3 codes or acronyms, two codes joined by `|` for a joint act, and `evidence` is an exact quote.
`quotes` carries the same and more with positions: offsets count characters of the document's text as it came.
"""

from typing import Literal

import msgspec

Status = Literal["occurred", "planned", "cancelled", "denied"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """An exact quote and where it stands: W3C TextQuoteSelector and TextPositionSelector in one.

    `field` names what it is evidence for (`event`, `date`, `place`, `participants.0`, `status`, `amount`, ...);
    `rule` names the rule that saw it, so that an answer can always say why.
    """

    field: str
    quote: str
    start: int
    end: int
    rule: str


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Who took part. `official` is the identity in the fact tables (a Wikidata id or `name@party`), where known."""

    name: str | None = None
    role: str | None = None
    party: str | None = None
    official: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where: a city or venue as written, and the country's alpha-3 code."""

    name: str | None = None
    country: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A contact, its refusal or silence, or an act between parties."""

    type: str
    status: Status = "occurred"
    participants: tuple[Participant, ...] = ()
    initiator: str | None = None
    target: str | None = None
    date: str | None = None
    place: Place | None = None
    topics: tuple[str, ...] = ()
    mechanism: str | None = None
    first_since: str | None = None
    evidence: str
    confidence: float = 0.5
    quotes: tuple[Evidence, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A position attributed to a speaker or a side."""

    speaker: str | None = None
    role: str | None = None
    party: str | None = None
    official: str | None = None
    about: str | None = None
    topics: tuple[str, ...] = ()
    stance: Literal["supports", "opposes", "urges", "warns", "commits", "regrets", "neutral"] = "neutral"
    direct: bool = False
    evidence: str
    quotes: tuple[Evidence, ...] = ()


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A sum of money: `currency` is ISO 4217, None where the text gives only a symbol that many share."""

    value: float
    currency: str | None = None


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """An undertaking by a party."""

    by: str | None = None
    to: str | None = None
    what: str
    amount: Amount | None = None
    due: str | None = None
    status: Literal["promised", "agreed", "under_way", "delivered", "withdrawn"] = "promised"
    condition: str | None = None
    evidence: str
    quotes: tuple[Evidence, ...] = ()


class Mechanism(msgspec.Struct, frozen=True, kw_only=True):
    """A named dialogue, treaty, agreement, partnership or action plan, as this document speaks of it."""

    name: str
    kind: str | None = None
    parties: tuple[str, ...] = ()
    cadence: str | None = None
    established: str | None = None
    period: str | None = None
    round: int | None = None
    last: str | None = None
    next: str | None = None
    state: Literal["launched", "held", "planned", "suspended", "resumed", "mentioned"] = "mentioned"
    evidence: str
    quotes: tuple[Evidence, ...] = ()


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says of who holds or held an office. `conflict` tells where the fact tables say otherwise."""

    person: str
    office: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None
    former: bool = False
    replaces: str | None = None
    conflict: str | None = None
    evidence: str
    quotes: tuple[Evidence, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """An assertion about the record itself ("first such call in almost 18 months"), to be checked against it.

    `interval` is an ISO 8601 duration; `ordinal` is 1 for "first", 3 for "third call this year".
    """

    kind: Literal["first_since", "first_ever", "nth", "last", "only"]
    ordinal: int | None = None
    interval: str | None = None
    since: str | None = None
    type: str | None = None
    participants: tuple[Participant, ...] = ()
    evidence: str
    quotes: tuple[Evidence, ...] = ()


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """A name that takes a side, or that names nothing that exists."""

    written: str
    party: str | None = None
    note: str
    evidence: str
    quotes: tuple[Evidence, ...] = ()


class TranslationDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A name, number, date or item that two language versions of one text do not share."""

    languages: tuple[str, str]
    left: str | None
    right: str | None
    note: str
    quotes: tuple[Evidence, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one document says: a pure function of its text and the fact tables."""

    id: str
    document_date: str | None = None
    date_basis: Literal["stated", "inferred"] | None = None
    dating: tuple[Evidence, ...] = ()
    languages: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    claims: tuple[Claim, ...] = ()
    naming: tuple[Naming, ...] = ()
    translation_differences: tuple[TranslationDifference, ...] = ()
    text_sha256: str = ""
    reader: str = ""
