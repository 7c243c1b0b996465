"""Wording for the screen: that of the questions, so that pages and terminal say the same."""

from memcon.questions.wording import SIGNS, date, duration, kind, people, person, place, sign, sources, who

__all__ = ["SIGNS", "date", "duration", "kind", "people", "person", "place", "sign", "sources", "who"]
