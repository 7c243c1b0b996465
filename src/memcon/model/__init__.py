"""The words of the domain as frozen, typed records. Imports nothing else of memcon."""

from memcon.model.document import Document, Original
from memcon.model.edtf import Interval, interval
from memcon.model.reading import (
    Amount,
    Claim,
    Commitment,
    Event,
    Evidence,
    Mechanism,
    Naming,
    Participant,
    Place,
    Reading,
    Statement,
    Tenure,
    TranslationDifference,
)

__all__ = [
    "Amount",
    "Claim",
    "Commitment",
    "Document",
    "Event",
    "Evidence",
    "Interval",
    "Mechanism",
    "Naming",
    "Original",
    "Participant",
    "Place",
    "Reading",
    "Statement",
    "Tenure",
    "TranslationDifference",
    "interval",
]
