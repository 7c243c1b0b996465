"""Persons in a sentence: a title with a name in any order, a party with a name, and names that the tables know."""

from dataclasses import replace

from memcon.reading.english.actor_appositions import introduced, name_apposed, names_apposed, title_apposed
from memcon.reading.english.actor_names import name_end
from memcon.reading.english.actor_titled import names_behind
from memcon.reading.english.actor_titles import Title, titles
from memcon.reading.english.actor_unmarked import PersonWords, unmarked
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import POSSESSIVE, Line


def people(line: Line, words: ActorWords) -> tuple[list[PersonWords], list[Title]]:
    """The persons of a line in order, and the titles left without a name."""
    found_titles = titles(line, words)
    by_start = {t.start: n for n, t in enumerate(found_titles)}
    taken: set[int] = set()
    used: set[int] = set()
    found: list[PersonWords] = []

    def claim(person: PersonWords, *numbers: int) -> None:
        """Keep a person whose words nobody has yet, with the numbers of the titles that name them."""
        span = range(person.first, person.last)
        if taken.isdisjoint(span):
            taken.update(span)
            used.update(numbers)
            found.append(person)

    # The surest patterns first: what one of them has taken, no later one reads otherwise.
    for n, title in enumerate(found_titles):
        if n not in used and not title.honour:
            for person, numbers in names_behind(line, words, found_titles, n):
                claim(person, *numbers)
    for n, title in enumerate(found_titles):
        if n not in used and not title.plural:
            for k, person in enumerate(found):
                if introduced(line, person, title):
                    grown = replace(person, last=title.last, titles=(*person.titles, title), parties=title.parties[:1])
                    found[k] = grown
                    taken.update(range(grown.first, grown.last))
                    used.add(n)
    for n, title in enumerate(found_titles):
        if n not in used and not title.plural:
            apposed = title_apposed(line, words, title, taken)
            if apposed is not None:
                claim(_with_party(line, apposed), n)
    for n, title in enumerate(found_titles):
        if n not in used and title.plural:
            for k, person in enumerate(names_apposed(line, words, title, taken)):
                claim(person, *((n,) if k == 0 else ()))
        elif n not in used and (not title.rank or title.determiner not in ("", "a", "an")):  # "its ambassador, Li Hui,"
            apposed = name_apposed(line, words, found_titles, n, by_start, taken)
            if apposed is not None:
                claim(apposed, n)
    blocked = {i for n, t in enumerate(found_titles) if n not in used for i in range(t.first, t.last)}
    for first, last in line.known_names.items():
        last = max(last, name_end(line, words, first))
        if not blocked.intersection(range(first, last)):
            begin = first
            while begin and line.tokens[begin - 1].lower in words.plain_honour:
                begin -= 1
            claim(_with_party(line, PersonWords(begin, last, first, last, (), (), "known_name")))
    for person in (*_owned_by_party(line, words), *unmarked(line, words, taken)):
        claim(person)
    for person in _listed_with(line, words, found, taken):
        claim(person)
    found.sort(key=lambda p: p.first)
    found = [_of_party(line, p, taken) for p in found]
    found = [p for p in found if _is_official(line, words, p)]
    return found, [t for n, t in enumerate(found_titles) if n not in used and not _inside(t, found)]


def _is_official(line: Line, words: ActorWords, person: PersonWords) -> bool:
    """Whether a name's titles make an official: one that only officials have, a party's, or an institution's."""
    if not person.titles or person.parties or person.name_first in line.known_names:
        return True
    if any(t.strong and not t.honour for t in person.titles):
        return True
    marks = words.institutions | words.strong
    return any(line.tokens[i].lower in marks for t in person.titles for i in range(t.first, t.last))


