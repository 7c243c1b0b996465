"""Speakers whom the actors' room does not know: a name without an office, an official without a name.

"One senior American official said" speaks for the United States; "Sharon Squassoni, an analyst, said" speaks for
herself, and her party stays unknown.
"""

import functools

from memcon.knowledge.names import ADDRESSES
from memcon.reading.analysis import Actor, Analysis
from memcon.reading.english.clauses import Tree
from memcon.reading.english.speakers import DATELINE, Speakers, Voices, join

KIND = "unnamed"
# People who speak for a party without being named.
ROLES = {
    *("official", "diplomat", "spokesman", "spokeswoman", "spokesperson", "source", "envoy", "minister", "negotiator"),
    *("lawmaker", "ambassador", "aide", "adviser", "advisor", "officer", "representative", "delegate", "commander"),
    *("mission", "embassy", "ministry", "government", "forum", "president", "secretary", "leader", "legislator"),
    *("general", "chief", "premier", "commissioner"),
}
# Several who speak for the party that their noun phrase names: "authorities in Georgia".
CROWDS = {"authority", "official", "diplomat", "source", "negotiator", "lawmaker"}
# Institutions that the tables do not know, by the last word of their names.
INSTITUTIONS = {
    *(
        "office",
        "ministry",
        "department",
        "embassy",
        "forum",
        "government",
        "mission",
        "palace",
        "agency",
        "commission",
    ),
    *("movement", "council", "parliament", "administration", "presidency", "cabinet", "bloc", "delegation", "junta"),
}


def speakers(tree: Tree, voices: Voices, subject: int) -> Speakers | None:
    """Who the noun phrase at `subject` is, by its own words; None for a thing, a crowd or a pronoun."""
    token = tree.token(subject)
    if token.lemma in INSTITUTIONS and token.tag in ("NN", "NNP", "NNPS"):
        written = _written(tree, voices, subject)
        if " " not in written or "news" in written.lower():
            return None
        return Speakers((Actor(party=_party(tree, voices, subject)),), written, KIND)
    if token.pos == "PROPN":
        name = _name(tree, voices, subject)
        return Speakers((Actor(name=name, party=_party(tree, voices, subject)),), None, KIND) if name else None
    if token.tag == "NNS" and token.lemma in CROWDS:
        party = _party(tree, voices, subject)
        return Speakers((Actor(party=party),), _written(tree, voices, subject), KIND) if party else None
    if token.pos in ("NOUN", "DET", "NUM", "PRON") and token.tag in ("NN", "DT", "CD"):
        return _official(tree, voices, subject)
    return None


# "The minister", "the bloc's negotiator", after a name: most often that person. Not so for who speaks for another.
_OTHERS = {"spokesman", "spokeswoman", "spokesperson", "source", "aide", "official", "mission", "embassy"}


def definite(tree: Tree, subject: int) -> bool:
    """Whether a noun phrase describes a person already told of: "the former diplomat", without a name."""
    token = tree.token(subject)
    marked = any(c.lower in ("the", "his", "her", "its", "their") for c in tree.children(subject, "det", "poss"))
    owned = bool(tree.children(subject, "poss"))
    return (
        token.tag == "NN" and token.lemma in ROLES - _OTHERS and token.lemma not in INSTITUTIONS and (marked or owned)
    )


def _official(tree: Tree, voices: Voices, subject: int) -> Speakers | None:
    """An official without a name. "The second official", "another" speak for whom "officials" spoke for before."""
    token = tree.token(subject)
    for apposed in tree.children(subject, "appos"):  # "the deputy director, Sara Carter, said"
        if apposed.pos == "PROPN" and (name := _name(tree, voices, apposed.i)):
            return Speakers((Actor(name=name, party=_party(tree, voices, subject)),), None, KIND)
    bare = {c.lower for c in tree.children(subject)} <= _COUNTED
    if token.lemma not in ROLES and token.lower not in ("another", "one"):
        return None
    party = _party(tree, voices, subject) or _party_of_last_body(tree, voices, subject)
    if party is None and bare:
        party = _party_of_last_officials(tree, voices)
        if party is None and token.lemma not in ROLES:
            return None
        if party is not None:
            return Speakers((Actor(party=party),), None, KIND)
    return Speakers((Actor(party=party),), _written(tree, voices, subject), KIND) if token.lemma in ROLES else None


