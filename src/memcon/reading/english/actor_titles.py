"""Titles in a sentence: "Japanese Prime Minister", "the UK Defence Secretary", "his Chinese counterpart"."""

from dataclasses import dataclass

from memcon.reading.english.actor_complements import COMPOUND, PAIRS, STYLES, grow_right
from memcon.reading.english.actor_words import COUNTERPARTS, SUCCESSORS, ActorWords
from memcon.reading.english.lines import POSSESSIVE, Line

_SPOKEN = STYLES | POSSESSIVE | {"tan"}  # in a form of address, besides the words of honour
_DETERMINERS = frozenset(("the", "a", "an"))
_OWNERS = frozenset(("his", "her", "their", "its", "our", "my", "whose"))
_ADDRESS_OPENERS = frozenset(("his", "her", "royal"))
_ADDRESS_NOUNS = frozenset(("excellency", "majesty", "highness", "holiness", "eminence", "grace", "honour", "honor"))


@dataclass(frozen=True, slots=True)
class Title:
    """A title at tokens `first` to `last` (half-open) of a line; `head` is its head word's token.

    `parties` are the codes it names as its own; `owner` is the token of "his", "their", "its" before it; `start` is
    `first`, or the determiner or the owner's name before it (`patron`: "Trump's envoy"). `strong` titles make an
    official of any name beside them.
    """

    start: int
    first: int
    last: int
    head: int
    word: str
    text: str
    parties: tuple[str, ...]
    strong: bool
    plural: bool
    rank: bool
    former: bool
    owner: int | None
    determiner: str
    counterpart: bool
    sent: tuple[str, ...] = ()
    successor: bool = False
    honour: bool = False
    courtesy: bool = False
    patron: tuple[int, int] | None = None


def titles(line: Line, words: ActorWords) -> list[Title]:
    """All titles of a line, in order, none overlapping."""
    found: list[Title] = []
    i, floor = 0, 0
    tokens = line.tokens
    if words.may_head.isdisjoint(line.sentence.lowers):
        return found
    while i < len(tokens):
        if tokens[i].lower in words.may_head and _is_head(line, words, i):
            title = _grow(line, words, i, floor)
            if title is not None:
                found.append(title)
                floor = i = title.last
                continue
        i += 1
    return found


def _is_head(line: Line, words: ActorWords, i: int) -> bool:
    token = line.tokens[i]
    word = token.lower
    if word in COUNTERPARTS or word in SUCCESSORS:
        return True
    if i in line.known_name_tokens or (word == "mp" and _post_nominal(line, i)):
        return False
    strong, weak = word in words.strong, word in words.weak
    following = line.tokens[i + 1].lower if i + 1 < len(line.tokens) else ""
    if word == "tan":  # "Tan Sri Muhyiddin Yassin", not "Tan See Leng"
        return (word, following) in PAIRS
    if not strong and not weak and word not in words.honour:
        return False
    capital = token.text[0].isupper()
    if word in _ADDRESS_OPENERS:  # "His Excellency", "Her Royal Highness", not "the Royal Navy"
        return capital and i + 1 < len(line.tokens) and line.tokens[i + 1].lower in _ADDRESS_NOUNS | _ADDRESS_OPENERS
    if word in words.honour and not strong and not weak:
        return capital and _next_is_name(line, i)
    if token.pos == "VERB" and not capital:
        return False
    if word == "official" and token.tag == "JJ":  # "Lavrov's official visit"
        return False
    if word == "general":  # "general election", "General Assembly", "attorney general"
        before = line.tokens[i - 1].lower if i else ""
        if i > 1 and before in COMPOUND:
            before = line.tokens[i - 2].lower
        return (before, word) in PAIRS or (capital and _next_is_name(line, i))
    if word == "charge":
        return i + 1 < len(line.tokens) and line.tokens[i + 1].lower in ("d'affaires", "d’affaires", "d'", "d’")
    if word == "assistant":
        return following == "to"
    if word in words.modifiers and (following in words.modifiers or following in words.heads) and following != "of":
        return False  # "Deputy Prime Minister", "Chief Cabinet Secretary": part of the title to come
    if word == "member" and following == "of":
        return True
    if word in ("member", "members", "vice", "deputy") and not (i and _before_is_party(line, i)) and not capital:
        return False
    if word in words.honour and not capital:
        return False
    return not (word in ("chair", "head", "chief", "counsel", "lead") and token.pos in ("VERB", "ADJ", "AUX"))


