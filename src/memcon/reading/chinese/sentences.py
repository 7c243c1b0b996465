"""A document's sentences with everything named in them, as one string in which each named thing is a single sign.

Patterns over that string see "P在L会见P" where the text has names of any length; `Sentence.at` leads back to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from memcon.reading.analysis import Actor
from memcon.reading.chinese.items import Item

# One private sign for each kind of item.
PERSON, OFFICE, PARTY, GROUP, PLACE, DATE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_SIGNS = {"person": PERSON, "office": OFFICE, "party": PARTY, "group": GROUP, "place": PLACE, "date": DATE}
# Marks of a link around words: what is linked reads as if it were not.
_LINK = re.compile(r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)|[\[*\u200b\ufeff\u200c\u200d]+")
# A name again in another script, behind it: 沙利文（Jake Sullivan）.
_GLOSS = re.compile(r"\s?[（(][A-Za-zÀ-ž][A-Za-zÀ-ž .,'’·-]{1,60}[）)]")
_LONGEST = 500  # characters of a sentence: official Chinese seldom needs more than 200
# Punctuation that some pages write narrow.
_WIDE = {",": "，", "(": "（", ")": "）", ":": "：", "﹐": "，", "﹑": "、"}
_TITLE_PART = re.compile(r"[^。！？!?；;\n\r\s　]+(?:[ ](?=[A-Za-z0-9])[^。！？!?；;\n\r　]+)*")
_SENTENCE = re.compile(r"[^。！？!?；;\n\r　]+(?:[。！？!?；;]+[”」』》）)\"]*)?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `tagged` has a sign for every item, `spans[i]` tells where sign `i` stands in the text.

    `names` has the words of every item in simplified characters.
    """

    index: int
    passage: int
    kind: str
    start: int
    end: int
    tagged: str
    spans: tuple[tuple[int, int], ...]
    items: dict[int, Item] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def clause(self, position: int) -> tuple[int, int]:
        """The stretch between commas around a position of `tagged`."""
        start = max(self.tagged.rfind(c, 0, position) for c in "，,：:") + 1
        ends = [e for e in (self.tagged.find(c, position) for c in "，,：:") if e >= 0]
        return start, min(ends, default=len(self.tagged))

    def words(self) -> str:
        """The sentence with every sign spelt out, in simplified characters."""
        return "".join(self.names.get(i, c) for i, c in enumerate(self.tagged))

    def source(self, first: int, last: int) -> tuple[int, int]:
        """Where signs `first` to `last` (half-open) stand in the document."""
        return self.spans[first][0], self.spans[last - 1][1]


