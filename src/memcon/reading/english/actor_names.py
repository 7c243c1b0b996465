"""Names of persons in a sentence, as sequences of capitalised words with their particles, hyphens and initials."""

import re

from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line

# Surnames that open a sentence as other words: names only right behind a title.
_SURNAMES_AND_WORDS = frozenset(("He", "You", "An", "Do", "To", "So"))
# Months that are names as well, or open with a capital as names do.
_MONTHS = frozenset(("March", "April", "May", "June", "July", "August", "Sept", "Sept."))
_HYPHENS = frozenset(("-", "‑", "–"))
_APOSTROPHES = frozenset(("'", "’", "`", "ʻ"))
_NUMERALS = frozenset(("II", "III", "IV", "VI", "VII", "XIV", "XVI", "Jr.", "Sr.", "Jr", "Sr"))
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
_NO_INITIALS = frozenset(("A.M.", "P.M.", "D.C."))
_LONGEST = 9  # tokens: "Abdullah bin Abdulaziz Al Saud" with its hyphens


def name_end(line: Line, words: ActorWords, i: int, stop: int | None = None) -> int:
    """The end of the name that begins at token `i`; `i` itself where none does."""
    tokens = line.tokens
    end = len(tokens) if stop is None else stop
    if i + 1 < end and tokens[i].text in words.given and i in line.word_at and name_word(line, words, i + 1):
        return _longer(line, words, i + 2, end, i)  # "Foreign Secretary Bharat Raj Paudyal"
    if i in line.venue_starts:
        return i  # "Camp David"
    known = line.known_names.get(i)
    if known is not None and known <= end:
        return _longer(line, words, known, end, i)
    if i >= end:
        return i
    if line.tokens[i].text in _SURNAMES_AND_WORDS and i and i + 1 < end and line.tokens[i - 1].pos in ("PROPN", "NOUN"):
        return _longer(line, words, i + 2, end, i) if name_word(line, words, i + 1) else i  # "Vice Premier He Lifeng"
    if not (name_word(line, words, i) or _opening_particle(line, words, i, end)):
        return i
    j = i
    if not name_word(line, words, i):
        j += 1
    return _longer(line, words, j + 1 if name_word(line, words, j) else j, end, i)


def _longer(line: Line, words: ActorWords, j: int, end: int, begin: int) -> int:
    """The end of a name of which the tokens from `begin` to `j` are sure."""
    another = min((k for k in line.known_names if k >= j and k > begin), default=end)
    if another < end and all(_initial(line.tokens[k].text) for k in range(begin, another)):
        j, another = line.known_names[another], end  # "M. U. M. Ali Sabry"
    end = min(end, another)  # a second known name begins: two signatures side by side
    while j < end and j - begin < _LONGEST:
        if _joint(line, j, end):
            j += 2
        elif _goes_on(line, words, j, end):
            j += 1
        elif _bracketed(line, words, j, end):
            j += 3  # "Vladimir Vladimirovich [Putin]"
        elif line.tokens[j].text == "]" and line.tokens[begin - 1].text == "[" and j + 1 < end:
            if not name_word(line, words, j + 1):
                break
            j += 1  # "[Nikol] Pashinyan"
        elif line.tokens[j].text == "," and j + 1 < end and line.tokens[j + 1].text in _NUMERALS:
            j += 2
        else:
            break
    return j


def _initial(text: str) -> bool:
    return len(text) == 1 or (len(text) == 2 and text[1] == ".")


def _shouted(line: Line, i: int) -> bool:
    """Whether a word in capitals stands among others in capitals: "MINISTER ALEXANDER DOWNER"."""
    near = (line.tokens[k].text for k in (i - 1, i + 1) if 0 <= k < len(line.tokens))
    return line.shouted or any(len(t) > 3 and t.isupper() and t.isalpha() for t in near)


