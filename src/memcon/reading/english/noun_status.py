"""Whether an event noun tells what happened, is planned, was called off or is only wished for."""

from memcon.reading.analysis import Token
from memcon.reading.candidate import CONTACT
from memcon.reading.english.grammar import Clause
from memcon.reading.english.reality import Reality, coming, on_the_way, words
from memcon.reading.english.trigger_words import Trigger
from memcon.reading.english.verb_status import accepted, of_verb

STEPS = 4  # out of "a round of talks", "talks and meetings"


def of_noun(clause: Clause, trigger: Trigger) -> Reality:
    """The reality of what a noun without a carrying verb tells: by its modifiers, else by the words over it."""
    marked = of_modifiers(clause, trigger.head)
    if marked.status != "occurred":
        return marked
    done = next((c for c in clause.children(trigger.head) if c.dep == "relcl" and c.lemma in words()["carried"]), None)
    if done is not None and done.tag in ("VBD", "VBN") and not coming(clause, done):
        return Reality("occurred", sure=True)
    outermost = _outermost(clause, trigger)
    if isinstance(outermost, Reality):
        return outermost
    t, head = outermost, clause.sentence.tokens[outermost.head]
    if t.dep == "pobj" and head.i != t.i:
        return _behind_preposition(clause, head)
    if t.dep in ("dobj", "obj", "nsubjpass", "nsubj", "attr") and head.pos in ("VERB", "AUX"):
        return _with_verb(clause, t, head)
    return Reality("occurred")


def of_modifiers(clause: Clause, noun: int) -> Reality:
    """What the modifiers of an event noun say."""
    lists = words()
    event = clause.sentence.tokens[noun]
    several = event.tag in ("NNS", "NNPS") and event.lower not in lists["plural"]
    for c in clause.children(noun):
        if c.i < noun and c.dep in ("amod", "det", "advmod", "compound", "neg", "nmod"):
            if c.lower in lists["modifier_cancelled"] or (c.lemma in lists["called_off"] and c.tag in ("VBZ", "VBD")):
                return Reality("cancelled", c.i, sure=True)  # the latter where a headline's verb is taken for a noun
            if c.lower in lists["modifier_planned"]:
                return Reality("planned", c.i, sure=True)
            if c.lower in lists["modifier_unreal"]:
                return Reality(None, c.i)
            if c.lower in lists["recurring"] and several:
                return Reality(None, c.i)  # "annual summits": a habit, not one of them
    return Reality("occurred")


def _outermost(clause: Clause, trigger: Trigger) -> Reality | Token:
    """The noun that the event stands for in its clause ("a round of talks"), or what a noun on the way says of it."""
    lists, tokens = words(), clause.sentence.tokens
    t = tokens[trigger.head]
    for _ in range(STEPS):
        head = tokens[t.head]
        if t.dep in ("conj", "appos") and head.pos in ("NOUN", "PROPN") and head.i != t.i:
            t = head
        elif t.dep == "pobj" and head.lower in ("of", "in") and tokens[head.head].lemma in lists["off"]:
            return Reality("cancelled", tokens[head.head].i, sure=True)
        elif t.dep == "pobj" and head.lower in ("of", "for", "on", "to") and tokens[head.head].pos == "NOUN":
            outer = tokens[head.head]
            if outer.lemma == "invitation" and accepted(clause, outer):
                return Reality("planned", outer.i, sure=True)
            if outer.lemma in lists["wish_nouns"] or outer.lower in lists["wish_nouns"]:
                return Reality(None, outer.i)
            if outer.lemma in lists["calling_off"] and trigger.type in CONTACT:
                return Reality("cancelled", outer.i, sure=True)
            if head.lower != "of":
                break
            t = outer
        else:
            break
    return t


