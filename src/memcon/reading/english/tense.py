"""Whether a clause tells what happened or what is to come, by its verb."""

import functools
import tomllib
from pathlib import Path
from typing import Literal

from memcon.reading.analysis import Sentence

_AHEAD = ("will", "would", "shall", "'ll", "’ll", "wo")
_BEHIND = ("VBD", "VBN")
_HAVE = ("have", "has", "had", "'ve", "’ve")


@functools.cache
def listed(table: str) -> tuple[str, ...]:
    """A word list of `dating.toml`, in its order."""
    lists = tomllib.loads(Path(__file__).with_name("dating.toml").read_text(encoding="utf-8"))
    return tuple(lists[table])


@functools.cache
def words(table: str) -> frozenset[str]:
    """A word list of `dating.toml`."""
    return frozenset(listed(table))


def told(sentence: Sentence, i: int) -> Literal["past", "future"] | None:
    """How the verb that governs token `i` stands to the page's date; None where it does not show.

    "Met", "has met", "was held" are past; "will meet", "is to meet", "plans to meet", "is due to meet" are future.
    """
    for j in (i, *sentence.ancestors(i)):
        token = sentence.tokens[j]
        if token.pos not in ("VERB", "AUX"):
            continue
        helpers = [c for c in sentence.children(j) if c.dep in ("aux", "auxpass") or c.tag in ("MD", "TO")]
        lower = [h.lower for h in helpers]
        if token.lemma in words("scheduling") and _for_then(sentence, i, j):
            return "future"  # "a visit that had been scheduled for Sunday"
        if token.lemma in words("moving") and _to_then(sentence, i, j):
            return "future"  # "the visit has been postponed to Sunday"
        if any(w in _AHEAD for w in lower):
            return "future"
        if token.tag in ("VBD",) or any(h.tag == "VBD" for h in helpers) or any(w in _HAVE for w in lower):
            return "past"
        if "to" in lower:
            head = sentence.tokens[token.head]
            if head.i != token.i and (head.lemma in words("intention") or head.lemma == "be"):
                return "future"
            continue
        if token.tag == "VBN" and token.dep in ("acl", "relcl", "advcl", "ROOT", "amod", "conj"):
            return "past"
        if token.tag == "VBG":  # "is visiting", "replacing": the verb above decides
            if any(h.tag in ("VBZ", "VBP") for h in helpers):
                return None
            continue
        return None
    return None


def overtaken(sentence: Sentence, i: int) -> bool:
    """Whether token `i` is when something was to be, which may since have passed: "had been scheduled for 10 May"."""
    for j in sentence.ancestors(i):
        token = sentence.tokens[j]
        if token.lemma in words("scheduling") and token.tag == "VBN" and _for_then(sentence, i, j):
            return any(
                c.lower in ("was", "were", "had", "been") for c in sentence.children(j) if c.dep in ("aux", "auxpass")
            )
    return False


def _for_then(sentence: Sentence, i: int, verb: int) -> bool:
    """Whether token `i` is what a verb schedules for: "scheduled for Sunday", "was set to begin on Sunday", not "set on
    Sunday"."""
    between = [sentence.tokens[j] for j in sentence.ancestors(i) if j != verb and sentence.tokens[j].head == verb]
    done = sentence.tokens[verb].tag == "VBN"
    if sentence.tokens[verb].tag not in _BEHIND:
        return False
    return any(t.lower == "for" or (done and (t.lower in ("on", "in") or t.dep == "xcomp")) for t in between)


def _to_then(sentence: Sentence, i: int, verb: int) -> bool:
    """Whether token `i` is what a verb moves something to: "postponed until Sunday", not "postponed on Sunday"."""
    between = [sentence.tokens[j] for j in sentence.ancestors(i) if sentence.tokens[j].head == verb]
    return any(t.lower in ("to", "until", "till") for t in between)


def looks_ahead(sentence: Sentence) -> bool:
    """Whether any word of the sentence looks ahead."""
    ahead = words("future")
    return any(t.lower in ahead for t in sentence.tokens)


def governor(sentence: Sentence, first: int, last: int) -> str:
    """The lemma of the verb or noun that governs tokens `first` up to `last`; empty where there is none."""
    for j in sentence.ancestors(first):
        token = sentence.tokens[j]
        if token.pos in ("VERB", "NOUN") and not first <= j < last:
            return token.lemma
    return ""


def modifies_verb(sentence: Sentence, i: int) -> bool:
    """Whether a date says when the verb's own action takes place: no noun stands between ("will visit on 5 May")."""
    before = sentence.tokens[i].head
    for j in sentence.ancestors(i):
        token = sentence.tokens[j]
        if token.pos in ("VERB", "AUX"):
            return True
        if token.pos not in ("ADP", "PROPN", "NUM", "ADV") and j != before:
            return False
    return False
