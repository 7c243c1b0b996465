"""Shorter mentions of persons: by surname, by given name where the culture does so, misspelt, or known to all."""

from rapidfuzz import fuzz

from memcon.knowledge import Candidate, fold
from memcon.knowledge.names import CALLED_BY_FIRST, CALLED_BY_LAST
from memcon.knowledge.names import words as name_words
from memcon.knowledge.tenures import FUTURE, HELD, UNKNOWN
from memcon.model import Interval
from memcon.reading.actors import Cast, Person
from memcon.reading.english.actor_names import name_end
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.actor_unmarked import PersonWords
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line
from memcon.reading.office_holders import EXCLUSIVE

# A name known to all needs no introduction: a leader or minister in office at the page's date, by surname alone.
_KNOWN_TO_ALL = frozenset(("head_of_state", "head_of_government", "foreign_minister", "defence_minister"))
_SAME_GIVEN_NAME = 75  # of 100: "Vladimir" and "Volodymyr" are not, "Sergei" and "Sergey" are
_HEADS = frozenset(("head_of_state", "head_of_government"))


def short_names(
    line: Line, words: ActorWords, cast: Cast, people: list[tuple[PersonWords, Person]], titles: list[Title]
) -> None:
    """Add to `people`, in order, the persons of a line who are named by a short form."""
    taken = {i for p, _ in people for i in range(p.first, p.last)}
    in_titles = {i for t in titles for i in range(t.first, t.last)}
    tokens = line.tokens
    i = 0
    while i < len(tokens):
        if i in taken or i in in_titles or not (tokens[i].text[0].isupper() or tokens[i].lower in words.particles):
            i += 1
            continue
        end = name_end(line, words, i)
        if end <= i or taken.intersection(range(i, end)):
            i += 1
            continue
        found = _who(line, words, cast, i, end)
        if found is not None:
            first, last, person, rule = found
            start = _with_address(line, words, first)
            people.append((PersonWords(start, last, first, last, (), (), rule), person))
            taken.update(range(start, last))
            at = tokens[i].start
            name = line.quote(first, last)
            if rule == "short_name":
                cast.learn(person, name, None, None, None, at)
            end = last
        i = end
    people.sort(key=lambda pair: pair[0].first)


def _with_address(line: Line, words: ActorWords, first: int) -> int:
    """The form of address before a name belongs to the mention: "Mr Lavrov"."""
    while first and line.tokens[first - 1].lower in words.honour and line.tokens[first - 1].text[0].isupper():
        first -= 1
    return first


def _who(line: Line, words: ActorWords, cast: Cast, i: int, end: int) -> tuple[int, int, Person, str] | None:
    name = line.quote(i, end)
    person = cast.link(name, None, None, line.tokens[i].start)
    if person is not None and _may_be(person, name, line, i, end):
        return i, end, person, "short_name"
    if end - i > 1:
        # A capitalised opening word before a surname ("While Blinken"), or a name cut by a headline's capitals.
        for k in range(end - 1, i, -1):
            if _glued(line, k):
                continue
            tail = line.quote(k, end)
            person = cast.link(tail, None, None, line.tokens[k].start)
            if person is not None and _may_be(person, tail, line, k, end) and line.tokens[i].pos not in ("PROPN",):
                return k, end, person, "short_name"
        if len(name) > 8:
            return _misspelt(cast, line, i, end)
        return None
    if line.tokens[i].pos in ("PROPN", "NOUN", "ADJ", "X"):
        person = cast.similar(name)
        if person is not None:
            return i, end, person, "misspelt_name"
        return _known_to_all(line, words, cast, i, end)
    return None


def _glued(line: Line, k: int) -> bool:
    return line.glued(k) or line.tokens[k].text in ("-", "'", "’")


def _may_be(person: Person, name: str, line: Line, i: int, end: int) -> bool:
    """Whether a short form is one this person is called by; a bare given name is not ("John" for John Kerry)."""
    folded = fold(name)
    if folded in person.forms or " " in folded:
        return True
    if person.party in CALLED_BY_LAST or person.party in CALLED_BY_FIRST:
        return folded in person.words
    royal = person.role is not None and any(
        w in person.role.lower() for w in ("king", "queen", "prince", "sheikh", "pope", "sultan", "emir")
    )
    return royal and folded in person.words


def _misspelt(cast: Cast, line: Line, i: int, end: int) -> tuple[int, int, Person, str] | None:
    person = cast.similar(line.tokens[end - 1].text)
    if person is None:
        return None
    given = fold(line.tokens[i].text)
    theirs = name_words(person.name)
    alike = theirs and (given == theirs[0][: len(given)] or fuzz.ratio(given, theirs[0]) >= _SAME_GIVEN_NAME)
    return (i, end, person, "misspelt_name") if alike else None


def _known_to_all(line: Line, words: ActorWords, cast: Cast, i: int, end: int) -> tuple[int, int, Person, str] | None:
    name = line.quote(i, end)
    folded = fold(name)
    if len(folded) < 2 or (name.isupper() and len(name) < 4):
        return None
    if folded not in cast.memory:
        cast.memory[folded] = _leader(cast, name, words)
    candidate = cast.memory[folded]
    if candidate is None:
        return None
    person = cast.holding(candidate)
    if person is None:
        person = cast.add(name, candidate.term.party, None, candidate.term.office, candidate, line.sentence.start)
    return i, end, person, "known_to_all"


def _lately(candidate: Candidate, when: Interval) -> bool:
    """Whether an office is held at a date, or was within three years before it."""
    days = candidate.term.days()
    return candidate.term.state(when) == UNKNOWN or (days is not None and days.gap(when) <= 1100)


def _in_office(candidate: Candidate, when: Interval | None) -> bool:
    return when is not None and candidate.term.state(when) == HELD


def _leader(cast: Cast, name: str, words: ActorWords) -> Candidate | None:
    """The office-holder of the page's date that a bare surname means, if one stands out."""
    folded = fold(name)
    candidates = [
        c
        for c in cast.knowledge.tenures.named(name, cast.when)
        if c.how in ("short", "alias")
        and c.term.office in EXCLUSIVE
        and folded in cast.first_forms(c)
        and not cast.knowledge.tenures.reigns(c.official.id)
    ]
    if cast.when is not None:
        candidates = [c for c in candidates if c.term.state(cast.when) != FUTURE and _lately(c, cast.when)]
    leading = [
        c
        for c in candidates
        if c.term.office in _KNOWN_TO_ALL
        and (
            c.term.party in cast.present or (len(folded) > 4 and (c.term.office in _HEADS or _in_office(c, cast.when)))
        )
    ]
    near = [c for c in leading if c.term.party in cast.present]
    if folded in words.words_first:
        near = leading = [c for c in near if cast.when is not None and c.term.state(cast.when) == HELD]
    leading = near or leading
    if not leading:
        return None
    best = leading[0]
    rivals = [c for c in leading[1:] if c.score >= best.score - 2 and c.official.id != best.official.id]
    return None if rivals else best
