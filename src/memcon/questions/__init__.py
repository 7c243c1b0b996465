"""What users ask of a record, one module a question; `Record` is the way to all of them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.questions.record import Record

__all__ = ["Record"]


def __getattr__(name: str) -> Any:
    if name == "Record":
        from memcon.questions.record import Record

        return Record
    raise AttributeError(name)
