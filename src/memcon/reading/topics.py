"""What a passage is about: topics from a table that an analyst can extend (`topics.toml`)."""

import functools
import re
import tomllib
from importlib.resources import files

_WORD = re.compile(r"(?<![\w])\w\w")
Entry = tuple[re.Pattern[str], str]


@functools.cache
def _table() -> dict[str, tuple[Entry, ...]]:
    """The table's words as (pattern, topic), by their first two letters: few patterns are tried at any word."""
    index: dict[str, list[Entry]] = {}
    for topic in tomllib.loads(files("memcon.reading").joinpath("topics.toml").read_text("utf-8"))["topics"]:
        for word in topic["words"]:
            index.setdefault(word[:2].lower(), []).append((re.compile(_pattern(word)), topic["name"]))
    return {letters: tuple(entries) for letters, entries in index.items()}


def _pattern(word: str) -> str:
    """A word of the table as a pattern: `*` any ending, `?` one character; words of capitals alone keep their case."""
    body = re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"\s+")
    return rf"(?:{body})\b" if word.isupper() else rf"(?i:{body})\b"


@functools.lru_cache(maxsize=4096)
def topics(text: str) -> tuple[str, ...]:
    """Names of the topics that the words of `text` tell, in order of first mention, each once."""
    table = _table()
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        for pattern, name in table.get(match[0].lower(), ()):
            if name not in found and pattern.match(text, match.start()):
                found[name] = None
    return tuple(found)
