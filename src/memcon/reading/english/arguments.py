"""Who takes part in what a trigger speaks of: mentions at the places in the parse that the trigger's frame names."""

from dataclasses import dataclass

from memcon.reading.analysis import Mention


@dataclass(frozen=True, slots=True)
class Arguments:
    """Mentions by their part: `agent` did or came, `other` was met or acted on, `between` are equals, `host` received,
    `destination` is where a journey went, `context` is the subject of the clause around a noun (used only where a side
    is missing); `stranger` says that the other side is named but is no party or official ("met farmers")."""

    agent: tuple[Mention, ...] = ()
    other: tuple[Mention, ...] = ()
    between: tuple[Mention, ...] = ()
    host: tuple[Mention, ...] = ()
    destination: tuple[Mention, ...] = ()
    context: tuple[Mention, ...] = ()
    stranger: bool = False
