"""Titles and the names beside them: a run of known words is one title, and a name behind or before it is a person."""

import re
from bisect import bisect_left
from dataclasses import replace

from memcon.reading.analysis import Actor
from memcon.reading.chinese import chains, ministries
from memcon.reading.chinese.abbreviations import LEADS, Abbreviations
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.lexicon import Word, words
from memcon.reading.chinese.names import (
    DOTS,
    end_of_name,
    goes_on,
    is_chinese_name,
    is_regnal,
    is_transliteration,
    start_of_name,
)
from memcon.reading.chinese.people import GLOSS, People

_WEAK = frozenset(words()["posts"]["weak"])
_AFTER = frozenset(words()["posts"]["after"])
_GLOSSED = re.compile(r"\s?[（(][A-Za-zÀ-ž .,'’·-]{2,60}[）)]$")
_LOCAL = ("市委", "省委", "市长", "省长", "州长", "市政府", "省政府", "市副市长")
_HONOUR = re.compile("(?:拿督斯里|拿督|丹斯里|敦|拿汀|斯里|爵士)+")  # Malay and British honours before a name
# "习近平特别代表、国务院副总理汪洋": who is represented is not there.
_ENVOY = ("特别代表", "特使", "私人代表", "个人特使")


def _without_the_represented(text: str, items: list[Item]) -> list[Item]:
    """Persons whose special envoy is named right behind them give way to the envoy, who has their party."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        envoy = item.kind in ("person", "office") and text.startswith(_ENVOY, item.start)
        if last is not None and envoy and last.kind == "person" and last.end == item.start:
            kept.pop()
            actors = tuple(replace(a, party=a.party or last.actors[0].party) for a in item.actors)
            item = replace(item, start=last.start, actors=actors)
        kept.append(item)
    return kept


class Titles:
    """Finds the titles, persons, offices, parties and places of one document, passage by passage."""

    def __init__(self, people: People, abbreviations: Abbreviations) -> None:
        self.people, self.abbreviations = people, abbreviations
        self._tokens: list[Word] = []

    def items(self, text: str, a: int, b: int, tokens: list[Word]) -> list[Item]:
        """What the known words of `text[a:b]` name, in order."""
        items: list[Item] = []
        tokens = self._tokens = chains.joined(tokens, text, self.people.lexicon.party_names)
        i = 0
        while i < len(tokens):
            word = tokens[i]
            if items and word.start < items[-1].end:
                i += 1
                continue
            if word.category in chains.CHAINED:
                chain, i = chains.chain(text, tokens, i, self.abbreviations.side)
                items.extend(self._title(text, b, chain, tokens[i] if i < len(tokens) else None, items))
                continue
            items.extend(self._single(word, text))
            i += 1
        items = _without_the_represented(text, items)
        items += self.abbreviations.find(text, a, b, items)
        return sorted(items, key=lambda item: item.start)

    def _title(self, text: str, b: int, chain: list[Word], following: Word | None, items: list[Item]) -> list[Item]:
        """A chain of words as items: a person where a name stands beside it, an office, a body, or parties."""
        heads = [w for w in chain if w.category == "head"]
        party = self._party_of(text, chain, items)
        start, end = chain[0].start, chain[-1].end
        if text[start - 2 : start - 1] == "驻" and party is not None and self._sender(text, start) == party:
            start -= 3  # 日驻华大使
        if text[start - 1 : start] == "驻" and party is not None and self._sent_by(text, start) == party:
            start -= 2
        if items and items[-1].kind == "place" and items[-1].end == start and text.startswith(_LOCAL, start):
            city = items.pop()  # 上海市委书记
            start, party = city.start, party or (city.place or ("", None))[1]
        if text[end : end + 1] in ("）", ")") and len(heads) > 1 and text[heads[-1].start - 1] in ("（", "("):
            end += 1
        if not heads:
            return self._body_or_parties(text, chain, party, start, end, items)
        role = self._role(text, chain)
        if chain[-1].category != "head":  # "总统府": what follows the title makes it a body
            return [Item(start, end, "office", (Actor(role=role, party=party),), rule="office")]
        weak = text[heads[-1].start : end] in _WEAK and chain[0] is heads[-1] and party is None
        honour = _HONOUR.match(text, end)
        if honour is not None and following is not None and following.start == honour.end():
            end = honour.end()
        if weak and following is not None and following.start == end and following.category in ("party", "metonym"):
            return []  # "代表中国国家主席": a verb
        if following is not None and following.category == "person" and following.start == end:
            if weak:  # "代表习近平": a verb
                return []
            longer = (
                end_of_name(text, end, b, party, self.people.whole)
                if is_transliteration(following.value) and goes_on(text, following.end)
                else None
            )
            if longer is not None and longer > following.end:
                return [self.people.introduce(text, start, longer, text[end:longer], role, party, "title-name")]
            return [self.people.introduce(text, start, following.end, following.value, role, party, "title-known-name")]
        dotted = self._dotted(text, end)
        if dotted is not None and not weak:
            return [self.people.introduce(text, start, dotted, text[end:dotted], role, party, "title-known-name")]
        before = self._name_before(text, chain, items)
        if before is not None and chain[0].category == "head":
            return [before]
        limit = self._limit(text, end, b)
        honour = _HONOUR.match(text, end)
        end = honour.end() if honour is not None else end
        spaced = text[end : end + 1] == " " and "\u4e00" <= text[end + 1 : end + 2] <= "\u9fff" and not weak
        end += spaced  # 部长 钟山
        home = party or ministries.of_title(self.people, text, chain, items)
        stop = None if weak else end_of_name(text, end, limit, home, self.people.whole)
        if party is None and stop is not None and is_chinese_name(text[end:stop]):
            party = home
        if home is None and not weak and (own := ministries.of_named(self.people, text, chain)) is not None:
            named = end_of_name(text, end, limit, own, self.people.whole)
            native = named is not None and not is_transliteration(text[end:named]) and not goes_on(text, named)
            if native and (own == "JPN" or is_chinese_name(text[end:named])):
                party, stop = own, named
        if stop is not None and self._plausible(text, end, stop, party):
            return [self.people.introduce(text, start, stop, text[end:stop], role, party, "title-name")]
        return [
            Item(
                start,
                chain[-1].end if honour is not None else end - spaced,
                "office",
                (Actor(role=role, party=party),),
                rule="office",
                posted=self._posted_to(text, chain),
            )
        ]

    def _dotted(self, text: str, start: int) -> int | None:
        """Where a name ends whose last part, behind a dot, is one that the tables know: 弗拉基米尔·泽连斯基."""
        plain = start
        for word in self._tokens[bisect_left(self._tokens, (start,)) :]:
            if word.start == start and text[word.end : word.end + 1] in tuple(DOTS):
                plain = word.end  # 亚历山大·武契奇
                continue
            if not is_transliteration(text[plain : word.start]):
                return None
            if word.category == "person" and word.start > start + 1 and text[word.start - 1] in DOTS:
                return word.end
        return None

    def _limit(self, text: str, start: int, b: int) -> int:
        """Where a name that begins at `start` must end: at the next known word that is not itself part of a name."""
        for word in self._tokens[bisect_left(self._tokens, (start,)) :]:
            if word.category in ("before", "field"):
                continue
            if word.start == start and word.category == "place" and text[word.end : word.end + 1] in tuple(DOTS):
                continue
            own = word.start == start and word.category == "party" and goes_on(text, word.end)  # 大使巴西特
            if own and text[word.end] not in "国方":
                continue
            inside = word.start > start and word.category in ("party", "person", "place", "metonym")
            within = is_transliteration(text[start : word.end])
            alone = word.start - start == 1  # 尚达曼: one character before 达曼 is no name
            if inside and within and (word.category == "person" or alone or goes_on(text, word.end)):
                continue
            return word.start
        return b

    def _plausible(self, text: str, start: int, stop: int, party: str | None) -> bool:
        """Whether an unknown word behind a title is a name: by its characters, told again or glossed."""
        name = text[start:stop]
        if is_transliteration(name) or GLOSS.match(text, stop) or is_regnal(name):
            return True
        if party is not None and (is_chinese_name(name) or party in words()["names"]["japanese"]):
            return True
        mostly = sum(is_transliteration(c) for c in name) * 3 >= 2 * len(name)
        return mostly and self.people.whole.count(name) > 1 and (party is not None or is_chinese_name(name))

    def _role(self, text: str, chain: list[Word]) -> str:
        """The title as written, without the party's name before it unless the holder is posted abroad."""
        if (
            len(chain) > 1
            and chain[0].category in ("party", "metonym")
            and "驻" not in text[chain[0].start : chain[-1].end]
        ):
            return self.people.original[chain[1].start : chain[-1].end]
        return self.people.original[chain[0].start : chain[-1].end]

    def _party_of(self, text: str, chain: list[Word], items: list[Item]) -> str | None:
        """The party a title belongs to; not the one its holder is posted to (中国驻瑞典大使)."""
        if text[chain[0].start : chain[-1].end].startswith("国务院") and text[chain[-1].end - 1] == "卿":
            return "USA"  # China's State Council has no secretaries of state
        if text[chain[0].end : chain[0].end + 2] in ("问题", "事务") and items and items[-1].end == chain[0].start:
            return next((a.party for a in items[-1].actors), None)  # 联合国叙利亚问题特使
        if text[chain[0].start - 1 : chain[0].start] == "驻" and self._sent_by(text, chain[0].start):
            return self._sent_by(text, chain[0].start)  # 俄驻捷克大使馆
        if chain[0].value in ("HKG", "MAC") and any(w.category == "body" and w.value == "CHN" for w in chain):
            return "CHN"  # 香港中联办
        for word in chain:
            posted = text[word.start - 1 : word.start] == "驻"
            if word.category in ("party", "metonym", "pair") and not posted:
                return word.value
        own = next((w.value for w in chain if w.value and w.category in ("body", "head")), None)
        if own is not None or (items and items[-1].end == chain[0].start):
            return own
        before = text[chain[0].start - 1 : chain[0].start]
        if text[chain[0].start - 2 : chain[0].start - 1] == "驻":  # 俄驻美公使
            return self._sender(text, chain[0].start)
        further = text[chain[0].start - 2 : chain[0].start - 1]
        if "一" <= further <= "鿿" and further not in LEADS:
            return None
        return self.abbreviations.side(before) if chain[0].category in chains.TITLE else None

    def _sent_by(self, text: str, start: int) -> str | None:
        """Whose embassy it is, where one character before 驻 tells it."""
        before = text[start - 3 : start - 2]
        bound = not "一" <= before <= "鿿" or before in LEADS
        return self.abbreviations.side(text[start - 2]) if bound and start > 1 else None

    def _sender(self, text: str, start: int) -> str | None:
        """Whose envoy one is, where both parties are told by one character: 日驻华 before a title at `start`."""
        sender = text[start - 3 : start - 2]
        return self.abbreviations.side(sender) if sender in self.abbreviations.usual else None

    def _posted_to(self, text: str, chain: list[Word]) -> str | None:
        """The party an envoy is sent to: 驻瑞典, 驻美."""
        for word in chain:
            if word.category in ("party", "metonym") and text[word.start - 1 : word.start] == "驻":
                return word.value
            if word.category in chains.TITLE and text[word.start - 2 : word.start - 1] == "驻":
                return self.abbreviations.side(text[word.start - 1])
        return None

    def _body_or_parties(
        self, text: str, chain: list[Word], party: str | None, start: int, end: int, items: list[Item]
    ) -> list[Item]:
        if any(w.category == "body" for w in chain):
            party = party or ministries.alone(self.people, text, chain, items)
            return [
                Item(start, end, "office", (Actor(role=self.people.original[start:end], party=party),), rule="body")
            ]
        found = []
        for w in chain:
            if w.category == "before":
                continue
            found.extend(self._single(w, text))
        return found

    def _single(self, word: Word, text: str) -> list[Item]:
        match word.category:
            case "party" | "metonym":
                place = (text[word.start : word.end], word.value)
                known = self.people.knowledge.parties.by_code.get(word.value)
                lands = known is not None and known.kind in ("state", "territory")
                rule = word.category if lands or word.category == "metonym" else "organisation"
                return [Item(word.start, word.end, "party", (Actor(party=word.value),), place, rule=rule)]
            case "pair":
                actors = tuple(Actor(party=code) for code in word.value.split("|"))
                return [Item(word.start, word.end, "party", actors, rule="pair")]
            case "group":
                return [Item(word.start, word.end, "group", group=int(word.value), rule="group")]
            case "place":
                return [
                    Item(word.start, word.end, "place", place=(text[word.start : word.end], word.value), rule="place")
                ]
            case "person":
                return (
                    [self.people.introduce(text, word.start, word.end, word.value, None, None, "known-name")]
                    if self.people.certain(word, text)
                    else []
                )
            case "outlet" | "literal":
                return [Item(word.start, word.end, word.category, rule=word.category)]
            case _:
                return []

    @staticmethod
    def _country_before(items: list[Item], start: int) -> str | None:
        """The party named right before a name that its title follows: 吐瓦鲁戴斐立总理."""
        last = items[-1] if items else None
        if last is None or last.kind != "party" or last.end != start or len(last.actors) != 1:
            return None
        return last.actors[0].party

    def _name_before(self, text: str, chain: list[Word], items: list[Item]) -> Item | None:
        """A name with its title behind it: 习近平主席, 呼日勒苏赫总统."""
        head, end = chain[0], chain[-1].end
        if text[head.start : head.end] not in _AFTER:
            return None
        if items and items[-1].end == head.start:
            bare = text[items[-1].start : items[-1].end] == items[-1].actors[0].name if items[-1].actors else False
            if items[-1].kind == "person" and bare:
                last = items.pop()
                role = self.people.original[head.start : end] if text[head.start : end] != "夫妇" else None
                return self.people.introduce(
                    text,
                    last.start,
                    end,
                    last.actors[0].name or "",
                    role,
                    last.actors[0].party,
                    "name-title",
                    name_end=last.end,
                )
            return None
        floor = items[-1].end if items else 0
        bracketed = text[head.start - 1 : head.start] in ("）", ")")
        gloss = _GLOSSED.search(text, floor, head.start) if bracketed else None  # 戴斐立(Feleti Teo)总理
        until = gloss.start() if gloss is not None and gloss.end() == head.start else head.start
        start = start_of_name(text, until, max(floor, until - 8))
        if start is None or not is_transliteration(text[start:until]):
            return None
        return self.people.introduce(
            text,
            start,
            end,
            text[start:until],
            self.people.original[head.start : end],
            self._country_before(items, start),
            "name-title",
            name_end=until,
        )
