"""What stands behind a title's head: "of State", "for Foreign, Commonwealth and Development Affairs", "to Oman"."""

from memcon.reading.english.actor_words import COUNTERPARTS, ActorWords
from memcon.reading.english.lines import POSSESSIVE, Line

COMPOUND = frozenset(("-", "–", "/", "&"))
# Titles of two words whose first word is not by itself a head.
PAIRS = {
    *((w, "general") for w in ("attorney", "secretary", "director", "governor", "consul", "solicitor")),
    ("prime", "minister"),
    ("crown", "prince"),
    ("high", "representative"),
    ("chief", "executive"),
    ("press", "secretary"),
    ("first", "lady"),
    *((w, style) for w in ("datuk", "dato", "datin", "tan") for style in ("seri", "sri")),
    ("samdech", "techo"),
}
# Second words of a Malay or Khmer style of address: "Tan Sri", "Datuk Seri", "Samdech Techo".
STYLES = frozenset(("sri", "seri", "techo"))
# Words that follow a head and belong to it: "Ambassador Extraordinary and Plenipotentiary", "President-elect".
_BEHIND = frozenset(
    ["elect", "designate", "emeritus", "counsellor", "delegate", "plenipotentiary", "extraordinary", "nominee"]
)
_CLOSING_TOPICS = frozenset(
    ("affairs", "development", "relations", "cooperation", "services", "resources", "security", "protection")
)
# What an envoy is for, behind its name: "on the Middle East issue", "for the Korean nuclear question".
_MATTERS = frozenset(
    ("issue", "issues", "question", "crisis", "conflict", "process", "settlement", "situation", "peace", "nuclear")
)
# Heads that serve another title: "Assistant to the President for National Security Affairs".
_STAFF = frozenset(
    ("assistant", "adviser", "advisor", "aide", "deputy", "counsellor", "counselor", "secretary", "envoy")
)
_NOMINAL = frozenset(("PROPN", "ADJ", "NOUN"))
_MAX_ELEMENTS = 14


def grow_right(line: Line, words: ActorWords, head: int) -> tuple[int, list[str], list[str]]:
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
        if many and preposition == "to" and core in words.sent_to:
            end, codes = _party_list(line, i + 1)
            if codes:
                sent.extend(codes)
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
        word in COMPOUND
        and line.glued(i)
        and i + 1 < len(tokens)
        and (tokens[i + 1].lower in words.heads or tokens[i + 1].lower in words.modifiers)
    ):
        return True
    if tokens[i].text in POSSESSIVE and line.glued(i) and tokens[i - 1].lower == "dato":
        return True  # "Dato' Seri"
    if tokens[i - 1].text in POSSESSIVE and i > 1 and (tokens[i - 2].lower, word) in PAIRS:
        return True
    if (tokens[i - 1].lower, word) in PAIRS or (
        tokens[i - 1].text in COMPOUND and i > 1 and word in words.modifiers | words.heads
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
        or (word == "general" and (tokens[i - 1].lower, word) in PAIRS)
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
            or (elements and token.lower in _MATTERS)
        ):
            i += 1
            elements += 1
            last_good = i
        elif token.lower in ("the", "of", "&", "and", ",", "-", "for", "his", "its") or token.text in POSSESSIVE:
            if token.lower in ("and", ",") and not _goes_on(line, words, i):
                break
            lower_next = i + 1 >= len(tokens) or not tokens[i + 1].text[0].isupper()
            if token.text in POSSESSIVE and i - 1 in line.word_at and lower_next:
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
    return i + 1 < len(line.tokens) and line.tokens[i + 1].text in POSSESSIVE


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
    """Whether an unknown capitalised word leads on to a topic: "Multicultural and Indigenous Affairs".

    Not to one that opens another title: "Secretary of State Antony Blinken and National Security Adviser".
    """
    tokens = line.tokens
    for k in range(i + 1, min(i + 5, len(tokens))):
        lower = tokens[k].lower
        if lower in _CLOSING_TOPICS:
            another = k + 1 < len(tokens) and tokens[k + 1].lower in words.heads
            return tokens[k].text[0].isupper() and not another
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
        if lower in words.strong or (lower in words.weak and lower not in words.modifiers) or lower in COUNTERPARTS:
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
