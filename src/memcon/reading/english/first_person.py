"""Who "I" and "we" are: whoever speaks in a quotation, and outside quotation marks the issuer of an official text."""

from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.reading.analysis import Actor, Analysis, Mention
from memcon.reading.english import voice
from memcon.reading.english.attribution import Spoken
from memcon.reading.english.grammar import in_speech

SELF = frozenset({"i", "me", "my", "myself"})
OURSELVES = frozenset({"we", "us", "our", "ourselves"})


def resolve(analysis: Analysis, knowledge: Knowledge, said: tuple[Spoken, ...]) -> Analysis:
    """The analysis with a mention for every "I" and "we" whose speaker is known; `said` tells who speaks where.

    "I" is the person who issued the text or is quoted, "we" the party that person speaks for: who else is meant is not
    told.
    """
    issuer = _issuer(analysis, knowledge)
    quoted = [s for s in said if s.direct and len(s.speakers.actors) == 1 and s.speakers.actors[0].party]
    if issuer is None and not quoted:
        return analysis
    added = []
    for sentence in analysis.sentences:
        taken = {i for m in analysis.mentions_in(sentence.index) for i in range(m.first, m.last)}
        for t in sentence.tokens:
            if t.pos != "PRON" or t.i in taken or t.lower not in SELF | OURSELVES:
                continue
            speaker = next((s.speakers.actors[0] for s in quoted if s.start <= t.start < s.end), None)
            if speaker is None and not in_speech(sentence, t.i):
                speaker = issuer
            if speaker is None:
                continue
            actor = speaker if t.lower in SELF else Actor(party=speaker.party)
            kind = "pronoun" if t.lower in SELF else "group"
            where = (sentence.index, t.i, t.i + 1, t.i, t.start, t.end)
            added.append(Mention(*where, kind, (actor,), "first_person"))  # type: ignore[arg-type]
    if not added:
        return analysis
    return replace(analysis, mentions=tuple(sorted((*analysis.mentions, *added), key=lambda m: (m.sentence, m.first))))


def _issuer(analysis: Analysis, knowledge: Knowledge) -> Actor | None:
    """The one person or side in whose voice the text is written, if the page names one."""
    by = voice.issuer(analysis, knowledge)
    if by is None or by.narrated or by.joint or len(by.speakers.actors) != 1:
        return None
    issuer = by.speakers.actors[0]
    return issuer if issuer.party is not None else None
