"""The persons of one document: introduced by a title or by the tables, then known by every name it gives them."""

import re
from collections import Counter
from dataclasses import replace

from memcon.knowledge import Knowledge
from memcon.model import Interval
from memcon.reading.analysis import Actor
from memcon.reading.chinese.items import Item
from memcon.reading.chinese.lexicon import Lexicon, Word, words
from memcon.reading.chinese.names import goes_on, is_chinese_name, is_transliteration, short_forms
from memcon.reading.chinese.script import simplify

GLOSS = re.compile(r"[（(]\s*([A-Z][A-Za-zÀ-ž.'’\- ]{2,60})\s*[，,）)]")
_PROMINENT = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_EVERYWHERE = ("议长", "议员", "大使", "市长", "州长", "省长")
_FOREMOST = frozenset({"总统", "总理", "首相", "外长", "外相", "国务卿", "国家主席", "外交部长"})
_PARTLY = frozenset("副前原各历两代美俄英法德日韩")
# What follows a title that means the office or its holders at large: 外长会, 总统选举.
_OF_OFFICE = (
    "级",
    "会",
    "们",
    "室",
    "办",
    "职",
    "一职",
    "任期",
    "候选",
    "大选",
    "选举",
    "制",
    "之位",
    "府",
    "令",
    "宝座",
)
_OF_PERSONS = tuple("长部副发次")  # go on with the title of a person
_AT_HOME = frozenset({"中国", "台湾", "中华民国", "中国大陆"})
_LOOKED_BACK = 30  # named things before a title without a party in which its party is looked for


def _of_others(whole: str, ministry: str, lexicon: Lexicon) -> bool:
    """Whether a text speaks of another country's ministry of that name: 韩国外交部."""
    at = whole.find(ministry)
    while at >= 0:
        behind = whole[at + len(ministry) : at + len(ministry) + 1]
        before = (whole[max(0, at - n) : at] for n in range(2, 7)) if behind not in _OF_PERSONS else ()
        if any(name in lexicon.party_names and name not in _AT_HOME for name in before):
            return True
        at = whole.find(ministry, at + 1)
    return False


