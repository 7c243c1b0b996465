"""Places named in sentences: cities, countries, regions, waters and venues.

A place inside a person's name or title is none ("Houston" the surname, "the Moscow mayor"): pass the mentions of
actors to leave those out.
"""

from memcon.knowledge import Knowledge
from memcon.reading.analysis import Mention, PlaceMention, Sentence
from memcon.reading.english.lines import Line, line_of


def find(
    sentences: tuple[Sentence, ...], knowledge: Knowledge, mentions: tuple[Mention, ...] = ()
) -> tuple[PlaceMention, ...]:
    """Every place named, in the order of the text; `name` as written, `country` where the place lies in one."""
    persons = {(m.sentence, i) for m in mentions if m.kind in ("person", "office") for i in range(m.first, m.last)}
    found: list[PlaceMention] = []
    for sentence in sentences:
        line = line_of(sentence, knowledge)
        for first, last, spot in line.places:
            if any((sentence.index, i) in persons for i in range(first, last)) or _is_surname(line, first, last):
                continue
            found.append(
                PlaceMention(
                    sentence=sentence.index,
                    first=first,
                    last=last,
                    start=sentence.tokens[first].start,
                    end=sentence.tokens[last - 1].end,
                    name=line.quote(first, last),
                    country=spot.place.country,
                    kind=spot.place.kind,
                )
            )
    return tuple(found)


def _is_surname(line: Line, first: int, last: int) -> bool:
    """Whether a city's name stands right behind a given name ("Sam Houston"), judged by the parse."""
    if first == 0 or last - first > 1:
        return False
    before, token = line.tokens[first - 1], line.tokens[first]
    return (
        before.pos == "PROPN"
        and before.dep == "compound"
        and before.head == token.i
        and before.text[0].isupper()
        and first - 1 not in line.word_at
        and first - 1 not in line.place_tokens
        and token.dep in ("nsubj", "nsubjpass", "poss")
    )
