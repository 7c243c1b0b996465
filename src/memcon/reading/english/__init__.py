"""Reading English passages: names, dates, places, then what was done, said and promised."""

from memcon.knowledge import Knowledge
from memcon.model import interval
from memcon.reading import dating
from memcon.reading.analysis import Analysis, Page
from memcon.reading.english import actors, commitments, dates, events, parsing, places, statements
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
    stated = dating.stated(page)
    analysis = analyse(page, passages, knowledge, stated[0] if stated else today)
    said = statements.spoken(analysis, knowledge)
    return Findings(
        today=analysis.today,
        date_basis="stated" if analysis.today else None,
        dating=(stated[1],) if stated else (),
        events=events.find(analysis, knowledge),
        statements=statements.find(analysis, knowledge),
        commitments=commitments.find(analysis, knowledge, said),
    )
