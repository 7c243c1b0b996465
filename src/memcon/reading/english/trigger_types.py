"""Which type an event word takes from the words around it: the channel of a call, a round, a summit."""

from memcon.reading.analysis import Sentence, Token
from memcon.reading.english.trigger_objects import modifiers
from memcon.reading.english.trigger_words import Lexicon

# "The first round was held in May, the second in June": what was counted once is counted on.
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})


def _sitting(sentence: Sentence, noun: Token, words: set[str]) -> bool:
    """Whether a meeting is one in the row that a standing body holds: "the seventh meeting of the joint committee"."""
    behind = (g.lemma.lower() for c in sentence.children(noun.i) if c.lower == "of" for g in sentence.children(c.i))
    standing = {"commission", "committee", "forum", "dialogue", "group", "mechanism"}
    return bool(words & (ORDINALS | {"last", "latest", "next"})) and any(g in standing for g in behind)


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
    if noun.lemma == "meeting" and (words & lists.modifiers["regular"] or _sitting(sentence, noun, words)):
        return "dialogue_round"
    if kind == "meeting" and (words & {"summit", "leaders"}):
        return "summit"
    return kind


def channel(sentence: Sentence, verb: Token, kind: str) -> str:
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
