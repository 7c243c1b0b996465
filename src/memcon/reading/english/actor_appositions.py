"""Persons whose name and title stand side by side: "Antony Blinken, the Secretary of State", "its envoy, Li Hui"."""

from memcon.reading.english.actor_names import name_end, name_part, name_word
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.actor_unmarked import PersonWords
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line

_CLOSERS = frozenset(
    (",", ".", ")", ";", ":", "—", "–", "-", "(", "and", "or", '"', "”", "who", "whose", "'s", "’s", "?", "!")
)
_ADDRESSED = frozenset(("excellency", "his", "her", "majesty", "highness", "hon", "honourable", "honorable", "h.e."))
_AFTER_NAME = frozenset(("and", "to", "in", "at", "on", "for", "who", "with", "from", "during"))


def title_apposed(line: Line, words: ActorWords, title: Title, taken: set[int]) -> PersonWords | None:
    """ "Antony Blinken, the United States Secretary of State," and "Wang Yi (foreign minister)"."""
    tokens = line.tokens
    comma = title.start - 1
    if (
        comma < 1
        or tokens[comma].text not in (",", "(", "–", "—", "-")
        or (title.owner is not None and title.counterpart is False and tokens[comma].text != ",")
    ):
        return None
    after = tokens[title.last] if title.last < len(tokens) else None
    if (
        after is not None
        and after.lower not in _CLOSERS
        and after.tag not in ("IN", "WDT", "WP")
        and after.lower not in ("in", "at", "since", "during", "until", "under")
    ):
        return None
    last = comma
    while last > 1 and tokens[last - 1].lower in words.post_nominals:  # "Peter Dutton MP, Minister for ..."
        last -= 2 if tokens[last - 2].text == "," else 1
    first = last
    while first > 0 and name_part(line, words, first - 1):
        first -= 1
    while first < last and not (name_word(line, words, first) or first in line.known_names):
        first += 1
    if first == last or taken.intersection(range(first, last)) or name_end(line, words, first) != last:
        return None
    if last - first == 1 and not title.parties and title.determiner == "":
        return None  # "Biden, President ..." : a list, not an apposition
    begin = first
    while begin and tokens[begin - 1].lower in words.honour and begin - 1 not in taken:
        begin -= 1
    return PersonWords(begin, title.last, first, last, (title,), title.parties[:1], "name_title")


def name_apposed(
    line: Line, words: ActorWords, all_titles: list[Title], n: int, by_start: dict[int, int], taken: set[int]
) -> PersonWords | None:
    """ "the Israeli Minister of Strategic Affairs, Ron Dermer," and "his counterpart, Li Shangfu." """
    title = all_titles[n]
    tokens = line.tokens
    behind = _behind_place(line, title.last)
    if behind >= len(tokens) or tokens[behind].text not in (",", ":", "–", "—", "("):
        return None
    at = behind + 1
    if at + 2 < len(tokens) and tokens[at].tag == "NN" and tokens[at].text.islower() and name_word(line, words, at + 1):
        at += 1  # "Netanyahu's personal envoy, attorney Yitzhak Molcho,"
    honours: tuple[Title, ...] = ()
    if at in by_start and all_titles[by_start[at]].rank:
        honours = (all_titles[by_start[at]],)
        at = honours[0].last
    end = name_end(line, words, at)
    if end <= at or taken.intersection(range(title.start, end)):
        return None
    name_last = end
    while end < len(tokens) and tokens[end].lower in words.post_nominals:
        end += 1
    closed = end >= len(tokens) or tokens[end].text in (",", ".", ")", ";", "—", "–", "-", "'s", "’s")
    and_closed = not closed and tokens[end].lower in _AFTER_NAME and end - at > 1
    if not closed and not and_closed:
        return None
    if title.determiner in ("a", "an") and not title.parties:
        return None
    alone = name_last - at == 1
    if alone and tokens[at].text.isupper() and not line.shouted:
        return None  # an abbreviation: "the Country Climate Development Reports (CCDR)"
    if alone and tokens[behind].text == "(" and at not in line.known_names:
        return None  # what the title is for: "Additional Secretary (Americas)"
    return PersonWords(title.start, end, at, name_last, (title, *honours), title.parties[:1], "title_comma_name")


def _behind_place(line: Line, at: int) -> int:
    """Behind the place that a title is held at: "its High Commissioner [in Pretoria], Martin Cobham,"."""
    tokens = line.tokens
    end = at + 1
    if at < len(tokens) and tokens[at].lower in ("in", "at", "to"):
        while end < len(tokens) and (end in line.place_tokens or end in line.word_at):
            end += 1
        if end > at + 1 and end < len(tokens) and tokens[end].text == ",":
            return end
    return at


def names_apposed(line: Line, words: ActorWords, title: Title, taken: set[int]) -> list[PersonWords]:
    """ "his U.S. and Japanese counterparts, Sung Kim and Takehiro Funakoshi": as many names as parties, in order."""
    tokens = line.tokens
    at = title.last + 1
    if title.last >= len(tokens) or tokens[title.last].text not in (",", ":", "–", "—", "("):
        return []
    spans: list[tuple[int, int]] = []
    while at < len(tokens):
        end = name_end(line, words, at)
        if end == at or taken.intersection(range(at, end)):
            break
        spans.append((at, end))
        at = end
        while at < len(tokens) and tokens[at].lower in (",", "and", "&"):
            at += 1
        if at == end:
            break
    if len(spans) < 2 or len(spans) != len(title.parties):
        return []
    found = []
    for k, (first, last) in enumerate(spans):
        begin = title.start if k == 0 else first
        found.append(PersonWords(begin, last, first, last, (title,), (title.parties[k],), "titles_comma_names"))
    return found


def introduced(line: Line, person: PersonWords, title: Title) -> bool:
    """Whether a title behind a comma tells the office of someone addressed before: "His Excellency Sar Kheng, Deputy
    Prime Minister of Cambodia"."""
    if person.parties or not all(t.rank or t.courtesy or t.word in _ADDRESSED for t in person.titles):
        return False
    between = [line.tokens[i].lower for i in range(person.last, title.start)]
    if not between or len(between) > 3 or between[0] not in (",", "-", "–", "—", "mp", "("):
        return False
    after = line.tokens[title.last] if title.last < len(line.tokens) else None
    closed = after is None or after.lower in _CLOSERS or after.tag in ("IN", "WDT", "WP")
    return closed and between[-1] in (",", "-", "–", "—", "(")
