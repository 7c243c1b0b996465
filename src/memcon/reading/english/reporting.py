"""Reports of speech in parsed sentences: which verb tells what whom said, and which words hold it."""

from collections.abc import Callable, Iterable, Iterator

from memcon.reading.analysis import Analysis, Token
from memcon.reading.english import texts, unnamed
from memcon.reading.english.clauses import Tree
from memcon.reading.english.continuing import covered, resolved
from memcon.reading.english.report import Report
from memcon.reading.english.speakers import DATELINE, Speakers, Voices
from memcon.reading.english.speech import Sense, lexicon, objects, sense_of, silent

_OTHERS = {"according", "following"}


def trees(analysis: Analysis) -> dict[int, Tree]:
    """The sentences that hold a verb of speech, as trees, by sentence index."""
    verbs = lexicon().verbs.keys()
    return {
        s.index: Tree.of(s)
        for s in analysis.sentences
        if s.kind in ("body", "caption") and not (verbs.isdisjoint(s.lemmas) and s.lowers.isdisjoint(_OTHERS))
    }


def reports(
    analysis: Analysis, voices: Voices, trees: dict[int, Tree], speech: Iterable[tuple[int, int]]
) -> list[Report]:
    """All reports outside the given spans of speech, in the order of the text."""
    spans = sorted(speech)
    found: list[Report] = []
    for tree in trees.values():
        for report in _in_sentence(tree, voices, lambda position: not covered(position, spans)):
            found.append(resolved(tree, voices, report, found, spans))
    return found


def quoted(voices: Voices, trees: dict[int, Tree], speech: Iterable[tuple[int, int]]) -> list[Report]:
    """Reports inside the given spans of speech that tell of a named third person: a readout, quoted."""
    spans = sorted(speech)
    if not spans:
        return []
    return [
        report
        for tree in trees.values()
        if any(start < tree.sentence.end and tree.sentence.start < end for start, end in spans)
        for report in _in_sentence(tree, voices, lambda position: covered(position, spans))
        if report.full and report.speakers is not None and report.speakers.kind in ("person", "office")
    ]


def _in_sentence(tree: Tree, voices: Voices, wanted: Callable[[int], bool]) -> Iterator[Report]:
    words = lexicon()
    found: list[tuple[Token, Sense, bool]] = []
    for token in tree.sentence.tokens:
        if token.lemma not in words.verbs:
            continue
        if token.pos not in ("VERB", "AUX") and not (token.tag.startswith("VB")):
            continue
        if not wanted(token.start) or silent(tree, token):
            continue
        sense, full = sense_of(tree, token, words.verbs[token.lemma])
        if sense is not None:
            found.append((token, sense, full))
    yield from (r for r in _according(tree, voices) if wanted(r.at))
    if "following" in tree.sentence.lowers:
        found.extend((t, _SAYING, False) for t in tree.sentence.tokens if _issues_text(tree, t) and wanted(t.start))
    verbs = frozenset(
        t.i
        for t, sense, full in found
        if t.dep == "conj" or (full and _participial(tree, t, leading=sense.group in _TELLING))
    )
    reporting = frozenset(t.i for t, _, _ in found)
    for token, sense, full in found:
        for verb in dict.fromkeys((_governing(tree, token, reporting), token.i)):
            subject = tree.subject(verb)
            speakers = voices.doer(tree, verb) or _speakers(tree, voices, subject)
            if speakers is not None:
                break
        main = _main(tree, token, reporting)
        yield _report(voices.analysis.page.text, tree, token, sense, full, subject, speakers, verbs, main)


# Groups of verbs that tell something of their own before the main verb: "noting that ...", not "welcoming his guest".
_TELLING = ("say", "stress", "express")
_SAYING = Sense("say", "clause", "neutral", None)
_ISSUING = {"issue", "release", "make", "give", "deliver", "publish", "read"}


def _issues_text(tree: Tree, token: Token) -> bool:
    """Whether a verb introduces a text: "issued the following statement"."""
    if token.lemma not in _ISSUING or token.pos != "VERB":
        return False
    texts = [o for o in tree.children(token.i, "dobj") if o.lemma in lexicon().issuers]
    return any(c.lower == "following" for o in texts for c in tree.children(o.i, "amod"))


def _main(tree: Tree, token: Token, reporting: frozenset[int]) -> bool:
    """Whether a verb of speech heads its sentence, or hangs on the quotation that it reports."""
    if token.head == token.i:
        return True
    return token.dep in ("ccomp", "parataxis", "dep") and not reporting.intersection(tree.sentence.ancestors(token.i))


def _participial(tree: Tree, token: Token, leading: bool) -> bool:
    """A report beside another as a participle: "condemned the raid, urging calm", "stating this, he added"."""
    if token.tag != "VBG" or token.dep != "advcl" or (token.head > token.i and not leading):
        return False
    inside = tree.subtree(token.i)
    edge = inside[0] - 1 if token.head < token.i else inside[-1] + 1
    return 0 <= edge < len(tree.sentence.tokens) and tree.token(edge).lower == ","


def _governing(tree: Tree, token: Token, reporting: frozenset[int]) -> int:
    """The verb whose subject speaks: "said the truce is near and thanked Cairo" hangs the thanks on the truce."""
    head = tree.token(token.head)
    told = token.dep == "conj" and token.tag == "VBD" and head.dep in ("ccomp", "relcl", "acl") and head.tag != "VBD"
    if not told or tree.children(token.i, "nsubj", "nsubjpass", "agent"):
        return token.i
    above = (i for i in tree.sentence.ancestors(head.i) if i in reporting and tree.token(i).tag == "VBD")
    return next(above, token.i)


def _according(tree: Tree, voices: Voices) -> Iterator[Report]:
    """ "According to the ministry, ...": the clause it belongs to is what the ministry says."""
    for token in tree.sentence.tokens if "according" in tree.sentence.lowers else ():
        if token.lower != "according":
            continue
        source = next((o for p in tree.children(token.i, "prep") for o in tree.children(p.i, "pobj")), None)
        speakers = _speakers(tree, voices, source.i) if source is not None else None
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


def _speakers(tree: Tree, voices: Voices, subject: int | None) -> Speakers | None:
    if subject is None:
        return None
    found = voices.speakers(tree, subject)
    if found:
        return found
    # "The Pentagon statement said": the text speaks for who issued it.
    if tree.token(subject).lemma in lexicon().issuers:
        return _issued_by(tree, voices, subject) or texts.joint(voices, tree.sentence)
    return unnamed.speakers(tree, voices, subject)


def _issued_by(tree: Tree, voices: Voices, text: int) -> Speakers | None:
    clauses = frozenset(c.i for c in tree.children(text, "relcl", "acl"))
    for i in tree.subtree(text, without=clauses):
        token = tree.token(i)
        if i == text or token.dep not in ("compound", "poss", "amod", "nmod", "pobj"):
            continue
        if token.dep == "pobj" and tree.token(token.head).lower not in ("by", "from", "of"):
            continue
        if owner := voices.speakers(tree, i):
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
    main: bool,
) -> Report:
    tokens = tree.sentence.tokens
    others = frozenset(v for v in verbs if v != token.i)
    inside = tree.subtree(token.i, without=others)
    first, last = inside[0], inside[-1]
    if token.dep == "conj" or token.i in verbs:
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
            (lexicon().positions[o.lemma] for o in objects(tree, token) if o.lemma in lexicon().positions), stance
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
        main=main,
    )
