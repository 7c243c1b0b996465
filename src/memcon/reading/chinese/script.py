"""Traditional characters folded to simplified ones, one for one, so that positions stay those of the text."""

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


@functools.cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


@functools.lru_cache(maxsize=20_000)
def _character(character: str) -> str:
    converted = _converter().convert(character)
    return converted if len(converted) == 1 else character


def simplify(text: str) -> str:
    """`text` in simplified characters, with exactly as many of them.

    The converter works by phrases; where its answer has another length, each character is converted by itself and one
    whose conversion is not a single character stays as it is.
    """
    converted: str = _converter().convert(text)
    if len(converted) != len(text):
        converted = "".join(map(_character, text))
    assert len(converted) == len(text)
    return converted
