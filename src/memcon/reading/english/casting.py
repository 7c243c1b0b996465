"""Who is in an event candidate: parties and participants of mentions, and sides told a little before."""

from collections.abc import Set
from dataclasses import replace

from memcon.model import Participant, Place
from memcon.reading.analysis import Actor, Analysis, Mention
from memcon.reading.candidate import ANEW, NEXT, RANKED, SEPARATE, SEVERAL, SPOKE, Candidate
from memcon.reading.english.grammar import Clause, in_speech
from memcon.reading.english.reality import Reality
from memcon.reading.english.trigger_objects import modifiers
from memcon.reading.english.trigger_types import number
from memcon.reading.english.trigger_words import Trigger

# Verbs that leave open whether people met or telephoned, and the words that settle it.
SPEAKING = frozenset({"verb:speak", "verb:talk", "verb:converse"})
TELEPHONES = frozenset({"phone", "telephone", "call", "hotline"})
PARTICIPATING = frozenset({"party", "metonym", "person", "body", "office"})
PEOPLE = frozenset({"person", "office", "pronoun", "group", "body"})


def parties(mentions: tuple[Mention, ...]) -> set[str]:
    """The party codes that mentions stand for."""
    return {p for m in mentions for a in m.actors for p in (a.party or "").split("|") if p}


def participants(mentions: tuple[Mention, ...]) -> tuple[Participant, ...]:
    """One participant an actor; a party stands alone only where none of its people is named."""
    people: dict[str, Participant] = {}
    alone: dict[str, Participant] = {}
    for actor in (a for m in mentions for a in m.actors):
        if actor.name:
            known = people.get(actor.name)
            if known is None or (known.role is None and actor.role):
                people[actor.name] = participant(actor)
        elif actor.party:
            for code in actor.party.split("|"):
                alone.setdefault(code, Participant(role=actor.role, party=code))
    taken = {p.party for p in people.values()}
    return (*people.values(), *(p for code, p in alone.items() if code not in taken))


def participant(actor: Actor) -> Participant:
    """The participant that an actor is."""
    return Participant(name=actor.name, role=actor.role, party=actor.party, official=actor.official)


