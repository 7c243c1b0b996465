"""Who a page speaks of: officials, offices, parties and bodies, each mention with the actors it stands for.

Names come from titles beside them, from the tables of tenures, and from the names the same page gives in full; no
statistical tagger takes part. The sentences are read twice: first for everyone who is named with a title or in full,
then for the short forms, offices, groups and pronouns that point back (or ahead, from a headline) to them.
"""

import re
from dataclasses import dataclass, field, replace

from memcon.knowledge import Knowledge
from memcon.knowledge.names import words as name_words
from memcon.knowledge.tenures import OFFICE_RANK
from memcon.model import Interval
from memcon.reading import allegiance
from memcon.reading.actors import ENVOYS, Cast, Person
from memcon.reading.analysis import Actor, Mention, Sentence
from memcon.reading.english import actor_context, actor_words
from memcon.reading.english.actor_bodies import parties_and_bodies
from memcon.reading.english.actor_offices import party_before, quoted
from memcon.reading.english.actor_people import people
from memcon.reading.english.actor_references import References
from memcon.reading.english.actor_short import short_names
from memcon.reading.english.actor_sides import side_of
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.actor_unmarked import PersonWords
from memcon.reading.english.lines import POSSESSIVE, Line, PartyWord, line_of, mention
from memcon.reading.office_holders import EXCLUSIVE, ROYAL


