"""Names of persons compared: folding, order by culture, and the short forms that a text uses for a long name."""

import functools
import re
import unicodedata

from memcon.knowledge.tables import lists

_TABLE = lists("names")
FAMILY_NAME_FIRST = frozenset(_TABLE["family_name_first"])
FAMILY_NAME_LEADS = FAMILY_NAME_FIRST | frozenset(_TABLE["either_order"])
CALLED_BY_LAST = frozenset(_TABLE["called_by_last"])
CALLED_BY_FIRST = frozenset(_TABLE["called_by_first"])
FEMALE_NAMES = frozenset(_TABLE["female"])
PARTICLES = frozenset(_TABLE["particles"])
ADDRESSES = frozenset(_TABLE["addresses"])
_PLAIN = str.maketrans(
    {
        "Đ": "D",
        "đ": "d",
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
    }
)


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case, without diacritics and punctuation, single spaces: "Bùi Thanh Sơn" is "bui thanh son"."""
    if text.isascii():
        return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower().replace("'", "")).split())
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN)).replace("'", "").replace("’", "").replace("ʼ", "")
    return " ".join(re.sub(r"[^\w]+", " ", "".join(c for c in text if not unicodedata.combining(c)).lower()).split())


@functools.lru_cache(maxsize=50_000)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without forms of address at either end ("King Charles III" keeps its "charles")."""
    found = fold(name).split()
    kept = [w for w in found if w not in ADDRESSES]
    return tuple(kept or found)


def short_forms(name: str, party: str | None = None) -> tuple[str, ...]:
    """The folded short forms a text may use for a full name, the usual one first.

    "Li Shangfu" of CHN gives "li"; "Bùi Thanh Sơn" of VNM gives "son"; "Abdel Fattah al-Sisi" gives "sisi" and
    "al sisi"; "Andrés Manuel López Obrador" gives "obrador" and "lopez obrador"; "Ursula von der Leyen" gives
    "leyen" and "von der leyen".
    """
    parts = words(name.partition(" of ")[0])  # "Willem-Alexander of the Netherlands"
    if len(parts) < 2:
        return parts
    if party in FAMILY_NAME_FIRST:
        return (parts[0], " ".join(parts[1:]))
    if party in CALLED_BY_LAST:
        return (parts[-1], " ".join(parts[-2:]), parts[0])
    forms = [parts[-1]]
    if party in CALLED_BY_FIRST:
        forms.append(parts[0])
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    if start < len(parts) - 1:
        forms.append(" ".join(parts[start:]))
    if len(parts) > 2:
        forms.append(" ".join(parts[-2:]))
        if len(parts) > 3 or len(parts[-2]) > 3:
            forms.append(parts[-2])
    return tuple(f for f in dict.fromkeys(forms) if f not in PARTICLES)


def same_name(a: str, b: str) -> bool:
    """Whether one name's words are all among the other's: "Sơn" and "Bùi Thanh Sơn", "Xi" and "Xi Jinping"."""
    x, y = set(words(a)), set(words(b))
    return bool(x and y) and (x <= y or y <= x)
