"""The figures of a tally: shares and F1 measures, rounded to four places; None where there was nothing to count."""

from typing import Any

from memcon.evaluation.matching import BREAKS
from memcon.evaluation.tally import Hits, Tally

DATE_VERDICTS = ("exact", "compatible", "wrong", "missing")


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`, 0 to 1."""
    return round(part / whole, 4) if whole else None


def measures(hits: Hits) -> dict[str, float | int]:
    """Precision, recall and F1. Nothing given where nothing was wanted is perfect; anything else of nothing is 0."""
    precision = hits.right / hits.given if hits.given else float(not hits.wanted)
    recall = hits.right / hits.wanted if hits.wanted else float(not hits.given)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "tp": hits.right,
        "predicted": hits.given,
        "gold": hits.wanted,
    }


def _recall_of(salient: Hits, listed: Hits) -> dict[str, Any]:
    return {
        "recall": share(salient.right, salient.wanted),
        "tp": salient.right,
        "gold": salient.wanted,
        "complete_documents": measures(listed) if listed.given or listed.wanted else None,
    }


def _right_dates(verdicts: dict[str, int]) -> float | None:
    return share(verdicts["exact"] + verdicts["compatible"], sum(verdicts.values()))


def figures(tally: Tally) -> dict[str, Any]:
    """Every published figure, as JSON."""
    dates = {verdict: tally.dates[verdict] for verdict in DATE_VERDICTS}
    document_dates = {verdict: tally.document_dates[verdict] for verdict in DATE_VERDICTS}
    matched = tally.events.right
    return {
        "documents": tally.documents,
        "events": measures(tally.events),
        "events_strict": measures(Hits(tally.fully_right, tally.events.given, tally.events.wanted)),
        "on_matched_events": {
            "type": share(tally.type_right, matched),
            "status": share(tally.status_right, matched),
            "parties": share(tally.parties_right, matched),
            "people": measures(tally.people),
            "place": share(tally.place_right, tally.place_wanted),
            "date_right": _right_dates(dates),
            "dates": dates,
        },
        "document_date_right": _right_dates(document_dates),
        "document_dates": document_dates,
        "statements": _recall_of(tally.statements, tally.listed_statements),
        "commitments": _recall_of(tally.commitments, tally.listed_commitments),
        "commitment_amounts_right": share(tally.amounts_right, tally.amounts_wanted),
        "evidence_verbatim": share(tally.quotes_verbatim, tally.quotes),
        "events_per_document_without_any": share(tally.events_in_documents_without, tally.documents_without_events),
        "recall_of_breaks": share(
            sum(tally.found_by_type[t] for t in BREAKS), sum(tally.wanted_by_type[t] for t in BREAKS)
        ),
        "recall_by_type": {
            t: f"{tally.found_by_type[t]}/{wanted}" for t, wanted in sorted(tally.wanted_by_type.items()) if wanted
        },
    }
