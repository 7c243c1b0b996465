"""Reports of speech in parsed sentences: which verb tells what whom said, and which words hold it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from memcon.knowledge.names import FEMALE_NAMES
from memcon.knowledge.names import words as name_words
from memcon.reading.analysis import Analysis, Token
from memcon.reading.english import texts, unnamed
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import DATELINE, Cast, Speakers
from memcon.reading.english.speech import Sense, lexicon, objects, sense_of, silent


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of speech with who speaks. `start`, `end`: the words that hold it; `full`: it has content of its own.

    `verb` indexes the sentence's tokens; `content` is where what was said begins; `main`: its verb heads the sentence.
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
    main: bool = False


_OTHERS = {"according", "following"}


def trees(analysis: Analysis) -> dict[int, Tree]:
    """The sentences that hold a verb of speech, as trees, by sentence index."""
    verbs = lexicon().verbs.keys()
    return {
        s.index: Tree.of(s)
        for s in analysis.sentences
        if s.kind in ("body", "caption") and not (verbs.isdisjoint(s.lemmas) and s.lowers.isdisjoint(_OTHERS))
    }


def reports(analysis: Analysis, cast: Cast, trees: dict[int, Tree], speech: Iterable[tuple[int, int]]) -> list[Report]:
    """All reports outside the given spans of speech, in the order of the text."""
    spans = sorted(speech)
    found: list[Report] = []
    for tree in trees.values():
        for report in _in_sentence(tree, cast, lambda position: not _inside(position, spans)):
            before = found
            if _named_in_speech(tree, cast, report, spans):
                named = report.speakers.speaker if report.speakers else None
                before = [r for r in found if r.speakers is None or r.speakers.speaker != named]
                report = replace(report, speakers=None)
            found.append(_resolved(tree, report, before))
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


def _named_in_speech(tree: Tree, cast: Cast, report: Report, spans: list[tuple[int, int]]) -> bool:
    """Whether a "he" or "she" was taken for somebody whom the same sentence's quotation names: no speaker does that."""
    subject = tree.subject(report.verb)
    if subject is None or tree.token(subject).lower not in ("he", "she") or report.speakers is None:
        return False
    quoted = [m for m in cast.within(report.sentence) if m.kind in ("person", "office") and _inside(m.start, spans)]
    outside = [m for m in cast.within(report.sentence) if m.kind == "person" and not _inside(m.start, spans)]
    names = {a.name for m in quoted for a in m.actors if a.name} - {a.name for m in outside for a in m.actors}
    return report.speakers.speaker in names


def _resolved(tree: Tree, report: Report, before: list[Report]) -> Report:
    """A pronoun or "the statement" that nobody resolved is who spoke right before."""
    subject = tree.subject(report.verb)
    if subject is None or not before:
        return report
    here = [r for r in before if r.sentence == report.sentence and tree.subject(r.verb) == subject]
    if here and tree.token(subject).pos == "PRON":
        return replace(report, speakers=here[-1].speakers)
    word = tree.token(subject)
    near = [r for r in before if r.speakers is not None and r.sentence >= report.sentence - RECENT]
    if word.lower in ("he", "she"):
        people = [r for r in near if r.speakers is not None and r.speakers.speaker and r.speakers.kind != "body"]
        if still := _still_speaking(tree, report, people):
            return replace(report, speakers=still)
        known = report.speakers is not None and report.speakers.speaker is not None
        return replace(report, speakers=people[-1].speakers) if people and not known else report
    if report.speakers is None and near and word.lemma in lexicon().issuers:
        return replace(report, speakers=near[-1].speakers)
    if word.lower == "they" and (several := _still_speaking(tree, report, near)):
        return replace(report, speakers=several)
    # "It said", of the ministry just heard; "they said", of a source.
    if report.speakers is None and near and word.lower in ("it", "they"):
        last = near[-1].speakers
        return replace(report, speakers=last) if last and last.kind in ("body", unnamed.KIND) else report
    if report.speakers is not None and report.speakers.kind == unnamed.KIND and unnamed.definite(tree, subject):
        named = [r.speakers for r in near if r.speakers is not None and r.speakers.kind in ("person", "pronoun")]
        return replace(report, speakers=named[-1]) if named else report
    return report