def _post_nominal(line: Line, i: int) -> bool:
    """Whether letters stand behind a name and not before one: "Peter Dutton MP, Minister for ..."."""
    tokens = line.tokens
    if i == 0 or not tokens[i - 1].text[0].isupper():
        return i > 0 and tokens[i - 1].text == ","
    return i + 1 >= len(tokens) or not tokens[i + 1].text[0].isupper()


def _next_is_name(line: Line, i: int) -> bool:
    if i + 2 < len(line.tokens) and line.tokens[i].lower == "dato" and line.tokens[i + 1].text in POSSESSIVE:
        i += 1
    if i + 1 >= len(line.tokens):
        return False
    after = line.tokens[i + 1]
    return after.text[0].isupper() and after.pos in ("PROPN", "NOUN", "ADJ") and i + 1 not in line.word_at


def _before_is_party(line: Line, i: int) -> bool:
    return i - 1 in line.word_at or (line.tokens[i - 1].text in POSSESSIVE and i - 2 in line.word_at)


def _grow(line: Line, words: ActorWords, head: int, floor: int) -> Title | None:
    tokens = line.tokens
    first, parties = _grow_left(line, words, head, floor)
    last, more, sent = grow_right(line, words, head)
    core = tokens[head].lower
    start, owner, determiner = first, None, ""
    if first > floor and tokens[first - 1].lower in _OWNERS:
        owner, start, determiner = first - 1, first - 1, tokens[first - 1].lower
    elif first > floor and tokens[first - 1].lower in _DETERMINERS:
        start, determiner = first - 1, tokens[first - 1].lower
    if core in SUCCESSORS and first > floor + 1 and tokens[first - 1].text in POSSESSIVE:
        start = first - 1
        while start > floor and tokens[start - 1].text[0].isupper():  # "Wei Fenghe's successor"
            start -= 1
    patron = _patron(line, first, floor) if owner is None and determiner == "" and not parties else None
    start = patron[0] if patron is not None else start
    plural = tokens[head].tag in ("NNS", "NNPS") or (
        core.endswith("s") and core not in words.honour and core[:-1] in words.heads
    )
    own = tuple(dict.fromkeys(code for code in (*parties, *more) if code not in words.groupings))
    text_first = first
    while text_first < head and tokens[text_first].text in POSSESSIVE | COMPOUND | {",", "and"}:
        text_first += 1
    strong = core in words.strong or (core in words.honour and core not in words.weak)
    return Title(
        start=start,
        first=first,
        last=last,
        head=head,
        word=core,
        text=_role(line, text_first, last, head),
        parties=own,
        strong=strong or bool(own) or core in COUNTERPARTS | SUCCESSORS,
        plural=plural and core != "excellency",
        rank=all(tokens[j].lower in words.ranks or tokens[j].text in "-." for j in range(first, last)),
        former=any(tokens[j].lower in words.former for j in range(first, head)),
        owner=owner,
        determiner=determiner,
        counterpart=core in COUNTERPARTS,
        successor=core in SUCCESSORS,
        honour=core in words.plain_honour and last - first == 1,
        courtesy=_is_courtesy(line, words, first, last) and core not in words.heads,
        patron=patron,
        sent=tuple(sent),
    )


def _is_courtesy(line: Line, words: ActorWords, first: int, last: int) -> bool:
    """Whether a title is a form of address alone: "Dr", "His Excellency", "Tan Sri"."""
    return all(t.lower in words.honour or t.lower in _SPOKEN for t in line.tokens[first:last])


def _patron(line: Line, first: int, floor: int) -> tuple[int, int] | None:
    """The tokens of the name whose possessive stands before a title: "Trump's Middle East envoy"."""
    tokens = line.tokens
    if first - 2 < floor or tokens[first - 1].text not in POSSESSIVE:
        return None
    begin = end = first - 1
    while begin > floor and tokens[begin - 1].text[0].isupper() and tokens[begin - 1].pos == "PROPN":
        begin -= 1
    if begin == end or any(i in line.word_at or i in line.place_tokens for i in range(begin, end)):
        return None
    return begin, end


def _role(line: Line, first: int, last: int, head: int) -> str:
    """The title as written, without the party before it, its possessive, and words like "visiting" before that."""
    i = first
    party = next((w for w in line.words if first <= w.first and w.last <= head and w.kind in ("name", "demonym")), None)
    if party is not None and all(t.text[0].islower() and t.lower != "former" for t in line.tokens[first : party.first]):
        i = party.first
    while i < head:
        word = line.word_at.get(i)
        if word is not None and word.last <= head and word.kind in ("name", "demonym"):
            i = word.last
        elif line.tokens[i].text in POSSESSIVE or line.tokens[i].text in (",", "and", "-", "–", "]"):
            i += 1
        else:
            break
    return line.quote(i, last)


