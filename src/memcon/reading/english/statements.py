"""Statements: positions attributed to a speaker or a side, each with its exact words.

Four things make a statement: a quotation and whoever is named as its speaker; a report of speech ("she warned that
...", "both sides reaffirmed ..."); speech under its speaker's name ("Kono: ..."); and, in a text issued by a party,
what the text says in the issuer's own voice.
"""

import re

from memcon.knowledge import Knowledge
from memcon.model import Evidence, Statement
from memcon.reading.analysis import Analysis
from memcon.reading.english import attribution, labels, reporting, voice
from memcon.reading.english.attribution import Spoken
from memcon.reading.english.quotation import quotations
from memcon.reading.topics import topics


def find(analysis: Analysis, said: tuple[Spoken, ...]) -> tuple[Statement, ...]:
    """Statements of a page, in the order of the text; `said` is what `spoken` found."""
    return tuple(_statement(analysis, s) for s in said)


def spoken(analysis: Analysis, knowledge: Knowledge) -> tuple[Spoken, ...]:
    """What was said, by whom, where: statements before they are written down, for other rooms to read."""
    by = voice.issuer(analysis, knowledge)
    voices = voice.voices(analysis, by)
    trees = reporting.trees(analysis)
    passages = sorted({s.passage for s in analysis.sentences if s.kind in ("body", "caption")})
    quotes = quotations(analysis.page, passages)
    speech = [(q.start, q.end) for q in quotes if attribution.utterance(analysis, q)]
    reports = reporting.reports(analysis, voices, trees, speech)
    inner = reporting.quoted(voices, trees, speech)
    said = attribution.attribute(analysis, quotes, reports, inner)
    said += labels.labelled(analysis, said)
    said += voice.voiced(analysis, voices, by, quotes, said)
    return tuple(sorted(said, key=lambda s: (s.start, s.end)))


def _statement(analysis: Analysis, spoken: Spoken) -> Statement:
    page = analysis.page
    quote = page.evidence(spoken.start, spoken.end, "statement", spoken.rule)
    quotes: list[Evidence] = [quote]
    if spoken.attributed is not None:
        quotes.append(page.evidence(*spoken.attributed, "speaker", spoken.rule))
    about = topics(quote.quote)
    return Statement(
        speaker=spoken.speakers.speaker,
        role=spoken.speakers.role,
        party=spoken.speakers.party,
        official=spoken.speakers.official,
        about=_about(quote.quote) or (about[0] if about else None),
        topics=about,
        stance=spoken.stance,
        direct=spoken.direct,
        evidence=quote.quote,
        quotes=tuple(quotes),
    )


_OBJECT = re.compile(
    r"\b(?:concern|support|importance|need|view|position|call|opposition)s?\s+(?:of|for|over|about|on)\s+(.{3,60}?)(?:[,.;]|$)"
)


def _about(quote: str) -> str | None:
    match = _OBJECT.search(quote)
    return " ".join(match[1].split()) if match else None
