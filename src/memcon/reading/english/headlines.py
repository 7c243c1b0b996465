"""A headline's verb that the tagger takes for a noun: "Rome summons French envoy", "Baerbock heads to Namibia"."""

from collections.abc import Sequence
from itertools import pairwise

from memcon.reading.analysis import Token

# Forms of verbs that begin most headlines in which the tagger sees nouns alone; of those that are nouns as well, only
# what stands right behind a name.
VERBS = {
    "cancels": "cancel",
    "expels": "expel",
    "postpones": "postpone",
    "rebuffs": "rebuff",
    "recalls": "recall",
    "scraps": "scrap",
    "severs": "sever",
    "shelves": "shelve",
    "snubs": "snub",
    "summons": "summon",
    "suspends": "suspend",
}
# Those of going and receiving, which the parser puts at the root, right behind a name.
GOING = {"heads": "head", "lands": "land", "visits": "visit", "tours": "tour", "hosts": "host"}
FURTHEST = 6  # words before the verb: the name of who acts
_NAMES = frozenset({"PROPN", "ADJ", "NOUN", "PART", "PUNCT", "NUM"})
_NAMING = frozenset({"NN", "NNP", "NNPS", "JJ", "VBN"})


def mended(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a sentence with such a verb as the verb that it is; as they are where there is none."""
    return _acting(_going(tokens))


def _going(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "Baerbock heads to Namibia": the name right before the verb is its subject."""
    behind_names = (t for before, t in pairwise(tokens) if before.pos == "PROPN" and before.head == t.i)
    verb = next((t for t in behind_names if t.dep == "ROOT" and t.tag == "NNS" and t.lower in GOING), None)
    if verb is None:
        return tokens
    out = list(tokens)
    out[verb.i] = verb._replace(tag="VBZ", pos="VERB", lemma=GOING[verb.lower])
    for t in tokens:
        if t.head == verb.i and t.dep in ("compound", "npadvmod") and t.pos in ("PROPN", "NOUN"):
            out[t.i] = t._replace(dep="nsubj" if t.i < verb.i else "dobj")
    return out


def _acting(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a sentence that begins with a name and such a verb, the name as its subject and the next noun as its
    object; the words as they are where there is none.
    """
    verb = next((t for t in tokens[1 : FURTHEST + 1] if t.lower in VERBS and t.tag == "NNS"), None)
    if verb is None or not _of_a_name(tokens[: verb.i]):
        return tokens
    noun = _object(tokens, verb)
    if noun is None:
        return tokens
    out = list(tokens)
    above = tokens[noun.head] if verb.head == noun.i else tokens[verb.head]
    root = above.i in (verb.i, noun.i) or above.tag == "VBG"
    out[verb.i] = verb._replace(
        tag="VBZ",
        pos="VERB",
        lemma=VERBS[verb.lower],
        dep="ROOT" if root else noun.dep if verb.head == noun.i else verb.dep,
        head=verb.i if root else above.i,
    )
    out[noun.i] = noun._replace(dep="dobj", head=verb.i)
    if above.tag == "VBG" and above.i not in (verb.i, noun.i):  # "severs ties, accusing it of"
        out[above.i] = above._replace(dep="advcl", head=verb.i)
    for t in tokens[: verb.i]:
        if t.i == verb.i - 1:
            out[t.i] = t._replace(dep="nsubj", head=verb.i, tag="NNP", pos="PROPN")
        elif t.head in (verb.i, noun.i):
            out[t.i] = t._replace(head=verb.i - 1)
    return out


def _of_a_name(before: Sequence[Token]) -> bool:
    """Whether the words before the verb are a name alone: no article, no verb, no preposition."""
    named = before[-1].tag in _NAMING and before[-1].text[:1].isupper()
    return named and all(t.pos in _NAMES or t is before[-1] for t in before)


def _object(tokens: Sequence[Token], verb: Token) -> Token | None:
    """The noun that the verb acts on: the one it was taken to stand before, or the first below it."""
    behind = tokens[verb.head]
    if verb.head > verb.i and behind.pos in ("NOUN", "PROPN"):
        return behind
    below = (t for t in tokens[verb.i + 1 :] if t.head == verb.i and t.pos in ("NOUN", "PROPN"))
    return next((t for t in below if t.dep in ("dobj", "appos", "nmod", "npadvmod")), None)
