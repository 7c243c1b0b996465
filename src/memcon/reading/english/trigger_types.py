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

# Words before a standing body of two sides and more.
SHARED = frozenset(
    {
        "joint",
        "mixed",
        "intergovernmental",
        "inter-governmental",
        "bilateral",
        "association",
        "steering",
        "binational",
        "bi-national",
        "trilateral",
    }
)

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
    if words & {"commission", "committee", "council"} and (counted(words) or words & SHARED):
        return True  # "the third Commission meeting", "a Joint Commission meeting"
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
    if noun.lemma == "meeting" and (words & lists.modifiers["row"] or sitting(sentence, noun)):
        return "dialogue_round"
    if kind in ("meeting", "summit") and _on_screen(sentence, noun):
        return "video_call"
    return "summit" if kind == "meeting" and ("summit" in words or _of_leaders(sentence, noun)) else kind


VIDEO = frozenset(
    {"video", "virtual", "virtually", "videoconference", "videoconferencing", "videolink", "online", "zoom"}
)


def _on_screen(sentence: Sentence, noun: Token) -> bool:
    """Whether a meeting is held "via video conference"."""
    below = (c for i in {noun.i, noun.head} for c in sentence.children(i) if c.dep == "prep" and c.lower in BY_WAY)
    ways = [{sentence.tokens[i].lower for i in sentence.subtree(c.i)[:5]} for c in below]
    return any(VIDEO & words and ("in" not in words or FORMAT & words) for words in ways)


FORMAT = frozenset({"format", "form", "mode"})  # "in virtual format"


# Where talks are held beside a greater meeting.
MARGINS = frozenset({"edge", "edges", "fringe", "fringes", "margin", "margins", "sideline", "sidelines"})
BY_WAY = frozenset({"via", "by", "through", "over", "on", "in"})


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
    things = (t.i for t in sentence.children(verb.i) if t.dep in ("dobj", "obj"))
    behind = (c for i in things for c in sentence.children(i) if c.dep == "prep")  # "exchanged views by telephone"
    for child in (*sentence.children(verb.i), *behind):
        if child.dep == "nsubj" and kind == "meeting" and _of_both(sentence, child):
            return "dialogue_round"
        if child.lower == "briefly" and kind in ("meeting", "phone_call"):
            return "brief_encounter"
        if child.dep in ("prep", "advmod", "npadvmod", "agent"):  # "spoke by phone late on Monday"
            words = {sentence.tokens[i].lower for i in sentence.subtree(child.i)[:6]}
            if words & VIDEO:
                return "video_call"
            if words & {"phone", "telephone", "hotline", "channel"} and child.lower in ("by", "over", "on", "via"):
                return "phone_call"
            if kind == "phone_call" and words & MARGINS:  # "spoke on the margins of the summit"
                return "meeting"
            if kind == "phone_call" and "visiting" in words:  # "talking to the visiting minister"
                return "meeting"
    return kind


def _of_both(sentence: Sentence, noun: Token) -> bool:
    """Whether who meets is a standing body of two sides: "the eighth EU-Moldova Association Council met"."""
    words = {sentence.tokens[i].lower for i in sentence.subtree(noun.i) if i < noun.i}
    return noun.lemma.lower() in ("commission", "committee", "council", "group") and bool(words & SHARED)


def in_a_row(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is one of a row of rounds: "(met) for the second Counter-Narcotics Dialogue"."""
    named = any(sentence.tokens[i].pos == "PROPN" for i in sentence.subtree(noun.i) if i < noun.i)
    kinds = noun.lemma.lower() in ("dialogue", "consultation", "consultations", "round", "session", "sitting")
    named = named or noun.lemma == "dialogue" or (noun.lemma == "round" and _of_talks(sentence, noun))
    return noun.dep == "pobj" and kinds and (named or noun.pos == "PROPN" or counted(modifiers(sentence, noun.i)))


def _of_talks(sentence: Sentence, noun: Token) -> bool:
    """Whether a round is one "of talks"."""
    of = [g for c in sentence.children(noun.i) if c.lower == "of" for g in sentence.children(c.i) if g.dep == "pobj"]
    return any(g.lemma.lower() in TALKS for g in of)


TALKS = frozenset({"talk", "talks", "negotiation", "negotiations", "dialogue", "consultation", "consultations"})
