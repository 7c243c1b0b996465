"""Words that make an English clause speak of an event: found in the parse, typed by the lists in `triggers.toml`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_objects import forms, goes_with, modifiers, objects
from memcon.reading.english.trigger_words import Act, Lexicon, Sense, lexicon

NOMINAL = ("dobj", "obj", "nsubjpass", "pobj", "nsubj", "conj", "attr", "appos", "ROOT", "oprd", "npadvmod")


# A round among these is one of voting.
BALLOTS = frozenset({"vote", "ballot", "election", "runoff", "run-off", "voter", "polling"})


# "The first round was held in May, the second in June": what was counted once is counted on.
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
COUNTED = "noun:ordinal"  # the rule that sees them: day and place stand behind the ordinal, without a verb


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that speaks of an event.

    `head` indexes the word itself; `carrier` the verb that carries a noun ("hold" talks) or acts on it ("suspend"
    talks); `frame` tells how its participants are read (see `triggers.toml`); `status` is set where the word settles
    it.
    """

    type: str
    frame: str
    head: int
    carrier: int | None
    rule: str
    weak: bool = False
    status: str | None = None


# Nouns that say nothing of what was broken off: the word before them does.
BROAD = frozenset({"activity", "process", "link", "effort", "work", "programme", "program"})


def _acts(sentence: Sentence, lists: Lexicon) -> Iterator[Trigger]:
    for verb in sentence.tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        words = forms(sentence, verb)
        for act in lists.acts:
            if not words & act.verbs:
                continue
            for t in _unwelcome(sentence, verb) if act.needs == "unwelcome" else objects(sentence, verb):
                if t.lemma not in act.nouns and t.lower not in act.nouns and not _compound(sentence, act, t):
                    continue
                if act.needs is not None and not _needed(sentence, lists, act.needs, verb, t):
                    continue
                if act.modifiers and not act.modifiers & modifiers(sentence, t.i):
                    continue
                yield _act(sentence, lists, act, verb, t)


