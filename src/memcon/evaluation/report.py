"""Figures as plain text, for a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from memcon.evaluation.calibration import Calibration


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _measures(name: str, row: Mapping[str, Any]) -> str:
    shares = f"precision {row['precision']:.2f}  recall {row['recall']:.2f}  F1 {row['f1']:.2f}"
    return f"{name:<22}{shares}  ({row['tp']} right, {row['predicted']} read, {row['gold']} wanted)"


def _positions(name: str, row: Mapping[str, Any]) -> str:
    line = f"{name:<22}recall {_number(row['recall'])}  ({row['tp']} of {row['gold']})"
    if complete := row["complete_documents"]:
        line += f"; where all are listed: precision {complete['precision']:.2f}  F1 {complete['f1']:.2f}"
    return line


def summary(figures: Mapping[str, Any]) -> Iterator[str]:
    """The figures, a line for each group of them."""
    fields = figures["on_matched_events"]
    yield f"{'documents':<22}{figures['documents']}"
    yield _measures("events found", figures["events"])
    yield _measures("events fully right", figures["events_strict"])
    yield (
        f"{'of events found':<22}type {_number(fields['type'])}  status {_number(fields['status'])}  "
        f"parties {_number(fields['parties'])}  people F1 {fields['people']['f1']:.2f}  "
        f"date {_number(fields['date_right'])}  place {_number(fields['place'])}"
    )
    yield f"{'document date':<22}{_number(figures['document_date_right'])}"
    yield _positions("statements", figures["statements"])
    amounts = _number(figures["commitment_amounts_right"])
    yield _positions("commitments", figures["commitments"]) + f"; amounts {amounts}"
    yield f"{'evidence verbatim':<22}{_number(figures['evidence_verbatim'])}"
    yield f"{'breaks of contact':<22}recall {_number(figures['recall_of_breaks'])}"
    yield f"{'events where none is':<22}{_number(figures['events_per_document_without_any'])} a document"
    types = "  ".join(f"{name} {found}" for name, found in figures["recall_by_type"].items())
    yield f"{'recall by type':<22}{types}"


def reliability(table: Calibration) -> Iterator[str]:
    """The table of confidence against what the answers hold; nothing where no event has a confidence."""
    if not table.bins:
        return
    yield "confidence    events   mean   in the answers   fully right"
    for b in table.bins:
        shares = f"{b.confidence:.2f}   {b.found:>14.2f}   {b.fully_right:>11.2f}"
        yield f"{b.low:.1f} to {b.high:.1f}  {b.events:>8}   {shares}"
    yield f"expected calibration error {table.error:.3f}"


def by_group(rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """A breakdown by outlet or language: events found and fully right, statements and commitments."""
    width = max((len(name) for name in rows), default=0)
    yield f"{'':<{width}}  documents  events  precision  recall    F1  fully right  statements  commitments"
    for name, row in rows.items():
        events, right = row["events"], row["events_strict"]
        yield (
            f"{name:<{width}}  {row['documents']:>9}  {events['gold']:>6}  {events['precision']:>9.2f}  "
            f"{events['recall']:>6.2f}  {events['f1']:>4.2f}  {right['f1']:>11.2f}  "
            f"{_number(row['statements']['recall']):>10}  {_number(row['commitments']['recall']):>11}"
        )


def by_type(rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """A breakdown by event type: how many were wanted and found, read, and read with the right type."""
    width = max((len(name) for name in rows), default=0)
    yield f"{'':<{width}}  wanted  recall    read  with right type"
    for name, row in rows.items():
        yield (
            f"{name:<{width}}  {row['wanted']:>6}  {_number(row['recall']):>6}  {row['read']:>6}  "
            f"{_number(row['read_with_right_type']):>15}"
        )