def _grow_left(line: Line, words: ActorWords, head: int, floor: int) -> tuple[int, list[str]]:
    """The first token of a title and the parties named before its head, in order."""
    tokens = line.tokens
    parties: list[str] = []
    i = head
    while i > floor:
        word = line.word_at.get(i - 1)
        if word is not None and word.first >= floor:
            parties.insert(0, word.code)
            i = word.first
        elif _part_of_title(line, words, i, floor, head):
            i -= 1
        else:
            break
    # A modifier cut off from its list ("and trade minister") or a verb read as one ("state") never opens a title.
    while i < head and tokens[i].text in POSSESSIVE | COMPOUND | {",", "and"}:
        i += 1
    return i, list(dict.fromkeys(parties))


def _part_of_title(line: Line, words: ActorWords, i: int, floor: int, head: int) -> bool:
    """Whether the token before `i` belongs to the title that so far begins at `i`."""
    tokens = line.tokens
    before = tokens[i - 1]
    if before.lower in words.modifiers or (before.lower in words.topics and before.text[0].isupper()):
        if before.lower == "under":  # "Under Secretary", not "Under President Marcos"
            return tokens[i].lower in ("secretary", "-")
        small_before_capital = before.text[0].islower() and tokens[i].text[0].isupper() and i not in line.word_at
        return not small_before_capital or before.lower in words.before_capital
    if before.lower in words.heads and _joins(line, i, words):
        return True
    if before.lower in words.ranks and before.text[0].isupper() and tokens[i].lower in words.ranks:
        return True  # "Lieutenant General", "Rear Admiral"
    if i - 1 in line.place_tokens and before.text[0].isupper():
        return True
    if _portfolio(line, i, floor, head):
        return True
    if i - 2 < floor:
        return False
    if before.text == "]":  # "[Russian] President"
        return i - 2 in line.word_at
    if before.text in POSSESSIVE:
        return i - 2 in line.word_at or (
            tokens[i - 2].lower in words.of_party and i - 3 >= floor and i - 3 in line.word_at
        )
    if before.lower in words.of_party and tokens[i].text in POSSESSIVE:  # "the Syrian government's minister"
        return i - 2 in line.word_at
    if before.text in COMPOUND:
        dash = before.text in ("-", "–")  # with a space on either side it parts a dateline: "CANBERRA – Prime Minister"
        if dash and not (line.glued(i - 1) or line.glued(i)):
            return False
        return i - 2 in line.word_at or tokens[i - 2].lower in words.modifiers
    return before.lower in ("and", ",") and _listed(line, words, i - 2, i, head)


def _portfolio(line: Line, i: int, floor: int, head: int) -> bool:
    """Whether the token before `i` is an unknown word of a minister's portfolio, with a party's name ahead of it:
    "Singapore's Manpower Minister", "Malaysian Plantation Industries Minister".
    """
    tokens = line.tokens
    if tokens[head].lower not in ("minister", "ministers") or not tokens[head].text[0].isupper():
        return False
    for k in range(i - 1, max(floor, head - 4), -1):
        if not tokens[k].text[0].isupper() or tokens[k].pos not in ("PROPN", "NOUN", "ADJ") or k in line.word_at:
            return False
        ahead = k - 2 if tokens[k - 1].text in POSSESSIVE else k - 1
        word = line.word_at.get(ahead)
        if word is not None:
            return ahead >= floor and (word.kind == "demonym" or ahead == k - 2)
    return False


def _joins(line: Line, i: int, words: ActorWords) -> bool:
    """Whether a head word before another belongs to one title: "Minister Counsellor", "party chief secretary"."""
    return line.tokens[i - 1].text[0].isupper() == line.tokens[i].text[0].isupper()


def _listed(line: Line, words: ActorWords, left: int, right: int, head: int) -> bool:
    """Whether "and" or a comma joins parts of one title: "Foreign and Defence Minister"."""
    tokens = line.tokens
    if left in line.word_at and right in line.word_at:
        return tokens[head].tag in ("NNS", "NNPS") or tokens[head].lower.endswith("s")
    if left in line.word_at or right in line.word_at:
        return False
    if tokens[left].text[0].isupper() != tokens[right].text[0].isupper() or tokens[left].lower in words.former:
        return False
    if tokens[left + 1].text == "," and not any(t.lower in ("and", "&") for t in tokens[right:head]):
        return False  # a comma alone parts two things: "the Summit, National Climate Advisor"
    listed = words.modifiers | words.topics if tokens[left].text[0].isupper() else words.modifiers
    return tokens[left].lower in listed and tokens[right].lower in listed
