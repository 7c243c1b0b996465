"""The day of what a report leads with: held where its dateline says that it was sent from, and told without a day."""

from dataclasses import replace

from memcon.model import interval
from memcon.reading.analysis import Analysis, PlaceMention
from memcon.reading.candidate import CONTACT, Candidate
from memcon.reading.english.parsing import DATELINE

LEAD = 2  # sentences after the dateline that tell what the report is about


def _sent_from(analysis: Analysis) -> PlaceMention | None:
    """The place in the first dateline of the page."""
    for sentence in analysis.sentences:
        if sentence.kind != "body":
            continue
        if DATELINE.match(analysis.page.text[sentence.start : sentence.end] + " A"):
            return next(iter(analysis.places_in(sentence.index)), None)
        return None
    return None


def dated(events: list[Candidate], analysis: Analysis) -> list[Candidate]:
    """The events, where a contact that has come about in the dateline's own city, told at once and without a day,
    has the page's, or near it."""
    today, place = interval(analysis.today), _sent_from(analysis)
    if today is None or today.days != 1 or place is None or place.kind == "country":
        return events
    quote = analysis.page.evidence(place.start, place.end, "date", "date:dateline")

    def of_the_day(e: Candidate) -> bool:
        here = e.place is not None and (e.place.name or "").casefold() == place.name.casefold()
        told = e.type in CONTACT and e.type != "visit" and e.status == "occurred" and not e.timed
        return told and here and 0 < e.sentence - place.sentence <= LEAD

    day = today.edtf(approximate=True)
    return [replace(e, date=day, evidence=(*e.evidence, quote)) if of_the_day(e) else e for e in events]
