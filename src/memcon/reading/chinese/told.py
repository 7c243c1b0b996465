"""What every frame gives: a mention of what a trigger says, with its sides."""

import re

from memcon.reading.analysis import Actor
from memcon.reading.chinese.drafts import Draft, once
from memcon.reading.chinese.sentences import Sentence
from memcon.reading.chinese.triggers import Trigger

MATTER = ("就", "针对", "对于")  # before what an act is about


def draft(
    s: Sentence,
    trigger: Trigger,
    m: re.Match[str],
    sides: list[Actor],
    initiator: str | None = None,
    target: str | None = None,
    mechanism: str | None = None,
) -> Draft:
    """A mention of what a trigger says, of these sides; when, where and whether are told later."""
    return Draft(
        type=trigger.type,
        status="occurred",
        sides=once(sides),
        sentence=s.index,
        passage=s.passage,
        kind=s.kind,
        start=s.start,
        end=s.end,
        word=s.source(m.start(), m.end()),
        rule=f"chinese.{trigger.frame}.{trigger.type}",
        initiator=initiator,
        target=target,
        mechanism=mechanism,
        recalls="召回" in m[0],
    )
