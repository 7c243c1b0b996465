"""Who else was there: "He was joined by ...", "accompanied by ...", "The ambassador also took part"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.model import Evidence, Participant
from memcon.reading.analysis import Analysis, Mention
from memcon.reading.candidate import CONTACT, Candidate, one
from memcon.reading.english.grammar import Clause

BESIDE = frozenset({"join", "accompany", "flank"})
TAKING_PART = frozenset({"participate", "attend"})
NEAR = 3  # sentences between a contact and the words that tell who else came


@dataclass(frozen=True, slots=True)
class Company:
    """`companions` came with `leaders` (empty where the text does not say with whom)."""

    sentence: int
    leaders: tuple[Participant, ...]
    companions: tuple[Participant, ...]
    evidence: Evidence


def _people(mentions: tuple[Mention, ...]) -> tuple[Participant, ...]:
    return tuple(
        Participant(name=a.name, role=a.role, party=a.party, official=a.official)
        for m in mentions
        for a in m.actors
        if a.name and a.party
    )


def find(analysis: Analysis) -> Iterator[Company]:
    """Every telling of company on the page, in order."""
    for sentence in analysis.sentences:
        if not any(t.lemma in BESIDE or t.lemma in TAKING_PART for t in sentence.tokens):
            continue
        clause = Clause(sentence, analysis.mentions_in(sentence.index))
        for t in sentence.tokens:
            if t.lemma in BESIDE and t.tag == "VBN":
                leaders = _people(clause.subject(t.i) or (clause.fillers(t.head) if t.dep == "acl" else ()))
                companions = _people(clause.after(t.i, ("by",)))
            elif t.lemma in TAKING_PART and any(c.lower == "also" for c in clause.children(t.i)):
                leaders, companions = (), _people(clause.subject(t.i))
            else:
                continue
            if companions:
                last = max(clause.sentence.subtree(t.i))
                quote = analysis.page.evidence(t.start, sentence.tokens[last].end, "participants", f"company:{t.lemma}")
                yield Company(sentence.index, leaders, companions, quote)


def add(events: list[Candidate], analysis: Analysis) -> list[Candidate]:
    """The events with the people who came along: to those of their leaders told nearby, or else to the nearest one."""
    for company in find(analysis):
        near = [e for e in events if e.type in CONTACT and 0 <= company.sentence - e.sentence <= NEAR]
        led = [e for e in near if any(one(p, q) for p in company.leaders for q in e.participants)]
        if not company.leaders:
            same = [e for e in near if {p.party for p in company.companions} <= e.parties]
            led = same[-1:]
        for e in led:
            events[events.index(e)] = _joined(e, company)
    return events


def _joined(event: Candidate, company: Company) -> Candidate:
    coming = set((event.initiator or "").split("|")) if event.type == "visit" else event.parties
    added = [
        p for p in company.companions if p.party in coming and not any(one(p, q) for q in event.participants if q.name)
    ]
    if not added:
        return event
    named = {p.party for p in added}
    kept = tuple(p for p in event.participants if p.name or p.party not in named)
    return replace(event, participants=(*kept, *added), evidence=(*event.evidence, company.evidence))
