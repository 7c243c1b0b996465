"""Persons named right behind a title or a chain of titles: "Vice Premier and Minister of Defence Phan Văn Giang"."""

from dataclasses import replace

from memcon.reading.english.actor_names import name_end, name_part, name_word
from memcon.reading.english.actor_titles import Title
from memcon.reading.english.actor_unmarked import PersonWords
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line


def names_behind(
    line: Line, words: ActorWords, all_titles: list[Title], n: int
) -> list[tuple[PersonWords, tuple[int, ...]]]:
    """Persons named right behind a title: one, or several behind a plural ("Presidents Biden and Al-Sisi")."""
    chain, numbers, at = _chain(line, words, all_titles, n)
    at = _past_brackets(line, words, _past_post(line, words, chain[-1], at))
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


def _past_post(line: Line, words: ActorWords, title: Title, at: int) -> int:
    """Behind the place that an envoy is posted at: "the Swedish ambassador in Ankara Staffan Herrström"."""
    inside = {line.tokens[i].lower for i in range(title.first, title.last)}
    posted = title.word in words.sent_to or bool(inside & {"embassy", "consulate", "mission"})
    if not posted or at + 1 >= len(line.tokens) or line.tokens[at].lower not in ("in", "at"):
        return at
    end = at + 1
    while end < len(line.tokens) and end in line.place_tokens:
        end += 1
    return end if end > at + 1 and name_end(line, words, end) > end + 1 else at


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
    return name_part(line, words, comma - 1) or tokens[comma - 1].lower in words.post_nominals


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
