"""Persons in a sentence: a title with a name in any order, a party with a name, and names that the tables know."""

from dataclasses import replace

from memcon.reading.english.actor_names import name_end, name_word
from memcon.reading.english.actor_titles import Title, titles
from memcon.reading.english.actor_unmarked import PersonWords, unmarked
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line

_CLOSERS = frozenset(
    (",", ".", ")", ";", ":", "—", "–", "-", "(", "and", "or", '"', "”", "who", "whose", "'s", "’s", "?", "!")
)
_ADDRESSED = frozenset(("excellency", "his", "her", "majesty", "highness", "hon", "honourable", "honorable", "h.e."))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_AFTER_NAME = frozenset(("and", "to", "in", "at", "on", "for", "who", "with", "from", "during"))


def people(line: Line, words: ActorWords) -> tuple[list[PersonWords], list[Title]]:
    """The persons of a line in order, and the titles left without a name."""
    found_titles = titles(line, words)
    by_start = {t.start: n for n, t in enumerate(found_titles)}
    taken: set[int] = set()
    used: set[int] = set()
    found: list[PersonWords] = []

    def claim(person: PersonWords, *numbers: int) -> bool:
        span = range(person.first, person.last)
        if taken.intersection(span):
            return False
        taken.update(span)
        used.update(numbers)
        found.append(person)
        return True

    for n, title in enumerate(found_titles):
        if n not in used and not title.honour:
            for person, numbers in _title_then_name(line, words, found_titles, n):
                claim(person, *numbers)
    for n, title in enumerate(found_titles):
        if n not in used and not title.plural:
            for k, person in enumerate(found):
                if _introduced(line, person, title):
                    grown = replace(person, last=title.last, titles=(*person.titles, title), parties=title.parties[:1])
                    found[k] = grown
                    taken.update(range(grown.first, grown.last))
                    used.add(n)
    for n, title in enumerate(found_titles):
        if n not in used and not title.plural:
            apposed = _name_then_title(line, words, title, taken)
            if apposed is not None:
                claim(apposed, n)
    for n, title in enumerate(found_titles):
        if n not in used and title.plural:
            for k, person in enumerate(_plural_comma_names(line, words, title, taken)):
                claim(person, *((n,) if k == 0 else ()))
        elif n not in used and not title.rank:
            apposed = _title_comma_name(line, words, found_titles, n, by_start, taken)
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


def _introduced(line: Line, person: PersonWords, title: Title) -> bool:
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
        if word.kind in ("name", "body") and at < len(line.tokens) and line.tokens[word.last].text in _POSSESSIVE:
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


def _title_then_name(
    line: Line, words: ActorWords, all_titles: list[Title], n: int
) -> list[tuple[PersonWords, tuple[int, ...]]]:
    """Persons named right behind a title: one, or several behind a plural ("Presidents Biden and Al-Sisi")."""
    chain, numbers, at = _chain(line, words, all_titles, n)
    at = _past_brackets(line, words, at)
    end = name_end(line, words, at)
    if (
        end == at
        and any(t.rank for t in chain[1:])
        and at < len(line.tokens)
        and line.tokens[at].text in (",", "-", "–")
    ):
        end = name_end(line, words, at + 1)
        at = at + 1 if end > at + 1 else at
    if end <= at or (end - at == 1 and line.tokens[at].lower in words.modifiers and at not in line.known_names):
        return []  # "Under Secretary Foreign Policy"
    parties = tuple(dict.fromkeys(code for t in chain for code in t.parties))
    first = chain[0].start
    people = [(PersonWords(first, end, at, end, tuple(chain), parties, "title_name"), tuple(numbers))]
    if chain[-1].plural or chain[0].plural:
        people.extend((p, ()) for p in _more_names(line, words, chain, end))
        if len(people) > 1 and len(parties) == len(people):  # "the US and Chinese presidents, Joe Biden and Xi Jinping"
            people = [(replace(p, parties=(parties[k],)), m) for k, (p, m) in enumerate(people)]
        elif len(people) > 1 and len(parties) == 1:  # "Hamas officials Basem Naim and Osama Hamdan"
            people = [(replace(p, parties=p.parties or parties), m) for p, m in people]
        elif len(people) > 1 and len(parties) > 1:
            people = [(replace(p, parties=() if k == 0 else p.parties), m) for k, (p, m) in enumerate(people)]
    elif len(parties) > 1:
        people = [(replace(people[0][0], parties=parties[:1]), people[0][1])]
    return people


