"""What the sentences of an event tell besides: the mechanism it was a round of, the claim made about it, its topics.

Only what an event does not already carry is filled in, each with its quote.
"""

from bisect import bisect_right

import msgspec

from memcon.knowledge import Knowledge
from memcon.model import Claim, Event, Evidence
from memcon.reading.analysis import Analysis, Sentence
from memcon.reading.english import claims, mechanisms
from memcon.reading.topics import topics

CONTACTS = {"meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter"}
# A mechanism is the frame of these; a sanction or a call that a sentence tells beside a treaty has none.
FRAMED = {"dialogue_round", "summit", "agreement_signed", "contact_suspended", "contact_resumed", "meeting"}
# What a meeting may be a round of: dialogues and bodies that meet, no treaties.
MEETING = {"strategic_dialogue", "2+2", "working_group", "summit_series", "military_talks"}


def complete(events: tuple[Event, ...], analysis: Analysis, knowledge: Knowledge) -> tuple[Event, ...]:
    """The events with mechanism, `first_since` and topics where their sentences tell them."""
    starts = [s.start for s in analysis.sentences]
    return tuple(_complete(event, analysis, knowledge, starts) for event in events)


def _complete(event: Event, analysis: Analysis, knowledge: Knowledge, starts: list[int]) -> Event:
    told = [q.start for q in event.quotes if q.field == "event"] or [q.start for q in event.quotes[:1]]
    indices = dict.fromkeys(at for start in told if (at := bisect_right(starts, start) - 1) >= 0)
    sentences = [analysis.sentences[at] for at in indices]
    if not sentences:
        return event
    more: list[Evidence] = []
    mechanism = event.mechanism or next(
        (m for s in sentences if (m := _mechanism(event, s, analysis, knowledge, more))), None
    )
    first_since = event.first_since or next(
        (f for s in sentences if (f := _first_since(event, s, analysis, more))), None
    )
    about = event.topics or tuple(
        dict.fromkeys(t for s in sentences for t in topics(analysis.page.text[s.start : s.end]))
    )
    if (mechanism, first_since, about) == (event.mechanism, event.first_since, event.topics):
        return event
    return msgspec.structs.replace(
        event, mechanism=mechanism, first_since=first_since, topics=about, quotes=(*event.quotes, *more)
    )


def _mechanism(
    event: Event, sentence: Sentence, analysis: Analysis, knowledge: Knowledge, more: list[Evidence]
) -> str | None:
    if event.type not in FRAMED:
        return None
    parties = {c for p in event.participants for c in (p.party or "").split("|") if c}
    for name in mechanisms.named(sentence, analysis, knowledge):
        meets = name.kind in MEETING
        if event.type in ("dialogue_round", "summit", "meeting") and not meets:
            continue
        if event.type == "agreement_signed" and meets:
            continue
        if name.parties and parties and not parties & set(name.parties):
            continue
        more.append(analysis.page.evidence(name.start, name.end, "mechanism", name.rule))
        return name.name
    return None


def _first_since(event: Event, sentence: Sentence, analysis: Analysis, more: list[Evidence]) -> str | None:
    if event.type not in CONTACTS:
        return None
    for claim in claims.in_sentence(sentence, analysis):
        if claim.kind == "first_since" and claim.interval is not None and _fits(claim, event):
            more.append(msgspec.structs.replace(claim.quotes[0], field="first_since"))
            return claim.interval
    return None


def _fits(claim: Claim, event: Event) -> bool:
    """A claim about a visit is none about the meeting that its sentence tells too."""
    if claim.type is None or claim.type == event.type:
        return True
    return {claim.type, event.type} <= {"meeting", "summit", "dialogue_round", "brief_encounter"} or (
        {claim.type, event.type} <= {"phone_call", "video_call"}
    )