def _goes_on(line: Line, words: ActorWords, j: int, end: int) -> bool:
    if name_word(line, words, j) or line.tokens[j].text in _NUMERALS:
        return True
    return _particle(line, words, j, end) or _surname_of_a_capital(line, j)


def _bracketed(line: Line, words: ActorWords, j: int, end: int) -> bool:
    """Whether one word of a name stands here in square brackets, as an editor of a transcript puts it."""
    tokens = line.tokens
    return j + 2 < end and tokens[j].text == "[" and tokens[j + 2].text == "]" and name_word(line, words, j + 1)


def _joint(line: Line, j: int, end: int) -> bool:
    """Whether a hyphen or apostrophe joins two parts of a name: "Moon Jae-in", "O'Brien"."""
    token = line.tokens[j]
    if j + 1 >= end or not (line.glued(j) and line.glued(j + 1)):
        return False
    first = line.tokens[j + 1].text[0]
    return (token.text in _HYPHENS and first.isalpha()) or (token.text in _APOSTROPHES and first.isupper())


def _surname_of_a_capital(line: Line, j: int) -> bool:
    """Whether a capital's name stands right behind a given name: "Charles Santiago"."""
    word = line.word_at.get(j)
    if word is None or word.kind != "capital" or word.last - word.first > 1:
        return False
    return line.tokens[j - 1].text[0].isupper() and j - 1 not in line.word_at and line.tokens[j - 1].head == j


def _particle(line: Line, words: ActorWords, j: int, end: int) -> bool:
    return line.tokens[j].lower in words.particles and j + 1 < end and _after_particle(line, words, j + 1, end)


def _after_particle(line: Line, words: ActorWords, j: int, end: int) -> bool:
    tokens = line.tokens
    if tokens[j].text == "-" and line.glued(j):
        return j + 1 < end and tokens[j + 1].text[0].isalpha()
    if tokens[j].lower in words.particles:
        return j + 1 < end and (name_word(line, words, j + 1) or tokens[j + 1].text == "-")
    return name_word(line, words, j)


def _opening_particle(line: Line, words: ActorWords, i: int, end: int) -> bool:
    return line.tokens[i].lower in words.particles and i + 1 < end and _after_particle(line, words, i + 1, end)


def _month(line: Line, i: int) -> bool:
    """Whether a token is the month of a date: "to meet officials March 18"."""
    return line.tokens[i].text in _MONTHS and i + 1 < len(line.tokens) and line.tokens[i + 1].text[0].isdigit()


def name_word(line: Line, words: ActorWords, i: int) -> bool:
    """Whether a token can be a word of a person's name: capitalised, no title, no party's word, no other known word."""
    token = line.tokens[i]
    text = token.text
    if not text[0].isupper() or i in line.word_at or _month(line, i):
        return False
    lower = token.lower
    if (
        lower in words.never
        or lower in words.honour
        or lower in words.strong
        or lower in words.weak
        or lower.startswith("http")
    ):
        return False
    if _initial(text) or (_INITIALS.fullmatch(text) and text not in _NO_INITIALS):
        return True  # an initial, or some: "A.K. Abdul Momen"
    if len(text) > 3 and text.isupper() and lower not in line.known_words and not _shouted(line, i):
        return False  # an abbreviation
    if not all(c.isalpha() or c in ".'’-" for c in text):
        return False
    if (
        token.pos in ("VERB", "AUX", "DET", "ADP", "PRON", "CCONJ", "SCONJ", "PART")
        and text.isupper() is False
        and token.i == 0
    ):
        return lower not in words.openers
    if lower in words.openers and token.i == 0:
        return False
    return not (text.isupper() and len(text) > 5 and lower in words.modifiers)


def name_part(line: Line, words: ActorWords, i: int) -> bool:
    """Whether a token can stand in a name: a word of one, a particle, or a hyphen or apostrophe between two parts."""
    token = line.tokens[i]
    if name_word(line, words, i) or token.lower in words.particles:
        return True
    return token.text in ("-", "'", "’") and line.glued(i) and line.glued(i + 1)
