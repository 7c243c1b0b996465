"""Event candidates of one sentence: triggers with their participants, status, date and place."""

from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.model import Participant
from memcon.reading.analysis import Analysis, Mention, Sentence
from memcon.reading.candidate import CONTACT, Candidate
from memcon.reading.english import (
    accords,
    accreditation,
    acts,
    casting,
    contacts,
    denials,
    journeys,
    receptions,
    setting,
    status,
    triggers,
)
from memcon.reading.english.arguments import Arguments
from memcon.reading.english.collecting import collect
from memcon.reading.english.grammar import Clause
from memcon.reading.english.reality import Reality
from memcon.reading.english.trigger_words import Trigger, lexicon
from memcon.reading.english.triggers import BALLOTS

BODIES = frozenset({"organisation", "grouping"})


# Acts that a noun alone may tell ("the suspension of talks between Ankara and Brussels").
NAMED = frozenset({"protest", "expulsion_or_recall", "contact_suspended", "contact_resumed", "contact_refused"})
UNMET = frozenset({"contact_refused", "contact_unanswered"})
REFUSABLE = CONTACT | {"contact_resumed"}  # who refuses these refuses contact; who refuses to sign does nothing


def of_sentence(analysis: Analysis, sentence: Sentence, knowledge: Knowledge) -> list[Candidate]:
    """The candidates of one sentence, in order."""
    found = triggers.find(sentence)
    if not found or sentence.tokens[-1].text == "?":  # a question tells of nothing
        return []
    clause = Clause(sentence, _unattributed(sentence, analysis.mentions_in(sentence.index)))
    out: list[Candidate] = []
    for trigger in found:
        if _ballot(analysis, sentence, trigger) or _lifted(sentence, trigger) or _match(clause, trigger):
            continue
        reality = denials.settle(clause, trigger, status.assess(clause, trigger))
        if trigger.type == "contact_refused" and _nor_confirmed(clause, trigger):
            continue
        if reality.refused and trigger.type not in UNMET:
            if trigger.type not in REFUSABLE or trigger.frame == "reciprocal":
                continue
            trigger = replace(trigger, type="contact_refused", frame="act")
        if reality.status is None:
            continue
        told_now = sentence.kind == "title" and trigger.rule.startswith("verb:")  # "Russia blacklists 36 Britons"
        mentioned = trigger.frame == "act" and trigger.carrier is None and not reality.sure and not told_now
        if mentioned and not (trigger.type in NAMED and trigger.rule.startswith("noun:")):
            continue
        if trigger.status is not None:
            reality = replace(reality, status=trigger.status)
        told = [accreditation.hosted(c, knowledge) for c in _candidates(analysis, clause, trigger, reality, knowledge)]
        found_here = (_collective(c, clause, knowledge) for c in told)
        found_here = (_of_leaders(c, clause) for c in found_here)
        found_here = (_back_at_post(c, clause) for c in found_here if not _to_strangers(c, clause, trigger))
        if mentioned:  # "the expulsion of two envoys": a bare noun must tell both sides itself
            found_here = (c for c in found_here if len(c.parties) > 1)
        out.extend(c for c in found_here if c.collective or "membership" not in c.marks)
    aims = {id(c): r for r in out for c in out if _not_gone(c, r, sentence)}
    kept = [c for c in out if id(c) not in aims and not any(_turned_down(c, r, sentence) for r in out)]
    return [_dated(c, [a for a in out if aims.get(id(a)) is c]) for c in kept]


