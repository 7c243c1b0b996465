"""Titles in a sentence: "Japanese Prime Minister", "the UK Defence Secretary", "his Chinese counterpart"."""

from dataclasses import dataclass

from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import Line

_POSSESSIVE = frozenset(("'s", "’s", "'", "’", "s'"))
_DETERMINERS = frozenset(("the", "a", "an"))
_OWNERS = frozenset(("his", "her", "their", "its", "our", "my", "whose"))
# Words that follow a head and belong to it: "Ambassador Extraordinary and Plenipotentiary", "President-elect".
_BEHIND = frozenset(
    ["elect", "designate", "emeritus", "counsellor", "delegate", "plenipotentiary", "extraordinary", "nominee"]
)
_ADDRESS_OPENERS = frozenset(("his", "her", "royal"))
_ADDRESS_NOUNS = frozenset(("excellency", "majesty", "highness", "holiness", "eminence", "grace", "honour", "honor"))
_CLOSING_TOPICS = frozenset(
    ("affairs", "development", "relations", "cooperation", "services", "resources", "security", "protection")
)
# Heads that serve another title: "Assistant to the President for National Security Affairs".
_STAFF = frozenset(
    ("assistant", "adviser", "advisor", "aide", "deputy", "counsellor", "counselor", "secretary", "envoy")
)
_COUNTERPARTS = frozenset(("counterpart", "counterparts"))
_SUCCESSORS = frozenset(("successor", "predecessor"))
_COMPOUND = frozenset(("-", "–", "/", "&"))
_NOMINAL = frozenset(("PROPN", "ADJ", "NOUN"))
_MAX_ELEMENTS = 14
# Titles of two words whose first word is not by itself a head.
_PAIRS = {
    *((w, "general") for w in ("attorney", "secretary", "director", "governor", "consul", "solicitor")),
    ("prime", "minister"),
    ("crown", "prince"),
    ("high", "representative"),
    ("chief", "executive"),
    ("press", "secretary"),
    ("first", "lady"),
}


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
    while i < len(tokens):
        if _is_head(line, words, i):
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
    if word in _COUNTERPARTS or word in _SUCCESSORS:
        return True
    if i in line.known_name_tokens or (word == "mp" and _post_nominal(line, i)):
        return False
    strong, weak = word in words.strong, word in words.weak
    if not strong and not weak and word not in words.honour:
        return False
    capital = token.text[0].isupper()
    if word in _ADDRESS_OPENERS:  # "His Excellency", "Her Royal Highness", not "the Royal Navy"
        return capital and i + 1 < len(line.tokens) and line.tokens[i + 1].lower in _ADDRESS_NOUNS | _ADDRESS_OPENERS
    if word in words.honour and not strong and not weak:
        return capital and _next_is_name(line, i)
    if token.pos == "VERB" and not capital:
        return False
    if word == "general":  # "general election", "General Assembly", "attorney general"
        before = line.tokens[i - 1].lower if i else ""
        if i > 1 and before in _COMPOUND:
            before = line.tokens[i - 2].lower
        return (before, word) in _PAIRS or (capital and _next_is_name(line, i))
    if word == "charge":
        return i + 1 < len(line.tokens) and line.tokens[i + 1].lower in ("d'affaires", "d’affaires", "d'", "d’")
    following = line.tokens[i + 1].lower if i + 1 < len(line.tokens) else ""
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
    if i + 1 >= len(line.tokens):
        return False
    after = line.tokens[i + 1]
    return after.text[0].isupper() and after.pos in ("PROPN", "NOUN", "ADJ") and i + 1 not in line.word_at


def _before_is_party(line: Line, i: int) -> bool:
    return i - 1 in line.word_at or (line.tokens[i - 1].text in _POSSESSIVE and i - 2 in line.word_at)


def _grow(line: Line, words: ActorWords, head: int, floor: int) -> Title | None:
    tokens = line.tokens
    first, parties = _grow_left(line, words, head, floor)
    last, more, sent = _grow_right(line, words, head)
    core = tokens[head].lower
    start, owner, determiner = first, None, ""
    if first > floor and tokens[first - 1].lower in _OWNERS:
        owner, start, determiner = first - 1, first - 1, tokens[first - 1].lower
    elif first > floor and tokens[first - 1].lower in _DETERMINERS:
        start, determiner = first - 1, tokens[first - 1].lower
    if core in _SUCCESSORS and first > floor + 1 and tokens[first - 1].text in _POSSESSIVE:
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
    while text_first < head and tokens[text_first].text in _POSSESSIVE | _COMPOUND | {",", "and"}:
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
        strong=strong or bool(own) or core in _COUNTERPARTS | _SUCCESSORS,
        plural=plural and core != "excellency",
        rank=all(tokens[j].lower in words.ranks or tokens[j].text in "-." for j in range(first, last)),
        former=any(tokens[j].lower in words.former for j in range(first, head)),
        owner=owner,
        determiner=determiner,
        counterpart=core in _COUNTERPARTS,
        successor=core in _SUCCESSORS,
        honour=core in words.plain_honour and last - first == 1,
        courtesy=all(tokens[j].lower in words.honour for j in range(first, last)) and core not in words.heads,
        patron=patron,
        sent=tuple(sent),
    )