def alone(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with their parties alone."""
    return tuple(replace(m, actors=tuple(Actor(party=a.party) for a in m.actors)) for m in mentions)


def joint(codes: set[str]) -> str | None:
    """Codes joined by `|` in alphabetic order; None for none."""
    return "|".join(sorted(codes)) or None


def build(
    clause: Clause,
    trigger: Trigger,
    reality: Reality,
    who: tuple[Participant, ...],
    type: str | None = None,
    initiator: str | None = None,
    target: str | None = None,
    place: Place | None = None,
) -> Candidate:
    """A candidate of what a trigger speaks of, without its date, place and quote (see `setting.dated`)."""
    head = clause.sentence.tokens[trigger.head]
    return Candidate(
        type=type or trigger.type,
        status=reality.status or "occurred",
        sentence=clause.sentence.index,
        kind=clause.sentence.kind,
        head=trigger.head,
        carrier=trigger.carrier,
        word=head.lemma,
        rule=trigger.rule,
        weak=trigger.weak,
        participants=who,
        initiator=initiator,
        target=target,
        place=place,
        definite=any(
            c.lower in ("the", "this", "that", "their", "his", "her", "these") for c in clause.children(trigger.head)
        ),
        sure=reality.sure or trigger.status is not None,
        number=_number(clause, trigger),
        marks=_marks(clause, trigger, reality),
        in_speech=in_speech(clause.sentence, trigger.head),
    )


def _number(clause: Clause, trigger: Trigger) -> int | None:
    """Which in a row of rounds or summits is meant; "the first meeting since 2011" counts nothing."""
    if trigger.type not in ("dialogue_round", "summit"):
        return None
    return number(modifiers(clause.sentence, trigger.head))


def _marks(clause: Clause, trigger: Trigger, reality: Reality) -> tuple[str, ...]:
    """What the confidence looks at besides the fields: the cue of the status and the verb that carries a noun."""
    tokens = clause.sentence.tokens
    marks = [f"cue:{tokens[reality.cue].lemma}"] if reality.cue is not None else []
    if trigger.carrier is not None:
        marks.append(f"carrier:{tokens[trigger.carrier].lemma}")
    above = tokens[tokens[trigger.head].head]
    if above.i != trigger.head:
        marks.append(f"under:{above.pos}:{tokens[trigger.head].dep}")
        if above.pos in ("VERB", "ADP"):
            marks.append(f"under:{above.lemma}")
    else:
        marks.append("under:root")
    if any(c.lower in ("first", "only", "latest", "last") for c in clause.children(trigger.head)):
        marks.append(RANKED)
    if any(c.lower in ("next", "another") for c in clause.children(trigger.head)):
        marks.append(NEXT)
    if any(c.lower in ("another", "separate", "separately") for c in clause.children(trigger.head)):
        marks.append(SEPARATE)
    if tokens[trigger.head].lemma == "round" and tokens[trigger.head].tag == "NNS":
        marks.append(SEVERAL)
    if trigger.rule in SPEAKING and not any(t.lemma in TELEPHONES for t in tokens):
        marks.append(SPOKE)
    if any(c.lower == "again" for c in clause.children(trigger.head)):
        marks.append(ANEW)
    if any(t.lemma in ("say", "tell", "add", "report") for t in tokens):
        marks.append("reported")
    return tuple(marks)


def before(analysis: Analysis, clause: Clause, trigger: Trigger, known: Set[str], wanted: int) -> tuple[Mention, ...]:
    """People of other parties told of last before the trigger, in its sentence or the two before it in the passage,
    until `wanted` more parties are found; nothing where they are not found.
    """
    here = clause.sentence
    found: list[Mention] = []
    have = set(known)
    for index in range(here.index, max(-1, here.index - 3), -1):
        if analysis.sentences[index].passage < here.passage - 1:
            break
        for m in reversed(analysis.mentions_in(index)):
            codes = parties((m,))
            if (index == here.index and m.first >= trigger.head) or m.kind not in PEOPLE or not codes - have:
                continue
            found.append(m)
            have |= codes
            if len(have) - len(known) >= wanted:
                return tuple(reversed(found))
    return ()


def last_other(analysis: Analysis, clause: Clause, trigger: Trigger, acting: set[str]) -> tuple[Mention, ...]:
    """The last party before the trigger that is not the one that acts, in this sentence or the two before it."""
    here = clause.sentence.index
    for index in range(here, max(-1, here - 3), -1):
        for m in reversed(analysis.mentions_in(index)):
            if index == here and m.first >= trigger.head:
                continue
            if (
                m.kind in ("party", "metonym", "person", "body", "office")
                and parties((m,))
                and not parties((m,)) & acting
            ):
                return (m,)
    for m in analysis.mentions_in(here):  # or else the first one behind it
        if m.first > trigger.head and m.kind in PARTICIPATING and parties((m,)) and not parties((m,)) & acting:
            return (m,)
    return ()


def spoken_of(analysis: Analysis, clause: Clause, verb: int) -> tuple[Mention, ...]:
    """Whom the verb's "it" or "they" stands for, where nobody in the sentence does: the subject of the sentence
    before.
    """
    subject = next((c for c in clause.children(verb) if c.dep in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lower not in ("it", "they") or subject.i in clause.by_token:
        return ()
    if clause.sentence.index == 0:
        return ()
    before = analysis.sentences[clause.sentence.index - 1]
    if before.passage < clause.sentence.passage - 1:
        return ()
    earlier = Clause(before, analysis.mentions_in(before.index))
    root = next((t for t in before.tokens if t.head == t.i and t.pos in ("VERB", "AUX")), None)
    found = earlier.subject(root.i) if root is not None else ()
    return found if len(parties(found)) == 1 else ()
