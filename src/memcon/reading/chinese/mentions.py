"""Who and what is named in a passage: persons with their titles, offices, parties, groups, places.

Known words are found first (`lexicon`), adjacent ones are joined into titles, and a name beside a title is a person.
Names introduced so are then found wherever else they stand in the document.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from memcon.knowledge import Knowledge
from memcon.model import Interval
from memcon.reading.analysis import Actor
from memcon.reading.chinese.lexicon import Lexicon, Word, words
from memcon.reading.chinese.names import (
    end_of_name,
    goes_on,
    is_chinese_name,
    is_transliteration,
    short_forms,
    start_of_name,
)

Kind = Literal["person", "office", "party", "group", "place", "date", "outlet", "literal"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something named at `start:end` of the document.

    `actors` are whom it stands for; `place` is (name, country) where it may also be a place; `group` is how many
    parties an unresolved group has, `posted` the party an envoy is sent to, `rule` what saw it.
    """

    start: int
    end: int
    kind: Kind
    actors: tuple[Actor, ...] = ()
    place: tuple[str, str | None] | None = None
    group: int = 0
    rule: str = ""
    posted: str | None = None


_GLOSS = re.compile(r"[（(]\s*([A-Z][A-Za-zÀ-ž.'’\- ]{2,60})\s*[，,）)]")
_BRACKET = re.compile(r"[（(][A-Za-z .&-]{2,12}[）)]")
_ABBREVIATED = "[{chars}]"
# What may stand before a party's one character: 与美国务卿.
_LEADS = frozenset("与同和及对向见访请由是让应据的至了被称当将说驻在")
_NOT_PARTY = frozenset("疆冠增设成修时任洲元国语文人军籍式裔币股方牌系化学院籍东西南北部海亚")
_NOT_SIDE = "面式案便向法针可能才形块块圆位言舟糖程"
_AFTER_PAIR = re.compile(
    "两国|三国|四国|双方|三方|关系|会谈|会晤|会面|首脑|元首|领导人|领袖|峰会|对话|高级|高层|外长|防长|财长|总理|总统|首相|贸易|经贸|战略|建交|联合|签署|就|双边|政府|交往|合作|磋商|谈判|通话|协议|协定|关税|代表|工作组|外交|防务|军方|两军|军事|各|之间|多|人文|友好|投资|伙伴|同|共|在|于|举行|达成|重启|恢复|中断|断交|互|均|都|将|可|有|无|邦交|声明|公报|条约|建立|撤侨|北|东|全面|日内瓦|气候|能源|核|政党|议会|正式|再"
)
# Titles that a field of work may stand before, between them and the party: 日本领土问题担当大臣.
_OF_FIELDS = frozenset(words()["posts"]["of_fields"])
_TITLE = ("head", "before", "field", "body")
_VERB_BEFORE = re.compile("(?:访|赴|驻|抵|来|对|在|访问|涉|援|亲|反|旅|离)$")
# Characters that hardly ever stand beside one another but as parties.
_STRONG = frozenset("中美俄英法德日韩朝欧印越澳台梵菲乌")


