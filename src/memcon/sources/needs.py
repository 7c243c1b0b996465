"""Optional packages, asked for when their format is first read."""

import importlib
from typing import Any

from memcon.errors import MissingExtra


def package(name: str, what: str) -> Any:
    """The module of an optional package; MissingExtra with the command that mends it where it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        top = name.partition(".")[0]
        raise MissingExtra(
            f"{what} need the package {top}: make extras in a clone, else pip install 'memcon[formats]'"
        ) from error
