"""Whether words that look like a date are one, judged by their neighbours: "May" the month, the name and the verb."""

from collections.abc import Sequence

from memcon.reading.analysis import Token
from memcon.reading.dates import Expression
from memcon.reading.english.date_words import CLASSES, Word

_PREPOSITIONS = frozenset(CLASSES[c] for c in ("in", "preposition", "from", "to", "beside", "of", "part", "following"))
_DETERMINERS = frozenset(CLASSES[c] for c in ("the", "article"))
_POSSESSIVES = frozenset(["its", "his", "her", "their", "our", "my", "s", "’s", "'s"])
_FEASTS = frozenset(["good", "black", "bloody", "palm", "easter", "ash", "holy", "super", "cyber"])
_NOUNLIKE = ("NN", "JJ", "CD", "VBG", "RBS")


def stands(
    rule: str, expression: Expression, words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]
) -> bool:
    """Whether the words from `first` up to `last`, read by `rule`, are a date where they stand."""
    check = _CHECKS.get(rule)
    return check is None or check(words, first, last, tokens)


def _month(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """A bare month needs a preposition or determiner in front and no family name behind."""
    if not tokens:
        return False
    after = words[last] if last < len(words) else None
    if after and after.letter == CLASSES["apostrophe"]:  # "April's" may be a person's
        return words[first].text not in ("April", "May", "June")
    if first == 0:
        return False
    before = words[first - 1]
    token = tokens[words[first].token]
    if token.dep == "compound" and after and after.text[0].isupper() and tokens[token.head].tag.startswith("NNP"):
        return False
    if after and after.letter == CLASSES["dash"] and last + 1 < len(words) and words[last + 1].text[0].isupper():
        return False
    if before.letter in _PREPOSITIONS:
        return True
    if words[first].text in ("May", "March"):
        return before.letter in _DETERMINERS and after is not None and tokens[after.token].tag.startswith("NN")
    return before.letter in _DETERMINERS or before.text.lower() in _POSSESSIVES


def _month_year(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """A name in front makes it a name: not "Dong Jun 2024"."""
    if not tokens or first == 0 or words[first].letter not in (CLASSES["month"], CLASSES["month_short"]):
        return True
    before = words[first - 1]
    given = before.letter == CLASSES["other"] and before.text[0].isupper() and not before.text.isupper()
    return not (given and tokens[before.token].tag.startswith("NNP") and tokens[before.token].dep == "compound")


def _year(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """A bare number is a year after a preposition, or as "the 2015 deal"."""
    if not tokens or first == 0:
        return False
    before, after = words[first - 1], words[last] if last < len(words) else None
    if after is not None and after.text in ("%", ":", "€", "$"):
        return False
    if before.letter in _PREPOSITIONS or before.text == "(":
        return after is None or not tokens[after.token].tag.startswith("NNS")
    if before.letter in _DETERMINERS or before.text.lower() in _POSSESSIVES:
        return after is not None and tokens[after.token].tag.startswith(("NN", "JJ"))
    return False


def _bare_day(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """ "The 10th" that no noun follows: not "the 10th round"."""
    if not tokens:
        return False
    if last >= len(words):
        return True
    after = words[last]
    return after.letter != CLASSES["dash"] and not tokens[after.token].tag.startswith(_NOUNLIKE)


def _length(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """Not an age, a cadence ("every two years") or a rate ("a day")."""
    before = words[first - 1] if first else None
    rest = [w.text.lower() for w in words[last : last + 2]]
    if rest[:1] in (["old"], ["olds"]) or rest == ["-", "old"] or rest == ["of", "age"]:
        return False
    if before and before.letter in (CLASSES["every"], CLASSES["dash"]):
        return False
    if words[first].letter == CLASSES["article"] and last - first == 2:
        return before is not None and (
            before.letter in _PREPOSITIONS or before.text.lower() in ("almost", "nearly", "than", "within", "under")
        )
    if words[first].text.lower() == "one" and words[last - 1].text.lower() == "day":
        return before is not None and before.letter in _PREPOSITIONS
    return True


def _weekday(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """Not "Good Friday", nor "the Sunday Times"."""
    if first and words[first - 1].text.lower() in _FEASTS:
        return False
    if tokens and last < len(words) and last - first == 1 and first and words[first - 1].letter == CLASSES["the"]:
        token, after = tokens[words[first].token], tokens[words[last].token]
        return not (token.dep == "compound" and token.head == after.i and after.tag.startswith("NNP"))
    return True


def _recent(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """ "Recent" in front of a noun: not "the most recent", nor "in recent memory"."""
    if not tokens or last >= len(words) or (first and words[first - 1].text.lower() in ("most", "in", "more")):
        return False
    token = tokens[words[first].token]
    return token.dep == "amod" and tokens[token.head].pos == "NOUN"


def _numbers(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """Not a part of an address ("/2024/07/10/")."""
    before = words[first - 1] if first else None
    after = words[last] if last < len(words) else None
    inside = before is not None and before.text in "/-_" and before.end == words[first].start
    return not inside and not (after is not None and after.text == "/" and after.start == words[last - 1].end)


def _season(words: Sequence[Word], first: int, last: int, tokens: Sequence[Token]) -> bool:
    """Not "in the fall of the government", though "last fall of the leaders" is."""
    shifted = any(w.letter == CLASSES["shift"] for w in words[first:last])
    return shifted or last >= len(words) or words[last].letter != CLASSES["of"]


_CHECKS = {
    "month": _month,
    "month-year": _month_year,
    "month-pair": _month_year,
    "year": _year,
    "bare-day": _bare_day,
    "bare-day-range": _bare_day,
    "length": _length,
    "weekday": _weekday,
    "season": _season,
    "iso-date": _numbers,
    "numeric-date": _numbers,
    "recent": _recent,
}
