"""Slips of the parser that are certain enough to be mended: a phrase on the wrong verb, a clause or a verb mistaken."""

from collections.abc import Iterator, Sequence

from memcon.reading.analysis import Token
from memcon.reading.english import headlines

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_OWN = _SUBJECTS | {"mark"}
_ADVERBIALS = frozenset({"prep", "npadvmod"})
# Words before a noun or before a clause: "after the talks", "after the talks failed".
_BOTH = frozenset({"after", "before", "since", "until"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"advcl", "conj", "dep", "ccomp"})
_REACH = 16  # words from such an object to its verb
# Forms whose lemma the model takes for that of a shorter verb: "hoped" is no hop, "slated for May" no slat.
_LEMMAS = {"hoped": "hope", "hoping": "hope", "hopes": "hope", "slated": "slate"}
_SHORTER = frozenset({"hop", "slat"})

# Verbs that the tagger does not know, whose base form it takes for a past.
_BASE = frozenset({"cochair", "cohost", "colead", "coorganise", "coorganize", "cosign", "cosponsor", "readmit"})


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a sentence with such phrases under the verb that they belong to, and each verb's own lemma.

    "They said on Monday it would resume": what stands between a verb and the subject of what it reports, with no
    "that" before it, tells of the reporting. The parser often hangs it on the reported verb.

    "After talks with the envoy this week ended": a verb without a subject behind the object of "after" has it for its
    subject.

    "Rome severs ties", "Baerbock heads to Namibia": a headline's verb that the tagger takes for a noun.

    "In talks on Monday with Minister A, Minister B said": the one behind "with" is who was met, the other the subject.

    "He had frozen relations": a participle behind "have" is the verb.
    """
    out = list(headlines.mended(tokens))
    tokens = tuple(out)
    for t in tokens:
        if t.lemma == "have" and (done := _had(tokens, t)) is not None:
            out = list(_perfect(out, t, done))
            tokens = tuple(out)
    for t in tokens:
        if t.lower == "with" and (met := _met(tokens, t)) is not None:
            other, subject = met
            out[other.i] = other._replace(dep="pobj", head=t.i)
            out[subject.i] = subject._replace(dep="nsubj", head=other.head)
            continue
        if t.lemma in _SHORTER:
            out[t.i] = t = t._replace(lemma=_LEMMAS.get(t.lower, t.lemma))
        if t.tag == "VBD" and t.lower == t.lemma and t.lower in _BASE:
            out[t.i] = t = t._replace(tag="VB")  # "will meet and cochair"
        if t.dep not in _ADVERBIALS:
            continue
        verb = tokens[t.head]
        if verb.dep == "ccomp" and verb.head < t.i < verb.i and _reporting(tokens, t, verb):
            out[t.i] = t._replace(head=verb.head)
        elif t.dep == "prep" and t.lower in _BOTH and (clause := _clause(tokens, t)) is not None:
            subject, told = clause
            out[t.i] = t._replace(dep="mark", head=told.i)
            out[subject.i] = subject._replace(dep="nsubj", head=told.i)
    return tuple(out)


def _had(tokens: Sequence[Token], word: Token) -> Token | None:
    """The participle of a perfect that the parser takes for an adjective: "had frozen relations with Bogota"."""
    after = tokens[word.i + 1 : word.i + 2]
    done = next((t for t in after if t.tag == "VBN" and t.dep == "amod" and t.head > t.i), None)
    if done is None or word.tag not in _FINITE:
        return None
    noun = tokens[done.head]
    bare = noun.dep == "dobj" and noun.head == word.i and noun.tag in ("NNS", "NNPS")
    return done if bare and not any(t.head == noun.i and t.dep == "det" for t in tokens) else None


def _perfect(tokens: Sequence[Token], have: Token, done: Token) -> Iterator[Token]:
    """The words with the participle as the verb, and what hung on "have" hanging on it."""
    top = done.i if have.head == have.i else have.head
    for t in tokens:
        if t.i == have.i:
            yield t._replace(dep="aux", head=done.i, pos="AUX")
        elif t.i == done.i:
            yield t._replace(dep=have.dep, head=top, pos="VERB")
        else:
            yield t._replace(head=done.i) if t.head == have.i else t


def _met(tokens: Sequence[Token], word: Token) -> tuple[Token, Token] | None:
    """Whom "with" has for its object and who the subject is, where the parse takes the first for the subject: "in a
    call on Monday with Minister A, Minister B said"."""
    if word.dep != "prep" or any(t.head == word.i for t in tokens):
        return None
    near = tokens[word.i + 1 : word.i + 1 + _REACH]
    other = next((t for t in near if t.dep == "nsubj" and t.pos == "PROPN" and t.head > t.i), None)
    if other is None or any(t.i != other.i and other.i not in _above(tokens, t) for t in tokens[word.i + 1 : other.i]):
        return None
    subject = next((t for t in tokens[other.i + 1 : other.head] if t.head == other.i and t.dep == "appos"), None)
    commas = [t for t in tokens[other.i + 1 : other.i + 2] if t.text == ","]
    return (other, subject) if subject is not None and subject.pos == "PROPN" and commas else None


def _reporting(tokens: Sequence[Token], phrase: Token, verb: Token) -> bool:
    """Whether a phrase stands before the subject of the reported verb, and neither "that" nor a comma before it."""
    subject = next((t.i for t in tokens[verb.head + 1 : verb.i] if t.head == verb.i and t.dep in _SUBJECTS), None)
    between = tokens[verb.head + 1 : phrase.i]
    return subject is not None and phrase.i < subject and not any(t.dep in ("mark", "punct") for t in between)


def _clause(tokens: Sequence[Token], word: Token) -> tuple[Token, Token] | None:
    """The object of "after" and the verb right behind it that has no subject of its own; None where there is none."""
    subject = next((t for t in tokens[word.i + 1 :] if t.head == word.i and t.dep == "pobj"), None)
    if subject is None:
        return None
    after = tokens[subject.i + 1 : subject.i + 1 + _REACH]
    verb = next((t for t in after if t.dep in _CLAUSES and t.tag in _FINITE), None)
    if verb is None or verb.head >= word.i or any(t.head == verb.i and t.dep in _OWN for t in tokens):
        return None
    between = after[: verb.i - subject.i - 1]
    near = all(t.text != "," and {subject.i, verb.i} & set(_above(tokens, t)) for t in between)
    return (subject, verb) if near else None


def _above(tokens: Sequence[Token], token: Token) -> Iterator[int]:
    """The heads of a word, up to the root."""
    while token.head != token.i:
        token = tokens[token.head]
        yield token.i
