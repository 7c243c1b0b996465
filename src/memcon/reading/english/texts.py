"""Texts that speak: "the statement also called for ..." speaks for those who issued it."""

from memcon.reading.analysis import Sentence
from memcon.reading.english.speakers import Speakers, Voices

_NAMES = ("joint statement", "joint communiqu", "joint declaration", "joint press statement")


def joint(voices: Voices, sentence: Sentence) -> Speakers | None:
    """Who issued the joint statement that the page told of at or before a sentence; None if it told of none."""
    text = voices.analysis.page.text
    for other in reversed(voices.analysis.sentences[: sentence.index + 1]):
        words = text[other.start : other.end].lower()
        if not any(name in words for name in _NAMES):
            continue
        actors = [a for m in voices.within(other.index) for a in m.actors if a.party and m.kind != "body"]
        if len({a.party for a in actors}) == 2:
            return Speakers(tuple({a.party: a for a in actors}.values()), None, "group")
    return None
