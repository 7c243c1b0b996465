"""Who else was there: "He was joined by ...", "The talks were led by ...", "X headed the Pakistani side", "The
ambassador also took part", "During the meeting, X said ...".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.model import Evidence, Participant
from memcon.reading.analysis import Analysis, Mention, Sentence
from memcon.reading.candidate import CONTACT, Candidate, one
from memcon.reading.english.grammar import Clause, unique

BESIDE = frozenset({"join", "accompany", "flank", "assist"})
TAKING_PART = frozenset({"participate", "attend"})
HOLDING = frozenset({"include", "comprise"})
LEADING = frozenset({"lead", "head", "chair", "cochair", "co-chair", "represent"})
CHAIRING = frozenset({"chair", "cochair", "co-chair"})
# What is led: one side of a contact, or the contact itself.
SIDES = frozenset({"side", "delegation", "team", "party"})
SITTINGS = frozenset({"talk", "meeting", "dialogue", "consultation", "session", "round", "negotiation", "discussion"})
SPEAKING = frozenset({"in", "during", "at"})
NEAR = 3  # sentences between a contact and the words that tell who else came
LATER = 8  # those that tell who attended it
FAR = 20  # and those that tell who led a side of it


@dataclass(frozen=True, slots=True)
class Company:
    """`companions` came with `leaders` (empty where the text does not say with whom) to a contact at most `reach`
    sentences before; where `leading`, only to one that names nobody of their party.
    """

    sentence: int
    leaders: tuple[Participant, ...]
    companions: tuple[Participant, ...]
    evidence: Evidence
    reach: int = NEAR
    leading: bool = False


def _people(mentions: tuple[Mention, ...]) -> tuple[Participant, ...]:
    return tuple(
        Participant(name=a.name, role=a.role, party=a.party, official=a.official)
        for m in mentions
        for a in m.actors
        if a.name and a.party
    )


def find(analysis: Analysis) -> Iterator[Company]:
    """Every telling of company on the page, in order."""
    words = BESIDE | TAKING_PART | HOLDING | LEADING | SITTINGS | {"presence"}
    for sentence in analysis.sentences:
        if words.isdisjoint(sentence.lemmas):
            continue
        clause = Clause(sentence, analysis.mentions_in(sentence.index))
        yield from _spoken(analysis, clause)
        for t in sentence.tokens:
            reach, leading = NEAR, False
            if t.lemma in BESIDE and t.tag == "VBN":
                leaders = _people(clause.subject(t.i) or (clause.fillers(t.head) if t.dep == "acl" else ()))
                companions = _people(clause.after(t.i, ("by",)))
            elif t.lemma == "accompany" and t.pos == "VERB" and (led := _people(clause.direct(t.i))):
                leaders, companions = (
                    led,
                    _people(clause.subject(t.i)),
                )  # "Saifuddin had accompanied the prime minister"
            elif t.lemma in TAKING_PART and any(c.lower == "also" for c in clause.children(t.i)):
                leaders, companions = (), _people(clause.subject(t.i))
            elif t.lemma == "attend" and t.tag == "VBN":  # "during the meeting, attended by the ambassador, ..."
                leaders, companions = (), _people(clause.after(t.i, ("by",)))
                reach = LATER
            elif t.lemma == "presence" and t.i and clause.sentence.tokens[t.i - 1].dep == "det":
                leaders, companions = (), _people(clause.after(t.i, ("of",)))
                reach = 0
            elif t.lemma in LEADING and t.pos == "VERB":
                leaders, companions = (), _people(_leading(clause, t.i))
                reach, leading = FAR, True
                if (
                    not companions and t.tag == "VBN" and t.lemma in CHAIRING
                ):  # "the session held in Muscat, chaired by"
                    companions, reach = _people(_by(clause, t.i)), 0
            elif t.lemma in HOLDING and any(c.dep == "nsubj" and c.lemma in SIDES for c in clause.children(t.i)):
                leaders, companions = (), _people(clause.direct(t.i))  # "the delegation included X and Y"
            else:
                continue
            if companions:
                last = max(clause.sentence.subtree(t.i))
                quote = analysis.page.evidence(t.start, sentence.tokens[last].end, "participants", f"company:{t.lemma}")
                yield Company(sentence.index, leaders, companions, quote, reach, leading)


def _leading(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Who led: "the Indian side was led by X and Y", "X headed the delegation"."""
    children = clause.children(verb)
    led = [c for c in children if c.dep in ("nsubjpass", "dobj")]
    if not any(c.lemma in SIDES | SITTINGS for c in led):
        return ()
    if not clause.passive(verb):
        subjects = [c for c in children if c.dep == "nsubj"]
        return unique(m for c in subjects for m in clause.fillers(c.i, strict=True) if m.kind == "person")
    return _by(clause, verb)


