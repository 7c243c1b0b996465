"""Reports of speech in parsed sentences: which verb tells what whom said, and which words hold it."""

import functools
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import NamedTuple

from memcon.reading.analysis import Analysis, Sentence, Token
from memcon.reading.english import texts, unnamed
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import DATELINE, Cast, Speakers


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


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of speech with who speaks. `start`, `end`: the words that hold it; `full`: it has content of its own.

    `verb` indexes the sentence's tokens; `content` is where what was said begins.
    """

    sentence: int
    passage: int
    verb: int
    at: int
    speakers: Speakers | None
    group: str
    stance: str
    start: int
    end: int
    content: int
    full: bool
    rule: str


CLAUSES = ("ccomp", "xcomp", "csubj")
# Nothing is said by somebody who "declined to say" it.
_SILENT = {"decline", "refuse", "fail"}
_NAMING = {"call", "term", "brand", "describe"}
# Verbs of approval that, as a purpose, tell what is done and not what is said.
_DEEDS = {"support", "back", "respect", "defend", "value", "champion", "honor", "honour", "recognize", "recognise"}


def trees(analysis: Analysis) -> dict[int, Tree]:
    """The sentences that hold a verb of speech, as trees, by sentence index."""
    verbs = lexicon().verbs
    return {
        s.index: Tree.of(s)
        for s in analysis.sentences
        if s.kind in ("body", "caption") and any(t.lemma in verbs or t.lower == "according" for t in s.tokens)
    }


def reports(analysis: Analysis, cast: Cast, trees: dict[int, Tree], speech: Iterable[tuple[int, int]]) -> list[Report]:
    """All reports outside the given spans of speech, in the order of the text."""
    spans = sorted(speech)
    found: list[Report] = []
    for tree in trees.values():
        for report in _in_sentence(tree, cast, lambda position: not _inside(position, spans)):
            found.append(_resolved(tree, report, found))
    return found


def quoted(cast: Cast, trees: dict[int, Tree], speech: Iterable[tuple[int, int]]) -> list[Report]:
    """Reports inside the given spans of speech that tell of a named third person: a readout, quoted."""
    spans = sorted(speech)
    return [
        report
        for tree in trees.values()
        for report in _in_sentence(tree, cast, lambda position: _inside(position, spans))
        if report.full and report.speakers is not None and report.speakers.kind in ("person", "office")
    ]


def _resolved(tree: Tree, report: Report, before: list[Report]) -> Report:
    """A pronoun or "the statement" that nobody resolved is who spoke right before."""
    subject = tree.subject(report.verb)
    if subject is None or not before:
        return report
    word = tree.token(subject)
    near = [r for r in before if r.speakers is not None and r.sentence >= report.sentence - RECENT]
    if word.lower in ("he", "she") and (report.speakers is None or report.speakers.speaker is None):
        people = [r for r in near if r.speakers is not None and r.speakers.speaker]
        return replace(report, speakers=people[-1].speakers) if people else report
    if report.speakers is None and near and word.lemma in lexicon().issuers:
        return replace(report, speakers=near[-1].speakers)
    # "It said", of the ministry just heard; "they said", of a source.
    if report.speakers is None and near and word.lower in ("it", "they"):
        last = near[-1].speakers
        return replace(report, speakers=last) if last and last.kind in ("body", unnamed.KIND) else report
    if report.speakers is not None and report.speakers.kind == unnamed.KIND and unnamed.definite(tree, subject):
        named = [r.speakers for r in near if r.speakers is not None and r.speakers.kind in ("person", "pronoun")]
        return replace(report, speakers=named[-1]) if named else report
    return report


# How many sentences back "the statement" or an unresolved "she" may point.
RECENT = 3


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _in_sentence(tree: Tree, cast: Cast, wanted: Callable[[int], bool]) -> Iterator[Report]:
    words = lexicon()
    found: list[tuple[Token, Sense, bool]] = []
    for token in tree.sentence.tokens:
        if token.pos not in ("VERB", "AUX") and not (token.tag.startswith("VB")):
            continue
        if token.lemma not in words.verbs or not wanted(token.start) or _silent(tree, token):
            continue
        sense, full = _sense(tree, token, words.verbs[token.lemma])
        if sense is not None:
            found.append((token, sense, full))
    yield from (r for r in _according(tree, cast) if wanted(r.at))
    verbs = frozenset(t.i for t, _, _ in found)
    for token, sense, full in found:
        subject = tree.subject(token.i)
        speakers = cast.doer(tree, token.i) or _speakers(tree, cast, subject)
        yield _report(cast.analysis.page.text, tree, token, sense, full, subject, speakers, verbs)


def _according(tree: Tree, cast: Cast) -> Iterator[Report]:
    """ "According to the ministry, ...": the clause it belongs to is what the ministry says."""
    for token in tree.sentence.tokens:
        if token.lower != "according":
            continue
        source = next((o for p in tree.children(token.i, "prep") for o in tree.children(p.i, "pobj")), None)
        speakers = _speakers(tree, cast, source.i) if source is not None else None
        inside = [i for i in tree.subtree(token.head) if tree.token(i).pos != "PUNCT"]
        if source is None or speakers is None or not inside:
            continue
        phrase = tree.subtree(token.i)
        clause = [i for i in inside if i not in phrase]
        if len(clause) < 3:
            continue
        start, end = tree.token(clause[0]).start, tree.token(clause[-1]).end
        at = tree.token(phrase[-1]).end
        yield Report(
            sentence=tree.sentence.index,
            passage=tree.sentence.passage,
            verb=token.i,
            at=token.start,
            speakers=speakers,
            group="according",
            stance="neutral",
            start=start,
            end=end,
            content=at if token.start < start else start,
            full=True,
            rule="speech.according",
        )


def _silent(tree: Tree, token: Token) -> bool:
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
    if token.lemma in _DEEDS and auxiliaries[:1] == ("to",):
        return True  # "sent aid to support the recovery"
    if (
        token.lemma == "call"
        and _next_word(tree, token) == "on"
        and not any(t.lower == "to" for t in _after(tree, token))
    ):
        return True  # "called on the Prime Minister" is a visit
    if token.lemma in ("welcome", "discuss") and "will" in auxiliaries:
        return True  # a guest, and an agenda
    # "was expected to", "when asked": it is not they who expect or ask.
    perfect = any(a in ("have", "has", "had", "having", "’ve", "'ve", "’d", "'d") for a in auxiliaries)
    if token.tag == "VBN" and not perfect and not tree.children(token.i, "agent") and token.dep != "conj":
        return bool(tree.children(token.i, "auxpass", "nsubjpass")) or token.dep in ("advcl", "acl")
    return token.dep == "xcomp" and tree.token(token.head).lemma in _SILENT


def _after(tree: Tree, token: Token) -> list[Token]:
    """What depends on a token and follows it."""
    return [tree.token(i) for i in tree.subtree(token.i) if i > token.i]


def _sense(tree: Tree, token: Token, senses: tuple[Sense, ...]) -> tuple[Sense | None, bool]:
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
        return any(o.lemma in lexicon().positions for o in _objects(tree, token) if o.dep in ("dobj", "conj", "pobj"))
    if takes == "that":
        prepositions = {c.lower for c in tree.children(token.i, "prep")}
        return bool(prepositions & {"on", "with"}) or any(c.i > token.i for c in tree.children(token.i, "ccomp"))
    clause = any(not _expletive(tree, c) for c in tree.children(token.i, *CLAUSES)) or _that(tree, token)
    if takes == "clause":
        return clause
    objects = bool(_objects(tree, token))
    return objects if takes == "object" else clause or objects


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


def _objects(tree: Tree, token: Token) -> list[Token]:
    """Objects, and the objects of its prepositions, each with what is coordinated with it."""
    direct = list(tree.children(token.i, "dobj", "attr", "oprd"))
    for preposition in tree.children(token.i, "prep"):
        if preposition.lower in ("on", "for", "to", "against", "about", "with", "in"):
            direct.extend(tree.children(preposition.i, "pobj"))
    return [tree.token(j) for o in direct for j in tree.joined(o.i)]


def _speakers(tree: Tree, cast: Cast, subject: int | None) -> Speakers | None:
    if subject is None:
        return None
    found = cast.speakers(tree, subject)
    if found:
        return found
    # "The Pentagon statement said": the text speaks for who issued it.
    if tree.token(subject).lemma in lexicon().issuers:
        return _issued_by(tree, cast, subject) or texts.joint(cast, tree.sentence)
    return unnamed.speakers(tree, cast, subject)


def _issued_by(tree: Tree, cast: Cast, text: int) -> Speakers | None:
    clauses = frozenset(c.i for c in tree.children(text, "relcl", "acl"))
    for i in tree.subtree(text, without=clauses):
        token = tree.token(i)
        if i == text or token.dep not in ("compound", "poss", "amod", "nmod", "pobj"):
            continue
        if token.dep == "pobj" and tree.token(token.head).lower not in ("by", "from", "of"):
            continue
        if owner := cast.speakers(tree, i):
            return owner
    return None


def _report(
    text: str,
    tree: Tree,
    token: Token,
    sense: Sense,
    full: bool,
    subject: int | None,
    speakers: Speakers | None,
    verbs: frozenset[int],
) -> Report:
    tokens = tree.sentence.tokens
    others = frozenset(v for v in verbs if v != token.i and tree.token(v).dep == "conj")
    inside = tree.subtree(token.i, without=others)
    first, last = inside[0], inside[-1]
    if token.dep == "conj":
        first = min((i for i in inside if i >= tree.token(token.i).i), default=token.i)
        first = min(first, *(c.i for c in tree.children(token.i, "aux", "neg", "advmod", "nsubj")), token.i)
    elif subject is not None and subject < token.i and token.dep not in ("ccomp", "advcl"):
        first = min(first, subject)
    # Words of a coordinated report that stand inside are its own; the conjunction before it belongs to neither.
    after = [v for v in others if token.i < v <= last]
    if after:
        last = min(min(tree.subtree(v)[0] for v in after) - 1, last)
    while last > token.i and tokens[last].lower in (",", "and", ";", "but", ".", ":", "while"):
        last -= 1
    while first < token.i and tokens[first].lower in (",", "and", ";", "but", "also"):
        first += 1
    start = tokens[first].start
    if first == 0 and (line := DATELINE.match(text[tree.sentence.start : tree.sentence.end])):
        start = min(tree.sentence.start + line.end(), tokens[token.i].start)
    stance = sense.stance
    if sense.takes in ("noun", "either") or stance == "neutral":
        stance = next(
            (lexicon().positions[o.lemma] for o in _objects(tree, token) if o.lemma in lexicon().positions), stance
        )
    return Report(
        sentence=tree.sentence.index,
        passage=tree.sentence.passage,
        verb=token.i,
        at=token.start,
        speakers=speakers,
        group=sense.group,
        stance=stance,
        start=start,
        end=tokens[last].end,
        content=tokens[token.i].end,
        full=full,
        rule=f"speech.{sense.group}.{token.lemma}",
    )


def sentence_at(sentences: tuple[Sentence, ...], position: int) -> Sentence | None:
    """The sentence that holds a position of the text."""
    for sentence in sentences:
        if sentence.start <= position < sentence.end:
            return sentence
    return None