_COUNTED = {
    "the",
    "a",
    "an",
    "one",
    "another",
    "first",
    "second",
    "third",
    "other",
    "same",
    "senior",
    "that",
    "this",
    ",",
}


# What an official is of, where the text told before whose: "a ministry spokesman", after "the Polish foreign ministry".
_OFFICES = ("ministry", "embassy", "department", "consulate", "mission")


def _party_of_last_body(tree: Tree, voices: Voices, subject: int) -> str | None:
    """The party of the ministry last told of, for an official "of the ministry"."""
    words = {tree.token(i).lower for i in tree.subtree(subject)} & set(_OFFICES)
    if not words:
        return None
    for mention in reversed(voices.analysis.mentions):
        if mention.start < tree.token(subject).start and mention.kind in ("body", "office", "person"):
            written = voices.analysis.page.text[mention.start : mention.end].lower()
            if any(w in written for w in words):
                return join(a.party for a in mention.actors)
    return None


def _party_of_last_officials(tree: Tree, voices: Voices) -> str | None:
    for mention in reversed(voices.analysis.mentions):
        if mention.end <= tree.sentence.start and mention.kind == "body":
            words = voices.analysis.page.text[mention.start : mention.end].lower()
            if words.endswith(("officials", "diplomats", "sources")):
                return mention.actors[0].party
    return None


def _party(tree: Tree, voices: Voices, subject: int) -> str | None:
    """The one party named within the noun phrase ("an Iranian diplomat", "Squassoni of the US embassy").

    Of several, the party of the post told after the name: "Staffan de Mistura of Sweden, the UN envoy".
    """
    if post := voices.post(tree, subject):
        return post.party
    inside = tree.subtree(subject, without=frozenset(c.i for c in tree.children(subject, "relcl", "conj", "acl")))
    joined = join(a.party for m in voices.within(tree.sentence.index) if m.head in inside for a in m.actors)
    return joined if joined and "|" not in joined else None


def _written(tree: Tree, voices: Voices, subject: int) -> str:
    """The noun phrase up to its head, without its article."""
    without = frozenset(c.i for c in tree.children(subject, "relcl", "conj", "acl", "appos", "prep", "punct"))
    first = min(i for i in tree.subtree(subject, without=without) if i <= subject)
    if tree.token(first).dep == "det" and first < subject:
        first += 1
    start, end = tree.token(first).start, tree.token(subject).end
    written = " ".join(voices.analysis.page.text[start:end].split())
    return written[line.end() :] if (line := DATELINE.match(written)) else written


def _name(tree: Tree, voices: Voices, subject: int) -> str | None:
    """The run of capitalised words that ends at the subject, or the fuller one the page gives elsewhere."""
    first = subject
    while (
        first > 0 and tree.token(first - 1).pos == "PROPN" and tree.token(first - 1).head in range(first, subject + 1)
    ):
        first -= 1
    start, end = tree.token(first).start, tree.token(subject).end
    name = _unaddressed(voices.analysis.page.text[start:end].split())
    if len(name) > 1:
        return " ".join(name)
    return _full_names(voices.analysis).get(name[0])


def _unaddressed(words: list[str]) -> list[str]:
    """A name's words without "Mr" and the like before them."""
    while len(words) > 1 and words[0].rstrip(".").lower() in ADDRESSES:
        words = words[1:]
    return words


@functools.lru_cache(maxsize=4)
def _full_names_of(text: str, runs: tuple[tuple[int, int], ...]) -> dict[str, str]:
    full: dict[str, str] = {}
    for start, end in runs:
        words = _unaddressed(text[start:end].split())
        if len(words) > 1:
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
