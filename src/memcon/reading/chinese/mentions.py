"""Who and what is named in a document: persons with their titles, offices, parties, groups, places.

Known words are found first (`lexicon`), adjacent ones are joined into titles, and a name beside a title is a person
(`titles`). Names introduced so are then found wherever else they stand in the document.
"""

from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from memcon.knowledge import Knowledge
from memcon.model import Interval
from memcon.reading.analysis import Actor
from memcon.reading.chinese.abbreviations import Abbreviations
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.lexicon import Lexicon, Word, words
from memcon.reading.chinese.people import People
from memcon.reading.chinese.titles import Titles

_LOOKED_THROUGH = 200_000  # characters in which a name is looked for again, to tell where it ends
_AFTER = frozenset(words()["posts"]["after"])


def find(
    text: str,
    original: str,
    spans: list[tuple[int, int]],
    lexicon: Lexicon,
    knowledge: Knowledge,
    today: Interval | None,
) -> list[list[Item]]:
    """The items of each span of a document, in order; `text` is it in simplified characters, `original` as it came.

    Names and titles of the actors are as the document writes them.
    """
    whole = "\n".join(text[a:b] for a, b in spans)[:_LOOKED_THROUGH]
    people = People(lexicon, knowledge, today, whole, original)
    found = [[_moved(w, a) for w in lexicon.find(text[a:b])] for a, b in spans]
    for tokens in found:
        people.parties.update(w.value for w in tokens if w.category in ("party", "metonym"))
    titles = Titles(people, Abbreviations(lexicon, people.parties, found, text))
    first = [titles.items(text, a, b, tokens) for (a, b), tokens in zip(spans, found, strict=True)]
    for items in first:
        people.infer_parties(items)
    people.learn_short_forms()
    names = sorted({*people.known, *people.aliases})
    again = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest) if names else None
    every = [
        _with_known_names(people, again, names, text, a, b, items) for (a, b), items in zip(spans, first, strict=True)
    ]
    return [[_as_written(people, item) for item in items] for items in every]


def _moved(word: Word, offset: int) -> Word:
    """The word at its position in the whole document."""
    return Word(word.start + offset, word.end + offset, word.category, word.value)


def _as_written(people: People, item: Item) -> Item:
    if item.kind == "person":
        actor = item.actors[0]
        return replace(item, actors=(replace(actor, name=people.written(actor.name)),))
    if item.place is not None:
        return replace(item, place=(people.original[item.start : item.end], item.place[1]))
    return item


def _with_known_names(
    people: People, again: AhoCorasick | None, names: list[str], text: str, a: int, b: int, items: list[Item]
) -> list[Item]:
    """Adds the names that the document introduced elsewhere, and gives every person the fullest name and party."""
    if again is not None:
        used = bytearray(b - a)
        for item in items:
            if item.kind != "literal":
                used[item.start - a : item.end - a] = b"\x01" * (item.end - item.start)
        for index, start, end in again.find_matches_as_indexes(text[a:b]):
            inner = [i for i in items if i.start >= a + start and i.end <= a + end and i.kind in ("party", "place")]
            if end - start > 2 and inner and all(i.end < a + end for i in inner):  # 巴西特: no Brazil
                items = [i for i in items if i not in inner]
                for i in inner:
                    used[i.start - a : i.end - a] = bytes(i.end - i.start)
            if not any(used[start:end]):
                items.append(Item(a + start, a + end, "person", (Actor(name=names[index]),), rule="name-again"))
    done = []
    for item in sorted(items, key=lambda item: item.start):
        if item.kind == "person":
            own = item.actors[0]
            full = people.fullest(own.name or "")
            actor = Actor(
                name=full.name,
                role=own.role or full.role,
                party=own.party or full.party,
                official=own.official or full.official,
            )
            item = replace(item, actors=(actor,))
        done.append(item)
    return [people.holder(text, item) for item in _after_name(people, text, _join_side(people, done))]


def _join_side(people: People, items: list[Item]) -> list[Item]:
    """美 and 国务卿 beside each other are one person or office; so are 美方 and 官员."""
    done: list[Item] = []
    for item in items:
        beside = bool(done) and done[-1].end == item.start
        if beside and done[-1].rule == "side-before-title" and people.original[done[-1].start - 1].isdigit():
            done.pop()  # 11月7日高市早苗: a day, not Japan
        elif (
            beside
            and item.actors
            and people.original[done[-1].start - 1 : done[-1].start] in ("驻", "駐")
            and _is_side_of(done[-1], item)
        ):
            side = done.pop()  # 驻日代表: Taiwan's envoys are called so
            home = "TWN" if people.original[item.start : item.end] == "代表" else item.actors[0].party
            actor = replace(item.actors[0], party=home)
            item = replace(item, start=side.start - 1, actors=(actor,), posted=side.actors[0].party)
        elif beside and item.actors and _is_side_of(done[-1], item):
            side = done.pop()
            actor = replace(item.actors[0], party=item.actors[0].party or side.actors[0].party)
            item = replace(item, start=side.start, actors=(actor,))
            if actor.name and people.known.get(actor.name) and people.known[actor.name].party is None:
                people.known[actor.name] = replace(people.known[actor.name], party=actor.party)
        done.append(item)
    return done


def _is_side_of(side: Item, item: Item) -> bool:
    if side.rule == "side-before-title":
        return True
    bare = item.kind == "office" and item.actors[0].party is None
    return bare and side.kind == "party" and len(side.actors) == 1


def _after_name(people: People, text: str, items: list[Item]) -> list[Item]:
    """A name found in the second pass takes the title right behind it."""
    done: list[Item] = []
    for item in items:
        last = done[-1] if done else None
        if (
            last is not None
            and last.kind == "person"
            and item.kind == "office"
            and last.end == item.start
            and all(part in _AFTER for part in text[item.start : item.end].split("兼"))
        ):
            actor = replace(last.actors[0], role=last.actors[0].role or people.original[item.start : item.end])
            done[-1] = replace(last, end=item.end, actors=(actor,))
            continue
        done.append(item)
    return done