def _still_speaking(tree: Tree, report: Report, before: list[Report]) -> Speakers | None:
    """Who goes on speaking: "Rubio said Sybiha would come. “It is time,” he said" has one speaker, Rubio."""
    last = [r for r in before if r.sentence == report.sentence - 1 and r.main]
    subject = tree.subject(report.verb)
    said = last[-1].speakers if last else None
    if said is None or subject is None or not report.main:
        return None
    heard = {(r.speakers.speaker, r.speakers.party) for r in last if r.speakers is not None}
    taken = (report.speakers.speaker, report.speakers.party) if report.speakers is not None else None
    if len(heard) != 1 or taken in heard:
        return None
    word = tree.token(subject).lower
    if word == "they":
        return said if len(said.actors) > 1 else None
    woman = any(FEMALE_NAMES.intersection(name_words(a.name)) for a in said.actors if a.name)
    return said if said.speaker and woman == (word == "she") else None


# How many sentences back "the statement" or an unresolved "she" may point.
RECENT = 3


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _in_sentence(tree: Tree, cast: Cast, wanted: Callable[[int], bool]) -> Iterator[Report]:
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
    yield from (r for r in _according(tree, cast) if wanted(r.at))
    if "following" in tree.sentence.lowers:
        found.extend((t, _SAYING, False) for t in tree.sentence.tokens if _issues_text(tree, t) and wanted(t.start))
    verbs = frozenset(t.i for t, _, full in found if t.dep == "conj" or (full and _participial(tree, t)))
    reporting = frozenset(t.i for t, _, _ in found)
    for token, sense, full in found:
        for verb in dict.fromkeys((_governing(tree, token, reporting), token.i)):
            subject = tree.subject(verb)
            speakers = cast.doer(tree, verb) or _speakers(tree, cast, subject)
            if speakers is not None:
                break
        yield _report(cast.analysis.page.text, tree, token, sense, full, subject, speakers, verbs)


_SAYING = Sense("say", "clause", "neutral", None)
_ISSUING = {"issue", "release", "make", "give", "deliver", "publish", "read"}


def _issues_text(tree: Tree, token: Token) -> bool:
    """Whether a verb introduces a text: "issued the following statement"."""
    if token.lemma not in _ISSUING or token.pos != "VERB":
        return False
    texts = [o for o in tree.children(token.i, "dobj") if o.lemma in lexicon().issuers]
    return any(c.lower == "following" for o in texts for c in tree.children(o.i, "amod"))


def _participial(tree: Tree, token: Token) -> bool:
    """A report that follows another as a participle: they condemned the raid, urging restraint."""
    before = tree.token(min(tree.subtree(token.i)) - 1) if min(tree.subtree(token.i)) else token
    return token.tag == "VBG" and token.dep == "advcl" and token.head < token.i and before.lower == ","


def _governing(tree: Tree, token: Token, reporting: frozenset[int]) -> int:
    """The verb whose subject speaks: "said the truce is near and thanked Cairo" hangs the thanks on the truce."""
    head = tree.token(token.head)
    told = token.dep == "conj" and token.tag == "VBD" and head.dep == "ccomp" and head.tag != "VBD"
    own = told and tree.children(token.i, "nsubj", "nsubjpass", "agent")
    return head.head if told and not own and head.head in reporting else token.i


def _according(tree: Tree, cast: Cast) -> Iterator[Report]:
    """ "According to the ministry, ...": the clause it belongs to is what the ministry says."""
    for token in tree.sentence.tokens if "according" in tree.sentence.lowers else ():
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
        main=token.head == token.i,
    )
