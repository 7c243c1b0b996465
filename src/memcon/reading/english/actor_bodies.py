"""Parties by name, governments meant by a capital or a seat, and bodies: "Chinese officials", "the Pentagon"."""

from memcon.reading.analysis import Actor, Mention, Token
from memcon.reading.english.actor_words import ActorWords
from memcon.reading.english.lines import POSSESSIVE, Line, PartyWord, mention

_DATELINE_ENDS = frozenset(("-", "–", "—", "--", ":"))
_ACRONYM = 3  # letters: "UK - EU summit" is not sent from the UK
_LONGEST_DATELINE = 9  # tokens behind the place: ", Nov. 12 (Xinhua) --"
_LONGEST_BODY = 6  # tokens between the party and the body's noun


def parties_and_bodies(line: Line, words: ActorWords, taken: set[int]) -> list[Mention]:
    """The mentions of parties in a line that stand in no person's or office's mention."""
    found: list[Mention] = []
    sent_from = _dateline(line)
    free = [w for w in line.words if w.first not in taken and w.first not in sent_from and not _origin(line, words, w)]
    done: set[int] = set()
    for word in free:
        if word.first in done:
            continue
        body = _body(line, words, word, taken)
        if body is not None:
            first, last, codes = body
            done.update(range(first, last))
            found.append(
                mention(
                    line,
                    first,
                    last,
                    "body",
                    tuple(Actor(role=line.quote(first, last), party=c) for c in codes),
                    "party_body",
                )
            )
            continue
        single = _alone(line, words, word)
        if single is not None:
            found.append(single)
    found.extend(
        _bodies_of(line, words, taken | {i for m in found if m.kind == "body" for i in range(m.first, m.last)}, found)
    )
    return _without_swallowed(found)


def _origin(line: Line, words: ActorWords, word: PartyWord) -> bool:
    """Whether a party only tells where somebody or something is from: "German-born artists"."""
    behind = [t.lower for t in line.tokens[word.last : word.last + 2]]
    return behind[:1] == ["-"] and behind[-1] in words.origins


def _dateline(line: Line) -> range:
    """The tokens of the place a report was sent from, which is no party to what it tells: "JAKARTA – ", "TOKYO (Jiji
    Press) — ", "Kathmandu, Jan. 31: "."""
    first = 2 if len(line.tokens) > 2 and line.tokens[1].text == ":" and line.tokens[0].pos != "VERB" else 0
    word = line.word_at.get(first)
    if word is None or word.first != first or line.shouted:
        return range(0)
    seen = line.tokens[word.last : word.last + _LONGEST_DATELINE]
    stop = next((t for t in seen if t.text in _DATELINE_ENDS and not line.glued(t.i)), None)
    if stop is None or any(t.pos in ("VERB", "AUX") for t in seen[: stop.i - word.last]):
        return range(0)
    name = line.quote(word.first, word.last)
    capitals = name.isupper() and len(name) > _ACRONYM
    told = stop.i > word.last and any(c.isdigit() for t in seen[: stop.i - word.last] for c in t.text)
    return range(first, stop.i) if capitals or told or (word.kind == "capital" and stop.text == "—") else range(0)


def _without_swallowed(found: list[Mention]) -> list[Mention]:
    bodies = [m for m in found if m.kind == "body"]
    return [m for m in found if m.kind == "body" or not any(b.first <= m.first and m.last <= b.last for b in bodies)]


def _body(line: Line, words: ActorWords, word: PartyWord, taken: set[int]) -> tuple[int, int, tuple[str, ...]] | None:
    """ "Chinese officials", "the Ukrainian delegation", "Iran's foreign ministry", "US and South Korean officials"."""
    tokens = line.tokens
    i = word.last
    codes = [word.code]
    while i + 1 < len(tokens) and tokens[i].lower in ("and", "-", "–", "/", ",") and i + 1 in line.word_at:
        following = line.word_at[i + 1]
        if following.kind not in ("demonym", "name") or word.kind not in ("demonym", "name"):
            break
        codes.append(following.code)
        i = following.last
    possessive = i < len(tokens) and tokens[i].text in POSSESSIVE
    if word.kind in ("capital", "metonym") and not possessive:
        return None
    if possessive:
        i += 1
    begin, last = i, None
    while i < len(tokens) and i - begin < _LONGEST_BODY and i not in taken and i not in line.word_at:
        token = tokens[i]
        if token.lower in words.body_nouns:
            last = i + 1
        elif last is not None or not _qualifies(token, words):
            break
        i += 1
    if last is None:
        return None
    if tokens[last - 1].lower in (
        "foreign",
        "state",
        "coast",
        "air",
        "royal",
        "court",
        "people",
        "republic",
        "nation",
        "company",
        "companies",
    ) and tokens[last - 1].tag not in ("NNS",):
        return None
    if tokens[last - 1].pos not in ("NOUN", "PROPN"):
        return None
    return word.first, last, tuple(dict.fromkeys(c for code in codes for c in words.expanded.get(code, (code,))))


def _qualifies(token: Token, words: ActorWords) -> bool:
    return token.lower in words.modifiers or token.pos in ("ADJ", "NOUN", "PROPN") or token.text in ("-", "–")


