"""Who was at a summons: the envoy who was called in, and the official who received them, where other sentences name
them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from memcon.model import Participant
from memcon.reading.analysis import Analysis, Mention
from memcon.reading.candidate import Candidate, one
from memcon.reading.english.grammar import Clause
from memcon.reading.sameness import dates_agree, people_agree

ENVOY = re.compile(
    r"\b(ambassadors?|envoys?|high commissioner|charg[eé]|consul|counsell?or|attach[eé])\b", re.IGNORECASE
)
NEAR = 4  # sentences around a summons in which it and the people who were there are told of


def attend(events: list[Candidate], analysis: Analysis) -> list[Candidate]:
    """The events, each summons with its people; the meeting that it was is told once."""
    out = list(events)
    for protest in [e for e in events if e.type == "protest" and e.status != "cancelled"]:
        meeting = next((e for e in out if _is_the_meeting(e, protest)), None)
        told = _with_host(_with_envoy(protest, analysis), analysis)
        if meeting is not None:
            out.remove(meeting)
            more = [p for p in meeting.participants if p.name and not any(one(p, q) for q in told.participants)]
            told = _named(told, more)
            told = replace(told, evidence=(*told.evidence, *meeting.evidence))
        out[out.index(protest)] = told
    return out


def _is_the_meeting(event: Candidate, protest: Candidate) -> bool:
    """Whether a meeting of the same two sides told beside a summons is the summons itself."""
    if event.type != "meeting" or event.status != protest.status or event.parties != protest.parties:
        return False
    near = abs(event.sentence - protest.sentence) <= NEAR and not (event.place and event.place.name and protest.place)
    return near and people_agree(protest, event) and dates_agree(protest, event)


def _with_envoy(protest: Candidate, analysis: Analysis) -> Candidate:
    """A summons with the envoy's name, if it names nobody of their party and one envoy of it is named nearby."""
    target = protest.target or ""
    if not target or any(p.name for p in protest.participants if p.party == target):
        return protest
    envoys: dict[str, tuple[Participant, Mention]] = {}
    for mention in _mentions(analysis, protest.sentence):
        for a in mention.actors:
            if a.name and a.party == target and ENVOY.search(a.role or ""):
                who = Participant(name=a.name, role=a.role, party=a.party, official=a.official)
                envoys.setdefault(a.name, (who, mention))
    if len(envoys) != 1:
        return protest
    ((who, mention),) = envoys.values()
    quote = analysis.page.evidence(mention.start, mention.end, "participants", "summons:envoy")
    return replace(_named(protest, [who]), evidence=(*protest.evidence, quote))


# What an official says to the envoy called in.
CONVEYING = frozenset({"convey", "express", "explain", "hand", "inform", "lodge", "protest", "receive", "tell"})


def _with_host(protest: Candidate, analysis: Analysis) -> Candidate:
    """A summons with the official who spoke to the envoy, if it names nobody of the party that summoned: "Director
    General Fadl conveyed to the ambassador ..."."""
    if protest.initiator is None or any(p.name for p in protest.participants if p.party == protest.initiator):
        return protest
    for index in range(protest.sentence + 1, min(protest.sentence + NEAR + 1, len(analysis.sentences))):
        mentions = analysis.mentions_in(index)
        envoys = [
            m for m in mentions if any(a.party == protest.target and ENVOY.search(a.role or "") for a in m.actors)
        ]
        if not envoys:
            continue
        clause = Clause(analysis.sentences[index], mentions)
        for t in clause.sentence.tokens:
            if t.lemma not in CONVEYING or t.pos != "VERB" or clause.passive(t.i):
                continue
            for m in clause.subject(t.i):
                (who,) = m.actors if len(m.actors) == 1 else (None,)
                if m.kind == "person" and who and who.party == protest.initiator and envoys[-1].first > t.i:
                    host = Participant(name=who.name, role=who.role, party=who.party, official=who.official)
                    quote = analysis.page.evidence(m.start, m.end, "participants", "summons:host")
                    return replace(_named(protest, [host]), evidence=(*protest.evidence, quote))
    return protest


def _mentions(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    for index in range(sentence, min(sentence + NEAR + 1, len(analysis.sentences))):
        yield from (m for m in analysis.mentions_in(index) if m.kind == "person")


def _named(event: Candidate, more: list[Participant]) -> Candidate:
    """The event with more people, who take the place of their party's name alone."""
    parties = {p.party for p in more}
    kept = tuple(p for p in event.participants if p.name or p.party not in parties)
    return replace(event, participants=(*kept, *more))
