"""Speakers whom the actors' room does not know: a name without an office, an official without a name.

"One senior American official said" speaks for the United States; "Sharon Squassoni, an analyst, said" speaks for
herself, and her party stays unknown.
"""

import functools

from memcon.reading.analysis import Actor, Analysis
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import Cast, Speakers, join

KIND = "unnamed"
# People who speak for a party without being named.
ROLES = {
    *("official", "diplomat", "spokesman", "spokeswoman", "spokesperson", "source", "envoy", "minister", "negotiator"),
    *("lawmaker", "ambassador", "aide", "adviser", "advisor", "officer", "representative", "delegate", "commander"),
    *("mission", "embassy", "ministry", "government", "forum", "president", "secretary", "leader", "legislator"),
    "general",
}
_BEFORE = ("compound", "amod", "nmod", "poss", "nummod", "case", "punct")


def speakers(tree: Tree, cast: Cast, subject: int) -> Speakers | None:
    """Who the noun phrase at `subject` is, by its own words; None for a thing, a crowd or a pronoun."""
    token = tree.token(subject)
    if token.pos == "PROPN":
        name = _name(tree, cast, subject)
        if name is None:
            return None
        return Speakers((Actor(name=name, party=_party(tree, cast, subject)),), None, KIND)
    if token.pos == "NOUN" and token.lemma in ROLES and token.tag == "NN":
        written = _written(tree, cast, subject)
        return Speakers((Actor(party=_party(tree, cast, subject)),), written, KIND)
    return None


def _party(tree: Tree, cast: Cast, subject: int) -> str | None:
    """The one party named within the noun phrase ("an Iranian diplomat", "Squassoni of the US embassy")."""
    inside = tree.subtree(subject, without=frozenset(c.i for c in tree.children(subject, "relcl", "conj", "acl")))
    joined = join(a.party for m in cast.within(tree.sentence.index) if m.head in inside for a in m.actors)
    return joined if joined and "|" not in joined else None


def _written(tree: Tree, cast: Cast, subject: int) -> str:
    first = subject
    while (
        first > 0
        and tree.token(first - 1).head in range(first - 1, subject + 1)
        and (tree.token(first - 1).dep in _BEFORE)
    ):
        first -= 1
    start, end = tree.token(first).start, tree.token(subject).end
    return " ".join(cast.analysis.page.text[start:end].split())


def _name(tree: Tree, cast: Cast, subject: int) -> str | None:
    """The run of capitalised words that ends at the subject, or the fuller one the page gives elsewhere."""
    first = subject
    while (
        first > 0 and tree.token(first - 1).pos == "PROPN" and tree.token(first - 1).head in range(first, subject + 1)
    ):
        first -= 1
    start, end = tree.token(first).start, tree.token(subject).end
    name = " ".join(cast.analysis.page.text[start:end].split())
    if first < subject:
        return name
    return _full_names(cast.analysis).get(name)


@functools.lru_cache(maxsize=4)
def _full_names_of(text: str, runs: tuple[tuple[int, int], ...]) -> dict[str, str]:
    full: dict[str, str] = {}
    for start, end in runs:
        words = text[start:end].split()
        full.setdefault(words[-1], " ".join(words))
    return full


def _full_names(analysis: Analysis) -> dict[str, str]:
    """Last words of the page's names of two to four words, to the whole names."""
    runs: list[tuple[int, int]] = []
    for sentence in analysis.sentences:
        first: int | None = None
        for token in sentence.tokens:
            if token.pos == "PROPN":
                first = token.i if first is None else first
                continue
            if first is not None and 2 <= token.i - first <= 4:
                runs.append((sentence.tokens[first].start, sentence.tokens[token.i - 1].end))
            first = None
    return _full_names_of(analysis.page.text, tuple(runs))
