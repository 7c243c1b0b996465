"""Which type an event word takes from the words around it: the channel of a call, a round, a summit."""

import re
from collections.abc import Set

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_objects import modifiers
from memcon.reading.english.trigger_words import Lexicon

# "The first round was held in May, the second in June": what was counted once is counted on.
_COUNT = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS = frozenset(_COUNT)
_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)")
STANDING = frozenset({"commission", "committee", "forum", "dialogue", "group", "mechanism", "council", "platform"})

NAMED = frozenset({"commission", "committee", "dialogue", "mechanism"})


def counted(words: Set[str]) -> bool:
    """Whether words number what they stand before: "seventh", "52nd"."""
    return number(words) is not None


def number(words: Set[str]) -> int | None:
    """The place in a row that words give: 7 for "seventh", 52 for "52nd"."""
    for word in sorted(words):
        if word in ORDINALS:
            return _COUNT.index(word) + 1
        if match := _NUMBERED.fullmatch(word):
            return int(match[1])
    if words & {"st", "nd", "rd", "th"}:  # "the 11-th meeting", which the parse takes apart
        return next((int(word) for word in sorted(words) if word.isdecimal()), None)
    return None


def sitting(sentence: Sentence, noun: Token) -> bool:
    """Whether a meeting is one in the row that a standing body holds: "the seventh meeting of the joint committee"."""
    words = modifiers(sentence, noun.i)
    if noun.dep in ("dobj", "nsubjpass") and sentence.tokens[noun.head].lemma == "cochair":
        return True  # two sit in the chair where two sides have a standing body
    behind = [g for c in sentence.children(noun.i) if c.lower == "of" for g in sentence.children(c.i)]
    row = counted(words) or bool(words & {"last", "latest", "next"})
    if counted(words) and words & {"commission", "committee", "council"}:  # "the third Joint Commission meeting"
        return True
    if any(g.lemma.lower() == "group" and "working" in modifiers(sentence, g.i) for g in behind):
        return True
    return any(g.lemma.lower() in (STANDING if row else NAMED) for g in behind)


def typed(sentence: Sentence, lists: Lexicon, kind: str, noun: Token) -> str:
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
    if noun.lemma == "meeting" and (words & lists.modifiers["regular"] or sitting(sentence, noun)):
        return "dialogue_round"
    if kind == "meeting" and ("summit" in words or _of_leaders(sentence, noun)):
        return "summit"
    return "video_call" if kind == "meeting" and _on_screen(sentence, noun) else kind


VIDEO = frozenset({"video", "virtually", "videoconference", "videoconferencing", "videolink", "online", "zoom"})


def _on_screen(sentence: Sentence, noun: Token) -> bool:
    """Whether a meeting is held "via video conference"."""
    below = (c for i in {noun.i, noun.head} for c in sentence.children(i) if c.dep == "prep" and c.lower in BY_WAY)
    return any(VIDEO & {sentence.tokens[i].lower for i in sentence.subtree(c.i)[:5]} for c in below)


BY_WAY = frozenset({"via", "by", "through", "over", "on"})


def _of_leaders(sentence: Sentence, noun: Token) -> bool:
    """Whether it is a "leaders' meeting", in whatever case and however the parse hangs the leaders."""
    before = sentence.tokens[max(0, noun.i - 4) : noun.i]
    at = next((n for n, t in enumerate(before) if t.lower == "leaders"), None)
    if at is None:
        return False
    between = before[at + 1 :]  # "the two leaders held talks" are leaders who talk
    return not any(t.lower in ("with", "between", "of", "and") or t.pos in ("VERB", "AUX") for t in between)


def channel(sentence: Sentence, verb: Token, kind: str) -> str:
    """The channel a verb of talking used: "met by video", "spoke by phone"."""
    for child in sentence.children(verb.i):
        if child.lower == "briefly" and kind in ("meeting", "phone_call"):
            return "brief_encounter"
        if child.lower == "for" and kind == "meeting" and any(_round(sentence, g) for g in sentence.children(child.i)):
            return "dialogue_round"
        if child.dep in ("prep", "advmod", "npadvmod"):
            words = {sentence.tokens[i].lower for i in sentence.subtree(child.i)[:6]}
            if words & VIDEO:
                return "video_call"
            if words & {"phone", "telephone", "hotline", "channel"} and child.lower in ("by", "over", "on", "via"):
                return "phone_call"
            if kind == "phone_call" and "visiting" in words:  # "talking to the visiting minister"
                return "meeting"
    return kind


def _round(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is one of a row of rounds: "(met) for the second Counter-Narcotics Dialogue"."""
    named = any(sentence.tokens[i].pos == "PROPN" for i in sentence.subtree(noun.i) if i < noun.i)
    kinds = noun.lemma.lower() in ("dialogue", "consultation", "consultations", "round")
    named = named or noun.lemma == "dialogue"
    return noun.dep == "pobj" and kinds and (named or noun.pos == "PROPN" or counted(modifiers(sentence, noun.i)))