def _unwelcome(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Whoever is declared persona non grata: the parse breaks at the Latin, so all that stands before it."""
    for t in sentence.tokens[verb.i + 1 :]:
        if t.lower in ("persona", "personae", "unwelcome", "undesirable"):
            return
        yield t


def _compound(sentence: Sentence, act: Act, t: Token) -> bool:
    """Whether the noun that counts stands before the object: "cooperation activities", "the diplomat Zhao Wei"."""
    named = t.pos == "PROPN" and act.type in ("protest", "expulsion_or_recall")
    broken_off = act.type in ("contact_suspended", "contact_resumed") and t.lemma in BROAD
    if broken_off:
        before = {sentence.tokens[i].lemma for i in sentence.subtree(t.i) if i < t.i}
        return bool(before & act.nouns)
    return named and bool(modifiers(sentence, t.i) & act.nouns)


def _needed(sentence: Sentence, lists: Lexicon, needs: str, verb: Token, noun: Token) -> bool:
    """Whether an act has what makes it count: an answer that has not come, a request that is for contact."""
    if needs == "unwelcome":
        return any(t.lower in ("grata", "gratae", "unwelcome", "undesirable") for t in sentence.tokens[verb.i :])
    if needs == "waiting":
        return _waiting(sentence, verb, noun)
    if needs == "silence" and verb.lemma != "ignore":
        unanswered = any(c.dep == "neg" or c.lower in ("not", "never") for c in sentence.children(verb.i))
        return unanswered and noun.lemma in ("request", "call", "letter", "message", "invitation")
    within = {sentence.tokens[i].lemma for i in sentence.subtree(noun.i)}
    if needs == "contact within":
        return bool(within & (lists.contact | {"relation", "tie", "cooperation", "exchange"}))
    about = within | {t.lemma for t in sentence.tokens[: verb.i]}
    return bool(about & lists.contact)


def _waiting(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether an answer has not come: "awaits a reply", "failed to get a reply", "received no answer"."""
    if verb.lemma in ("await", "wait"):
        return True
    above = sentence.tokens[verb.head]
    if verb.lemma in ("get", "receive", "have", "hear") and above.lemma == "fail":
        return True
    return any(c.dep == "neg" for c in sentence.children(verb.i)) or any(
        c.lower == "no" for c in sentence.children(noun.i)
    )


def _act(sentence: Sentence, lists: Lexicon, act: Act, verb: Token, t: Token) -> Trigger:
    if act.type != "cancelled":
        return Trigger(act.type, act.frame, t.i, verb.i, f"{act.rule}:{verb.lemma}+{t.lemma}")
    sense = lists.nouns.get(t.lemma) or lists.nouns[t.lower]
    return Trigger(
        _typed(sentence, lists, sense.type, t),
        sense.frame,
        t.i,
        verb.i,
        f"{act.rule}:{verb.lemma}+{t.lemma}",
        status="cancelled",
    )


def carrier(sentence: Sentence, noun: Token, lists: Lexicon) -> int | None:
    """The verb that carries an event noun ("held talks", "talks were held", "engaged in talks"), if any."""
    head = sentence.tokens[noun.head]
    while noun.dep in ("conj", "appos") and head.pos in ("NOUN", "PROPN"):
        noun, head = head, sentence.tokens[head.head]
    if noun.dep in ("dobj", "obj", "nsubjpass", "nsubj", "attr", "oprd") and head.lemma in lists.carriers:
        return head.i
    if noun.dep == "pobj" and head.lower in ("in", "with", "on", "of", "for", "at"):
        verb = sentence.tokens[head.head]
        if (
            verb.lemma in ("engage", "participate", "take", "join", "enter", "begin", "wrap", "attend")
            and verb.pos == "VERB"
        ):
            return verb.i
    if noun.dep == "pobj" and head.lemma == "of":  # "a round of talks", "a series of meetings"
        outer = sentence.tokens[head.head]
        if outer.pos == "NOUN" and outer.i != noun.i:
            return carrier(sentence, outer, lists)
    for child in sentence.children(noun.i):  # "talks held in Rome"
        if child.dep == "acl" and child.lemma in lists.carriers:
            return child.i
    return None


def _sitting(sentence: Sentence, noun: Token, words: set[str]) -> bool:
    """Whether a meeting is one in the row that a standing body holds: "the seventh meeting of the joint committee"."""
    behind = (g.lemma.lower() for c in sentence.children(noun.i) if c.lower == "of" for g in sentence.children(c.i))
    standing = {"commission", "committee", "forum", "dialogue", "group", "mechanism"}
    return bool(words & (ORDINALS | {"last", "latest", "next"})) and any(g in standing for g in behind)


def _typed(sentence: Sentence, lists: Lexicon, kind: str, noun: Token) -> str:
    """The type of a contact noun after its modifiers: a "video call" is a video call, a "phone conversation" a phone
    call.
    """
    if kind not in ("meeting", "phone_call", "dialogue_round", "summit"):
        return kind
    words = modifiers(sentence, noun.i)
    if words & lists.modifiers["video"]:
        return "video_call"
    if words & lists.modifiers["phone"]:
        return "phone_call"
    if (
        kind == "meeting"
        and words & lists.modifiers["round"]
        and noun.lemma in ("talk", "talks", "discussion", "discussions")
    ):
        return "dialogue_round"
    if kind == "meeting" and words & lists.modifiers["brief"] and noun.lemma in ("exchange", "encounter"):
        return "brief_encounter"
    if noun.lemma == "meeting" and (words & lists.modifiers["regular"] or _sitting(sentence, noun, words)):
        return "dialogue_round"
    if kind == "meeting" and (words & {"summit", "leaders"}):
        return "summit"
    return kind


def _sided(sentence: Sentence, lists: Lexicon, noun: Token, verb: int | None) -> bool:
    """Whether a "call" is one between people, not an appeal: "with", "between", "phone", or held."""
    below = sentence.children(noun.i)
    if any(c.dep == "prep" and c.lower in ("with", "between") for c in below):
        return True
    if verb is not None and sentence.tokens[verb].lemma == "take":  # "took a call from"
        return any(c.dep == "prep" and c.lower == "from" for c in (*below, *sentence.children(verb)))
    if modifiers(sentence, noun.i) & (lists.modifiers["phone"] | lists.modifiers["video"]):
        return True
    appeal = any(c.dep == "prep" and c.lower in ("for", "on") for c in below) or any(c.dep == "acl" for c in below)
    return (
        not appeal
        and verb is not None
        and sentence.tokens[verb].lemma in ("hold", "have", "make", "follow", "conclude", "receive")
    )


def _fits(sentence: Sentence, noun: Token, sense: Sense) -> bool:
    """Whether the noun has the modifier or the "of" that its sense asks for ("joint" statement, recall "of the
    ambassador").
    """
    if noun.lemma == "round" and any(t.lemma in BALLOTS for t in sentence.tokens):
        return False
    if sense.modifiers and not sense.modifiers & modifiers(sentence, noun.i):
        in_title = sentence.kind == "title" and sense.modifiers & {t.lower for t in sentence.tokens[: noun.i]}
        if not in_title:
            return False
    if sense.to and not any(
        c.lemma in sense.to for c in sentence.children(noun.i) if c.dep in ("acl", "xcomp", "relcl")
    ):
        return False
    if not sense.of:
        return True
    return any(
        g.lemma in sense.of or g.lower in sense.of
        for c in sentence.children(noun.i)
        if c.dep == "prep" and c.lower == "of"
        for g in sentence.children(c.i)
    )


def _inside_round(sentence: Sentence, noun: Token, lists: Lexicon) -> bool:
    """Whether the noun stands in "a round of talks", "a series of meetings" of which the outer noun speaks already."""
    prep = sentence.tokens[noun.head]
    if noun.dep != "pobj" or prep.lower != "of":
        return False
    outer = sentence.tokens[prep.head]
    return outer.i != noun.i and outer.lemma in lists.nouns and outer.pos in ("NOUN", "PROPN")


def _channel(sentence: Sentence, verb: Token, kind: str) -> str:
    """The channel a verb of talking used: "met by video", "spoke by phone"."""
    for child in sentence.children(verb.i):
        if child.lower == "briefly" and kind in ("meeting", "phone_call"):
            return "brief_encounter"
        if child.dep in ("prep", "advmod", "npadvmod"):
            words = {sentence.tokens[i].lower for i in sentence.subtree(child.i)[:6]}
            if words & {"video", "virtually", "videoconference", "videoconferencing", "videolink", "online", "zoom"}:
                return "video_call"
            if words & {"phone", "telephone"} and child.lower in ("by", "over", "on", "via"):
                return "phone_call"
    return kind


def _counted_on(sentence: Sentence, trigger: Trigger) -> Iterator[Trigger]:
    """The rounds that follow a counted one without a noun of their own: "the second, in June"."""
    if not trigger.rule.startswith("noun:") or not ORDINALS & modifiers(sentence, trigger.head):
        return
    for before, t in zip(sentence.tokens[trigger.head :], sentence.tokens[trigger.head + 1 :], strict=False):
        alone = t.dep not in ("amod", "advmod", "compound", "nummod")
        if t.lower in ORDINALS and before.lower in ("the", "a") and alone:
            yield replace(trigger, head=t.i, carrier=None, rule=COUNTED)


def find(sentence: Sentence) -> tuple[Trigger, ...]:
    """All triggers of a sentence in the order of their heads; an act on an event noun stands for the noun."""
    lists = lexicon()
    found: dict[int, Trigger] = {}
    for trigger in _acts(sentence, lists):
        found.setdefault(trigger.head, trigger)
    carried: set[int] = set()
    for t in sentence.tokens:
        if t.i in found:
            continue
        if t.pos in ("NOUN", "PROPN", "VERB") and (sense := lists.nouns.get(t.lemma) or lists.nouns.get(t.lower)):
            if t.pos == "VERB" and (t.dep not in NOMINAL or t.dep in ("ROOT", "conj")):
                continue
            if _inside_round(sentence, t, lists) or not _fits(sentence, t, sense):
                continue
            if t.dep == "compound" and t.head != t.i and sentence.tokens[t.head].pos in ("NOUN", "PROPN"):
                continue
            verb = carrier(sentence, t, lists)
            if (sense.carried and verb is None) or (sense.sided and not _sided(sentence, lists, t, verb)):
                continue
            found[t.i] = Trigger(_typed(sentence, lists, sense.type, t), sense.frame, t.i, verb, sense.rule, sense.weak)
            if verb is not None:
                carried.add(verb)
    for t in sentence.tokens:
        if (
            t.pos not in ("VERB", "AUX")
            or t.i in found
            or t.i in carried
            or (verb_sense := lists.verbs.get(t.lemma)) is None
        ):
            continue
        if verb_sense.prepositions and not goes_with(sentence, t, verb_sense.prepositions):
            continue
        below = [c for c in sentence.children(t.i) if c.dep in ("xcomp", "advcl", "ccomp")]
        if verb_sense.to and not any(c.lemma in verb_sense.to and c.dep != "advcl" for c in below):
            continue
        if verb_sense.bare and below:
            continue
        if verb_sense.objects and not any(o.lemma in verb_sense.objects for o in objects(sentence, t)):
            continue
        found[t.i] = Trigger(
            _channel(sentence, t, verb_sense.type), verb_sense.frame, t.i, None, verb_sense.rule, verb_sense.weak
        )
    for trigger in tuple(found.values()):
        found.update({t.head: t for t in _counted_on(sentence, trigger) if t.head not in found})
    return tuple(found[i] for i in sorted(found))