def _by(clause: Clause, verb: int) -> tuple[Mention, ...]:
    """The people named behind a verb's "by", to the end of the sentence: the parse often breaks their long row."""
    by = next((c.i for c in clause.children(verb) if c.lower == "by"), None)
    if by is None:
        return ()
    return unique(m for m in clause.mentions if m.kind == "person" and m.first > by)


def _spoken(analysis: Analysis, clause: Clause) -> Iterator[Company]:
    """Who speaks "in the meeting"."""
    sentence: Sentence = clause.sentence
    opening = sentence.tokens[:4]
    if len(opening) < 3 or opening[0].lower not in SPEAKING or opening[1].lower not in ("the", "their"):
        return
    held = next((c for c in clause.children(0) if c.dep == "pobj"), opening[2])
    if not {opening[2].lemma, held.lemma} & (SITTINGS | {"call", "conversation"}):
        return
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or root.pos != "VERB":
        return
    spoke = tuple(m for m in clause.subject(root.i) if m.kind == "person")
    if companions := _people(spoke):
        at = spoke[0]
        quote = analysis.page.evidence(at.start, at.end, "participants", "company:spoke")
        yield Company(sentence.index, (), companions, quote, NEAR, True)


def add(events: list[Candidate], analysis: Analysis) -> list[Candidate]:
    """The events with the people who came along: to those of their leaders told nearby, or else to the nearest one."""
    for company in find(analysis):
        near = [
            e for e in events if e.type in CONTACT | {"protest"} and 0 <= company.sentence - e.sentence <= company.reach
        ]
        led = [e for e in near if any(one(p, q) for p in company.leaders for q in e.participants)]
        if company.leaders and not led:  # "X, the Foreign Secretary, was assisted by Y": neither is named before
            everyone = (*company.leaders, *company.companions)
            company = replace(company, leaders=(), companions=everyone, leading=True)
        if not company.leaders:
            same = [e for e in near if {p.party for p in company.companions} <= e.parties and len(e.parties) > 1]
            same = [e for e in same if e.type != "visit" or _all_go(e, company)]
            if company.leading:
                same = [e for e in same if e.sentence < company.sentence] or same
            led = same[-1:]
        for e in led:
            events[events.index(e)] = _joined(e, company)
    return events


def _all_go(visit: Candidate, company: Company) -> bool:
    """Whether those who lead are of the party that went: a host leads nobody's visit."""
    return {p.party for p in company.companions} <= set((visit.initiator or "").split("|"))


def _joined(event: Candidate, company: Company) -> Candidate:
    coming = set((event.initiator or "").split("|")) if event.type == "visit" else event.parties
    told = {p.party for p in event.participants if p.name} if company.leading else set()
    added = [
        p
        for p in company.companions
        if p.party in coming - told and not any(one(p, q) for q in event.participants if q.name)
    ]
    if not added:
        return event
    named = {p.party for p in added}
    kept = tuple(p for p in event.participants if p.name or p.party not in named)
    return replace(event, participants=(*kept, *added), evidence=(*event.evidence, company.evidence))
