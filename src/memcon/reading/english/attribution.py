"""Who said which words: quotations and reports of speech brought together."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from memcon.reading.analysis import Analysis
from memcon.reading.english import quotation_owners
from memcon.reading.english.quotation import Quotation
from memcon.reading.english.quotation_owners import ABBREVIATED, REACH
from memcon.reading.english.report import Report
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
# A speech of more sentences than this is cut into its sentences, each a statement of its own.
LONG = 2
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'A-Z0-9])")


def utterance(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a quotation is speech of its own, not a phrase within a report."""
    text = analysis.page.text[quotation.start : quotation.end]
    words = len(text.split())
    before = analysis.page.text[max(0, quotation.outer_start - 12) : quotation.outer_start]
    if _tells(text) or (words <= 2 * PHRASE and _PHRASED.search(before)):
        return False
    ends = text.rstrip()[-1:] in ".,!?…" or analysis.page.text[quotation.outer_end : quotation.outer_end + 1] == ","
    told = text.rstrip()[-1:] == "," and words > PHRASE  # “spared no effort to end the war,” she said
    led_in = bool(_LED_IN.search(before) and _TOLD.search(text)) and words > 3  # she said, “the worst is over.”
    return words > 2 * PHRASE or told or (words > 2 and ends and (text[:1].isupper() or led_in))


# What stands before a phrase in quotation marks: "an “open and inclusive region”".
_PHRASED = re.compile(r"\b(?:an?|the|its|his|her|their|our|of|as|for|in|on|with|to|by)\s+$", re.IGNORECASE)
_LED_IN = re.compile(r"[a-z][,:]\s+$")
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
    owners = quotation_owners.owners(text, speech, reports)
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


_TOLD = re.compile(r"\b(?:that|was|were|is|are|had|has|would|will|could)\b")
_TELLING = re.compile(r"\b(?:that|to|of|for|about|was|were|is|are|had|has|would|will|could)\b")


def _pieces(text: str, quotation: Quotation) -> Iterator[tuple[int, int]]:
    """The quotation, whole if short, otherwise cut into its sentences."""
    said = text[quotation.start : quotation.end]
    cuts = [
        quotation.start + m.end()
        for m in _SENTENCE_END.finditer(said)
        if not ABBREVIATED.search(said[max(0, m.start() - 4) : m.start() + 1])
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
    elif not (_TOLD if report.group == "say" else _TELLING).search(text, max(start, report.content), end) or (
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
