"""Answers on standard output as JSON or CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import click
import msgspec


def as_json(value: Any) -> None:
    """One JSON value, indented; non-ASCII characters as they are."""
    click.echo(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=1))


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """A header and one line a row. Lists are joined by `; `; a cell that a spreadsheet would take for a formula is
    quoted with an apostrophe.
    """
    names = list(columns)
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    click.echo(held.getvalue(), nl=False)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(v) for v in value)
    text = str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r" and not _number(text) else text


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
