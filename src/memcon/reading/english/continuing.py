"""Who goes on speaking: reports whose "he", "they", "it" or "the statement" is who was heard right before."""

from dataclasses import replace

from memcon.knowledge.names import FEMALE_NAMES
from memcon.knowledge.names import words as name_words
from memcon.reading.english import unnamed
from memcon.reading.english.clauses import Tree
from memcon.reading.english.report import Report
from memcon.reading.english.speakers import Speakers, Voices
from memcon.reading.english.speech import lexicon


def resolved(tree: Tree, voices: Voices, report: Report, before: list[Report], spans: list[tuple[int, int]]) -> Report:
    """A report with its speakers, as the ones `before` it tell; `spans` are the positions of quoted speech."""
    if _named_in_speech(tree, voices, report, spans):
        named = report.speakers.speaker if report.speakers else None
        before = [r for r in before if r.speakers is None or r.speakers.speaker != named]
        report = replace(report, speakers=None)
    return _resolved(tree, report, before, _before(voices, report, spans))


def _named_in_speech(tree: Tree, voices: Voices, report: Report, spans: list[tuple[int, int]]) -> bool:
    """Whether a "he" or "she" was taken for somebody whom the same sentence's quotation names: no speaker does that."""
    subject = tree.subject(report.verb)
    if subject is None or tree.token(subject).lower not in ("he", "she") or report.speakers is None:
        return False
    quoted = [m for m in voices.within(report.sentence) if m.kind in ("person", "office") and covered(m.start, spans)]
    outside = [m for m in voices.within(report.sentence) if m.kind == "person" and not covered(m.start, spans)]
    names = {a.name for m in quoted for a in m.actors if a.name} - {a.name for m in outside for a in m.actors}
    return report.speakers.speaker in names


def _before(voices: Voices, report: Report, spans: list[tuple[int, int]]) -> int:
    """The sentence before a report's own, but for those of the quotation that it ends."""
    index = report.sentence - 1
    sentences = voices.analysis.sentences
    while index > 0 and covered(sentences[index].start, spans):
        index -= 1
    return index


def _resolved(tree: Tree, report: Report, before: list[Report], preceding: int) -> Report:
    """A pronoun or "the statement" that nobody resolved is who spoke right before; who goes on, in `preceding`."""
    subject = tree.subject(report.verb)
    if subject is None or not before:
        return report
    here = [r for r in before if r.sentence == report.sentence and tree.subject(r.verb) == subject]
    if here and tree.token(subject).pos == "PRON" and not report.main:
        return replace(report, speakers=here[-1].speakers)
    word = tree.token(subject)
    near = [r for r in before if r.speakers is not None and r.sentence >= report.sentence - RECENT]
    if word.lower in ("he", "she"):
        people = [r for r in near if r.speakers is not None and r.speakers.speaker and r.speakers.kind != "body"]
        if still := _still_speaking(tree, report, [r for r in people if r.sentence == preceding]):
            return replace(report, speakers=still)
        known = report.speakers is not None and report.speakers.speaker is not None
        return replace(report, speakers=people[-1].speakers) if people and not known else report
    if report.speakers is None and near and word.lemma in lexicon().issuers:
        return replace(report, speakers=near[-1].speakers)
    if word.lower == "they" and (
        several := _still_speaking(tree, report, [r for r in near if r.sentence == preceding])
    ):
        return replace(report, speakers=several)
    # "It said", of the ministry just heard; "they said", of a source.
    if report.speakers is None and near and word.lower in ("it", "they"):
        last = near[-1].speakers
        return replace(report, speakers=last) if last and last.kind in ("body", unnamed.KIND) else report
    unsure = report.speakers is not None and (report.speakers.party is None or report.speakers.kind == "office")
    if unsure and (again := _told_of(tree, subject, before)):
        return replace(report, speakers=again)
    if report.speakers is not None and report.speakers.kind == unnamed.KIND and unnamed.definite(tree, subject):
        named = [r.speakers for r in near if r.speakers is not None and r.speakers.kind in ("person", "pronoun")]
        return replace(report, speakers=named[-1]) if named else report
    return report


def _told_of(tree: Tree, subject: int, before: list[Report]) -> Speakers | None:
    """The official without a name whom "the official" means: the last one heard who is called so."""
    noun = tree.token(subject).lemma
    if noun not in unnamed.ROLES or not any(c.lower == "the" for c in tree.children(subject, "det")):
        return None
    if any(c.dep in ("compound", "amod", "prep", "poss") for c in tree.children(subject)):
        return None
    heard = [r.speakers for r in before if r.speakers is not None and r.speakers.party]
    called = [s for s in heard if noun in f"{s.written or ''} {s.role or ''}".lower().split()]
    return called[-1] if called and not called[-1].actors[0].name else None


def _still_speaking(tree: Tree, report: Report, before: list[Report]) -> Speakers | None:
    """Who goes on speaking: "Rubio said Sybiha would come. “It is time,” he said" has one speaker, Rubio."""
    last = [r for r in before if r.main]
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


def covered(position: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a position lies in one of the spans."""
    return any(start <= position < end for start, end in spans)