def _patron(line: Line, first: int, floor: int) -> tuple[int, int] | None:
    """The tokens of the name whose possessive stands before a title: "Trump's Middle East envoy"."""
    tokens = line.tokens
    if first - 2 < floor or tokens[first - 1].text not in _POSSESSIVE:
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
        elif line.tokens[i].text in _POSSESSIVE or line.tokens[i].text in (",", "and", "-", "–", "]"):
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
    while i < head and tokens[i].text in _POSSESSIVE | _COMPOUND | {",", "and"}:
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
    if i - 2 < floor:
        return False
    if before.text == "]":  # "[Russian] President"
        return i - 2 in line.word_at
    if before.text in _POSSESSIVE:
        return i - 2 in line.word_at or (
            tokens[i - 2].lower in words.of_party and i - 3 >= floor and i - 3 in line.word_at
        )
    if before.lower in words.of_party and tokens[i].text in _POSSESSIVE:  # "the Syrian government's minister"
        return i - 2 in line.word_at
    if before.text in _COMPOUND:
        return i - 2 in line.word_at or tokens[i - 2].lower in words.modifiers
    return before.lower in ("and", ",") and _listed(line, words, i - 2, i, head)


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


def _grow_right(line: Line, words: ActorWords, head: int) -> tuple[int, list[str], list[str]]:
    """The end of a title, the parties named behind "of", and those behind "to" or "for"."""
    tokens = line.tokens
    i = head + 1
    parties: list[str] = []
    sent: list[str] = []
    core = tokens[head].lower
    if core == "counterpart":
        return i, parties, sent
    while i < len(tokens) and _continues(line, words, i):
        i += 1
    many = (core.endswith("s") and core not in words.strong - {"presidents", "ministers"}) or tokens[head].tag in (
        "NNS",
        "NNPS",
    )
    while i + 1 < len(tokens) and i - head < _MAX_ELEMENTS * 2:
        preposition = tokens[i].lower
        if many and preposition in ("of", "from"):
            end, codes = _party_list(line, i + 1)
            if codes:
                parties.extend(codes)
                i = end
                continue
        if preposition == "in" and tokens[i + 1].lower == "chief":
            i += 2
            continue
        if preposition == "d'affaires" or preposition == "d’affaires":
            i += 1
            continue
        if preposition == "at" and core in words.weak | {"counsellor", "attaché", "secretary"} and not parties:
            end, codes, _ = _complement(line, words, i + 1)
            if end > i + 1 and (codes or any(tokens[k].lower in words.institutions for k in range(i, end))):
                parties.extend(codes)
                i = end
            break
        if preposition not in ("of", "for", "to", "on") or (preposition == "to" and core not in words.sent_to):
            break
        if preposition == "on" and core not in ("envoy", "rapporteur", "representative", "adviser", "advisor"):
            break
        end, codes, inner = _complement(line, words, i + 1, core in _STAFF and preposition == "to")
        if end == i + 1:
            break
        own = preposition == "of" and not (parties and core not in words.sent_to)
        (parties if own else sent).extend(codes)
        parties.extend(inner)
        i = end
    return i, parties, sent


def _continues(line: Line, words: ActorWords, i: int) -> bool:
    """Whether the word right behind a head is part of the title: "Secretary-General", "Minister Counsellor"."""
    tokens = line.tokens
    word = tokens[i].lower
    if (
        word in _COMPOUND
        and line.glued(i)
        and i + 1 < len(tokens)
        and (tokens[i + 1].lower in words.heads or tokens[i + 1].lower in words.modifiers)
    ):
        return True
    if (tokens[i - 1].lower, word) in _PAIRS or (
        tokens[i - 1].text in _COMPOUND and i > 1 and word in words.modifiers | words.heads
    ):
        return True
    if word in ("-", "–"):
        return False
    if word == "and" and i + 1 < len(tokens) and tokens[i + 1].lower == "plenipotentiary":
        return True
    return word in _BEHIND or (
        (
            word in (words.strong | words.ranks)
            and tokens[i].text[0].isupper()
            and tokens[i - 1].text[0].isupper()
            and word not in ("king", "prince", "general")
        )
        or (word == "general" and (tokens[i - 1].lower, word) in _PAIRS)
    )


