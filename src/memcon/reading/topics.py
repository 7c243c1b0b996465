"""What a passage is about: topics from a table that an analyst can extend (`topics.toml`)."""

import functools
import re
import tomllib
from importlib.resources import files


@functools.cache
def _table() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern with a numbered group a topic, and the topics' names in the same order."""
    topics = tomllib.loads(files("memcon.reading").joinpath("topics.toml").read_text("utf-8"))["topics"]
    groups = ["(" + "|".join(_pattern(word) for word in topic["words"]) + ")" for topic in topics]
    # Each topic is looked for on its own from every position: a word may belong to two.
    pattern = re.compile(r"\b(?:" + "".join(rf"(?:(?={g}))?" for g in groups) + r")(?=\w)")
    return pattern, tuple(topic["name"] for topic in topics)


def _pattern(word: str) -> str:
    """A word of the table as a pattern: `*` any ending, `?` one character; words of capitals alone keep their case."""
    body = re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"\s+")
    return rf"(?:{body})\b" if word.isupper() else rf"(?i:{body})\b"


@functools.lru_cache(maxsize=4096)
def topics(text: str) -> tuple[str, ...]:
    """Names of the topics that the words of `text` tell, in order of first mention, each once."""
    pattern, names = _table()
    found: dict[str, None] = {}
    for match in pattern.finditer(text):
        for number, word in enumerate(match.groups()):
            if word is not None:
                found[names[number]] = None
    return tuple(found)
