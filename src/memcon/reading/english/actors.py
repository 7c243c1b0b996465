"""Who a page speaks of: officials, offices, parties and bodies, each mention with the actors it stands for.

Names come from titles beside them, from the tables of tenures, and from the names the same page gives in full; no
statistical tagger takes part. The sentences are read twice: first for everyone who is named with a title or in full,
then for the short forms, offices, groups and pronouns that point back (or ahead, from a headline) to them.
"""

from dataclasses import dataclass, field

from memcon.knowledge import Knowledge
from memcon.knowledge.names import words as name_words
from memcon.model import Interval
from memcon.reading.actors import Cast, Person
from memcon.reading.analysis import Mention, Sentence
from memcon.reading.english import actor_words
from memcon.reading.english.actor_bodies import parties_and_bodies
from memcon.reading.english.actor_people import PersonWords, people
from memcon.reading.english.actor_references import References
from memcon.reading.english.actor_short import short_names
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.lines import Line, mention


@dataclass(slots=True)
class Named:
    """A line with the persons named in it and the titles left over."""

    line: Line
    people: list[tuple[PersonWords, Person]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


def find(sentences: tuple[Sentence, ...], knowledge: Knowledge, when: Interval | None) -> tuple[Mention, ...]:
    """Every mention of an actor, in the order of the text; none overlap but a pronoun or title inside a longer one.

    `when` is the page's date, if it is known: it decides which "Chinese defence minister" is meant. A name that no
    title marks and no table knows is not an official and is left out.
    """
    words = actor_words.words(knowledge)
    cast = Cast(knowledge, when)
    page: list[Named] = []
    for sentence in sentences:
        line = Line(sentence, knowledge)
        cast.parties.update(w.code for w in line.words)
        found, titles = people(line, words)
        page.append(Named(line, [(p, _enter(cast, knowledge, line, p)) for p in found], titles))
    for named in page:
        short_names(named.line, words, cast, named.people, named.titles)
    mentions: list[Mention] = []
    references = References(knowledge, cast, words, when)
    for named in page:
        mentions.extend(_mentions(named, words, references))
    return tuple(mentions)


def _enter(cast: Cast, knowledge: Knowledge, line: Line, person: PersonWords) -> Person:
    """Enter a person named in a line into the cast, or link them to who they are in it."""
    name = line.quote(person.name_first, person.name_last)
    party = person.parties[0] if person.parties else None
    current = [t for t in person.titles if not t.counterpart]
    role = _role(line, person)
    office = None
    for title in current:
        office = office or _best(office, knowledge.offices.classify(title.text, party))
    at = line.sentence.start + line.tokens[person.first].start
    known = cast.link(name, party, office, at)
    if known is not None:
        cast.learn(known, name, party, role, office, at)
        return known
    candidate = cast.resolve(name, party, office)
    if (
        candidate is None
        and party is not None
        and person.rule in ("title_name", "title_names")
        and len(name_words(name)) > 1
    ):
        candidate = cast.resolve(name, None, office)
        if candidate is not None and candidate.term.party != party:
            candidate = None
    return cast.add(name, party, role, office, candidate, at)


def _best(old: str | None, new: str | None) -> str | None:
    return new if old is None or (old == "other" and new) else old


def _role(line: Line, person: PersonWords) -> str | None:
    texts = [t.text for t in person.titles if not t.counterpart and t.text]
    return ", ".join(dict.fromkeys(texts)) or None


def _mentions(named: Named, words: actor_words.ActorWords, references: References) -> list[Mention]:
    line = named.line
    found: list[Mention] = []
    taken: set[int] = set()
    for spot, person in named.people:
        found.append(
            mention(
                line, spot.first, spot.last, "person", (person.actor(),), spot.rule, (spot.name_first, spot.name_last)
            )
        )
        taken.update(range(spot.first, spot.last))
    references.enter(line, named.people)
    for m in references.offices(line, named.titles, named.people, taken):
        found.append(m)
        taken.update(range(m.first, m.last))
    for m in parties_and_bodies(line, words, taken):
        found.append(m)
        taken.update(range(m.first, m.last))
    found.sort(key=lambda m: (m.first, m.last))
    found.extend(references.groups_and_pronouns(line, found, taken))
    found.sort(key=lambda m: (m.first, m.last))
    references.leave(line, found)
    return found
