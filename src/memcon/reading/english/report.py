"""A report of speech: a verb, who speaks, and which words hold what was said."""

from dataclasses import dataclass

from memcon.reading.english.speakers import Speakers


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of speech with who speaks. `start`, `end`: the words that hold it; `full`: it has content of its own.

    `verb` indexes the sentence's tokens; `content` is where what was said begins; `main`: its verb heads the sentence.
    """

    sentence: int
    passage: int
    verb: int
    at: int
    speakers: Speakers | None
    group: str
    stance: str
    start: int
    end: int
    content: int
    full: bool
    rule: str
    main: bool = False