class Namer:
    """Finds the items of one document; keeps what its passages have told so far about names and abbreviations."""

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge, today: Interval | None) -> None:
        self.lexicon, self.knowledge, self.today = lexicon, knowledge, today
        self.people: dict[str, Actor] = {}
        self.aliases: dict[str, str] = {}
        self.parties: Counter[str] = Counter()
        self.glosses: dict[str, str] = {}
        self.whole = self.original = ""
        self._tokens: list[Word] = []
        self.written: dict[str, str] = {}
        lists = words()
        self._before = frozenset(lists["posts"]["before"])
        self._weak = frozenset(lists["posts"]["weak"])
        self._after = frozenset(lists["posts"]["after"])

    # reading a document

    def items(self, text: str, original: str, spans: list[tuple[int, int]]) -> list[list[Item]]:
        """The items of each span of a document, in order; `text` is it in simplified characters.

        Names and titles of the actors are as the document writes them.
        """
        self.original = original
        self.whole = "\n".join(text[a:b] for a, b in spans)
        found = [[replace_word(w, a) for w in self.lexicon.find(text[a:b])] for a, b in spans]
        for tokens in found:
            self.parties.update(w.value for w in tokens if w.category in ("party", "metonym"))
        self._initials = self._read_initials(found, text)
        first = [self._pass(text, a, b, tokens) for (a, b), tokens in zip(spans, found, strict=True)]
        for items in first:
            self._infer_parties(text, items)
        self._learn_short_forms()
        found_items = [self._known_names(text, a, b, items) for (a, b), items in zip(spans, first, strict=True)]
        return [[self._as_written(item) for item in items] for items in found_items]

    def _infer_parties(self, text: str, items: list[Item]) -> None:
        """Persons whose title names no party belong to the one told last before them that fits their name.

        In a list (甲国总统某和总理某) that is the neighbour's; a transliterated name is no Chinese official's.
        """
        short = words()["names"]["short"]
        for k, item in enumerate(items):
            if item.kind != "person" or item.actors[0].party or not item.actors[0].role:
                continue
            name = item.actors[0].name or ""
            if self.people[name].party:
                continue
            chinese = is_chinese_name(name) and not is_transliteration(name)
            foreign = is_transliteration(name) and not is_chinese_name(name)
            party = None
            for earlier in reversed(items[max(0, k - 30) : k]):
                codes = {a.party for a in earlier.actors if a.party}
                if len(codes) == 1 and not (foreign and codes <= set(short)) and (not chinese or codes <= set(short)):
                    party = codes.pop()
                    break
            if party is not None:
                self.people[name] = replace(self.people[name], party=party)

    def _as_written(self, item: Item) -> Item:
        if item.kind == "person":
            actor = item.actors[0]
            return replace(item, actors=(replace(actor, name=self.written.get(actor.name or "", actor.name)),))
        if item.place is not None:
            return replace(item, place=(self.original[item.start : item.end], item.place[1]))
        return item

    def _read_initials(self, found: list[list[Word]], text: str) -> dict[str, str]:
        """One-character names of the parties that the document names in full: 斐 for Fiji on a page about Fiji."""
        counts: dict[str, Counter[str]] = {}
        for tokens in found:
            for w in tokens:
                if w.category == "party":
                    counts.setdefault(text[w.start], Counter())[w.value] += 1
        return {c: max(n, key=lambda code: (n[code], code)) for c, n in counts.items()}

    def side(self, character: str) -> str | None:
        """The party that one character stands for here: one the document names in full, else the usual one."""
        usual = self.lexicon.abbreviations.get(character)
        if usual is not None and self.parties[usual]:
            return usual
        return self._initials.get(character) or usual

    # first pass: titles, names, parties

    def _pass(self, text: str, a: int, b: int, tokens: list[Word]) -> list[Item]:
        items: list[Item] = []
        tokens = self._tokens = self._joined(tokens)
        i = 0
        while i < len(tokens):
            word = tokens[i]
            if items and word.start < items[-1].end:
                i += 1
                continue
            if word.category in ("party", "metonym", "body", "head", "before", "field", "pair"):
                chain, i = self._chain(text, tokens, i, a)
                items.extend(self._title(text, b, chain, tokens[i] if i < len(tokens) else None, items))
                continue
            items.extend(self._single(word, text))
            i += 1
        items = self._sides(text, a, b, items)
        return sorted(items, key=lambda item: item.start)

    @staticmethod
    def _joined(tokens: list[Word]) -> list[Word]:
        """Qualifying words and fields count only where a title or an institution follows them at once."""
        kept: list[Word] = []
        for word in reversed(tokens):
            if word.category in ("before", "field") and not (
                kept and kept[-1].start == word.end and kept[-1].category in _TITLE
            ):
                continue
            kept.append(word)
        return kept[::-1]

    def _chain(self, text: str, tokens: list[Word], i: int, floor: int) -> tuple[list[Word], int]:
        """The words from token `i` on that make one title together."""
        chain = [tokens[i]]
        i += 1
        while i < len(tokens):
            word, last = tokens[i], chain[-1]
            gap = text[last.end : word.start]
            if word.category not in ("party", "metonym", "body", "head", "before", "field", "place", "pair"):
                break
            if not self._continues(text, last, gap, word):
                break
            chain.append(word)
            i += 1
        return chain, i

    def _continues(self, text: str, last: Word, gap: str, word: Word) -> bool:
        """Whether `word` goes on with the title that `last` belongs to, `gap` standing between them."""
        if gap == "":
            return word.category in _TITLE or (word.category in ("party", "metonym") and last.category == "before")
        if gap == "驻":
            return last.category in ("party", "metonym", "body")
        if gap in ("与", "和") and last.category == word.category == "body":
            return True
        if gap in ("兼", "、", "和"):
            return last.category == "head" and word.category in _TITLE
        if _BRACKET.fullmatch(gap):
            return word.category in ("head", "before")
        if len(gap) == 2 and gap[0] == "驻" and self.side(gap[1]):
            return word.category in _TITLE
        of_field = text[word.start : word.end] in _OF_FIELDS
        return of_field and len(gap) <= 8 and last.category == "party" and self._is_domain(gap)

    @staticmethod
    def _is_domain(gap: str) -> bool:
        """Words between a party and a title that only say of what: 领土问题担当 in 日本领土问题担当大臣."""
        return bool(re.fullmatch("[一-鿿]{2,8}", gap)) and not re.search(
            "[的在于同与和对向将已就访会表称说指任为是应由到抵]", gap
        )

    def _title(self, text: str, b: int, chain: list[Word], following: Word | None, items: list[Item]) -> list[Item]:
        """A chain of words as items: a person where a name stands beside it, an office, a body, or parties."""
        heads = [w for w in chain if w.category == "head"]
        party = self._party_of(text, chain, items)
        start, end = chain[0].start, chain[-1].end
        if not heads:
            return self._body_or_parties(text, chain, party, start, end)
        role = self._role(text, chain)
        if chain[-1].category != "head":  # "总统府": what follows the title makes it a body
            return [Item(start, end, "office", (Actor(role=role, party=party),), rule="office")]
        weak = text[heads[-1].start : end] in self._weak and chain[0] is heads[-1] and party is None
        if following is not None and following.category == "person" and following.start == end:
            if weak:  # "代表习近平": a verb
                return []
            longer = (
                end_of_name(text, end, b, party, self.whole)
                if is_transliteration(following.value) and goes_on(text, following.end)
                else None
            )
            if longer is not None and longer > following.end:
                return [self._person(text, start, longer, text[end:longer], role, party, "title-name")]
            return [self._person(text, start, following.end, following.value, role, party, "title-known-name")]
        before = self._name_before(text, chain, items)
        if before is not None and chain[0].category == "head":
            return [before]
        limit = self._limit(text, end, b)
        stop = None if weak else end_of_name(text, end, limit, party, self.whole)
        if stop is not None and self._plausible(text, end, stop, party):
            return [self._person(text, start, stop, text[end:stop], role, party, "title-name")]
        return [
            Item(
                start,
                end,
                "office",
                (Actor(role=role, party=party),),
                rule="office",
                posted=self._posted_to(text, chain),
            )
        ]

    def _limit(self, text: str, start: int, b: int) -> int:
        """Where a name that begins at `start` must end: at the next known word that is not itself part of a name."""
        for word in self._tokens:
            if word.start < start or word.category in ("before", "field"):
                continue
            inside = word.start > start and word.category in ("party", "person", "place", "metonym")
            if inside and is_transliteration(text[start : word.end]) and goes_on(text, word.end):
                continue
            return word.start
        return b

    def _plausible(self, text: str, start: int, stop: int, party: str | None) -> bool:
        """Whether an unknown word behind a title is a name: by its characters, told again or glossed."""
        name = text[start:stop]
        if is_transliteration(name) or _GLOSS.match(text, stop):
            return True
        if party is not None and (is_chinese_name(name) or party in words()["names"]["japanese"]):
            return True
        mostly = sum(is_transliteration(c) for c in name) * 3 >= 2 * len(name)
        return mostly and self.whole.count(name) > 1 and (party is not None or is_chinese_name(name))

    def _role(self, text: str, chain: list[Word]) -> str:
        """The title as written, without the party's name before it unless the holder is posted abroad."""
        if (
            len(chain) > 1
            and chain[0].category in ("party", "metonym")
            and "驻" not in text[chain[0].start : chain[-1].end]
        ):
            return self.original[chain[1].start : chain[-1].end]
        return self.original[chain[0].start : chain[-1].end]

    def _party_of(self, text: str, chain: list[Word], items: list[Item]) -> str | None:
        """The party a title belongs to; not the one its holder is posted to (中国驻瑞典大使)."""
        for word in chain:
            posted = text[word.start - 1 : word.start] == "驻"
            if word.category in ("party", "metonym", "pair") and not posted:
                return word.value
        own = next((w.value for w in chain if w.value and w.category in ("body", "head")), None)
        if own is not None or (items and items[-1].end == chain[0].start):
            return own
        before = text[chain[0].start - 1 : chain[0].start]
        if text[chain[0].start - 2 : chain[0].start - 1] == "驻":
            return None
        further = text[chain[0].start - 2 : chain[0].start - 1]
        if "一" <= further <= "鿿" and further not in _LEADS:
            return None
        if before in self.lexicon.abbreviations and chain[0].category in _TITLE:
            return self.side(before)
        return None

    def _posted_to(self, text: str, chain: list[Word]) -> str | None:
        """The party an envoy is sent to: 驻瑞典, 驻美."""
        for word in chain:
            if word.category in ("party", "metonym") and text[word.start - 1 : word.start] == "驻":
                return word.value
            if word.category in _TITLE and text[word.start - 2 : word.start - 1] == "驻":
                return self.side(text[word.start - 1])
        return None

    def _body_or_parties(self, text: str, chain: list[Word], party: str | None, start: int, end: int) -> list[Item]:
        if any(w.category == "body" for w in chain):
            return [Item(start, end, "office", (Actor(role=self.original[start:end], party=party),), rule="body")]
        found = []
        for w in chain:
            if w.category == "before":
                continue
            found.extend(self._single(w, text))
        return found

    def _single(self, word: Word, text: str) -> list[Item]:
        match word.category:
            case "party":
                return [
                    Item(
                        word.start,
                        word.end,
                        "party",
                        (Actor(party=word.value),),
                        (text[word.start : word.end], word.value),
                        rule="party",
                    )
                ]
            case "metonym":
                return [
                    Item(
                        word.start,
                        word.end,
                        "party",
                        (Actor(party=word.value),),
                        (text[word.start : word.end], word.value),
                        rule="metonym",
                    )
                ]
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
                    [self._person(text, word.start, word.end, word.value, None, None, "known-name")]
                    if self._certain(word, text)
                    else []
                )
            case "outlet":
                return [Item(word.start, word.end, "outlet", rule="outlet")]
            case "literal":
                return [Item(word.start, word.end, "literal", rule="literal")]
            case _:
                return []

    def _certain(self, word: Word, text: str) -> bool:
        """Whether a bare name from the tables can be no other word or person here."""
        if is_transliteration(word.value) and goes_on(text, word.end):
            return False
        ids = self.lexicon.officials[word.value]
        parties = {self.knowledge.tenures.official(i).party for i in ids}
        if len(word.value) > 2 or self.whole.count(word.value) > 1:
            return len(parties) == 1 or bool(parties & self.parties.keys())
        return bool(parties & set(words()["names"]["short"]))

    def _name_before(self, text: str, chain: list[Word], items: list[Item]) -> Item | None:
        """A name with its title behind it: 习近平主席, 呼日勒苏赫总统."""
        head, end = chain[0], chain[-1].end
        if text[head.start : head.end] not in self._after:
            return None
        if items and items[-1].end == head.start:
            if items[-1].kind == "person" and items[-1].actors[0].role is None:
                last = items.pop()
                role = self.original[head.start : end] if text[head.start : end] != "夫妇" else None
                return self._person(
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
        start = start_of_name(text, head.start, max(floor, head.start - 8))
        if start is None or not is_transliteration(text[start : head.start]):
            return None
        return self._person(
            text,
            start,
            end,
            text[start : head.start],
            self.original[head.start : end],
            None,
            "name-title",
            name_end=head.start,
        )

    def _person(
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
        self.written.setdefault(name, self.original[at : at + len(name)] if at >= 0 else name)
        known = self.people.get(name)
        official = self._official(name, party or (known.party if known else None))
        if party is None:
            party = known.party if known and known.party else self._home(official)
        actor = Actor(name=name, role=role or (known.role if known else None), party=party, official=official)
        if known is None or (known.party is None and party) or (known.role is None and role):
            self.people[name] = replace(actor, name=name)
        gloss = _GLOSS.match(text, name_end or end)
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

    def _home(self, official: str | None) -> str | None:
        return self.knowledge.tenures.official(official).party if official else None

    # abbreviations

    def _sides(self, text: str, a: int, b: int, items: list[Item]) -> list[Item]:
        """Parties by one character: 美方, 中美, 访华, 美国务卿; only where nothing else is named."""
        used = bytearray(b - a)
        for item in items:
            used[item.start - a : item.end - a] = b"\x01" * (item.end - item.start)
        found: list[Item] = []
        i = a
        while i < b:
            if used[i - a] or self.side(text[i]) is None:
                i += 1
                continue
            j = i
            while j < b and j - i < 5 and not used[j - a] and self.side(text[j]) is not None:
                j += 1
            side = self._abbreviation(text, i, j, b, items)
            if side is not None:
                found.append(side)
            i = side.end if side is not None else i + 1
        return items + found

    def _abbreviation(self, text: str, i: int, j: int, b: int, items: list[Item]) -> Item | None:
        codes = [self.side(c) for c in text[i:j]]
        after = text[j : j + 3]
        if j - i == 1:
            if after[:1] == "方" and after[1:2] not in _NOT_SIDE:
                return Item(i, j + 1, "party", (Actor(party=codes[0]),), rule="side")
            before = text[max(0, i - 2) : i]
            if _VERB_BEFORE.search(before) and text[i] in self.lexicon.abbreviations and after[:1] not in _NOT_PARTY:
                return Item(i, j, "party", (Actor(party=codes[0]),), (text[i:j], codes[0]), rule="side-after-verb")
            head = next((item for item in items if item.start == j and item.kind in ("person", "office")), None)
            lead = text[i - 1 : i]
            if "一" <= lead <= "鿿" and lead not in _LEADS and not any(item.end == i for item in items):
                return None
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

    # second pass: names told before or elsewhere

    def _learn_short_forms(self) -> None:
        for name, actor in list(self.people.items()):
            for form in short_forms(name, actor.party):
                if form not in self.people:
                    self.aliases.setdefault(form, name)
        # Of two names of one person the document uses the longer as the full one.
        by_official: dict[str, str] = {}
        for name, actor in self.people.items():
            if actor.official:
                best = by_official.get(actor.official)
                by_official[actor.official] = name if best is None or len(name) > len(best) else best
        for name, actor in self.people.items():
            if actor.official and by_official[actor.official] != name:
                self.aliases.setdefault(name, by_official[actor.official])

    def fullest(self, name: str) -> Actor:
        """The person a name stands for, under the fullest name the document gives, with title and party."""
        full = self.aliases.get(name, name)
        actor = self.people.get(full) or self.people.get(name) or Actor(name=name)
        return actor

    def _known_names(self, text: str, a: int, b: int, items: list[Item]) -> list[Item]:
        """Adds the names that the document introduced elsewhere, and gives every person the fullest name and party."""
        names = sorted({*self.people, *self.aliases}, key=lambda n: (-len(n), n))
        if names:
            used = bytearray(b - a)
            for item in items:
                if item.kind not in ("literal",):
                    used[item.start - a : item.end - a] = b"\x01" * (item.end - item.start)
            for match in re.finditer("|".join(map(re.escape, names)), text[a:b]):
                s, e = a + match.start(), a + match.end()
                if any(used[s - a : e - a]):
                    continue
                used[s - a : e - a] = b"\x01" * (e - s)
                items.append(Item(s, e, "person", (Actor(name=match[0]),), rule="name-again"))
        done = []
        for item in sorted(items, key=lambda item: item.start):
            if item.kind == "person":
                own = item.actors[0]
                full = self.fullest(own.name or "")
                actor = Actor(
                    name=full.name,
                    role=own.role or full.role,
                    party=own.party or full.party,
                    official=own.official or full.official,
                )
                item = replace(item, actors=(actor,))
            done.append(item)
        return self._after_name(text, self._join_side(done))

    def _join_side(self, items: list[Item]) -> list[Item]:
        """美 and 国务卿 beside each other are one person or office."""
        done: list[Item] = []
        for item in items:
            if done and done[-1].rule == "side-before-title" and done[-1].end == item.start and item.actors:
                side = done.pop()
                actor = replace(item.actors[0], party=item.actors[0].party or side.actors[0].party)
                item = replace(item, start=side.start, actors=(actor,))
                if actor.name and self.people.get(actor.name) and self.people[actor.name].party is None:
                    self.people[actor.name] = replace(self.people[actor.name], party=actor.party)
            done.append(item)
        return done

    def _after_name(self, text: str, items: list[Item]) -> list[Item]:
        """A name found in the second pass takes the title right behind it."""
        done: list[Item] = []
        for item in items:
            last = done[-1] if done else None
            if (
                last is not None
                and last.kind == "person"
                and item.kind == "office"
                and last.end == item.start
                and text[item.start : item.end] in self._after
            ):
                actor = replace(last.actors[0], role=last.actors[0].role or self.original[item.start : item.end])
                done[-1] = replace(last, end=item.end, actors=(actor,))
                continue
            done.append(item)
        return done


def replace_word(word: Word, offset: int) -> Word:
    """The word at its position in the whole document."""
    return Word(word.start + offset, word.end + offset, word.category, word.value)
