"""Every exception memcon raises.

MemconError
├── DocumentError        one document cannot be read; the rest of a batch goes on
├── KnowledgeError       a fact table is missing, damaged or inconsistent
├── RecordError          the record cannot be opened, read or written
│   ├── NotInRecord      no entry, document or party of that name
│   └── RecordDamaged    the file of the record is not as it was written
├── EvaluationError      answers, texts and readings do not fit together
└── MissingExtra         a feature needs an optional package that is not installed
"""

from collections.abc import Sequence


def either(names: Sequence[str]) -> str:
    """Names to choose from, for a message: `A`, `A or B`, `A, B or C`."""
    return " or ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


class MemconError(Exception):
    """Base of all errors that memcon raises on purpose."""


class DocumentError(MemconError):
    """A document that cannot be read, with the reason in words a person can act on."""

    def __init__(self, document: str, reason: str) -> None:
        super().__init__(f"{document}: {reason}")
        self.document = document
        self.reason = reason


class KnowledgeError(MemconError):
    """A fact table that cannot be used."""


class RecordError(MemconError):
    """The record cannot be opened, read or written."""


class NotInRecord(RecordError):
    """Nothing of that name is in the record; the message suggests near matches."""


class RecordDamaged(RecordError):
    """The file of the record is damaged; the message says where, and what makes it anew."""


class EvaluationError(MemconError):
    """Reference answers, texts or readings that cannot be scored."""


class MissingExtra(MemconError):
    """An optional package is needed; the message names the extra to install."""
