"""The events of an English page."""

from memcon.knowledge import Knowledge
from memcon.model import Event, interval
from memcon.reading import confidence, episodes
from memcon.reading.analysis import Analysis
from memcon.reading.candidate import Candidate
from memcon.reading.english import candidates, company, datelined, first_person, seats, summons
from memcon.reading.english.attribution import Spoken


def gathered(analysis: Analysis, knowledge: Knowledge, said: tuple[Spoken, ...] = ()) -> list[Candidate]:
    """All events that the rules see, before the unsure ones are left out; `said` tells who speaks in quotations."""
    analysis = first_person.resolve(analysis, knowledge, said)
    found = [c for s in analysis.sentences for c in candidates.of_sentence(analysis, s, knowledge)]
    told = datelined.dated(episodes.gather(found, interval(analysis.today)), analysis)
    return summons.attend(company.add(told, analysis), analysis)


def find(analysis: Analysis, knowledge: Knowledge, said: tuple[Spoken, ...] = ()) -> tuple[Event, ...]:
    """One entry an interaction, in the order of the text, each with the confidence that it is one."""
    scored = [(e, confidence.score(e)) for e in gathered(analysis, knowledge, said)]
    return tuple(episodes.event(seats.seated(e, knowledge), sure) for e, sure in scored if confidence.enough(e, sure))