def _behind_preposition(clause: Clause, preposition: Token) -> Reality:
    """What a preposition over the noun, and the word before it, say: "through talks", "agreed to talks"."""
    lists = words()
    if preposition.lower in lists["wish_prepositions"]:
        return Reality(None, preposition.i)
    verb = clause.sentence.tokens[preposition.head]
    wished = verb.lemma in lists["wished"] or verb.lemma in lists["wish_nouns"]
    if preposition.lower in ("for", "to", "into") and wished:
        return Reality(None, verb.i)
    fixed = preposition.lower == "for" and verb.lemma in lists["fixed"] and clause.passive(verb.i)
    if fixed and of_verb(clause, verb).status == "occurred":
        return Reality("planned", verb.i, sure=True)  # "a date was set for the meeting"
    if preposition.lower == "to" and verb.lemma == "agree" and of_verb(clause, verb).status == "occurred":
        return Reality("planned", verb.i, sure=True)  # "agreed to talks"
    if preposition.lower in ("before", "ahead") and verb.pos in ("VERB", "AUX", "ADV", "ADP"):
        return Reality("occurred", preposition.i)
    if verb.pos in ("VERB", "AUX"):
        above = of_verb(clause, verb)
        if preposition.lower == "for" and on_the_way(clause, verb):
            return Reality("planned", verb.i, sure=True)  # "is heading to Rome for talks"
        if above.refused and verb.lemma in words()["remarks"]:
            return Reality("occurred")  # "declined to comment on the talks"
        if preposition.lower in ("for", "to", "at", "in", "on"):
            return above
        if above.status is None and preposition.lower not in ("after", "following", "since", "during"):
            return above
    return Reality("occurred")


def _with_verb(clause: Clause, noun: Token, verb: Token) -> Reality:
    """What the verb says whose subject or object the noun is: "talks are due to begin", "urged talks"."""
    lists = words()
    if _headline_off(clause, noun, verb) or _off(clause, noun, verb) or not_held(clause, noun, verb):
        return Reality("cancelled", verb.i, sure=True)
    above = of_verb(clause, verb)
    due = [c for c in clause.children(verb.i) if c.dep in ("acomp", "attr") and c.lower in ("due", "set", "scheduled")]
    if verb.lemma == "be" and above.status == "occurred" and due:
        return Reality("planned", due[0].i, sure=True)  # "talks are due to begin"
    if above.refused:
        return above
    if verb.lemma in lists["noun_wished"]:
        return Reality(None, verb.i)
    if above.status == "occurred" and verb.lemma in lists["noun_planned"] and noun.dep != "nsubj":
        return Reality("planned", verb.i)
    return above


def _off(clause: Clause, noun: Token, verb: Token) -> bool:
    """Whether an event is said to be off: "the trip is off"."""
    return verb.lemma == "be" and noun.dep == "nsubj" and any(c.lower == "off" for c in clause.children(verb.i))


def not_held(clause: Clause, noun: Token, verb: Token) -> bool:
    """Whether what was to be does not come about: "the summit will not take place", "did not go ahead as planned"."""
    below = clause.children(verb.i)
    if noun.dep not in ("nsubj", "nsubjpass") or noun.head != verb.i or not any(c.dep == "neg" for c in below):
        return False
    held = verb.lemma in words()["coming_about"]
    held = held or (verb.lemma == "take" and any(c.lower == "place" for c in below))
    held = held or (verb.lemma == "go" and any(c.lower in ("ahead", "forward") for c in below))
    if not held:
        return False
    ahead = any(c.dep == "aux" and c.lower in (*words()["future"], "would") for c in below)
    as_planned = any(c.dep == "advcl" and c.lemma in words()["noun_planned"] for c in below)
    return ahead or as_planned


def _headline_off(clause: Clause, noun: Token, verb: Token) -> bool:
    """Whether a headline's noun is said to be off by a verb without an object: "Trip to Cuba cancelled"."""
    if clause.sentence.kind != "title" or verb.lemma not in words()["called_off"] or noun.dep != "nsubj":
        return False
    return not any(c.dep in ("dobj", "obj", "ccomp", "xcomp") for c in clause.children(verb.i))
