"""Whose a ministry is that a page names without its country."""

import re

from memcon.reading.chinese.items import Item
from memcon.reading.chinese.lexicon import Word, words
from memcon.reading.chinese.people import People

_TAIWAN = tuple(words()["posts"]["taiwan_voice"])
_JAPANESE = frozenset(words()["posts"]["japanese_heads"])
# Titles without a country, of whichever party with Chinese names the page speaks of alone: 副外长孙卫东.
_ANYONES = frozenset({"外长", "副外长", "防长", "副部长", "部长", "司长", "副司长", "部长助理"})
_COUNTRIES = (("CHN", "中国"), ("TWN", "台湾"))
# Ministries that a page of the same country names without it.
_MINISTRIES = ("外交部", "国防部", "商务部")


def home(people: People, text: str, chain: list[Word]) -> str | None:
    """Whose a ministry without its party is: China's, or Taiwan's where a page speaks more of Taiwan."""
    names = [(w.category, text[w.start : w.end]) for w in chain]
    own = any(c == "body" and name.endswith(("部", "委", "办", "局")) for c, name in names)
    if not own and not any(name.startswith(_MINISTRIES) and not name.endswith("部长") for _, name in names):
        return None
    if any(w in people.whole for w in _TAIWAN):  # such a page calls the other one China's
        return "TWN"
    told = [code for code, country in _COUNTRIES if any(f"{country}{name}" in people.whole for name in _MINISTRIES)]
    if len(told) == 1:
        return told[0]
    return "TWN" if people.parties["TWN"] > people.parties["CHN"] else "CHN"


def of_named(people: People, text: str, chain: list[Word]) -> str | None:
    """Whose minister is named behind a title without its country: 外交部长杨进添, 外相中曾根弘文."""
    title = text[chain[0].start : chain[-1].end]
    if title in _JAPANESE:
        others = re.search(f"(?<!日本)(?:国|[英德法俄意韩])(?:{title})", people.whole)
        return "JPN" if people.parties["JPN"] and others is None else None
    if title in _ANYONES:
        native = [c for c in words()["names"]["short"] if people.parties[c]]
        return native[0] if len(native) == 1 else None
    if not (title.startswith(_MINISTRIES) and title.endswith("部长")):
        return None
    of_taiwan = people.parties["TWN"] > people.parties["CHN"] or any(w in people.whole for w in _TAIWAN)
    return "TWN" if of_taiwan else "CHN"


def of_title(people: People, text: str, chain: list[Word], items: list[Item]) -> str | None:
    """Whose the ministry in a title is: that told with its country in the same sentence, else the page's own."""
    floor = max(text.rfind(c, 0, chain[0].start) for c in "。\n")
    names = [text[w.start : w.end] for w in chain if w.category == "body"]
    for item in reversed(items):
        if item.start < floor:
            break
        if item.rule == "body" and item.actors[0].party and text[item.start : item.end].endswith(tuple(names)):
            return item.actors[0].party if names else None
    return home(people, text, chain)


def alone(people: People, text: str, chain: list[Word], items: list[Item]) -> str | None:
    """Whose a ministry is that stands alone, where the page tells of no other country's by that name."""
    name = text[chain[-1].start : chain[-1].end]
    if name not in _MINISTRIES or text[chain[0].start - 1 : chain[0].start] == "各":
        return None
    own = of_title(people, text, chain, items)
    others = people.ministries[name]
    return own if not others or own != home(people, text, chain) else None
