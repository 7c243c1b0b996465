"""What a format is: a name, what it is for, and how a selection is written in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from memcon.export.selection import Selection

Written = str | bytes | Iterable[str]


@dataclass(frozen=True)
class Format:
    """A format. `write` gives text, pieces of text, or bytes where `binary`.

    `describe` gives what describes the format, where it has such: a data dictionary, a schema, metadata.
    """

    name: str
    says: str
    write: Callable[[Selection], Written]
    binary: bool = False
    describe: Callable[[], str] | None = None
