"""Who said which words: quotations and reports of speech brought together."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from memcon.reading.analysis import Analysis
from memcon.reading.english.quotation import Quotation
from memcon.reading.english.reporting import Report
from memcon.reading.english.speakers import Speakers
from memcon.reading.english.speech import lexicon

Stance = Literal["supports", "opposes", "urges", "warns", "commits", "regrets", "neutral"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words with their speakers: `start` and `end` are what was said, `attributed` where the text says by whom."""

    start: int
    end: int
    speakers: Speakers
    stance: Stance
    direct: bool
    rule: str
    attributed: tuple[int, int] | None = None


# A quotation of fewer words without a sentence's end is a phrase inside somebody's report, or a word in scare quotes.
PHRASE = 5
# How far (characters of the same sentence) a verb of speech may stand from the quotation it introduces.
REACH = 160
NEAR = 60
# A speech of more sentences than this is cut into its sentences, each a statement of its own.
LONG = 2
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'A-Z0-9])")
_STOP = re.compile(r"[.!?][\"”’')\]]*(?:\s|$)")


def utterance(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a quotation is speech of its own, not a phrase within a report."""
    text = analysis.page.text[quotation.start : quotation.end]
    words = len(text.split())
    if _tells(text):
        return False
    ends = text.rstrip()[-1:] in ".,!?…" or analysis.page.text[quotation.outer_end : quotation.outer_end + 1] == ","
    return words > 2 * PHRASE or (words > 2 and ends and text[:1].isupper())


_ENDINGS = ("", "d", "ed", "s")


def _tells(text: str) -> bool:
    """Whether a quotation begins with a verb of speech of somebody outside it: he also “underlined the need ...”."""
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    verbs = lexicon().verbs
    return text[:1].islower() and any(first.endswith(e) and first[: len(first) - len(e)] in verbs for e in _ENDINGS[1:])


def attribute(
    analysis: Analysis, quotations: Sequence[Quotation], reports: Sequence[Report], inner: Sequence[Report]
) -> list[Spoken]:
    """Quotations with their speakers, and the reports that stand without one.

    `inner` are reports within quotations: a quoted readout ("The Secretary emphasized ...") speaks for who is told of.
    """
    text = analysis.page.text
    speech = [q for q in quotations if utterance(analysis, q)]
    owners = _owners(text, speech, reports)
    found: list[Spoken] = []
    used: set[int] = set()
    for quotation, report in zip(speech, owners, strict=True):
        told = [r for r in inner if quotation.holds(r.at)]
        if told and (report is None or report.speakers is None or not any(a.name for a in report.speakers.actors)):
            found.extend(_told(r) for r in told)
            continue
        if report is None or not report.speakers:
            continue
        if _runs_on(text, quotation, report):
            used.add(id(report))
            end = max(quotation.end, report.end if report.end < quotation.outer_end + REACH else 0)
            found.append(Spoken(report.start, end, report.speakers, _stance(report.stance), False, report.rule))
            continue
        for start, end in _pieces(text, quotation):
            found.append(
                Spoken(
                    start=start,
                    end=end,
                    speakers=report.speakers,
                    stance=_stance(report.stance),
                    direct=True,
                    rule=f"quotation.{report.rule.rpartition('.')[2]}",
                    attributed=(min(report.start, report.at), report.content),
                )
            )
    quoted = [(q.outer_start, q.outer_end) for q, r in zip(speech, owners, strict=True) if r is not None]
    for report in reports:
        if report.full and id(report) not in used and report.speakers and (piece := _outside(text, report, quoted)):
            found.append(
                Spoken(
                    start=piece[0],
                    end=piece[1],
                    speakers=report.speakers,
                    stance=_stance(report.stance),
                    direct=False,
                    rule=report.rule,
                )
            )
    return _distinct(found)


def _goes_on(text: str, report: Report) -> bool:
    """Whether a report tells something after its verb."""
    return report.full and len(text[report.content : report.end].split()) > 2


def _runs_on(text: str, quotation: Quotation, report: Report) -> bool:
    """Whether a quotation goes on with the sentence that reports it: she vowed “to stand by every word of it”."""
    between = text[report.content : quotation.outer_start]
    return (
        report.at < quotation.outer_start
        and text[quotation.start].islower()
        and not between.rstrip().endswith((",", ":"))
        and len(between) <= REACH
    )


def _told(report: Report) -> Spoken:
    assert report.speakers is not None
    return Spoken(report.start, report.end, report.speakers, _stance(report.stance), True, f"{report.rule}.quoted")


def _stance(word: str) -> Stance:
    match word:
        case "supports" | "opposes" | "urges" | "warns" | "commits" | "regrets":
            return word
        case _:
            return "neutral"


def _owners(text: str, speech: Sequence[Quotation], reports: Sequence[Report]) -> list[Report | None]:
    """For each quotation the report that names its speaker."""
    owners: list[Report | None] = [_beside(text, q, reports, speech) for q in speech]
    # A quotation without a verb of its own belongs to the speaker of the one before it in the paragraph, of the one
    # it continues, or of the next in its paragraph.
    for n, quotation in enumerate(speech):
        if owners[n] is not None:
            continue
        before = speech[n - 1] if n else None
        if before is not None and owners[n - 1] is not None:
            same = before.passage == quotation.passage and not _other_speaker(reports, owners[n - 1], before, quotation)
            if same or quotation.continues:
                owners[n] = owners[n - 1]
                continue
        following = speech[n + 1] if n + 1 < len(speech) else None
        if (
            following is not None
            and owners[n + 1] is not None
            and (following.passage == quotation.passage or following.continues)
        ):
            owners[n] = owners[n + 1]
            continue
        if before is not None and owners[n - 1] is not None and quotation.passage - before.passage == 1:
            opens = not text[_paragraph_start(text, quotation.outer_start) : quotation.outer_start].strip()
            if opens and not _other_speaker(reports, owners[n - 1], before, quotation):
                owners[n] = owners[n - 1]
    return owners


def _paragraph_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _other_speaker(reports: Sequence[Report], owner: Report | None, first: Quotation, second: Quotation) -> bool:
    """Whether somebody else speaks between two quotations."""
    if owner is None or owner.speakers is None:
        return True
    return any(
        r.speakers is not None and r.speakers.actors != owner.speakers.actors
        for r in reports
        if first.end <= r.at < second.start
    )


def _beside(text: str, quotation: Quotation, reports: Sequence[Report], speech: Sequence[Quotation]) -> Report | None:
    """The report whose verb stands nearest, in the same sentence, before or after the marks."""
    best: tuple[float, Report] | None = None
    for report in reports:
        if report.speakers is None or report.passage != quotation.passage:
            continue
        if report.at >= quotation.outer_end:
            gap, between = report.at - quotation.outer_end, text[quotation.outer_end : report.at]
            ends = text[quotation.end - 1] == "." and between[:1] != ","
            if _TURN.match(between):  # `"...," but Ankara rejected it`: another tells another thing
                continue
            # `"..." he said.` after a full stop: only what tells nothing else, and is near.
            if ends and (gap > NEAR or _goes_on(text, report)):
                continue
            # `"...," he said`: what ends with a comma looks ahead.
            weight = 3.0 if ends else 0.25 if text[quotation.end - 1] in ",?!…" or between[:1] == "," else 1.0
        elif report.at < quotation.outer_start:
            between = text[report.content : quotation.outer_start]
            gap, weight = len(between), 0.5 if between.rstrip().endswith((",", ":")) else 1.0
        else:
            continue
        if (
            gap > REACH
            or _STOP.search(_without(between))
            or any(q.start in range(*_span(report, quotation)) for q in speech)
        ):
            continue
        if best is None or gap * weight < best[0]:
            best = (gap * weight, report)
    return best[1] if best else None


def _span(report: Report, quotation: Quotation) -> tuple[int, int]:
    return (
        (quotation.outer_end, report.at)
        if report.at >= quotation.outer_end
        else (report.content, quotation.outer_start)
    )


_TURN = re.compile(r"\W*(?:but|while|although|though|whereas)\b", re.IGNORECASE)
_TELLING = re.compile(r"\b(?:that|to|of|for|about|was|were|is|are|had|has|would|will|could)\b")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Jr|Sr|Prof|Hon|No)\.")


def _without(text: str) -> str:
    """Without the full stops of abbreviations, which end no sentence."""
    return _ABBREVIATED.sub("", text)


def _pieces(text: str, quotation: Quotation) -> Iterator[tuple[int, int]]:
    """The quotation, whole if short, otherwise cut into its sentences."""
    said = text[quotation.start : quotation.end]
    cuts = [
        quotation.start + m.end()
        for m in _SENTENCE_END.finditer(said)
        if not _ABBREVIATED.search(said[max(0, m.start() - 4) : m.start() + 1])
    ]
    if len(cuts) < LONG:
        yield quotation.start, quotation.end
        return
    edges = [quotation.start, *cuts, quotation.end]
    for start, end in itertools.pairwise(edges):
        while end > start and text[end - 1].isspace():
            end -= 1
        if len(text[start:end].split()) >= PHRASE:
            yield start, end


def _outside(text: str, report: Report, quoted: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The report's words but for the quotations that are statements themselves; None if little is left."""
    start, end = report.start, report.end
    for first, last in quoted:
        if first <= start < last:
            start = last
        if first < end <= last + 1:
            end = min(end, first)
        if start <= first and last <= end:  # a quotation amid the report: what was reported stands before it or after
            if report.at < first:
                end = first
            else:
                start = last
    cut = (start, end) != (report.start, report.end)
    while start < end and (text[start].isspace() or text[start] in ",;:."):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:“"‘'):
        end -= 1
    left = len(text[max(start, report.content) : end].split()) if report.content < end else 0
    if not cut:
        left = max(left, len(text[start : report.at].split()) - 3)
    elif not _TELLING.search(text, max(start, report.content), end) or (
        start >= report.at and " that " not in text[start:end]
    ):
        return None  # "said the minister in a post" is what a quotation leaves
    return (start, end) if end > start and left >= (PHRASE if cut else 2) else None


def _distinct(found: list[Spoken]) -> list[Spoken]:
    """One statement for the same words of the same speaker: what lies within another is dropped."""
    kept: list[Spoken] = []
    for spoken in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        inside = [
            k
            for k in kept
            if k.start <= spoken.start and spoken.end <= k.end and k.speakers.party == spoken.speakers.party
        ]
        if not inside:
            kept.append(spoken)
        elif spoken.stance != "neutral" and inside[-1].stance == "neutral":
            kept[kept.index(inside[-1])] = replace(inside[-1], stance=spoken.stance)
    return kept