def _spans(text: str, kind: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences stand; one without an end in sight is broken at a comma, to bound the work on it."""
    for match in (_TITLE_PART if kind == "title" else _SENTENCE).finditer(text, start, end):
        a, b = match.span()
        while b - a > _LONGEST:
            comma = max(text.rfind(c, a + 1, a + _LONGEST) for c in "，,、")
            stop = comma + 1 if comma > a else a + _LONGEST
            yield a, stop
            a = stop
        yield a, b


def cut(text: str, passage: int, kind: str, start: int, end: int, items: list[Item], index: int) -> list[Sentence]:
    """The sentences of one passage of a simplified document; `items` are the passage's, in order."""
    found: list[Sentence] = []
    k = 0
    for a, b in _spans(text, kind, start, end):
        while a < b and text[a].isspace():
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        if b - a < 4:
            continue
        signs: list[str] = []
        spans: list[tuple[int, int]] = []
        inside: dict[int, Item] = {}
        names: dict[int, str] = {}
        i = a
        while k < len(items) and items[k].start < a:
            k += 1
        j = k
        links = {m.start(): m.end() for m in _LINK.finditer(text, a, b)}
        while i < b:
            if i in links:
                i = links[i]
                continue
            if j < len(items) and items[j].start == i and items[j].end <= b:
                item = items[j]
                sign = _SIGNS.get(item.kind)
                j += 1
                if sign is not None:
                    inside[len(signs)] = item
                    names[len(signs)] = text[item.start : item.end]
                    signs.append(sign)
                    spans.append((item.start, item.end))
                    gloss = _GLOSS.match(text, item.end, b) if item.kind in ("person", "office") else None
                    i = gloss.end() if gloss is not None else item.end
                    continue
            elif j < len(items) and items[j].start < i:
                j += 1
                continue
            if text[i] != " " or not signs or signs[-1].isascii():
                signs.append(_WIDE.get(text[i], text[i]))
                spans.append((i, i + 1))
            i += 1
        found.append(Sentence(index + len(found), passage, kind, a, b, "".join(signs), tuple(spans), inside, names))
    return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """One or more actors told in a row (甲、乙和丙) at `first:last` of the tagged string, and what binds them.

    `role`: `plain`; `with` (同…, 与…); `to` (对…, 向…); `host` (应…邀请); `by` (被…, 由…, 获…); `place` (在…, 抵达…);
    `of` (…的, …方面的: a mere attribute); `source` (据…, …报道); `for` (代表…: not there).
    """

    first: int
    last: int
    actors: tuple[Actor, ...]
    role: str
    group: int = 0
    offices: bool = False


_DATELINE_REACH = 24
_LEFT = (
    ("for", re.compile("代表$")),
    ("host", re.compile("(?:应|獲|接受|受)$")),
    (
        "with",
        re.compile(
            "(?:同|与|和|跟|(?<![问提涉以触遍普波顾])及|偕|(?<!陪)同来[^，。]{0,20}的|与[^，。\ue000-\ue003]{0,14}的|(?<!陪)同[^，。\ue000-\ue003]{0,14}的|和[^，。\ue000-\ue003]{0,14}的|连同|[同与和]代表\ue000[^，。]{0,12}的|[同与和]代表\ue002\ue000[^，。]{0,12}的|(?<!陪)[同与和跟][^，。]{0,6}(?:访问|来访|到访|访)[^，。\ue000\ue001\ue003]{0,8}的)$"
        ),
    ),
    ("with", re.compile("(?:出席|参加|应约出席)$")),
    (
        "to",
        re.compile(
            "(?:对|向|给|就|针对|对于|(?:对|向|针对)[0-9一二三四五六七八九十数多两]{1,4}[名个家位]|把|(?<![即已也必曾])将|下令|要求|命令|敦促|责令|勒令|促|吁)$"
        ),
    ),
    ("invited", re.compile("(?:邀请|邀|提出|提议|建议)$")),
    ("by", re.compile("(?:被|遭|遭到|由|获|为|受到|让)$")),
    (
        "place",
        re.compile(
            "(?:在|于|自|从|到|赴|抵|抵达|前往|访|访问|来|飞抵|到访|出访|造访|驻|离开|返回|途经|往|至|进入|飞往|回到|重返|对)$"
        ),
    ),
    ("source", re.compile("(?:据|援引|引述|引用|据悉|根据)$")),
)
# A name in words that are quoted, or that only says what something is about: 「台湾有事」, 涉台言论.
_OPENED = ("「", "『", "“", "‘", "《", "涉", "所谓")
_TAKEN_UP = ("就任", "出任", "担任", "接任", "当选", "升任", "转任")  # an office somebody takes, nobody who acts
_INTO = ("在", "至", "抵达", "前往", "来到")  # before a ministry: its building
_RIGHT_HOST = re.compile("(?:的)?(?:邀请|之邀|方面邀请|方面的邀请|共同邀请)")
# "甲与乙的通话": both held it.
_RIGHT_CONTACT = re.compile(
    "的(?:这次|此次|首次|双边|视频|电话|上次|最近一次|间接|第[^，。]{1,3}[轮次]|首轮|新一轮|上一轮|下一轮)*(?:谈判|协商|通话|通电话|会谈|会晤|会面|会见|电话|磋商|对话)"
)
_RIGHT_OF = re.compile(
    "的|半岛|之|方面的|籍|总统府|境内|人民|企业|市场|问题|事务|公民|经济|军舰|船只|产品|商品|人权|原则|关系|两国关系|双边关系|经贸合作|合作(?!方|伙)|贸易战|争端|局势"
)


def phrases(sentence: Sentence) -> list[Phrase]:
    """The actor phrases of a sentence in order."""
    found: list[Phrase] = []
    positions = sorted(i for i, item in sentence.items.items() if item.actors or item.group)
    k = 0
    while k < len(positions):
        first = last = positions[k]
        members = [sentence.items[first]]
        while k + 1 < len(positions):
            gap = sentence.tagged[last + 1 : positions[k + 1]]
            if not _joins(gap, sentence.items[last], sentence.items[positions[k + 1]]):
                break
            k += 1
            last = positions[k]
            members.append(sentence.items[last])
        k += 1
        found.append(_phrase(sentence, first, last + 1, members))
    return found


# "（北京18日综合电）", "新华社北京3月5日电": where a report was written, no party to what it tells.
_DATELINE = re.compile(
    f"[（【(][^）】)]{{0,40}}[电讯訊電][）】)]|[^，。{PERSON}]{{0,12}}{DATE}(?:专|综合)?[电讯](?=[／/（(\\s{PERSON}{OFFICE}{PARTY}{DATE}{GROUP}]|第|应)"
)


def _joins(gap: str, left: Item, right: Item) -> bool:
    building = left.rule == "body" and not any(a.party for a in left.actors)  # "在万象总理府同…会谈"
    if gap in ("与", "同", "跟") and {left.kind, right.kind} <= {"person", "office"} and not building:
        return True
    bare = re.sub("[（(][^（()）]{1,60}[）)]|[二三四五六七八九十两]国(?:大使|外长|领导人|代表|使节)?", "", gap)
    if left.kind == right.kind == "party" and bare in ("-", "─", "—", "–", "－", "—"):
        return True
    if bare in ("、", "和", "及", "以及", "暨", "，及", "，以及", "，和"):
        return True
    if gap == "" and right.rule == "metonym" and left.kind == "party" and left.actors == right.actors:
        return True  # 中国北京
    return (
        bare == ""
        and gap == ""
        and left.kind == "party"
        and right.kind in ("person", "office")
        and (left.rule == "metonym" or {a.party for a in left.actors} == {a.party for a in right.actors if a.name})
    )


def _of_city(sentence: Sentence, last: int, members: list[Item]) -> bool:
    """Whether a country only tells where the city behind it lies: 南非约翰内斯堡."""
    inner = sentence.items.get(last)
    country = members[0].place[1] if len(members) == 1 and members[0].rule == "party" and members[0].place else None
    return inner is not None and inner.kind == "place" and inner.place is not None and inner.place[1] == country


def _phrase(sentence: Sentence, first: int, last: int, members: list[Item]) -> Phrase:
    left, right = sentence.tagged[:first], sentence.tagged[last : last + 8]
    actors = tuple(a for item in members for a in item.actors)
    group = max((item.group for item in members), default=0) if any(item.kind == "group" for item in members) else 0
    offices = all(item.kind in ("person", "office") for item in members)
    if not offices and members[-1].kind in ("person", "office") and last - first == len(members):
        offices = all(item.kind in ("person", "office", "party") for item in members)  # 瓜国总统…
    role = "plain"
    dateline = _DATELINE.match(sentence.tagged) if first < _DATELINE_REACH else None
    if dateline is not None and last <= dateline.end():
        return Phrase(first, last, actors, "source", group, offices)
    if offices and len(actors) == 1 and not actors[0].name and left.endswith(_TAKEN_UP):
        return Phrase(first, last, actors, "of", group, offices)
    if _of_city(sentence, last, members):
        return Phrase(first, last, actors, "place", group, offices)
    for name, pattern in _LEFT:
        if pattern.search(left):
            building = (
                len(members) == 1 and members[0].rule == "body" and left.endswith(("在", "至", "抵达", "前往", "来到"))
            )
            if name == "place" and not any(item.place for item in members) and not building:
                continue
            if name == "host" and not _RIGHT_HOST.match(right):
                continue
            if (
                name == "with"
                and left.endswith(("出席", "参加"))
                and not re.match("(?:举行|主持|举办|设)的?|为", right)
            ):
                continue
            if (
                name == "to"
                and left.endswith("对")
                and any(item.place for item in members)
                and re.match("进行|展开|作|的", right)
            ):
                name = "place"
            role = name
            break
    if role == "plain" and _RIGHT_HOST.match(right) and left.endswith(("应", "受")):
        role = "host"
    contact = len({a.party for a in actors}) > 1 and _RIGHT_CONTACT.match(right)
    if role == "plain" and not contact and (_RIGHT_OF.match(right) or left.endswith(_OPENED)):
        role = "of"
    return Phrase(first, last, actors, role, group, offices)
