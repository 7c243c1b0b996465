"""The shipped tables as rows: CSV and TOML files beside this module, read once a process."""

import csv
import tomllib
from importlib.resources import files
from typing import Any


def rows(name: str) -> list[list[str]]:
    """The rows of `tables/<name>.csv` without its header."""
    text = (files(__package__) / "tables" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()))[1:]


def lists(name: str) -> dict[str, Any]:
    """The content of `tables/<name>.toml`."""
    return tomllib.loads((files(__package__) / "tables" / f"{name}.toml").read_text(encoding="utf-8"))


def split(value: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by `|`."""
    return tuple(value.split("|")) if value else ()
