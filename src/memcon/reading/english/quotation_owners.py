"""Whose a quotation is: the report beside it that names its speaker, or the one that its paragraph goes on from."""

import re
from collections.abc import Sequence

from memcon.reading.english.quotation import Quotation
from memcon.reading.english.report import Report

# How far (characters of the same sentence) a verb of speech may stand from the quotation it introduces.
REACH = 160
NEAR = 60
PHRASE = 5  # words: a shorter quotation that stands alone may be a heading
_STOP = re.compile(r"[.!?][\"”’')\]]*(?:\s|$)")
_TURN = re.compile(r"\W*(?:but|while|although|though|whereas)\b", re.IGNORECASE)
ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Jr|Sr|Prof|Hon|No)\.")


def owners(text: str, speech: Sequence[Quotation], reports: Sequence[Report]) -> list[Report | None]:
    """For each quotation the report that names its speaker."""
    found: list[Report | None] = [_beside(text, q, reports, speech) for q in speech]
    # A quotation without a verb of its own belongs to the speaker of the one before it in the paragraph, of the one
    # it continues, or of the next in its paragraph.
    for n, quotation in enumerate(speech):
        if found[n] is not None:
            continue
        before = speech[n - 1] if n else None
        if before is not None and found[n - 1] is not None:
            same = before.passage == quotation.passage and not _other_speaker(reports, found[n - 1], before, quotation)
            if same or quotation.continues:
                found[n] = found[n - 1]
                continue
        following = speech[n + 1] if n + 1 < len(speech) else None
        if (
            following is not None
            and found[n + 1] is not None
            and (following.passage == quotation.passage or following.continues)
        ):
            found[n] = found[n + 1]
            continue
        if before is not None and found[n - 1] is not None and quotation.passage - before.passage == 1:
            opens = not text[_paragraph_start(text, quotation.outer_start) : quotation.outer_start].strip()
            if opens and not _other_speaker(reports, found[n - 1], before, quotation):
                found[n] = found[n - 1]
                continue
        found[n] = _last_heard(text, quotation, reports)
    return found


def _last_heard(text: str, quotation: Quotation, reports: Sequence[Report]) -> Report | None:
    """For a quotation that is its whole paragraph, the report that the paragraph before ends with."""
    end = text.find("\n", quotation.outer_end)
    around = text[_paragraph_start(text, quotation.outer_start) : quotation.outer_start]
    around += text[quotation.outer_end : end if end >= 0 else len(text)]
    last = [r for r in reports if r.passage == quotation.passage - 1 and r.at < quotation.start and r.main]
    whole = not around.strip(" .,\xa0") and len(text[quotation.start : quotation.end].split()) > PHRASE
    return last[-1] if whole and last and last[-1].speakers is not None else None


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


def _goes_on(text: str, report: Report) -> bool:
    """Whether a report tells something after its verb."""
    return report.full and len(text[report.content : report.end].split()) > 2


def _without(text: str) -> str:
    """Without the full stops of abbreviations, which end no sentence."""
    return ABBREVIATED.sub("", text)
