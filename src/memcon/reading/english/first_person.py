"""Who "I" and "we" are in an official text: its issuer, outside quotation marks."""

from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.reading.analysis import Actor, Analysis, Mention
from memcon.reading.english import voice
from memcon.reading.english.status import in_speech

SELF = frozenset({"i", "me", "my", "myself"})
OURSELVES = frozenset({"we", "us", "our", "ourselves"})


def resolve(analysis: Analysis, knowledge: Knowledge) -> Analysis:
    """The analysis with a mention for every "I" and "we" of the issuer; unchanged where the page does not name one.

    "I" is the person who issued the text, "we" the party that person speaks for: who else is meant is not told.
    """
    by = voice.issuer(analysis, knowledge)
    if by is None or by.narrated or by.joint or len(by.speakers.actors) != 1:
        return analysis
    issuer = by.speakers.actors[0]
    if issuer.party is None:
        return analysis
    side = Actor(party=issuer.party)
    added = []
    for sentence in analysis.sentences:
        taken = {i for m in analysis.mentions_in(sentence.index) for i in range(m.first, m.last)}
        for t in sentence.tokens:
            if t.pos != "PRON" or t.i in taken or t.lower not in SELF | OURSELVES or in_speech(sentence, t.i):
                continue
            actor = issuer if t.lower in SELF else side
            kind = "pronoun" if t.lower in SELF else "group"
            where = (sentence.index, t.i, t.i + 1, t.i, t.start, t.end)
            added.append(Mention(*where, kind, (actor,), "issuer"))  # type: ignore[arg-type]
    if not added:
        return analysis
    return replace(analysis, mentions=tuple(sorted((*analysis.mentions, *added), key=lambda m: (m.sentence, m.first))))