def _unattributed(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without who a headline is by: "Talks of Iran and US to be held in Rome — Omani diplomat"."""
    if sentence.kind != "title":
        return mentions
    marks = [t.i for t in sentence.tokens[1:] if t.text in ATTRIBUTING]
    if not marks or any(t.pos in ("VERB", "AUX") for t in sentence.tokens[marks[-1] :]):
        return mentions
    return tuple(m for m in mentions if m.last <= marks[-1])


ATTRIBUTING = frozenset({"—", "–", "--", ":"})
SETTING = frozenset({"under:during", "under:after", "under:in", "under:at"})


LIFTING = frozenset({"drop", "ease", "end", "lift", "relax", "remove", "waive"})


def _lifted(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a measure is only named by those who take it back or ask for it: "lifting the sanctions imposed by"."""
    noun = sentence.tokens[trigger.head]
    named = trigger.carrier is not None and sentence.tokens[trigger.carrier].dep == "acl"
    return trigger.type == "sanction" and named and sentence.tokens[noun.head].lemma in LIFTING


def _turned_down(candidate: Candidate, refusal: Candidate, sentence: Sentence) -> bool:
    """Whether a contact is what was refused: "rejected an invitation to a meeting of the two ministers"."""
    if refusal.type != "contact_refused" or refusal.carrier is None or candidate.type not in CONTACT:
        return False
    if SETTING & set(candidate.marks):  # "rejected mediation during a meeting with the envoys"
        return False
    behind = candidate.head > refusal.head and candidate.head in sentence.subtree(refusal.carrier)
    if behind and {"carrier:attend", "carrier:join", "carrier:participate"} & set(candidate.marks):
        return True  # "denied them visas to attend the session"
    return behind and candidate.carrier is None and candidate.parties == refusal.parties


def _not_gone(candidate: Candidate, journey: Candidate, sentence: Sentence) -> bool:
    """Whether a contact was only what a journey called off was for: "unable to travel to Paris to meet Macron"."""
    called_off = journey.type == "visit" and candidate.type in CONTACT - {"visit"}
    if not called_off or {candidate.status, journey.status} != {"cancelled"} or candidate.carrier is not None:
        return False
    return f"under:{sentence.tokens[journey.head].lemma}" in candidate.marks and journey.head < candidate.head


def _dated(journey: Candidate, aims: list[Candidate]) -> Candidate:
    """The journey with the days of what it was for, where it has none of its own."""
    told = next((a for a in aims if a.timed), None)
    if told is None or journey.timed:
        return journey
    days = tuple(q for q in told.evidence if q.field == "date")
    return replace(journey, date=told.date, timed=True, evidence=(*journey.evidence, *days))


def _nor_confirmed(clause: Clause, trigger: Trigger) -> bool:
    """Whether a contact is one that somebody would "neither confirm nor deny": nobody turns it down."""
    if trigger.carrier is None or clause.sentence.tokens[trigger.carrier].lemma != "deny":
        return False
    deny = clause.sentence.tokens[trigger.carrier]
    joined = (clause.sentence.tokens[deny.head], *clause.children(deny.i))
    return any(t.lemma == "confirm" for t in joined)


def _to_strangers(candidate: Candidate, clause: Clause, trigger: Trigger) -> bool:
    """Whether what was refused was no contact of states: "refused to talk to the press"."""
    return candidate.type == "contact_refused" and any(
        t.lemma in STRANGERS for i in {trigger.head} for c in clause.children(i) for t in clause.children(c.i)
    )


STRANGERS = frozenset({"press", "reporter", "journalist", "media", "medium", "newsman", "correspondent"})


def _match(clause: Clause, trigger: Trigger) -> bool:
    """Whether the sides that meet play each other: "India beat Pakistan when the two sides met in New York"."""
    played = trigger.type in CONTACT and any(t.lemma.lower() in lexicon().games for t in clause.sentence.tokens)
    return played and not any(m.kind in ("person", "office") for m in clause.mentions)


def _ballot(analysis: Analysis, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a "round" is one of voting: it stands without a word of talks on a page about elections nearby."""
    if sentence.tokens[trigger.head].lemma != "round" or any(t.lemma in lexicon().contact for t in sentence.tokens):
        return False
    near = analysis.sentences[max(0, sentence.index - BALLOT_REACH) : sentence.index + BALLOT_REACH + 1]
    return any(t.lemma in BALLOTS for s in near for t in s.tokens)


BALLOT_REACH = 5  # sentences
ENVOYS = frozenset({"ambassador", "ambassadors", "envoy", "envoys"})


def _back_at_post(candidate: Candidate, clause: Clause) -> Candidate:
    """An ambassador who returns to the post takes contact up again, unless it is home that he returns to."""
    subject = next((c for c in clause.children(candidate.head) if c.dep == "nsubj"), None)
    if candidate.type != "visit" or candidate.word != "return" or subject is None or len(candidate.parties) < 2:
        return candidate
    return replace(candidate, type="contact_resumed") if subject.lower in ENVOYS else candidate


LEADERS = frozenset({"leader", "leaders", "president", "presidents"})
MANY = 3  # parties from which a meeting of leaders is a summit


def _of_leaders(candidate: Candidate, clause: Clause) -> Candidate:
    """A "meeting of the leaders of" three parties and more, or of a body of many, is a summit."""
    if candidate.type != "meeting" or not (candidate.collective or len(candidate.parties) >= MANY):
        return candidate
    of = [g for c in clause.children(candidate.head) if c.lower == "of" for g in clause.children(c.i)]
    leaders = any(g.lemma.lower() in LEADERS and g.tag in ("NNS", "NNPS") for g in of)
    for head in (g for g in of if g.lower == "heads"):  # "of state", "of government"
        behind = [t.lower for t in clause.sentence.tokens[head.i + 1 : head.i + 3]]
        leaders = leaders or (behind[:1] == ["of"] and behind[-1] in ("state", "government"))
    return replace(candidate, type="summit") if leaders else candidate


def _collective(candidate: Candidate, clause: Clause, knowledge: Knowledge) -> Candidate:
    """The candidate, marked where a body of many states takes part; its leaders' gathering is a summit."""
    if not any(code in knowledge.parties and knowledge.parties[code].kind in BODIES for code in candidate.parties):
        return candidate
    candidate = _members(_without_groupings(candidate, knowledge), knowledge)
    leaders = any(t.lower in ("leaders", "leader", "heads") for t in clause.sentence.tokens[: candidate.head])
    alone = len(candidate.parties) == 1 and candidate.type == "meeting" and leaders
    return replace(candidate, collective=True, type="summit" if alone else candidate.type)


FEW = 5  # members up to which a grouping's joint statement or summit is theirs one by one


def _members(candidate: Candidate, knowledge: Knowledge) -> Candidate:
    """What a small grouping alone issued or held ("Leaders' Joint Statement of the Quad") is that of its members."""
    if candidate.type not in ("joint_statement", "summit") or len(candidate.parties) != 1:
        return candidate
    known = knowledge.parties[next(iter(candidate.parties))]
    if known.kind != "grouping" or not 2 <= len(known.members) <= FEW:
        return candidate
    return replace(candidate, participants=tuple(Participant(party=code) for code in known.members))


def _without_groupings(candidate: Candidate, knowledge: Knowledge) -> Candidate:
    """A grouping whose members are named one by one ("France, Germany and Britain, known as the E3") is told twice."""
    if candidate.type == "summit":
        return _of_grouping(candidate, knowledge)
    if candidate.type not in ("meeting", "dialogue_round", "phone_call", "video_call"):
        return candidate
    named = candidate.parties

    def told_twice(code: str | None) -> bool:
        known = knowledge.parties[code] if code is not None and code in knowledge.parties else None
        return known is not None and known.kind in BODIES and len(named & set(known.members)) > 1

    kept = tuple(p for p in candidate.participants if p.name or not told_twice(p.party))
    return replace(candidate, participants=kept)


def _of_grouping(candidate: Candidate, knowledge: Knowledge) -> Candidate:
    """A summit of a grouping without those of its members who are named by their party alone: "European and Japanese
    leaders gather for the G7 summit"."""
    known = [knowledge.parties[code] for code in sorted(candidate.parties) if code in knowledge.parties]
    members = {code for p in known if p.kind == "grouping" for code in p.members}
    if "G7" in candidate.parties:
        members.add("EU")  # its guest from the first summits on, counted among the leaders
    alone = [p for p in candidate.participants if not p.name and p.party in members]
    if len(alone) < 2 or candidate.initiator or candidate.target:
        return candidate
    return replace(candidate, participants=tuple(p for p in candidate.participants if p not in alone))


def _of_a_body(arguments: Arguments, trigger: Trigger, knowledge: Knowledge) -> bool:
    """Whether a gathering is that of one body of many states, whoever else the clause tells of: "they spoke ahead of a
    meeting of foreign ministers of the Group of Seven"."""
    if trigger.frame != "mutual" or arguments.agent or arguments.other or arguments.host:
        return False
    codes = casting.parties(arguments.between)
    return len(codes) == 1 and all(c in knowledge.parties and knowledge.parties[c].kind in BODIES for c in codes)


def _candidates(
    analysis: Analysis, clause: Clause, trigger: Trigger, reality: Reality, knowledge: Knowledge
) -> list[Candidate]:
    arguments = collect(clause, trigger)
    if _of_a_body(arguments, trigger, knowledge):
        arguments = replace(arguments, context=())
    if trigger.frame == "act" and trigger.carrier is None and not reality.sure:
        arguments = replace(arguments, context=())
    if clause.sentence.tokens[trigger.head].lemma == "leave" and trigger.frame == "journey":
        left = acts.membership(analysis, clause, replace(trigger, type="contact_suspended"), reality, arguments)
        if left:
            return [setting.dated(analysis, clause, trigger, c) for c in left]
    frames = {
        "mutual": contacts.mutual,
        "between": accords.between,
        "reciprocal": contacts.reciprocal,
        "agreed": accords.agreed,
        "journey": journeys.journey,
        "presence": journeys.presence,
        "issued": accords.issued,
        "membership": acts.membership,
        "excluded": acts.excluded,
        "spurned": acts.spurned,
        "called in": acts.called_in,
        "host": receptions.host,
        "act": acts.act,
        "told": contacts.told,
    }
    return [
        setting.dated(analysis, clause, trigger, c)
        for c in frames[trigger.frame](analysis, clause, trigger, reality, arguments)
    ]
