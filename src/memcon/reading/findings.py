"""What one language's rules found in a page; the reading joins the findings of all its languages."""

from dataclasses import dataclass

from memcon.model import Claim, Commitment, Event, Evidence, Mechanism, Naming, Statement, Tenure


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything read from the passages of one language; `today` is the page's date as EDTF with its basis."""

    today: str | None = None
    date_basis: str | None = None
    dating: tuple[Evidence, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    claims: tuple[Claim, ...] = ()
    naming: tuple[Naming, ...] = ()
