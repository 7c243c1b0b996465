"""Verbs of speech: the lists of `speech.toml`, and in which of its senses a verb stands in a sentence."""

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple

from memcon.reading.analysis import Token
from memcon.reading.english.clauses import Tree


class Sense(NamedTuple):
    """One way a verb reports: its group's name, what it takes, its stance, the particle it needs."""

    group: str
    takes: str
    stance: str
    particle: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of `speech.toml`, by lemma."""

    verbs: dict[str, tuple[Sense, ...]]
    positions: dict[str, str]
    issuers: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The lists as shipped, read once a process."""
    table = tomllib.loads(files("memcon.reading.english").joinpath("speech.toml").read_text("utf-8"))
    verbs: dict[str, list[Sense]] = {}
    for group in table["verbs"]:
        for words in group["words"]:
            lemma, _, particle = words.partition(" ")
            verbs.setdefault(lemma, []).append(Sense(group["name"], group["takes"], group["stance"], particle or None))
    positions = {word: group["stance"] for group in table["positions"] for word in group["words"]}
    # The sense with the longest particle is tried first: "call on" before "call".
    ordered = {k: tuple(sorted(v, key=lambda s: s.particle is None)) for k, v in verbs.items()}
    return Lexicon(ordered, positions, frozenset(table["issuers"]["words"]))


CLAUSES = ("ccomp", "xcomp", "csubj")
# Nothing is said by somebody who "declined to say" it.
_SILENT = {"decline", "refuse", "fail"}
_NAMING = {"call", "term", "brand", "describe"}
# Verbs of approval that, as a purpose, tell what is done and not what is said.
_DEEDS = {"support", "back", "respect", "defend", "value", "champion", "honor", "honour", "recognize", "recognise"}


def silent(tree: Tree, token: Token) -> bool:
    """Whether a verb of speech tells no speech here: denied, a purpose, a name given, done to its subject."""
    if tree.asked(token.i):
        return True
    auxiliaries = tree.auxiliaries(token.i)
    if any(a in ("not", "n't", "n’t", "never", "could", "might", "would") for a in auxiliaries) and token.lemma in (
        "say",
        "tell",
        "comment",
        "confirm",
        "specify",
        "elaborate",
        "respond",
        "reply",
        "want",
        "see",
        "mention",
    ):
        return True
    if token.lemma in _NAMING and any(o.pos == "PROPN" for o in tree.children(token.i, "oprd", "attr")):
        return True  # "which China calls the Nansha Islands" names, and says nothing
    if token.lemma in _DEEDS and (auxiliaries[:1] == ("to",) or tree.children(token.i, "agent")):
        return True  # "sent aid to support the recovery", "talks backed by Qatar"
    if (
        token.lemma == "call"
        and _next_word(tree, token) == "on"
        and not any(t.lower == "to" for t in _after(tree, token))
    ):
        return True  # "called on the Prime Minister" is a visit
    if token.lemma == "agree" and _bound(tree, token):
        return True  # "agreed that the road will open" is a promise
    if token.lemma in ("welcome", "discuss") and "will" in auxiliaries:
        return True  # a guest, and an agenda
    # "was expected to", "when asked": it is not they who expect or ask.
    perfect = any(a in ("have", "has", "had", "having", "’ve", "'ve", "’d", "'d") for a in auxiliaries)
    if token.tag == "VBN" and not perfect and not tree.children(token.i, "agent") and token.dep != "conj":
        return bool(tree.children(token.i, "auxpass", "nsubjpass")) or token.dep in ("advcl", "acl")
    return token.dep == "xcomp" and tree.token(token.head).lemma in _SILENT


def _bound(tree: Tree, token: Token) -> bool:
    """Whether what is agreed is to be done: a commitment, no statement."""
    content = [c for c in tree.children(token.i, "ccomp", "xcomp") if c.i > token.i]
    return any(a in ("will", "to", "shall") for c in content for a in tree.auxiliaries(c.i))


def _after(tree: Tree, token: Token) -> list[Token]:
    """What depends on a token and follows it."""
    return [tree.token(i) for i in tree.subtree(token.i) if i > token.i]


def sense_of(tree: Tree, token: Token, senses: tuple[Sense, ...]) -> tuple[Sense | None, bool]:
    """The first sense whose needs are met, and whether the verb has content of its own."""
    particles = {c.lower for c in tree.children(token.i, "prt", "prep", "agent", "advmod", "dative", "aux", "acomp")}
    bare: Sense | None = None
    for sense in senses:
        if sense.particle is not None:
            first = sense.particle.split()[0]
            if first in particles or _next_word(tree, token) == first:
                return sense, sense.takes != "noun" or _content(tree, token, "noun")
            continue
        if _content(tree, token, sense.takes):
            return sense, True
        if sense.takes in ("clause", "either", "that") and bare is None:
            bare = sense
    return bare, False


def _next_word(tree: Tree, token: Token) -> str:
    tokens = tree.sentence.tokens
    return tokens[token.i + 1].lower if token.i + 1 < len(tokens) else ""


def _content(tree: Tree, token: Token, takes: str) -> bool:
    if takes == "noun":
        return any(o.lemma in lexicon().positions for o in objects(tree, token) if o.dep in ("dobj", "conj", "pobj"))
    if takes == "that":
        prepositions = {c.lower for c in tree.children(token.i, "prep")}
        return bool(prepositions & {"on", "with"}) or any(c.i > token.i for c in tree.children(token.i, "ccomp"))
    clause = any(not _expletive(tree, c) for c in tree.children(token.i, *CLAUSES)) or _that(tree, token)
    if takes == "clause":
        return clause
    has_object = bool(objects(tree, token))
    return has_object if takes == "object" else clause or has_object


def _that(tree: Tree, token: Token) -> bool:
    """Whether a "that" clause hangs on the verb, though the parser hung it on a word between."""
    return any(
        t.lower == "that" and t.tag == "IN" and token.i in tree.sentence.ancestors(t.i)
        for t in tree.sentence.tokens[token.i + 1 : token.i + THAT]
    )


THAT = 12  # tokens from a verb of speech within which its "that" is looked for


def _expletive(tree: Tree, clause: Token) -> bool:
    """A "clause" that is a lone word the parser made one of."""
    return len(tree.subtree(clause.i)) < 2


def objects(tree: Tree, token: Token) -> list[Token]:
    """Objects, and the objects of its prepositions, each with what is coordinated with it."""
    direct = list(tree.children(token.i, "dobj", "attr", "oprd"))
    if tree.children(token.i, "agent"):  # "was welcomed by both"
        direct.extend(tree.children(token.i, "nsubjpass"))
    for preposition in tree.children(token.i, "prep"):
        if preposition.lower in ("on", "for", "to", "against", "about", "with", "in", "of"):
            direct.extend(tree.children(preposition.i, "pobj"))
    return [tree.token(j) for o in direct for j in tree.joined(o.i)]
