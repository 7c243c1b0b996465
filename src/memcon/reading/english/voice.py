"""The voice of an official text: who issued it, and what it says in its own name.

A media release, a statement or a communique states positions that no verb of speech attributes: "This is an important
step." They are the issuer's. The issuer is read from the head of the page; where it is not told, nothing is guessed.
"""

from collections.abc import Sequence

from memcon.reading.analysis import Analysis, Sentence, Token
from memcon.reading.english.attribution import Spoken
from memcon.reading.english.clauses import Tree
from memcon.reading.english.issuers import Issuer, head, issuer, voices, words
from memcon.reading.english.quotation import Quotation
from memcon.reading.english.speakers import Voices, join

__all__ = ["Issuer", "head", "issuer", "voiced", "voices"]

FEWEST = 6  # words: a shorter line of a release is a heading or an address


def voiced(
    analysis: Analysis, people: Voices, by: Issuer | None, quotations: Sequence[Quotation], said: Sequence[Spoken]
) -> list[Spoken]:
    """Sentences of the page that take a position in the issuer's name, outside quotations and reports."""
    if by is None:
        return []
    _, end = head(analysis)
    found: list[Spoken] = []
    taken = [(s.start, s.end) for s in said] + [(q.start, q.end) for q in quotations if q.end - q.start > 60]
    for sentence in analysis.sentences:
        if sentence.kind != "body" or sentence.start < end or len(sentence.tokens) < FEWEST:
            continue
        if (
            sum(max(0, min(b, sentence.end) - max(a, sentence.start)) for a, b in taken) * 2
            > sentence.end - sentence.start
        ):
            continue
        tree = Tree.of(sentence)
        root = next((t for t in sentence.tokens if t.head == t.i), None)
        rule = _position(tree, root, people, by) if root is not None else None
        if rule is not None:
            found.append(Spoken(sentence.start, sentence.end, by.voice(sentence), "neutral", False, f"voice.{rule}"))
    return found


def _position(tree: Tree, root: Token, voices: Voices, by: Issuer) -> str | None:
    lists = words()
    verbs = [root, *(tree.token(i) for i in tree.joined(root.i) if i != root.i)]
    for verb in verbs:
        subject = tree.subject(verb.i)
        first_person = subject is not None and tree.token(subject).lower in ("we", "i")
        own = first_person or (subject is not None and _is_issuer(tree.sentence, subject, voices, by))
        auxiliaries = tree.auxiliaries(verb.i)
        if own and verb.lemma in lists["own"] and not by.narrated and "will" not in auxiliaries:
            return "own"
        if (
            any(a in lists["duties"] for a in auxiliaries)
            or {"can", "not"} <= set(auxiliaries)
            or verb.lemma in lists["duties"]
        ):
            return "duty"
        shows = verb.lemma in lists["showing"] and not by.narrated and not first_person
        if shows and any(t.lower in lists["evaluations"] for t in tree.sentence.tokens[verb.i :]):
            return "evaluation"
    return None


def _is_issuer(sentence: Sentence, subject: int, voices: Voices, by: Issuer) -> bool:
    mention = voices.mention_at(sentence.index, subject)
    if mention is None or mention.kind == "person":
        return False
    party = join(a.party for a in mention.actors)
    return party is not None and party == by.speakers.party
