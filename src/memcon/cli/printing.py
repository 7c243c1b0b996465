"""Answers on standard output as JSON or CSV."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import click
import msgspec


def as_json(value: Any) -> None:
    """One JSON value, indented; non-ASCII characters as they are."""
    click.echo(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=1))


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """A header and one line a row; see `export.csvtext`."""
    from memcon.export.csvtext import csv_text

    click.echo(csv_text(columns, rows), nl=False)
