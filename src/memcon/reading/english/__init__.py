"""Reading English passages: names, dates, places, then what was done, said and promised."""

from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.model import interval
from memcon.reading import dating as page_dating
from memcon.reading.analysis import Analysis, Page
from memcon.reading.english import (
    actors,
    claims,
    commitments,
    completion,
    dates,
    dating,
    events,
    mechanisms,
    naming,
    parsing,
    places,
    statements,
    tenures,
)
from memcon.reading.findings import Findings


def analyse(page: Page, passages: tuple[int, ...], knowledge: Knowledge, today: str | None) -> Analysis:
    """The given passages parsed, with the names, dates and places in them; `today` is the page's date, where known."""
    sentences = tuple(parsing.sentences(page, passages))
    return Analysis(
        page=page,
        sentences=sentences,
        mentions=actors.find(sentences, knowledge, interval(today)),
        dates=dates.find(sentences),
        places=places.find(sentences, knowledge),
        today=today,
    )


def read(page: Page, passages: tuple[int, ...], knowledge: Knowledge, today: str | None) -> Findings:
    """What the given English passages say; `today` is the page's date where another language's passages gave it."""
    stated = page_dating.stated(page)
    analysis = analyse(page, passages, knowledge, stated[0] if stated else today)
    inferred = dating.infer(analysis, knowledge) if analysis.today is None else None
    if inferred:  # now the tables can tell who "the defence minister" was
        mentions = actors.find(analysis.sentences, knowledge, interval(inferred[0]))
        analysis = replace(analysis, today=inferred[0], mentions=mentions)
    said = statements.spoken(analysis, knowledge)
    return Findings(
        today=analysis.today,
        date_basis="inferred" if inferred else "stated" if analysis.today else None,
        dating=(stated[1],) if stated else inferred[1] if inferred else (),
        events=completion.complete(events.find(analysis, knowledge, said), analysis, knowledge),
        statements=statements.find(analysis, said),
        commitments=commitments.find(analysis, knowledge, said),
        mechanisms=mechanisms.find(analysis, knowledge),
        tenures=tenures.find(analysis, knowledge),
        claims=claims.find(analysis),
        naming=naming.find(analysis, knowledge),
    )
