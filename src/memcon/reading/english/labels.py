"""Speech under its speaker's name, as transcripts and gists print it: "Kono: We need to talk."

A paragraph that opens with a person's name and a colon is that person's speech. In a transcript, whose labels are in
capitals ("SECRETARY POWELL:", "QUESTION:"), so are the paragraphs after it, up to the next label.
"""

import re
from collections.abc import Sequence

from memcon.reading.analysis import Analysis, Mention
from memcon.reading.english.attribution import Spoken
from memcon.reading.english.speakers import Speakers

# A label: a few words with a capital, up to a colon that something follows. "He said:" is none.
LABEL = re.compile(r"\s*(?P<name>[A-Z][\w.’'-]*(?:[ \t]+[\w.’'-]+){0,5}?)\s*:\s+(?=\S)")
FEWEST = 2  # labelled paragraphs on a page: a single one may be a headline
SHORTEST = 6  # words: a shorter sentence is a greeting or an aside


def labelled(analysis: Analysis, said: Sequence[Spoken]) -> list[Spoken]:
    """Sentences spoken under a label and not told by another statement already, each with the person it names."""
    text = analysis.page.text
    heads = {
        n: match
        for n, p in enumerate(analysis.page.passages)
        if p.kind == "body" and (match := LABEL.match(text, p.start, p.end))
    }
    named = {n: person for n, match in heads.items() if (person := _named(analysis, match)) is not None}
    if len(heads) < FEWEST or not named:
        return []
    transcript = sum(match["name"].isupper() for match in heads.values()) >= FEWEST
    found: list[Spoken] = []
    speaker: Mention | None = None
    label = -1
    for sentence in analysis.sentences:
        if sentence.passage in heads:
            speaker, label = named.get(sentence.passage), sentence.passage
        if speaker is None or (sentence.passage != label and not transcript) or sentence.kind != "body":
            continue
        start = max(sentence.start, heads[label].end())
        if len(text[start : sentence.end].split()) < SHORTEST or _told(said, start, sentence.end):
            continue
        attributed = (speaker.start, heads[label].end())
        who = Speakers(speaker.actors)
        found.append(Spoken(start, sentence.end, who, "neutral", True, "label.speech", attributed))
    return found


def _named(analysis: Analysis, label: re.Match[str]) -> Mention | None:
    """The one person that a label names in full."""
    start, end = label.span("name")
    inside = [m for m in analysis.mentions if start <= m.start and m.end <= end and len(m.actors) == 1]
    person = next((m for m in inside if m.kind == "person"), None)
    return person if person is not None and person.end == end and person.actors[0].party else None


def _told(said: Sequence[Spoken], start: int, end: int) -> bool:
    return any(min(s.end, end) - max(s.start, start) > (end - start) // 2 for s in said)