def _complement(line: Line, words: ActorWords, i: int, serves: bool = False) -> tuple[int, list[str], list[str]]:
    """The end of what stands behind a title's preposition (`i` itself where nothing fits), and the parties in it.

    The second list has those behind an inner "of": "Minister for Foreign Affairs of Iran". `serves` lets another title
    stand there: "Assistant to the President".
    """
    tokens = line.tokens
    begin, elements = i, 0
    codes: list[str] = []
    inner: list[str] = []
    last_good = i
    behind_of = False
    while i < len(tokens) and elements < _MAX_ELEMENTS:
        token = tokens[i]
        word = line.word_at.get(i)
        if word is not None:
            if i + (word.last - word.first) > len(tokens):
                break
            (inner if behind_of and elements else codes).append(word.code)
            i = last_good = word.last
            elements += 1
        elif (
            (serves and token.lower in words.strong)
            or (token.lower in words.heads and _owns(line, i))
            or _topic(line, words, i, elements == 0)
        ):
            i += 1
            elements += 1
            last_good = i
        elif token.lower in ("the", "of", "&", "and", ",", "-", "for", "his", "its") or token.text in _POSSESSIVE:
            if token.lower in ("and", ",") and not _goes_on(line, words, i):
                break
            lower_next = i + 1 >= len(tokens) or not tokens[i + 1].text[0].isupper()
            if token.text in _POSSESSIVE and i - 1 in line.word_at and lower_next:
                break  # "the Prime Minister of Fiji's team"
            if token.lower == "for" and elements == 0:
                break
            behind_of = behind_of or token.lower == "of"
            i += 1
        else:
            break
    return (last_good if elements else begin), codes, inner


def _party_list(line: Line, i: int) -> tuple[int, list[str]]:
    """The end of a list of parties and their codes: "from the United States, South Korea and Japan"."""
    tokens = line.tokens
    codes: list[str] = []
    end = i
    while i < len(tokens):
        word = line.word_at.get(i)
        if word is not None and word.kind in ("name", "body", "capital"):
            codes.append(word.code)
            i = end = word.last
        elif tokens[i].lower in (("the", "and", ",", "&", "both") if codes else ("the", "both")):
            i += 1
        else:
            break
    return end, codes


def _owns(line: Line, i: int) -> bool:
    """Whether a word is followed by a possessive: "the King's Office"."""
    return i + 1 < len(line.tokens) and line.tokens[i + 1].text in _POSSESSIVE


def _topic(line: Line, words: ActorWords, i: int, opening: bool) -> bool:
    """Whether a word can stand behind a title's "of" or "for": a topic, a place, a capitalised word."""
    token = line.tokens[i]
    if token.lower in words.modifiers:
        return token.text[0].isupper() or token.pos != "VERB"
    if token.lower in words.topics and token.text[0].isupper():
        return True
    if i in line.place_tokens:
        return True
    if token.text[0].isupper() and not opening and _affairs_ahead(line, words, i):
        return True
    return opening and token.text[0].isupper() and token.pos in _NOMINAL and token.lower not in words.never


def _affairs_ahead(line: Line, words: ActorWords, i: int) -> bool:
    """Whether an unknown capitalised word leads on to a topic: "Multicultural and Indigenous Affairs"."""
    tokens = line.tokens
    for k in range(i + 1, min(i + 5, len(tokens))):
        lower = tokens[k].lower
        if lower in _CLOSING_TOPICS:
            return tokens[k].text[0].isupper()
        if lower in words.heads or not (tokens[k].text[0].isupper() or lower in ("and", "&", ",")):
            return False
    return False


def _goes_on(line: Line, words: ActorWords, i: int) -> bool:
    """Whether a list inside a title goes on behind "and" or a comma: topic words with no head among them."""
    tokens = line.tokens
    if tokens[i].lower == "," and i and i - 1 in line.word_at:
        return False
    j = i + 1
    seen = 0
    while j < len(tokens) and j - i < 6:
        lower = tokens[j].lower
        if lower in words.strong or (lower in words.weak and lower not in words.modifiers) or lower in _COUNTERPARTS:
            return False
        if j in line.word_at:
            # "of Foreign Affairs of Japan and China" does not go on; "Commonwealth and Development" does.
            return False
        if lower in words.modifiers or (lower in words.topics and tokens[j].text[0].isupper()):
            seen += 1
        elif lower not in ("and", "&", ",", "the"):
            break
        j += 1
    return seen > 0
