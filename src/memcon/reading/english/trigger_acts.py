"""Verbs that make an event with their object: "expelled" + "diplomat", "suspended" + "talks"."""

from collections.abc import Iterator

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_needs import met
from memcon.reading.english.trigger_objects import OBJECT, forms, idiom, modifiers, objects
from memcon.reading.english.trigger_types import channel, typed
from memcon.reading.english.trigger_words import Act, Lexicon, Trigger

# Nouns that say nothing of what was broken off: the word before them does.
BROAD = frozenset({"activity", "process", "link", "effort", "work", "programme", "program", "mechanism", "format"})


def acts(sentence: Sentence, lists: Lexicon) -> Iterator[Trigger]:
    """The acts of a sentence: every verb with an object of the kind that `triggers.toml` asks for."""
    for verb in sentence.having(lists.act_verbs):
        if verb.pos not in ("VERB", "AUX"):
            continue
        places = {place for word in forms(sentence, verb) for place in lists.acts_of.get(word, ())}
        for act in [lists.acts[place] for place in sorted(places)]:
            for t in _unwelcome(sentence, verb) if act.needs == "unwelcome" else objects(sentence, verb):
                if not _named(sentence, act, t) and not _compound(sentence, act, t):
                    continue
                if _means(sentence, act, verb, t) or _inside(sentence, act, t):
                    continue
                if act.needs is not None and not met(sentence, lists, act.needs, verb, t):
                    continue
                if act.modifiers and not act.modifiers & (modifiers(sentence, t.i) | _restricted(sentence, act, t)):
                    continue
                yield _act(sentence, lists, act, verb, t)


def _restricted(sentence: Sentence, act: Act, t: Token) -> set[str]:
    """What a measure is on, where the word for it stands behind: "a ban on imports", "limits on doing business"."""
    if act.type != "sanction":
        return set()
    on = [g for c in sentence.children(t.i) if c.lower == "on" for g in sentence.children(c.i)]
    on += [g for c in on for g in sentence.children(c.i) if g.dep in ("dobj", "conj")]
    return {g.lemma for g in on}


SUMMONING = frozenset({"summon", "convoke", "convene"})
DONE_TO = frozenset({"contact_suspended", "contact_resumed", "agreement_signed"})
REACHED = frozenset({"agree", "sign", "decide", "come"})  # "agreed on a deal", "signed off on"


def _means(sentence: Sentence, act: Act, verb: Token, t: Token) -> bool:
    """Whether a noun is what something was done with, for or in, not what it was done to: "ended it with a treaty"."""
    if verb.lemma in SUMMONING and t.dep == "pobj":  # "summoned to the Ministry of Foreign Affairs"
        return True
    if act.type not in DONE_TO or t.dep != "pobj" or idiom(sentence, verb) is not None:
        return False
    while sentence.tokens[t.head].lower == "of" and sentence.tokens[sentence.tokens[t.head].head].dep == "pobj":
        t = sentence.tokens[sentence.tokens[t.head].head]  # "ended with the signing of a protocol"
    above = sentence.tokens[t.head].head
    if verb.i not in (above, sentence.tokens[above].head):  # "with an agreement signed in June"
        return False
    with_on = () if verb.lemma in REACHED and act.type == "agreement_signed" else ("on", "to")
    return sentence.tokens[t.head].lower in ("with", "for", "in", "by", "under", *with_on)


def _inside(sentence: Sentence, act: Act, t: Token) -> bool:
    """Whether a noun only says of what another of the act's nouns is: "a memorandum of understanding"."""
    prep = sentence.tokens[t.head]
    if t.dep != "pobj" or prep.lower != "of" or prep.head == t.i:
        return False
    return _named(sentence, act, sentence.tokens[prep.head])


def _unwelcome(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Whoever is declared persona non grata: the parse breaks at the Latin, so all that stands before it."""
    yield from (t for t in sentence.children(verb.i) if t.dep == "nsubjpass")
    for t in sentence.tokens[verb.i + 1 :]:
        if t.lower in ("persona", "personae", "unwelcome", "undesirable"):
            return
        yield t


def _named(sentence: Sentence, act: Act, t: Token) -> bool:
    """Whether the object is one of the act's nouns, which may be of two words ("high commissioner")."""
    if t.lemma in act.nouns or t.lower in act.nouns:
        return True
    if any(f"{t.lemma} of {g.lemma}" in act.nouns for c in sentence.children(t.i) for g in sentence.children(c.i)):
        return True
    if t.lemma not in act.last_words:
        return False
    return any(f"{word} {t.lemma}" in act.nouns for word in modifiers(sentence, t.i))


def _compound(sentence: Sentence, act: Act, t: Token) -> bool:
    """Whether the noun that counts stands before the object: "cooperation activities", "the diplomat Zhao Wei"."""
    named = t.pos == "PROPN" and act.type in ("protest", "expulsion_or_recall")
    broken_off = act.type in ("contact_suspended", "contact_resumed") and t.lemma.lower() in BROAD
    if broken_off:
        before = {sentence.tokens[i].lemma.lower() for i in sentence.subtree(t.i) if i < t.i}
        if {"co", "operation"} <= before:  # as a name in capitals is taken apart
            before.add("cooperation")
        return bool(before & act.nouns)
    before = modifiers(sentence, t.i) if named else set()
    if act.needs == "unwelcome" and (t.pos == "PRON" or (t.pos == "PROPN" and _before_latin(sentence, t))):
        return True
    return bool(before & act.nouns) or any(f"{a} {b}" in act.nouns for b in before & act.last_words for a in before)


def _before_latin(sentence: Sentence, t: Token) -> bool:
    """Whether a name is of who is declared persona non grata; the parse may take the Latin for a verb of its own."""
    return t.dep in OBJECT or sentence.tokens[t.i + 1].lower in ("persona", "personae")


def _act(sentence: Sentence, lists: Lexicon, act: Act, verb: Token, t: Token) -> Trigger:
    if act.type == "brief_encounter":  # "exchanged greetings over the phone"
        return Trigger(channel(sentence, verb, act.type), act.frame, t.i, verb.i, f"{act.rule}:{verb.lemma}+{t.lemma}")
    if act.type != "cancelled":
        return Trigger(act.type, act.frame, t.i, verb.i, f"{act.rule}:{verb.lemma}+{t.lemma}")
    sense = (lists.nouns.get(t.lemma) or lists.nouns[t.lower])[0]
    return Trigger(
        typed(sentence, lists, sense.type, t),
        sense.frame,
        t.i,
        verb.i,
        f"{act.rule}:{verb.lemma}+{t.lemma}",
        status="cancelled",
    )
