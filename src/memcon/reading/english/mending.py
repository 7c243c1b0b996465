"""Slips of the parser that are certain enough to be mended: a phrase hung on the wrong verb."""

from collections.abc import Sequence

from memcon.reading.analysis import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_ADVERBIALS = frozenset({"prep", "npadvmod"})


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a sentence with such phrases under the verb that they belong to.

    "They said on Monday it would resume": what stands between a verb and the subject of what it reports, with no
    "that" before it, tells of the reporting. The parser often hangs it on the reported verb.
    """
    out = list(tokens)
    for t in tokens:
        verb = tokens[t.head]
        if t.dep in _ADVERBIALS and verb.dep == "ccomp" and verb.head < t.i < verb.i and _reporting(tokens, t, verb):
            out[t.i] = t._replace(head=verb.head)
    return tuple(out)


def _reporting(tokens: Sequence[Token], phrase: Token, verb: Token) -> bool:
    """Whether a phrase stands before the subject of the reported verb, and neither "that" nor a comma before it."""
    subject = next((t.i for t in tokens[verb.head + 1 : verb.i] if t.head == verb.i and t.dep in _SUBJECTS), None)
    between = tokens[verb.head + 1 : phrase.i]
    return subject is not None and phrase.i < subject and not any(t.dep in ("mark", "punct") for t in between)