class People:
    """Who was introduced in a document: `whole` is what is read of it in simplified characters, `original` as it came.

    `parties` counts how often the document names each party; `glosses` has the Latin name that stands behind a name.
    """

    def __init__(
        self, lexicon: Lexicon, knowledge: Knowledge, today: Interval | None, whole: str, original: str
    ) -> None:
        self.lexicon, self.knowledge, self.today = lexicon, knowledge, today
        self.whole, self.original = whole, original
        self.parties: Counter[str] = Counter()
        self.ministries = {name: _of_others(whole, name, lexicon) for name in ("外交部", "国防部", "商务部")}
        self.known: dict[str, Actor] = {}
        self.aliases: dict[str, str] = {}
        self._titled: list[tuple[str, Actor, str]] = []
        self.glosses: dict[str, str] = {}
        self._written: dict[str, str] = {}

    def introduce(
        self,
        text: str,
        start: int,
        end: int,
        name: str,
        role: str | None,
        party: str | None,
        rule: str,
        name_end: int | None = None,
    ) -> Item:
        """A person, with what earlier mentions and the tables tell of them."""
        at = text.find(name, start, end)
        self._written.setdefault(name, self.original[at : at + len(name)] if at >= 0 else name)
        known = self.known.get(name)
        official = self._official(name, party or (known.party if known else None))
        if official and party is None and role and not self._fits(official, role):
            official = None  # a namesake abroad
        if party is None:
            party = known.party if known and known.party else self._home(official)
        actor = Actor(name=name, role=role or (known.role if known else None), party=party, official=official)
        if known is None or (known.party is None and party) or (known.role is None and role):
            self.known[name] = replace(actor, name=name)
        gloss = GLOSS.match(text, name_end or end)
        if gloss:
            self.glosses.setdefault(name, gloss[1])
        return Item(start, end, "person", (actor,), rule=rule)

    def _official(self, name: str, party: str | None) -> str | None:
        """The identity that a name has in the tables: of its own party, else the only one there is."""
        ids = self.lexicon.officials.get(name, ())
        mine = [i for i in ids if party is None or self.knowledge.tenures.official(i).party == party]
        if party is None and len(mine) > 1:
            mine = [i for i in mine if self.parties[self.knowledge.tenures.official(i).party]] or mine
        if not mine:
            return None
        tenures = self.knowledge.tenures

        def held(official: str) -> tuple[int, str]:
            term = tenures.term_at(official, self.today, None)
            return (term.state(self.today) if term else 0, official)

        return max(mine, key=held)

    def _fits(self, official: str, role: str) -> bool:
        """Whether a person of the tables may be meant by a title without a country: not where it is one that every
        country has and the page names others alone.
        """
        home = self.knowledge.tenures.official(official).party
        return bool(self.parties[home]) or not simplify(role).endswith(_EVERYWHERE)

    def _home(self, official: str | None) -> str | None:
        return self.knowledge.tenures.official(official).party if official else None

    def certain(self, word: Word, text: str) -> bool:
        """Whether a bare name from the tables can be no other word or person here."""
        if is_transliteration(word.value) and goes_on(text, word.end):
            return False
        ids = self.lexicon.officials[word.value]
        parties = {self.knowledge.tenures.official(i).party for i in ids}
        if len(word.value) > 2 or self.whole.count(word.value) > 1:
            return len(parties) == 1 or bool(parties & self.parties.keys())
        return bool(parties & set(words()["names"]["short"])) or (len(ids) == 1 and self._prominent(ids[0]))

    def _prominent(self, official: str) -> bool:
        """Whether a bare surname may be trusted to mean a person: who led a state or spoke for it abroad."""
        return any(t.office in _PROMINENT for t in self.knowledge.tenures.offices_of(official))

    def infer_parties(self, items: list[Item]) -> None:
        """Persons whose title names no party belong to the one told last before them that fits their name.

        In a list (甲国总统某和总理某) that is the neighbour's; a transliterated name is no Chinese official's.
        """
        short = words()["names"]["short"]
        for k, item in enumerate(items):
            if item.kind != "person" or item.actors[0].party or not item.actors[0].role:
                continue
            name = item.actors[0].name or ""
            if self.known[name].party:
                continue
            chinese = is_chinese_name(name) and not is_transliteration(name)
            foreign = is_transliteration(name) and not is_chinese_name(name)
            party = None
            for earlier in reversed(items[max(0, k - _LOOKED_BACK) : k]):
                codes = {a.party for a in earlier.actors if a.party}
                if earlier.end == item.start and len(codes) == 1:
                    party = codes.pop()  # 瓜国总统…
                    break
                if len(codes) == 1 and not (foreign and codes <= set(short)) and (not chinese or codes <= set(short)):
                    party = codes.pop()
                    break
            if party is not None:
                self.known[name] = replace(self.known[name], party=party)

    def holder(self, text: str, item: Item) -> Item:
        """A title without a name, as the person it means here: 蔡总统 by family name, 总统 by being the only one."""
        if item.kind != "office" or item.rule != "office" or item.posted:
            return item
        title = text[item.start : item.end]
        if item.actors[0].party:
            return item
        surname = text[item.start - 1 : item.start]
        named = [(name, actor) for name, actor, role in self._titled if role.endswith(title)]
        by_name = [actor for name, actor in named if name.startswith(surname) and is_chinese_name(name)]
        if surname and len(by_name) == 1:
            return replace(item, start=item.start - 1, kind="person", actors=(by_name[0],), rule="surname-title")
        means = not text.startswith(_OF_OFFICE, item.end) and text[item.start - 1 : item.start] not in _PARTLY
        if len(named) == 1 and title in _FOREMOST and means:
            return replace(item, kind="person", actors=(named[0][1],), rule="title-again")
        return item

    def learn_short_forms(self) -> None:
        """Take in what a text may call the persons it introduced: 安倍 for 安倍晋三."""
        for name, actor in list(self.known.items()):
            for form in short_forms(name, actor.party):
                short = self.known.get(form)
                if short is None:
                    self.aliases.setdefault(form, name)
                elif short.party == actor.party and name.endswith(form):  # 谢尔盖·维克托罗维奇·拉夫罗夫
                    self.aliases.setdefault(form, name)
                    self.known[name] = replace(actor, official=actor.official or short.official)
        # Of two names of one person the document uses the longer as the full one.
        by_official: dict[str, str] = {}
        for name, actor in self.known.items():
            if actor.official:
                best = by_official.get(actor.official)
                by_official[actor.official] = name if best is None or len(name) > len(best) else best
        self._titled = [
            (name, actor, simplify(actor.role))
            for name, actor in self.known.items()
            if actor.role and actor.party and name not in self.aliases
        ]
        for name, actor in self.known.items():
            if actor.official and by_official[actor.official] != name and name in by_official[actor.official]:
                self.aliases.setdefault(name, by_official[actor.official])

    def fullest(self, name: str) -> Actor:
        """The person a name stands for, under the fullest name the document gives, with title and party."""
        full = self.aliases.get(name, name)
        actor = self.known.get(full) or self.known.get(name) or Actor(name=name)
        return actor

    def written(self, name: str | None) -> str | None:
        """A name as the document writes it."""
        return self._written.get(name or "", name)