@dataclass(slots=True)
class Named:
    """A line with the persons named in it and the titles left over."""

    line: Line
    headline: bool
    people: list[tuple[PersonWords, Person]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


def _is_headline(sentence: Sentence) -> bool:
    """Whether it is a headline, or most words are capitalised, so that capitals tell no names."""
    if sentence.kind == "title":
        return True
    if sentence.tokens[-1].text == ".":
        return False
    long = [t.text for t in sentence.tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 3 and sum(t[0].isupper() for t in long) > 0.8 * len(long)


def find(sentences: tuple[Sentence, ...], knowledge: Knowledge, when: Interval | None) -> tuple[Mention, ...]:
    """Every mention of an actor, in the order of the text; none overlap but a pronoun or title inside a longer one.

    `when` is the page's date, if it is known: it decides which "Chinese defence minister" is meant. A name that no
    title marks and no table knows is not an official and is left out.
    """
    words = actor_words.words(knowledge)
    cast = Cast(knowledge, when)
    page: list[Named] = []
    for sentence in sentences:
        line = line_of(sentence, knowledge)
        cast.hear(w.code for w in line.words)
        page.append(Named(line, _is_headline(sentence)))
    for named, line in zip(page, actor_context.settle([n.line for n in page], cast.heard), strict=True):
        named.line = line
    cast.dateline = _dateline([n.line for n in page if n.line.sentence.kind == "body"][:2])
    said = frozenset([t.text for named in page if not named.headline for t in named.line.tokens])
    # Headlines last: their capitals hide where a name ends, which the text below has told by then.
    for named in sorted(page, key=lambda n: n.headline):
        found, named.titles = people(named.line, words)
        for spot in found:
            spot = _trimmed(cast, named.line, spot) if named.headline else spot
            if named.headline and _unheard(cast, named.line, spot, said):
                continue
            before = named.people[-1] if named.people else None
            named.people.append((spot, _enter(cast, words, named.line, spot, before)))
        cast.called.extend(
            (named.line.tokens[t.first].start, t.word, t.parties[0])
            for t in named.titles
            if t.word in ENVOYS and len(t.parties) == 1 and not t.plural
        )
    allegiance.settle(cast)
    for named in page:
        short_names(named.line, words, cast, named.people, named.titles)
    mentions: list[Mention] = []
    references = References(knowledge, cast, words, when)
    references.author = _author(page)
    for named in page:
        mentions.extend(_mentions(named, words, references))
    return tuple(mentions)


_I = frozenset({"I", "my", "My"})
_SAYS_I = frozenset({"i", "my"})


def _author(page: list[Named]) -> Actor | None:
    """Who says "I" in a statement: the official its headline, its first lines or its last lines name, if any do."""
    if sum(t.text in _I for n in page if not _SAYS_I.isdisjoint(n.line.sentence.lowers) for t in n.line.tokens) < 2:
        return None
    inside, passage, spoken = False, -1, 0
    for named in page:
        if named.line.sentence.passage != passage:
            inside, passage = False, named.line.sentence.passage
        marked, inside = quoted(named.line, inside)
        spoken += sum(1 for t in named.line.tokens if t.text in _I and t.i not in marked)
    if spoken < 2:
        return None
    top = [n for n in page if n.line.sentence.kind in ("title", "byline")]
    for named in (*top, *page[:2], *reversed(page[-2:])):
        for _, person in named.people:
            if person.role is not None or person.official is not None:
                return person.actor()
    return None


def _dateline(lines: list[Line]) -> str | None:
    """The country of the place a report is sent from: "CAIRO - ", "HANOI (Reuters) -"."""
    for line in lines:
        for first, last, found in line.places:
            following = [t.text for t in line.tokens[last : last + 9]]
            if first <= 1 and found.place.country and any(t in ("-", "–", "—", "--") for t in following):
                return found.place.country
    return None


def _trimmed(cast: Cast, line: Line, person: PersonWords) -> PersonWords:
    """A name in a headline cut to the part that the page's text, or a table, knows: "PM Modi [Clicked]"."""
    at = line.tokens[person.first].start
    for last in range(person.name_last, person.name_first, -1):
        name = line.quote(person.name_first, last)
        known = " " in name and any(c.how in ("name", "alias") for c in cast.knowledge.tenures.named(name, cast.when))
        named = cast.link(name, None, None, at)
        if known or (named is not None and set(name_words(name)) <= named.words | named.forms):
            if last == person.name_last or person.last != person.name_last:
                return person
            return replace(person, last=last, name_last=last)
    return person


def _unheard(cast: Cast, line: Line, person: PersonWords, said: frozenset[str]) -> bool:
    """Whether the capitalised words behind a title in a headline are no name that the page or the tables know.

    Several words are believed but behind a plural, where the text below, whose words are `said`, must have one of them
    ("Foreign Ministers Hold Talks").
    """
    name = line.quote(person.name_first, person.name_last)
    if cast.link(name, None, None, line.tokens[person.first].start) or cast.knowledge.tenures.named(name):
        return False
    spelt = [line.tokens[i].text for i in range(person.name_first, person.name_last)]
    return len(spelt) == 1 or (any(t.plural for t in person.titles) and bool(said) and not said.intersection(spelt))


def _listed(line: Line, before: PersonWords, person: PersonWords) -> bool:
    """Whether a name without a title goes on a list of officials."""
    between = [t.lower for t in line.tokens[before.last : person.first]]
    return person.rule == "listed_name" or (
        person.rule == "known_name" and bool(between) and all(t in (",", "and") for t in between)
    )


def _opposed(line: Line, before: tuple[PersonWords, Person], person: PersonWords, office: str | None) -> bool:
    """Whether two people joined by "and" are of two parties: they hold the one office of which each state has one, or
    they led the same talks ("a session that Deputy Prime Ministers Mher Grigoryan and Shahin Mustafayev chaired").
    """
    first, other = before
    if [t.lower for t in line.tokens[first.last : person.first]] != ["and"]:
        return False
    if office in EXCLUSIVE and office == other.office and not any(t.former for t in (*first.titles, *person.titles)):
        return True
    opening = [t.lower for t in line.tokens[max(first.first - 8, 0) : first.first]]
    if "both" in opening or "two" in opening:  # "the foreign ministers of both countries, A and B"
        return any(t in ("countries", "states", "nations", "sides") for t in opening)
    led = len(opening) > 1 and opening[-1] == "by" and opening[-2] in ("led", "chaired", "cochaired", "headed")
    return led and side_of(line, first.first, first.last) is None


def _is_met(line: Line, person: PersonWords) -> bool:
    """Whether a person is the object of a verb or preposition, alone or in a list."""
    tokens = line.tokens
    i = person.name_last - 1
    while person.first <= tokens[i].head < person.last and tokens[i].head != i:
        i = tokens[i].head  # "Minister of Foreign Affairs Wang Yi", whose name the parse may hang on its title
    while tokens[i].dep in ("conj", "appos", "compound", "nmod") and tokens[i].head != i:
        i = tokens[i].head
    if tokens[i].dep == "pobj":
        return tokens[tokens[i].head].lower in ("with", "to")
    return tokens[i].dep == "dobj"


def _meeting(line: Line, person: PersonWords) -> list[PartyWord]:
    """The party words in the subject of the verb that a person is the object of: "the [Indian] envoy met him"."""
    tokens = line.tokens
    verb = next((tokens[i] for i in line.sentence.ancestors(person.name_last - 1) if tokens[i].pos == "VERB"), None)
    if verb is None or verb.i > person.first:
        return []
    while not any(t.head == verb.i and t.dep == "nsubj" for t in tokens) and verb.dep == "conj":
        verb = tokens[verb.head]
    subjects = [t.i for t in tokens if t.head == verb.i and t.dep == "nsubj"]
    inside = {i for s in subjects for i in line.sentence.subtree(s)}
    return [w for w in line.words if w.first in inside]


def _party(cast: Cast, line: Line, person: PersonWords, before: tuple[PersonWords, Person] | None) -> str | None:
    """The party that a person's own words give, or the words around them.

    "its foreign minister" is the party's named last; "Wei's successor" is of Wei's; a name listed with an official
    is of the same party, and so is a title without a party in a list of people who are met.
    """
    if person.parties and not all(t.former for t in person.titles if t.parties):
        return person.parties[0]
    side = side_of(line, person.first, person.last)
    if side is not None:
        return side
    if person.parties:
        return person.parties[0]
    if any(t.owner is not None and t.determiner in ("its", "their") for t in person.titles):
        return _its(cast, line, person)
    start = line.tokens[person.first].start
    patron = next((t.patron for t in person.titles if t.patron is not None), None)
    if patron is not None:  # "Trump's envoy Steve Witkoff"
        lord = cast.lord(line.quote(*patron), start)
        if lord is not None:
            return lord
    successor = next((t for t in person.titles if t.successor and t.first - 1 > t.start), None)
    if successor is not None:
        predecessor = cast.link(line.quote(successor.start, successor.first - 1), None, None, start)
        return predecessor.party if predecessor is not None else None
    seat = next((c for t in person.titles if (c := _seat(line, t)) is not None), None)
    if seat is not None:
        return seat
    # "Director General of African Affairs, Ambassador Fadl": of his own ministry, not of the envoy's state
    ranked = all(t.word in ENVOYS or t.rank or t.courtesy for t in person.titles)
    sent = next((c for t in person.titles if t.word in ENVOYS and (c := cast.envoy(t.word, start)) is not None), None)
    known = cast.link(line.quote(person.name_first, person.name_last), None, None, start)
    if sent is not None and ranked and known is None:
        return sent  # "Seoul called in Japan's ambassador. Ambassador Aiboshi said ..."
    if before is None or known is not None:
        return None
    if _opposed(line, before, person, None):
        return None
    if person.rule == "listed_name":
        return before[1].party if before[1].told else None
    between = [t.lower for t in line.tokens[before[0].last : person.first]]
    sure = before[1].told or before[1].official is not None
    listed = bool(between) and all(t in (",", "and") for t in between) and sure
    if listed and person.name_first not in line.known_names and _is_met(line, person):
        return before[1].party  # "met the President of Nauru, Baron Waqa, and Education Minister Charmaine Scotty"
    return None


def _its(cast: Cast, line: Line, person: PersonWords) -> str | None:
    """The party that "its" or "their" before a person means, with a view to whose official the tables know by that
    name."""
    name = line.quote(person.name_first, person.name_last)
    terms = cast.knowledge.tenures.named(name, cast.when) if " " in name else ()
    return party_before(line, person.first, frozenset(c.term.party for c in terms))


def _seat(line: Line, title: Title) -> str | None:
    """The country of the place that a title is held in: "Shanghai's party secretary", "London Mayor"."""
    owned = title.first > 1 and line.tokens[title.first - 1].text in POSSESSIVE
    spots = range(title.first - 2, title.head) if owned else range(title.first, title.head)
    return next((s.place.country for first, last, s in line.places if first in spots and last - 1 in spots), None)


def _enter(
    cast: Cast,
    words: actor_words.ActorWords,
    line: Line,
    person: PersonWords,
    before: tuple[PersonWords, Person] | None,
) -> Person:
    """Enter a person named in a line into the cast, or link them to who they are in it; `before` came last in it."""
    name = _clean(line.quote(person.name_first, person.name_last))
    party = _party(cast, line, person, before)
    current = [t for t in person.titles if not t.counterpart and not t.successor]
    role = _role(line, person)
    office = None
    for title in current:
        office = _best(office, cast.knowledge.offices.classify(title.text, party))
    at = line.tokens[person.first].start
    royal = any(t.word in ROYAL for t in current)
    known = cast.link(name, party, office, at, royal) or cast.crowned(name, party, role)
    if known is not None:
        cast.learn(known, name, party, role, office, at)
        return known
    candidate = cast.holders.resolve(name, party, office, role)
    same = cast.holding(candidate)
    if same is not None:  # spelt otherwise before: "Zelenskyy", "Volodymyr Zelensky"
        cast.learn(same, name, party, role, office, at)
        return same
    added = cast.add(name, party, role, office, candidate, at)
    added.beside = frozenset(
        w.code for w in line.words if w.code in words.states and w.kind in ("name", "demonym", "body")
    )
    added.like = before[1] if before is not None and _listed(line, before[0], person) else None
    if before is not None and _opposed(line, before, person, office):
        added.across_from = before[1]
        if before[1].party is None:
            before[1].across_from = added
    added.met = _is_met(line, person)
    if added.met:
        added.across = frozenset(w.code for w in _meeting(line, person) if w.code in added.beside)
    return added


def _clean(name: str) -> str:
    """A name without marks of emphasis and doubled spaces."""
    return " ".join(_EMPHASIS.sub("", name).split())


_EMPHASIS = re.compile(r"[*_#|~\[\]()]+")


def _best(old: str | None, new: str | None) -> str | None:
    return new if new is not None and OFFICE_RANK.get(new, 0) > OFFICE_RANK.get(old or "", 0) else old


def _role(line: Line, person: PersonWords) -> str | None:
    texts = [t.text for t in person.titles if not (t.counterpart or t.successor or t.honour or t.courtesy) and t.text]
    return ", ".join(dict.fromkeys(texts)) or None


# What a head of government leads, and is called by: "the Merkel cabinet".
GOVERNED = frozenset({"government", "administration", "cabinet", "presidency", "regime", "junta"})


def _mentions(named: Named, words: actor_words.ActorWords, references: References) -> list[Mention]:
    line = named.line
    found: list[Mention] = []
    taken: set[int] = set()
    for spot, person in named.people:
        name = (spot.name_first, spot.name_last)
        if person.party and spot.last < len(line.tokens) and line.tokens[spot.last].lower in GOVERNED:
            side = (Actor(party=person.party),)  # "the Biden administration" is not Mr Biden
            found.append(mention(line, spot.first, spot.last + 1, "body", side, "government_of", name))
            taken.update(range(spot.first, spot.last + 1))
            continue
        found.append(mention(line, spot.first, spot.last, "person", (person.actor(),), spot.rule, name))
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