def _chain(line: Line, words: ActorWords, all_titles: list[Title], n: int) -> tuple[list[Title], list[int], int]:
    """A title and those that go on with it before one name, their numbers, and the token behind them.

    "Chairman of the Joint Chiefs of Staff, General Joseph Dunford", "Vice Premier and Minister of Foreign
    Affairs Bùi Thanh Sơn".
    """
    chain, numbers = [all_titles[n]], [n]
    at = all_titles[n].last
    apposed = _after_name(line, words, all_titles[n])
    while n + 1 < len(all_titles):
        following = all_titles[n + 1]
        gap = [line.tokens[i].lower for i in range(at, following.start)]
        if apposed and gap:
            break  # "Alexander Downer, Australian Foreign Minister, Dr Hassan Wirajuda, ...": a list of appositions
        bare = following.start == following.first and not following.parties and not chain[0].plural
        joined = gap in (["and"], ["&"], [",", "and"], [","]) and bare and _named(line, words, all_titles, n + 1)
        # "Commander Lt. Gen. Turki bin Bandar", "National Security Adviser (NSA) Dr Moeed Yusuf"
        short = len(gap) == 3 and gap[0] == "(" and gap[2] == ")"
        rank = following.rank and (gap in ([], [","], ["."]) or short)
        past = gap == [","] and following.former and not chain[0].former and bool(chain[0].parties)
        if not (gap == [] or rank or past or joined):
            break
        chain.append(following)
        numbers.append(n + 1)
        n, at = n + 1, following.last
    return chain, numbers, at


def _past_brackets(line: Line, words: ActorWords, at: int) -> int:
    """Behind a bracket that closes a title: "[the Armenian Foreign Minister] Ararat Mirzoyan"."""
    tokens = line.tokens
    if (
        at + 3 < len(tokens)
        and tokens[at].text == "("
        and tokens[at + 2].text == ")"
        and name_word(line, words, at + 3)
    ):
        return at + 3  # "Ambassador (Anatoly) Antonov", "head of the Small Business Organisation (KOSGEB) Hasan Kurt"
    if at + 1 < len(tokens) and tokens[at].text == "[" and name_word(line, words, at + 1):
        return at + 1  # "President [Vladimir] Putin"
    closes = at + 1 < len(tokens) and tokens[at].text in ("]", ")", '"', "”") and line.glued(at)
    return at + 1 if closes and name_word(line, words, at + 1) else at


def _after_name(line: Line, words: ActorWords, title: Title) -> bool:
    """Whether a name and a comma stand right before a title, so that it may belong to that name."""
    tokens = line.tokens
    comma = title.start - 1
    if comma < 1 or tokens[comma].text != ",":
        return False
    return _name_part(line, words, comma - 1) or tokens[comma - 1].lower in words.post_nominals


def _named(line: Line, words: ActorWords, all_titles: list[Title], n: int) -> bool:
    """Whether a name follows a title, a rank between them or not."""
    at = all_titles[n].last
    while n + 1 < len(all_titles) and all_titles[n + 1].start == at:
        n, at = n + 1, all_titles[n + 1].last
    return name_end(line, words, at) > at


def _more_names(line: Line, words: ActorWords, chain: list[Title], end: int) -> list[PersonWords]:
    """The names listed behind a plural title and its first name, each with its party if it is told: "Presidents
    Vladimir Putin of Russia, Xi Jinping of China and ..."."""
    people = []
    tokens = line.tokens
    _, end = _of_whom(line, end)
    while end + 1 < len(tokens) and tokens[end].lower in ("and", ",", "&"):
        at = end + 1
        if tokens[at].lower == "and" and at + 1 < len(tokens):
            at += 1
        stop = name_end(line, words, at)
        if stop == at:
            break
        parties, end = _of_whom(line, stop)
        people.append(PersonWords(at, end, at, stop, tuple(chain), parties, "title_names"))
    return people


def _of_whom(line: Line, at: int) -> tuple[tuple[str, ...], int]:
    """The party told by an "of" behind a name, and the end of its words (`at` itself where none is)."""
    tokens = line.tokens
    i = at + 1
    if at < len(tokens) and tokens[at].lower in ("of", "from") and i < len(tokens):
        i += tokens[i].lower == "the"
        word = line.word_at.get(i)
        if word is not None and word.kind == "name":
            return (word.code,), word.last
    return (), at


def _name_then_title(line: Line, words: ActorWords, title: Title, taken: set[int]) -> PersonWords | None:
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
    while first > 0 and _name_part(line, words, first - 1):
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
    return _with_party(line, PersonWords(begin, title.last, first, last, (title,), title.parties[:1], "name_title"))


def _name_part(line: Line, words: ActorWords, i: int) -> bool:
    token = line.tokens[i]
    if name_word(line, words, i) or token.lower in words.particles:
        return True
    return token.text in ("-", "'", "’") and line.glued(i) and line.glued(i + 1)


def _title_comma_name(
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


def _plural_comma_names(line: Line, words: ActorWords, title: Title, taken: set[int]) -> list[PersonWords]:
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


def _with_party(line: Line, person: PersonWords) -> PersonWords:
    """A party's possessive or adjective right before a name: "Russia's Lavrov", "Iranian Abbas Araghchi"."""
    tokens = line.tokens
    i = person.first - 1
    if person.parties or i < 0:
        return person
    if tokens[i].text in _POSSESSIVE and i - 1 in line.word_at:
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
    if word.last < len(tokens) and tokens[word.last].text in _POSSESSIVE:
        return person
    last = (
        word.last + 1
        if tokens[i].text == "(" and word.last < len(tokens) and tokens[word.last].text == ")"
        else word.last
    )
    return replace(person, last=last, parties=person.parties or (word.code,))