def _alone(line: Line, words: ActorWords, word: PartyWord) -> Mention | None:
    kind = word.kind
    actor = tuple(Actor(party=code) for code in words.expanded.get(word.code, (word.code,)))
    if kind in ("capital", "metonym"):
        rule = _government(line, words, word)
        return mention(line, word.first, word.last, "metonym", actor, rule) if rule else None
    if kind == "body":
        if word.last < len(line.tokens) and line.tokens[word.last].lower in ("consultation", "consultations"):
            return None  # "Foreign Office Consultations" are held by ministries of any two states
        if _is_place(line, words, word) and line.quote(word.first, word.last) in (
            "Pentagon",
            "State Department",
            "Knesset",
        ):
            return None
        return mention(
            line,
            word.first,
            word.last,
            "body",
            (Actor(role=line.quote(word.first, word.last), party=word.code),),
            "body_name",
        )
    if kind == "demonym":
        return mention(line, word.first, word.last, "party", actor, "demonym" if _is_noun(line, word) else "adjective")
    rule = (
        "party_place" if _is_place(line, words, word) else "party_adjective" if _modifies(line, word) else "party_name"
    )
    return mention(line, word.first, word.last, "party", actor, rule)


def _is_noun(line: Line, word: PartyWord) -> bool:
    token = line.tokens[word.last - 1]
    return token.pos in ("NOUN", "PROPN") and not _modifies(line, word)


def _modifies(line: Line, word: PartyWord) -> bool:
    token = line.tokens[word.last - 1]
    return token.dep in ("compound", "amod", "nmod") and token.head >= word.last


def _is_place(line: Line, words: ActorWords, word: PartyWord) -> bool:
    i = word.first - 1
    while i >= 0 and line.tokens[i].lower in ("the", "central", "downtown", "nearby", "neighbouring", "neighboring"):
        i -= 1
    return i >= 0 and line.tokens[i].lower in words.place_before


def _government(line: Line, words: ActorWords, word: PartyWord) -> str | None:
    """By which use a capital or seat stands for its government here; None where it is a place."""
    tokens = line.tokens
    token = tokens[word.last - 1]
    before = tokens[word.first - 1] if word.first else None
    after = tokens[word.last] if word.last < len(tokens) else None
    if before is not None and before.lower == "the" and word.first > 1:
        before = tokens[word.first - 2]
    if after is not None and after.text in POSSESSIVE:
        noun = next(
            (
                t
                for t in tokens[word.last + 1 : word.last + 5]
                if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "amod")
            ),
            None,
        )
        if before is not None and before.lower in ("in", "at", "near"):
            return None
        return "metonym_owner" if noun is None or noun.lower not in words.place_nouns else None
    if token.dep in ("nsubj", "agent") or (
        token.dep == "nsubjpass" and tokens[token.head].lemma not in ("visit", "hold", "attack", "bomb", "strike")
    ):
        return "metonym_subject"
    if before is None:
        return "metonym_subject" if token.dep in ("nsubj", "nsubjpass") else None
    if before.text == "," and _both_do(line, word):
        return "metonym_subject"
    if before.lower in ("with", "between", "by", "against", "that", "because") and not (
        before.lower == "by" and token.dep == "npadvmod"
    ):
        return "metonym_object"
    if before.lower in ("and", ",", "-", "–", "or") and word.first > 1:
        partner = line.word_at.get(word.first - 2 if tokens[word.first - 1].lower != "the" else word.first - 3)
        if partner is not None:
            inner = (
                _government(line, words, partner)
                if partner.kind in ("capital", "metonym")
                else None
                if _is_place(line, words, partner)
                else "party"
            )
            return "metonym_pair" if inner else None
    if before.lower in words.addressed:
        return "metonym_object"
    if before.lower in ("of", "from", "to", "for") and _contact_noun(line, words, word):
        return "metonym_object"
    if after is not None and after.text in ("-", "–") and line.glued(word.last):
        return "metonym_pair"
    return None


def _both_do(line: Line, word: PartyWord) -> bool:
    """Whether a capital and another one do something, though the parse takes them for listed with what stands before:
    "after the talks, Manila and Beijing both said"."""
    tokens = line.tokens
    other = line.word_at.get(word.last + 1)
    if other is None or word.last >= len(tokens) or tokens[word.last].lower != "and" or other.kind != "capital":
        return False
    behind = [t for t in tokens[other.last : other.last + 2] if t.lower != "both"]
    return bool(behind) and behind[0].tag in ("VBD", "VBZ", "VBP", "MD")


def _contact_noun(line: Line, words: ActorWords, word: PartyWord) -> bool:
    window = line.tokens[max(0, word.first - 6) : word.first]
    return any(t.lower in words.contact for t in window)


def _bodies_of(line: Line, words: ActorWords, taken: set[int], found: list[Mention]) -> list[Mention]:
    """ "the Ministry of Foreign Affairs of Japan", "leaders of Armenia and Azerbaijan", "negotiators from Doha"."""
    more: list[Mention] = []
    if words.of_party.isdisjoint(line.sentence.lowers):
        return more
    tokens = line.tokens
    for token in tokens:
        if (
            token.lower not in words.of_party
            or token.i in taken
            or token.i in line.word_at
            or token.pos not in ("NOUN", "PROPN")
        ):
            continue
        i = token.i + 1
        codes: list[str] = []
        end = i
        while i < len(tokens) and i - token.i < 12:
            word = line.word_at.get(i)
            sent = word is not None and word.kind == "capital" and tokens[token.i + 1].lower == "from"
            if word is not None and (word.kind == "name" or sent):  # "delegations from Moscow and Kyiv"
                codes.extend(words.expanded.get(word.code, (word.code,)))
                i = end = word.last
            elif tokens[i].lower in ("of", "the", "for", "and", ",", "from") or tokens[i].lower in words.modifiers:
                i += 1
            else:
                break
        if codes and tokens[token.i + 1].lower in ("of", "for", "from"):
            more.append(
                mention(
                    line,
                    token.i,
                    end,
                    "body",
                    tuple(Actor(role=line.quote(token.i, end), party=c) for c in dict.fromkeys(codes)),
                    "body_of_party",
                )
            )
    return more
