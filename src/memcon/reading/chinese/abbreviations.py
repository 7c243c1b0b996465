"""Parties told by one character: 美方, 中美, 访华, 美国务卿."""

import re
from collections import Counter
from collections.abc import Iterable

from memcon.reading.analysis import Actor
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.lexicon import Lexicon, Word, words

# What may stand before a party's one character: 与美国务卿.
LEADS = frozenset("会晤给及前原时与同和及对向见访请由是让应据的至了被称当将说驻在")
_NOT_PARTY = frozenset("闻年疆冠增设成修时任洲元国语文人军籍式裔币股方牌系化学院籍东西南北部海亚")
# Characters with nothing but 、 or 和 between them, before a word for states or what they do together.
_ROW = re.compile(
    "(?P<row>[一-鿿](?:、[一-鿿])+(?:[和及与][一-鿿])?)(?=等?[两二三四五六七八九]?国(?!家|际|内|会)|双方|建交|等国|三方)"
)
_BETWEEN = "、和及与"
_DIGITS = tuple("0123456789０１２３４５６７８９一二三四五六七八九十")
_NOT_STATE = frozenset("大多东中南北西新各两我该他全本外王帝三四五诸邻列友盟敌母祖故建立爱开战强弱小岛同异")
_NOT_SIDE = "面式案便向法针可能才形块块圆位言舟糖程"
_AFTER_PAIR = re.compile("|".join(map(re.escape, words()["pairs_before"]["words"])))
_VERB_BEFORE = re.compile("(?:访|赴|驻|抵|来|对|在|访问|涉|援|亲|反|旅|离)$")
# Characters that are also common words: a party only where the document names it in full.
_ALSO_WORDS = frozenset("以意加西新老马立哈土波古委阿希塞非")
# Characters that hardly ever stand beside one another but as parties.
_STRONG = frozenset("中美俄英法德日韩朝欧印越澳台梵菲乌")


class Abbreviations:
    """Which party each character stands for in one document: one it names in full, else the usual one."""

    def __init__(self, lexicon: Lexicon, parties: Counter[str], found: Iterable[Iterable[Word]], text: str) -> None:
        self.usual, self._parties = lexicon.abbreviations, parties
        counts: dict[str, Counter[str]] = {}
        for tokens in found:
            for w in tokens:
                if w.category == "party":
                    counts.setdefault(text[w.start], Counter())[w.value] += 1
        self._initials = {c: max(n, key=lambda code: (n[code], code)) for c, n in counts.items()}

    def side(self, character: str) -> str | None:
        """The party that one character stands for here: one the document names in full, else the usual one."""
        if character == "华" and self._parties["TWN"] and not self._parties["CHN"]:
            return "TWN"  # 访华 as Taipei said it
        usual = self.usual.get(character)
        if usual is not None and (self._parties[usual] or character not in _ALSO_WORDS):
            return usual if self._parties[usual] else self._initials.get(character) or usual
        return self._initials.get(character)

    def find(self, text: str, a: int, b: int, items: list[Item]) -> list[Item]:
        """Parties by one character: 美方, 中美, 访华, 美国务卿; only where nothing else is named."""
        used = bytearray(b - a)
        for item in items:
            used[item.start - a : item.end - a] = b"\x01" * (item.end - item.start)
        found = self._rows(text, a, b, used)
        i = a
        while i < b:
            if used[i - a] or self.side(text[i]) is None:
                i += 1
                continue
            j = i
            while j < b and j - i < 5 and not used[j - a] and self.side(text[j]) is not None:
                j += 1
            side = self._one(text, i, j, items)
            if side is not None:
                found.append(side)
            i = side.end if side is not None else i + 1
        return found

    def _rows(self, text: str, a: int, b: int, used: bytearray) -> list[Item]:
        """日、韩、澳等国, 中、汤两国: characters in a row that a word for states closes."""
        found: list[Item] = []
        for row in _ROW.finditer(text, a, b):
            sides = [(k, self.side(text[k])) for k in range(row.start(), row.end("row")) if text[k] not in _BETWEEN]
            if len(sides) > 1 and all(code and not used[k - a] for k, code in sides):
                for k, code in sides:
                    used[k - a] = 1
                    found.append(Item(k, k + 1, "party", (Actor(party=code),), (text[k], code), rule="side-in-row"))
        return found

    def _one(self, text: str, i: int, j: int, items: list[Item]) -> Item | None:
        """What the characters `text[i:j]` stand for, if what is beside them shows that they stand for parties."""
        if text[i] == "日" and text[i - 1 : i] in _DIGITS:  # 20日中午
            return None
        codes = [self.side(c) for c in text[i:j]]
        after = text[j : j + 3]
        if j - i == 1:
            if after[:1] == "方" and after[1:2] not in _NOT_SIDE:
                return Item(i, j + 1, "party", (Actor(party=codes[0]),), rule="side")
            if after[:1] == "国" and text[i] in self._initials and text[i] not in _NOT_STATE:
                code = self._initials[text[i]]
                return Item(i, j + 1, "party", (Actor(party=code),), (text[i : j + 1], code), rule="side-state")
            before = text[max(0, i - 2) : i]
            usual = text[i] in self.usual or (before.endswith("访") and text[i] in self._initials)  # 访吐期间
            state = after[:3] in ("国事访", "国是访")  # 对华国事访问
            if _VERB_BEFORE.search(before) and usual and (state or after[:1] not in _NOT_PARTY):
                return Item(i, j, "party", (Actor(party=codes[0]),), (text[i:j], codes[0]), rule="side-after-verb")
            head = next((item for item in items if item.start == j and item.kind in ("person", "office")), None)
            lead = text[i - 1 : i]
            if "一" <= lead <= "鿿" and lead not in LEADS and not any(item.end == i for item in items):
                return None
            if lead == "驻":
                return None  # 我国驻宏大使: posted there
            if head is not None and head.actors[0].party in (None, codes[0]):
                return Item(i, j, "party", (Actor(party=codes[0]),), rule="side-before-title")
            return None
        plain = all(c in _STRONG for c in text[i:j])
        if len(set(codes)) < len(codes) or not (
            plain or _AFTER_PAIR.match(text, j) or any(item.start == j for item in items)
        ):
            return None
        if i and "一" <= text[i - 1] <= "鿿" and text[i - 1] in "北南东西":
            return None
        return Item(i, j, "party", tuple(Actor(party=c) for c in codes), rule="sides")