def _owned_by_party(line: Line, words: ActorWords) -> list[PersonWords]:
    """Full names behind a party's possessive where the sentence is about talks: "the UK's David Frost"."""
    sentence = line.sentence
    if (
        words.contact.isdisjoint(sentence.lowers)
        and words.meets.isdisjoint(sentence.lowers)
        and words.meets.isdisjoint(sentence.lemmas)
    ):
        return []
    found = []
    for word in line.words:
        at = word.last + 1
        if word.kind in ("name", "body") and at < len(line.tokens) and line.tokens[word.last].text in POSSESSIVE:
            end = name_end(line, words, at)
            capitals = sum(1 for k in range(at, end) if line.tokens[k].text[0].isupper())
            if (
                capitals > 1 and line.tokens[end - 1].lower not in words.modifiers
            ):  # not "Comprehensive Economic [and Trade]"
                found.append(PersonWords(word.first, end, at, end, (), (word.code,), "party_owner"))
    return found


def _listed_with(line: Line, words: ActorWords, found: list[PersonWords], taken: set[int]) -> list[PersonWords]:
    """Full names in one list with officials: "Ambassador Holbrooke, Mr. Strobe Talbott and Secretary Cohen"."""
    more: list[PersonWords] = []
    tokens = line.tokens
    ends = {p.last: p for p in found}
    starts = {p.first for p in found}
    for last, before in sorted(ends.items()):
        i = last
        while i < len(tokens) and tokens[i].lower in (",", "and"):
            i += 1
        if not last < i <= last + 2 or i >= len(tokens) or i in taken:
            continue
        first = i
        while i < len(tokens) and tokens[i].lower in words.plain_honour:
            i += 1
        end = name_end(line, words, i)
        full = sum(1 for k in range(i, end) if tokens[k].text[0].isupper()) > 1
        if end == i or not (full or i > first) or end >= len(tokens):
            continue
        closing = tokens[end].lower in ("and", ",", ".", "'s", "’s") or tokens[end].pos in ("VERB", "AUX", "ADP")
        in_list = (
            tokens[last].lower == "and" or any(s in starts for s in (end + 1, end + 2)) or tokens[end].lower == "and"
        )
        if closing and in_list and len(before.parties) < 2:
            more.append(PersonWords(first, end, i, end, (), (), "listed_name"))
    return more


def _inside(title: Title, found: list[PersonWords]) -> bool:
    return any(p.first <= title.head < p.last for p in found)


def _with_party(line: Line, person: PersonWords) -> PersonWords:
    """A party's possessive or adjective right before a name: "Russia's Lavrov", "Iranian Abbas Araghchi"."""
    tokens = line.tokens
    i = person.first - 1
    if person.parties or i < 0:
        return person
    if tokens[i].text in POSSESSIVE and i - 1 in line.word_at:
        word = line.word_at[i - 1]
        return replace(person, first=word.first, parties=(word.code,))
    return person


def _of_party(line: Line, person: PersonWords, taken: set[int]) -> PersonWords:
    """ "Prime Minister Keir Starmer of the United Kingdom", "Alexander Lukashenko of Belarus", "Kaja Kallas (EU)"."""
    tokens = line.tokens
    i = person.last
    if i + 1 >= len(tokens) or person.name_last != person.last:
        return person
    if tokens[i].lower == "of":
        j = i + 2 if tokens[i + 1].lower == "the" else i + 1
    elif tokens[i].text == "(" and person.titles:
        j = i + 1
    else:
        return person
    while (
        tokens[i].lower == "of"
        and j < len(tokens) - 1
        and tokens[j].lower in ("republic", "kingdom", "state", "government", "people")
    ):
        j += 1
        while j < len(tokens) - 1 and tokens[j].lower in ("of", "the"):
            j += 1
    word = line.word_at.get(j)
    if word is None or word.kind not in ("name", "body") or j in taken:
        return person
    if word.last < len(tokens) and tokens[word.last].text in POSSESSIVE:
        return person
    last = (
        word.last + 1
        if tokens[i].text == "(" and word.last < len(tokens) and tokens[word.last].text == ")"
        else word.last
    )
    return replace(person, last=last, parties=person.parties or (word.code,))
