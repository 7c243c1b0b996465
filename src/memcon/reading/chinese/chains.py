"""Which known words make one title together: 加拿大 + 国际贸易 + 副部长; what words between them may say."""

import re
from collections.abc import Callable, Container

from memcon.reading.chinese.lexicon import Word, words

TITLE = ("head", "before", "field", "body")
CHAINED = (*TITLE, "party", "metonym", "pair")

_BRACKET = re.compile(r"[（(][A-Za-z .&-]{2,12}[）)]")
# Titles that a field of work may stand before, between them and the party: 日本领土问题担当大臣.
_OF_FIELDS = frozenset(words()["posts"]["of_fields"])
_DOMAINS = frozenset(words()["posts"]["domains"])
_WITH = re.compile("[与和及暨]")
_MINISTRY = re.compile("[一-鿿]{2,6}(?:部|署|局|厅|委员会|办公室)")  # 加拿大全球事务部国际贸易副部长
_TIMES = tuple("早此日之以目年月周天")
_OF_STATE = ("国会", "国防", "国务")
_LATIN = re.compile("[A-Za-z0-9]")


def joined(tokens: list[Word], text: str, party_names: Container[str]) -> list[Word]:
    """The words that count here: qualifying words and fields only where a title or an institution follows at once."""
    kept: list[Word] = []
    for word in reversed(tokens):
        beside = kept[-1].category if kept and kept[-1].start == word.end else None
        if _only_looks_so(text, word, beside):
            continue
        if word.category == "party":
            word = _whole_country(text, word, beside, party_names)
            beside = kept[-1].category if kept and kept[-1].start == word.end else None
        ministry = word.category in ("body", "field") and text[word.end - 1] in "部署局厅院处司"
        if ministry and text[word.end : word.end + 1] == "长" and beside is None:
            word = word._replace(end=word.end + 1, category="head")  # 中共中央对外联络部长
            beside = kept[-1].category if kept and kept[-1].start == word.end else None
        of_party = word.end - word.start > 1 and word.category == "before" and beside == "party"  # 时任中国防长
        if word.category in ("before", "field") and beside not in TITLE and not of_party:
            continue
        kept.append(word)
    return kept[::-1]


def _only_looks_so(text: str, word: Word, beside: str | None) -> bool:
    """Whether a word is part of another: of Latin letters, of an outlet's name (日本共同社), of 委员会 or 早前."""
    before, behind = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    if text[word.start].isascii() and _LATIN.search(before + behind):
        return True
    if word.category == "party" and beside == "outlet":
        return True
    told = text[word.start : word.end]
    return (told == "委员" and behind == "会") or (told == "前" and before in _TIMES)


def _whole_country(text: str, word: Word, beside: str | None, party_names: Container[str]) -> Word:
    """吐瓦鲁国 with its 国; 日本 without one that belongs to 国会 behind it."""
    if text[word.end : word.end + 1] == "国" and text[word.end - 1] != "国" and beside is None:
        return word._replace(end=word.end + 1)
    if text[word.end - 1 : word.end + 1] in _OF_STATE and text[word.start : word.end - 1] in party_names:
        return word._replace(end=word.end - 1)
    return word


def chain(text: str, tokens: list[Word], i: int, side: Callable[[str], str | None]) -> tuple[list[Word], int]:
    """The words from token `i` on that make one title together, and the token behind them.

    `side` tells the party that one character stands for.
    """
    found = [tokens[i]]
    i += 1
    while i < len(tokens):
        word, last = tokens[i], found[-1]
        if word.category not in (*CHAINED, "place"):
            break
        if not _continues(text, last, text[last.end : word.start], word, side):
            break
        found.append(word)
        i += 1
    return found, i


def _continues(text: str, last: Word, gap: str, word: Word, side: Callable[[str], str | None]) -> bool:
    """Whether `word` goes on with the title that `last` belongs to, `gap` standing between them."""
    if word.category == "place" and gap != "驻":
        return gap == "" and (last.category == "body" or text[last.start - 1] == "驻")  # 中共上海市委书记
    if gap == "":
        return word.category in TITLE or (word.category in ("party", "metonym") and last.category == "before")
    if gap in ("驻", "常驻"):
        return last.category in ("party", "metonym", "body")
    if gap in ("与", "和") and last.category == word.category == "body":
        return True
    if gap in ("（", "(") and text[word.end : word.end + 1] in ("）", ")"):
        return last.category == word.category == "head"  # 第一次官（副部长）林圣男
    if gap in ("兼", "、", "和"):
        again = text[last.start : last.end] == text[word.start : word.end]  # 马克龙总统和总统外事顾问
        return last.category == "head" and word.category in TITLE and not again
    if _BRACKET.fullmatch(gap):
        return word.category in ("head", "before")
    if len(gap) == 2 and gap[0] == "驻" and side(gap[1]):
        return word.category in TITLE
    domain = gap.removeprefix("兼") if last.category == "head" else gap
    if last.category in ("party", "metonym", "head") and _is_ministry(text, domain, word):
        return True
    of_field = text[word.start : word.end] in _OF_FIELDS
    bound = last.category in ("party", "body") or domain != gap
    return of_field and len(domain) <= 8 and bound and _is_domain(domain)


def _is_ministry(text: str, gap: str, word: Word) -> bool:
    """What a minister is for, in two parts (国际关系与合作部长), or a ministry's name before the title."""
    parts = _WITH.split(gap)
    if len(parts) == 2 and word.category == "head":
        own = not parts[1] and text[word.start : word.end].startswith("外交")  # 欧洲和外交部长
        return parts[0] in _DOMAINS and (own or parts[1] in _DOMAINS)
    return _MINISTRY.fullmatch(gap) is not None and _is_domain(gap) and word.category in TITLE


def _is_domain(gap: str) -> bool:
    """Words between a party and a title that only say of what: 领土问题担当 in 日本领土问题担当大臣."""
    if gap.endswith(("事务", "问题")):  # 中东和北非事务
        gap = gap.replace("和", "")
    gap = gap.replace("和平", "")
    if gap.startswith("对"):  # 对朝特别代表
        gap = gap.replace("对", "对方", 1)[1:]
    return bool(re.fullmatch("[一-鿿]{2,8}", gap)) and not re.search(
        "[的在于同与和对向将已就访会表称说指任为是应由到抵]", gap
    )
