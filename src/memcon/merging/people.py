"""Whether two names in two documents stand for one person.

The reading resolves most people to an official of the fact tables; where both reports know the official, nothing else
counts. Otherwise names of the same party are compared: a surname alone stands for the full name, spelling and
given-name order may differ, and names in two scripts cannot be told apart or together (the answer is None).
"""

import functools
import re
import unicodedata
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

SPELLING = 0.88  # Jaro-Winkler: Zelensky and Zelenskyy, Khachaturyan and Khachaturian; not Lavrov and Lukashenko
_NOT_A_NAME = {"jr", "sr", "ii", "iii", "dr", "mr", "mrs", "ms", "sir", "dame", "lord", "king", "queen", "prince"}
_CJK = re.compile(r"[㐀-鿿]")
_WITHOUT_MARKS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ð": "d", "æ": "ae", "ß": "ss", "þ": "th"})


class Person(NamedTuple):
    """A participant's name as words without marks, and the official it was resolved to, if any."""

    words: tuple[str, ...]
    official: str | None = None


@functools.lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case, no diacritics, no punctuation: `Bùi Thanh Sơn` and `Bui Thanh Son` are one."""
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_WITHOUT_MARKS))
    letters = "".join(c for c in spread if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", re.sub(r"['’`·]", "", letters)).strip()


@functools.lru_cache(maxsize=65536)
def person(name: str, official: str | None = None) -> Person:
    """A name taken apart; titles, initials and generational suffixes are dropped unless nothing else is left."""
    words = tuple(plain(name).split())
    kept = tuple(w for w in words if w not in _NOT_A_NAME and (len(w) > 1 or _CJK.match(w)))
    return Person(kept or words, official)


def _alike(left: str, right: str) -> bool:
    return left == right or (
        min(len(left), len(right)) >= 4 and JaroWinkler.normalized_similarity(left, right) >= SPELLING
    )


@functools.lru_cache(maxsize=65536)
def same(left: Person, right: Person) -> bool | None:
    """True: one person; False: two; None: cannot be told (no name, or two scripts). Both are of one party."""
    if left.official and right.official:
        return left.official == right.official
    if not left.words or not right.words:
        return None
    if bool(_CJK.search("".join(left.words))) != bool(_CJK.search("".join(right.words))):
        return None
    if left.words == right.words or "".join(left.words) == "".join(right.words):
        return True
    short, long = sorted((left.words, right.words), key=lambda w: (len(w), w))
    if all(any(_alike(word, other) for other in long) for word in short):
        return True
    # A given name in two forms: Joe and Joseph Biden, Antony and Anthony Blinken.
    return _alike(short[-1], long[-1]) and short[0][:2] == long[0][:2]
